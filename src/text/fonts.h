// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/result.h"

namespace phaen::text {

/// Index of a face in a FontBook.
using FaceId = std::uint8_t;
/// A character as one face sets it: what is drawn and how far the pen moves. Index into the face's character table;
/// 0 is never used. HarfBuzz glyph ids do not leave this module.
using GlyphRef = std::uint16_t;

/// One font file of the job.
struct FontFile {
  std::string path;  ///< for messages
  std::shared_ptr<const std::string> bytes;
};

/// All lengths in font units of this face.
struct FaceMetrics {
  int units_per_em = 1000;
  int ascent = 0, descent = 0;                          ///< descent positive, below the baseline
  int clip_height = 0;                                  ///< from the highest stacked mark to the lowest one below
  int underline_position = 0, underline_thickness = 0;  ///< position positive, below the baseline
  /// Nominal office points x scale / 1000 = real size (Sarabun 680, TH Sarabun family 1000).
  int scale_permille = 1000;
};

/// What one GlyphRef draws, for tests and dumps: glyph ids of the original font with offsets in font units, y up.
struct GlyphComponent {
  std::uint16_t glyph = 0;
  std::int16_t x = 0, y = 0;
  bool operator==(const GlyphComponent&) const = default;
};
struct GlyphEntry {
  char32_t character = 0;
  std::int32_t advance = 0;                ///< font units
  std::vector<GlyphComponent> components;  ///< empty: no ink
};

/// A font made for one document: glyph id g of a GlyphRef r is `glyph_of[r]`; docs/text-layer.md has the recipe.
struct DerivedFont {
  std::string sfnt;
  std::vector<std::uint16_t> glyph_of;
  /// Characters of WinAnsi in use, each with a primer glyph that is drawn once on a page of its own (step 6).
  std::vector<std::pair<char32_t, std::uint16_t>> primers;
};

/// The fonts of one job and, per face, the table of characters composed so far. Grows while text is composed; used by
/// one thread.
class FontBook {
 public:
  FontBook();
  ~FontBook();
  FontBook(FontBook&&) noexcept;
  FontBook& operator=(FontBook&&) noexcept;

  /// Adds faces. Family, weight and slant come from the font's own name table; errors: F001 not a font, F002 CFF
  /// outlines, F003 embedding forbidden.
  void add(const std::vector<FontFile>& files, base::Diagnostics& diagnostics);

  /// The face of a family; bold or italic fall back to nothing silently: no such face is F004 at the caller.
  std::optional<FaceId> find_face(std::string_view family, bool bold, bool italic) const;
  std::vector<std::string> families() const;
  std::size_t face_count() const;
  std::string face_name(FaceId face) const;  ///< `Sarabun Bold`
  const FaceMetrics& metrics(FaceId face) const;
  /// Whether the face draws the character itself (ignorables like U+200B count as drawn).
  bool covers(FaceId face, char32_t character) const;
  /// A face of the book that draws the character when `preferred` does not: symbols. Nothing: a missing glyph.
  std::optional<FaceId> fallback_face(FaceId preferred, char32_t character) const;

  /// Shapes one word or run of one face (recipe steps 1-3): one GlyphRef for each character, in logical order. Cached.
  /// REQUIRES: every character is covered by the face (else derive() fails with F011). Marks and characters without ink
  /// are GlyphRefs of advance 0, but for two marks in one place, which have a thousandth of an em each (see shape.cc).
  /// The reference stays valid until the next call.
  const std::vector<GlyphRef>& shape(FaceId face, std::string_view word);
  /// The same character with `steps` x 10/1000 em of space before it (recipe step 4).
  GlyphRef with_space_before(FaceId face, GlyphRef glyph, int steps);
  /// Font units.
  std::int32_t advance(FaceId face, GlyphRef glyph) const;
  char32_t character(FaceId face, GlyphRef glyph) const;
  const GlyphEntry& entry(FaceId face, GlyphRef glyph) const;
  /// Real length of a sum of advances at a real size: units x size / units_per_em, rounded once.
  base::Length width(FaceId face, std::int64_t units, base::Length size) const;

  /// The derived font for all GlyphRefs made so far (recipe step 5), with only the outlines they draw. Errors: F010
  /// more than 65,535 glyphs, F011 a character shaped without a glyph.
  base::Result<DerivedFont> derive(FaceId face) const;
  bool is_used(FaceId face) const;  ///< any GlyphRef made

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace phaen::text
