// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "line/break_lines.h"
#include "line/line.h"
#include "line/prepare.h"
#include "line/set_line.h"

namespace phaen::line {
namespace {

// The end of the ink before a forced break is followed by bytes that are not set (`\n`, spaces): the line ends where
// its last character does.
void trim_end(Line& line, const std::string& text) {
  while (line.end > line.begin && (text[line.end - 1] == '\n' || text[line.end - 1] == ' ')) --line.end;
}

void compose_hard_line(const StyledText& text, const Prepared& prepared, const HardLine& hard, const Measure& measure,
                       Align align, const Setter& setter, std::vector<Line>& lines) {
  const base::Length indent = &hard == &prepared.lines.front() ? measure.first_indent : base::Length();
  const base::Length em = text.spans.empty() ? base::Length() : text.spans[hard.span].size;
  const LineWidths widths{fine(measure.width - indent), fine(measure.width), fine(em),
                          spread_of(align, prepared, fine(em))};
  const std::vector<BreakPoint> points = break_points(prepared, hard, widths, text, setter.diagnostics);
  if (points.size() == 1) {
    lines.push_back(set_line(text, prepared,
                             {hard.first, hard.first, hard.span, hard.begin, indent, measure.width - indent, true},
                             align, setter));
    return;
  }
  const auto fit = fills_lines(align) ? fit_total : align == Align::Centre ? fit_even : fit_first;
  std::size_t from = 0;
  for (const std::size_t to : fit(prepared, points, widths)) {
    LinePlace place{points[from].at, points[to].ink_end,     hard.span, hard.begin, from == 0 ? indent : base::Length(),
                    measure.width,   to + 1 == points.size()};
    place.available = measure.width - place.indent;
    lines.push_back(set_line(text, prepared, place, align, setter));
    trim_end(lines.back(), text.text);
    from = to;
  }
}

}  // namespace

bool fills_lines(Align align) {
  switch (align) {
    case Align::Left:
    case Align::Centre:
    case Align::Right: return false;
    case Align::Distributed:
    case Align::Justified:
    case Align::Mixed: return true;
  }
  return false;
}

std::vector<Line> compose(const StyledText& text, Measure measure, Align align, const Setter& setter) {
  const Prepared prepared = prepare(text, setter);
  std::vector<Line> lines;
  for (const HardLine& hard : prepared.lines) compose_hard_line(text, prepared, hard, measure, align, setter, lines);
  return lines;
}

Extent measure(const StyledText& text, const Setter& setter) {
  const Prepared prepared = prepare(text, setter);
  std::int64_t minimum = 0, natural = 0;
  for (const HardLine& hard : prepared.lines) {
    std::size_t piece = hard.first, ink_end = hard.first;
    for (std::size_t i = hard.first; i < hard.end; ++i) {
      if (break_kind(prepared.glyphs[i].before, text.connectives) >= text::Break::Poor) piece = i;
      if (prepared.glyphs[i].is_space) continue;
      ink_end = i + 1;
      minimum = std::max(minimum, prepared.glyphs[ink_end].pen - prepared.glyphs[piece].pen);
    }
    natural = std::max(natural, prepared.glyphs[ink_end].pen - prepared.glyphs[hard.first].pen);
  }
  // Rounded up: a column this wide holds the text.
  const auto up = [](std::int64_t value) { return base::Length::raw((value + kFine - 1) / kFine); };
  return {up(minimum), up(natural)};
}

}  // namespace phaen::line
