// SPDX-License-Identifier: GPL-3.0-or-later
// The Buddhist-era calendar as offices use it: the civil (Gregorian) calendar with years counted from 543 before the
// common era, for every year. (Before 1941 the Thai year began on 1 April; like worksheets and databases, this module
// counts those years from January too.)
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace phaen::thai {

inline constexpr int kEraOffset = 543;
/// Years a reader may take for Buddhist-era years (CE 1857-2157). The two spans do not meet, so a four-digit year tells
/// its own era.
inline constexpr int kFirstYear = 2400;
inline constexpr int kLastYear = 2700;

constexpr int to_buddhist_year(int common_era_year) { return common_era_year + kEraOffset; }
constexpr int to_common_year(int buddhist_year) { return buddhist_year - kEraOffset; }

/// REQUIRES: 1 <= month <= 12. `พฤศจิกายน`, `พ.ย.`
std::string_view month_name(int month);
std::string_view month_abbreviation(int month);
/// REQUIRES: 0 <= weekday <= 6, 0 = Sunday. `จันทร์`, without วัน.
std::string_view weekday_name(int weekday);

enum class DateStyle { Long, Short };

std::string date_long(base::Date date);     ///< `9 พฤศจิกายน 2561`
std::string date_short(base::Date date);    ///< `24 ม.ค. 66`
std::string date_medium(base::Date date);   ///< `24 ม.ค. 2566`
std::string date_numeric(base::Date date);  ///< `16/05/2512`
/// `จันทร์ที่ 19 พ.ย. 2561`, or in full `วันจันทร์ที่ 19 พฤศจิกายน 2561`.
std::string date_with_weekday(base::Date date, DateStyle style);
/// `พฤศจิกายน 2561` or `พ.ย. 61`.
std::string month_and_year(base::Date date, DateStyle style);
/// What two dates share is written once: `4 – 28 สิงหาคม 2557`, `4 สิงหาคม – 2 กันยายน 2557`, and both in full across
/// years. One day is a single date.
std::string date_range(base::Date first, base::Date last, DateStyle style);

std::string year_of_era(int buddhist_year);           ///< `พ.ศ. 2566`
std::string year_range(int first, int last);          ///< `พ.ศ. 2566 – 2570`
std::string year_range_compact(int first, int last);  ///< `2571-2575`
std::string year_range_short(int first, int last);    ///< `ปี 66-70`

/// One quarter of a fiscal year. Fiscal year n (Buddhist era) runs from 1 October n-1 to 30 September n.
struct Quarter {
  int fiscal_year = 0;  ///< Buddhist era
  int number = 1;       ///< 1-4
  auto operator<=>(const Quarter&) const = default;
};

int fiscal_year_of(base::Date date);
base::Date fiscal_year_start(int fiscal_year);
base::Date fiscal_year_end(int fiscal_year);

Quarter quarter_of(base::Date date);
base::Date quarter_start(Quarter quarter);
base::Date quarter_end(Quarter quarter);
Quarter next_quarter(Quarter quarter);
/// `ไตรมาสที่ 2 (1 ม.ค. 66 - 31 มี.ค. 66)`.
std::string quarter_label(Quarter quarter);
/// `2566-Q2`, `2566/2`, `Q2/2566`, `2/2566`, `ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2566` and its shorter forms; Thai or Arabic
/// digits.
std::optional<Quarter> parse_quarter(std::string_view text);

/// The last day of the 6, 9 or 12-month round of a fiscal year (31 March, 30 June, 30 September).
/// REQUIRES: months is 3, 6, 9 or 12.
base::Date round_end(int fiscal_year, int months);
/// `รอบ 6 เดือน (1 ต.ค. 65 - 31 มี.ค. 66)`.
std::string round_label(int fiscal_year, int months);

}  // namespace phaen::thai
