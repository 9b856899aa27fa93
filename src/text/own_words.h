// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phaen::text {

/// Words that are never cut, whatever the plan: the 77 provinces and terms of planning.
std::vector<std::u32string> own_words();

}  // namespace phaen::text
