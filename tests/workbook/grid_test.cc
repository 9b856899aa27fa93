// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/grid.h"

#include <doctest/doctest.h>

#include <numeric>

#include "workbook/measure.h"

namespace phaen::workbook {
namespace {

using Kind = doc::ColumnWidth::Kind;

doc::Column column(Kind kind, base::Length length = {}, int fraction = 1) {
  doc::Column made;
  made.width = {kind, length, fraction};
  return made;
}

TEST_CASE("fixed columns keep their width unless a figure needs more") {
  const auto widths =
      column_widths({column(Kind::Fixed, base::Length::pt(75)), column(Kind::Fixed, base::Length::pt(75))},
                    {{10, 10}, {150, 150}}, 600);
  CHECK(widths == std::vector<int>{100, 150 + kCellPadding});
}

TEST_CASE("shares divide what fixed columns leave") {
  const auto widths = column_widths(
      {column(Kind::Fixed, base::Length::pt(75)), column(Kind::Fraction, {}, 2), column(Kind::Fraction, {}, 3)},
      {{}, {}, {}}, 600);
  CHECK(widths == std::vector<int>{100, 200, 300});
}

TEST_CASE("automatic columns follow their content and then fill the measure") {
  const auto widths = column_widths({column(Kind::Auto), column(Kind::Auto)}, {{0, 94}, {0, 44}}, 600);
  CHECK(widths == std::vector<int>{400, 200});
}

TEST_CASE("no column is narrower than its longest figure, though the sheet gets wider than the page") {
  std::vector<doc::Column> columns(20, column(Kind::Fraction));
  const auto widths = column_widths(columns, std::vector<ColumnNeed>(20, {100, 0}), 600);
  CHECK(widths == std::vector<int>(20, 100 + kCellPadding));
}

TEST_CASE("a table of the grid's columns takes one each") {
  CHECK(edges_on_grid({10, 20, 30}, {30, 20, 10}) == std::vector<std::uint16_t>{0, 1, 2, 3});
}

TEST_CASE("a narrower table stands where its columns would stand on paper") {
  CHECK(edges_on_grid({300, 300}, {100, 100, 100, 100, 100, 100}) == std::vector<std::uint16_t>{0, 3, 6});
  CHECK(edges_on_grid({100, 500}, {100, 100, 100, 100, 100, 100}) == std::vector<std::uint16_t>{0, 1, 6});
  CHECK(edges_on_grid({500, 50, 50}, {100, 100, 100, 100, 100, 100}) == std::vector<std::uint16_t>{0, 4, 5, 6});
  CHECK(edges_on_grid({600}, {200, 400}) == std::vector<std::uint16_t>{0, 2});
}

}  // namespace
}  // namespace phaen::workbook
