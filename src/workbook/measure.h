// SPDX-License-Identifier: GPL-3.0-or-later
// How wide and how high the texts of a sheet stand, in pixels of 1/96 inch: Excel fits no merged row and no Thai column
// by itself, so every width and height is measured here from the advances of the glyphs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/length.h"
#include "text/breaks.h"
#include "text/fonts.h"
#include "workbook/workbook.h"

namespace phaen::workbook {

/// What decides the width of a text besides its characters.
struct Type {
  base::Length size;  ///< nominal office points
  bool bold = false, italic = false;
};

/// Space that Excel keeps free inside a cell, left and right together, and above and below together.
inline constexpr int kCellPadding = 6;
inline constexpr int kRowPadding = 4;
/// One step of a cell's indent.
inline constexpr int kIndentStep = 9;

/// Text, type and width in one word, for caches.
std::uint64_t measure_key(TextId id, Type type, int width);

int to_pixels(base::Length length);  ///< rounded up
base::Length to_length(std::int64_t pixels);

/// Measures with the job's face of `family`, at the scale that makes it stand for the sheet's font (reference: running
/// text in TH Sarabun is 0.658 as wide as in Sarabun, measured here at Sarabun's scale of 0.68; the difference is the
/// margin for Excel's own rounding). Words are cached in `fonts`, which one thread at a time may use. REQUIRES: `fonts`
/// has a face.
class Ruler {
 public:
  Ruler(text::FontBook& fonts, const text::Breaker& breaker, std::string family, SheetFont sheet_font);

  /// Pixels of the longest line of the text when it is not wrapped. `id` names the text in the caches.
  int natural_width(TextId id, std::string_view text, Type type);
  /// Pixels of a printed figure: the advances of its characters, cached by character.
  int figure_width(std::string_view text, Type type);
  /// Pixels of the widest piece of the text that cannot be broken.
  int minimum_width(std::string_view text, Type type);
  /// Lines the text takes when wrapped first-fit, as Excel wraps, into `width` pixels. At least 1. See LineCounts.
  int lines(std::string_view text, Type type, int width);
  /// Pixels from baseline to baseline.
  int pitch(base::Length size) const;
  /// Pixels of a row that shows `lines` lines of this size.
  int row_height(int lines, base::Length size) const { return lines * pitch(size) + kRowPadding; }

 private:
  text::FaceId face(Type type);
  base::Length advance(std::string_view piece, text::FaceId face, base::Length size);
  base::Length character_advance(char32_t character, text::FaceId face, base::Length size);
  bool fits(std::string_view line, Type type, int width);
  int count_lines(std::string_view text, Type type, int width);

  text::FontBook& fonts_;
  const text::Breaker& breaker_;
  std::string family_;
  SheetFont sheet_font_;
  std::optional<text::FaceId> faces_[4];
  std::unordered_map<std::uint64_t, int> natural_;
  std::unordered_map<std::uint64_t, base::Length> characters_;
};

}  // namespace phaen::workbook
