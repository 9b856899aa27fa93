// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "workbook/workbook.h"

namespace phaen::workbook {

/// Rows that belong on one printed page: a caption with its chart, the head of a table with its first row, signatures.
struct Together {
  std::uint32_t first = 0, last = 0;
};

/// What the margins leave of a page, in pixels of 1/96 inch on paper.
struct PrintArea {
  int width = 0, height = 0;
};

/// The sheet's own page breaks and those that keep rows together, in order: a stretch that would be cut, and that a
/// page can hold, begins a new one. Pages are as wide as the sheet (fit to width) and repeat its title rows. Readers
/// differ in where pages end: what comes near the end of one is taken for cut.
std::vector<std::uint32_t> page_breaks(const Sheet& sheet, const PrintArea& area, std::vector<Together> together);

}  // namespace phaen::workbook
