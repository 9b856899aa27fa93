// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace phaen::pdf {

/// The sRGB colour space as an ICC v4 matrix profile with parametric curves: the output intent of PDF/A. Fixed bytes.
std::string srgb_profile();

}  // namespace phaen::pdf
