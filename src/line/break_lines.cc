// SPDX-License-Identifier: GPL-3.0-or-later
#include "line/break_lines.h"

#include <algorithm>
#include <limits>

#include "line/diagnostics.h"

namespace phaen::line {
namespace {

using text::Break;

// A line stretched by a fifth of what it can be (gaps 0.03 em wider, or spaces 0.12 em) is still an even grey; it has
// badness 100, as TeX's full stretch has. Past five times that it stays short: worse than anything a full line has.
constexpr std::int64_t kCapRatio = 5;
constexpr std::int64_t kSteps = 100;  // steps of stretch to an em
constexpr std::int64_t kShort = 100'000;
// What a line costs at all, so that of two ways with even spacing the one with fewer lines is taken.
constexpr std::int64_t kLine = 10;
// Squared, these are what a break costs besides. Poor: worth avoiding for spacing up to about 0.05 em.
constexpr std::int64_t kPoor = 500, kEmergency = 3'000, kEmergencyAfterSpace = 1'500;
// A last line of so few clusters looks lost.
constexpr std::uint32_t kRuntClusters = 8;
constexpr std::int64_t kRunt = 200;
// A line wider than its measure.
constexpr std::int64_t kOverfull = 1'000'000;

constexpr std::int64_t kRatioUnit = 1024;  // fixed point of the stretch ratio

std::int64_t width(const Prepared& prepared, const BreakPoint& from, const BreakPoint& to) {
  return to.ink_end <= from.at ? 0 : prepared.glyphs[to.ink_end].pen - prepared.glyphs[from.at].pen;
}

std::int64_t measure_from(std::size_t from, const LineWidths& widths) { return from == 0 ? widths.first : widths.rest; }

// `room`: by how much the line can be stretched.
std::int64_t badness(std::int64_t slack, std::int64_t room, std::int64_t em) {
  const std::int64_t comfort = std::max<std::int64_t>(1, room / kCapRatio);
  const std::int64_t ratio = slack * kRatioUnit / comfort;
  const std::int64_t capped = std::min(ratio, kCapRatio * kRatioUnit);
  const std::int64_t cubed = 100 * (capped * capped / kRatioUnit) * capped / (kRatioUnit * kRatioUnit);
  if (ratio <= kCapRatio * kRatioUnit) return cubed;
  const std::int64_t missing =
      std::min<std::int64_t>(100, (slack - comfort * kCapRatio) / std::max<std::int64_t>(1, em));
  return cubed + kShort + missing * kShort / 100;
}

std::int64_t break_penalty(const Prepared& prepared, const BreakPoint& point) {
  switch (point.kind) {
    case Break::Poor: return kPoor * kPoor;
    case Break::Emergency: {
      const bool after_space = point.at > 0 && prepared.glyphs[point.at - 1].is_space;
      return after_space ? kEmergencyAfterSpace * kEmergencyAfterSpace : kEmergency * kEmergency;
    }
    case Break::Forbidden:
    case Break::AfterConnective:
    case Break::Allowed:
    case Break::Mandatory: return 0;
  }
  return 0;
}

BreakPoint point_at(const Prepared& prepared, const HardLine& line, std::size_t at, Break kind) {
  std::size_t ink_end = at;
  while (ink_end > line.first && prepared.glyphs[ink_end - 1].is_space) --ink_end;
  return {at, ink_end, kind};
}

std::string_view bytes(const Prepared& prepared, const StyledText& text, std::size_t first, std::size_t end) {
  const std::size_t begin = prepared.glyphs[first].offset;
  return std::string_view(text.text).substr(begin, prepared.glyphs[end].offset - begin);
}

}  // namespace

Break break_kind(Break before, Connectives connectives) {
  if (before != Break::AfterConnective) return before;
  switch (connectives) {
    case Connectives::Free: return Break::Allowed;
    case Connectives::Avoid: return Break::Poor;
    case Connectives::Never: return Break::Emergency;
  }
  return Break::Poor;
}

std::vector<BreakPoint> break_points(const Prepared& prepared, const HardLine& line, const LineWidths& widths,
                                     const StyledText& text, base::Diagnostics& diagnostics) {
  std::vector<BreakPoint> points;
  points.push_back({line.first, line.first, Break::Mandatory});
  for (std::size_t i = line.first + 1; i <= line.end; ++i) {
    const Break kind = i == line.end ? Break::Mandatory : break_kind(prepared.glyphs[i].before, text.connectives);
    if (kind < Break::Poor) continue;
    const BreakPoint next = point_at(prepared, line, i, kind);
    const BreakPoint last = points.back();
    const std::int64_t measure = measure_from(points.size() - 1, widths);
    if (const std::int64_t wide = width(prepared, last, next); wide > measure) {
      diagnostics.add(
          diagnostics::wide_word(bytes(prepared, text, last.at, next.ink_end), from_fine(wide), from_fine(measure)));
      for (std::size_t j = last.at + 1; j < next.ink_end; ++j) {
        const Break inside = prepared.glyphs[j].before;
        if (inside == Break::Emergency) points.push_back(point_at(prepared, line, j, Break::Emergency));
        if (inside == Break::AfterConnective) points.push_back(point_at(prepared, line, j, Break::Poor));
      }
    }
    points.push_back(next);
  }
  return points;
}

std::int64_t line_demerits(const Prepared& prepared, const std::vector<BreakPoint>& points, std::size_t from,
                           std::size_t to, const LineWidths& widths) {
  const BreakPoint &begin = points[from], &end = points[to];
  const std::int64_t slack = measure_from(from, widths) - width(prepared, begin, end);
  if (slack < 0) return kOverfull * kOverfull;
  const std::uint32_t clusters =
      prepared.glyphs[std::max(end.ink_end, begin.at)].clusters - prepared.glyphs[begin.at].clusters;
  if (to + 1 == points.size()) return from > 0 && clusters < kRuntClusters ? kRunt * kRunt : 0;
  const std::int64_t gaps = clusters > 0 ? clusters - 1 : 0;
  const std::int64_t spaces =
      prepared.glyphs[std::max(end.ink_end, begin.at)].spaces - prepared.glyphs[begin.at].spaces;
  const std::int64_t room = (gaps * widths.spread.gap + spaces * widths.spread.space) * widths.em / kSteps;
  const std::int64_t badly = kLine + badness(slack, room, widths.em);
  return badly * badly + break_penalty(prepared, end);
}

std::vector<std::size_t> fit_total(const Prepared& prepared, const std::vector<BreakPoint>& points,
                                   const LineWidths& widths) {
  constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> best(points.size(), kNone);
  std::vector<std::size_t> from(points.size(), 0);
  best[0] = 0;
  std::size_t low = 1;  // the first point from which a line reaches `to`; the paragraph's start has its own measure
  for (std::size_t to = 1; to < points.size(); ++to) {
    const auto consider = [&](std::size_t start) {
      const std::int64_t line = line_demerits(prepared, points, start, to, widths);
      if (best[start] + line < best[to]) {
        best[to] = best[start] + line;
        from[to] = start;
      }
      return line;
    };
    while (low < to && width(prepared, points[low], points[to]) > widths.rest) ++low;
    if (to == 1 || width(prepared, points[0], points[to]) <= widths.first) consider(0);
    if (low >= to) {
      if (to > 1) consider(to - 1);
      continue;
    }
    // Lines get shorter and so worse from here on: once even the least start does not make up for it, stop.
    const std::int64_t least = *std::min_element(best.begin() + static_cast<std::ptrdiff_t>(low),
                                                 best.begin() + static_cast<std::ptrdiff_t>(to));
    const bool is_last = to + 1 == points.size();
    for (std::size_t start = low; start < to; ++start) {
      const std::int64_t line = consider(start);
      if (!is_last && least + line >= best[to]) break;
    }
  }
  std::vector<std::size_t> chosen;
  for (std::size_t at = points.size() - 1; at > 0; at = from[at]) chosen.push_back(at);
  std::reverse(chosen.begin(), chosen.end());
  return chosen;
}

std::vector<std::size_t> fit_first(const Prepared& prepared, const std::vector<BreakPoint>& points,
                                   const LineWidths& widths) {
  // A line may be so much shorter to end at a better place.
  constexpr std::int64_t kFullEnoughPerCent = 75;
  std::vector<std::size_t> chosen;
  for (std::size_t start = 0; start + 1 < points.size();) {
    const std::int64_t measure = measure_from(start, widths);
    std::size_t any = 0, good = 0, after_space = 0, unforced = 0, next = start + 1;
    for (; next < points.size(); ++next) {
      const std::int64_t wide = width(prepared, points[start], points[next]);
      if (wide > measure) break;
      any = next;
      if (points[next].kind != Break::Emergency) unforced = next;
      if (points[next].kind >= Break::Allowed && wide * 100 >= measure * kFullEnoughPerCent) good = next;
      if (points[next].kind == Break::Emergency && prepared.glyphs[points[next].at - 1].is_space) after_space = next;
    }
    std::size_t end = start + 1;
    if (next == points.size())
      end = next - 1;
    else if (good != 0)
      end = good;
    else if (unforced != 0)
      end = unforced;
    else if (after_space != 0)
      end = after_space;
    else if (any != 0)
      end = any;
    chosen.push_back(end);
    start = end;
  }
  return chosen;
}

std::vector<std::size_t> fit_even(const Prepared& prepared, const std::vector<BreakPoint>& points,
                                  const LineWidths& widths) {
  constexpr int kTrials = 12;
  const auto cost = [&](const std::vector<std::size_t>& chosen) {
    std::int64_t sum = 0;
    for (const std::size_t at : chosen) sum += break_penalty(prepared, points[at]);
    return sum;
  };
  std::vector<std::size_t> best = fit_first(prepared, points, widths);
  if (best.size() < 2) return best;
  const std::int64_t most = cost(best);
  // The narrowest measure that still does it, by halving.
  std::int64_t narrow = widths.rest / 2, wide = widths.rest;
  for (int trial = 0; trial < kTrials; ++trial) {
    LineWidths tried = widths;
    tried.rest = (narrow + wide) / 2;
    tried.first = std::min(widths.first, tried.rest);
    std::vector<std::size_t> lines = fit_first(prepared, points, tried);
    const bool good = lines.size() == best.size() && cost(lines) <= most;
    (good ? wide : narrow) = tried.rest;
    if (good) best = std::move(lines);
  }
  return best;
}

}  // namespace phaen::line
