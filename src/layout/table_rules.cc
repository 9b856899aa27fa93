// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_rules.h"

#include <algorithm>
#include <optional>

namespace phaen::layout {
namespace {

using base::Length;

std::optional<base::Colour> fill_of(doc::RowKind kind) {
  switch (kind) {
    case doc::RowKind::Header:
    case doc::RowKind::Total: return base::Colour{0xf0, 0xf0, 0xf0};
    case doc::RowKind::Group: return base::Colour{0xf8, 0xf8, 0xf8};
    case doc::RowKind::Body: return std::nullopt;
  }
  return std::nullopt;
}

void draw_fills(const SetTable& table, const std::vector<FragmentRow>& rows, Length left, page::Page& page) {
  std::optional<base::Colour> last;
  for (const FragmentRow& row : rows) {
    const bool carried = row.kind == FragmentRow::Kind::Carried;
    const std::optional<base::Colour> colour = fill_of(carried ? doc::RowKind::Total : table.rows[row.row].kind);
    if (colour && last == colour) {
      page.fills.back().area.height += row.height;
    } else if (colour) {
      page.fills.push_back(
          {{left + table.edges.front(), row.y, table.edges.back() - table.edges.front(), row.height}, *colour});
    }
    last = colour;
  }
}

/// Whether the places (a row and a column each) belong to one cell.
class Places {
 public:
  Places(const SetTable& table, const std::vector<FragmentRow>& rows) : table_(table), rows_(rows) {}

  bool same_cell(std::size_t row_a, std::size_t column_a, std::size_t row_b, std::size_t column_b) const {
    const bool own = rows_[row_a].kind == FragmentRow::Kind::Own && rows_[row_b].kind == FragmentRow::Kind::Own;
    if (!own && row_a != row_b) return false;
    if (rows_[row_a].kind == FragmentRow::Kind::Group) return true;
    if (rows_[row_a].kind == FragmentRow::Kind::Carried)
      return std::max(column_a, column_b) < rows_[row_a].label_columns;
    const std::uint32_t a = owner(row_a, column_a);
    return a != kUncovered && a == owner(row_b, column_b);
  }

 private:
  std::uint32_t owner(std::size_t row, std::size_t column) const {
    return table_.owner[rows_[row].row * table_.columns() + column];
  }
  const SetTable& table_;
  const std::vector<FragmentRow>& rows_;
};

void stroke(base::Point from, base::Point to, page::Page& page) {
  page.rules.push_back({from, to, kRuleThickness, {}, {}});
}

/// Strokes along the row edges; they reach over the vertical strokes so that corners are square.
void draw_horizontals(const SetTable& table, const std::vector<FragmentRow>& rows, Length left, page::Page& page) {
  const Places places(table, rows);
  const std::size_t columns = table.columns();
  for (std::size_t edge = 0; edge <= rows.size(); ++edge) {
    const Length y = edge < rows.size() ? rows[edge].y : rows.back().y + rows.back().height;
    std::optional<std::size_t> start;
    for (std::size_t column = 0; column <= columns; ++column) {
      const bool outer = edge == 0 || edge == rows.size();
      const bool drawn = column < columns && (outer || !places.same_cell(edge - 1, column, edge, column));
      if (drawn && !start) start = column;
      if (drawn || !start) continue;
      stroke({left + table.edges[*start] - kRuleThickness / 2, y}, {left + table.edges[column] + kRuleThickness / 2, y},
             page);
      start.reset();
    }
  }
}

void draw_verticals(const SetTable& table, const std::vector<FragmentRow>& rows, Length left, page::Page& page) {
  const Places places(table, rows);
  const std::size_t columns = table.columns();
  for (std::size_t edge = 0; edge <= columns; ++edge) {
    const Length x = left + table.edges[edge];
    std::optional<Length> start;
    Length bottom;
    for (std::size_t row = 0; row <= rows.size(); ++row) {
      const bool outer = edge == 0 || edge == columns;
      const bool drawn = row < rows.size() && (outer || !places.same_cell(row, edge - 1, row, edge));
      if (drawn) {
        if (!start) start = rows[row].y;
        bottom = rows[row].y + rows[row].height;
      } else if (start) {
        stroke({x, *start}, {x, bottom}, page);
        start.reset();
      }
    }
  }
}

}  // namespace

void draw_table_frame(const SetTable& table, const std::vector<FragmentRow>& rows, Length left, page::Page& page) {
  if (rows.empty() || table.columns() == 0 || table.rules == doc::Rules::None) return;
  draw_fills(table, rows, left, page);
  draw_horizontals(table, rows, left, page);
  if (table.rules == doc::Rules::Grid) draw_verticals(table, rows, left, page);
}

}  // namespace phaen::layout
