// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_widths.h"

#include <doctest/doctest.h>

#include <string>

namespace phaen::layout {
namespace {

using base::Length;
using Kind = doc::ColumnWidth::Kind;

doc::Column column(Kind kind, int value = 1) {
  doc::Column result;
  result.width = {kind, Length::pt(kind == Kind::Fixed ? value : 0), value};
  return result;
}

ColumnNeed need(int minimum, int natural) { return {Length::pt(minimum), Length::pt(natural)}; }

/// Widths in whole points.
std::string widths(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs, int measure) {
  std::string text;
  for (const Length width : column_widths(columns, needs, Length::pt(measure))) {
    text += std::to_string(width.units() / 1024) + " ";
  }
  return text;
}

TEST_CASE("columns that fit grow with what they hold") {
  CHECK(widths({column(Kind::Auto), column(Kind::Auto)}, {need(10, 20), need(10, 60)}, 160) == "40 120 ");
}

TEST_CASE("columns that do not fit: short ones keep their width, long ones share the rest") {
  CHECK(widths({column(Kind::Auto), column(Kind::Auto)}, {need(30, 30), need(20, 220)}, 130) == "30 100 ");
  // the root of 100 is 10, of 400 20
  CHECK(widths({column(Kind::Auto), column(Kind::Auto), column(Kind::Auto)},
               {need(20, 25), need(10, 100), need(10, 400)}, 100) == "25 25 50 ");
}

TEST_CASE("no long column is below its longest word") {
  CHECK(widths({column(Kind::Auto), column(Kind::Auto)}, {need(40, 100), need(10, 900)}, 100) == "40 60 ");
  CHECK(widths({column(Kind::Auto), column(Kind::Auto)}, {need(70, 100), need(10, 900)}, 100) == "70 30 ");
}

TEST_CASE("fixed columns get their length, fractions share what is left") {
  CHECK(widths({column(Kind::Fixed, 30), column(Kind::Fraction, 1), column(Kind::Fraction, 2)},
               {need(5, 5), need(5, 5), need(5, 5)}, 120) == "30 30 60 ");
  CHECK(widths({column(Kind::Auto), column(Kind::Fraction, 1)}, {need(10, 40), need(5, 5)}, 100) == "40 60 ");
}

TEST_CASE("no fraction is below its longest word") {
  CHECK(widths({column(Kind::Fraction, 1), column(Kind::Fraction, 9)}, {need(40, 40), need(5, 5)}, 100) == "40 60 ");
}

TEST_CASE("with less room than the longest words need all shrink alike") {
  CHECK(widths({column(Kind::Auto), column(Kind::Auto)}, {need(30, 30), need(90, 200)}, 60) == "15 45 ");
}

TEST_CASE("fixed columns alone may leave room, and may ask for too much") {
  CHECK(widths({column(Kind::Fixed, 30), column(Kind::Fixed, 40)}, {need(5, 5), need(5, 5)}, 100) == "30 40 ");
  CHECK(widths({column(Kind::Fixed, 80), column(Kind::Fixed, 40)}, {need(5, 5), need(5, 5)}, 100) == "80 40 ");
}

TEST_CASE("widths add up to the measure to the last unit") {
  Length sum;
  for (const Length width : column_widths({column(Kind::Auto), column(Kind::Auto), column(Kind::Auto)},
                                          {need(1, 7), need(1, 7), need(1, 7)}, Length::raw(100003))) {
    sum += width;
  }
  CHECK(sum == Length::raw(100003));
}

}  // namespace
}  // namespace phaen::layout
