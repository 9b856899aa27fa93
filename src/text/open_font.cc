// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "text/clusters.h"
#include "text/diagnostics.h"
#include "text/face.h"
#include "text/family_scale.h"

namespace phaen::text {
namespace {

std::string_view view(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

HbBlob table(hb_face_t* face, hb_tag_t tag) { return HbBlob(hb_face_reference_table(face, tag)); }

std::string name_entry(hb_face_t* face, hb_ot_name_id_t id) {
  const hb_language_t english = hb_language_from_string("en", -1);
  unsigned length = hb_ot_name_get_utf8(face, id, english, nullptr, nullptr);
  std::string name(length + 1, '\0');
  unsigned room = length + 1;
  hb_ot_name_get_utf8(face, id, english, &room, name.data());
  name.resize(length);
  return name;
}

// Restricted licence embedding, no subsetting, bitmaps only (OS/2 fsType): none lets us put outlines in a document.
constexpr unsigned kRestricted = 0x0002, kNoSubsetting = 0x0100, kBitmapOnly = 0x0200;

bool forbids_embedding(unsigned fs_type) {
  const bool restricted = (fs_type & 0x000F) == kRestricted;
  return restricted || (fs_type & (kNoSubsetting | kBitmapOnly)) != 0;
}

int height_of(hb_font_t* font, char32_t character) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents;
  if (!hb_font_get_nominal_glyph(font, character, &glyph)) return 0;
  return hb_font_get_glyph_extents(font, glyph, &extents) ? extents.y_bearing : 0;
}

FaceMetrics read_metrics(const OpenFont& open) {
  FaceMetrics metrics;
  hb_font_t* font = open.font.get();
  metrics.units_per_em = static_cast<int>(hb_face_get_upem(open.face.get()));
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  metrics.ascent = extents.ascender;
  metrics.descent = -extents.descender;
  hb_position_t position = 0, below = 0;
  metrics.clip_height = metrics.ascent + metrics.descent;
  if (hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_HORIZONTAL_CLIPPING_ASCENT, &position) &&
      hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_HORIZONTAL_CLIPPING_DESCENT, &below))
    metrics.clip_height = std::max(metrics.clip_height, position + below);
  if (hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, &position))
    metrics.underline_position = -position;
  if (hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, &position))
    metrics.underline_thickness = position;
  const auto thousandths = [&](char32_t character) { return height_of(font, character) * 1000 / metrics.units_per_em; };
  metrics.scale_permille = known_scale_permille(open.family).value_or(0);
  if (metrics.scale_permille == 0)
    metrics.scale_permille = measured_scale_permille(thousandths(U'ก'), thousandths(U'H'));
  return metrics;
}

void read_coverage(OpenFont& open) {
  open.characters.reset(hb_set_create());
  hb_face_collect_unicodes(open.face.get(), open.characters.get());
  for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(open.characters.get(), &c) && c < 0x10000;) {
    hb_codepoint_t glyph = 0;
    // A cmap may name glyph 0: that is the missing glyph, not a drawing.
    if (hb_font_get_nominal_glyph(open.font.get(), c, &glyph) && glyph != 0) open.bmp.set(c);
  }
  for (std::size_t c = 0; c < 0x20; ++c) open.bmp.reset(c);
  for (char32_t c = 0; c < 0x2061; ++c)
    if (is_ignorable(c) || (is_white_space(c) && open.bmp[U' '])) open.bmp.set(c);
}

std::optional<std::string_view> read_outlines(OpenFont& open) {
  constexpr std::array<hb_tag_t, 6> kTags = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                                             HB_TAG('h', 'm', 't', 'x'), HB_TAG('h', 'e', 'a', 'd'),
                                             HB_TAG('h', 'h', 'e', 'a'), HB_TAG('m', 'a', 'x', 'p')};
  constexpr std::array<std::string_view, 6> kNames = {"glyf", "loca", "hmtx", "head", "hhea", "maxp"};
  std::array<std::string_view, 6> views;
  for (std::size_t i = 0; i < kTags.size(); ++i) {
    open.outline_tables[i] = table(open.face.get(), kTags[i]);
    views[i] = view(open.outline_tables[i].get());
    if (views[i].empty()) return kNames[i];
  }
  const auto outlines = Outlines::read({views[0], views[1], views[2], views[3], views[4], views[5]});
  if (!outlines) return "loca";
  open.outlines = *outlines;
  return std::nullopt;
}

// The first table that the directory puts outside the file: a download that broke off.
std::optional<std::string> table_outside(std::string_view file) {
  constexpr std::size_t kHeader = 12, kRecord = 16;
  const std::size_t count = read_u16(file, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = kHeader + i * kRecord;
    if (record + kRecord > file.size()) return "directory";
    const std::size_t end = std::size_t{read_u32(file, record + 8)} + read_u32(file, record + 12);
    if (end > file.size()) return std::string(file.substr(record, 4));
  }
  return std::nullopt;
}

bool has_table(hb_face_t* face, hb_tag_t tag) { return hb_blob_get_length(table(face, tag).get()) > 0; }

}  // namespace

base::Result<OpenFont> open_font(const FontFile& file) {
  OpenFont open;
  open.path = file.path;
  open.bytes = file.bytes;
  const std::string_view bytes = file.bytes ? std::string_view(*file.bytes) : std::string_view();
  open.blob.reset(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  open.face.reset(hb_face_create(open.blob.get(), 0));
  hb_face_t* face = open.face.get();
  if (hb_face_count(open.blob.get()) == 0 || hb_face_get_glyph_count(face) == 0)
    return base::Failure(diagnostics::not_a_font(file.path, {}));
  if (has_table(face, HB_TAG('C', 'F', 'F', ' ')) || has_table(face, HB_TAG('C', 'F', 'F', '2')))
    return base::Failure(diagnostics::cff_outlines(file.path));
  if (const auto outside = table_outside(bytes)) return base::Failure(diagnostics::not_a_font(file.path, *outside));
  if (const auto damaged = read_outlines(open)) return base::Failure(diagnostics::not_a_font(file.path, *damaged));

  const HbBlob os2 = table(face, HB_TAG('O', 'S', '/', '2'));
  if (hb_blob_get_length(os2.get()) < 64) return base::Failure(diagnostics::not_a_font(file.path, "OS/2"));
  const unsigned fs_type = read_u16(view(os2.get()), 8);
  if (forbids_embedding(fs_type)) return base::Failure(diagnostics::embedding_forbidden(file.path, fs_type));

  open.font.reset(hb_font_create(face));
  open.family = name_entry(face, HB_OT_NAME_ID_FONT_FAMILY);
  open.style = name_entry(face, HB_OT_NAME_ID_FONT_SUBFAMILY);
  if (open.family.empty()) return base::Failure(diagnostics::not_a_font(file.path, "name"));
  const unsigned selection = read_u16(view(os2.get()), 62);                     // fsSelection: bit 0 italic, bit 5 bold
  const unsigned mac_style = read_u16(view(open.outline_tables[3].get()), 44);  // head macStyle: bit 0 bold, 1 italic
  open.italic = (selection & 0x01) != 0 || (mac_style & 0x02) != 0;
  open.bold = (selection & 0x20) != 0 || (mac_style & 0x01) != 0;
  open.metrics = read_metrics(open);
  read_coverage(open);
  return open;
}

}  // namespace phaen::text
