// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/collation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "thai/diagnostics.h"

using namespace phaen;

namespace {

using Texts = std::vector<std::string>;

const thai::Collator& collator() {
  static const thai::Collator kCollator = thai::Collator::create().value();
  return kCollator;
}

Texts sorted(Texts texts) {
  std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return collator().less(a, b); });
  return texts;
}

}  // namespace

TEST_CASE("TH26: tones decide only between words otherwise equal") {
  CHECK(sorted({"ก้วย", "ก๋วย", "ก่วย", "กวย", "ก๊วย"}) == Texts{"กวย", "ก่วย", "ก้วย", "ก๊วย", "ก๋วย"});
  CHECK(sorted({"ก้าว", "กาย", "ก่าย"}) == Texts{"กาย", "ก่าย", "ก้าว"});
}

TEST_CASE("TH27: a leading vowel counts after its consonant") {
  CHECK(sorted({"ไอริ", "อาคาเนะ", "เอมิ", "อารุ"}) == Texts{"อาคาเนะ", "อารุ", "เอมิ", "ไอริ"});
  CHECK(sorted({"เก", "ข", "กา", "แก", "โก", "ใก", "ไก"}) == Texts{"กา", "เก", "แก", "โก", "ใก", "ไก", "ข"});
}

TEST_CASE("provinces stand in the order of official lists") {
  CHECK(sorted({"แพร่", "พะเยา", "น่าน", "เชียงราย"}) == Texts{"เชียงราย", "น่าน", "พะเยา", "แพร่"});
  CHECK(sorted({"ลำพูน", "ลำปาง", "แม่ฮ่องสอน", "เชียงใหม่"}) == Texts{"เชียงใหม่", "แม่ฮ่องสอน", "ลำปาง", "ลำพูน"});
  CHECK(sorted({"อ่างทอง", "สิงห์บุรี", "สระบุรี", "ลพบุรี", "พระนครศรีอยุธยา", "ชัยนาท"}) ==
        Texts{"ชัยนาท", "พระนครศรีอยุธยา", "ลพบุรี", "สระบุรี", "สิงห์บุรี", "อ่างทอง"});
}

TEST_CASE("consonants stand in the order of the alphabet, with ฤ and ฦ in their places") {
  Texts letters;
  for (char32_t c : std::u32string(U"กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ"))
    letters.push_back(base::utf8::encode(c));
  Texts shuffled = letters;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(1));
  CHECK(sorted(shuffled) == letters);
}

TEST_CASE("numbers inside text sort by value in either digits") {
  CHECK(sorted({"ข้อ 10", "ข้อ 2", "ข้อ ๓"}) == Texts{"ข้อ 2", "ข้อ ๓", "ข้อ 10"});
  CHECK(sorted({"I3-K10", "I3-K2"}) == Texts{"I3-K2", "I3-K10"});
}

TEST_CASE("the order is total: only equal bytes compare equal, and sort keys give the same order") {
  std::mt19937_64 random(13);
  const std::u32string alphabet = U"กขเแาำ่้์็ฯๆ ั1๑a-.\U0001F600";
  Texts texts;
  for (int i = 0; i < 400; ++i) {
    std::u32string characters;
    for (auto n = random() % 6; n > 0; --n) characters += alphabet[random() % alphabet.size()];
    texts.push_back(base::utf8::from_utf32(characters));
  }
  for (const auto& a : texts)
    for (const auto& b : texts) {
      const auto order = collator().compare(a, b);
      REQUIRE((order == 0) == (a == b));
      REQUIRE(order == (0 <=> collator().compare(b, a)));
      CAPTURE(a);
      CAPTURE(b);
      REQUIRE((collator().sort_key(a) <=> collator().sort_key(b)) == order);
    }
  Texts once = sorted(texts);
  std::shuffle(texts.begin(), texts.end(), random);
  CHECK(sorted(texts) == once);
}

TEST_CASE("the message about missing collation data names the reason") {
  const auto diagnostic = thai::diagnostics::no_thai_collation("U_MISSING_RESOURCE_ERROR");
  CHECK(diagnostic.code == "H008");
  CHECK(diagnostic.message.en.find("U_MISSING_RESOURCE_ERROR") != std::string::npos);
}
