// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/origin.h"
#include "base/stage_watch.h"
#include "text/breaks.h"
#include "text/fonts.h"

namespace phaen::line {

/// Index into the list of links of the document being set; 0 = none.
using LinkId = std::uint32_t;

/// How a stretch of text is set. `begin` and `end` are byte offsets; spans are in order and cover the whole text.
struct Span {
  std::size_t begin = 0, end = 0;
  text::FaceId face = 0;
  base::Length size;  ///< real
  base::Length rise;  ///< baseline shift up: superscripts
  base::Colour colour;
  bool underline = false;
  base::OriginId origin = base::kNoOrigin;
  LinkId link = 0;
};

/// What a paragraph thinks of a connective (และ, หรือ, ที่, ของ ...) left at a line end.
enum class Connectives : std::uint8_t {
  Free,   ///< as any other word
  Avoid,  ///< to the next line when the spacing stays even
  Never,  ///< only when nothing else fits the measure, with L002
};

/// A paragraph's text with its spans. `\n` ends a line; one at the very end begins no other. A span that begins inside
/// a cluster takes effect after it.
struct StyledText {
  std::string text;
  std::vector<Span> spans;
  Connectives connectives = Connectives::Avoid;
};

/// The last three fill their lines, all but those before a forced end: Distributed at every cluster boundary, Justified
/// at spaces alone, Mixed at spaces and then at cluster boundaries.
enum class Align : std::uint8_t { Left, Centre, Right, Distributed, Justified, Mixed };
/// Whether lines are stretched to their measure.
bool fills_lines(Align align);

struct Measure {
  base::Length width;         ///< from the paragraph's left edge to its right edge
  base::Length first_indent;  ///< added to the left of the first line; may be negative (hanging)
};

/// A run as set: one face, size, colour, origin and link; characters in logical order with their advances edge to edge.
struct Run {
  text::FaceId face = 0;
  base::Length size, rise;
  base::Length x;  ///< from the paragraph's left edge
  base::Length width;
  base::Colour colour;
  bool underline = false;
  base::OriginId origin = base::kNoOrigin;
  LinkId link = 0;
  std::vector<text::GlyphRef> glyphs;
};

struct Line {
  std::vector<Run> runs;  ///< left to right, no trailing space
  base::Length x, width;  ///< of the ink: from the first run's left to the last run's right
  /// The largest of its spans, from the metrics of the faces they name: neither ink nor a fallback face parts lines.
  base::Length ascent, descent;
  std::size_t begin = 0, end = 0;  ///< bytes of the paragraph's text it holds, without the space dropped at its end
  bool last = false;               ///< of the paragraph, or before a forced break
};

/// Everything lines are made with. References outlive the call.
struct Setter {
  text::FontBook& fonts;
  const text::Breaker& breaker;
  base::Diagnostics& diagnostics;
  base::StageWatch* watch = nullptr;  ///< hears of `break` and `shape`
};

/// Breaks a paragraph into lines and aligns them. Distributed, Justified and Mixed are total-fit over the whole
/// paragraph, as even as their way of stretching can be; the others set each line as long as it goes, with natural
/// spaces. Distributed is Word's thaiDistribute (docs/text-layer.md): slack evenly over all cluster boundaries, at most
/// 0.15 em each. Justified, Word's `both`, widens spaces by up to 0.60 em, to 0.85 em at most, for readers take a wider
/// one for the gap between columns. Mixed fills spaces so first, then cluster boundaries by up to 0.10 em. Where that
/// is not enough the line stays short (L001, a warning only when it stays short by more than half an em). A word wider
/// than the measure breaks at a cluster (L002, warning); a number is never cut and stands out. An empty text gives one
/// empty line. Characters no face draws are L003 errors.
std::vector<Line> compose(const StyledText& text, Measure measure, Align align, const Setter& setter);

/// Widths without breaking lines, for columns: the widest unbreakable piece, and the text on one line.
struct Extent {
  base::Length minimum, natural;
};
Extent measure(const StyledText& text, const Setter& setter);

}  // namespace phaen::line
