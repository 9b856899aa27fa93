// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/make.h"

#include <algorithm>

#include "sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;
using doc::RowKind;

constexpr int kRowPaddingForTest = 4;

TEST_CASE("a small budget table becomes a sheet with figures, subtotals, merges and a frozen head") {
  doc::Table table = table_of(3);
  table.unit_line = words("หน่วย : บาท");
  table.rows.push_back(head_row({"โครงการ", "คำขอ", "อนุมัติ"}));
  table.rows.push_back(
      row(RowKind::Group, {text_cell(0, "ประเด็นที่ 1", "table-group"),
                           derived_cell(baht_cell(1, 350, "350"), doc::Derivation::Subtotal, {{2, 3, 1, 1}}),
                           derived_cell(baht_cell(2, 300, "300"), doc::Derivation::Subtotal, {{2, 3, 2, 2}})}));
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 100, "100"), baht_cell(2, 100, "100")}, 1));
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ข"), baht_cell(1, 250, "250"), baht_cell(2, 200, "200")}, 1));
  table.rows.push_back(
      row(RowKind::Total, {text_cell(0, "รวม", "table-total"),
                           derived_cell(baht_cell(1, 350, "350"), doc::Derivation::Subtotal, {{1, 3, 1, 1}}),
                           derived_cell(baht_cell(2, 300, "300"), doc::Derivation::Subtotal, {{1, 3, 2, 2}})}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("กจ.2", {paragraph("form-title", "บัญชีโครงการ"), table})}));
  CHECK(bench.codes() == "");
  CHECK(dump(book) == R"(workbook "แผนปฏิบัติราชการ" font="TH SarabunPSK" created=2022-09-30
style 0 size=14.00 centre middle bold grid wrap fill=F0F0F0
style 1 size=14.00 left top bold grid wrap fill=F7F7F7
style 2 size=14.00 right top grid fill=F7F7F7 format="#,##0"
style 3 size=14.00 left top grid wrap
style 4 size=14.00 right top grid format="#,##0"
style 5 size=14.00 left top bold grid wrap
style 6 size=14.00 right top bold grid format="#,##0"
style 7 size=18.00 centre top bold wrap
style 8 size=14.00 right top wrap
sheet "กจ.2" title="บัญชีโครงการ" frozen=A4
  print A4 landscape margins=85.04,56.69,70.87,56.69 footer="&C&\"TH SarabunPSK,Regular\"&12 หน้า &P จาก &N" title-rows=3:3
  column A 445px 62.85
  column B 238px 33.28
  column C 250px 35.00
  row 1 36px
    A1 s7 text "บัญชีโครงการ"
  row 2 29px
    A2 s8 text "หน่วย : บาท"
  row 3 29px
    A3 s0 text "โครงการ"
    B3 s0 text "คำขอ"
    C3 s0 text "อนุมัติ"
  row 4 29px
    A4 s1 text "ประเด็นที่ 1"
    B4 s2 =SUBTOTAL(9,B5:B6) -> number 350.00
    C4 s2 =SUBTOTAL(9,C5:C6) -> number 300.00
  row 5 29px outline=1
    A5 s3 text "ก"
    B5 s4 number 100.00
    C5 s4 number 100.00
  row 6 29px outline=1
    A6 s3 text "ข"
    B6 s4 number 250.00
    C6 s4 number 200.00
  row 7 29px
    A7 s5 text "รวม"
    B7 s6 =SUBTOTAL(9,B4:B6) -> number 350.00
    C7 s6 =SUBTOTAL(9,C4:C6) -> number 300.00
  merge A1:C1 s7
  merge A2:C2 s8
)");
}

// --- what cells hold -----------------------------------------------------------------------------------------------

// One body row of these cells under a head, in its own document; the second sheet row is the body.
doc::Document one_row(std::vector<doc::Cell> cells) {
  doc::Table table = table_of(cells.size());
  table.rows.push_back(head_row(std::vector<std::string>(cells.size(), "ก")));
  table.rows.push_back(row(RowKind::Body, std::move(cells)));
  return document_of({section_of("แผ่น", {table})});
}

std::string format_of(const Workbook& book, std::size_t column) {
  const Cell& cell = book.sheets[0].rows[1].cells.at(column);
  return book.number_formats.at(book.styles.at(cell.style).number_format);
}
const Value& value_of(const Workbook& book, std::size_t column) {
  return book.sheets[0].rows[1].cells.at(column).value;
}

TEST_CASE("money stands in the unit it is printed in, exactly") {
  Bench bench;
  const Workbook book = bench.make(
      one_row({figure_cell(0, base::Money{1757674000099}, "million-baht", "17,576.7400"),
               figure_cell(1, base::Money{1757674000099}, "baht", "17,576,740,001"),
               figure_cell(2, base::Money{-100}, "baht2", "(1.00)"), figure_cell(3, base::Money{50}, "", "0.50")}));
  CHECK(value_of(book, 0) == Value{base::Decimal{1757674000099, 8}});
  CHECK(format_of(book, 0) == "#,##0.0000");
  CHECK(value_of(book, 1) == Value{base::Decimal{1757674000099, 2}});
  CHECK(format_of(book, 1) == "#,##0");
  CHECK(format_of(book, 2) == "#,##0.00;(#,##0.00)");
  CHECK(format_of(book, 3) == "");
  CHECK(bench.codes() == "");
}

TEST_CASE("dates stay dates and read as Buddhist-era Thai; Thai digits when the document has them") {
  const auto date = [](doc::CellValue value) { return figure_cell(0, value, "date-long", "1 ตุลาคม 2569"); };
  Bench bench;
  doc::Document document = one_row({date(base::Date{2026, 10, 1})});
  CHECK(format_of(bench.make(document), 0) == "[$-107041E]d mmmm yyyy");
  document.info.digits = doc::Digits::Thai;
  const Workbook thai = bench.make(document);
  CHECK(format_of(thai, 0) == "[$-D07041E]d mmmm yyyy");
  CHECK(value_of(thai, 0) == Value{base::Date{2026, 10, 1}});
}

TEST_CASE("a date before March 1900 is text, for Excel's calendar does not have it") {
  Bench bench;
  const Workbook book = bench.make(one_row({figure_cell(0, base::Date{1892, 4, 1}, "date-long", "1 เมษายน 2435")}));
  REQUIRE(std::holds_alternative<TextRef>(value_of(book, 0)));
  CHECK(book.text(std::get<TextRef>(value_of(book, 0))) == "1 เมษายน 2435");
}

TEST_CASE("a year is a number without commas and a yes or no is text") {
  Bench bench;
  const Workbook book = bench.make(
      one_row({figure_cell(0, base::Decimal::integer(2566), "era", "พ.ศ. 2566"), figure_cell(1, true, "yes-no", "☑")}));
  CHECK(value_of(book, 0) == Value{base::Decimal::integer(2566)});
  CHECK(format_of(book, 0).starts_with("\"พ.ศ. \"0"));
  CHECK(book.text(std::get<TextRef>(value_of(book, 1))) == "☑");
}

TEST_CASE("a missing value is a blank cell, a dash that somebody wrote is text, a ratio is text") {
  Bench bench;
  const Workbook book = bench.make(one_row({figure_cell(0, {}, "baht", "-"), text_cell(1, "-"),
                                            figure_cell(2, {}, "quantity", "1:3,366"), text_cell(3, "")}));
  CHECK(value_of(book, 0) == Value{});
  CHECK(book.text(std::get<TextRef>(value_of(book, 1))) == "-");
  CHECK(book.text(std::get<TextRef>(value_of(book, 2))) == "1:3,366");
  CHECK(value_of(book, 3) == Value{});
}

TEST_CASE("zero printed as nil is a zero that shows as nil") {
  Bench bench;
  const Workbook book = bench.make(one_row({figure_cell(0, base::Money{0}, "baht", "-")}));
  CHECK(value_of(book, 0) == Value{base::Decimal{0, 2}});
  CHECK(format_of(book, 0) == "#,##0;-#,##0;\"-\"");
}

TEST_CASE("markers, paragraphs and mixed emphasis stay in the cell") {
  doc::Cell cell = text_cell(0, "วางแผน");
  cell.content[0].marker = "1)";
  cell.content.push_back(paragraph("table-cell", "ดำเนินการ"));
  cell.content[1].marker = "2)";
  doc::Cell mixed = text_cell(1, "ตร.กม.");
  doc::Emphasis high;
  high.superscript = true;
  mixed.content[0].content.push_back(doc::TextSpan{"2", high, 0, {}});
  Bench bench;
  const Workbook book = bench.make(one_row({cell, mixed}));
  CHECK(book.text(std::get<TextRef>(value_of(book, 0))) == "1) วางแผน\n2) ดำเนินการ");
  const Text& rich = book.texts[std::get<TextRef>(value_of(book, 1)).id];
  CHECK(rich.text == "ตร.กม.2");
  REQUIRE(rich.runs.size() == 2);
  CHECK(rich.runs[1].emphasis.superscript);
}

// --- merges and heights --------------------------------------------------------------------------------------------

TEST_CASE("a head of two rows merges down and across and stays in view") {
  doc::Table table = table_of(3);
  doc::Cell name = text_cell(0, "โครงการ", "table-head"), years = text_cell(1, "ปี", "table-head");
  name.row_span = 2;
  years.column_span = 2;
  table.rows.push_back(row(RowKind::Header, {name, years}));
  table.rows.push_back(row(RowKind::Header, {text_cell(1, "2566", "table-head"), text_cell(2, "2567", "table-head")}));
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 1, "1"), baht_cell(2, 2, "2")}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {table})}));
  const Sheet& sheet = book.sheets[0];
  REQUIRE(sheet.merges.size() == 2);
  CHECK(sheet.merges[0].range == Range{0, 1, 0, 0});
  CHECK(sheet.merges[1].range == Range{0, 0, 1, 2});
  CHECK(sheet.frozen_rows == 2);
  CHECK(sheet.print.title_rows == std::pair<std::uint32_t, std::uint32_t>{0, 1});
  CHECK(sheet.rows[1].cells.size() == 2);
  CHECK(sheet.rows[1].cells[0].column == 1);
}

TEST_CASE("a table keeps its head in view and on every printed page when signatures stand below it") {
  doc::Table table = table_of(2), signatures = table_of(3);
  table.rows.push_back(
      row(RowKind::Header, {text_cell(0, "โครงการ", "table-head"), text_cell(1, "บาท", "table-head")}));
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 1, "1")}));
  signatures.rows.push_back(row(RowKind::Body, {text_cell(0, "ลงชื่อ")}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {table, signatures})}));
  CHECK(book.sheets[0].frozen_rows == 1);
  CHECK(book.sheets[0].print.title_rows == std::pair<std::uint32_t, std::uint32_t>{0, 0});
}

TEST_CASE("a year in a head is text, and the totals below it stay formulas") {
  doc::Table table = table_of(2);
  doc::Cell year = baht_cell(1, 2566, "พ.ศ. 2566");
  table.rows.push_back(row(RowKind::Header, {text_cell(0, "โครงการ"), year}));
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 100, "100")}));
  table.rows.push_back(
      row(RowKind::Total,
          {text_cell(0, "รวม"), derived_cell(baht_cell(1, 100, "100"), doc::Derivation::Subtotal, {{1, 1, 1, 1}})}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {table})}));
  CHECK(bench.codes() == "");
  CHECK(dump(book).find("B1 s0 text \"พ.ศ. 2566\"") != std::string::npos);
  CHECK(dump(book).find("=SUBTOTAL(9,B2") != std::string::npos);
}

TEST_CASE("a row is as high as its longest wrapped cell, and grows with the text") {
  const std::string sentence = "ส่งเสริมการท่องเที่ยวเชิงวัฒนธรรมและธรรมชาติของกลุ่มจังหวัดภาคเหนือตอนบน ";
  std::vector<int> heights;
  for (int times = 0; times <= 6; times += 2) {
    std::string text;
    for (int i = 0; i < times; ++i) text += sentence;
    doc::Table table = table_of(2);
    for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, base::Length::cm(5), 1};
    table.rows.push_back(row(RowKind::Body, {text_cell(0, text), baht_cell(1, 1, "1")}));
    Bench bench;
    heights.push_back(bench.make(document_of({section_of("แผ่น", {table})})).sheets[0].rows[0].height);
  }
  CHECK(heights[0] == 29);  // one line of 14 pt: 25 pixels and 4 of padding
  for (std::size_t i = 1; i < heights.size(); ++i) {
    CHECK(heights[i] > heights[i - 1]);
    CHECK((heights[i] - kRowPaddingForTest) % 25 == 0);
  }
}

TEST_CASE("a cell over several rows gets its height from the last of them") {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "ส่งเสริมการท่องเที่ยวเชิงวัฒนธรรม ";
  doc::Table table = table_of(2);
  for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, base::Length::cm(4), 1};
  doc::Cell tall = text_cell(0, text);
  tall.row_span = 2;
  table.rows.push_back(row(RowKind::Body, {tall, baht_cell(1, 1, "1")}));
  table.rows.push_back(row(RowKind::Body, {baht_cell(1, 2, "2")}));
  Bench bench;
  const Sheet sheet = bench.make(document_of({section_of("แผ่น", {table})})).sheets[0];
  CHECK(sheet.rows[0].height == 29);
  CHECK(sheet.rows[1].height > 100);
}

TEST_CASE("a table ruled across only has lines above and below its cells") {
  doc::Table table = table_of(3);
  table.rules = doc::Rules::Horizontal;
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก")}));
  Bench bench;
  const Package file(bench.make(document_of({section_of("แผ่น", {table})})));
  CHECK(file.part("xl/styles.xml")
            .find("<left/><right/><top style=\"thin\"><color auto=\"1\"/></top><bottom "
                  "style=\"thin\">") != std::string::npos);
  CHECK_FALSE(Package::cell(file.sheet(1), "C1").empty());
}

TEST_CASE("cells that overlap in a table are reported and left out") {
  doc::Table table = table_of(3);
  doc::Cell tall = text_cell(0, "ก");
  tall.row_span = 2;
  tall.column_span = 2;
  table.rows.push_back(row(RowKind::Body, {tall}));
  table.rows.push_back(row(RowKind::Body, {text_cell(1, "ข"), text_cell(2, "ค")}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {table})}));
  CHECK(bench.codes() == "W006");
  CHECK(write_xlsx(book).has_value());
}

TEST_CASE("a paragraph higher than Excel lets a row be stands on several merged rows") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "กลุ่มจังหวัดภาคเหนือตอนบน 2 ส่งเสริมการท่องเที่ยวเชิงวัฒนธรรมและธรรมชาติ ";
  Bench bench;
  const Sheet sheet = bench.make(document_of({section_of("แผ่น", {paragraph("body", text)})})).sheets[0];
  REQUIRE(sheet.rows.size() > 1);
  CHECK(sheet.merges.at(0).range == Range{0, static_cast<std::uint32_t>(sheet.rows.size()) - 1, 0, 0});
  for (const Row& each : sheet.rows) CHECK(each.height <= kMaxRowHeight);
  CHECK(bench.codes() == "");
}

// --- the sheet -----------------------------------------------------------------------------------------------------

TEST_CASE("a narrow table stands on the columns of the widest one and its formulas follow") {
  doc::Table wide = table_of(6), narrow = table_of(2);
  wide.rows.push_back(row(RowKind::Body, {text_cell(0, "ก")}));
  narrow.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 5, "5")}));
  narrow.rows.push_back(
      row(RowKind::Total,
          {text_cell(0, "รวม"), derived_cell(baht_cell(1, 5, "5"), doc::Derivation::Subtotal, {{0, 0, 1, 1}})}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {wide, narrow})}));
  const Sheet& sheet = book.sheets[0];
  CHECK(sheet.columns.size() == 6);
  REQUIRE(sheet.rows.size() == 4);  // the wide row, a gap, two narrow rows
  REQUIRE(sheet.rows[2].cells.size() == 2);
  const std::uint16_t second = sheet.rows[2].cells[1].column;
  CHECK(second > 1);
  CHECK(book.formulas.at(0) == "SUBTOTAL(9," + std::string(1, static_cast<char>('A' + second)) + "3)");
  CHECK(sheet.frozen_rows == 0);
}

TEST_CASE("groups nest as outline levels and close with their totals") {
  doc::Table table = table_of(1);
  const auto add = [&](RowKind kind, std::uint8_t level) {
    table.rows.push_back(row(kind, {text_cell(0, "ก")}, level));
  };
  add(RowKind::Group, 0);
  add(RowKind::Group, 1);
  add(RowKind::Body, 2);
  add(RowKind::Total, 1);
  add(RowKind::Group, 1);
  add(RowKind::Body, 2);
  add(RowKind::Total, 0);
  Bench bench;
  const Sheet sheet = bench.make(document_of({section_of("แผ่น", {table})})).sheets[0];
  std::vector<int> levels;
  for (const Row& each : sheet.rows) levels.push_back(each.outline);
  CHECK(levels == std::vector<int>{0, 1, 2, 1, 1, 2, 0});
}

TEST_CASE("plain rows under a head can be filtered, merged or grouped ones cannot") {
  doc::Table table = table_of(2);
  table.rows.push_back(head_row({"ก", "ข"}));
  for (int i = 0; i < 3; ++i) table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 1, "1")}));
  table.rows.push_back(row(RowKind::Total, {text_cell(0, "รวม")}));
  Bench bench;
  CHECK(bench.make(document_of({section_of("แผ่น", {table})})).sheets[0].filter == Range{0, 3, 0, 1});
  doc::Table merged = table;
  merged.rows[1].cells[0].row_span = 2;
  merged.rows[2].cells.erase(merged.rows[2].cells.begin());
  CHECK_FALSE(bench.make(document_of({section_of("แผ่น", {merged})})).sheets[0].filter.has_value());
  doc::Table grouped = table;
  grouped.rows.insert(grouped.rows.begin() + 1, row(RowKind::Group, {text_cell(0, "ก")}));
  CHECK_FALSE(bench.make(document_of({section_of("แผ่น", {grouped})})).sheets[0].filter.has_value());
}

TEST_CASE("synthetic figures are in italics and the sheet says what that means") {
  Bench bench;
  const base::OriginId real = bench.origins.add_field(0, 0, 0, base::Fact::Real);
  const base::OriginId invented = bench.origins.add_field(0, 1, 0, base::Fact::Synthetic);
  doc::Cell a = baht_cell(0, 1, "1"), b = baht_cell(1, 2, "2");
  a.origin = real;
  b.origin = invented;
  const Workbook book = bench.make(one_row({a, b}));
  const Sheet& sheet = book.sheets[0];
  CHECK_FALSE(book.styles[sheet.rows[1].cells[0].style].italic);
  CHECK(book.styles[sheet.rows[1].cells[1].style].italic);
  CHECK(sheet.rows[1].cells[1].origin == invented);
  REQUIRE(sheet.rows.size() == 3);
  CHECK(book.text(std::get<TextRef>(sheet.rows[2].cells[0].value)) == "ตัวเลขตัวเอน: ข้อมูลสมมติ");
  doc::Cell c = baht_cell(0, 1, "1");
  c.origin = real;
  CHECK(bench.make(one_row({c})).sheets[0].rows.size() == 2);
}

TEST_CASE("an index sheet links to every sheet, and links and page references lead to sheets") {
  doc::Heading heading;
  heading.style = *doc::standard_styles().find("heading1");
  heading.content = words("งบประมาณ");
  heading.label = "budget";
  doc::Paragraph pointing = paragraph("body", "");
  pointing.content = words("ดูงบประมาณ", {}, "#budget");
  doc::Paragraph page = paragraph("body", "ดู ");
  page.content.push_back(doc::PageRef{"budget", {}});
  doc::Paragraph elsewhere = paragraph("body", "");
  elsewhere.content = words("ดูภาคผนวก", {}, "#appendix");
  doc::Section printed = section_of("", {paragraph("body", "ในเล่มเท่านั้น")});
  Bench bench;
  const Workbook book = bench.make(document_of(
      {section_of("สรุป", {pointing, page, elsewhere}), printed, section_of("งบ", {paragraph("body", "ก"), heading})}));
  CHECK(bench.codes() == "");
  REQUIRE(book.sheets.size() == 3);
  const Sheet& index = book.sheets[0];
  CHECK(index.name == "สารบัญ");
  REQUIRE(index.links.size() == 2);
  CHECK(index.links[0].target == "#'สรุป'!A1");
  CHECK(index.links[1].target == "#'งบ'!A1");
  CHECK(book.text(std::get<TextRef>(index.rows.at(3).cells.at(2).value)) == "งบประมาณ");
  REQUIRE(book.sheets[1].links.size() == 1);
  CHECK(book.sheets[1].links[0].target == "#'งบ'!A2");
  CHECK(book.text(std::get<TextRef>(book.sheets[1].rows[1].cells[0].value)) == "ดู 'งบ'");
  CHECK(bench.make(document_of({section_of("สรุป", {pointing})})).sheets.size() == 1);
}

TEST_CASE("paper, orientation, page breaks and the running head reach the print settings") {
  doc::Section section = section_of("แผ่น", {paragraph("body", "ก"), doc::PageBreak{}, paragraph("body", "ข")});
  section.geometry.paper = {base::Length::mm(420), base::Length::mm(297)};
  section.running_head = words("งบ & แผน");
  Bench bench;
  const PrintSettings print = bench.make(document_of({section})).sheets[0].print;
  CHECK(print.paper == Paper::A3);
  CHECK(print.landscape);
  CHECK(print.page_breaks == std::vector<std::uint32_t>{1});
  CHECK(print.header == "&L&\"TH SarabunPSK,Regular\"&12 งบ && แผน");
  section.folio = doc::Folio::None;
  CHECK(bench.make(document_of({section})).sheets[0].print.footer == "");
  CHECK(bench.codes() == "");
}

TEST_CASE("origins can be told in comments") {
  Bench bench;
  auto schema = std::make_shared<base::Schema>();
  base::Table budgets;
  budgets.name = "budgets";
  budgets.key = {"code"};
  base::Field code;
  code.name = "code";
  budgets.fields = {code};
  schema->tables = {budgets};
  base::Dataset dataset(schema);
  dataset.tables[0].push_back({{std::string("P1")}});
  doc::Cell cell = baht_cell(0, 1, "1");
  cell.origin = bench.origins.add_field(0, 0, 0, base::Fact::Real);
  Options options;
  CHECK(bench.make(one_row({cell}), options).sheets[0].notes.empty());
  options.describe_origins = &dataset;
  const Workbook book = bench.make(one_row({cell}), options);
  REQUIRE(book.sheets[0].notes.size() == 1);
  CHECK(book.sheets[0].notes[0].text == bench.origins.describe(cell.origin, dataset));
}

TEST_CASE("sections can be added one by one and freed") {
  Bench bench;
  WorkbookMaker maker(sample_info(), {}, bench.tools());
  for (int i = 0; i < 3; ++i) {
    auto section = std::make_unique<doc::Section>(
        section_of("แผ่น " + std::to_string(i), {paragraph("form-title", "ชื่อ " + std::to_string(i))}));
    maker.add(*section);
  }
  const Workbook book = maker.finish();
  REQUIRE(book.sheets.size() == 4);
  CHECK(book.sheets[3].title == "ชื่อ 2");
  CHECK(write_xlsx(book).has_value());
}
TEST_CASE("a link inside a table leads to the cell whose paragraph has the label") {
  Bench bench;
  doc::Table table = table_of(2);
  doc::Row first = row(doc::RowKind::Body, {text_cell(0, "I1"), text_cell(1, "ประเด็น")});
  first.cells[0].content[0].label = "row-I1";
  doc::Row second = row(doc::RowKind::Body, {text_cell(0, "I1-K1"), text_cell(1, "")});
  second.cells[1].content[0].content = words("I1", {}, "#row-I1");
  table.rows = {head_row({"รหัส", "หนุน"}), first, second};
  const Workbook book = bench.make(document_of({section_of("ผัง", {table})}));
  REQUIRE(book.sheets.at(0).links.size() == 1);
  CHECK(book.sheets[0].links[0].target == "#'ผัง'!A2");
  CHECK(book.sheets[0].links[0].row == 2);
}

TEST_CASE("a text that is raised as a whole stays raised, which no style of a cell can do") {
  doc::Table table = table_of(1);
  doc::Cell raised = text_cell(0, "");
  doc::TextSpan span;
  span.text = "2";
  span.emphasis.superscript = true;
  raised.content = {doc::Paragraph{0, {span}, {}, 0, {}}};
  table.rows.push_back(row(doc::RowKind::Body, {raised}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {table})}));
  REQUIRE(book.texts.size() == 1);
  REQUIRE(book.texts[0].runs.size() == 1);
  CHECK(Package(book).part("xl/sharedStrings.xml").find("<vertAlign val=\"superscript\"/>") != std::string::npos);
}

}  // namespace
}  // namespace phaen::workbook
