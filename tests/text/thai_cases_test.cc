// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of docs/thai-cases.md that one word shows: what is drawn, and that marks do not touch.
#include "support/thai_cases.h"

#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/clusters.h"
#include "text/test_fonts.h"
#include "thai/thai_character.h"

using namespace phaen;
using text::FaceId;

namespace {

constexpr const char* kFaces[] = {"Sarabun-Regular", "Sarabun-Bold", "Sarabun-Italic", "Sarabun-BoldItalic"};

/// Ink of one character on its line, font units, y up.
struct Ink {
  char32_t character = 0;
  int left = 0, right = 0, bottom = 0, top = 0;
};

class Extents {
 public:
  explicit Extents(const std::string& face)
      : bytes_(base::read_file("fonts/sarabun/" + face + ".ttf").value()),
        blob_(hb_blob_create(bytes_.data(), static_cast<unsigned>(bytes_.size()), HB_MEMORY_MODE_READONLY, nullptr,
                             nullptr)),
        face_(hb_face_create(blob_, 0)),
        font_(hb_font_create(face_)) {}
  ~Extents() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
    hb_blob_destroy(blob_);
  }
  Extents(const Extents&) = delete;
  Extents& operator=(const Extents&) = delete;

  hb_codepoint_t nominal(char32_t character) const {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(font_, character, &glyph);
    return glyph;
  }
  std::vector<Ink> inks(const std::vector<text::GlyphEntry>& entries) const {
    std::vector<Ink> inks;
    int pen = 0;
    for (const text::GlyphEntry& entry : entries) {
      for (const text::GlyphComponent& part : entry.components) {
        hb_glyph_extents_t box{};
        hb_font_get_glyph_extents(font_, part.glyph, &box);
        const int left = pen + part.x + box.x_bearing, top = part.y + box.y_bearing;
        inks.push_back({entry.character, left, left + box.width, top + box.height, top});
      }
      pen += entry.advance;
    }
    return inks;
  }

 private:
  std::string bytes_;
  hb_blob_t* blob_;
  hb_face_t* face_;
  hb_font_t* font_;
};

std::vector<text::GlyphEntry> entries_of(text::FontBook& fonts, FaceId face, const std::string& word) {
  std::vector<text::GlyphEntry> entries;
  for (const text::GlyphRef glyph : std::vector<text::GlyphRef>(fonts.shape(face, word)))
    entries.push_back(fonts.entry(face, glyph));
  return entries;
}

bool overlap(const Ink& a, const Ink& b) {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

}  // namespace

TEST_CASE("TH01-TH33: every character is one glyph of its own font: no missing glyph, no dotted circle") {
  text::FontBook fonts = shipped_fonts();
  for (FaceId face = 0; face < 4; ++face) {
    const Extents extents(kFaces[face]);
    const hb_codepoint_t circle = extents.nominal(U'\u25CC');
    for (const ThaiCase& thai : kThaiCases) {
      CAPTURE(thai.number);
      std::string read;
      for (const text::GlyphEntry& entry : entries_of(fonts, face, thai.text)) {
        base::utf8::append(read, entry.character);
        for (const text::GlyphComponent& part : entry.components) {
          CHECK(part.glyph != 0);
          if (circle != 0) CHECK(part.glyph != circle);
        }
      }
      CHECK(read == thai.text);
    }
  }
}

TEST_CASE("TH05-TH08, TH33: marks above and below stand clear of each other and of the letter they stand on") {
  text::FontBook fonts = shipped_fonts();
  std::size_t compared = 0;
  for (FaceId face = 0; face < 4; ++face) {
    const Extents extents(kFaces[face]);
    for (const char* word : {"ที่",  "นั้น", "นี่",  "ทั้ง",  "มั้ง", "บุหรี่", "หนี้", "นี้", "เท่านั้น", "ซื้อ", "เอี๊ยด", "ปี่",  "ฝ่าย", "ฟ้า",
                             "ป่า", "ฬ้า", "ปั้น", "ฟื้นฟู", "ญู",  "ฐู",   "ฎุ",  "ฏุ", "กฤษฏิ์",  "ขึ้น", "รั้ง",   "หมู่", "ดีปี"}) {
      CAPTURE(std::string(word));
      CAPTURE(kFaces[face]);
      const std::vector<Ink> inks = extents.inks(entries_of(fonts, face, word));
      for (std::size_t i = 0; i < inks.size(); ++i) {
        for (std::size_t j = i + 1; j < inks.size(); ++j) {
          if (!thai::is_mark(inks[i].character) || !thai::is_mark(inks[j].character)) continue;
          // Boxes of slanted marks on two letters may overlap where their ink does not.
          if (face >= 2 && j > i + 1) continue;
          CHECK_FALSE(overlap(inks[i], inks[j]));
          ++compared;
        }
      }
    }
  }
  CHECK(compared > 60);
}

TEST_CASE("TH07: a mark on a tall letter stands left of where it stands on a short one") {
  text::FontBook fonts = shipped_fonts();
  const Extents extents(kFaces[0]);
  const auto tone_from_end = [&](const std::string& word) {
    const std::vector<text::GlyphEntry> entries = entries_of(fonts, 0, word);
    const std::vector<Ink> inks = extents.inks(entries);
    return entries.front().advance - inks.back().right;
  };
  CHECK(tone_from_end("ป่") > tone_from_end("ท่"));
  CHECK(tone_from_end("ฟ่") > tone_from_end("ท่"));
}

TEST_CASE("TH08: ญ and ฐ lose their foot before a vowel below, and keep it elsewhere") {
  text::FontBook fonts = shipped_fonts();
  const Extents extents(kFaces[0]);
  for (const char* letter : {"ญ", "ฐ"}) {
    const Ink alone = extents.inks(entries_of(fonts, 0, letter)).front();
    const std::vector<Ink> with = extents.inks(entries_of(fonts, 0, std::string(letter) + "ู"));
    CHECK(alone.bottom < -50);
    CHECK(with.front().bottom > -50);
    CHECK_FALSE(overlap(with.front(), with.back()));
  }
}

TEST_CASE("TH10: the script of a word does not depend on what stands before it") {
  text::FontBook fonts = shipped_fonts();
  const std::vector<text::GlyphEntry> alone = entries_of(fonts, 0, "วันที่");
  const std::vector<text::GlyphEntry> after = entries_of(fonts, 0, "ABC วันที่");
  REQUIRE(after.size() == alone.size() + 4);
  for (std::size_t i = 0; i < alone.size(); ++i) {
    CHECK(after[i + 4].components == alone[i].components);
    CHECK(after[i + 4].advance == alone[i].advance);
  }
}
