// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace phaen::app {

inline constexpr const char* kProgram = "phaen 0.1.0";

}  // namespace phaen::app
