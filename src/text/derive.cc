// SPDX-License-Identifier: GPL-3.0-or-later
// The derived font: the outlines a document draws, and one composite glyph for each character that an outline alone
// does not set (docs/text-layer.md, steps 3, 5 and 6).
#include <algorithm>
#include <limits>

#include "text/diagnostics.h"
#include "text/face.h"

namespace phaen::text {
namespace {

// Flags of a component (OpenType glyf).
constexpr unsigned kWords = 0x0001, kArgumentsAreOffsets = 0x0002, kMore = 0x0020;

constexpr std::size_t kMostGlyphs = 0xFFFF;

// The characters of Windows code page 1252 that cairo puts in a font of their own; U+00A0 and U+00AD it does not.
bool is_win_ansi(char32_t c) {
  if ((c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF)) return c != 0xAD;
  constexpr char32_t kUpper[] = {0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
                                 0x0160, 0x2039, 0x0152, 0x017D, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178};
  return std::find(std::begin(kUpper), std::end(kUpper), c) != std::end(kUpper);
}

// One glyph of the font being built.
struct NewGlyph {
  std::string bytes;
  int advance = 0, left_side_bearing = 0;
  GlyphBox box;
  OutlineSize size;
  char32_t claimed_by = 0;  ///< the character this outline sets by itself
};

class Builder {
 public:
  explicit Builder(const OpenFont& font) : font_(font), new_id_(font.outlines.glyph_count(), 0) {
    add_outline(0);  // .notdef comes first, though nothing draws it
  }

  // The id of an outline of the original font, copied with all it is composed of.
  std::uint16_t outline(std::uint16_t id) { return new_id_.at(id) != 0 || id == 0 ? new_id_[id] : add_outline(id); }

  // The glyph that sets an entry: an outline as it is when that is enough, else a composite.
  std::uint16_t glyph_for(const GlyphEntry& entry) {
    if (entry.components.size() == 1 && !is_win_ansi(entry.character)) {
      const GlyphComponent& only = entry.components.front();
      if (only.x == 0 && only.y == 0 && font_.outlines.advance(only.glyph) == entry.advance) {
        const std::uint16_t id = outline(only.glyph);
        if (glyphs_[id].claimed_by == 0) {
          glyphs_[id].claimed_by = entry.character;
          return id;
        }
      }
    }
    return composite(entry);
  }

  std::uint16_t composite(const GlyphEntry& entry);

  const std::vector<NewGlyph>& glyphs() const { return glyphs_; }
  bool is_too_large() const { return glyphs_.size() > kMostGlyphs; }

 private:
  std::uint16_t add_outline(std::uint16_t id);
  std::uint16_t add(NewGlyph glyph) {
    glyphs_.push_back(std::move(glyph));
    return static_cast<std::uint16_t>(glyphs_.size() - 1);
  }

  const OpenFont& font_;
  std::vector<std::uint16_t> new_id_;  // by original id; 0 = not copied yet
  std::vector<NewGlyph> glyphs_;
};

std::uint16_t Builder::add_outline(std::uint16_t id) {
  const Outlines& outlines = font_.outlines;
  const std::uint16_t copy = add({std::string(outlines.glyph(id)), outlines.advance(id), outlines.left_side_bearing(id),
                                  outlines.box(id), outlines.size(id), 0});
  new_id_[id] = copy;
  for (const std::size_t offset : outlines.component_offsets(id)) {
    const std::uint16_t part = read_u16(outlines.glyph(id), offset);
    if (part < outlines.glyph_count()) write_u16(glyphs_[copy].bytes, offset, outline(part));
  }
  return copy;
}

std::uint16_t Builder::composite(const GlyphEntry& entry) {
  NewGlyph glyph;
  glyph.advance = entry.advance;
  if (entry.components.empty()) return add(std::move(glyph));
  constexpr int kFar = std::numeric_limits<std::int16_t>::max();
  GlyphBox box{kFar, kFar, -kFar, -kFar};
  std::string parts;
  for (std::size_t i = 0; i < entry.components.size(); ++i) {
    const GlyphComponent& part = entry.components[i];
    const std::uint16_t id = outline(part.glyph);
    const NewGlyph& outline = glyphs_[id];
    // A rasteriser moves an outline so that it starts at its left side bearing; inside a composite it does not.
    const int x = part.x + outline.left_side_bearing - outline.box.left;
    append_u16(parts, kWords | kArgumentsAreOffsets | (i + 1 < entry.components.size() ? kMore : 0));
    append_u16(parts, id);
    append_u16(parts, static_cast<std::uint16_t>(x));
    append_u16(parts, static_cast<std::uint16_t>(part.y));
    box = {std::min(box.left, outline.box.left + x), std::min(box.bottom, outline.box.bottom + part.y),
           std::max(box.right, outline.box.right + x), std::max(box.top, outline.box.top + part.y)};
    glyph.size.points += outline.size.points;
    glyph.size.contours += outline.size.contours;
    glyph.size.depth = std::max(glyph.size.depth, outline.size.depth + 1);
  }
  glyph.box = box;
  glyph.left_side_bearing = box.left;
  append_u16(glyph.bytes, 0xFFFF);  // -1 contours: a composite
  for (const int edge : {box.left, box.bottom, box.right, box.top})
    append_u16(glyph.bytes, static_cast<std::uint16_t>(edge));
  glyph.bytes += parts;
  return add(std::move(glyph));
}

// The tables that depend on the glyphs.
struct GlyphTables {
  std::string glyf, loca, hmtx, head, hhea, maxp;
};

void raise_u16(std::string& table, std::size_t offset, unsigned value) {
  write_u16(table, offset, std::max<unsigned>(read_u16(table, offset), value));
}

void write_box(std::string& head, const GlyphBox& box) {
  std::size_t offset = 36;  // xMin, yMin, xMax, yMax
  for (const int edge : {box.left, box.bottom, box.right, box.top}) {
    write_u16(head, offset, static_cast<std::uint16_t>(edge));
    offset += 2;
  }
}

GlyphTables make_tables(const OpenFont& font, const std::vector<NewGlyph>& glyphs) {
  const auto copy = [&font](std::size_t index) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(font.outline_tables[index].get(), &length);
    return std::string(data, length);
  };
  GlyphTables tables;
  tables.head = copy(3);
  tables.hhea = copy(4);
  tables.maxp = copy(5);
  const std::string_view old_head = tables.head;
  GlyphBox all{read_i16(old_head, 36), read_i16(old_head, 38), read_i16(old_head, 40), read_i16(old_head, 42)};
  unsigned widest = 0;
  std::size_t most_components = 0;
  OutlineSize largest;
  for (const NewGlyph& glyph : glyphs) {
    append_u32(tables.loca, static_cast<std::uint32_t>(tables.glyf.size()));
    tables.glyf += glyph.bytes;
    tables.glyf.resize((tables.glyf.size() + 3) / 4 * 4);
    append_u16(tables.hmtx, static_cast<unsigned>(glyph.advance));
    append_u16(tables.hmtx, static_cast<std::uint16_t>(glyph.left_side_bearing));
    all = {std::min(all.left, glyph.box.left), std::min(all.bottom, glyph.box.bottom),
           std::max(all.right, glyph.box.right), std::max(all.top, glyph.box.top)};
    widest = std::max(widest, static_cast<unsigned>(glyph.advance));
    most_components = std::max(most_components, glyph.size.depth > 0 ? glyph.bytes.size() / 8 : 0);
    largest = {std::max(largest.points, glyph.size.points), std::max(largest.contours, glyph.size.contours),
               std::max(largest.depth, glyph.size.depth)};
  }
  append_u32(tables.loca, static_cast<std::uint32_t>(tables.glyf.size()));
  write_box(tables.head, all);
  write_u16(tables.head, 50, 1);                                       // indexToLocFormat: long
  raise_u16(tables.hhea, 10, widest);                                  // advanceWidthMax
  write_u16(tables.hhea, 34, static_cast<unsigned>(glyphs.size()));    // numberOfHMetrics
  write_u16(tables.maxp, 4, static_cast<unsigned>(glyphs.size()));     // numGlyphs
  raise_u16(tables.maxp, 10, largest.points);                          // maxCompositePoints
  raise_u16(tables.maxp, 12, largest.contours);                        // maxCompositeContours
  raise_u16(tables.maxp, 28, static_cast<unsigned>(most_components));  // maxComponentElements
  raise_u16(tables.maxp, 30, largest.depth);                           // maxComponentDepth
  return tables;
}

void add_table(hb_face_t* builder, hb_tag_t tag, const std::string& bytes) {
  const HbBlob blob(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
  hb_face_builder_add_table(builder, tag, blob.get());
}

std::string build_sfnt(const OpenFont& font, const std::vector<NewGlyph>& glyphs) {
  const GlyphTables tables = make_tables(font, glyphs);
  const HbFace builder(hb_face_builder_create());
  add_table(builder.get(), HB_TAG('g', 'l', 'y', 'f'), tables.glyf);
  add_table(builder.get(), HB_TAG('l', 'o', 'c', 'a'), tables.loca);
  add_table(builder.get(), HB_TAG('h', 'm', 't', 'x'), tables.hmtx);
  add_table(builder.get(), HB_TAG('h', 'e', 'a', 'd'), tables.head);
  add_table(builder.get(), HB_TAG('h', 'h', 'e', 'a'), tables.hhea);
  add_table(builder.get(), HB_TAG('m', 'a', 'x', 'p'), tables.maxp);
  constexpr hb_tag_t kKept[] = {HB_TAG('c', 'v', 't', ' '), HB_TAG('f', 'p', 'g', 'm'), HB_TAG('p', 'r', 'e', 'p'),
                                HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2')};
  for (const hb_tag_t tag : kKept) {
    const HbBlob table(hb_face_reference_table(font.face.get(), tag));
    if (hb_blob_get_length(table.get()) > 0) hb_face_builder_add_table(builder.get(), tag, table.get());
  }
  const HbBlob sfnt(hb_face_reference_blob(builder.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(sfnt.get(), &length);
  return {data, length};
}

}  // namespace

base::Result<DerivedFont> derive_font(const OpenFont& font, const CharacterTable& table, const std::string& name) {
  const std::vector<GlyphEntry>& entries = table.entries();
  for (const GlyphEntry& entry : entries)
    for (const GlyphComponent& part : entry.components)
      if (part.glyph == 0) return base::Failure(diagnostics::missing_glyph(name, entry.character));

  Builder builder(font);
  DerivedFont derived;
  derived.glyph_of.assign(entries.size(), 0);
  for (std::size_t ref = 1; ref < entries.size() && !builder.is_too_large(); ++ref) {
    const GlyphEntry& entry = entries[ref];
    const auto has_primer = [&](const auto& primer) { return primer.first == entry.character; };
    if (is_win_ansi(entry.character) && std::none_of(derived.primers.begin(), derived.primers.end(), has_primer))
      derived.primers.emplace_back(entry.character, builder.composite(entry));
    derived.glyph_of[ref] = builder.glyph_for(entry);
  }
  if (table.is_full() || builder.is_too_large()) return base::Failure(diagnostics::too_many_glyphs(name));
  derived.sfnt = build_sfnt(font, builder.glyphs());
  return derived;
}

}  // namespace phaen::text
