// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/utf8.h"
#include "text/clusters.h"
#include "text/face.h"
#include "thai/thai_character.h"

namespace phaen::text {
namespace {

// A glyph as HarfBuzz placed it, the pen counted from the start of the text.
struct PlacedGlyph {
  std::uint32_t character;  ///< index into the text
  std::uint16_t glyph;
  int x, y;       ///< where its origin is
  int pen_after;  ///< the pen once it is set
};

hb_script_t script_of(char32_t character) {
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
  return script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN ? HB_SCRIPT_COMMON : script;
}

// The end of the run of one script that starts at `begin`. Common characters go with the script before them, at the
// start with the one after.
std::size_t script_run_end(const std::u32string& text, std::size_t begin, hb_script_t& script) {
  script = HB_SCRIPT_COMMON;
  std::size_t end = begin;
  for (; end < text.size(); ++end) {
    const hb_script_t next = script_of(text[end]);
    if (next == HB_SCRIPT_COMMON) continue;
    if (script == HB_SCRIPT_COMMON) script = next;
    if (next != script) break;
  }
  if (script == HB_SCRIPT_COMMON) script = HB_SCRIPT_LATIN;
  return end;
}

// Ligatures stand for two characters and would need a two-character text entry, which some readers cannot follow.
constexpr hb_feature_t kNoLigatures[] = {
    {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
};

void shape_run(const OpenFont& font, hb_buffer_t* buffer, const std::u32string& text, std::size_t begin,
               std::size_t end) {
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_add_codepoints(buffer, reinterpret_cast<const hb_codepoint_t*>(text.data()), static_cast<int>(text.size()),
                           static_cast<unsigned>(begin), static_cast<int>(end - begin));
  hb_shape(font.font.get(), buffer, kNoLigatures, std::size(kNoLigatures));
}

void append_placed(hb_buffer_t* buffer, std::vector<PlacedGlyph>& placed) {
  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer, &count);
  int pen = placed.empty() ? 0 : placed.back().pen_after;
  for (unsigned i = 0; i < count; ++i) {
    const int x = pen + position[i].x_offset;
    pen += position[i].x_advance;
    placed.push_back({info[i].cluster, static_cast<std::uint16_t>(info[i].codepoint), x, position[i].y_offset, pen});
  }
}

// A mark above a mark (ที่) stands where the character after it stands. Readers that take two characters of one place for
// printing done twice begin a new word there, and sort the words of one place as they come, the last first: ทีเ่, and
// ท่ี after another mark (ยุที่). So each of two marks gets a thousandth of an em of the character they stand on. Nothing
// moves: the glyphs keep their places.
void part_two_marks(const std::u32string& text, int thousandth, std::vector<int>& advances) {
  std::size_t base = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (advances[i] > 0) base = i;
    if (advances[i] != 0 || i < base + 2 || advances[base] <= 4 * thousandth || !thai::is_mark(text[i])) continue;
    advances[i - 1] += thousandth;
    advances[i] += thousandth;
    advances[base] -= 2 * thousandth;
    base = i;
  }
}

// Grouping by character: the glyphs keep the places HarfBuzz gave them, each character starts where the one before
// ended. An advance is never negative: a pen that steps back is made up by the next character.
std::vector<GlyphEntry> group(const OpenFont& font, const std::u32string& text,
                              const std::vector<PlacedGlyph>& placed) {
  std::vector<GlyphEntry> entries(text.size());
  std::vector<int> advances(text.size(), 0);
  int pen = 0;
  for (const PlacedGlyph& glyph : placed) {
    if (!is_ignorable(text[glyph.character])) advances[glyph.character] += glyph.pen_after - pen;
    pen = glyph.pen_after;
  }
  part_two_marks(text, std::max(1, font.metrics.units_per_em / 1000), advances);
  std::vector<int> starts(text.size(), 0);
  int start = 0, true_end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    true_end += advances[i];
    starts[i] = start;
    entries[i].character = text[i];
    entries[i].advance = std::max(0, true_end - start);
    start += entries[i].advance;
  }
  for (const PlacedGlyph& glyph : placed) {
    const char32_t character = text[glyph.character];
    const bool drawn = glyph.glyph == 0 || font.outlines.has_ink(glyph.glyph);
    if (!drawn || is_ignorable(character) || is_white_space(character)) continue;
    entries[glyph.character].components.push_back({glyph.glyph,
                                                   static_cast<std::int16_t>(glyph.x - starts[glyph.character]),
                                                   static_cast<std::int16_t>(glyph.y)});
  }
  return entries;
}

}  // namespace

std::vector<GlyphEntry> shape_characters(const OpenFont& font, hb_buffer_t* buffer, std::string_view text) {
  const std::u32string characters = base::utf8::to_utf32(text);
  std::vector<PlacedGlyph> placed;
  placed.reserve(characters.size() + 4);
  for (std::size_t begin = 0; begin < characters.size();) {
    hb_script_t script = HB_SCRIPT_COMMON;
    const std::size_t end = script_run_end(characters, begin, script);
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_language(buffer, hb_language_from_string(script == HB_SCRIPT_THAI ? "th" : "en", -1));
    shape_run(font, buffer, characters, begin, end);
    append_placed(buffer, placed);
    begin = end;
  }
  return group(font, characters, placed);
}

}  // namespace phaen::text
