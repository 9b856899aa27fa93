// SPDX-License-Identifier: GPL-3.0-or-later
#include "line/set_line.h"

#include <algorithm>

#include "line/diagnostics.h"

namespace phaen::line {
namespace {

constexpr std::int64_t kSteps = 100;  // steps to an em

// Deals the slack of a line out to its gaps by error diffusion: every gap gets an even share, rounded to whole steps
// so that the sum stays right (docs/text-layer.md, step 4).
class Stretch {
 public:
  // `most`: steps to a gap.
  Stretch(std::int64_t slack, std::int64_t gaps, int most) : slack_(slack), gaps_(gaps), most_(most) {}

  // Steps of the next gap, before a character of size `em` (fine units).
  int next(std::int64_t em) {
    if (slack_ <= 0 || gaps_ <= 0 || em <= 0 || most_ <= 0) return 0;
    ++gap_;
    // In hundredths of fine units, in which a step is a whole number.
    const std::int64_t share = slack_ * kSteps * gap_ / gaps_;
    const std::int64_t steps = std::clamp<std::int64_t>((share - given_ + em / 2) / em, 0, most_);
    given_ += steps * em;
    return static_cast<int>(steps);
  }

  std::int64_t given() const { return given_ / kSteps; }

 private:
  std::int64_t slack_, gaps_, gap_ = 0, given_ = 0;
  int most_;
};

// Spaces take what they can, cluster boundaries the rest.
struct Stretches {
  Stretch spaces, gaps;
};

Stretches stretches_of(const Prepared& prepared, const LinePlace& place, const Spread& spread, std::int64_t em,
                       std::int64_t slack) {
  const PreparedGlyph &first = prepared.glyphs[place.first], &end = prepared.glyphs[place.end];
  const std::int64_t spaces = std::int64_t{end.spaces} - first.spaces;
  const std::int64_t for_spaces = std::min(slack, spaces * spread.space * em / kSteps);
  return {{for_spaces, spaces, spread.space},
          {slack - for_spaces, std::int64_t{end.clusters} - first.clusters - 1, spread.gap}};
}

Run run_of(const Span& span, text::FaceId face) {
  Run run;
  run.face = face;
  run.size = span.size;
  run.rise = span.rise;
  run.colour = span.colour;
  run.underline = span.underline;
  run.origin = span.origin;
  run.link = span.link;
  return run;
}

bool continues(const Run& run, const Span& span, text::FaceId face) {
  return run.face == face && run.size == span.size && run.rise == span.rise && run.colour == span.colour &&
         run.underline == span.underline && run.origin == span.origin && run.link == span.link;
}

// The height comes from the face a span asks for: a symbol from another face does not push lines apart.
void raise_line(Line& line, const Span& span, const text::FontBook& fonts) {
  const text::FaceMetrics& metrics = fonts.metrics(span.face);
  line.ascent = std::max(line.ascent, fonts.width(span.face, metrics.ascent, span.size) + span.rise);
  line.descent = std::max(line.descent, fonts.width(span.face, metrics.descent, span.size) - span.rise);
}

// Natural advances, and the stretch before every cluster but the first.
void fill_runs(Line& line, const StyledText& text, const Prepared& prepared, const LinePlace& place,
               Stretches& stretches, text::FontBook& fonts) {
  auto segment = std::upper_bound(prepared.segments.begin(), prepared.segments.end(), place.first,
                                  [](std::size_t glyph, const Segment& s) { return glyph < s.end; });
  for (; segment != prepared.segments.end() && segment->first < place.end; ++segment) {
    const Span& span = text.spans[segment->span];
    if (line.runs.empty() || !continues(line.runs.back(), span, segment->face))
      line.runs.push_back(run_of(span, segment->face));
    raise_line(line, span, fonts);
    Run& run = line.runs.back();
    const std::size_t first = std::max(segment->first, place.first), end = std::min(segment->end, place.end);
    run.glyphs.reserve(run.glyphs.size() + end - first);
    for (std::size_t i = first; i < end; ++i) {
      const PreparedGlyph& glyph = prepared.glyphs[i];
      const bool is_gap = glyph.begins_cluster && i > place.first;
      const bool is_space = glyph.is_space && (i == 0 || !prepared.glyphs[i - 1].is_space);
      int steps = is_gap ? stretches.gaps.next(fine(span.size)) : 0;
      if (is_space) steps += stretches.spaces.next(fine(span.size));
      run.glyphs.push_back(steps > 0 ? fonts.with_space_before(segment->face, glyph.glyph, steps) : glyph.glyph);
    }
  }
}

void place_runs(Line& line, const text::FontBook& fonts) {
  base::Length x = line.x;
  for (Run& run : line.runs) {
    std::int64_t units = 0;
    for (const text::GlyphRef glyph : run.glyphs) units += fonts.advance(run.face, glyph);
    run.x = x;
    run.width = fonts.width(run.face, units, run.size);
    x += run.width;
  }
  line.width = x - line.x;
}

void shift(Line& line, base::Length by) {
  line.x += by;
  for (Run& run : line.runs) run.x += by;
}

}  // namespace

Line set_line(const StyledText& text, const Prepared& prepared, const LinePlace& place, Align align,
              const Setter& setter) {
  Line line;
  line.last = place.last;
  line.x = place.indent;
  if (place.first >= place.end) {
    line.begin = line.end = place.begin;
    if (place.span < text.spans.size()) raise_line(line, text.spans[place.span], setter.fonts);
    return line;
  }
  const PreparedGlyph &first = prepared.glyphs[place.first], &end = prepared.glyphs[place.end];
  line.begin = first.offset;
  line.end = end.offset;
  const bool is_filled = fills_lines(align) && !place.last;
  const std::int64_t slack = fine(place.available) - (end.pen - first.pen);
  const std::int64_t em = fine(text.spans[place.span].size);
  Stretches stretches = stretches_of(prepared, place, spread_of(align, prepared, em), em, is_filled ? slack : 0);
  fill_runs(line, text, prepared, place, stretches, setter.fonts);
  place_runs(line, setter.fonts);
  if (align == Align::Centre) shift(line, (place.available - line.width) / 2);
  if (align == Align::Right) shift(line, place.available - line.width);
  const std::int64_t missing = slack - stretches.spaces.given() - stretches.gaps.given();
  if (is_filled && missing * 2 > fine(line.runs.front().size))
    setter.diagnostics.add(diagnostics::short_line(
        std::string_view(text.text).substr(line.begin, line.end - line.begin), from_fine(missing)));
  return line;
}

}  // namespace phaen::line
