// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/normalise.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "base/utf8.h"
#include "thai/thai_character.h"

using namespace phaen;
using thai::SpellingRule;

namespace {

std::string mended(std::string_view text) { return thai::normalise(text).text; }

std::set<SpellingRule> rules_of(std::string_view text) {
  std::set<SpellingRule> rules;
  for (const auto& change : thai::normalise(text).changes) rules.insert(change.rule);
  return rules;
}

const std::set<SpellingRule> kOrder{SpellingRule::MarkOrder}, kSaraAm{SpellingRule::DecomposedSaraAm};

}  // namespace

TEST_CASE("text that is spelt rightly is kept, byte by byte, without a report") {
  for (const char* text :
       {"", "แผนพัฒนากลุ่มจังหวัดภาคเหนือตอนบน 2", "น้ำ นำ กำ ที่ สำคัญ", "กรุงเทพฯ ฯลฯ ต่าง ๆ", "กฤษฏิ์ พันธุ์ สิทธิ์ เอี๊ยด เก๋ง",
        "ชุมชน\u200Bและเมือง", "a\tb\r\nc", "เก็บ ก็ เป็น", "ใด ๆ", "พุทฺธ", "ก๎"}) {
    const auto result = thai::normalise(text);
    CHECK(result.text == text);
    CHECK(result.changes.empty());
  }
}

TEST_CASE("TH09: a tone typed before its vowel goes after it") {
  CHECK(mended("\u0E17\u0E48\u0E35") == "\u0E17\u0E35\u0E48");
  CHECK(mended("\u0E2B\u0E21\u0E48\u0E39") == "\u0E2B\u0E21\u0E39\u0E48");
  CHECK(mended("\u0E1E\u0E31\u0E19\u0E18\u0E4C\u0E38") == "พันธุ์");
  CHECK(rules_of("\u0E17\u0E48\u0E35") == kOrder);
  CHECK(mended("น\u0E33\u0E49") == "น้ำ");
  CHECK(rules_of("น\u0E33\u0E49") == kOrder);
}

TEST_CASE("TH14: a ring and a tone keep their order where no SARA AA follows") {
  const std::string text = "ก\u0E48\u0E4Dก\u0E4D\u0E48";
  CHECK(mended(text) == text);
  CHECK(thai::normalise(text).changes.empty());
}

TEST_CASE("TH15: every mark before SARA AM stays as it is") {
  for (char32_t mark = 0; mark < 0x0E60; ++mark) {
    if (!thai::is_mark(mark)) continue;
    const std::string text = "ก" + base::utf8::encode(mark) + "ำ";
    CHECK(mended(text) == text);
  }
}

TEST_CASE("TH28: ring and SARA AA become SARA AM, two SARA E become SARA AE") {
  CHECK(mended("น\u0E4D\u0E32") == "นำ");
  CHECK(mended("น\u0E4D\u0E49\u0E32") == "น้ำ");
  CHECK(mended("น\u0E49\u0E4D\u0E32") == "น้ำ");
  CHECK(rules_of("น\u0E4D\u0E32") == kSaraAm);
  CHECK(mended("\u0E40\u0E40ผน") == "แผน");
  CHECK(mended("\u0E40\u0E40ม\u0E48น\u0E4D\u0E49\u0E32") == "แม่น้ำ");
  CHECK(rules_of("\u0E40\u0E40ผน") == std::set<SpellingRule>{SpellingRule::DoubledSaraE});
}

TEST_CASE("TH32: private-use characters of old fonts become the real ones") {
  CHECK(mended("ป\uF701\uF70A") == "ปิ่");
  CHECK(mended("\uF70Fุ \uF700ู") == "ญุ ฐู");
  CHECK(mended("ฟ\uF714า") == "ฟ้า");
  for (char32_t c = 0xF700; c <= 0xF71A; ++c) {
    const auto result = thai::normalise("ก" + base::utf8::encode(c));
    CHECK(thai::is_thai(base::utf8::to_utf32(result.text).back()));
    CHECK(result.changes.size() == 1);
  }
  CHECK(mended("\uF6FF\uF71B") == "\uF6FF\uF71B");
}

TEST_CASE("invisible characters are taken out and reported, line ends and joiners stay") {
  using namespace std::string_literals;
  CHECK(mended("\uFEFFแผน") == "แผน");
  CHECK(mended("แ\0ผน"s) == "แผน");
  CHECK(mended("แผน\uFFFE\uFFFF\u0001\u0085") == "แผน");
  CHECK(mended("ก\n\tข\r\n\u200B\u2060") == "ก\n\tข\r\n\u200B\u2060");
  const auto result = thai::normalise("ก\uFEFFข");
  REQUIRE(result.changes.size() == 1);
  CHECK(result.changes[0] == thai::SpellingChange{3, "\uFEFF", "", SpellingRule::InvisibleCharacter});
}

TEST_CASE("a mark typed twice is typed once; three in a row are kept for a person to see") {
  CHECK(mended("ว\u0E34\u0E34สัยทัศน\u0E4C\u0E4C") == "วิสัยทัศน์");
  CHECK(mended("ท\u0E35\u0E35\u0E48\u0E48") == "ที่");
  CHECK(mended("สำ\u0E32คัญ") == "สำคัญ");
  const std::string shout = "มาก\u0E48\u0E48\u0E48";
  const auto result = thai::normalise(shout);
  CHECK(result.text == shout);
  REQUIRE(result.changes.size() == 1);
  CHECK(result.changes[0].rule == SpellingRule::RepeatedMark);
  CHECK(result.changes[0].is_kept());
  // Marks on no consonant are shown, not used.
  CHECK(mended("รูป \u0E48\u0E48") == "รูป \u0E48\u0E48");
}

TEST_CASE("what was lost before is reported and kept") {
  const auto result = thai::normalise("แผ\uFFFDน\xFF");
  CHECK(result.text == "แผ\uFFFDน\uFFFD");
  REQUIRE(result.changes.size() == 2);
  CHECK(result.changes[0].is_kept());
  CHECK_FALSE(result.changes[1].is_kept());
}

TEST_CASE("each change says where it was, what was found and what was written") {
  const std::string text = "ก น\u0E4D\u0E49\u0E32 \u0E40\u0E40ผน";
  const auto result = thai::normalise(text);
  REQUIRE(result.changes.size() == 2);
  CHECK(text.substr(result.changes[0].offset, result.changes[0].found.size()) == result.changes[0].found);
  CHECK(result.changes[0].written == "\u0E49\u0E33");
  CHECK(text.substr(result.changes[1].offset, result.changes[1].found.size()) == "\u0E40\u0E40");
  CHECK(result.changes[1].written == "แ");
}

TEST_CASE("normalising twice changes nothing more, over random sequences of marks") {
  std::mt19937_64 random(11);
  const std::u32string alphabet = U"กนเแาำัิีุู่้๊์ํ็ฺ\uF701\uF70A\uFEFF a";
  for (int round = 0; round < 100000; ++round) {
    std::u32string characters;
    for (auto n = random() % 12; n > 0; --n) characters += alphabet[random() % alphabet.size()];
    const std::string text = base::utf8::from_utf32(characters);
    CAPTURE(text);
    const auto once = thai::normalise(text);
    const auto twice = thai::normalise(once.text);
    REQUIRE(twice.text == once.text);
    for (const auto& change : twice.changes) REQUIRE(change.is_kept());
    REQUIRE((once.text != text) == std::any_of(once.changes.begin(), once.changes.end(),
                                               [](const auto& change) { return !change.is_kept(); }));
    for (std::size_t i = 1; i < once.changes.size(); ++i) REQUIRE(once.changes[i - 1].offset <= once.changes[i].offset);
  }
}

TEST_CASE("a long text of nothing but marks is normalised in reasonable work") {
  std::string text = "ก";
  for (int i = 0; i < 100000; ++i) text += "\u0E48\u0E35";
  const auto result = thai::normalise(text);
  CHECK(result.text.size() == text.size());
  CHECK(result.changes.size() == 3);  // one reordering, two long repetitions
}

TEST_CASE("each rule has its wording, and changes become diagnostics") {
  for (std::size_t i = 0; i < thai::spelling_rules().size(); ++i) {
    const auto& row = thai::spelling_rules()[i];
    CHECK(static_cast<std::size_t>(row.rule) == i);
    CHECK_FALSE(row.th.empty());
    CHECK_FALSE(row.en.empty());
  }
  const auto mended_one = thai::to_diagnostic(thai::normalise("น\u0E4D\u0E32").changes.at(0), {.line = 4});
  CHECK(mended_one.code == "H006");
  CHECK(mended_one.severity == base::Severity::Note);
  CHECK(mended_one.where.line == 4);
  CHECK(mended_one.message.en.find("U+0E4D U+0E32") != std::string::npos);
  const auto kept = thai::to_diagnostic(thai::normalise("\uFFFD").changes.at(0), {});
  CHECK(kept.code == "H007");
  const auto removed = thai::to_diagnostic(thai::normalise(std::string_view("\0", 1)).changes.at(0), {});
  CHECK(removed.message.en.find('\0') == std::string::npos);
  CHECK(removed.message.en.find("U+0000") != std::string::npos);
}
