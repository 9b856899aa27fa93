// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/calendar.h"

#include "base/format.h"

namespace phaen::thai {
namespace {

using base::Date;
using base::format;

constexpr std::string_view kMonths[] = {"มกราคม",  "กุมภาพันธ์", "มีนาคม",  "เมษายน", "พฤษภาคม",  "มิถุนายน",
                                        "กรกฎาคม", "สิงหาคม",  "กันยายน", "ตุลาคม",  "พฤศจิกายน", "ธันวาคม"};
constexpr std::string_view kShortMonths[] = {"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
                                             "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.",  "พ.ย.", "ธ.ค."};
constexpr std::string_view kWeekdays[] = {"อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"};

constexpr int kFirstFiscalMonth = 10;

int year(Date date) { return to_buddhist_year(date.year); }
int short_year(int buddhist_year) { return buddhist_year % 100; }

std::string_view month(Date date, DateStyle style) {
  return style == DateStyle::Long ? month_name(date.month) : month_abbreviation(date.month);
}

std::string one_date(Date date, DateStyle style) {
  return style == DateStyle::Long ? date_long(date) : date_short(date);
}

// The first day of the month `months` after October of the year before.
Date fiscal_month_start(int fiscal_year, int months) {
  const int index = kFirstFiscalMonth - 1 + months;
  return {to_common_year(fiscal_year) - 1 + index / 12, index % 12 + 1, 1};
}

Date day_before(Date date) { return Date::from_days(date.days() - 1); }

std::string period(Date first, Date last) { return format("({} - {})", date_short(first), date_short(last)); }

}  // namespace

std::string_view month_name(int month) { return kMonths[month - 1]; }
std::string_view month_abbreviation(int month) { return kShortMonths[month - 1]; }
std::string_view weekday_name(int weekday) { return kWeekdays[weekday]; }

std::string date_long(Date date) { return format("{} {} {}", date.day, month_name(date.month), year(date)); }
std::string date_short(Date date) {
  return format("{} {} {:02}", date.day, month_abbreviation(date.month), short_year(year(date)));
}
std::string date_medium(Date date) { return format("{} {} {}", date.day, month_abbreviation(date.month), year(date)); }
std::string date_numeric(Date date) { return format("{:02}/{:02}/{}", date.day, date.month, year(date)); }

std::string date_with_weekday(Date date, DateStyle style) {
  const std::string_view weekday = weekday_name(date.weekday());
  if (style == DateStyle::Long) return format("วัน{}ที่ {}", weekday, date_long(date));
  return format("{}ที่ {}", weekday, date_medium(date));
}

std::string month_and_year(Date date, DateStyle style) {
  if (style == DateStyle::Long) return format("{} {}", month_name(date.month), year(date));
  return format("{} {:02}", month_abbreviation(date.month), short_year(year(date)));
}

std::string date_range(Date first, Date last, DateStyle style) {
  if (first == last) return one_date(first, style);
  const std::string end = one_date(last, style);
  if (first.year != last.year) return format("{} – {}", one_date(first, style), end);
  if (first.month != last.month) return format("{} {} – {}", first.day, month(first, style), end);
  return format("{} – {}", first.day, end);
}

std::string year_of_era(int buddhist_year) { return format("พ.ศ. {}", buddhist_year); }

std::string year_range(int first, int last) {
  return first == last ? year_of_era(first) : format("พ.ศ. {} – {}", first, last);
}

std::string year_range_compact(int first, int last) {
  return first == last ? format("{}", first) : format("{}-{}", first, last);
}

std::string year_range_short(int first, int last) {
  if (first == last) return format("ปี {:02}", short_year(first));
  return format("ปี {:02}-{:02}", short_year(first), short_year(last));
}

int fiscal_year_of(Date date) { return year(date) + (date.month >= kFirstFiscalMonth ? 1 : 0); }
Date fiscal_year_start(int fiscal_year) { return fiscal_month_start(fiscal_year, 0); }
Date fiscal_year_end(int fiscal_year) { return round_end(fiscal_year, 12); }

Quarter quarter_of(Date date) { return {fiscal_year_of(date), (date.month + 2) % 12 / 3 + 1}; }
Date quarter_start(Quarter quarter) { return fiscal_month_start(quarter.fiscal_year, (quarter.number - 1) * 3); }
Date quarter_end(Quarter quarter) { return round_end(quarter.fiscal_year, quarter.number * 3); }

Quarter next_quarter(Quarter quarter) {
  if (quarter.number == 4) return {quarter.fiscal_year + 1, 1};
  return {quarter.fiscal_year, quarter.number + 1};
}

std::string quarter_label(Quarter quarter) {
  return format("ไตรมาสที่ {} {}", quarter.number, period(quarter_start(quarter), quarter_end(quarter)));
}

Date round_end(int fiscal_year, int months) { return day_before(fiscal_month_start(fiscal_year, months)); }

std::string round_label(int fiscal_year, int months) {
  return format("รอบ {} เดือน {}", months, period(fiscal_year_start(fiscal_year), round_end(fiscal_year, months)));
}

}  // namespace phaen::thai
