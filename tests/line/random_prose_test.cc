// SPDX-License-Identifier: GPL-3.0-or-later
// The prose of the samples at random widths: what holds for every line of every paragraph.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "line/break_lines.h"
#include "line/desk.h"
#include "line/prepare.h"
#include "text/clusters.h"
#include "text/own_words.h"
#include "thai/thai_character.h"

using namespace phaen;
using base::Length;
using line::Align;
using line::Line;
using namespace line::desk;

namespace {

// The long Thai texts of the samples' tables, without the commas between cells.
std::vector<std::string> sample_prose() {
  std::vector<std::string> texts;
  for (const char* sample : {"upper-north-2", "upper-north-1-2557", "phetchabun-2571"}) {
    for (const char* table : {"narratives", "projects", "kpis", "nodes"}) {
      std::ifstream file(std::string(PHAEN_SOURCE_DIR) + "/samples/" + sample + "/" + table + ".csv");
      for (std::string row; std::getline(file, row);) {
        std::string cell;
        bool quoted = false;
        row += ',';
        for (const char c : row) {
          if (c == '"') quoted = !quoted;
          if (c != ',' || quoted) {
            if (c != '"' && c != '\r') cell += c;
            continue;
          }
          if (base::utf8::count(cell) >= 60) texts.push_back(cell);
          cell.clear();
        }
      }
    }
  }
  return texts;
}

// A small generator of its own, so that the same texts come on every machine.
class Dice {
 public:
  std::size_t next(std::size_t below) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33U) % below;
  }

 private:
  std::uint64_t state_ = 2569;
};

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// What no reader of Thai wants to see at a line end, told from the characters alone.
bool is_bad_break(std::u32string_view before, std::u32string_view after) {
  const char32_t last = before.back(), first = after.front();
  if (thai::is_leading_vowel(last) || is_one_of(last, U"“‘([฿")) return true;
  if (text::extends_cluster(first) || thai::is_following_vowel(first)) return true;
  if (is_one_of(first, U"ๆฯ”’)]%,;:!?")) return true;
  if (text::is_digit(first) && (text::is_digit(last) || is_one_of(last, U".,–"))) return true;
  if (!text::is_digit(first)) return false;
  return before.ends_with(U"ร้อยละ") || before.ends_with(U"พ.ศ.") || before.ends_with(U" ที่") ||
         before.ends_with(U"มาตรา");
}

// Whether a known name lies across the break.
bool parts_a_name(std::u32string_view before, std::u32string_view after, const std::vector<std::u32string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::u32string& name) {
    for (std::size_t i = 1; i < name.size(); ++i)
      if (before.ends_with(name.substr(0, i)) && after.starts_with(name.substr(i))) return true;
    return false;
  });
}

}  // namespace

TEST_CASE("TH13, TH18-TH22: prose at random widths never breaks where it must not, and holds its whole text") {
  const std::vector<std::string> prose = sample_prose();
  REQUIRE(prose.size() > 150);
  std::vector<std::u32string> provinces = text::own_words();
  provinces.resize(77);
  Desk desk;
  Dice dice;
  std::size_t lines_seen = 0, paragraphs = 0;
  for (; paragraphs < 1200; ++paragraphs) {
    const std::string& text = prose[dice.next(prose.size())];
    const Align align = std::array{Align::Left, Align::Distributed, Align::Justified, Align::Mixed}[dice.next(4)];
    line::StyledText styled_text = styled(text);
    styled_text.connectives =
        std::array{line::Connectives::Free, line::Connectives::Avoid, line::Connectives::Never}[dice.next(3)];
    const Length width = Length::pt(110 + static_cast<double>(dice.next(360)));
    desk.diagnostics = {};
    const std::vector<Line> lines =
        desk.compose(styled_text, {width, Length::pt(static_cast<double>(dice.next(40)))}, align);
    const std::vector<std::string> codes = desk.codes();
    const bool emergency = std::find(codes.begin(), codes.end(), "L002") != codes.end();
    const std::vector<text::Break> breaks = desk.breaker.find(text);
    std::string joined;
    for (std::size_t i = 0; i < lines.size(); ++i, ++lines_seen) {
      const Line& line = lines[i];
      joined += text.substr(joined.size(), line.begin - joined.size());  // the spaces a line end takes
      REQUIRE(characters(desk, line) == slice(text, line));
      joined += characters(desk, line);
      if (!emergency) CHECK(line.x + line.width <= width + Length::pt(0.06));
      if (i == 0 || emergency) continue;
      CAPTURE(text.substr(lines[i - 1].begin, line.end - lines[i - 1].begin));
      CHECK(breaks[line.begin] >= text::Break::Poor);
      if (styled_text.connectives == line::Connectives::Never)
        CHECK(breaks[line.begin] != text::Break::AfterConnective);
      const std::u32string before = base::utf8::to_utf32(slice(text, lines[i - 1]));
      const std::u32string after = base::utf8::to_utf32(slice(text, line));
      CHECK_FALSE(is_bad_break(before, after));
      const std::string gap = text.substr(lines[i - 1].end, line.begin - lines[i - 1].end);
      CHECK(gap.find_first_not_of(' ') == std::string::npos);
      if (gap.empty()) CHECK_FALSE(parts_a_name(before, after, provinces));
    }
    CHECK(joined == text.substr(0, joined.size()));
    CHECK(text.find_first_not_of(' ', joined.size()) == std::string::npos);
  }
  CHECK(lines_seen > 4000);
}

TEST_CASE("total fit is never worse than taking each line as long as it goes, and often better") {
  const std::vector<std::string> prose = sample_prose();
  Desk desk;
  Dice dice;
  std::size_t better = 0, compared = 0;
  for (; compared < 600; ++compared) {
    const line::StyledText text = styled(prose[dice.next(prose.size())]);
    const line::Prepared prepared = line::prepare(text, desk.setter);
    const std::int64_t em = line::fine(Length::pt(10.9));
    const Length width = Length::pt(90 + static_cast<double>(dice.next(380)));
    const Align align = std::array{Align::Distributed, Align::Justified, Align::Mixed}[dice.next(3)];
    const line::LineWidths widths{line::fine(width - Length::pt(static_cast<double>(dice.next(40)))), line::fine(width),
                                  em, line::spread_of(align, prepared, em)};
    const auto points = line::break_points(prepared, prepared.lines.at(0), widths, text, desk.diagnostics);
    const auto demerits = [&](const std::vector<std::size_t>& chosen) {
      std::int64_t sum = 0;
      std::size_t from = 0;
      for (const std::size_t to : chosen) {
        sum += line::line_demerits(prepared, points, from, to, widths);
        from = to;
      }
      return sum;
    };
    const std::int64_t total = demerits(line::fit_total(prepared, points, widths));
    const std::int64_t first = demerits(line::fit_first(prepared, points, widths));
    CHECK(total <= first);
    better += total < first ? 1 : 0;
  }
  CHECK(better * 2 > compared);
}
