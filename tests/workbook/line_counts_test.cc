// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/line_counts.h"

#include "sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;

// Texts of 1 to 40 words, none like another.
std::deque<Text> many_texts(std::size_t count) {
  std::deque<Text> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t word = 0; word <= i % 40; ++word) text += "แผนพัฒนา " + std::to_string(i + word) + " ครัวเรือน";
    texts.push_back({std::move(text), {}});
  }
  return texts;
}

struct CountingBench {
  Bench first;
  Ruler own{first.fonts, first.breaker, "Sarabun", SheetFont{}};
  std::deque<std::pair<Bench, std::optional<Ruler>>> others;
  const std::function<Ruler&(std::size_t)> other = [this](std::size_t index) -> Ruler& {
    while (others.size() <= index) {
      auto& [bench, ruler] = others.emplace_back();
      ruler.emplace(bench.fonts, first.breaker, "Sarabun", SheetFont{});
    }
    return *others[index].second;
  };
};

TEST_CASE("lines counted on several threads are those counted on one, and those of the ruler") {
  const std::deque<Text> texts = many_texts(3'500);
  const Type type{base::Length::pt(14), false, false};
  CountingBench bench;
  LineCounts one, three;
  for (TextId id = 0; id < texts.size(); ++id) CHECK(one.want(id, type, 150) == three.want(id, type, 150));
  one.count(texts, bench.own, bench.other, 1);
  CHECK(bench.others.empty());
  three.count(texts, bench.own, bench.other, 3);
  CHECK(bench.others.size() == 2);
  bool differ = false;
  for (TextId id = 0; id < texts.size(); ++id) {
    CHECK(one.lines(id) == three.lines(id));
    CHECK(one.lines(id) == bench.own.lines(texts[id].text, type, 150));
    differ = differ || one.lines(id) != one.lines(0);
  }
  CHECK(differ);
}

TEST_CASE("a text of one width and type is counted once, of another anew; later wishes leave earlier answers") {
  const std::deque<Text> texts = many_texts(40);
  const Type plain{base::Length::pt(14), false, false}, large{base::Length::pt(28), false, false};
  CountingBench bench;
  LineCounts counts;
  const auto narrow = counts.want(39, plain, 150);
  CHECK(counts.want(39, plain, 150) == narrow);
  counts.count(texts, bench.own, bench.other, 4);
  const int lines = counts.lines(narrow);
  CHECK(lines > 1);
  const auto wide = counts.want(39, plain, 1'500), high = counts.want(39, large, 150);
  counts.count(texts, bench.own, bench.other, 4);
  CHECK(bench.others.empty());
  CHECK(counts.lines(narrow) == lines);
  CHECK(counts.lines(wide) < lines);
  CHECK(counts.lines(high) > lines);
}

}  // namespace
}  // namespace phaen::workbook
