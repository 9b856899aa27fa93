// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

namespace phaen::base {

using fmt::format;  // locale-free; never pass a double where a Decimal is meant

}  // namespace phaen::base
