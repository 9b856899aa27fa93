// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "doc/document.h"

namespace phaen::workbook {

/// What the contents of a table column ask for, in pixels without cell padding.
struct ColumnNeed {
  int least = 0;    ///< figures, which Excel never wraps, and the longest word of the head
  int natural = 0;  ///< its texts on one line each
};

/// Widths in pixels: fixed columns as the document sets them, automatic ones by content, shares of what is left of the
/// measure; none narrower than it needs at least. Together at least the measure, unless all columns are fixed.
std::vector<int> column_widths(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs,
                               int measure);

/// Lays a table of fewer columns on a wider grid: the first grid column of each of its columns and one past the last,
/// so that each stands as near to its own place and width as the grid allows. REQUIRES: as many grid columns or more.
std::vector<std::uint16_t> edges_on_grid(const std::vector<int>& widths, const std::vector<int>& grid);

}  // namespace phaen::workbook
