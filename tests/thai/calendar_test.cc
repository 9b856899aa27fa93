// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/calendar.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace phaen;
using base::Date;
using thai::DateStyle;
using thai::Quarter;

TEST_CASE("dates print as documents write them") {
  CHECK(thai::date_long({2018, 11, 9}) == "9 พฤศจิกายน 2561");
  CHECK(thai::date_short({2023, 1, 24}) == "24 ม.ค. 66");
  CHECK(thai::date_medium({2023, 1, 24}) == "24 ม.ค. 2566");
  CHECK(thai::date_numeric({1969, 5, 16}) == "16/05/2512");
  CHECK(thai::date_with_weekday({2018, 11, 19}, DateStyle::Short) == "จันทร์ที่ 19 พ.ย. 2561");
  CHECK(thai::date_with_weekday({2018, 11, 19}, DateStyle::Long) == "วันจันทร์ที่ 19 พฤศจิกายน 2561");
  CHECK(thai::month_and_year({2018, 11, 19}, DateStyle::Long) == "พฤศจิกายน 2561");
  CHECK(thai::month_and_year({2018, 11, 19}, DateStyle::Short) == "พ.ย. 61");
}

TEST_CASE("months and weekdays have distinct names") {
  std::set<std::string_view> names;
  for (int month = 1; month <= 12; ++month) {
    CHECK(names.insert(thai::month_name(month)).second);
    CHECK(names.insert(thai::month_abbreviation(month)).second);
  }
  for (int weekday = 0; weekday < 7; ++weekday) CHECK(names.insert(thai::weekday_name(weekday)).second);
}

TEST_CASE("a range of dates writes once what its ends share") {
  CHECK(thai::date_range({2014, 8, 4}, {2014, 8, 28}, DateStyle::Long) == "4 – 28 สิงหาคม 2557");
  CHECK(thai::date_range({2014, 8, 4}, {2014, 9, 2}, DateStyle::Long) == "4 สิงหาคม – 2 กันยายน 2557");
  CHECK(thai::date_range({2014, 12, 30}, {2015, 1, 2}, DateStyle::Long) == "30 ธันวาคม 2557 – 2 มกราคม 2558");
  CHECK(thai::date_range({2014, 8, 4}, {2014, 8, 4}, DateStyle::Long) == "4 สิงหาคม 2557");
  CHECK(thai::date_range({2022, 10, 1}, {2023, 9, 30}, DateStyle::Short) == "1 ต.ค. 65 – 30 ก.ย. 66");
  CHECK(thai::date_range({2023, 1, 1}, {2023, 3, 31}, DateStyle::Short) == "1 ม.ค. – 31 มี.ค. 66");
  // The same month of two years is not the same month.
  CHECK(thai::date_range({2022, 8, 4}, {2023, 8, 4}, DateStyle::Long) == "4 สิงหาคม 2565 – 4 สิงหาคม 2566");
}

TEST_CASE("years and ranges of years") {
  CHECK(thai::year_of_era(2566) == "พ.ศ. 2566");
  CHECK(thai::year_range(2566, 2570) == "พ.ศ. 2566 – 2570");
  CHECK(thai::year_range_compact(2571, 2575) == "2571-2575");
  CHECK(thai::year_range_short(2566, 2570) == "ปี 66-70");
  CHECK(thai::year_range_short(2598, 2602) == "ปี 98-02");
  CHECK(thai::to_common_year(thai::to_buddhist_year(2026)) == 2026);
}

TEST_CASE("quarters have the days that the ministry prints") {
  CHECK(thai::quarter_label({2566, 1}) == "ไตรมาสที่ 1 (1 ต.ค. 65 - 31 ธ.ค. 65)");
  CHECK(thai::quarter_label({2566, 2}) == "ไตรมาสที่ 2 (1 ม.ค. 66 - 31 มี.ค. 66)");
  CHECK(thai::quarter_label({2566, 3}) == "ไตรมาสที่ 3 (1 เม.ย. 66 - 30 มิ.ย. 66)");
  CHECK(thai::quarter_label({2566, 4}) == "ไตรมาสที่ 4 (1 ก.ค. 66 - 30 ก.ย. 66)");
  CHECK(thai::round_label(2566, 6) == "รอบ 6 เดือน (1 ต.ค. 65 - 31 มี.ค. 66)");
  CHECK(thai::round_end(2566, 9) == Date{2023, 6, 30});
  CHECK(thai::fiscal_year_start(2566) == Date{2022, 10, 1});
  CHECK(thai::fiscal_year_end(2566) == Date{2023, 9, 30});
}

TEST_CASE("every day of 400 years lies in exactly the quarter it is said to lie in") {
  const long last = Date{2157, 12, 31}.days();
  Quarter before = thai::quarter_of({1857, 1, 1});
  for (long day = Date{1857, 1, 1}.days(); day <= last; ++day) {
    const Date date = Date::from_days(day);
    const Quarter quarter = thai::quarter_of(date);
    REQUIRE(quarter.fiscal_year == thai::fiscal_year_of(date));
    REQUIRE(thai::quarter_start(quarter) <= date);
    REQUIRE(date <= thai::quarter_end(quarter));
    if (quarter != before) {
      REQUIRE(quarter == thai::next_quarter(before));
      REQUIRE(date == thai::quarter_start(quarter));
    }
    before = quarter;
  }
}

TEST_CASE("a quarter reads in the forms people write") {
  const Quarter second{2566, 2};
  for (const char* text : {"2566-Q2", "2566/2", "Q2/2566", "2/2566", "ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2566", "ไตรมาส 2/2566",
                           "ไตรมาสที่ ๒ ปี ๒๕๖๖", "ไตรมาส 2 ปีงบประมาณ 66", "2/66"})
    CHECK(thai::parse_quarter(text) == second);
  for (const char* text : {"", "2566", "Q5/2566", "0/2566", "2566-Q", "2566 2", "Q2", "Q2/2566x", "12/2566", "Q2/1500"})
    CHECK_FALSE(thai::parse_quarter(text));
}
