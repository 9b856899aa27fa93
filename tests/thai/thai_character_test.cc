// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/thai_character.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/utf8.h"

using namespace phaen;
using thai::CharacterClass;

namespace {

std::string split(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = thai::next_cluster(text, at);
    out += (at > 0 ? "|" : "") + std::string(text.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace

TEST_CASE("every assigned character of the Thai block has one class, the others none") {
  int assigned = 0;
  for (char32_t c = 0x0E00; c <= 0x0E7F; ++c) assigned += thai::is_thai(c) ? 1 : 0;
  CHECK(assigned == 87);
  CHECK_FALSE(thai::is_thai(0x0E3B));
  CHECK_FALSE(thai::is_thai(0x0E5C));
  CHECK_FALSE(thai::is_thai(U'a'));
  CHECK_FALSE(thai::is_thai(U'\uF701'));
}

TEST_CASE("characters have the class that their place in a syllable gives them") {
  for (char32_t c : std::u32string(U"กฮฤฦ")) CHECK(thai::is_consonant(c));
  for (char32_t c : std::u32string(U"เแโใไ")) CHECK(thai::is_leading_vowel(c));
  for (char32_t c : std::u32string(U"ะาำๅ")) CHECK(thai::is_following_vowel(c));
  for (char32_t c : std::u32string(U"ัิีึื")) CHECK(thai::is_above_vowel(c));
  for (char32_t c : std::u32string(U"ุู")) CHECK(thai::is_below_vowel(c));
  for (char32_t c : std::u32string(U"่้๊๋")) CHECK(thai::is_tone(c));
  for (char32_t c : std::u32string(U"ัิีึืฺุู็่้๊๋์ํ๎")) CHECK(thai::is_mark(c));
  for (char32_t c : std::u32string(U"ำาะๆฯก๙฿")) CHECK_FALSE(thai::is_mark(c));
  CHECK(thai::character_class(U'ๆ') == CharacterClass::Sign);
  CHECK(thai::character_class(U'๐') == CharacterClass::Digit);
}

TEST_CASE("a cluster is a base with its marks, and SARA AM stays with its base") {
  CHECK(split("น้ำ") == "น้ำ");
  CHECK(split("ที่สำคัญ") == "ที่|สำ|คั|ญ");
  CHECK(split("เมืองแพร่") == "เ|มื|อ|ง|แ|พ|ร่");
  CHECK(split("ปู่ญู") == "ปู่|ญู");
  CHECK(split("กฤษฏิ์") == "ก|ฤ|ษ|ฏิ์");
  CHECK(split("Aé1") == "A|é|1");
  CHECK(split("e\u0301x") == "e\u0301|x");
  CHECK(split("ก\r\n่ข") == "ก|\r\n|่|ข");
  CHECK(split("่ก") == "่|ก");
}

TEST_CASE("cluster boundaries partition any text, at character boundaries, never before a mark") {
  std::mt19937_64 random(20);
  const std::u32string alphabet = U"กปญ เไาำะิีุู่้์ํ็ฺa1\n๑ๆ";
  for (int round = 0; round < 2000; ++round) {
    std::u32string characters;
    for (auto n = random() % 12; n > 0; --n) characters += alphabet[random() % alphabet.size()];
    const std::string text = base::utf8::from_utf32(characters);
    const auto boundaries = thai::cluster_boundaries(text);
    REQUIRE(boundaries.front() == 0);
    REQUIRE(boundaries.back() == text.size());
    REQUIRE(boundaries.size() == thai::count_clusters(text) + 1);
    for (std::size_t i = 1; i + 1 < boundaries.size(); ++i) {
      REQUIRE(boundaries[i] > boundaries[i - 1]);
      const char32_t next = base::utf8::decode(text, boundaries[i]).character;
      const bool after_control = text[boundaries[i] - 1] == '\n';
      REQUIRE((after_control || !(thai::is_mark(next) || next == thai::kSaraAm)));
    }
  }
}
