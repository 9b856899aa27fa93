// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/page_breaks.h"

#include <algorithm>
#include <numeric>
#include <random>

#include "sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;
using Rows = std::vector<std::uint32_t>;

Sheet sheet_of(const std::vector<int>& heights, int width = 500) {
  Sheet sheet;
  sheet.columns = {width};
  for (const int height : heights) {
    sheet.rows.emplace_back();
    sheet.rows.back().height = height;
  }
  return sheet;
}

TEST_CASE("rows that belong together begin a page when they would be cut, or when it is not sure that they are not") {
  const Sheet sheet = sheet_of(std::vector<int>(30, 100));
  const PrintArea area{500, 1000};  // 10 rows a page, 9 of them for sure
  CHECK(page_breaks(sheet, area, {}).empty());
  CHECK(page_breaks(sheet, area, {{3, 8}}).empty());
  CHECK(page_breaks(sheet, area, {{3, 9}}) == Rows{3});
  CHECK(page_breaks(sheet, area, {{3, 10}, {11, 12}}) == Rows{3, 11});  // the page from row 3 ends with row 12
  CHECK(page_breaks(sheet, area, {{10, 14}}) == Rows{10});              // where a page ends by itself, maybe
  CHECK(page_breaks(sheet, area, {{11, 18}}).empty());
  CHECK(page_breaks(sheet, area, {{0, 9}}).empty());        // nowhere better
  CHECK(page_breaks(sheet, area, {{3, 12}}).empty());       // ten rows are more than a page is sure to show
  CHECK(page_breaks(sheet, area, {{28, 60}}) == Rows{28});  // to the end of the sheet, not further
}

TEST_CASE("breaks of the document stay, and pages are counted from them") {
  Sheet sheet = sheet_of(std::vector<int>(20, 100));
  sheet.print.page_breaks = {5};
  CHECK(page_breaks(sheet, {500, 1000}, {{8, 13}}) == Rows{5});
  CHECK(page_breaks(sheet, {500, 1000}, {{8, 14}}) == Rows{5, 8});
  CHECK(page_breaks(sheet, {500, 1000}, {{5, 8}}) == Rows{5});
}

TEST_CASE("a sheet wider than the page is shrunk and shows more rows; repeated titles leave fewer") {
  CHECK(page_breaks(sheet_of(std::vector<int>(20, 100), 1000), {500, 1000}, {{10, 17}}).empty());
  CHECK(page_breaks(sheet_of(std::vector<int>(20, 100), 1000), {500, 1000}, {{10, 18}}) == Rows{10});
  Sheet titled = sheet_of(std::vector<int>(20, 100));
  titled.print.title_rows = {0, 1};
  CHECK(page_breaks(titled, {500, 1000}, {{12, 16}}).empty());
  CHECK(page_breaks(titled, {500, 1000}, {{12, 17}}) == Rows{12});
}

TEST_CASE("whatever the heights, no stretch that a page can hold is cut") {
  std::mt19937 random(2566);
  for (int round = 0; round < 500; ++round) {
    std::vector<int> heights(5 + random() % 60);
    for (int& height : heights) height = 10 + static_cast<int>(random() % 120);
    Sheet sheet = sheet_of(heights);
    if (random() % 2 == 0) sheet.print.title_rows = {0, 0};
    std::vector<Together> together;
    for (std::uint32_t at = 1; at + 4 < heights.size(); at += 1 + static_cast<std::uint32_t>(random() % 6))
      together.push_back({at, at + static_cast<std::uint32_t>(random() % 4)});
    const Rows breaks = page_breaks(sheet, {500, 500}, together);
    CHECK(std::is_sorted(breaks.begin(), breaks.end()));
    // The pages as a reader makes them.
    std::vector<std::size_t> page_of;
    std::size_t page = 0;
    int used = 0;
    for (std::uint32_t r = 0; r < heights.size(); ++r) {
      const int titles = sheet.print.title_rows ? heights[0] : 0;
      const bool own = std::find(breaks.begin(), breaks.end(), r) != breaks.end();
      if (r > 0 && (own || used + heights[r] > 500)) {
        ++page;
        used = titles;
      }
      used += heights[r];
      page_of.push_back(page);
    }
    for (std::size_t i = 0; i < together.size(); ++i) {
      const auto [first, last] = together[i];
      const int height = std::accumulate(heights.begin() + first, heights.begin() + last + 1, 0);
      // Of those that share rows and are together more than a page, the first has its way.
      const bool inside = i > 0 && std::any_of(together.begin(), together.begin() + static_cast<std::ptrdiff_t>(i),
                                               [&](const Together& other) { return other.last >= first; });
      if (inside || height > 470 - (sheet.print.title_rows ? heights[0] : 0)) continue;
      CAPTURE(round);
      CHECK(page_of[first] == page_of[last]);
    }
  }
}

TEST_CASE("signatures stand with the last row of the table above them") {
  Bench bench;
  doc::Document document = document_of({section_of("แผ่น", {})});
  doc::Table table = table_of(2);
  table.rows.push_back(head_row({"ที่", "รายการ"}));
  for (int i = 0; i < 38; ++i) table.rows.push_back(row(doc::RowKind::Body, {text_cell(0, "1"), text_cell(1, "ก")}));
  doc::Table signatures = table_of(2);
  signatures.rules = doc::Rules::None;
  for (int i = 0; i < 6; ++i)
    signatures.rows.push_back(row(doc::RowKind::Body, {text_cell(0, "ลงชื่อ"), text_cell(1, "ลงชื่อ")}));
  doc::Keep keep;
  keep.with_previous = true;
  keep.blocks.emplace_back(signatures);
  document.sections[0].blocks = {table, keep};
  const Workbook book = bench.make(document);
  // Landscape A4 holds 23 rows of 29 pixels at 90 per cent, later pages 22 and the head again: six signatures below 39
  // rows would come to the very end of the second page.
  REQUIRE(book.sheets[0].print.page_breaks.size() == 1);
  CHECK(book.sheets[0].print.page_breaks[0] == 38);
}

}  // namespace
}  // namespace phaen::workbook
