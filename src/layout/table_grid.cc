// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_grid.h"

#include <algorithm>

#include "layout/diagnostics.h"

namespace phaen::layout {
namespace {

bool is_free(const Grid& grid, const GridCell& cell) {
  for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) {
    for (auto column = cell.column; column < cell.column + cell.column_span; ++column) {
      if (grid.owner_at(row, column) != kUncovered) return false;
    }
  }
  return true;
}

void cover(Grid& grid, const GridCell& cell) {
  const auto index = static_cast<std::uint32_t>(grid.cells.size());
  for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) {
    for (auto column = cell.column; column < cell.column + cell.column_span; ++column) {
      grid.owner[row * grid.columns + column] = index;
    }
  }
  grid.cells.push_back(cell);
}

/// The cell with its spans clamped; nothing when it starts outside the table.
std::optional<GridCell> clamped(const Grid& grid, std::uint32_t row, const doc::Cell& cell) {
  if (cell.column >= grid.columns || cell.column_span == 0 || cell.row_span == 0) return std::nullopt;
  const std::uint32_t end = row < grid.header_rows ? grid.header_rows : grid.rows;
  GridCell result;
  result.row = row;
  result.row_span = std::min(cell.row_span, end - row);
  result.column = cell.column;
  result.column_span = static_cast<std::uint16_t>(std::min<int>(cell.column_span, grid.columns - cell.column));
  result.cell = &cell;
  return result;
}

}  // namespace

std::string table_name(const doc::Table& table) {
  if (table.caption) return doc::plain_text(table.caption->lead) + " " + doc::plain_text(table.caption->content);
  std::string name;
  if (table.rows.empty()) return name;
  for (const doc::Cell& cell : table.rows.front().cells) {
    if (!name.empty()) name += " | ";
    if (!cell.content.empty()) name += doc::plain_text(cell.content.front().content);
  }
  return name;
}

Grid resolve_spans(const doc::Table& table, const std::string& section, base::Diagnostics& diagnostics) {
  Grid grid;
  grid.rows = static_cast<std::uint32_t>(table.rows.size());
  grid.columns = static_cast<std::uint16_t>(table.columns.size());
  grid.owner.assign(std::size_t{grid.rows} * grid.columns, kUncovered);
  while (grid.header_rows < grid.rows && table.rows[grid.header_rows].kind == doc::RowKind::Header) ++grid.header_rows;
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    grid.first_cell.push_back(static_cast<std::uint32_t>(grid.cells.size()));
    for (const doc::Cell& cell : table.rows[row].cells) {
      std::optional<GridCell> placed = clamped(grid, row, cell);
      const bool whole = placed && placed->row_span == cell.row_span && placed->column_span == cell.column_span;
      const bool free = placed && is_free(grid, *placed);
      if (!whole || !free) diagnostics.add(diagnostics::cells_overlap(section, table_name(table), row, cell.column));
      if (placed && free) cover(grid, *placed);
    }
  }
  grid.first_cell.push_back(static_cast<std::uint32_t>(grid.cells.size()));
  return grid;
}

}  // namespace phaen::layout
