// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/carry.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/setting.h"

namespace phaen::layout {
namespace {

using base::Length;
using doc::RowKind;
using Texts = std::vector<std::string>;

doc::Cell figure(std::uint16_t column, doc::CellValue amount, std::string text, std::string_view format = {}) {
  doc::Cell cell;
  cell.column = column;
  cell.content.push_back(paragraph(std::move(text)));
  cell.value = amount;
  cell.format = format;
  return cell;
}

/// Projects 1, 2 ... of 1,000.50 baht each.
doc::Table budget(int rows) {
  doc::Table table = toy_table(2);
  table.carry = true;
  table.columns[1].align = doc::Align::Right;
  table.rows.push_back(row(RowKind::Header, 0, {"โครงการ", "บาท"}));
  for (int i = 1; i <= rows; ++i) {
    doc::Row next = row(RowKind::Body, 0, {"ก" + std::to_string(i)});
    next.cells.push_back(figure(1, base::Money{100050}, "1,000.50", "baht2"));
    table.rows.push_back(next);
  }
  return table;
}

doc::Section with_table(Length body, doc::Table table) {
  doc::Section section = toy_section("carry", 1);
  section.geometry.paper.height = Length::pt(100) + body;
  section.folio = doc::Folio::None;
  section.blocks.push_back(std::move(table));
  return section;
}

constexpr const char* kHead = "โครงการ/บาท/";

TEST_CASE("a column has room for every sum it carries, whichever digits are wide") {
  const auto plan = plan_carry(budget(30), {});
  REQUIRE(plan);
  const std::vector<std::string> thai = widest_sums(*plan, 0, doc::Digits::Thai);
  for (const char* text : {"๑,๑๑๑.๑๑", "๗,๗๗๗.๗๗", "๙๙,๙๙๙.๙๙"})
    CHECK(std::find(thai.begin(), thai.end(), text) != thai.end());
  const std::vector<std::string> arabic = widest_sums(*plan, 0, doc::Digits::Arabic);
  CHECK(std::find(arabic.begin(), arabic.end(), "88,888.88") != arabic.end());
}

TEST_CASE("sums are carried forward at the foot of each page and brought forward on the next") {
  Press press;
  // 22 pt a row: a head, rows, and one or two rows of sums
  const page::Pages pages = press.set({with_table(Length::pt(22 * 6), budget(9))});
  CHECK(press.codes() == "");
  const std::string head = kHead;
  CHECK(press.texts(pages) == Texts{head + "ก1/1,000.50/ก2/1,000.50/ก3/1,000.50/ก4/1,000.50/ยอดยกไป/4,002.00/",
                                    head + "ยอดยกมา/4,002.00/ก5/1,000.50/ก6/1,000.50/ก7/1,000.50/ยอดยกไป/7,003.50/",
                                    head + "ยอดยกมา/7,003.50/ก8/1,000.50/ก9/1,000.50/"});
  const page::Page& second = pages.pages[1];
  for (std::size_t i : {2U, 3U, 10U, 11U}) CHECK(second.lines.at(i).tag == page::kArtifact);
  for (std::size_t i : {4U, 9U}) CHECK(second.lines.at(i).tag != page::kArtifact);
}

TEST_CASE("a table on one page carries nothing") {
  Press press;
  const page::Pages pages = press.set({with_table(Length::pt(22 * 6), budget(5))});
  CHECK(press.text(pages, 0).find("ยอด") == std::string::npos);
  CHECK(pages.pages.size() == 1);
}

TEST_CASE("carried sums have the digits of the document and the brackets of their column") {
  Press press;
  press.info.digits = doc::Digits::Thai;
  doc::Table table = budget(6);
  table.columns[1].figures.negative = thai::NegativeStyle::Brackets;
  for (doc::Row& next : table.rows) {
    if (next.kind == RowKind::Body) next.cells[1].value = base::Money{-100050};
  }
  const page::Pages pages = press.set({with_table(Length::pt(22 * 6), table)});
  CHECK(press.text(pages, 0).ends_with("ยอดยกไป/(๔,๐๐๒.๐๐)/"));
}

TEST_CASE("columns that totals add are carried, others are not; groups and totals count nothing twice") {
  doc::Table table = toy_table(4);
  doc::Row group = row(RowKind::Group, 0, {"แผนงาน"});
  group.cells.push_back(figure(2, base::Decimal(7, 0), "7"));
  doc::Row first = row(RowKind::Body, 1, {"ก"});
  first.cells = {first.cells[0], figure(1, base::Decimal(2571, 0), "2571"), figure(2, base::Decimal(3, 0), "3"),
                 figure(3, base::Decimal(50, 0), "50")};
  doc::Row second = first;
  second.cells[2].value = base::Decimal(45, 1);
  doc::Row total = row(RowKind::Total, 0, {"รวม"});
  total.cells.push_back(figure(2, base::Decimal(75, 1), "7.5"));
  doc::Cell percent = figure(3, base::Decimal(50, 0), "50");
  auto formula = std::make_shared<doc::Formula>();
  formula->derivation = doc::Derivation::Percent;
  percent.formula = formula;
  total.cells.push_back(percent);
  table.rows = {group, first, second, total};
  const auto plan = plan_carry(table, {});
  REQUIRE(plan);
  REQUIRE(plan->columns.size() == 1);
  CHECK(plan->columns[0].column == 2);
  CHECK(plan->label_columns == 2);
  REQUIRE(plan->sums.size() == 4);
  CHECK(std::holds_alternative<std::monostate>(plan->sums[0]));
  CHECK(std::get<base::Decimal>(plan->sums[1]) == base::Decimal(3, 0));
  CHECK(std::get<base::Decimal>(plan->sums[2]).to_string() == "7.5");
  CHECK(std::get<base::Decimal>(plan->sums[3]).to_string() == "7.5");
  table.rows.pop_back();
  CHECK(plan_carry(table, {})->columns.size() == 3);  // without totals every column of figures but the first
  CHECK_FALSE(plan_carry(toy_table(3), {}));
}

TEST_CASE("a row that is cut counts where it begins") {
  Press press;
  doc::Table table = budget(2);
  for (int i = 0; i < 9; ++i) table.rows[2].cells[0].content.push_back(paragraph("ต่อ" + std::to_string(i)));
  const page::Pages pages = press.set({with_table(Length::pt(22 * 7), table)});
  REQUIRE(pages.pages.size() > 1);
  CHECK(press.text(pages, 0).ends_with("ยอดยกไป/2,001.00/"));
  CHECK(press.text(pages, 1).starts_with(std::string(kHead) + "ยอดยกมา/2,001.00/ต่อ"));
}

TEST_CASE("rows of sums too high for the page are left out with a message") {
  Press press;
  const page::Pages pages = press.set({with_table(Length::pt(22 * 5), budget(9))});
  CHECK(press.codes() == "Y015 ");
  CHECK(press.text(pages, 0).find("ยอด") == std::string::npos);
}

/// The carried sums of every page, at every number of rows around the page boundaries.
TEST_CASE("the sums of every page are right, whatever the rows") {
  for (int rows = 1; rows <= 30; ++rows) {
    CAPTURE(rows);
    Press press;
    const page::Pages pages = press.set({with_table(Length::pt(22 * 8), budget(rows))});
    REQUIRE(press.codes() == "");
    int begun = 0;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      const std::string text = press.text(pages, i);
      const auto sum = [&] {
        return thai::format_value(*thai::find_format("baht2"), base::Money{begun * 100050}) + "/";
      };
      REQUIRE((text.find("ยอดยกมา/" + sum()) != std::string::npos) == (i > 0));
      for (std::size_t at = text.find("/1,000.50/"); at != std::string::npos; at = text.find("/1,000.50/", at + 1))
        ++begun;
      REQUIRE(text.ends_with("ยอดยกไป/" + sum()) == (i + 1 < pages.pages.size()));
    }
    REQUIRE(begun == rows);
  }
}

}  // namespace
}  // namespace phaen::layout
