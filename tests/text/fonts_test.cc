// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fonts.h"

#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include <set>
#include <stdexcept>
#include <string>

#include "base/format.h"
#include "base/utf8.h"
#include "text/test_fonts.h"

using namespace phaen;
using text::FaceId;
using text::GlyphRef;

namespace {

// Strings of thai-cases.md that are text, with words for the marks, consonants and signs they are about.
const char* const kHardStrings[] = {
    "น้ำ",
    "น้ำ นำ กำ ที่",
    "สำคัญ จำนวน ดำเนินการ จัดทำ ประจำปี",
    "กรณีที่ ต้องการ ถึง คำนำ",
    "ที่ นั้น นี่ ทั้ง มั้ง บุหรี่",
    "หนี้ นี้ เท่านั้น ซื้อ เอี๊ยด",
    "ปี่ ฝ่าย ฟ้า ป่า ฬ้า ปั้น ฟื้นฟู",
    "ญู ฐู ฎุ ฏุ กฤษฏิ์",
    "ที่ ท่ี หมู่ หม่ ู",
    "A วันที่ ABC วันที่",
    "แห่งได้เปิดขึ้นแล้ว ครั้งใหญ่ครั้งแรก",
    "ดีปี",
    "งบิก",
    "ก่ํกํ่",
    "กัำก๎ำ กิำ กีำ กึำ กืำ ก็ำ ก่ำ ก้ำ ก๊ำ ก๋ำ ก์ำ กํำ",
    "ใด ๆ ต่าง ๆ ที่",
    "“แผนพัฒนา” ‘ก’",
    "กรุงเทพฯ ฯลฯ พ.ศ. ๒๕๖๙ ร้อยละ 80 1,234.50 ล้านบาท",
    "/var/www/html/config.yaml",
    "ชุมชน\xE2\x80\x8Bและ\xE2\x81\xA0เมือง\xC2\xA0งาม\xC2\xADก",
    "office fi ffl – — ≥ ฿ ± × %",
};

std::u32string characters_of(const text::FontBook& fonts, FaceId face, const std::vector<GlyphRef>& glyphs) {
  std::u32string characters;
  for (const GlyphRef glyph : glyphs) characters += fonts.character(face, glyph);
  return characters;
}

}  // namespace

TEST_CASE("faces are found by the names in the font files") {
  const text::FontBook fonts = shipped_fonts();
  REQUIRE(fonts.face_count() == 5);
  CHECK(fonts.find_face("Sarabun", false, false) == FaceId{0});
  CHECK(fonts.find_face("Sarabun", true, false) == FaceId{1});
  CHECK(fonts.find_face("Sarabun", false, true) == FaceId{2});
  CHECK(fonts.find_face("Sarabun", true, true) == FaceId{3});
  CHECK_FALSE(fonts.find_face("Garuda", false, false));
  CHECK(fonts.families() == std::vector<std::string>{"Sarabun", "Noto Sans Symbols 2"});
  CHECK(fonts.face_name(1) == "Sarabun Bold");
  CHECK(fonts.metrics(0).units_per_em == 1000);
  CHECK(fonts.metrics(0).ascent == 1068);
  CHECK(fonts.metrics(0).descent == 232);
  CHECK(fonts.metrics(0).scale_permille == 680);
}

TEST_CASE("every character is one glyph, in order, and none is missing") {
  text::FontBook fonts = shipped_fonts();
  for (FaceId face = 0; face < 4; ++face) {
    for (const char* string : kHardStrings) {
      CAPTURE(string);
      const std::u32string characters = base::utf8::to_utf32(string);
      for (const char32_t c : characters) CHECK_MESSAGE(fonts.covers(face, c), static_cast<unsigned>(c));
      const std::vector<GlyphRef> glyphs = fonts.shape(face, string);
      CHECK(characters_of(fonts, face, glyphs) == characters);
      for (const GlyphRef glyph : glyphs) {
        CHECK(glyph != 0);
        CHECK(fonts.advance(face, glyph) >= 0);
        for (const text::GlyphComponent& part : fonts.entry(face, glyph).components) CHECK(part.glyph != 0);
      }
    }
    CHECK(fonts.derive(face).has_value());
  }
}
