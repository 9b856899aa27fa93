// SPDX-License-Identifier: GPL-3.0-or-later
// The TrueType outline tables of one font (OpenType: glyf, loca, hmtx), read without trusting them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phaen::text {

/// Big-endian numbers of sfnt tables. Reading outside the table gives 0.
std::uint16_t read_u16(std::string_view table, std::size_t offset);
std::int16_t read_i16(std::string_view table, std::size_t offset);
std::uint32_t read_u32(std::string_view table, std::size_t offset);
void append_u16(std::string& table, unsigned value);
void append_u32(std::string& table, std::uint32_t value);
void write_u16(std::string& table, std::size_t offset, unsigned value);

/// Font units, y up. Empty when left >= right.
struct GlyphBox {
  int left = 0, bottom = 0, right = 0, top = 0;
};

/// What `maxp` counts of a glyph, its components included.
struct OutlineSize {
  unsigned points = 0, contours = 0, depth = 0;
};

class Outlines {
 public:
  /// Views of the tables; they must outlive this object. Nothing when a table is missing or too short.
  struct Tables {
    std::string_view glyf, loca, hmtx, head, hhea, maxp;
  };
  static std::optional<Outlines> read(const Tables& tables);

  unsigned glyph_count() const { return glyph_count_; }
  /// The glyph's bytes; empty for a glyph without ink.
  std::string_view glyph(std::uint16_t id) const;
  bool has_ink(std::uint16_t id) const { return glyph(id).size() >= 10; }
  /// As the outline is stored, before the shift by left side bearing - xMin that a rasteriser applies.
  GlyphBox box(std::uint16_t id) const;
  int advance(std::uint16_t id) const;
  int left_side_bearing(std::uint16_t id) const;
  /// Where a composite's bytes hold the ids of its components; empty for a simple glyph.
  std::vector<std::size_t> component_offsets(std::uint16_t id) const;
  OutlineSize size(std::uint16_t id) const { return size(id, 0); }

 private:
  OutlineSize size(std::uint16_t id, int depth) const;

  Tables tables_;
  unsigned glyph_count_ = 0, metrics_count_ = 0;
  bool long_offsets_ = false;
};

}  // namespace phaen::text
