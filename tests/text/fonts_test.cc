// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fonts.h"

#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include <set>
#include <string>
#include <tuple>

#include "base/format.h"
#include "base/utf8.h"
#include "text/diagnostics.h"
#include "text/family_scale.h"
#include "text/test_fonts.h"

using namespace phaen;
using text::FaceId;
using text::GlyphRef;

namespace {

// Strings of docs/thai-cases.md that are text, with words for the marks, consonants and signs they are about.
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

// `0E01 580 12@0,0 13@-20,5; …`: character, advance, glyphs with their offsets.
std::string dump(const text::FontBook& fonts, FaceId face, const std::vector<GlyphRef>& glyphs) {
  std::string out;
  for (const GlyphRef glyph : glyphs) {
    const text::GlyphEntry& entry = fonts.entry(face, glyph);
    if (!out.empty()) out += "; ";
    out += base::format("{:04X} {}", static_cast<unsigned>(entry.character), entry.advance);
    for (const text::GlyphComponent& part : entry.components)
      out += base::format(" {}@{},{}", part.glyph, part.x, part.y);
  }
  return out;
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

namespace {

struct ShapingExample {
  FaceId face;
  const char* text;
  const char* expected;
};

// Glyph ids are those of the shipped Sarabun.
constexpr ShapingExample kShaping[] = {
    // Ring and tone join into one glyph, drawn by sara am; the tone keeps its place in the text without ink.
    {0, "น้ำ", "0E19 637 462@0,0; 0E49 0; 0E33 485 762@0,0 488@0,0"},
    {0, "กำ", "0E01 576 432@0,0; 0E33 485 760@-10,0 488@0,0"},
    // Vowel and tone stack; after a tall consonant both shift left. Each of two marks has a thousandth of an em.
    {0, "ที่", "0E17 655 460@0,0; 0E35 1 754@-8,0; 0E48 1 736@-10,0"},
    {0, "ปี่", "0E1B 653 464@0,0; 0E35 1 755@2,0; 0E48 1 736@-146,0"},
    {0, "ป่า", "0E1B 655 464@0,0; 0E48 0 737@0,0; 0E32 485 488@0,0"},
    // The foot of a consonant goes before a vowel below.
    {0, "ญู ญ", "0E0D 830 447@0,0; 0E39 0 769@-10,0; 0020 243; 0E0D 830 446@0,0"},
    {0, "ฐู", "0E10 539 453@0,0; 0E39 0 769@-14,0"},
    {0, "ฎุ", "0E0E 612 449@0,0; 0E38 0 768@0,0"},
    // Typed order is kept.
    {0, "ก่ํกํ่", "0E01 574 432@0,0; 0E48 1 761@-8,0; 0E4D 1; 0E01 574 432@0,0; 0E4D 1 761@-8,0; 0E48 1"},
    // No ligature of Latin letters.
    {0, "ffi", "0066 331 270@0,0; 0066 331 270@0,0; 0069 245 283@0,0"},
    // White space and joiners have no ink.
    {0, "ก\xC2\xA0\xE2\x80\x8Bข", "0E01 576 432@0,0; 00A0 243; 200B 0; 0E02 594 433@0,0"},
};

// The path of a glyph as numbers, moved by (x, y).
void append_path(std::vector<float>& path, hb_font_t* font, hb_codepoint_t glyph, float x, float y) {
  struct Pen {
    std::vector<float>* path;
    float x, y;
    void add(std::initializer_list<float> points) {
      bool is_x = true;
      for (const float point : points) {
        path->push_back(point + (is_x ? x : y));
        is_x = !is_x;
      }
    }
  } pen{&path, x, y};
  hb_draw_funcs_t* funcs = hb_draw_funcs_create();
  const auto move = [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float a, float b, void*) {
    static_cast<Pen*>(data)->add({a, b});
  };
  const auto line = move;
  const auto quadratic = [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float a, float b, float c, float d, void*) {
    static_cast<Pen*>(data)->add({a, b, c, d});
  };
  hb_draw_funcs_set_move_to_func(funcs, move, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs, line, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(funcs, quadratic, nullptr, nullptr);
  hb_font_get_glyph_shape(font, glyph, funcs, &pen);
  hb_draw_funcs_destroy(funcs);
}

struct TestFont {
  explicit TestFont(const std::string& bytes)
      : blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr,
                            nullptr)),
        face(hb_face_create(blob, 0)),
        font(hb_font_create(face)) {}
  ~TestFont() {
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
  }
  TestFont(const TestFont&) = delete;
  TestFont& operator=(const TestFont&) = delete;
  hb_blob_t* blob;
  hb_face_t* face;
  hb_font_t* font;
};

constexpr const char* kPaths[] = {"fonts/sarabun/Sarabun-Regular.ttf", "fonts/sarabun/Sarabun-Bold.ttf",
                                  "fonts/sarabun/Sarabun-Italic.ttf", "fonts/sarabun/Sarabun-BoldItalic.ttf",
                                  "fonts/noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf"};

std::string font_bytes(std::size_t index) { return base::read_file(kPaths[index]).value(); }

std::vector<std::string> codes(const base::Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const base::Diagnostic& diagnostic : diagnostics.all()) codes.push_back(diagnostic.code);
  return codes;
}

std::vector<std::string> codes_of_adding(std::string bytes) {
  text::FontBook fonts;
  base::Diagnostics diagnostics;
  fonts.add({{"test.ttf", std::make_shared<const std::string>(std::move(bytes))}}, diagnostics);
  CHECK(fonts.face_count() == (diagnostics.empty() ? 1 : 0));
  return codes(diagnostics);
}

}  // namespace

TEST_CASE("shaping gives each character its glyphs") {
  text::FontBook fonts = shipped_fonts();
  for (const ShapingExample& example : kShaping)
    CHECK(dump(fonts, example.face, fonts.shape(example.face, example.text)) == example.expected);
}

TEST_CASE("the character after two marks stands right of both, and the word is as wide as its letters") {
  text::FontBook fonts = shipped_fonts();
  for (const char* word : {"ที่เ", "ทั่วถึง", "เกี่ยวเ", "หนึ่งผ", "ผู้สูง", "พื้นที่"}) {
    std::int32_t letters = 0, whole = 0;
    std::vector<std::int32_t> advances;
    for (const GlyphRef glyph : fonts.shape(0, word)) advances.push_back(fonts.entry(0, glyph).advance);
    for (std::size_t i = 0; i < advances.size(); ++i) {
      whole += advances[i];
      const bool mark_before = i > 0 && advances[i - 1] <= 1,
                 mark_after = i + 1 < advances.size() && advances[i + 1] <= 1;
      if (advances[i] <= 1) CHECK(advances[i] == (mark_before || mark_after ? 1 : 0));
    }
    for (const char32_t character : base::utf8::to_utf32(word))
      letters += fonts.advance(0, fonts.shape(0, base::utf8::encode(character)).front());
    CHECK(whole == letters);
  }
}

TEST_CASE("the same word is the same characters again") {
  text::FontBook fonts = shipped_fonts();
  const std::vector<GlyphRef> once = fonts.shape(0, "น้ำ");
  fonts.shape(0, "ที่");
  CHECK(fonts.shape(0, "น้ำ") == once);
}

TEST_CASE("space before a character moves its ink and its pen") {
  text::FontBook fonts = shipped_fonts();
  const GlyphRef plain = fonts.shape(0, "กำ")[1];
  const GlyphRef spaced = fonts.with_space_before(0, plain, 7);
  CHECK(fonts.with_space_before(0, plain, 0) == plain);
  CHECK(fonts.with_space_before(0, plain, 7) == spaced);
  CHECK(fonts.advance(0, spaced) == fonts.advance(0, plain) + 70);
  CHECK(fonts.character(0, spaced) == U'ำ');
  CHECK(dump(fonts, 0, {spaced}) == "0E33 555 760@60,0 488@70,0");
  CHECK(dump(fonts, 0, {fonts.with_space_before(0, spaced, 40)}) == "0E33 955 760@460,0 488@470,0");
}

TEST_CASE("a derived font draws what its entries say, one glyph for each") {
  text::FontBook fonts = shipped_fonts();
  for (FaceId face = 0; face < fonts.face_count(); ++face) {
    CHECK_FALSE(fonts.is_used(face));
    std::vector<GlyphRef> used;
    for (const char* string : kHardStrings)
      if (face < 4) used = fonts.shape(face, string);
    if (face == 4) used = fonts.shape(face, "☐✓●□");
    for (const GlyphRef glyph : std::vector<GlyphRef>(used)) fonts.with_space_before(face, glyph, 5);
    CHECK(fonts.is_used(face));
    const text::DerivedFont derived = fonts.derive(face).value();
    const TestFont made(derived.sfnt), original(font_bytes(face));
    const unsigned count = hb_face_get_glyph_count(made.face);
    CHECK(derived.sfnt.size() < 120'000);
    CHECK(hb_face_get_upem(made.face) == hb_face_get_upem(original.face));
    std::set<unsigned> seen{0};
    for (std::size_t ref = 1; ref < derived.glyph_of.size(); ++ref) {
      const unsigned glyph = derived.glyph_of[ref];
      CHECK(glyph < count);
      CHECK(seen.insert(glyph).second);
      const text::GlyphEntry& entry = fonts.entry(face, static_cast<GlyphRef>(ref));
      CHECK(hb_font_get_glyph_h_advance(made.font, glyph) == entry.advance);
      std::vector<float> expected, found;
      for (const text::GlyphComponent& part : entry.components)
        append_path(expected, original.font, part.glyph, part.x, part.y);
      append_path(found, made.font, glyph, 0, 0);
      CHECK(found == expected);
    }
    for (const auto& [character, primer] : derived.primers) {
      CHECK(primer < count);
      CHECK(seen.insert(primer).second);
    }
  }
}

TEST_CASE("every character of WinAnsi in use has one primer") {
  text::FontBook fonts = shipped_fonts();
  fonts.shape(0, "กa a“1é");
  fonts.with_space_before(0, fonts.shape(0, "a").front(), 3);
  const text::DerivedFont derived = fonts.derive(0).value();
  std::u32string primed;
  for (const auto& [character, glyph] : derived.primers) primed += character;
  CHECK(primed == U"a “1é");
}

TEST_CASE("the derived font is the same bytes for the same text") {
  const auto make = [] {
    text::FontBook fonts = shipped_fonts();
    for (const char* string : kHardStrings) fonts.shape(1, string);
    return fonts.derive(1).value().sfnt;
  };
  CHECK(make() == make());
}

TEST_CASE("symbols come from another face, and what no face draws from none") {
  const text::FontBook fonts = shipped_fonts();
  for (const char32_t c : U"☐✓□●") {
    if (c == 0) continue;
    CHECK_FALSE(fonts.covers(0, c));
    CHECK(fonts.fallback_face(0, c) == FaceId{4});
  }
  CHECK_FALSE(fonts.fallback_face(0, U'中'));
  CHECK_FALSE(fonts.covers(0, U'\t'));
  CHECK(fonts.covers(0, U'\u2060'));
  CHECK(fonts.covers(0, U'\u00A0'));
}

TEST_CASE("widths are rounded once") {
  const text::FontBook fonts = shipped_fonts();
  CHECK(fonts.width(0, 1000, base::Length::pt(10.5)) == base::Length::pt(10.5));
  CHECK(fonts.width(0, 1, base::Length::raw(499)) == base::Length::raw(0));
  CHECK(fonts.width(0, 1, base::Length::raw(500)) == base::Length::raw(1));
  CHECK(fonts.width(0, -1, base::Length::raw(501)) == base::Length::raw(-1));
}

TEST_CASE("files that cannot be used are refused with a reason") {
  CHECK(codes_of_adding("") == std::vector<std::string>{"F001"});
  CHECK(codes_of_adding("this is not a font") == std::vector<std::string>{"F001"});
  const std::string good = font_bytes(0);
  CHECK(codes_of_adding(good).empty());
  CHECK(codes_of_adding(good.substr(0, good.size() / 2)) == std::vector<std::string>{"F001"});

  const TestFont font(good);
  const auto rebuilt = [&](hb_tag_t without, hb_tag_t with, const std::string& bytes) {
    hb_face_t* builder = hb_face_builder_create();
    hb_tag_t tags[64];
    unsigned count = 64;
    hb_face_get_table_tags(font.face, 0, &count, tags);
    const auto add = [builder](hb_tag_t tag, hb_blob_t* blob) {
      hb_face_builder_add_table(builder, tag, blob);
      hb_blob_destroy(blob);
    };
    for (unsigned i = 0; i < count; ++i)
      if (tags[i] != without && tags[i] != with) add(tags[i], hb_face_reference_table(font.face, tags[i]));
    if (!bytes.empty())
      add(with, hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr,
                               nullptr));
    hb_blob_t* blob = hb_face_reference_blob(builder);
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    std::string result(data, length);
    hb_blob_destroy(blob);
    hb_face_destroy(builder);
    return result;
  };
  CHECK(codes_of_adding(rebuilt(0, HB_TAG('C', 'F', 'F', ' '), "outlines")) == std::vector<std::string>{"F002"});
  CHECK(codes_of_adding(rebuilt(HB_TAG('g', 'l', 'y', 'f'), 0, "")) == std::vector<std::string>{"F001"});
  hb_blob_t* os2_blob = hb_face_reference_table(font.face, HB_TAG('O', 'S', '/', '2'));
  unsigned length = 0;
  const char* data = hb_blob_get_data(os2_blob, &length);
  std::string os2(data, length);
  hb_blob_destroy(os2_blob);
  for (const auto& [high, low, code] : {std::tuple{0, 2, "F003"}, {1, 0, "F003"}, {2, 0, "F003"}, {0, 4, ""}}) {
    os2[8] = static_cast<char>(high);
    os2[9] = static_cast<char>(low);
    const std::vector<std::string> found = codes_of_adding(rebuilt(0, HB_TAG('O', 'S', '/', '2'), os2));
    CHECK((found.empty() ? std::string() : found.front()) == code);
  }
}

TEST_CASE("a character shaped without a glyph stops the derived font") {
  text::FontBook fonts = shipped_fonts();
  fonts.shape(0, "中");
  CHECK(fonts.derive(0).error().code == "F011");
}

TEST_CASE("more glyphs than a font can hold are an error") {
  text::FontBook fonts = shipped_fonts();
  const std::vector<GlyphRef> glyphs = fonts.shape(0, "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ");
  for (int steps = 1; steps < 1700; ++steps)
    for (const GlyphRef glyph : glyphs) fonts.with_space_before(0, glyph, steps);
  CHECK(fonts.derive(0).error().code == "F010");
}

TEST_CASE("a wanted face that is not there is named with those that are") {
  const base::Diagnostic diagnostic = text::diagnostics::no_such_face("Sarabun Thin", {"Sarabun", "Garuda"});
  CHECK(diagnostic.code == "F004");
  CHECK(diagnostic.message.en.find("Sarabun, Garuda") != std::string::npos);
}

TEST_CASE("sizes agree with TH Sarabun's") {
  CHECK(text::known_scale_permille("Sarabun") == 680);
  CHECK(text::known_scale_permille("TH SarabunIT๙") == 1000);
  CHECK_FALSE(text::known_scale_permille("Garuda"));
  CHECK(text::measured_scale_permille(586, 700) == 683);
  CHECK(text::measured_scale_permille(0, 700) == 680);
  CHECK(text::measured_scale_permille(0, 0) == 680);
}
