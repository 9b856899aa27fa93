// SPDX-License-Identifier: GPL-3.0-or-later
// Dealing characters out by position, without a file.
#include "readback/page_text.h"

#include <doctest/doctest.h>

using namespace phaen;
using readback::Difference;
using readback::ExpectedPage;
using readback::FoundCharacter;

namespace {

constexpr int kPoint = 1024;

// A page of lines {x, baseline, width, text} in points.
struct Line {
  int x, baseline, width;
  const char* text;
};
ExpectedPage expected(const std::vector<Line>& lines) {
  ExpectedPage page;
  for (const Line& line : lines) {
    const auto begin = static_cast<std::uint32_t>(page.text.size());
    page.text += line.text;
    page.lines.push_back({line.x * kPoint, line.baseline * kPoint, line.width * kPoint, begin,
                          static_cast<std::uint32_t>(page.text.size())});
  }
  return page;
}

// Letters of 10 pt, 6 pt wide, edge to edge; a space moves on without a character.
void set(std::vector<FoundCharacter>& found, double x, double baseline, const char* text) {
  for (const char* c = text; *c != '\0'; ++c, x += 6)
    if (*c != ' ') found.push_back({static_cast<char32_t>(*c), x, x + 6, baseline - 4, 10, false});
}

}  // namespace

TEST_CASE("lines in any order of characters are put together from left to right") {
  std::vector<FoundCharacter> found;
  set(found, 130, 50, "right");
  set(found, 10, 50, "left one");
  set(found, 10, 62, "below");
  CHECK(
      readback::compare_page(expected({{10, 50, 48, "left one"}, {130, 50, 30, "right"}, {10, 62, 30, "below"}}), found)
          .empty());
}

TEST_CASE("a gap is a space and no gap is none") {
  std::vector<FoundCharacter> found;
  set(found, 10, 50, "a b");
  const std::vector<Difference> differences = readback::compare_page(expected({{10, 50, 18, "ab"}}), found);
  REQUIRE(differences.size() == 1);
  CHECK(differences[0].found == "a b");
}

TEST_CASE("a line nobody found is missing, not forgiven") {
  const std::vector<Difference> differences = readback::compare_page(expected({{10, 50, 18, "abc"}}), {});
  REQUIRE(differences.size() == 1);
  CHECK(differences[0].expected == "abc");
  CHECK(differences[0].found == "");
}

TEST_CASE("a doubled character shows") {
  std::vector<FoundCharacter> found;
  set(found, 10, 50, "ab");
  found.push_back(found.back());
  CHECK(readback::compare_page(expected({{10, 50, 12, "ab"}}), found).size() == 1);
}

TEST_CASE("stray text is gathered by lines") {
  std::vector<FoundCharacter> found;
  set(found, 300, 50, "stray");
  set(found, 300, 90, "more");
  const std::vector<Difference> differences = readback::compare_page(expected({}), found);
  REQUIRE(differences.size() == 2);
  CHECK(!differences[0].belongs);
  CHECK(differences[0].found == "stray");
  CHECK(differences[1].found == "more");
}
