// SPDX-License-Identifier: GPL-3.0-or-later
// First pass over a table: which cell covers which place.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "doc/document.h"
#include "layout/galley.h"

namespace phaen::layout {

/// A cell with its spans clamped to the table, the head and the places still free.
struct GridCell {
  std::uint32_t row = 0, row_span = 1;
  std::uint16_t column = 0, column_span = 1;
  const doc::Cell* cell = nullptr;
};

struct Grid {
  std::uint32_t rows = 0, header_rows = 0;
  std::uint16_t columns = 0;
  std::vector<GridCell> cells;            ///< row by row, in column order
  std::vector<std::uint32_t> first_cell;  ///< of each row, and one past the last
  std::vector<std::uint32_t> owner;       ///< rows x columns: index of the cell, or kUncovered

  std::uint32_t owner_at(std::uint32_t row, std::uint16_t column) const { return owner[row * columns + column]; }
};

/// What messages call a table: its caption, else the texts of its first row.
std::string table_name(const doc::Table& table);

/// Resolves spans. Cells that overlap or leave the table are Y008 and are left out or clamped. The grid points into the
/// table, which must outlive it.
Grid resolve_spans(const doc::Table& table, const std::string& section, base::Diagnostics& diagnostics);

}  // namespace phaen::layout
