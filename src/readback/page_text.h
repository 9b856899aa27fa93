// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readback/readback.h"

namespace phaen::readback {

/// One character found on a page; points from the top left. A mark without width stands at the pen.
struct FoundCharacter {
  char32_t character = 0;
  double left = 0, right = 0, middle = 0;  ///< middle: half-way between ascent and descent
  double size = 0;                         ///< height of its box, a little over the font size
  bool space_after = false;                ///< Poppler says a space follows
};

/// One comparison that failed. `line` indexes ExpectedPage::lines; found text that belongs to no line has none.
struct Difference {
  std::size_t line = 0;
  bool belongs = true;
  double x = 0, y = 0;
  std::string expected, found;
};

/// Deals the characters out to the expected lines by position and compares. `characters` in Poppler's order.
std::vector<Difference> compare_page(const ExpectedPage& expected, const std::vector<FoundCharacter>& characters);

}  // namespace phaen::readback
