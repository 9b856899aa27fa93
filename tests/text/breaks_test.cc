// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/breaks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/clusters.h"
#include "text/own_words.h"
#include "thai/thai_character.h"

using namespace phaen;
using text::Break;
using text::Breaker;

namespace {

// The text with `|` at each allowed break, `~` at each poor one, `_` after a connective and `!` at each forced one but
// the last.
std::string marked(const Breaker& breaker, const std::string& text) {
  const std::vector<Break> breaks = breaker.find(text);
  REQUIRE(breaks.size() == text.size() + 1);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (breaks[i] == Break::Allowed) out += '|';
    if (breaks[i] == Break::Poor) out += '~';
    if (breaks[i] == Break::AfterConnective) out += '_';
    if (breaks[i] == Break::Mandatory) out += '!';
    out += text[i];
  }
  return out;
}

std::string unmarked(const std::string& marked_text) {
  std::string text;
  for (const char c : marked_text)
    if (c != '|' && c != '~' && c != '_' && c != '!') text += c;
  return text;
}

struct Example {
  const char* about;
  const char* expected;
};

constexpr Example kExamples[] = {
    {"words of the dictionary, and planning terms whole", "กลุ่มจังหวัด~ภาคใต้|ฝั่ง|อ่าว|ไทย"},
    {"planning terms whole", "ตัวชี้วัด|ของ_ห่วงโซ่คุณค่า"},
    {"loan words whole", "บูรณาการ|โลจิสติกส์"},
    {"TH13: nothing inside a cluster", "งบิก"},
    {"TH16: no spaces", "ดู|การบ้าน|ดู|การบ้าน|ดู|การบ้าน"},
    {"TH17: loan words without spaces", "ทีวี|ตรวจทาน|นอร์ท|แฟรี|เลคเชอร์|โกลด์"},
    {"TH18: the space before ๆ", "ใด ๆ |ต่าง ๆ |ที่ _ไม่_มี"},
    {"TH18: ๆ without spaces", "เร็วๆ|นี้"},
    {"TH19: quotes stay with their words", "ปี |“แผนพัฒนา” |ปี |‘ก’"},
    {"TH19: a quote between Thai words", "การ_“เปิด”|ตัว"},
    {"TH20: connectives lean on the next word", "ปัญหา|และ_ข้อ|จำกัด|ใน_กระบวนการ|หรือ_พื้นที่|ที่_ดี|แต่_ไม่_ใช่|ของ_รัฐ"},
    {"TH21: proper names", "กรุงเทพมหานคร |พระนครศรีอยุธยา |จ.พระนครศรีอยุธยา"},
    {"the kind of a place with its name", "ใน_จังหวัด~เชียงราย|และ_จังหวัด~น่าน |งบประมาณ|จังหวัด"},
    {"TH22: shortened names", "กรุงเทพฯ|และ_ปริมณฑล"},
    {"TH22: and so on", "สินค้า ฯลฯ |เป็นต้น"},
    {"a title that begins with ฯ", "ฯพณฯ นายกรัฐมนตรี |ฯพณฯ"},
    {"TH22: years", "พ.ศ. ๒๕๖๙ |พ.ศ. 2566–2570 |และ _พ.ศ. 2557 - 2560"},
    {"TH22: per cent", "เพิ่มขึ้น|ร้อยละ 80 |80 % |5%"},
    {"TH22: money", "งบประมาณ |1,234.50 ล้านบาท |฿ 500"},
    {"TH22: sections", "ข้อ 1.2.3 |มาตรา 53/1 |ครั้งที่ 1/2566 |หน้า 12"},
    {"dates", "วันที่ 1 ตุลาคม 2569 |เวลา |30 ก.ย. 2570"},
    {"multiplied units", "5 ล้านคน |3 แสนไร่"},
    {"words that lean on a number", "ประมาณ ~80 คน |เป็น ~1,234.50 ล้านบาท"},
    {"an ordinal is no unit", "จำนวน |12 |ครั้งที่ 2"},
    {"measures", "12.5 กม. |3 ตร.กม. |35 °C"},
    {"a unit is a whole word", "15 แห่ง |5 คนงาน |จำนวน |2 ระดับ"},
    {"signs stay with their number", "ไม่_เกิน |≥ 80 |หรือ _±5.2 คะแนน"},
    {"TH23: paths break after strokes", "ไฟล์ /var/|www/|html/|config.yaml |ที่_มี"},
    {"a stroke between Thai words", "ราย/~ปี"},
    {"no hyphen at a line end, for readers drop it", "รายได้ |- รายจ่าย"},
    {"TH25: zero-width space allows", "ชุมชน\xE2\x80\x8B|และ_เมือง"},
    {"TH21: word joiner and no-break space forbid", "ที่\xE2\x81\xA0และ _กิน\xC2\xA0ข้าว"},
    {"titles and abbreviations with the name after them", "นายสม|ชาย |ผศ.ดร. สม|หญิง |จ. เชียงใหม่ |อ. เมือง"},
    {"a word that begins like a title", "นายกรัฐมนตรี |นายอำเภอ"},
    {"list labels", "1) โครงการ|พัฒนา"},
    {"list labels with bullets", "• โครงการ"},
    {"brackets", "โครงการ |(ต่อ) |[ฉบับที่ 2]"},
    {"Thai beside Latin", "ระบบ~GFMIS~ของ_รัฐ"},
    {"forced breaks", "ก\n!ข"},
};

}  // namespace

TEST_CASE("lines break where Thai readers expect") {
  const Breaker breaker({});
  for (const Example& example : kExamples) {
    CAPTURE(example.about);
    CHECK(marked(breaker, unmarked(example.expected)) == example.expected);
  }
}

TEST_CASE("no province is ever split, whatever stands round it") {
  const Breaker breaker({});
  std::size_t checked = 0;
  for (const std::u32string& word : text::own_words()) {
    const std::string name = base::utf8::from_utf32(word);
    for (const char* before : {"", "จังหวัด", "จังหวัด ", "และ", "จ.", "ใน"}) {
      for (const char* after : {"", " และ", "และ", "ฯ", " 2"}) {
        const std::vector<Break> breaks = breaker.find(before + name + after);
        const std::size_t begin = std::string(before).size();
        CAPTURE(before + name + after);
        for (std::size_t i = begin + 1; i < begin + name.size(); ++i) CHECK(breaks[i] <= Break::Emergency);
        ++checked;
      }
    }
  }
  CHECK(checked >= 77 * 30);
}

TEST_CASE("short names of the plan are never split, long ones only poorly") {
  const std::string agency = "สำนักงานสวนป่า", cluster = "กลุ่มจังหวัดภาคเหนือตอนบน 2";
  CHECK(marked(Breaker({}), agency) != agency);
  const Breaker breaker({agency, cluster});
  CHECK(marked(breaker, "ของ" + agency + "และ") == "ของ_" + agency + "|และ");
  CHECK(marked(breaker, cluster + " และ") == "กลุ่มจังหวัด~ภาคเหนือ~ตอนบน 2 |และ");
}

TEST_CASE("a name that ends inside a cluster of the text is not that name") {
  const Breaker breaker({"มานะ", "ตา"});
  CHECK(marked(breaker, "ตำรา") == "ตำรา");
  CHECK(marked(Breaker({"การพัฒน"}), "การพัฒนา") == marked(Breaker({}), "การพัฒนา"));
}

TEST_CASE("no break of any kind parts a cluster, and every cluster boundary of a word is an emergency at least") {
  const Breaker breaker({});
  for (const char* string : {"น้ำกำที่ก่ํกํ่", "กัำก๎ำกิำก็ำก์ำ", "เอี๊ยดปี่ฝ่ายญูฐูกฤษฏิ์", "เแโใไก", "อารุเอมิอาคาเนะ", "1,234.50", "ฯลฯ",
                             "ก\xE2\x80\x8B\xE0\xB8\xB4"}) {
    CAPTURE(string);
    const std::string text = string;
    const std::vector<Break> breaks = breaker.find(text);
    CHECK(breaks.front() == Break::Forbidden);
    CHECK(breaks.back() == Break::Mandatory);
    const std::u32string characters = base::utf8::to_utf32(text);
    std::size_t offset = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      const char32_t c = characters[i];
      const std::size_t length = base::utf8::encode(c).size();
      for (std::size_t j = offset + 1; j < offset + length; ++j) CHECK(breaks[j] == Break::Forbidden);
      const bool inside = text::extends_cluster(c) || thai::is_following_vowel(c) ||
                          (i > 0 && thai::is_leading_vowel(characters[i - 1]));
      if (inside) CHECK(breaks[offset] == Break::Forbidden);
      if (i > 0 && !inside && thai::is_consonant(c) && thai::is_consonant(characters[i - 1]))
        CHECK(breaks[offset] >= Break::Emergency);
      offset += length;
    }
  }
  for (const Break kind : breaker.find("1,234,567")) CHECK((kind == Break::Forbidden || kind == Break::Mandatory));
}

TEST_CASE("no lone consonant is left at a line end or start") {
  const Breaker breaker({});
  for (const char* word : {"กขคฆง", "ฟหกด", "วิจ", "บทบาทส"}) {
    const std::string text = marked(breaker, word);
    CAPTURE(text);
    CHECK(text.find("|", text.size() - 4) == std::string::npos);
  }
  CHECK(marked(breaker, "ณ กรุงเทพมหานคร") == "ณ _กรุงเทพมหานคร");
}

TEST_CASE("a long text without spaces is cut into words all the way") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "การพัฒนา";
  const std::vector<Break> breaks = Breaker({}).find(text);
  std::size_t longest = 0, last = 0;
  for (std::size_t i = 1; i < breaks.size(); ++i) {
    if (breaks[i] < Break::Poor) continue;
    longest = std::max(longest, i - last);
    last = i;
  }
  CHECK(longest <= std::string("การพัฒนา").size());
}
