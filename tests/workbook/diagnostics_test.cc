// SPDX-License-Identifier: GPL-3.0-or-later
// Each limit of the sheet is met and said, never passed over. W001-W003 are in names_test, W006, W007, W020 in
// write_xlsx_test.
#include "workbook/diagnostics.h"

#include "base/utf8.h"
#include "sample.h"
#include "workbook/names.h"

namespace phaen::workbook {
namespace {

using namespace testing;
using doc::RowKind;

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

doc::Document cells(std::vector<doc::Cell> row_cells) {
  doc::Table table = table_of(row_cells.size());
  for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, base::Length::cm(4), 1};
  table.rows.push_back(row(RowKind::Body, std::move(row_cells)));
  return document_of({section_of("แผ่น", {table})});
}

TEST_CASE("a text longer than a cell holds is an error that names the cell and the length") {
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {paragraph("body", repeated("ก", 32768))})}));
  REQUIRE(bench.diagnostics.errors() == 1);
  const auto& found = bench.diagnostics.all().front();
  CHECK(found.code == "W004");
  CHECK(found.where.table == "แผ่น");
  CHECK(found.where.record == "A1");
  CHECK(found.message.en == "expected at most 32,767 characters in a cell, found 32768");
  CHECK(write_xlsx(book).has_value());
}

TEST_CASE("a text of exactly the longest length passes") {
  Bench bench;
  bench.make(document_of({section_of("แผ่น", {paragraph("body", repeated("ก", 32767))})}));
  CHECK(bench.codes() == "");
}

TEST_CASE("a running head of more than 255 characters is cut with a warning, never inside a cluster or an ampersand") {
  for (const char* piece : {"ก", "น้ำ", "&", "ก&"}) {
    CAPTURE(piece);
    doc::Section section = section_of("แผ่น", {paragraph("body", "ก")});
    section.running_head = words(repeated(piece, 256));
    Bench bench;
    const Workbook book = bench.make(document_of({section}));
    CHECK(bench.codes() == "W005");
    const std::string& header = book.sheets[0].print.header;
    CHECK(utf16_length(header) <= kMaxHeaderFooter);
    CHECK(header.ends_with("…"));
    const std::string text = header.substr(header.find("12 ") + 3);
    CHECK(std::count(text.begin(), text.end(), '&') % 2 == 0);
    CHECK(write_xlsx(book).has_value());
  }
}

TEST_CASE("a cell that needs a higher row than Excel has is a warning") {
  Bench bench;
  const Workbook book = bench.make(cells({text_cell(0, repeated("ส่งเสริมการท่องเที่ยว ", 100))}));
  CHECK(bench.codes() == "W008");
  CHECK(book.sheets[0].rows[0].height == kMaxRowHeight);
}

TEST_CASE("a figure of more than fifteen digits is a warning, zeros at its end do not count") {
  Bench bench;
  bench.make(cells({figure_cell(0, base::Decimal{1234567890123456, 2}, "decimal2", "12,345,678,901,234.56")}));
  CHECK(bench.codes() == "W009");
  Bench round;
  round.make(cells({figure_cell(0, base::Money::baht(17'576'740'000'000'000), "baht", "17,576,740,000,000,000")}));
  CHECK(round.codes() == "");
}

TEST_CASE("a page reference to what is on no sheet is a warning and prints dots") {
  doc::Paragraph page = paragraph("body", "ดูหน้า ");
  page.content.push_back(doc::PageRef{"appendix", {}});
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {page})}));
  CHECK(bench.codes() == "W010");
  CHECK(book.text(std::get<TextRef>(book.sheets[0].rows[0].cells[0].value)) == "ดูหน้า …");
}

TEST_CASE("characters XML cannot carry are an error and leave the file well-formed") {
  Bench bench;
  const Workbook book = bench.make(cells({text_cell(0, "ก\xEF\xBF\xBFข\xEF\xBF\xBE")}));
  CHECK(bench.codes() == "W011");
  const Package file(book);
  CHECK(file.xml_errors() == "");
  CHECK(file.part("xl/sharedStrings.xml").find("<t>ก\xEF\xBF\xBDข\xEF\xBF\xBD</t>") != std::string::npos);
}

TEST_CASE("a picture that cannot be read is an error") {
  doc::Image image;
  image.bytes = std::make_shared<const std::string>("GIF89a");
  image.width = base::Length::cm(5);
  image.alternative = "แผนที่";
  Bench bench;
  bench.make(document_of({section_of("แผ่น", {image})}));
  CHECK(bench.codes() == "W012");
}

TEST_CASE("more than seven outline levels are a warning") {
  doc::Table table = table_of(1);
  for (std::uint8_t level = 0; level < 9; ++level) {
    table.rows.push_back(row(RowKind::Group, {text_cell(0, "ก")}, level));
  }
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {table})}));
  CHECK(bench.codes() == "W013");
  CHECK(book.sheets[0].rows[8].outline == kMaxOutlineLevel);
  CHECK(write_xlsx(book).has_value());
}

TEST_CASE("a link longer than Excel takes is left out with a warning, its text stays") {
  doc::Paragraph linked = paragraph("body", "");
  linked.content = words("เว็บ", {}, "https://example.go.th/" + repeated("a", 2100));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {linked})}));
  CHECK(bench.codes() == "W014");
  CHECK(book.sheets[0].links.empty());
  CHECK(book.sheets[0].rows[0].cells.size() == 1);
}

TEST_CASE("other paper than A4 and A3 is a warning") {
  doc::Section section = section_of("แผ่น", {paragraph("body", "ก")});
  section.geometry.paper = {base::Length::mm(216), base::Length::mm(356)};
  Bench bench;
  bench.make(document_of({section}));
  REQUIRE(bench.codes() == "W015");
  CHECK(bench.diagnostics.all()[0].message.en == "expected A4 or A3 paper, found 216 x 356 mm; the sheet prints on A4");
}

TEST_CASE("more page breaks than a sheet takes are cut with a warning") {
  doc::Section section = section_of("แผ่น", {paragraph("body", "ก")});
  for (int i = 0; i < 1100; ++i) {
    section.blocks.push_back(doc::PageBreak{});
    section.blocks.push_back(paragraph("body", "ก"));
  }
  Bench bench;
  const Workbook book = bench.make(document_of({section}));
  CHECK(bench.codes() == "W018");
  CHECK(book.sheets[0].print.page_breaks.size() == kMaxPageBreaks);
  CHECK(write_xlsx(book).has_value());
}

TEST_CASE("a formula too long for a cell leaves the value alone, with a warning") {
  doc::Table table = table_of(2);
  std::vector<doc::CellRange> scattered;
  for (std::uint32_t r = 0; r < 3000; ++r) {
    table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 1, "1")}));
    if (r % 2 == 0) scattered.push_back({r, r, 1, 1});
  }
  table.rows.push_back(row(RowKind::Total, {text_cell(0, "รวม"), derived_cell(baht_cell(1, 1500, "1,500"),
                                                                              doc::Derivation::Sum, scattered)}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {table})}));
  CHECK(bench.codes() == "W016");
  CHECK(book.sheets[0].rows[3000].cells[1].formula == 0);
  CHECK(book.sheets[0].rows[3000].cells[1].value == Value{base::Decimal{150000, 2}});
}

TEST_CASE("figures that stand as text or in two units have no formula, with a warning") {
  const auto total = [](const char* format) {
    return derived_cell(figure_cell(2, base::Money::baht(3), format, "3"), doc::Derivation::Sum, {{0, 0, 0, 1}});
  };
  Bench text;
  text.make(cells({figure_cell(0, base::Money::baht(1), "thai-digits", "๑"), baht_cell(1, 2, "2"), total("baht")}));
  CHECK(text.codes() == "W017");
  Bench units;
  units.make(
      cells({figure_cell(0, base::Money::baht(1), "million-baht", "0.0000"), baht_cell(1, 2, "2"), total("baht")}));
  CHECK(units.codes() == "W017");
  Bench same;
  CHECK(same.make(cells({baht_cell(0, 1, "1"), baht_cell(1, 2, "2"), total("million-baht")})).formulas.at(0) ==
        "(SUM(A1:B1))/1000000");
  CHECK(same.codes() == "");
}

TEST_CASE("a total of no rows is empty, without a formula and without a warning") {
  doc::Cell nil = text_cell(0, "");
  Bench bench;
  const Workbook book = bench.make(cells({derived_cell(nil, doc::Derivation::Subtotal, {})}));
  CHECK(bench.codes() == "");
  CHECK(book.formulas.empty());
}

TEST_CASE("every message speaks both languages and gives a hint") {
  const base::Bilingual reason{"ก", "a"};
  for (const auto& diagnostic :
       {diagnostics::sheet_name_too_long("n", 40, "m"), diagnostics::sheet_name_invalid("n", reason, "m"),
        diagnostics::sheet_name_taken("n", "m"),        diagnostics::text_too_long("s", "A1", 40000),
        diagnostics::header_too_long("s", 300),         diagnostics::merges_overlap("s", "A1:B2", "B2:C3"),
        diagnostics::too_many_rows("s", 2'000'000),     diagnostics::too_many_columns("s", 20'000),
        diagnostics::row_too_high("s", "A1", 600),      diagnostics::figure_too_precise("s", "A1", "1"),
        diagnostics::page_reference("s", "l"),          diagnostics::unwritable_character("s", "A1"),
        diagnostics::unreadable_picture("s", "a"),      diagnostics::outline_too_deep("s", 9),
        diagnostics::link_dropped("s", "A1", reason),   diagnostics::unknown_paper("s", "1 x 2 mm"),
        diagnostics::formula_too_long("s", "A1", 9000), diagnostics::formula_left_out("s", "A1"),
        diagnostics::too_many_page_breaks("s", 2000),   diagnostics::writing_failed("file", "full")}) {
    CAPTURE(diagnostic.code);
    CHECK(diagnostic.code.size() == 4);
    CHECK(diagnostic.code.front() == 'W');
    for (const std::string& text :
         {diagnostic.message.th, diagnostic.message.en, diagnostic.hint.th, diagnostic.hint.en}) {
      CHECK_FALSE(text.empty());
      CHECK_FALSE(base::utf8::find_invalid(text).has_value());
    }
    CHECK(diagnostic.message.th != diagnostic.message.en);
  }
}

}  // namespace
}  // namespace phaen::workbook
