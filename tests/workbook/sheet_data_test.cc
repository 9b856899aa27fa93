// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/sheet_data.h"

#include <doctest/doctest.h>

#include <random>

namespace phaen::workbook {
namespace {

Workbook book_of_rows(std::vector<Row> rows) {
  Workbook book;
  book.styles.resize(2);
  book.styles[1].rules = doc::Rules::Grid;
  book.sheets.emplace_back();
  book.sheets[0].name = "แผ่น";
  book.sheets[0].columns.assign(30, 64);
  book.sheets[0].rows = std::move(rows);
  return book;
}

Row row_of(std::vector<Cell> cells) {
  Row row;
  row.height = 29;
  row.cells = std::move(cells);
  return row;
}

Cell cell_of(std::uint16_t column, Value value, StyleId style = 0) {
  Cell cell;
  cell.column = column;
  cell.style = style;
  cell.value = value;
  return cell;
}

// Styles 0 and 1 have the formats 3 and 4 of the file.
std::string data_of(const Workbook& book) {
  std::string data;
  append_sheet_data(data, book, book.sheets[0], {3, 4});
  return data;
}

// What stands in the one cell of a sheet.
std::string figure_of(base::Decimal figure) {
  const std::string data = data_of(book_of_rows({row_of({cell_of(0, figure)})}));
  const auto begin = data.find("<v>") + 3;
  return data.substr(begin, data.find("</v>") - begin);
}

TEST_CASE("a figure stands in the file as it is written, not as the binary number next to it") {
  CHECK(figure_of({681, 1}) == "68.1");
  CHECK(figure_of({68100, 3}) == "68.1");
  CHECK(figure_of({-681, 1}) == "-68.1");
  CHECK(figure_of({5, 2}) == "0.05");
  CHECK(figure_of({-5, 12}) == "-0.000000000005");
  CHECK(figure_of({100, 2}) == "1");
  CHECK(figure_of({0, 4}) == "0");
  CHECK(figure_of({1200, 0}) == "1200");
  CHECK(figure_of({999'999'999'999'999'999, 2}) == "9999999999999999.99");
}

TEST_CASE("every figure of any scale is read from the file as the same figure") {
  std::mt19937_64 random(2566);
  for (int i = 0; i < 20'000; ++i) {
    const auto digits = static_cast<int>(random() % 18) + 1;
    std::int64_t most = 1;
    for (int d = 0; d < digits; ++d) most *= 10;
    const auto units = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most)) * (i % 2 == 0 ? 1 : -1);
    const base::Decimal figure(units, static_cast<int>(random() % (base::Decimal::kMaxScale + 1)));
    const auto read = base::Decimal::parse(figure_of(figure));
    CAPTURE(figure.to_string());
    REQUIRE(read);
    CHECK(*read == figure);
  }
}

TEST_CASE("rows have their heights in points and their levels, cells their names and formats") {
  std::vector<Row> rows{row_of({cell_of(0, base::Decimal::integer(7)), cell_of(27, base::Date{2022, 9, 30}, 1)}),
                        row_of({cell_of(1, std::monostate{}, 1)}), row_of({})};
  rows[1].outline = 2;
  rows[1].height = 30;
  CHECK(data_of(book_of_rows(std::move(rows))) ==
        "<sheetData>"
        "<row r=\"1\" ht=\"21.75\" customHeight=\"1\">"
        "<c r=\"A1\" s=\"3\"><v>7</v></c><c r=\"AB1\" s=\"4\"><v>44834</v></c></row>"
        "<row r=\"2\" ht=\"22.5\" customHeight=\"1\" outlineLevel=\"2\"><c r=\"B2\" s=\"4\"/></row>"
        "<row r=\"3\" ht=\"21.75\" customHeight=\"1\"/>"
        "</sheetData>");
}

TEST_CASE("what a ruled merge covers stands between the cells, blank and in order; an unruled one leaves nothing") {
  Workbook book = book_of_rows({row_of({cell_of(0, base::Decimal::integer(1)), cell_of(3, base::Decimal::integer(2))}),
                                row_of({cell_of(3, base::Decimal::integer(3))}), row_of({})});
  book.sheets[0].merges = {{{1, 2, 4, 4}, 1}, {{0, 1, 0, 1}, 1}, {{2, 2, 3, 3}, 0}};
  CHECK(data_of(book) ==
        "<sheetData>"
        "<row r=\"1\" ht=\"21.75\" customHeight=\"1\">"
        "<c r=\"A1\" s=\"3\"><v>1</v></c><c r=\"B1\" s=\"4\"/><c r=\"D1\" s=\"3\"><v>2</v></c></row>"
        "<row r=\"2\" ht=\"21.75\" customHeight=\"1\">"
        "<c r=\"A2\" s=\"4\"/><c r=\"B2\" s=\"4\"/><c r=\"D2\" s=\"3\"><v>3</v></c></row>"
        "<row r=\"3\" ht=\"21.75\" customHeight=\"1\"><c r=\"E3\" s=\"4\"/></row>"
        "</sheetData>");
}

TEST_CASE("formulas have their result beside them: a figure, a text, or nothing") {
  Workbook book = book_of_rows({row_of({cell_of(0, base::Decimal(681, 1)), cell_of(1, TextRef{0}), cell_of(2, {})})});
  book.texts.push_back({"ก<ข", {}});
  book.formulas = {"A2&\"<\"", "B2"};
  auto& cells = book.sheets[0].rows[0].cells;
  cells[0].formula = 2;
  cells[1].formula = cells[2].formula = 1;
  CHECK(data_of(book).find("<c r=\"A1\" s=\"3\"><f>B2</f><v>68.1</v></c>"
                           "<c r=\"B1\" s=\"3\" t=\"str\"><f>A2&amp;\"&lt;\"</f><v>ก&lt;ข</v></c>"
                           "<c r=\"C1\" s=\"3\" t=\"str\"><f>A2&amp;\"&lt;\"</f><v></v></c>") != std::string::npos);
}

TEST_CASE("texts: markup, blanks at the ends, control characters and what spells an escape") {
  Workbook book = book_of_rows({row_of({cell_of(0, TextRef{0}), cell_of(1, TextRef{0}), cell_of(2, TextRef{3})})});
  for (const char* text : {"ก & <ข>", " ริม ", "ก\x01\r\tข\nค", "_x0041_ _x00e9_ _xyz_ _x004", "_x0041__x0042_"})
    book.texts.push_back({text, {}});
  CHECK(shared_strings(book) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"3\" uniqueCount=\"5\">"
        "<si><t>ก &amp; &lt;ข&gt;</t></si>"
        "<si><t xml:space=\"preserve\"> ริม </t></si>"
        "<si><t>ก_x0001__x000D_\tข\nค</t></si>"
        "<si><t>_x005F_x0041_ _x005F_x00e9_ _xyz_ _x004</t></si>"
        "<si><t>_x005F_x0041__x005F_x0042_</t></si></sst>");
}

TEST_CASE("a text of runs takes the type of its cell, and each run adds its own") {
  Workbook book = book_of_rows({row_of({cell_of(0, TextRef{0}, 1)})});
  book.styles[1].bold = true;
  book.font = {"TH Sarabun New", 1000, 1331};
  book.texts.push_back({"มติ1)", {{9, {}}, {11, {}}}});
  book.texts[0].runs[1].emphasis.superscript = true;
  book.texts[0].runs[1].emphasis.colour = base::Colour{0x05, 0x63, 0xC1};
  CHECK(
      shared_strings(book).find(
          "<si><r><rPr><b/><sz val=\"16\"/><color rgb=\"FF000000\"/><rFont val=\"TH Sarabun New\"/><family val=\"2\"/>"
          "</rPr><t>มติ</t></r><r><rPr><b/><vertAlign val=\"superscript\"/><sz val=\"16\"/><color rgb=\"FF0563C1\"/>"
          "<rFont val=\"TH Sarabun New\"/><family val=\"2\"/></rPr><t>1)</t></r></si>") != std::string::npos);
}

}  // namespace
}  // namespace phaen::workbook
