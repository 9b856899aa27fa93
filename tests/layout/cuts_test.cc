// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/cuts.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "layout/foot.h"
#include "layout/table_parts.h"
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
  std::uint32_t rows_begun = 0, carried = 0;             ///< rows before this one have begun, were carried last
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

/// A page on which rows of the table have begun before brings their sums forward above its rows; one after which the
/// table goes on carries the sums of all rows that have begun below the last of them. No other page has sums.
void check_sums(const Galley& galley, const PageCut& page, std::uint32_t begun_before, Tally& tally) {
  std::uint32_t brought = 0, forward = 0, rows = 0;
  for (const Placement& placement : page.placements) {
    if (placement.kind == Placement::Kind::BroughtForward) {
      REQUIRE(rows == 0);
      REQUIRE(placement.index == begun_before);
      REQUIRE(placement.index == tally.carried);
      ++brought;
    }
    if (placement.kind == Placement::Kind::CarriedForward) {
      REQUIRE(&placement == &page.placements.back());
      REQUIRE(placement.index == tally.rows_begun);
      tally.carried = placement.index;
      ++forward;
    }
    const bool own = placement.kind == Placement::Kind::Strip;
    if (own && std::holds_alternative<RowBand>(galley.strips[placement.index].band)) ++rows;
  }
  const bool carries = galley.tables[0].carry_height > Length() && rows > 0;
  const bool goes_on =
      tally.next_strip < galley.strips.size() && std::holds_alternative<RowBand>(galley.strips[tally.next_strip].band);
  REQUIRE(brought == (carries && begun_before > 0 ? 1 : 0));
  REQUIRE(forward == (carries && goes_on ? 1 : 0));
}

/// Whether a page has room for its repeated heads, a whole body row and all totals after it; `row` is one of these.
bool chain_has_room(const Galley& galley, std::uint32_t row, Length body) {
  const SetTable& table = galley.tables[0];
  Length chain = continuation_height(table) + table.header_height + 2 * table.carry_height;
  while (table.rows[row].kind == doc::RowKind::Total) --row;
  if (table.rows[row].group) chain += table.groups[*table.rows[row].group].height;
  do {
    chain += table.rows[row++].height;
  } while (row < table.rows.size() && table.rows[row].kind == doc::RowKind::Total);
  return chain <= body;
}

/// No page begins with a total while there is room on it for the last row that the total adds.
void check_first_row(const Galley& galley, const PageCut& page, Length body) {
  for (const Placement& placement : page.placements) {
    if (placement.kind != Placement::Kind::Strip) continue;
    const auto* band = std::get_if<RowBand>(&galley.strips[placement.index].band);
    if (band && galley.tables[0].rows[band->row].kind == doc::RowKind::Total)
      REQUIRE_FALSE(chain_has_room(galley, band->row, body));
    return;
  }
}

/// Nothing lost, doubled, out of order or below the body; heads on top; no group row last.
void check_page(const Galley& galley, const PageCut& page, Length body, Tally& tally) {
  REQUIRE_FALSE(page.placements.empty());
  const SetTable& table = galley.tables[0];
  Length bottom;
  bool head = false;
  const std::uint32_t begun_before = tally.rows_begun;
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
    const bool last = i + 1 == page.placements.size() || page.placements[i + 1].kind == Placement::Kind::CarriedForward;
    if (const auto* band = std::get_if<RowBand>(&strip.band)) {
      if (table.header_rows > 0) REQUIRE(head);
      const bool goes_on = last && !placement.parts.empty() && [&] {
        for (std::uint32_t cell = 0; cell < placement.parts.size(); ++cell) {
          const SetCell& set = table.cells[table.rows[band->row].first_cell + cell];
          if (set.row_span == 1 && placement.parts[cell].last < set.lines.size()) return true;
        }
        return false;
      }();
      tally.rows_begun = band->row + 1;
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
  check_first_row(galley, page, body);
  tally_spans(table, page, tally);
  check_sums(galley, page, begun_before, tally);
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
  CAPTURE(shape.carry);
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
  for (std::uint32_t mask = 0; mask < 64; ++mask) {
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
          shape.carry = (mask & 32) != 0;
          check_table(shape, body);
        }
      }
    }
  }
}

// --- footnotes ------------------------------------------------------------------------------------------------------

TEST_CASE("a footnote stands on the page of its mark, and the line of the mark makes room for it") {
  Galley galley;
  toy::add_noted_paragraph(galley, 12, 6, 2);  // marks in lines 6 and 12, notes of two lines
  base::Diagnostics diagnostics;
  // 100 pt: ten lines, or seven with a note (20 pt and the gap of 8 pt); one line is not left alone
  CHECK(dump(cut(galley, Length::pt(100), "toy", diagnostics)) == R"(cuts
 page 1
  0+10 strip 0
  10+10 strip 1
  20+10 strip 2
  30+10 strip 3
  40+10 strip 4
  50+10 strip 5
  60+10 strip 6
  note 0 lines 0-2
 page 2
  0+10 strip 7
  10+10 strip 8
  20+10 strip 9
  30+10 strip 10
  40+10 strip 11
  note 1 lines 0-2
)");
  CHECK(diagnostics.empty());
}

/// Lines, notes and nothing else: each stands once, in order; a note begins on the page of its mark unless older lines
/// of notes fill the page, and the two never meet.
void check_notes(const Galley& galley, Length body) {
  base::Diagnostics diagnostics;
  const std::vector<PageCut> cuts = cut(galley, body, "toy", diagnostics);
  CAPTURE(dump(cuts));
  REQUIRE(diagnostics.empty());
  std::uint32_t next_strip = 0, note = 0, next_line = 0, marks = 0;
  for (const PageCut& page : cuts) {
    Length bottom;
    for (const Placement& placement : page.placements) {
      REQUIRE(placement.kind == Placement::Kind::Strip);
      REQUIRE(placement.index == next_strip++);
      REQUIRE(placement.y >= bottom);
      bottom = placement.y + placement.height;
      if (const auto* line = std::get_if<SetLine>(&galley.strips[placement.index].band)) marks += line->footnote_count;
    }
    REQUIRE(bottom <= body - foot_height(galley, page.notes));
    const std::uint32_t first_here = note;
    for (const NotePart& part : page.notes) {
      REQUIRE(part.note == note);
      REQUIRE(part.note < marks);  // never before its mark
      REQUIRE(part.lines.first == next_line);
      REQUIRE(part.lines.last > part.lines.first);
      next_line = part.lines.last;
      if (next_line == galley.footnotes[note].lines.size()) {
        ++note;
        next_line = 0;
      } else {
        REQUIRE(&part == &page.notes.back());
      }
    }
    if (note < marks) REQUIRE((first_here < note || !page.notes.empty() || bottom + toy::kLine + kFootGap > body));
  }
  REQUIRE(next_strip == galley.strips.size());
  REQUIRE(note == galley.footnotes.size());
}

TEST_CASE("whatever the paragraphs and their footnotes, every line of both stands once, in order, apart") {
  for (std::uint32_t every = 1; every <= 4; ++every) {
    for (const std::uint32_t note_lines : {1U, 2U, 5U, 13U, 31U}) {
      for (std::uint32_t count = 1; count <= 32; ++count) {
        for (const bool with_heading : {false, true}) {
          Galley galley;
          toy::add_noted_paragraph(galley, count, every, note_lines);
          if (with_heading) galley.strips.push_back(toy::text_strip(BreakAfter::Bound));
          toy::add_noted_paragraph(galley, 5, 5, note_lines);
          CAPTURE(every);
          CAPTURE(note_lines);
          CAPTURE(count);
          CAPTURE(with_heading);
          check_notes(galley, Length::pt(120));
        }
      }
    }
  }
}

TEST_CASE("footnotes above a table that carries its sums leave the table its order") {
  const Length body = Length::pt(120);
  for (std::uint32_t rows = 1; rows <= 24; ++rows) {
    for (std::uint32_t lines = 1; lines <= 11; ++lines) {
      Galley galley;
      toy::add_noted_paragraph(galley, lines, 3, 2);
      TableShape shape;
      shape.body_rows = rows;
      shape.header_rows = 1;
      shape.tall_every = 4;
      shape.carry = true;
      toy::TableMaker(shape).add_to(galley);
      base::Diagnostics diagnostics;
      const std::vector<PageCut> cuts = cut(galley, body, "toy", diagnostics);
      CAPTURE(dump(cuts));
      REQUIRE(diagnostics.empty());
      Tally tally;
      for (const PageCut& page : cuts) check_page(galley, page, body - foot_height(galley, page.notes), tally);
      REQUIRE(tally.next_strip == galley.strips.size());
    }
  }
}

}  // namespace
}  // namespace phaen::layout
