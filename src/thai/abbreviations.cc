// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/abbreviations.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "thai/thai_character.h"

namespace phaen::thai {
namespace {

using enum AbbreviationKind;

constexpr Abbreviation kAbbreviations[] = {
    {"ก.บ.ก.", "คณะกรรมการบริหารงานกลุ่มจังหวัดแบบบูรณาการ", Body},
    {"ก.บ.จ.", "คณะกรรมการบริหารงานจังหวัดแบบบูรณาการ", Body},
    {"ก.น.จ.", "คณะกรรมการนโยบายการบริหารงานจังหวัดและกลุ่มจังหวัดแบบบูรณาการ", Body},
    {"ก.น.บ.", "คณะกรรมการนโยบายการบริหารงานเชิงพื้นที่แบบบูรณาการ", Body},
    {"ก.บ.ภ.", "คณะกรรมการบูรณาการนโยบายพัฒนาภาค", Body},
    {"ก.พ.ร.", "คณะกรรมการพัฒนาระบบราชการ", Body},
    {"ก.พ.", "คณะกรรมการข้าราชการพลเรือน", Body},
    {"ก.ธ.จ.", "คณะกรรมการธรรมาภิบาลจังหวัด", Body},
    {"ค.ต.ป.", "คณะกรรมการตรวจสอบและประเมินผลภาคราชการ", Body},
    {"กรอ.", "คณะกรรมการร่วมภาครัฐและเอกชนเพื่อแก้ไขปัญหาทางเศรษฐกิจ", Body},
    {"กรอ. กลุ่มจังหวัด", "คณะกรรมการร่วมภาครัฐและเอกชนเพื่อแก้ไขปัญหาทางเศรษฐกิจกลุ่มจังหวัด", Body},
    {"ครม.", "คณะรัฐมนตรี", Body},
    {"สศช.", "สำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ", Body},
    {"สงป.", "สำนักงบประมาณ", Body},
    {"มท.", "กระทรวงมหาดไทย", Body},
    {"สป.มท.", "สำนักงานปลัดกระทรวงมหาดไทย", Body},
    {"สตง.", "สำนักงานการตรวจเงินแผ่นดิน", Body},
    {"อปท.", "องค์กรปกครองส่วนท้องถิ่น", Body},
    {"อบจ.", "องค์การบริหารส่วนจังหวัด", Body},
    {"อบต.", "องค์การบริหารส่วนตำบล", Body},
    {"ทน.", "เทศบาลนคร", Body},
    {"ทม.", "เทศบาลเมือง", Body},
    {"ทต.", "เทศบาลตำบล", Body},
    {"กม.", "คณะกรรมการหมู่บ้าน", Body},
    {"OSM", "กลุ่มงานบริหารยุทธศาสตร์กลุ่มจังหวัด", Body},
    {"POC", "ศูนย์ปฏิบัติการจังหวัด", Body},
    {"พ.ร.บ.", "พระราชบัญญัติ", Law},
    {"พ.ร.ฎ.", "พระราชกฤษฎีกา", Law},
    {"พ.ร.ป.", "พระราชบัญญัติประกอบรัฐธรรมนูญ", Law},
    {"ม.", "มาตรา", Law},
    {"กทม.", "กรุงเทพมหานคร", Place},
    {"กรุงเทพฯ", "กรุงเทพมหานคร", Place},
    {"จ.", "จังหวัด", Place},
    {"อ.", "อำเภอ", Place},
    {"ต.", "ตำบล", Place},
    {"ม.", "หมู่", Place},
    {"ถ.", "ถนน", Place},
    {"ผวจ.", "ผู้ว่าราชการจังหวัด", Title},
    {"รอง ผวจ.", "รองผู้ว่าราชการจังหวัด", Title},
    {"ดร.", "ดอกเตอร์", Title},
    {"พ.ศ.", "พุทธศักราช", Date},
    {"ค.ศ.", "คริสต์ศักราช", Date},
    {"น.", "นาฬิกา", Date},
    {"ม.ค.", "มกราคม", Date},
    {"ก.พ.", "กุมภาพันธ์", Date},
    {"มี.ค.", "มีนาคม", Date},
    {"เม.ย.", "เมษายน", Date},
    {"พ.ค.", "พฤษภาคม", Date},
    {"มิ.ย.", "มิถุนายน", Date},
    {"ก.ค.", "กรกฎาคม", Date},
    {"ส.ค.", "สิงหาคม", Date},
    {"ก.ย.", "กันยายน", Date},
    {"ต.ค.", "ตุลาคม", Date},
    {"พ.ย.", "พฤศจิกายน", Date},
    {"ธ.ค.", "ธันวาคม", Date},
    {"ลบ.", "ล้านบาท", Unit},
    {"กม.", "กิโลเมตร", Unit},
    {"ตร.กม.", "ตารางกิโลเมตร", Unit},
    {"ตร.ม.", "ตารางเมตร", Unit},
    {"ลบ.ม.", "ลูกบาศก์เมตร", Unit},
    {"ม.", "เมตร", Unit},
    {"ซม.", "เซนติเมตร", Unit},
    {"กก.", "กิโลกรัม", Unit},
    {"GPP", "ผลิตภัณฑ์มวลรวมจังหวัด", Term},
    {"GDP", "ผลิตภัณฑ์มวลรวมในประเทศ", Term},
    {"CVM", "ปริมาณลูกโซ่", Term},
    {"SDGs", "เป้าหมายการพัฒนาที่ยั่งยืน", Term},
    {"KPI", "ตัวชี้วัด", Term},
    {"OTOP", "หนึ่งตำบล หนึ่งผลิตภัณฑ์", Term},
    {"ฯลฯ", "และอื่น ๆ", Term},
    {"โทร.", "โทรศัพท์", Term},
};

constexpr std::size_t kMostLettersBeforeStop = 3;

bool continues_word(char32_t c) {
  return is_consonant(c) || is_mark(c) || is_leading_vowel(c) || is_following_vowel(c) || (c >= U'a' && c <= U'z') ||
         (c >= U'A' && c <= U'Z');
}

char32_t character_before(std::string_view text, std::size_t offset) {
  std::size_t start = offset;
  do {
    --start;
  } while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80);
  return base::utf8::decode(text, start).character;
}

bool begins_word(std::string_view text, std::size_t offset) {
  return offset == 0 || !continues_word(character_before(text, offset));
}

bool ends_word(std::string_view text, std::size_t offset) {
  return offset == text.size() || !continues_word(base::utf8::decode(text, offset).character);
}

// `ก.`, `มี.`, `ตร.`: up to three consonants with their marks and leading vowels, then a full stop; 0 for anything else.
std::size_t stopped_letters(std::string_view text, std::size_t offset) {
  std::size_t letters = 0, at = offset;
  while (at < text.size() && letters <= kMostLettersBeforeStop) {
    const auto [character, length] = base::utf8::decode(text, at);
    if (character == U'.') return letters > 0 ? at + 1 - offset : 0;
    if (is_consonant(character))
      ++letters;
    else if (!is_leading_vowel(character) && (!is_mark(character) || letters == 0))
      return 0;
    at += length;
  }
  return 0;
}

// Two or more such groups in a row; one alone may be the end of a sentence.
std::size_t chain_length(std::string_view text, std::size_t offset) {
  std::size_t groups = 0, at = offset;
  while (const std::size_t length = stopped_letters(text, at)) {
    at += length;
    ++groups;
  }
  return groups >= 2 ? at - offset : 0;
}

// A short form without a full stop ends where its word ends; one with it has ended.
bool stands_at(std::string_view text, std::size_t offset, std::string_view shortened) {
  if (text.substr(offset, shortened.size()) != shortened) return false;
  return shortened.back() == '.' || ends_word(text, offset + shortened.size());
}

}  // namespace

std::span<const Abbreviation> abbreviations() { return kAbbreviations; }

std::vector<Abbreviation> find_abbreviations(std::string_view shortened) {
  std::vector<Abbreviation> found;
  std::copy_if(std::begin(kAbbreviations), std::end(kAbbreviations), std::back_inserter(found),
               [&](const Abbreviation& row) { return row.shortened == shortened; });
  return found;
}

std::optional<std::string_view> full_name(std::string_view shortened) {
  const auto found = find_abbreviations(shortened);
  if (found.size() != 1) return {};
  return found.front().full;
}

std::size_t abbreviation_length(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  std::size_t longest = chain_length(text, offset);
  // Thai writes no space before a short form. Two full stops tell it anyway; with fewer it may be the end of a word.
  const bool word_begins = begins_word(text, offset);
  for (const Abbreviation& row : kAbbreviations)
    if (row.shortened.size() > longest && word_begins && stands_at(text, offset, row.shortened))
      longest = row.shortened.size();
  return longest;
}

}  // namespace phaen::thai
