// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>

#include "layout/setting.h"
#include "layout/table_panels.h"

namespace phaen::layout {
namespace {

using base::Length;
using doc::RowKind;

doc::Cell head(std::uint16_t column, std::uint16_t span, std::uint32_t rows, std::string text) {
  doc::Cell cell;
  cell.column = column;
  cell.column_span = span;
  cell.row_span = rows;
  cell.content.push_back(paragraph(std::move(text)));
  return cell;
}

constexpr std::uint16_t kKeys = 3, kMonths = 32, kColumns = kKeys + 2 + kMonths + 2;

/// The four header rows of แผนปฏิบัติงานและแผนการใช้จ่ายงบประมาณ.
void add_yearly_head(doc::Table& table) {
  static constexpr const char* kNames[] = {"ต.ค.",  "พ.ย.", "ธ.ค.", "รวม", "ม.ค.", "ก.พ.", "มี.ค.", "รวม",
                                           "เม.ย.", "พ.ค.", "มิ.ย.", "รวม", "ก.ค.", "ส.ค.", "ก.ย.", "รวม"};
  doc::Row rows[4];
  for (doc::Row& row : rows) row.kind = RowKind::Header;
  rows[0].cells = {head(0, 1, 4, "ลำดับ"),
                   head(1, 1, 4, "กิจกรรม"),
                   head(2, 1, 4, "หน่วยนับ"),
                   head(3, 2, 3, "รวมทั้งสิ้น"),
                   head(5, kMonths, 1, "แผนการดำเนินงาน"),
                   head(37, 1, 4, "หน่วยปฏิบัติงาน"),
                   head(38, 1, 4, "รายละเอียด")};
  for (std::uint16_t quarter = 0; quarter < 4; ++quarter) {
    const auto first = static_cast<std::uint16_t>(5 + 8 * quarter);
    rows[1].cells.push_back(head(first, 8, 1, "ไตรมาสที่ " + std::to_string(quarter + 1)));
    for (std::uint16_t month = 0; month < 4; ++month) {
      rows[2].cells.push_back(head(static_cast<std::uint16_t>(first + 2 * month), 2, 1, kNames[quarter * 4 + month]));
    }
  }
  for (std::uint16_t column = 3; column < 5 + kMonths; ++column) {
    rows[3].cells.push_back(head(column, 1, 1, column % 2 != 0 ? "เป้าหมาย" : "งบประมาณ"));
  }
  for (doc::Row& row : rows) table.rows.push_back(row);
}

doc::Table yearly_grid(int activities) {
  doc::Table table = toy_table(0);
  for (std::uint16_t i = 0; i < kColumns; ++i) table.columns.push_back({"c" + std::to_string(i), {}, {}, false, {}});
  table.columns[1].header = true;
  table.split_columns = true;
  table.key_columns = kKeys;
  table.caption = doc::Caption{doc::CaptionKind::Table, "1", words("ตารางที่ 1"), words("แผนรายปี"), "t1"};
  add_yearly_head(table);
  for (int activity = 1; activity <= activities; ++activity) {
    const std::string number = std::to_string(activity);
    std::vector<std::string> texts{number, "อบรม" + number, "คน"};
    for (std::uint16_t column = kKeys; column < kColumns; ++column) {
      texts.push_back(number + "." + std::to_string(column));
    }
    table.rows.push_back(row(RowKind::Body, 0, texts));
  }
  doc::Row total;
  total.kind = RowKind::Total;
  total.cells = {head(0, kKeys, 1, "รวม")};
  for (std::uint16_t column = kKeys; column < kColumns; ++column) {
    total.cells.push_back(head(column, 1, 1, "ร" + std::to_string(column)));
  }
  table.rows.push_back(total);
  return table;
}

doc::Section on_paper(Length width, Length height, doc::Table table) {
  doc::Section section = toy_section("grid", 1);
  section.geometry.paper = {width, height};
  section.folio = doc::Folio::None;
  section.blocks.push_back(std::move(table));
  return section;
}

std::string text_of(const doc::Table& table) {
  std::string text = doc::plain_text(table.caption->lead) + doc::plain_text(table.caption->content);
  for (const doc::Row& row : table.rows) {
    for (const doc::Cell& cell : row.cells) text += doc::plain_text(cell.content.front().content);
  }
  std::erase(text, ' ');
  return text;
}

TEST_CASE("the yearly grid is split at a quarter, each part with its key columns") {
  Press press;
  const doc::Table table = yearly_grid(3);
  const page::Pages pages = press.set({on_paper(Length::mm(420), Length::mm(297), table)});
  CHECK(press.codes() == "");
  REQUIRE(pages.pages.size() > 1);
  std::string quarters;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const std::string text = press.text(pages, i);
    CAPTURE(text);
    CHECK(text.starts_with(i == 0 ? "ตารางที่ 1 แผนรายปี/" : "ตารางที่ 1 (ต่อ)/"));
    for (const char* key : {"/ลำดับ/กิจกรรม/หน่วยนับ/", "/อบรม1/", "/อบรม2/", "/อบรม3/", "/รวม/"}) {
      CHECK(text.find(key) != std::string::npos);
    }
    for (std::size_t at = text.find("ไตรมาสที่ "); at != std::string::npos; at = text.find("ไตรมาสที่ ", at + 1)) {
      quarters += text.substr(at + std::string("ไตรมาสที่ ").size(), 1);
    }
    quarters += "|";
  }
  // No quarter stands in two parts.
  std::erase(quarters, '|');
  CHECK(quarters == "1234");
}

TEST_CASE("a split table is one table for those who hear it: every text once, in the order of its rows") {
  for (int activities = 1; activities <= 40; activities += 3) {
    for (const int width : {300, 420, 500, 800}) {
      CAPTURE(activities);
      CAPTURE(width);
      Press press;
      const doc::Table table = yearly_grid(activities);
      const doc::Section section = on_paper(Length::mm(width), Length::mm(200), table);
      const page::Pages pages = press.set({section});
      REQUIRE(press.codes() == "");
      REQUIRE(tagged_text(pages, press.fonts) == text_of(table));
      for (const page::Page& page : pages.pages) {
        for (const page::TextLine& line : page.lines) {
          const page::TextRun& last = page.runs.at(line.first_run + line.run_count - 1);
          REQUIRE(last.x + last.width <= section.geometry.paper.width - section.geometry.right + Length::pt(1));
          REQUIRE(line.baseline <= section.geometry.paper.height - section.geometry.bottom);
        }
      }
      std::size_t tables = 0;
      for (const page::Tag& tag : pages.tags) tables += tag.role == page::Role::Table ? 1 : 0;
      REQUIRE(tables == 1);
    }
  }
}

TEST_CASE("rows stand at the same heights in all parts") {
  Press press;
  doc::Table table = yearly_grid(2);
  doc::Cell& last = table.rows[4].cells.back();
  for (int i = 0; i < 3; ++i) last.content.push_back(paragraph("ต่อ"));
  const page::Pages pages = press.set({on_paper(Length::mm(420), Length::mm(297), table)});
  std::set<Length> baselines;
  for (const page::Page& page : pages.pages) {
    for (const page::TextLine& line : page.lines) {
      if (page::line_text(page, line, press.fonts) == "อบรม2") baselines.insert(line.baseline);
    }
  }
  CHECK(pages.pages.size() > 1);
  CHECK(baselines.size() == 1);
}

TEST_CASE("a table that fits is not split, nor one whose keys leave no room") {
  doc::Table table = toy_table(4);
  table.split_columns = true;
  table.key_columns = 1;
  table.rows = {row(RowKind::Body, 0, {"ก", "ข", "ค", "ง"})};
  base::Diagnostics diagnostics;
  const Grid grid = resolve_spans(table, "", diagnostics);
  const std::vector<ColumnNeed> needs(4, ColumnNeed{Length::pt(50), Length::pt(50)});
  CHECK(column_parts(table, grid, needs, Length::pt(200)).size() == 1);
  const std::vector<ColumnRange> parts = column_parts(table, grid, needs, Length::pt(150));
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].first == 1);
  CHECK(parts[0].last == 3);
  CHECK(parts[1].last == 4);
  CHECK(column_parts(table, grid, needs, Length::pt(70)).size() == 1);
}

TEST_CASE("a part that goes on over pages carries the sums of its own columns") {
  Press press;
  doc::Table table = toy_table(3);
  table.split_columns = table.carry = true;
  for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, Length::pt(90), 1};
  for (int i = 1; i <= 6; ++i) {
    doc::Row next = row(RowKind::Body, 0, {"ก", "10", "2"});
    next.cells[1].value = base::Decimal(10, 0);
    next.cells[2].value = base::Decimal(2, 0);
    next.cells[1].format = next.cells[2].format = "integer";
    table.rows.push_back(next);
  }
  const page::Pages pages = press.set({on_paper(Length::pt(300), Length::pt(100 + 22 * 6), table)});
  CHECK(press.codes() == "");
  CHECK(press.texts(pages).size() == 2);
  table.rows.resize(4);
  for (int i = 0; i < 5; ++i) table.rows.push_back(table.rows[0]);
  const page::Pages longer = press.set({on_paper(Length::pt(300), Length::pt(100 + 22 * 6), table)});
  REQUIRE(longer.pages.size() == 4);
  CHECK(press.text(longer, 0).ends_with("ยอดยกไป/50/"));
  CHECK(press.text(longer, 1).starts_with("ยอดยกมา/50/"));
  CHECK(press.text(longer, 2).ends_with("ยอดยกไป/10/"));
  CHECK(press.text(longer, 3).starts_with("ยอดยกมา/10/"));
}

TEST_CASE("cells of header columns head their rows, and a cell of several paragraphs has a P for each") {
  Press press;
  doc::Table table = toy_table(2);
  table.columns[0].header = true;
  table.rows = {row(RowKind::Header, 0, {"ก", "ข"}), row(RowKind::Body, 0, {"ค", "ง"}),
                row(RowKind::Total, 0, {"", "จ"})};
  table.rows[1].cells[1].content.push_back(paragraph("ฉ"));
  const page::Pages pages = press.set({on_paper(Length::pt(300), Length::pt(400), table)});
  const std::string dump = page::dump(pages, press.fonts, nullptr, nullptr);
  CHECK(dump.substr(dump.find("tags")) == R"~(tags
  Document#0
    Table#1
      THead#2
        TR#3
          TH#4
          TH#5
      TBody#6
        TR#7
          TH#8 row scope
          TD#9
            P#10
            P#11
        TR#12
          TD#13
          TD#14
outline
)~");
}

}  // namespace
}  // namespace phaen::layout
