// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_panels.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace phaen::layout {
namespace {

using base::Length;

Length least_width(const doc::Column& column, const ColumnNeed& need) {
  return column.width.kind == doc::ColumnWidth::Kind::Fixed ? column.width.length : need.minimum;
}

/// Header cells that stand on both sides of a column's left edge.
std::size_t cut_heads(const Grid& grid, std::uint16_t column) {
  std::size_t count = 0;
  for (const GridCell& cell : grid.cells) {
    if (cell.row >= grid.header_rows) break;
    if (cell.column < column && column < cell.column + cell.column_span) ++count;
  }
  return count;
}

/// Columns of a part from the columns of the whole table; the part's own columns stand behind the keys.
struct Columns {
  std::uint16_t keys = 0;
  ColumnRange range;

  std::uint16_t count() const { return static_cast<std::uint16_t>(keys + range.last - range.first); }
  std::uint16_t original(std::uint16_t column) const {
    return column < keys ? column : static_cast<std::uint16_t>(column - keys + range.first);
  }
  /// First and last column a cell covers here; nothing when it stands in other parts alone.
  std::optional<std::pair<std::uint16_t, std::uint16_t>> covered(const GridCell& cell) const {
    std::optional<std::pair<std::uint16_t, std::uint16_t>> found;
    for (std::uint16_t column = 0; column < count(); ++column) {
      const std::uint16_t there = original(column);
      if (there < cell.column || there >= cell.column + cell.column_span) continue;
      if (!found) found = {column, column};
      found->second = column;
    }
    return found;
  }
};

TablePanel make_panel(const doc::Table& table, const Grid& grid, CellTags& tags, const Columns& columns) {
  TablePanel panel;
  doc::Table& made = panel.table;
  made.caption = table.caption;
  made.head_style = table.head_style;
  made.cell_style = table.cell_style;
  made.rules = table.rules;
  made.split_rows = table.split_rows;
  made.repeat_header = table.repeat_header;
  made.continuation_label = table.continuation_label;
  made.carry = table.carry;
  for (std::uint16_t i = 0; i < columns.count(); ++i) made.columns.push_back(table.columns[columns.original(i)]);
  std::size_t first_tag = 0;
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    const doc::Row& source = table.rows[row];
    doc::Row part;
    part.kind = source.kind;
    part.level = source.level;
    part.keep_with_next = source.keep_with_next;
    for (std::uint32_t i = grid.first_cell[row]; i < grid.first_cell[row + 1]; ++i) {
      const GridCell& cell = grid.cells[i];
      const auto covered = columns.covered(cell);
      if (!covered) continue;
      doc::Cell copy = *cell.cell;
      // What a cell of several columns aligned to the first of them keeps its side when that column is not here.
      if (!copy.align && source.kind != doc::RowKind::Header) copy.align = table.columns[cell.column].align;
      copy.column = covered->first;
      copy.column_span = static_cast<std::uint16_t>(covered->second - covered->first + 1);
      copy.row_span = cell.row_span;
      part.cells.push_back(std::move(copy));
      CellTag& tag = tags[first_tag + static_cast<std::size_t>(cell.cell - source.cells.data())];
      panel.tags.push_back(tag);
      tag = {};
    }
    first_tag += source.cells.size();
    made.rows.push_back(std::move(part));
  }
  return panel;
}

}  // namespace

std::vector<ColumnRange> column_parts(const doc::Table& table, const Grid& grid, const std::vector<ColumnNeed>& needs,
                                      Length measure) {
  const auto columns = static_cast<std::uint16_t>(table.columns.size());
  const std::uint16_t keys = std::min(table.key_columns, columns);
  Length whole, key_width;
  for (std::uint16_t i = 0; i < columns; ++i) {
    const Length width = least_width(table.columns[i], needs[i]);
    whole += width;
    if (i < keys) key_width += width;
  }
  if (whole <= measure || keys == columns || key_width > measure * 2 / 3) return {{keys, columns}};
  std::vector<ColumnRange> parts;
  for (std::uint16_t first = keys; first < columns;) {
    Length width = key_width;
    std::uint16_t fitting = first;
    while (fitting < columns && width + least_width(table.columns[fitting], needs[fitting]) <= measure) {
      width += least_width(table.columns[fitting], needs[fitting]);
      ++fitting;
    }
    std::uint16_t last = std::max<std::uint16_t>(fitting, static_cast<std::uint16_t>(first + 1));
    const auto half = static_cast<std::uint16_t>(first + (last - first + 1) / 2);
    for (std::uint16_t other = last; last < columns && other-- > half;) {
      if (cut_heads(grid, other) < cut_heads(grid, last)) last = other;
    }
    parts.push_back({first, last});
    first = last;
  }
  return parts;
}

std::vector<TablePanel> split_columns(const doc::Table& table, const Grid& grid, const CellTags& tags,
                                      const std::vector<ColumnRange>& parts) {
  std::vector<TablePanel> panels;
  CellTags left = tags;
  const auto columns = static_cast<std::uint16_t>(table.columns.size());
  const std::uint16_t keys = std::min(table.key_columns, columns);
  panels.reserve(parts.size());
  for (const ColumnRange& part : parts) panels.push_back(make_panel(table, grid, left, {keys, part}));
  return panels;
}

}  // namespace phaen::layout
