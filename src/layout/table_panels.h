// SPDX-License-Identifier: GPL-3.0-or-later
// A table wider than the measure as several, each with the key columns and some of the others.
#pragma once

#include <cstdint>
#include <vector>

#include "doc/document.h"
#include "layout/table_grid.h"
#include "layout/table_tags.h"
#include "layout/table_widths.h"

namespace phaen::layout {

/// Columns [first, last) that stand together beside the key columns.
struct ColumnRange {
  std::uint16_t first = 0, last = 0;
};

/// The parts a table is split into. One range, with all columns, when they fit on the measure or the key columns leave
/// less than a third of it. A part ends where the fewest header cells are cut, if its second half has such a place.
std::vector<ColumnRange> column_parts(const doc::Table& table, const Grid& grid, const std::vector<ColumnNeed>& needs,
                                      base::Length measure);

/// A part as a table of its own. Cells keep their first tags: text that stands in an earlier part is an artifact here.
struct TablePanel {
  doc::Table table;
  CellTags tags;
};
std::vector<TablePanel> split_columns(const doc::Table& table, const Grid& grid, const CellTags& tags,
                                      const std::vector<ColumnRange>& parts);

}  // namespace phaen::layout
