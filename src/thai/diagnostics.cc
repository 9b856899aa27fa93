// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/diagnostics.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "thai/thai_character.h"

namespace phaen::thai::diagnostics {
namespace {

using base::Bilingual;
using base::Diagnostic;
using base::format;
using base::Position;
using base::Severity;

// Marks alone cannot be read in a message, so their code points stand beside them: `ํา (U+0E4D U+0E32)`. Characters that
// cannot be printed are named by code point only.
std::string with_code_points(std::string_view text) {
  if (text.empty()) return "∅";
  const std::u32string characters = base::utf8::to_utf32(text);
  std::string points;
  for (char32_t c : characters) points += format("{}U+{:04X}", points.empty() ? "" : " ", static_cast<unsigned>(c));
  if (!std::all_of(characters.begin(), characters.end(), is_thai)) return points;
  return format("{} ({})", text, points);
}

Bilingual date_hint() {
  return {"เขียนอย่าง '9 พฤศจิกายน 2561', '24 ม.ค. 66', '16/05/2512' หรือ '2018-11-09'",
          "write it as `9 พฤศจิกายน 2561`, `24 ม.ค. 66`, `16/05/2512` or `2018-11-09`"};
}

}  // namespace

Diagnostic not_a_date(std::string_view text, Position where) {
  return {Severity::Error,
          "H001",
          std::move(where),
          {format("ต้องเป็นวันที่ แต่พบ '{}'", text), format("expected a date, found `{}`", text)},
          date_hint()};
}

Diagnostic no_such_day(std::string_view text, Position where) {
  return {Severity::Error,
          "H002",
          std::move(where),
          {format("ปฏิทินไม่มีวันที่ '{}'", text), format("the calendar has no day `{}`", text)},
          {"ตรวจวัน เดือน และปี: 29 กุมภาพันธ์ มีเฉพาะปีอธิกสุรทิน เช่น พ.ศ. 2567",
           "check day, month and year: 29 February is in leap years only, such as B.E. 2567"}};
}

Diagnostic implausible_year(std::string_view text, Position where) {
  return {Severity::Error,
          "H003",
          std::move(where),
          {format("ปีใน '{}' ไม่อยู่ในช่วง พ.ศ. 2400–2700 หรือ ค.ศ. 1857–2157", text),
           format("the year in `{}` is neither in B.E. 2400-2700 nor in C.E. 1857-2157", text)},
          {"เขียนปีพุทธศักราชสี่หลัก", "write the Buddhist-era year in four digits"}};
}

Diagnostic wrong_weekday(std::string_view text, std::string_view expected, Position where) {
  return {Severity::Error,
          "H004",
          std::move(where),
          {format("'{}' ไม่ตรงกับวันในสัปดาห์ วันนั้นเป็นวัน{}", text, expected),
           format("the weekday of `{}` contradicts the date, which is a {}", text, expected)},
          {"แก้วันในสัปดาห์หรือวันที่ให้ตรงกัน", "correct the weekday or the date"}};
}

Diagnostic mixed_digits(std::string_view number, Position where) {
  return {Severity::Warning,
          "H005",
          std::move(where),
          {format("จำนวนเดียวกันมีทั้งเลขไทยและเลขอารบิก '{}'", number),
           format("one number mixes Thai and Arabic digits: `{}`", number)},
          {"ใช้เลขชุดเดียวทั้งจำนวน", "write the whole number in one kind of digits"}};
}

Diagnostic spelling_changed(std::string_view found, std::string_view written, const Bilingual& rule, Position where) {
  const std::string from = with_code_points(found), to = with_code_points(written);
  return {Severity::Note,
          "H006",
          std::move(where),
          {format("แก้การสะกด ({}): พบ {} เขียนเป็น {}", rule.th, from, to),
           format("spelling mended ({}): found {}, written {}", rule.en, from, to)},
          {}};
}

Diagnostic spelling_doubtful(std::string_view found, const Bilingual& rule, Position where) {
  const std::string what = with_code_points(found);
  return {Severity::Warning,
          "H007",
          std::move(where),
          {format("ตัวสะกดน่าสงสัย ({}): {}", rule.th, what), format("doubtful spelling ({}): {}", rule.en, what)},
          {"คงไว้ตามเดิม โปรดแก้ในต้นฉบับ", "it was kept as it is: correct it in the source"}};
}

Diagnostic no_thai_collation(std::string_view reason) {
  return {Severity::Error,
          "H008",
          {},
          {format("ไลบรารี ICU ไม่มีข้อมูลการเรียงลำดับภาษาไทย ({})", reason),
           format("the ICU library has no Thai collation data ({})", reason)},
          {"ติดตั้ง ICU พร้อมข้อมูลทุกภาษา", "install ICU with the data of all languages"}};
}

Diagnostic not_a_year(std::string_view text, Position where) {
  return {Severity::Error,
          "H009",
          std::move(where),
          {format("ต้องเป็นปี แต่พบ '{}'", text), format("expected a year, found `{}`", text)},
          {"เขียนอย่าง '2566', 'พ.ศ. 2566' หรือ 'ค.ศ. 2023'", "write it as `2566`, `พ.ศ. 2566` or `ค.ศ. 2023`"}};
}

}  // namespace phaen::thai::diagnostics
