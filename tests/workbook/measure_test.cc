// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/measure.h"

#include "sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;

struct RulerBench : Bench {
  Ruler ruler{fonts, breaker, "Sarabun", SheetFont{}};
  Type type{base::Length::pt(14), false, false};
};

TEST_CASE("a row of one line is as high as offices know it") {
  RulerBench bench;
  CHECK(bench.ruler.row_height(1, base::Length::pt(14)) == 29);  // 21.75 pt
  CHECK(bench.ruler.row_height(1, base::Length::pt(16)) == 33);
  CHECK(bench.ruler.row_height(3, base::Length::pt(14)) == 3 * 25 + kRowPadding);
}

TEST_CASE("marks above and below have no width, whatever bytes they take") {
  RulerBench bench;
  CHECK(bench.ruler.figure_width("กี่", bench.type) == bench.ruler.figure_width("ก", bench.type));
  CHECK(bench.ruler.natural_width(0, "กี่ กู่", bench.type) == bench.ruler.natural_width(1, "ก ก", bench.type));
}

TEST_CASE("the width is that of TH Sarabun, two thirds of Sarabun at the same size, and a margin for readers") {
  RulerBench bench;
  const int width = bench.ruler.figure_width("1234567890", bench.type);
  const auto face = *bench.fonts.find_face("Sarabun", false, false);
  std::int64_t units = 0;
  for (const text::GlyphRef glyph : bench.fonts.shape(face, "1234567890")) units += bench.fonts.advance(face, glyph);
  const int full = to_pixels(bench.fonts.width(face, units, base::Length::pt(14)));
  CHECK(width > full * 70 / 100);
  CHECK(width < full * 74 / 100);
}

TEST_CASE("lines are counted first-fit at word breaks") {
  RulerBench bench;
  const std::string text = "aaaa aaaa aaaa aaaa";
  const int word = bench.ruler.figure_width("aaaa", bench.type), space = bench.ruler.figure_width(" ", bench.type);
  CHECK(bench.ruler.lines(text, bench.type, 4 * word + 3 * space + 2) == 1);
  CHECK(bench.ruler.lines(text, bench.type, 2 * word + space + 2) == 2);
  CHECK(bench.ruler.lines(text, bench.type, word + 2) == 4);
  CHECK(bench.ruler.lines("ก\nข\n", bench.type, 500) == 3);
  CHECK(bench.ruler.lines("", bench.type, 500) == 1);
}

TEST_CASE("a word wider than the cell goes on over several lines") {
  RulerBench bench;
  const std::string word(40, 'x');
  const int width = bench.ruler.figure_width(word, bench.type);
  CHECK(bench.ruler.lines(word, bench.type, width / 4 + 2) == 4);
  CHECK(bench.ruler.minimum_width(word, bench.type) == width);
}

TEST_CASE("the same text at another width, size or weight is measured anew") {
  RulerBench bench;
  const std::string text = "ส่งเสริมการท่องเที่ยวเชิงวัฒนธรรม";
  const Type bold{base::Length::pt(14), true, false}, large{base::Length::pt(28), false, false};
  const int plain = bench.ruler.natural_width(7, text, bench.type);
  CHECK(bench.ruler.natural_width(7, text, bold) != plain);
  CHECK(bench.ruler.natural_width(7, text, large) > plain * 19 / 10);
  CHECK(bench.ruler.lines(text, bench.type, plain) == 1);
  CHECK(bench.ruler.lines(text, bench.type, plain / 2) >= 2);
  CHECK(bench.ruler.lines(text, bench.type, plain) == 1);
}

TEST_CASE("a character no font has still takes room") {
  RulerBench bench;
  CHECK(bench.ruler.figure_width("漢", bench.type) > 5);
}

}  // namespace
}  // namespace phaen::workbook
