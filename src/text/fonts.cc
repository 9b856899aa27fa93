// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fonts.h"

#include <algorithm>
#include <limits>

#include "text/clusters.h"
#include "text/diagnostics.h"
#include "text/face.h"

namespace phaen::text {

std::size_t GlyphEntryHash::operator()(const GlyphEntry& entry) const {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x100000001b3; };
  mix(entry.character);
  mix(static_cast<std::uint32_t>(entry.advance));
  for (const GlyphComponent& part : entry.components) {
    mix(part.glyph);
    mix(static_cast<std::uint16_t>(part.x));
    mix(static_cast<std::uint16_t>(part.y));
  }
  return static_cast<std::size_t>(hash ^ hash >> 32);
}

GlyphRef CharacterTable::intern(GlyphEntry entry) {
  const auto found = index_.find(entry);
  if (found != index_.end()) return found->second;
  if (entries_.size() > std::numeric_limits<GlyphRef>::max()) {
    full_ = true;
    return static_cast<GlyphRef>(entries_.size() - 1);
  }
  const auto glyph = static_cast<GlyphRef>(entries_.size());
  advances_.push_back(entry.advance);
  spaced_.emplace_back();
  entries_.push_back(entry);
  index_.emplace(std::move(entry), glyph);
  return glyph;
}

GlyphRef CharacterTable::with_space_before(GlyphRef glyph, int steps, int units_per_em) {
  if (steps <= 0) return glyph;
  const auto column = static_cast<std::size_t>(steps - 1);
  if (steps <= kTabledSteps && spaced_[glyph][column] != 0) return spaced_[glyph][column];
  GlyphEntry entry = entries_[glyph];
  const int space = (steps * units_per_em + 50) / 100;
  entry.advance += space;
  for (GlyphComponent& part : entry.components) part.x = static_cast<std::int16_t>(part.x + space);
  const GlyphRef spaced = intern(std::move(entry));
  if (steps <= kTabledSteps) spaced_[glyph][column] = spaced;
  return spaced;
}

namespace {

struct Face {
  OpenFont font;
  CharacterTable table;
  std::unordered_map<std::string, std::vector<GlyphRef>, StringHash, std::equal_to<>> words;
};

}  // namespace

struct FontBook::State {
  std::vector<Face> faces;
  HbBuffer buffer{hb_buffer_create()};
};

FontBook::FontBook() : state_(std::make_unique<State>()) {}
FontBook::~FontBook() = default;
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;

void FontBook::add(const std::vector<FontFile>& files, base::Diagnostics& diagnostics) {
  for (const FontFile& file : files) {
    base::Result<OpenFont> font = open_font(file);
    if (font)
      state_->faces.push_back({std::move(*font), {}, {}});
    else
      diagnostics.add(std::move(font.error()));
  }
}

std::optional<FaceId> FontBook::find_face(std::string_view family, bool bold, bool italic) const {
  for (std::size_t i = 0; i < state_->faces.size(); ++i) {
    const OpenFont& font = state_->faces[i].font;
    if (font.family == family && font.bold == bold && font.italic == italic) return static_cast<FaceId>(i);
  }
  return std::nullopt;
}

std::vector<std::string> FontBook::families() const {
  std::vector<std::string> families;
  for (const Face& face : state_->faces)
    if (std::find(families.begin(), families.end(), face.font.family) == families.end())
      families.push_back(face.font.family);
  return families;
}

std::size_t FontBook::face_count() const { return state_->faces.size(); }

std::string FontBook::face_name(FaceId face) const {
  const OpenFont& font = state_->faces.at(face).font;
  return font.style.empty() ? font.family : font.family + " " + font.style;
}

const FaceMetrics& FontBook::metrics(FaceId face) const { return state_->faces.at(face).font.metrics; }

bool FontBook::covers(FaceId face, char32_t character) const { return state_->faces[face].font.covers(character); }

std::optional<FaceId> FontBook::fallback_face(FaceId preferred, char32_t character) const {
  const auto covers = [&](std::size_t face) { return state_->faces[face].font.covers(character); };
  const OpenFont& wanted = state_->faces.at(preferred).font;
  std::optional<FaceId> any;
  for (std::size_t i = 0; i < state_->faces.size(); ++i) {
    if (!covers(i)) continue;
    const OpenFont& font = state_->faces[i].font;
    if (font.bold == wanted.bold && font.italic == wanted.italic) return static_cast<FaceId>(i);
    if (!any) any = static_cast<FaceId>(i);
  }
  return any;
}

const std::vector<GlyphRef>& FontBook::shape(FaceId face, std::string_view word) {
  Face& book = state_->faces[face];
  const auto found = book.words.find(word);
  if (found != book.words.end()) return found->second;
  std::vector<GlyphRef> glyphs;
  for (GlyphEntry& entry : shape_characters(book.font, state_->buffer.get(), word))
    glyphs.push_back(book.table.intern(std::move(entry)));
  return book.words.emplace(std::string(word), std::move(glyphs)).first->second;
}

GlyphRef FontBook::with_space_before(FaceId face, GlyphRef glyph, int steps) {
  Face& book = state_->faces[face];
  return book.table.with_space_before(glyph, steps, book.font.metrics.units_per_em);
}

std::int32_t FontBook::advance(FaceId face, GlyphRef glyph) const { return state_->faces[face].table.advance(glyph); }

char32_t FontBook::character(FaceId face, GlyphRef glyph) const {
  return state_->faces[face].table.entry(glyph).character;
}

const GlyphEntry& FontBook::entry(FaceId face, GlyphRef glyph) const { return state_->faces[face].table.entry(glyph); }

base::Length FontBook::width(FaceId face, std::int64_t units, base::Length size) const {
  const std::int64_t em = metrics(face).units_per_em;
  const std::int64_t product = units * size.units();
  return base::Length::raw((product + (product < 0 ? -em / 2 : em / 2)) / em);
}

base::Result<DerivedFont> FontBook::derive(FaceId face) const {
  const Face& book = state_->faces.at(face);
  return derive_font(book.font, book.table, face_name(face));
}

bool FontBook::is_used(FaceId face) const { return state_->faces.at(face).table.entries().size() > 1; }

}  // namespace phaen::text
