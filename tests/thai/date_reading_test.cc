// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/date_reading.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "thai/calendar.h"
#include "thai/digits.h"

using namespace phaen;
using base::Date;
using thai::DateStyle;

namespace {

std::string code_of(std::string_view text) {
  const auto date = thai::parse_date(text);
  return date ? date->to_iso() : date.error().code;
}

std::string year_code(std::string_view text) {
  const auto year = thai::parse_year(text);
  return year ? std::to_string(*year) : year.error().code;
}

}  // namespace

TEST_CASE("dates read in every form people type") {
  for (const char* text : {"9 พฤศจิกายน 2561",
                           "๙ พฤศจิกายน ๒๕๖๑",
                           "9 พ.ย. 2561",
                           "9 พ.ย. 61",
                           "9พ.ย.61",
                           "9 พย 61",
                           "9 พ.ย 2561",
                           "วันที่ 9 เดือนพฤศจิกายน พ.ศ. 2561",
                           "วันศุกร์ที่ 9 พฤศจิกายน 2561",
                           "ศุกร์ที่ 9 พ.ย. 2561",
                           "9 พ.ย. ค.ศ. 2018",
                           "9 พ.ย. 2018",
                           "09/11/2561",
                           "9/11/2018",
                           "9-11-2561",
                           "9.11.61",
                           "9/11/61",
                           "2018-11-09",
                           "2561-11-09",
                           "2561/11/9",
                           "2018-11-09T00:00:00",
                           "2018-11-09 00:00",
                           " 9  พ.ย.  2561 ",
                           "๐๙/๑๑/๒๕๖๑",
                           "9 พ.ย. พศ 2561"})
    CHECK_MESSAGE(code_of(text) == "2018-11-09", text);
}

TEST_CASE("TH30: either era gives the same day, and no year is converted twice") {
  CHECK(code_of("16/05/2512") == "1969-05-16");
  CHECK(code_of("16/05/1969") == "1969-05-16");
  CHECK(year_code("2569") == "2569");
  CHECK(year_code("2026") == "2569");
  CHECK(code_of("29 ก.พ. 2567") == "2024-02-29");
  CHECK(code_of("29 ก.พ. 2566") == "H002");
  CHECK(code_of("29/02/2443") == "H002");  // 1900 was no leap year
  CHECK(code_of("29/02/2543") == "2000-02-29");
}

TEST_CASE("what is no date is refused with its reason") {
  for (const char* text : {"", "9", "พ.ย. 2561", "9 พ.ย.", "9//2561", "9/11-2561", "9 พ.ย. 2561 เวลา", "2561",
                           "2018-11-09T08:30:00", "เก้าพฤศจิกายน", "1234567", "9 november 2018", "9/11/25610"})
    CHECK_MESSAGE(code_of(text) == "H001", text);
  for (const char* text : {"31/04/2566", "0/1/2566", "1/13/2566", "32 ม.ค. 2566", "31 เม.ย. 66"})
    CHECK_MESSAGE(code_of(text) == "H002", text);
  for (const char* text : {"1/1/2300", "1/1/1500", "1 ม.ค. ค.ศ. 2566", "1 ม.ค. พ.ศ. 2023", "1 ม.ค. ค.ศ. 66", "1/1/123"})
    CHECK_MESSAGE(code_of(text) == "H003", text);
  CHECK(code_of("วันเสาร์ที่ 9 พฤศจิกายน 2561") == "H004");
}

TEST_CASE("years read in either era") {
  for (const char* text : {"2566", "พ.ศ. 2566", "พ.ศ.๒๕๖๖", "ปี 66", "ปีงบประมาณ พ.ศ. 2566", "ค.ศ. 2023", "2023"})
    CHECK_MESSAGE(year_code(text) == "2566", text);
  CHECK(year_code("สองพัน") == "H009");
  CHECK(year_code("") == "H009");
  CHECK(year_code("2566.5") == "H009");
  CHECK(year_code("3000") == "H003");
  CHECK(year_code("ค.ศ. 2566") == "H003");
}

TEST_CASE("every day of 300 years reads back from each form it is printed in, in both kinds of digits") {
  const long last = Date{2157, 12, 31}.days();
  std::size_t leap_days = 0;
  for (long day = Date{1857, 1, 1}.days(); day <= last; ++day) {
    const Date date = Date::from_days(day);
    leap_days += date.month == 2 && date.day == 29 ? 1 : 0;
    const bool thai_digits = day % 2 == 0;
    for (const std::string& text :
         {thai::date_long(date), thai::date_medium(date), thai::date_numeric(date),
          thai::date_with_weekday(date, day % 3 == 0 ? DateStyle::Long : DateStyle::Short), date.to_iso()}) {
      const auto back = thai::parse_date(thai_digits ? thai::to_thai_digits(text) : text);
      REQUIRE_MESSAGE(back.has_value(), text);
      REQUIRE(*back == date);
    }
  }
  CHECK(leap_days == 73);
}

TEST_CASE("a date in the short form reads back within the hundred years it can name") {
  for (long day = Date{1957, 1, 1}.days(); day <= Date{2056, 12, 31}.days(); ++day)
    REQUIRE(thai::parse_date(thai::date_short(Date::from_days(day))) == Date::from_days(day));
}

TEST_CASE("any text is either refused or a day of the calendar") {
  std::mt19937_64 random(9);
  const char* const pieces[] = {"9",    "31",   "2561", "66", "0",    "/",    "-",      ".", " ",    "ม.ค.", "กุมภาพันธ์",
                                "พ.ศ.", "ค.ศ.", "วัน",   "ที่",  "จันทร์", "๒๕๖๖", "T00:00", "ปี", "เดือน", "\xE0", "ก"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 7; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const auto date = thai::parse_date(text);
    if (date) REQUIRE(date->is_valid());
  }
}

TEST_CASE("a refusal names the place, what was found and how to write it, in both languages") {
  const auto date = thai::parse_date("เมื่อวาน", {.file = "plan.csv", .line = 3, .column = 7});
  REQUIRE_FALSE(date);
  CHECK(date.error().where.line == 3);
  CHECK(date.error().message.th.find("เมื่อวาน") != std::string::npos);
  CHECK(date.error().message.en.find("เมื่อวาน") != std::string::npos);
  CHECK_FALSE(date.error().hint.th.empty());
}
