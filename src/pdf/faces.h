// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>

#include <array>
#include <map>
#include <memory>
#include <vector>

#include "base/result.h"
#include "text/fonts.h"

namespace phaen::pdf {

struct FreeScaledFont {
  void operator()(cairo_scaled_font_t* font) const { cairo_scaled_font_destroy(font); }
};
struct FreeFontFace {
  void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
};

/// One character as drawn: a glyph of the derived font, its advance in font units, its text.
struct DrawnCharacter {
  std::int32_t advance = 0;
  std::uint16_t glyph = 0;
  std::uint8_t length = 0;  ///< bytes of utf8
  bool inks = false;        ///< false: a space, or an ignorable
  std::array<char, 4> utf8{};
};

/// A face of the document, opened from its derived font.
struct LoadedFace {
  std::unique_ptr<cairo_font_face_t, FreeFontFace> face;
  text::FaceMetrics metrics;
  std::vector<DrawnCharacter> characters;  ///< by GlyphRef
  std::vector<DrawnCharacter> primers;
};

/// The faces in use. For one thread: cairo and FreeType objects are not shared.
class Faces {
 public:
  /// Errors: F010.
  static base::Result<Faces> load(const text::FontBook& fonts);

  const LoadedFace& at(text::FaceId face) const { return faces_.at(face); }
  std::size_t size() const { return faces_.size(); }
  bool is_loaded(text::FaceId face) const { return faces_.at(face).face != nullptr; }
  /// The face at a real size, without hinting; owned here.
  cairo_scaled_font_t* scaled(text::FaceId face, base::Length size);

 private:
  std::vector<LoadedFace> faces_;
  std::map<std::pair<text::FaceId, std::int64_t>, std::unique_ptr<cairo_scaled_font_t, FreeScaledFont>> scaled_;
};

}  // namespace phaen::pdf
