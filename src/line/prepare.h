// SPDX-License-Identifier: GPL-3.0-or-later
// A paragraph itemised and shaped, before it is cut into lines. Private to this module.
#pragma once

#include <cstdint>
#include <vector>

#include "line/line.h"

namespace phaen::line {

/// Places along a text are counted in 1/64 of a Length unit, so that a thousand characters do not add up an error.
inline constexpr std::int64_t kFine = 64;
inline std::int64_t fine(base::Length length) { return length.units() * kFine; }
inline base::Length from_fine(std::int64_t value) { return base::Length::raw((value + kFine / 2) / kFine); }

/// Glyphs of one span set by one face: the face of the span, or a fallback that draws what it lacks.
struct Segment {
  std::size_t first = 0, end = 0;  ///< glyphs
  std::size_t span = 0;
  text::FaceId face = 0;
};

/// One drawn character.
struct PreparedGlyph {
  std::int64_t pen = 0;        ///< fine units from the start of the text, as if on one line
  std::uint32_t offset = 0;    ///< byte of the text
  std::uint32_t clusters = 0;  ///< clusters that begin before this character
  std::uint32_t spaces = 0;    ///< spaces before this character, several in a row counted once
  text::GlyphRef glyph = 0;
  text::Break before = text::Break::Forbidden;
  bool begins_cluster : 1 = true, is_space : 1 = false;
};

/// The text between two forced breaks.
struct HardLine {
  std::size_t first = 0, end = 0;  ///< glyphs
  std::size_t begin = 0;           ///< byte of the text
  std::size_t span = 0;            ///< the span it begins in: the height of an empty line
};

struct Prepared {
  std::vector<PreparedGlyph> glyphs;  ///< one more than there are, for the end
  std::vector<Segment> segments;
  std::vector<HardLine> lines;  ///< at least one
};

/// How far an alignment stretches a line at most, in steps of 10/1000 em: at each cluster boundary, and at each space
/// besides.
struct Spread {
  int gap = 0, space = 0;
};
/// `em` in fine units.
Spread spread_of(Align align, const Prepared& prepared, std::int64_t em);

/// Diagnostics: L003.
Prepared prepare(const StyledText& text, const Setter& setter);

}  // namespace phaen::line
