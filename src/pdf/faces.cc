// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/faces.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <stdexcept>

#include "base/utf8.h"

namespace phaen::pdf {
namespace {

// A derived font open in FreeType. cairo keeps faces in a cache of its own, so this lives as long as cairo's face.
struct OpenFont {
  std::string sfnt;
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  explicit OpenFont(std::string bytes) : sfnt(std::move(bytes)) {
    if (FT_Init_FreeType(&library) != 0) throw std::bad_alloc();
    const FT_Error error = FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(sfnt.data()),
                                              static_cast<FT_Long>(sfnt.size()), 0, &face);
    if (error != 0) {
      FT_Done_FreeType(library);
      throw std::logic_error("FreeType cannot open a derived font");
    }
  }
  ~OpenFont() {
    FT_Done_Face(face);
    FT_Done_FreeType(library);
  }
  OpenFont(const OpenFont&) = delete;
  OpenFont& operator=(const OpenFont&) = delete;
};

const cairo_user_data_key_t kOpenFont{};

std::unique_ptr<cairo_font_face_t, FreeFontFace> open(std::string sfnt) {
  auto font = std::make_unique<OpenFont>(std::move(sfnt));
  std::unique_ptr<cairo_font_face_t, FreeFontFace> face(
      cairo_ft_font_face_create_for_ft_face(font->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
  const auto destroy = [](void* owned) { delete static_cast<OpenFont*>(owned); };
  if (cairo_font_face_set_user_data(face.get(), &kOpenFont, font.get(), destroy) != CAIRO_STATUS_SUCCESS)
    throw std::bad_alloc();
  (void)font.release();
  return face;
}

DrawnCharacter drawn(char32_t character, std::uint16_t glyph, std::int32_t advance, bool inks) {
  DrawnCharacter result{advance, glyph, 0, inks, {}};
  const std::string text = base::utf8::encode(character);
  result.length = static_cast<std::uint8_t>(text.size());
  std::copy(text.begin(), text.end(), result.utf8.begin());
  return result;
}

base::Result<LoadedFace> load_face(const text::FontBook& fonts, text::FaceId id) {
  base::Result<text::DerivedFont> derived = fonts.derive(id);
  if (!derived) return base::Failure(std::move(derived.error()));
  LoadedFace loaded;
  loaded.metrics = fonts.metrics(id);
  loaded.characters.resize(derived->glyph_of.size());
  for (std::size_t ref = 1; ref < derived->glyph_of.size(); ++ref) {
    const text::GlyphEntry& entry = fonts.entry(id, static_cast<text::GlyphRef>(ref));
    const bool inks = !entry.components.empty() && entry.character != U' ';
    loaded.characters[ref] = drawn(entry.character, derived->glyph_of[ref], entry.advance, inks);
  }
  for (const auto& [character, glyph] : derived->primers)
    loaded.primers.push_back(drawn(character, glyph, loaded.metrics.units_per_em, true));
  loaded.face = open(std::move(derived->sfnt));
  return loaded;
}

}  // namespace

base::Result<Faces> Faces::load(const text::FontBook& fonts) {
  Faces faces;
  faces.faces_.resize(fonts.face_count());
  for (std::size_t i = 0; i < faces.faces_.size(); ++i) {
    const auto id = static_cast<text::FaceId>(i);
    if (!fonts.is_used(id)) continue;
    base::Result<LoadedFace> loaded = load_face(fonts, id);
    if (!loaded) return base::Failure(std::move(loaded.error()));
    faces.faces_[i] = std::move(*loaded);
  }
  return faces;
}

cairo_scaled_font_t* Faces::scaled(text::FaceId face, base::Length size) {
  auto& slot = scaled_[{face, size.units()}];
  if (!slot) {
    cairo_matrix_t font_matrix, identity;
    cairo_matrix_init_scale(&font_matrix, size.to_pt(), size.to_pt());
    cairo_matrix_init_identity(&identity);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    slot.reset(cairo_scaled_font_create(faces_.at(face).face.get(), &font_matrix, &identity, options));
    cairo_font_options_destroy(options);
  }
  return slot.get();
}

}  // namespace phaen::pdf
