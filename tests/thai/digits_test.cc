// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/digits.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/utf8.h"
#include "thai/diagnostics.h"

using namespace phaen;
using thai::Digits;

namespace {

std::string thai_text(std::string_view text) { return thai::localise_digits(text, Digits::Thai); }

}  // namespace

TEST_CASE("every digit converts both ways and nothing else changes") {
  CHECK(thai::to_thai_digits("0123456789 ก-z") == "๐๑๒๓๔๕๖๗๘๙ ก-z");
  CHECK(thai::to_arabic_digits("๐๑๒๓๔๕๖๗๘๙ ก-z") == "0123456789 ก-z");
}

TEST_CASE("figures in Thai text take the digits of the document") {
  CHECK(thai_text("ปีงบประมาณ พ.ศ. 2566 – 2570") == "ปีงบประมาณ พ.ศ. ๒๕๖๖ – ๒๕๗๐");
  CHECK(thai_text("วงเงิน 1,234,567.00 บาท") == "วงเงิน ๑,๒๓๔,๕๖๗.๐๐ บาท");
  CHECK(thai_text("ร้อยละ12.50ของพื้นที่") == "ร้อยละ๑๒.๕๐ของพื้นที่");
  CHECK(thai_text("12.50%") == "๑๒.๕๐%");
  CHECK(thai_text("โทร. 0 5315 0100") == "โทร. ๐ ๕๓๑๕ ๐๑๐๐");
  CHECK(thai_text("(ปี 66-70)") == "(ปี ๖๖-๗๐)");
  CHECK(thai_text("เป้าหมาย SDGs 17 ข้อ") == "เป้าหมาย SDGs ๑๗ ข้อ");
}

TEST_CASE("codes, addresses and file names keep their digits") {
  for (const char* text :
       {"I3-K1", "https://www.moi.go.th/plan/2566?id=12", "www.nesdc.go.th/2566", "CO2", "plan2566@moi.go.th",
        "/var/www/2566/x1", "แผนพัฒนา2566.pdf", "D:\\แผน\\2566", "24Mbps", "หลักฐาน/ปี2566/ภาพ01.JPG", "Vision 2030 plan",
        "Tel. 0 5315 0100", "Tel. 053-150100", "1,234.50kg"})
    CHECK(thai_text(text) == text);
}

TEST_CASE("a code beside Thai text keeps its digits and the text does not") {
  CHECK(thai_text("ตัวชี้วัดI3-K1ปี2566") == "ตัวชี้วัดI3-K1ปี๒๕๖๖");
  CHECK(thai_text("2566(SDGs)2570") == "๒๕๖๖(SDGs)๒๕๗๐");
  CHECK(thai_text("ดู https://a.th/1 ข้อ 2") == "ดู https://a.th/1 ข้อ ๒");
  CHECK(thai_text("ตามแฟ้ม แผน2566.xlsx, หน้า 3") == "ตามแฟ้ม แผน2566.xlsx, หน้า ๓");
}

TEST_CASE("a document in Arabic digits has its Thai figures converted") {
  CHECK(thai::localise_digits("พ.ศ. ๒๕๖๑-๒๕๖5", Digits::Arabic) == "พ.ศ. 2561-2565");
  CHECK(thai::localise_digits("https://a.th/๑", Digits::Arabic) == "https://a.th/๑");
}

TEST_CASE("localising twice changes nothing more, and Thai digits go back to what was written") {
  std::mt19937_64 random(7);
  const std::u32string alphabet = U"0123456789กน์ A.z-/@:,()\\ ๆ";
  for (int round = 0; round < 20000; ++round) {
    std::u32string characters;
    for (auto n = random() % 24; n > 0; --n) characters += alphabet[random() % alphabet.size()];
    const std::string text = base::utf8::from_utf32(characters);
    const std::string once = thai_text(text);
    CAPTURE(text);
    REQUIRE(thai_text(once) == once);
    REQUIRE(thai::localise_digits(once, Digits::Arabic) == text);
    REQUIRE(thai::to_arabic_digits(once) == text);
  }
}

TEST_CASE("TH29: a number in two kinds of digits is found") {
  const std::string title = "แผนพัฒนาจังหวัด พ.ศ.๒๕๖๑-๒๕๖5 ฉบับที่ 2";
  const auto found = thai::find_mixed_digits(title);
  REQUIRE(found.size() == 1);
  CHECK(found[0].number == "๒๕๖๑-๒๕๖5");
  CHECK(title.substr(found[0].offset, found[0].length) == found[0].number);
  CHECK(thai::find_mixed_digits("ข้อ ๑ ถึง 5").empty());
  CHECK(thai::find_mixed_digits("๑,๒๓๔.๕๐ 1,234.50 - ๕ -- 5").empty());
  CHECK(thai::find_mixed_digits("๒๕๖5 และ 5๒").size() == 2);
  CHECK(thai::diagnostics::mixed_digits(found[0].number, {}).code == "H005");
}
