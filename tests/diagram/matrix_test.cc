// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/matrix.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/format.h"
#include "text/test_fonts.h"

namespace phaen::diagram {
namespace {

doc::Matrix matrix(std::size_t columns, std::size_t rows) {
  doc::Matrix made;
  made.words.title = "แผน";
  made.groups = {{"ประเด็นหนึ่ง", base::kNoOrigin, {}}};
  for (std::size_t i = 0; i < columns; ++i)
    made.columns.push_back({base::format("K{}", i), {base::format("ตัวชี้วัด{}", i), base::kNoOrigin, {}}, 0});
  for (std::size_t i = 0; i < rows; ++i)
    made.rows.push_back({base::format("J{}", i),
                         {base::format("ชื่อโครงการ{}", i), base::kNoOrigin, {}},
                         0,
                         std::vector<doc::Mark>(columns, doc::Mark::None)});
  return made;
}

std::vector<std::string> lines_of(const doc::Matrix& made, std::size_t& pages) {
  text::FontBook fonts = shipped_fonts();
  const text::Breaker breaker{std::vector<std::string>{}};
  base::Diagnostics diagnostics;
  Drawing drawing;
  draw_matrix(
      drawing, made,
      {Paper::A4, Orientation::Landscape, find_typeface(fonts, "Sarabun").value(), {fonts, breaker, diagnostics}});
  pages = drawing.pages.size();
  std::vector<std::string> lines;
  for (const page::Page& page : drawing.pages)
    for (const page::TextLine& line : page.lines) lines.push_back(page::line_text(page, line, fonts));
  return lines;
}

std::size_t count(const std::vector<std::string>& lines, const std::string& line) {
  return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), line));
}

TEST_CASE("marks are counted across and down; what is missing is said in words") {
  doc::Matrix made = matrix(3, 3);
  made.rows[0].marks = {doc::Mark::Primary, doc::Mark::Secondary, doc::Mark::None};
  made.rows[1].marks = {doc::Mark::Primary, doc::Mark::None, doc::Mark::None};
  std::size_t pages = 0;
  const std::vector<std::string> lines = lines_of(made, pages);
  CHECK(pages == 1);
  CHECK(count(lines, "●") == 2);
  CHECK(count(lines, "○") == 1);
  CHECK(count(lines, "2/0") == 1);  // first column
  CHECK(count(lines, "0/1") == 1);  // second column
  CHECK(count(lines, "1/1") == 1);  // first row
  CHECK(count(lines, "1/0") == 1);  // second row
  CHECK(count(lines, "0/0") == 2);  // third row and third column
  CHECK(count(lines, "2/1") == 1);  // all
  CHECK(count(lines, "ไม่มีตัวชี้วัด") == 1);
  CHECK(count(lines, "K2 ตัวชี้วัด2 – ไม่มีโครงการรองรับ") == 1);
}

TEST_CASE("many projects and many indicators go to further pages, each mark on one of them") {
  doc::Matrix made = matrix(40, 60);
  for (std::size_t i = 0; i < 60; ++i) made.rows[i].marks[i % 40] = doc::Mark::Primary;
  std::size_t pages = 0;
  const std::vector<std::string> lines = lines_of(made, pages);
  CHECK(pages > 3);
  CHECK(count(lines, "●") == 60);
  CHECK(count(lines, "J59 ชื่อโครงการ59") == pages / 3);  // once for each slice of columns
}

}  // namespace
}  // namespace phaen::diagram
