// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/cuts.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "layout/toy_galley.h"

namespace phaen::layout {
namespace {

using base::Length;
using toy::kLine;
using toy::TableShape;

std::vector<PageCut> cut_clean(const Galley& galley, Length body) {
  base::Diagnostics diagnostics;
  std::vector<PageCut> cuts = cut(galley, body, "toy", diagnostics);
  CHECK(diagnostics.empty());
  return cuts;
}

/// The strips of each page, as `0 1 2 | 3 4`.
std::string strips_of(const std::vector<PageCut>& cuts) {
  std::string text;
  for (const PageCut& page : cuts) {
    if (!text.empty()) text += " | ";
    std::string strips;
    for (const Placement& placement : page.placements) {
      if (placement.kind != Placement::Kind::Strip) continue;
      strips += (strips.empty() ? "" : " ") + std::to_string(placement.index);
    }
    text += strips;
  }
  return text;
}

TEST_CASE("lines fill the page and go on on the next") {
  Galley galley;
  for (int i = 0; i < 5; ++i) galley.strips.push_back(toy::text_strip());
  CHECK(strips_of(cut_clean(galley, kLine * 2)) == "0 1 | 2 3 | 4");
}

TEST_CASE("a heading is not left alone at a page end") {
  Galley galley;
  galley.strips.push_back(toy::text_strip());
  galley.strips.push_back(toy::text_strip(BreakAfter::Bound));
  galley.strips.push_back(toy::text_strip());
  CHECK(strips_of(cut_clean(galley, kLine * 2)) == "0 | 1 2");
}

TEST_CASE("no page begins or ends with a single line of a paragraph") {
  Galley galley;
  SUBCASE("the last line takes one with it") {
    toy::add_paragraph(galley, 4);
    CHECK(strips_of(cut_clean(galley, kLine * 3)) == "0 1 | 2 3");
  }
  SUBCASE("the first line goes to the next page") {
    galley.strips.push_back(toy::text_strip());
    galley.strips.push_back(toy::text_strip());
    toy::add_paragraph(galley, 4);
    CHECK(strips_of(cut_clean(galley, kLine * 3)) == "0 1 | 2 3 | 4 5");
  }
  SUBCASE("three lines stay together") {
    galley.strips.push_back(toy::text_strip());
    toy::add_paragraph(galley, 3);
    CHECK(strips_of(cut_clean(galley, kLine * 3)) == "0 | 1 2 3");
  }
}

TEST_CASE("a chain that no page holds breaks at its least bad place") {
  Galley galley;
  galley.strips.push_back(toy::text_strip(BreakAfter::Bound));
  galley.strips.push_back(toy::text_strip(BreakAfter::Widow));
  galley.strips.push_back(toy::text_strip(BreakAfter::Bound));
  galley.strips.push_back(toy::text_strip());
  CHECK(strips_of(cut_clean(galley, kLine * 3)) == "0 1 | 2 3");
}

TEST_CASE("space is the larger of after and before, and none at the top of a page") {
  Galley galley;
  for (int i = 0; i < 3; ++i) galley.strips.push_back(toy::text_strip());
  galley.strips[0].space_after = Length::pt(4);
  galley.strips[1].space_before = Length::pt(6);
  galley.strips[2].space_before = Length::pt(6);
  CHECK(dump(cut_clean(galley, Length::pt(26))) ==
        "cuts\n page 1\n  0+10 strip 0\n  16+10 strip 1\n page 2\n  0+10 strip 2\n");
}

TEST_CASE("a page break starts a page, but not a second empty one") {
  Galley galley;
  for (int i = 0; i < 3; ++i) galley.strips.push_back(toy::text_strip());
  galley.strips[0].page_break_before = galley.strips[2].page_break_before = true;
  CHECK(strips_of(cut_clean(galley, kLine * 5)) == "0 1 | 2");
}

TEST_CASE("what is higher than a page is reported and still printed") {
  Galley galley;
  for (int i = 0; i < 3; ++i) galley.strips.push_back(toy::text_strip());
  galley.strips[1].height = Length::pt(50);
  base::Diagnostics diagnostics;
  CHECK(strips_of(cut(galley, Length::pt(30), "toy", diagnostics)) == "0 | 1 | 2");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "Y009");
}

TEST_CASE("a table goes on under its title, its head and its group") {
  TableShape shape;
  shape.body_rows = 3;
  shape.header_rows = 1;
  shape.group_every = 3;
  shape.title = true;
  // title 2 x 10, head 12, group 12, rows 12 each: two rows fit into 70 pt
  CHECK(dump(cut_clean(toy::table_galley(shape), Length::pt(90))) == R"(cuts
 page 1
  0+10 strip 0
  10+10 strip 1
  20+12 strip 2
  32+12 strip 3
  44+12 strip 4
  56+12 strip 5
  68+12 strip 6
)");
  CHECK(dump(cut_clean(toy::table_galley(shape), Length::pt(88 - 9))) == R"(cuts
 page 1
  0+10 strip 0
  10+10 strip 1
  20+12 strip 2
  32+12 strip 3
  44+12 strip 4
  56+12 strip 5
 page 2
  0+10 title 0.0 again
  10+10 title 0.1 again
  20+12 head 0 again
  32+12 strip 6
)");
}

TEST_CASE("a cell higher than a page keeps all its lines") {
  Galley galley;
  TableShape shape;
  shape.header_rows = 1;
  shape.split_rows = false;
  galley = toy::table_galley(shape);
  SetTable& table = galley.tables[0];
  table.cells.back().lines = toy::lines(8);
  table.rows.back().height = Length::pt(82);
  CHECK(dump(cut_clean(galley, Length::pt(46))) == R"(cuts
 page 1
  0+12 strip 0
  12+32 strip 1 lines 0-1 0-3
 page 2
  0+12 head 0 again
  12+32 strip 1 lines 1-1 3-6
 page 3
  0+12 head 0 again
  12+22 strip 1 lines 1-1 6-8
)");
}

TEST_CASE("rows that may not be split go whole to the next page") {
  TableShape shape;
  shape.body_rows = 2;
  shape.tall_every = 2;
  SUBCASE("split with two lines or more on both sides") {
    CHECK(dump(cut_clean(toy::table_galley(shape), Length::pt(75))) ==
          "cuts\n page 1\n  0+12 strip 0\n  12+52 strip 1 lines 0-1 0-5\n page 2\n  0+22 strip 1 lines 1-1 5-7\n");
  }
  SUBCASE("whole") {
    shape.split_rows = false;
    CHECK(strips_of(cut_clean(toy::table_galley(shape), Length::pt(75))) == "0 | 1");
  }
}

TEST_CASE("a spanning cell is set again on the page it continues on") {
  TableShape shape;
  shape.body_rows = 6;
  shape.span_every = 6;
  // three lines need 32 pt: three rows
  CHECK(dump(cut_clean(toy::table_galley(shape), Length::pt(50))) == R"(cuts
 page 1
  0+12 strip 0
  12+12 strip 1
  24+12 strip 2
  36+12 strip 3
  span 0.1 0+48 lines 0-3
 page 2
  0+12 strip 4
  12+20 strip 5
  span 0.1 0+32 lines 0-3 again
)");
}

TEST_CASE("a head of more than half a page is not repeated, with a message") {
  TableShape shape;
  shape.body_rows = 3;
  shape.header_rows = 3;
  base::Diagnostics diagnostics;
  const std::vector<PageCut> cuts = cut(toy::table_galley(shape), Length::pt(60), "toy", diagnostics);
  CHECK(strips_of(cuts) == "0 1 2 | 3");
  CHECK(cuts[1].placements.size() == 1);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "Y011");
}

// --- the sweep ------------------------------------------------------------------------------------------------------

/// Everything a reader would count, gathered from the cuts of one table.
struct Tally {
  std::uint32_t next_strip = 0;
  std::map<std::uint32_t, std::uint32_t> lines_of_cell;  ///< lines that stood so far
};

void tally_row(const SetTable& table, const RowBand& band, const Placement& placement, bool goes_on, Tally& tally) {
  const SetRow& row = table.rows[band.row];
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const std::uint32_t index = row.first_cell + i;
    const SetCell& cell = table.cells[index];
    if (cell.row_span > 1) continue;
    const auto count = static_cast<std::uint32_t>(cell.lines.size());
    const LineRange part = placement.parts.empty() ? LineRange{0, count} : placement.parts[i];
    REQUIRE(part.first == tally.lines_of_cell[index]);
    REQUIRE(part.first <= part.last);
    if (part.last > part.first) {
      const Length need = cell.lines[part.last - 1].bottom() - cell.lines[part.first].top + 2 * kCellPaddingY;
      REQUIRE(need <= placement.height);
    }
    tally.lines_of_cell[index] = part.last;
    if (!goes_on) REQUIRE(part.last == count);
  }
}

void tally_spans(const SetTable& table, const PageCut& page, Tally& tally) {
  for (const SpanPart& part : page.spans) {
    const SetCell& cell = table.cells[part.cell];
    const Length need = cell.lines[part.lines.last - 1].bottom() - cell.lines[part.lines.first].top;
    REQUIRE(need + 2 * kCellPaddingY <= part.height);
    if (part.repeated) {
      REQUIRE(part.lines == LineRange{0, static_cast<std::uint32_t>(cell.lines.size())});
      REQUIRE(tally.lines_of_cell[part.cell] == cell.lines.size());
    } else {
      REQUIRE(part.lines.first == tally.lines_of_cell[part.cell]);
      tally.lines_of_cell[part.cell] = part.lines.last;
    }
  }
}

/// Nothing lost, doubled, out of order or below the body; heads on top; no group row last.
void check_page(const Galley& galley, const PageCut& page, Length body, Tally& tally) {
  REQUIRE_FALSE(page.placements.empty());
  const SetTable& table = galley.tables[0];
  Length bottom;
  bool head = false;
  for (std::size_t i = 0; i < page.placements.size(); ++i) {
    const Placement& placement = page.placements[i];
    REQUIRE(placement.y >= bottom);
    bottom = placement.y + placement.height;
    REQUIRE(bottom <= body);
    if (placement.kind == Placement::Kind::RepeatedHead) head = true;
    if (placement.kind != Placement::Kind::Strip) continue;
    REQUIRE(placement.index == tally.next_strip);
    const Strip& strip = galley.strips[placement.index];
    if (std::holds_alternative<HeadBand>(strip.band)) head = true;
    const bool last = i + 1 == page.placements.size();
    if (const auto* band = std::get_if<RowBand>(&strip.band)) {
      if (table.header_rows > 0) REQUIRE(head);
      const bool goes_on = last && !placement.parts.empty() && [&] {
        for (std::uint32_t cell = 0; cell < placement.parts.size(); ++cell) {
          const SetCell& set = table.cells[table.rows[band->row].first_cell + cell];
          if (set.row_span == 1 && placement.parts[cell].last < set.lines.size()) return true;
        }
        return false;
      }();
      tally_row(table, *band, placement, goes_on, tally);
      if (last && tally.next_strip + 1 < galley.strips.size()) {
        REQUIRE(table.rows[band->row].kind != doc::RowKind::Group);
      }
      if (goes_on) continue;
    } else if (last && table.header_rows > 0) {
      REQUIRE_FALSE(std::holds_alternative<HeadBand>(strip.band));
    }
    ++tally.next_strip;
  }
  tally_spans(table, page, tally);
}

void check_table(const TableShape& shape, Length body) {
  const Galley galley = toy::table_galley(shape);
  CAPTURE(shape.body_rows);
  CAPTURE(shape.header_rows);
  CAPTURE(shape.group_every);
  CAPTURE(shape.total);
  CAPTURE(shape.title);
  CAPTURE(shape.note);
  CAPTURE(shape.split_rows);
  CAPTURE(shape.tall_every);
  CAPTURE(shape.span_every);
  base::Diagnostics diagnostics;
  const std::vector<PageCut> cuts = cut(galley, body, "toy", diagnostics);
  CAPTURE(dump(cuts));
  REQUIRE(diagnostics.empty());
  Tally tally;
  for (const PageCut& page : cuts) check_page(galley, page, body, tally);
  REQUIRE(tally.next_strip == galley.strips.size());
  const SetTable& table = galley.tables[0];
  for (std::uint32_t cell = 0; cell < table.cells.size(); ++cell) {
    if (table.cells[cell].row < table.header_rows) continue;
    REQUIRE(tally.lines_of_cell[cell] == table.cells[cell].lines.size());
  }
  // A note is alone only after a row that may not be split and fills the page.
  if (shape.note && shape.split_rows) REQUIRE(cuts.back().placements.size() > 1);
}

TEST_CASE("at every row count from one to three pages nothing is lost, doubled, out of order or over the edge") {
  const Length body = Length::pt(120);  // ten rows of one line
  for (std::uint32_t mask = 0; mask < 32; ++mask) {
    for (std::uint32_t header_rows = 0; header_rows <= 2; ++header_rows) {
      for (const std::uint32_t span_every : {0U, 2U, 4U, 30U}) {
        for (std::uint32_t rows = 1; rows <= 31; ++rows) {
          TableShape shape;
          shape.body_rows = rows;
          shape.header_rows = header_rows;
          shape.span_every = span_every;
          // A span does not reach over group rows, so the two stand in tables of their own.
          shape.group_every = (mask & 1) != 0 && span_every == 0 ? 4 : 0;
          shape.total = (mask & 2) != 0;
          shape.title = shape.note = (mask & 4) != 0;
          shape.split_rows = (mask & 8) != 0;
          shape.tall_every = (mask & 16) != 0 ? 3 : 0;
          check_table(shape, body);
        }
      }
    }
  }
}

}  // namespace
}  // namespace phaen::layout
