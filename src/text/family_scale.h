// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace phaen::text {

/// How a family is drawn on its em: nominal office points x permille / 1000 = real points. Nothing: not in the table.
std::optional<int> known_scale_permille(std::string_view family);

/// The scale that makes ko kai (or, without Thai, the capital H) as high as TH Sarabun's at the same nominal size.
/// Heights in thousandths of the em; 0 = the font lacks the letter.
int measured_scale_permille(int ko_kai_height, int capital_height);

}  // namespace phaen::text
