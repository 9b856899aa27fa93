// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "layout/setting.h"

namespace phaen::layout {
namespace {

using base::Length;
using doc::RowKind;
using Texts = std::vector<std::string>;

doc::Section with_table(int lines, doc::Table table) {
  doc::Section section = toy_section("tables", lines);
  section.folio = doc::Folio::None;
  section.blocks.push_back(std::move(table));
  return section;
}

doc::Cell cell(std::uint16_t column, std::string text, std::uint32_t row_span = 1, std::uint16_t column_span = 1) {
  doc::Cell result;
  result.column = column;
  result.row_span = row_span;
  result.column_span = column_span;
  result.content.push_back(paragraph(std::move(text)));
  return result;
}

TEST_CASE("head, groups and title come again on later pages, as artifacts") {
  Press press;
  doc::Table table = toy_table(2);
  table.caption = doc::Caption{doc::CaptionKind::Table, "1", words("ตารางที่ 1"), words("โครงการ"), "t1"};
  table.unit_line = words("หน่วย : บาท");
  table.rows.push_back(row(RowKind::Header, 0, {"ชื่อ", "เงิน"}));
  table.rows.push_back(row(RowKind::Group, 0, {"แผนงาน", "30"}));
  for (int i = 1; i <= 5; ++i)
    table.rows.push_back(row(RowKind::Body, 1, {"ก" + std::to_string(i), std::to_string(i)}));
  table.rows.push_back(row(RowKind::Total, 0, {"รวม", "15"}));
  table.notes.push_back(paragraph("หมายเหตุ"));
  // 20 pt a line, 22 pt a row: title 40, head 22, group 22 and three rows of 22 need 150 pt
  doc::Section section = with_table(9, table);
  section.geometry.paper.height = Length::pt(100 + 172);
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  CHECK(press.texts(pages) == Texts{"ตารางที่ 1 โครงการ/หน่วย : บาท/ชื่อ/เงิน/แผนงาน/30/ก1/1/ก2/2/ก3/3/ก4/4/",
                                    "ตารางที่ 1 (ต่อ)/หน่วย : บาท/ชื่อ/เงิน/แผนงาน (ต่อ)/ก5/5/รวม/15/หมายเหตุ/"});
  const page::Page& second = pages.pages.at(1);
  for (std::size_t i = 0; i < second.lines.size(); ++i) CHECK((second.lines[i].tag == page::kArtifact) == (i < 5));
}

TEST_CASE(
    "totals stay with the last row they add, or with the first when they come first, at every height of the page") {
  for (int height = 100; height <= 260; height += 11) {
    CAPTURE(height);
    Press press;
    doc::Table table = toy_table(1);
    const auto first_total = [](std::uint32_t from, std::uint32_t to) {
      doc::Row total = row(RowKind::Total, 0, {"ก่อน"});
      const doc::Formula sum{doc::Derivation::Subtotal, {{from, to, 0, 0}}};
      total.cells[0].formula = std::make_shared<const doc::Formula>(sum);
      return total;
    };
    table.rows = {row(RowKind::Header, 0, {"หัว"}),
                  first_total(2, 3),
                  row(RowKind::Body, 0, {"ก"}),
                  row(RowKind::Body, 0, {"ข"}),
                  row(RowKind::Total, 0, {"หลัง"}),
                  row(RowKind::Total, 0, {"หลัง"}),
                  first_total(7, 7),
                  row(RowKind::Body, 0, {"ค"}),
                  row(RowKind::Total, 0, {"หลัง"})};
    doc::Section section = with_table(9, table);
    section.geometry.paper.height = Length::pt(100 + height);
    const page::Pages pages = press.set({section});
    CHECK(press.codes() == "");
    for (const std::string& text : press.texts(pages)) {
      CHECK(text.find("หัว/หลัง/") != 0);
      CHECK(text.rfind("ก่อน/") != text.size() - std::string("ก่อน/").size());
    }
  }
}

TEST_CASE("a group holds its own total and ends at the next group or at a total above it") {
  Press press;
  doc::Table table = toy_table(1);
  table.rows = {row(RowKind::Group, 1, {"หนึ่ง"}), row(RowKind::Total, 1, {"รวมหนึ่ง"}), row(RowKind::Group, 2, {"หนึ่งหนึ่ง"}),
                row(RowKind::Body, 0, {"ก"}),    row(RowKind::Body, 0, {"ข"}),       row(RowKind::Group, 1, {"สอง"}),
                row(RowKind::Body, 0, {"ค"}),    row(RowKind::Total, 0, {"รวม"})};
  press.set({with_table(9, table)});
  std::string groups;
  for (std::size_t at = press.galley.find(" row 0."); at != std::string::npos;
       at = press.galley.find(" row 0.", at + 1)) {
    const std::string line = press.galley.substr(at, press.galley.find('\n', at) - at);
    const std::size_t group = line.find("group ", line.find(" in "));
    groups += line.find(" in ") == std::string::npos ? "- " : line.substr(group + 6) + " ";
  }
  CHECK(groups == "- 0 0 1 1 - 2 - ");
}

TEST_CASE("labels of paragraphs in cells and notes are places that references find") {
  Press press;
  doc::Table table = toy_table(1);
  table.rows = {row(RowKind::Body, 0, {"ก"}), row(RowKind::Body, 0, {"ข"})};
  table.rows[1].cells[0].content[0].label = "cell";
  table.notes = {paragraph("หมายเหตุ")};
  table.notes[0].label = "note";
  doc::Section section = with_table(1, table);
  section.folio = doc::Folio::Decimal;
  section.geometry.paper.height = Length::pt(100 + 22);
  doc::Paragraph see;
  see.content = {doc::PageRef{"cell", {}}, doc::TextSpan{" ", {}, base::kNoOrigin, {}}, doc::PageRef{"note", {}}};
  section.blocks.insert(section.blocks.begin(), see);
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  CHECK(press.text(pages, 0) == "3 4/1/");
}

TEST_CASE("rules are long strokes, and leave out the inside of spanning cells") {
  Press press;
  doc::Table table = toy_table(2);
  for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, Length::pt(100), 1};
  doc::Row first, second;
  first.cells = {cell(0, "ก", 2), cell(1, "ข")};
  second.cells = {cell(1, "ค")};
  table.rows = {first, second};
  const page::Pages pages = press.set({with_table(9, table)});
  CHECK(press.codes() == "");
  std::string rules;
  for (const page::Rule& rule : pages.pages[0].rules) {
    rules += std::to_string(rule.from.x.units() / 256) + "," + std::to_string(rule.from.y.units() / 256) + "-" +
             std::to_string(rule.to.x.units() / 256) + "," + std::to_string(rule.to.y.units() / 256) + " ";
  }
  // in quarter points: edges at 200, 600, 1000; rows at 200, 288, 376
  CHECK(rules ==
        "199,200-1001,200 599,288-1001,288 199,376-1001,376 "
        "200,200-200,376 600,200-600,376 1000,200-1000,376 ");
}

TEST_CASE("horizontal rules alone, or none") {
  Press press;
  doc::Table table = toy_table(2);
  table.rows = {row(RowKind::Header, 0, {"ก", "ข"}), row(RowKind::Body, 0, {"ค", "ง"})};
  table.rules = doc::Rules::Horizontal;
  const page::Pages pages = press.set({with_table(9, table)});
  CHECK(pages.pages[0].rules.size() == 3);
  CHECK(pages.pages[0].fills.size() == 1);
  table.rules = doc::Rules::None;
  const page::Pages bare = press.set({with_table(9, table)});
  CHECK(bare.pages[0].rules.empty());
  CHECK(bare.pages[0].fills.empty());
}

TEST_CASE("a table is tagged with its head, rows, spans and its summary") {
  Press press;
  doc::Table table = toy_table(2);
  table.alternative = "สรุป";
  doc::Row head;
  head.kind = RowKind::Header;
  head.cells = {cell(0, "ก", 1, 2)};
  table.rows = {head, row(RowKind::Body, 0, {"ค", "ง"})};
  const page::Pages pages = press.set({with_table(9, table)});
  const std::string dump = page::dump(pages, press.fonts, nullptr, nullptr);
  CHECK(dump.substr(dump.find("tags")) == R"~(tags
  Document#0
    Table#1 "สรุป"
      THead#2
        TR#3
          TH#4 span 2x1
      TBody#5
        TR#6
          TD#7
          TD#8
outline
)~");
}

TEST_CASE("fixed columns wider than the page are an error; a word wider than its column a warning") {
  Press press;
  doc::Table table = toy_table(2);
  table.rows = {row(RowKind::Body, 0, {"นครศรีธรรมราช", "ข"})};
  SUBCASE("too wide") {
    for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, Length::pt(101), 1};
    press.set({with_table(9, table)});
    REQUIRE(press.codes() == "Y001 ");
    CHECK(press.diagnostics.all()[0].message.en ==
          "the columns of table `นครศรีธรรมราช | ข` need 202.0 pt, the page gives 200.0 pt");
  }
  SUBCASE("a long word") {
    table.rows = {row(RowKind::Body, 0, {"1,234,567,890.00", "ข"})};
    table.columns[0].width = {doc::ColumnWidth::Kind::Fixed, Length::pt(40), 1};
    const page::Pages pages = press.set({with_table(9, table)});
    CHECK(press.codes().substr(0, 5) == "Y002 ");
    std::string shown = press.text(pages, 0);
    std::erase(shown, '/');
    CHECK(shown == "1,234,567,890.00ข");  // broken, but nothing is lost
  }
}

TEST_CASE("messages about a width name the template's line of the column and the record of the text") {
  Press press;
  press.locate = [&](base::OriginId id) {
    const base::Origin& origin = press.origins.at(id);
    base::Position where;
    if (origin.kind == base::Origin::Kind::Template) {
      where.file = press.origins.name(origin.a);
      where.line = static_cast<int>(origin.b);
    } else {
      where.table = "kpis";
      where.record = "K" + std::to_string(origin.b);
    }
    return where;
  };
  doc::Table table = toy_table(1);
  table.columns[0].width = {doc::ColumnWidth::Kind::Fixed, Length::pt(30), 1};
  table.columns[0].origin = press.origins.add_template("t.xml", 7);
  table.rows.push_back(row(RowKind::Body, 0, {""}));
  doc::Paragraph text = paragraph("ค่า ");
  const base::OriginId label = press.origins.add_template("t.xml", 9),
                       field = press.origins.add_field(1, 2, 3, base::Fact::Real);
  std::get<doc::TextSpan>(text.content[0]).origin = label;
  text.content.push_back(value("1234567890123", field)[0]);
  table.rows[0].cells.assign(1, cell(0, ""));
  table.rows[0].cells[0].content = {text};
  press.set({with_table(9, table)});
  REQUIRE(press.diagnostics.all().size() == 2);
  CHECK(press.diagnostics.all()[0].code == "Y002");
  CHECK(press.diagnostics.all()[0].where.file == "t.xml");
  CHECK(press.diagnostics.all()[0].where.line == 7);
  CHECK(press.diagnostics.all()[0].where.name == "tables");
  CHECK(press.diagnostics.all()[1].code == "L002");
  CHECK(press.diagnostics.all()[1].where.table == "kpis");
  CHECK(press.diagnostics.all()[1].where.record == "K2");
}

TEST_CASE("cells that overlap are an error") {
  Press press;
  doc::Table table = toy_table(2);
  doc::Row first;
  first.cells = {cell(0, "ก", 1, 2), cell(1, "ข")};
  table.rows = {first};
  press.set({with_table(9, table)});
  CHECK(press.codes() == "Y008 ");
}

TEST_CASE("vertical alignment moves the text inside its cell") {
  Press press;
  doc::Table table = toy_table(3);
  doc::Row only;
  doc::Cell tall = cell(0, "ก");
  tall.content.push_back(paragraph("ข"));
  tall.content.push_back(paragraph("ค"));
  only.cells = {tall, cell(1, "ง"), cell(2, "จ")};
  only.cells[1].vertical = doc::VerticalAlign::Middle;
  only.cells[2].vertical = doc::VerticalAlign::Bottom;
  table.rows = {only};
  const page::Pages pages = press.set({with_table(9, table)});
  REQUIRE(press.text(pages, 0) == "ก/ข/ค/ง/จ/");
  const std::vector<page::TextLine>& lines = pages.pages[0].lines;
  CHECK(lines[3].baseline == lines[1].baseline);
  CHECK(lines[4].baseline == lines[2].baseline);
}

TEST_CASE("columns fill the measure; figures keep their width and prose takes the rest") {
  Press press;
  doc::Table table = toy_table(2);
  table.columns[1].align = doc::Align::Right;
  table.rows = {
      row(RowKind::Body, 0, {"โครงการพัฒนาเส้นทางท่องเที่ยวเชื่อมโยงกลุ่มจังหวัดภาคเหนือตอนบนและประเทศเพื่อนบ้าน", "17,576,740,000"})};
  const page::Pages pages = press.set({with_table(9, table)});
  CHECK(press.codes() == "");
  const page::Page& page = pages.pages[0];
  CHECK(press.text(pages, 0).ends_with("/17,576,740,000/"));
  const page::TextRun& figure = page.runs.at(page.lines.back().first_run);
  CHECK(figure.x + figure.width == Length::pt(250) - Length::pt(3));
}

TEST_CASE("a cell higher than a page is printed whole over several pages") {
  Press press;
  doc::Table table = toy_table(2);
  table.split_rows = false;
  table.rows = {row(RowKind::Header, 0, {"ชื่อ", "ค่า"}), row(RowKind::Body, 0, {"", "1"})};
  for (int i = 0; i < 12; ++i) table.rows[1].cells[0].content.push_back(paragraph("ก" + std::to_string(i)));
  const page::Pages pages = press.set({with_table(5, table)});  // 100 pt: head 22, then three lines and padding
  CHECK(press.codes() == "");
  CHECK(press.texts(pages) == Texts{"ชื่อ/ค่า/ก0/ก1/ก2/1/", "ชื่อ/ค่า/ก3/ก4/ก5/", "ชื่อ/ค่า/ก6/ก7/ก8/", "ชื่อ/ค่า/ก9/ก10/ก11/"});
}

TEST_CASE("a spanning label is set again on the page its rows continue on, as an artifact") {
  Press press;
  doc::Table table = toy_table(2);
  for (int i = 0; i < 6; ++i) {
    doc::Row next;
    if (i == 0) next.cells.push_back(cell(0, "เป้าหมาย", 6));
    next.cells.push_back(cell(1, std::to_string(i)));
    table.rows.push_back(next);
  }
  const page::Pages pages = press.set({with_table(4, table)});  // 80 pt: three rows of 22
  CHECK(press.texts(pages) == Texts{"เป้าหมาย/0/1/2/", "เป้าหมาย (ต่อ)/3/4/5/"});
  CHECK(pages.pages[0].lines[0].tag != page::kArtifact);
  CHECK(pages.pages[1].lines[0].tag == page::kArtifact);
  table.continuation_label = false;
  CHECK(press.texts(press.set({with_table(4, table)})) == Texts{"เป้าหมาย/0/1/2/", "เป้าหมาย/3/4/5/"});
}

TEST_CASE("what heads a row that is cut heads it on the next page too, as an artifact") {
  Press press;
  doc::Table table = toy_table(2);
  table.columns[0].header = true;
  table.rows = {row(RowKind::Body, 0, {"หัวข้อ", ""})};
  for (int i = 0; i < 8; ++i) table.rows[0].cells[1].content.push_back(paragraph("ก" + std::to_string(i)));
  const page::Pages pages = press.set({with_table(5, table)});  // 100 pt: four lines of 20 and padding
  CHECK(press.texts(pages) == Texts{"หัวข้อ/ก0/ก1/ก2/ก3/", "หัวข้อ (ต่อ)/ก4/ก5/ก6/ก7/"});
  CHECK(pages.pages[1].lines[0].tag == page::kArtifact);
  table.columns[0].header = false;
  CHECK(press.texts(press.set({with_table(5, table)})) == Texts{"หัวข้อ/ก0/ก1/ก2/ก3/", "ก4/ก5/ก6/ก7/"});
}

TEST_CASE("a group of several cells is continued under the name of its column of row heads, not its number") {
  Press press;
  doc::Table table = toy_table(2);
  table.columns[1].header = true;
  table.rows = {row(RowKind::Group, 1, {"9", "แผนงาน"})};
  for (int i = 0; i < 6; ++i) table.rows.push_back(row(RowKind::Body, 2, {std::to_string(i), "ก"}));
  const page::Pages pages = press.set({with_table(5, table)});
  CHECK(press.texts(pages)[1].starts_with("แผนงาน (ต่อ)/"));
}

TEST_CASE("a note of a table stands with the mark that the cell has, one without a mark as it is") {
  Press press;
  doc::Table table = toy_table(1);
  table.rows = {row(RowKind::Body, 0, {"ก"})};
  table.notes = {paragraph("ยังไม่มีข้อมูล"), paragraph("ที่มา")};
  table.notes[0].marker = "1)";
  const page::Pages pages = press.set({with_table(6, table)});
  REQUIRE(pages.pages.size() == 1);
  CHECK(press.texts(pages)[0] == "ก/1)/ยังไม่มีข้อมูล/ที่มา/");
}

}  // namespace
}  // namespace phaen::layout
