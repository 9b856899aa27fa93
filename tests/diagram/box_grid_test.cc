// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/box_grid.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/format.h"
#include "text/test_fonts.h"

namespace phaen::diagram {
namespace {

using base::Length;
using base::Rect;

struct Desk {
  text::FontBook fonts = shipped_fonts();
  text::Breaker breaker{std::vector<std::string>{}};
  base::Diagnostics diagnostics;
  FrameSetting setting() {
    return {Paper::A4, Orientation::Landscape, find_typeface(fonts, "Sarabun").value(), {fonts, breaker, diagnostics}};
  }
};

BoxText words(std::string text) {
  BoxText made;
  TextPiece piece;
  piece.text = std::move(text);
  made.pieces = {std::move(piece)};
  return made;
}

GridBox box(std::size_t first, std::size_t last, std::vector<BoxText> body) {
  GridBox made;
  made.first_column = first;
  made.last_column = last;
  made.body = std::move(body);
  return made;
}

/// A goal over `columns` columns of `lines` numbered projects each, with sums.
BoxGrid grid(std::size_t columns, std::size_t lines) {
  BoxGrid made;
  made.columns = columns;
  GridRow goal, work;
  goal.label = "เป้าหมาย";
  goal.boxes = {box(0, columns - 1, {words("เป้าหมายรวมของแผน")})};
  work.label = "หน่วยงาน / โครงการ";
  for (std::size_t c = 0; c < columns; ++c) {
    std::vector<BoxText> body;
    for (std::size_t i = 0; i < lines; ++i) body.push_back(words(base::format("โครงการเลขที่ {}ก{}ข", c + 1, i + 1)));
    work.boxes.push_back(box(c, c, std::move(body)));
    work.boxes.back().sums = {{"รวมงบประมาณรายจ่าย", base::format("{}.0000", 1000 + c), "ล้านบาท", base::kNoOrigin}};
    work.boxes.back().continued = "แนวทาง (ต่อ)";
  }
  made.rows = {goal, work};
  return made;
}

std::vector<Rect> drawn_boxes(const page::Page& page) {
  std::vector<Rect> boxes;
  for (const page::Path& path : page.paths) {
    if (!path.fill || *path.fill != kWhite) continue;
    Length left = path.steps[0].to.x, right = left, top = path.steps[0].to.y, bottom = top;
    for (const page::PathStep& step : path.steps) {
      if (step.kind == page::PathStep::Kind::Close) continue;
      left = std::min(left, step.to.x);
      right = std::max(right, step.to.x);
      top = std::min(top, step.to.y);
      bottom = std::max(bottom, step.to.y);
    }
    boxes.push_back({left, top, right - left, bottom - top});
  }
  return boxes;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

std::string all_text(const Drawing& drawing, const text::FontBook& fonts) {
  std::string text;
  for (const page::Page& page : drawing.pages)
    for (const page::TextLine& line : page.lines)
      text += page::line_text(page, line, fonts) + (line.joins_next ? "" : "\n");
  return text;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

Drawing drawn(Desk& desk, const std::vector<BoxGrid>& grids) {
  Drawing drawing;
  draw_grids(drawing, {"แผน", "", "", {"หมายเหตุ"}, "ผัง"}, grids, desk.setting());
  return drawing;
}

void check_geometry(const Drawing& drawing) {
  for (const page::Page& page : drawing.pages) {
    const std::vector<Rect> boxes = drawn_boxes(page);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CHECK(boxes[i].x >= Length());
      CHECK(boxes[i].right() <= page.size.width);
      CHECK(boxes[i].bottom() <= page.size.height);
      for (std::size_t k = i + 1; k < boxes.size(); ++k) CHECK_FALSE(overlap(boxes[i], boxes[k]));
    }
    for (const page::TextRun& run : page.runs) {
      CHECK(run.x >= Length());
      CHECK(run.x + run.width <= page.size.width);
      CHECK(run.size >= Length::pt(8.15));  // 12 nominal points of Sarabun
    }
    for (const page::TextLine& line : page.lines) CHECK(line.baseline < page.size.height);
  }
}

TEST_CASE("boxes never overlap, nothing leaves the paper, type is never under 12 nominal points") {
  Desk desk;
  for (const std::size_t columns : {1U, 2U, 4U, 5U})
    for (const std::size_t lines : {1U, 7U, 30U, 90U}) {
      CAPTURE(columns);
      CAPTURE(lines);
      check_geometry(drawn(desk, {grid(columns, lines)}));
    }
}

TEST_CASE("every line of every box is set exactly once, whatever page it falls on") {
  Desk desk;
  for (const std::size_t lines : {3U, 40U, 120U}) {
    const Drawing drawing = drawn(desk, {grid(3, lines)});
    const std::string text = all_text(drawing, desk.fonts);
    for (std::size_t c = 1; c <= 3; ++c)
      for (std::size_t i = 1; i <= lines; ++i) CHECK(count(text, base::format("โครงการเลขที่ {}ก{}ข", c, i)) == 1);
    for (const char* sum : {"1000.0000", "1001.0000", "1002.0000"}) CHECK(count(text, sum) == 1);
  }
}

TEST_CASE("what does not fit goes on over the next page under its own heading and a title that says so") {
  Desk desk;
  const Drawing one = drawn(desk, {grid(3, 4)});
  CHECK(one.pages.size() == 1);
  CHECK(count(all_text(one, desk.fonts), "(ต่อ)") == 0);
  const Drawing many = drawn(desk, {grid(3, 80)});
  REQUIRE(many.pages.size() == 3);
  const std::string text = all_text(many, desk.fonts);
  CHECK(count(text, "แผน (ต่อ)") == 2);
  CHECK(count(text, "แนวทาง (ต่อ)") == 6);
  CHECK(count(text, "หมายเหตุ") == 3);
  CHECK(many.pages[2].folio == "3");
}

TEST_CASE("a row that goes to the next page whole is not called continued, and its boxes say what they belong to") {
  Desk desk;
  BoxGrid two_rows = grid(3, 24);  // a page and more with a second row of the same height
  two_rows.rows.push_back(two_rows.rows[1]);
  two_rows.rows[2].label = "หน่วยรอง";
  for (GridBox& box : two_rows.rows[2].boxes) box.body.resize(12);
  const Drawing drawing = drawn(desk, {two_rows});
  REQUIRE(drawing.pages.size() == 2);
  const std::string text = all_text(drawing, desk.fonts);
  CHECK(count(text, "หน่วยรอง") == 1);
  CHECK(count(text, "หน่วยรอง (ต่อ)") == 0);
  CHECK(count(text, "แนวทาง (ต่อ)") == 3);
}

TEST_CASE("little text is set large, much text small, both on one page") {
  Desk desk;
  const auto largest = [&](std::size_t lines) {
    const Drawing drawing = drawn(desk, {grid(2, lines)});
    CHECK(drawing.pages.size() == 1);
    Length size;
    for (const page::TextLine& line : drawing.pages[0].lines)
      if (page::line_text(drawing.pages[0], line, desk.fonts).find("โครงการเลขที่") == 0)
        size = drawing.pages[0].runs[line.first_run].size;
    return size;
  };
  CHECK(largest(3) > largest(33));
}

TEST_CASE("columns with more text are wider, so that boxes end together") {
  Desk desk;
  BoxGrid made = grid(2, 2);
  made.rows[1].boxes[0].body = {words(std::string("ก"))};
  made.rows[1].boxes[1].body.clear();
  for (int i = 0; i < 12; ++i)
    made.rows[1].boxes[1].body.push_back(words("โครงการพัฒนาโครงสร้างพื้นฐานและระบบข้อมูลสนับสนุนการค้าและโลจิสติกส์เชื่อมโยงภูมิภาค"));
  const std::vector<Rect> boxes = drawn_boxes(drawn(desk, {made}).pages[0]);
  REQUIRE(boxes.size() == 5);  // two labels, the goal, two boxes of work
  CHECK(boxes[4].width > boxes[3].width * 3 / 2);
}

TEST_CASE("more columns than the paper holds go to parts, each under its own goal box") {
  Desk desk;
  const Drawing drawing = drawn(desk, {grid(12, 6)});
  check_geometry(drawing);
  CHECK(count(all_text(drawing, desk.fonts), "เป้าหมายรวมของแผน") == 3);
  CHECK(count(all_text(drawing, desk.fonts), "โครงการเลขที่ 12ก6ข") == 1);
}

TEST_CASE("a heading of 500 characters leaves room for what it heads on every page") {
  Desk desk;
  BoxGrid made = grid(4, 60);
  for (GridBox& box : made.rows[1].boxes) {
    box.continued.clear();
    for (int i = 0; i < 40; ++i) box.continued += "โครงการพัฒนา";
  }
  const Drawing drawing = drawn(desk, {made});
  CHECK(drawing.pages.size() < 8);
  CHECK(count(all_text(drawing, desk.fonts), "โครงการเลขที่ 4ก60ข") == 1);
}

TEST_CASE("a text higher than a page is set to its end") {
  Desk desk;
  BoxGrid made;
  std::string text;
  for (int i = 0; i < 4000; ++i) text += base::format("คำที่{} ", i);
  made.rows.resize(1);
  made.rows[0].boxes = {box(0, 0, {words(text)})};
  const Drawing drawing = drawn(desk, {made});
  CHECK(drawing.pages.size() > 1);
  CHECK(count(all_text(drawing, desk.fonts), "คำที่3999") == 1);
}

}  // namespace
}  // namespace phaen::diagram
