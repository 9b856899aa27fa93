// SPDX-License-Identifier: GPL-3.0-or-later
#include "line/line.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "line/break_lines.h"
#include "line/desk.h"
#include "line/prepare.h"
#include "text/clusters.h"

using namespace phaen;
using base::Length;
using line::Align;
using line::Line;
using line::Measure;
using namespace line::desk;

namespace {

std::vector<std::string> texts(const Desk& desk, const std::vector<Line>& lines) {
  std::vector<std::string> out;
  for (const Line& line : lines) out.push_back(characters(desk, line));
  return out;
}

// Natural advances by the byte of the character: the text set on one line.
std::map<std::size_t, int> natural_advances(Desk& desk, const line::StyledText& text) {
  std::map<std::size_t, int> advances;
  const std::vector<Line> lines = desk.compose(text, {Length::pt(1'000'000), {}}, Align::Left);
  std::size_t offset = 0;
  for (const line::Run& run : lines.at(0).runs) {
    for (const text::GlyphRef glyph : run.glyphs) {
      advances[offset] = desk.fonts.advance(run.face, glyph);
      offset += base::utf8::encode(desk.fonts.character(run.face, glyph)).size();
    }
  }
  return advances;
}

struct Gaps {
  int least = 1000, most = -1;
};

// Steps of 10/1000 em before each cluster but the first. Nothing may stand before a mark or the first character.
Gaps gaps_of(const Desk& desk, const Line& line, const std::map<std::size_t, int>& natural) {
  Gaps gaps;
  std::size_t offset = line.begin;
  for (const line::Run& run : line.runs) {
    for (const text::GlyphRef glyph : run.glyphs) {
      const char32_t c = desk.fonts.character(run.face, glyph);
      const int added = desk.fonts.advance(run.face, glyph) - natural.at(offset);
      CHECK(added % 10 == 0);
      if (offset == line.begin || text::extends_cluster(c)) {
        CHECK(added == 0);
      } else {
        gaps.least = std::min(gaps.least, added / 10);
        gaps.most = std::max(gaps.most, added / 10);
      }
      offset += base::utf8::encode(c).size();
    }
  }
  return gaps;
}

}  // namespace

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

TEST_CASE("distributed lines end within half a step of the measure, or are short with every gap at its widest") {
  Desk desk;
  const line::StyledText text = styled(kProse);
  const std::map<std::size_t, int> natural = natural_advances(desk, text);
  std::size_t full = 0, short_lines = 0;
  for (double width = 50; width < 460; width += 13.7) {
    CAPTURE(width);
    const Length measure = Length::pt(width), half_step = Length::pt(10.9 * 0.005 + 0.002);
    const std::vector<Line> lines = desk.compose(text, {measure, {}}, Align::Distributed);
    CHECK(lines.back().last);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      CHECK_FALSE(lines[i].last);
      const Gaps gaps = gaps_of(desk, lines[i], natural);
      if (gaps.most < 0) continue;
      CHECK(gaps.most - gaps.least <= 1);
      CHECK(gaps.most <= 15);
      const bool reaches = lines[i].width >= measure - half_step && lines[i].width <= measure + half_step;
      const bool at_cap = gaps.least == 15 && lines[i].width < measure;
      CHECK((reaches || at_cap));
      full += reaches ? 1 : 0;
      short_lines += at_cap ? 1 : 0;
    }
    const Gaps last = gaps_of(desk, lines.back(), natural);
    CHECK(last.most <= 0);
  }
  CHECK(full > 200);
  CHECK(short_lines > 0);
}

namespace {

// What stretching added, in steps, to spaces and before other clusters.
struct Growth {
  Gaps spaces, letters;
};
Growth growth_of(const Desk& desk, const Line& line, const std::map<std::size_t, int>& natural) {
  Growth growth;
  std::size_t offset = line.begin;
  for (const line::Run& run : line.runs) {
    for (const text::GlyphRef glyph : run.glyphs) {
      const char32_t c = desk.fonts.character(run.face, glyph);
      const int steps = (desk.fonts.advance(run.face, glyph) - natural.at(offset)) / 10;
      Gaps& gaps = c == U' ' ? growth.spaces : growth.letters;
      if (offset != line.begin && !text::extends_cluster(c)) {
        gaps.least = std::min(gaps.least, steps);
        gaps.most = std::max(gaps.most, steps);
      }
      offset += base::utf8::encode(c).size();
    }
  }
  return growth;
}

}  // namespace

TEST_CASE("justified lines grow at their spaces alone, up to 0.85 em, and stay short without any") {
  Desk desk;
  const line::StyledText text = styled(kProse);
  const std::map<std::size_t, int> natural = natural_advances(desk, text);
  std::size_t full = 0, short_lines = 0;
  for (double width = 60; width < 500; width += 13.7) {
    const Length measure = Length::pt(width), half_step = Length::pt(10.9 * 0.005 + 0.002);
    const std::vector<Line> lines = desk.compose(text, {measure, {}}, Align::Justified);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      CAPTURE(slice(text.text, lines[i]));
      const Growth growth = growth_of(desk, lines[i], natural);
      CHECK(growth.letters.most <= 0);
      CHECK(growth.spaces.most <= 60);
      if (growth.spaces.most >= 0) CHECK(growth.spaces.most - growth.spaces.least <= 1);
      const bool reaches = lines[i].width >= measure - half_step && lines[i].width <= measure + half_step;
      const bool at_cap = lines[i].width < measure && (growth.spaces.most < 0 || growth.spaces.least == 60);
      CHECK((reaches || at_cap));
      full += reaches ? 1 : 0;
      short_lines += at_cap && !reaches ? 1 : 0;
    }
    CHECK(growth_of(desk, lines.back(), natural).spaces.most <= 0);
  }
  CHECK(full > 20);
  CHECK(short_lines > 20);
}

TEST_CASE("mixed lines grow at their spaces first, and at cluster boundaries only once spaces are at their widest") {
  Desk desk;
  const line::StyledText text = styled(kProse);
  const std::map<std::size_t, int> natural = natural_advances(desk, text);
  std::size_t by_spaces = 0, by_letters = 0;
  for (double width = 60; width < 500; width += 13.7) {
    const Length measure = Length::pt(width), step = Length::pt(10.9 * 0.01 + 0.002);
    const std::vector<Line> lines = desk.compose(text, {measure, {}}, Align::Mixed);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      CAPTURE(slice(text.text, lines[i]));
      const Growth growth = growth_of(desk, lines[i], natural);
      CHECK(growth.letters.most <= 10);
      if (growth.letters.most > 0 && growth.spaces.most >= 0) CHECK(growth.spaces.least >= 60);
      CHECK(growth.spaces.most <= 70);
      if (growth.letters.least < 10) CHECK(std::abs((lines[i].width - measure).units()) <= step.units());
      by_spaces += growth.spaces.most > 0 && growth.letters.most <= 0 ? 1 : 0;
      by_letters += growth.letters.most > 0 ? 1 : 0;
    }
    CHECK(growth_of(desk, lines.back(), natural).spaces.most <= 0);
    CHECK(growth_of(desk, lines.back(), natural).letters.most <= 0);
  }
  CHECK(by_spaces > 20);
  CHECK(by_letters > 20);
}

TEST_CASE("TH20: a paragraph may forbid connectives at its line ends, or not mind them") {
  const std::string prose = kProse;
  std::map<line::Connectives, std::size_t> ends;
  for (const Align align : {Align::Left, Align::Distributed}) {
    for (const line::Connectives rule : {line::Connectives::Free, line::Connectives::Avoid, line::Connectives::Never}) {
      Desk desk;
      const std::vector<text::Break> breaks = desk.breaker.find(prose);
      line::StyledText text = styled(prose);
      text.connectives = rule;
      for (double width = 120; width < 500; width += 7) {
        const std::vector<Line> lines = desk.compose(text, {Length::pt(width), {}}, align);
        for (std::size_t i = 1; i < lines.size(); ++i)
          if (breaks[lines[i].begin] == text::Break::AfterConnective) ++ends[rule];
      }
      for (const std::string& code : desk.codes()) CHECK(code != "L002");
    }
  }
  CHECK(ends[line::Connectives::Never] == 0);
  CHECK(ends[line::Connectives::Avoid] > 0);
  CHECK(ends[line::Connectives::Free] * 2 > ends[line::Connectives::Avoid] * 3);
}

TEST_CASE("TH20: where nothing else fits the measure a connective ends a line all the same, and is reported") {
  Desk desk;
  line::StyledText text = styled("ของที่ของที่ของที่ของ");
  text.connectives = line::Connectives::Never;
  const std::vector<Line> lines = desk.compose(text, {Length::pt(60), {}}, Align::Left);
  CHECK(lines.size() > 1);
  CHECK(desk.codes().front() == "L002");
  for (const Line& line : lines) CHECK(line.width <= Length::pt(60));
  // Between words, not inside them.
  const std::vector<text::Break> breaks = desk.breaker.find(text.text);
  for (std::size_t i = 1; i < lines.size(); ++i) CHECK(breaks[lines[i].begin] == text::Break::AfterConnective);
  CHECK(line::measure(text, desk.setter).minimum > Length::pt(60));
}

TEST_CASE("lines hold the whole text in order, without the spaces at their ends") {
  Desk desk;
  const std::string prose = kProse;
  for (const Align align :
       {Align::Left, Align::Centre, Align::Right, Align::Distributed, Align::Justified, Align::Mixed}) {
    for (double width = 20; width < 460; width += 17) {
      CAPTURE(width);
      std::size_t at = 0;
      for (const Line& line : desk.compose(styled(prose), {Length::pt(width), {}}, align)) {
        for (; at < line.begin; ++at) CHECK(prose[at] == ' ');
        CHECK(characters(desk, line) == slice(prose, line));
        REQUIRE(line.begin < line.end);
        CHECK(prose[line.begin] != ' ');
        CHECK(prose[line.end - 1] != ' ');
        CHECK_FALSE(text::extends_cluster(base::utf8::decode(prose, line.begin).character));
        at = line.end;
      }
      CHECK(at == prose.size());
    }
  }
}

TEST_CASE("runs lie edge to edge") {
  Desk desk;
  const std::string text = "จังหวัด☐เชียงราย ✓ และ Nan";
  line::StyledText styled_text{text, {span(0, 12, 0), span(12, 30, 1), span(30, text.size(), 0, 14)}};
  for (const Line& line : desk.compose(styled_text, {Length::pt(60), Length::pt(5)}, Align::Distributed)) {
    Length x = line.x;
    for (const line::Run& run : line.runs) {
      CHECK(run.x == x);
      x += run.width;
    }
    CHECK(line.width == x - line.x);
  }
}

TEST_CASE("total fit finds the least demerits of all ways to break") {
  Desk desk;
  const std::u32string prose = base::utf8::to_utf32(kProse);
  std::size_t compared = 0;
  for (std::size_t begin = 0; begin + 50 < prose.size(); begin += 30) {
    while (text::extends_cluster(prose[begin])) ++begin;
    const std::string part = base::utf8::from_utf32(prose.substr(begin, 50));
    for (const double width : {60.0, 75.0, 90.0, 120.0}) {
      for (const double indent : {0.0, 15.0, -15.0}) {
        const Align align = std::array{Align::Distributed, Align::Justified, Align::Mixed}[compared % 3];
        const line::StyledText text = styled(part);
        const line::Prepared prepared = line::prepare(text, desk.setter);
        const line::LineWidths widths{line::fine(Length::pt(width - indent)), line::fine(Length::pt(width)),
                                      line::fine(Length::pt(10.9)),
                                      line::spread_of(align, prepared, line::fine(Length::pt(10.9)))};
        const auto points = line::break_points(prepared, prepared.lines.at(0), widths, text, desk.diagnostics);
        REQUIRE(points.size() >= 2);
        const std::size_t inner = points.size() - 2;
        if (inner > 14) continue;
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t chosen = 0; chosen < (std::size_t{1} << inner); ++chosen) {
          std::int64_t sum = 0;
          std::size_t from = 0;
          for (std::size_t i = 1; i < points.size(); ++i) {
            if (i <= inner && (chosen >> (i - 1) & 1) == 0) continue;
            sum += line::line_demerits(prepared, points, from, i, widths);
            from = i;
          }
          least = std::min(least, sum);
        }
        std::int64_t found = 0;
        std::size_t from = 0;
        for (const std::size_t to : line::fit_total(prepared, points, widths)) {
          found += line::line_demerits(prepared, points, from, to, widths);
          from = to;
        }
        CHECK(from == points.size() - 1);
        CHECK(found == least);
        ++compared;
      }
    }
  }
  CHECK(compared > 40);
}

TEST_CASE("connectives go to the next line when the spacing stays even") {
  Desk desk;
  const std::string prose = kProse;
  const std::vector<text::Break> breaks = desk.breaker.find(prose);
  const auto is_avoided = [](text::Break kind) {
    return kind == text::Break::Poor || kind == text::Break::AfterConnective;
  };
  const auto poor = std::count_if(breaks.begin(), breaks.end(), is_avoided);
  const auto allowed = std::count(breaks.begin(), breaks.end(), text::Break::Allowed);
  long poor_ends = 0, ends = 0;
  for (double width = 400; width < 500; width += 4) {
    const auto lines = desk.compose(styled(prose), {Length::pt(width), {}}, Align::Distributed);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      ++ends;
      if (is_avoided(breaks[lines[i].begin])) ++poor_ends;
    }
  }
  CHECK(ends > 100);
  // Half the share that chance would give, at most.
  CHECK(poor_ends * 2 * (poor + allowed) < ends * poor);
}

TEST_CASE("the last line is no runt when the others can take it") {
  Desk desk;
  const std::string prose = kProse;
  std::size_t runts = 0, paragraphs = 0;
  for (double width = 300; width < 500; width += 3) {
    const auto lines = desk.compose(styled(prose), {Length::pt(width), {}}, Align::Distributed);
    ++paragraphs;
    if (lines.back().width < Length::pt(25)) ++runts;
  }
  CHECK(paragraphs > 60);
  CHECK(runts * 20 < paragraphs);
}

TEST_CASE("alignment places lines in the measure") {
  Desk desk;
  const std::string text = "จังหวัดเชียงราย";
  const Length measure = Length::pt(200);
  const Line left = desk.compose(styled(text), {measure, Length::pt(20)}, Align::Left).at(0);
  const Line centre = desk.compose(styled(text), {measure, {}}, Align::Centre).at(0);
  const Line right = desk.compose(styled(text), {measure, {}}, Align::Right).at(0);
  CHECK(left.x == Length::pt(20));
  CHECK(left.runs.at(0).x == Length::pt(20));
  CHECK(centre.x == (measure - centre.width) / 2);
  CHECK(right.x + right.width == measure);
  CHECK(left.width == right.width);
  CHECK(left.last);
}

TEST_CASE("centred text stands on as few lines as it can, as even as words allow, and breaks at no worse places") {
  Desk desk;
  const std::string title =
      "แบบฟอร์มสรุปแผนงานและโครงการสำคัญภายใต้งบประมาณของกลุ่มจังหวัดภาคเหนือตอนบน 2 ประจำปีงบประมาณ พ.ศ. 2566";
  bool evened = false;
  for (double width = 120; width < 620; width += 7) {
    CAPTURE(width);
    const Measure measure{Length::pt(width), {}};
    const auto ragged = desk.compose(styled(title), measure, Align::Left);
    const auto centred = desk.compose(styled(title), measure, Align::Centre);
    REQUIRE(centred.size() == ragged.size());
    const auto widest = [](const auto& lines) {
      return std::max_element(lines.begin(), lines.end(),
                              [](const Line& a, const Line& b) { return a.width < b.width; })
          ->width;
    };
    CHECK(widest(centred) <= widest(ragged));
    evened = evened || widest(centred) < widest(ragged);
    std::string whole;
    for (const Line& line : centred) whole += title.substr(line.begin, line.end - line.begin) + " ";
    CHECK(without_spaces(whole) == without_spaces(title));
  }
  CHECK(evened);
}

TEST_CASE("first lines are indented or hang, the others not") {
  Desk desk;
  for (const double indent : {30.0, -10.0}) {
    const auto lines = desk.compose(styled(kProse), {Length::pt(300), Length::pt(indent)}, Align::Distributed);
    REQUIRE(lines.size() > 2);
    CHECK(lines[0].x == Length::pt(indent));
    CHECK(std::abs((lines[0].x + lines[0].width - Length::pt(300)).units()) <= Length::pt(0.06).units());
    CHECK(lines[1].x == Length());
  }
}

TEST_CASE("an empty text is one empty line as high as its type") {
  Desk desk;
  const auto lines = desk.compose({"", {span(0, 0, 0, 10)}}, {Length::pt(100), {}}, Align::Distributed);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].runs.empty());
  CHECK(lines[0].last);
  CHECK(lines[0].ascent == Length::pt(10.68));
  CHECK(lines[0].descent == Length::pt(2.32));
}

TEST_CASE("forced breaks end lines, and lines before them are not stretched") {
  Desk desk;
  const std::string text = "หนึ่ง \n\nสอง\n";
  const auto lines = desk.compose(styled(text), {Length::pt(100), {}}, Align::Distributed);
  CHECK(texts(desk, lines) == std::vector<std::string>{"หนึ่ง", "", "สอง"});
  for (const Line& line : lines) CHECK(line.last);
  CHECK(lines[1].ascent == lines[0].ascent);
  CHECK(lines[1].begin == std::string("หนึ่ง \n").size());
  CHECK(slice(text, lines[2]) == "สอง");
}

TEST_CASE("a cluster is never parted between two faces or two lines") {
  Desk desk;
  const std::string text = "กำน้ำที่";
  // The second span begins at the sara am of the first cluster, the third at the tone of the last.
  line::StyledText styled_text{text, {span(0, 3, 0), span(3, 18, 1), span(18, text.size(), 0)}};
  const auto lines = desk.compose(styled_text, {Length::pt(200), {}}, Align::Left);
  REQUIRE(lines.at(0).runs.size() == 2);
  CHECK(lines[0].runs[0].glyphs.size() == 2);
  CHECK(characters(desk, lines[0]) == text);
  for (const Line& narrow : desk.compose(styled(text), {Length::pt(1), {}}, Align::Left))
    CHECK_FALSE(text::extends_cluster(base::utf8::decode(text, narrow.begin).character));
}

TEST_CASE("symbols come from a fallback face and do not raise the line") {
  Desk desk;
  const Line plain = desk.compose(styled("ผ่าน"), {Length::pt(200), {}}, Align::Left).at(0);
  const Line symbol = desk.compose(styled("☐ ผ่าน ✓"), {Length::pt(200), {}}, Align::Left).at(0);
  REQUIRE(symbol.runs.size() == 3);
  CHECK(symbol.runs[0].face == 4);
  CHECK(symbol.runs[1].face == 0);
  CHECK(symbol.ascent == plain.ascent);
  CHECK(symbol.descent == plain.descent);
  CHECK(desk.diagnostics.empty());
}

TEST_CASE("a character no face draws is an error, once") {
  Desk desk;
  desk.compose(styled("ก中ข中"), {Length::pt(200), {}}, Align::Left);
  CHECK(desk.codes() == std::vector<std::string>{"L003"});
  CHECK(desk.diagnostics.all()[0].message.en.find("U+4E2D") != std::string::npos);
}

TEST_CASE("a word wider than the measure is broken at clusters and reported") {
  for (const Align align : {Align::Left, Align::Distributed}) {
    Desk desk;
    const std::string text = "พระนครศรีอยุธยา";
    const auto lines = desk.compose(styled(text), {Length::pt(40), {}}, align);
    CHECK(lines.size() > 1);
    CHECK(desk.codes().front() == "L002");
    for (const Line& line : lines) CHECK(line.width <= Length::pt(40.1));
  }
}

TEST_CASE("a number is never cut, however narrow the measure") {
  Desk desk;
  const auto lines = desk.compose(styled("1,234,567.89 ล้านบาท"), {Length::pt(30), {}}, Align::Left);
  CHECK(texts(desk, lines).front() == "1,234,567.89");
  CHECK(desk.codes().front() == "L002");
}

TEST_CASE("a line that spacing cannot fill stays short, with a warning") {
  Desk desk;
  // One long token that cannot be broken leaves the line before it half empty.
  const std::string token(40, '8');
  desk.compose(styled("ไฟล์ " + token + " ท้าย"), {Length::pt(250), {}}, Align::Distributed);
  CHECK(desk.codes() == std::vector<std::string>{"L001"});
}

TEST_CASE("measuring gives the widest piece and the width on one line") {
  Desk desk;
  const auto one_line = [&](const std::string& text) {
    return desk.compose(styled(text), {Length::pt(10'000), {}}, Align::Left).at(0).width;
  };
  const line::Extent extent = line::measure(styled("จังหวัดเชียงราย พ.ศ. 2570\nน่าน "), desk.setter);
  CHECK(std::abs((extent.natural - one_line("จังหวัดเชียงราย พ.ศ. 2570")).units()) <= 1);
  CHECK(std::abs((extent.minimum - std::max(one_line("พ.ศ. 2570"), one_line("เชียงราย"))).units()) <= 1);
  // A measure of that width needs no emergency.
  desk.compose(styled("จังหวัดเชียงราย พ.ศ. 2570\nน่าน "), {extent.minimum, {}}, Align::Left);
  CHECK(desk.diagnostics.empty());
  CHECK(line::measure(styled(""), desk.setter).natural == Length());
}

TEST_CASE("raised runs raise the line") {
  Desk desk;
  line::StyledText text{"ก2", {span(0, 3), span(3, 4, 0, 7)}};
  text.spans[1].rise = Length::pt(5);
  const Line line = desk.compose(text, {Length::pt(100), {}}, Align::Left).at(0);
  REQUIRE(line.runs.size() == 2);
  CHECK(line.runs[1].rise == Length::pt(5));
  CHECK(line.ascent == std::max(desk.fonts.width(0, 1068, Length::pt(10.9)),
                                desk.fonts.width(0, 1068, Length::pt(7)) + Length::pt(5)));
}

TEST_CASE("runs keep the origin and link of their spans") {
  Desk desk;
  line::StyledText text{"กขคง", {span(0, 3), span(3, 6), span(6, 12)}};
  text.spans[1].origin = 7;
  text.spans[2].origin = 7;
  text.spans[2].link = 3;
  const Line line = desk.compose(text, {Length::pt(100), {}}, Align::Left).at(0);
  REQUIRE(line.runs.size() == 3);
  CHECK(line.runs[1].origin == 7);
  CHECK(line.runs[2].link == 3);
  CHECK(line.runs[2].glyphs.size() == 2);
}

TEST_CASE("any text in any measure is set whole, cut at clusters only") {
  Desk desk;
  const std::u32string alphabet =
      U"กขคงนรยวลส ปฝฟฬญฐฎฏ เแโใไ าะำๅ ัิีึืุู่้๊๋็์ํฺ๎ ฯๆ๐๑๙ 0123,.:/-–()“”‘’%฿±≥ abcXYZ \n\u200B\u2060\u00A0\u00AD☐✓";
  std::uint32_t state = 12345;
  const auto next = [&state](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  for (int round = 0; round < 400; ++round) {
    std::u32string characters_in;
    for (std::size_t length = next(80); length > 0; --length) characters_in += alphabet[next(alphabet.size())];
    const std::string in = base::utf8::from_utf32(characters_in);
    line::StyledText text = styled(in);
    if (characters_in.size() > 4) {
      const std::size_t cut = base::utf8::from_utf32(characters_in.substr(0, characters_in.size() / 2)).size();
      text.spans = {span(0, cut), span(cut, in.size(), 1, 14)};
    }
    const Align align = std::array{Align::Left,        Align::Centre,    Align::Right,
                                   Align::Distributed, Align::Justified, Align::Mixed}[next(6)];
    const Measure measure{Length::pt(1.0 + static_cast<double>(next(300))),
                          Length::pt(static_cast<double>(next(40)) - 20)};
    CAPTURE(in);
    std::size_t at = 0;
    for (const Line& line : desk.compose(text, measure, align)) {
      for (; at < line.begin; ++at) CHECK((in[at] == ' ' || in[at] == '\n'));
      CHECK(characters(desk, line) == slice(in, line));
      const bool starts_hard_line = line.begin == 0 || in[line.begin - 1] == '\n';
      const bool after_zero_width = line.begin >= 3 && in.compare(line.begin - 3, 3, "\xE2\x80\x8B") == 0;
      if (line.begin < line.end && !starts_hard_line && !after_zero_width)
        CHECK_FALSE(text::extends_cluster(base::utf8::decode(in, line.begin).character));
      at = line.end;
    }
    for (; at < in.size(); ++at) CHECK((in[at] == ' ' || in[at] == '\n'));
  }
  for (const std::string& code : desk.codes()) CHECK(code != "L003");
}
