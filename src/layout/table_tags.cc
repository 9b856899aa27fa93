// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_tags.h"

#include <algorithm>

namespace phaen::layout {
namespace {

page::TagId add_tag(std::vector<page::Tag>& tags, page::Role role, page::TagId parent) {
  page::Tag tag;
  tag.role = role;
  tag.parent = parent;
  tags.push_back(tag);
  return static_cast<page::TagId>(tags.size() - 1);
}

/// The label of a group heads rows, but stands over all columns: it is told by its place, not by a scope.
bool heads_its_row(const doc::Table& table, const GridCell& cell) {
  const doc::RowKind kind = table.rows[cell.row].kind;
  const bool row_of_figures = kind == doc::RowKind::Body || kind == doc::RowKind::Total;
  return row_of_figures && table.columns[cell.column].header && !cell.cell->content.empty();
}

CellTag add_cell(const doc::Table& table, const GridCell& cell, bool head, page::TagId row_tag,
                 std::vector<page::Tag>& tags) {
  CellTag made;
  const bool row_header = !head && heads_its_row(table, cell);
  made.cell = add_tag(tags, head || row_header ? page::Role::TH : page::Role::TD, row_tag);
  tags[made.cell].column_scope = !row_header;
  tags[made.cell].row_span = static_cast<std::uint16_t>(std::min<std::uint32_t>(cell.row_span, 0xFFFF));
  tags[made.cell].column_span = cell.column_span;
  if (cell.cell->content.size() < 2) return made;
  made.paragraphs = static_cast<page::TagId>(tags.size());
  for (std::size_t i = 0; i < cell.cell->content.size(); ++i) add_tag(tags, page::Role::P, made.cell);
  return made;
}

}  // namespace

CellTags add_table_tags(const doc::Table& table, const Grid& grid, page::TagId table_tag,
                        std::vector<page::Tag>& tags) {
  CellTags made;
  page::TagId group = page::kRoot;
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    const bool head = row < grid.header_rows;
    if (row == 0 && head) group = add_tag(tags, page::Role::THead, table_tag);
    if (row == grid.header_rows) group = add_tag(tags, page::Role::TBody, table_tag);
    const page::TagId row_tag = add_tag(tags, page::Role::TR, group);
    const std::size_t first = made.size();
    made.resize(first + table.rows[row].cells.size());
    for (std::uint32_t i = grid.first_cell[row]; i < grid.first_cell[row + 1]; ++i) {
      const GridCell& cell = grid.cells[i];
      const auto index = static_cast<std::size_t>(cell.cell - table.rows[row].cells.data());
      made[first + index] = add_cell(table, cell, head, row_tag, tags);
    }
  }
  return made;
}

}  // namespace phaen::layout
