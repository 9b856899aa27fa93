// SPDX-License-Identifier: GPL-3.0-or-later
// One font file, opened: private to this module.
#pragma once

#include <array>
#include <bitset>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "text/fonts.h"
#include "text/harfbuzz.h"
#include "text/outlines.h"

namespace phaen::text {

/// Lets a hash map keyed by std::string be asked with a view, without an allocation.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

struct GlyphEntryHash {
  std::size_t operator()(const GlyphEntry& entry) const;
};
struct GlyphEntryEqual {
  bool operator()(const GlyphEntry& a, const GlyphEntry& b) const {
    return a.character == b.character && a.advance == b.advance && a.components == b.components;
  }
};

/// What a font file holds. Immutable once opened.
struct OpenFont {
  std::shared_ptr<const std::string> bytes;  ///< outlives the handles below
  HbBlob blob;
  HbFace face;
  HbFont font;
  std::array<HbBlob, 6> outline_tables;  ///< what `outlines` views
  Outlines outlines;

  std::string path, family, style;
  bool bold = false, italic = false;
  FaceMetrics metrics;
  HbSet characters;          ///< of its cmap
  std::bitset<0x10000> bmp;  ///< the same for the basic plane, with what is set without a glyph of its own

  bool covers(char32_t character) const {
    return character < 0x10000 ? bmp[character] : hb_set_has(characters.get(), character) != 0;
  }
};

/// Errors: F001, F002, F003.
base::Result<OpenFont> open_font(const FontFile& file);

/// The characters of one face composed so far.
class CharacterTable {
 public:
  CharacterTable() : entries_(1), advances_(1), spaced_(1) {}

  /// The reference of an entry, made when new.
  GlyphRef intern(GlyphEntry entry);
  /// `units_per_em` of the face; steps of 10/1000 em.
  GlyphRef with_space_before(GlyphRef glyph, int steps, int units_per_em);
  const GlyphEntry& entry(GlyphRef glyph) const { return entries_[glyph]; }
  std::int32_t advance(GlyphRef glyph) const { return advances_[glyph]; }
  /// Entry 0 is never used.
  const std::vector<GlyphEntry>& entries() const { return entries_; }
  bool is_full() const { return full_; }

 private:
  static constexpr int kTabledSteps = 15;  // the cap of Thai-distributed justification, 0.15 em

  std::vector<GlyphEntry> entries_;
  std::vector<std::int32_t> advances_;
  std::vector<std::array<GlyphRef, kTabledSteps>> spaced_;
  std::unordered_map<GlyphEntry, GlyphRef, GlyphEntryHash, GlyphEntryEqual> index_;
  bool full_ = false;
};

/// Shapes `text`, one entry for each character in logical order (docs/text-layer.md, steps 1 and 2).
std::vector<GlyphEntry> shape_characters(const OpenFont& font, hb_buffer_t* buffer, std::string_view text);

/// Step 5. Errors: F010, F011.
base::Result<DerivedFont> derive_font(const OpenFont& font, const CharacterTable& table, const std::string& name);

}  // namespace phaen::text
