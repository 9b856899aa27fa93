// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace phaen::base {

/// A civil date of the Gregorian calendar, stored in common-era years (2022); Buddhist-era years (2565) are an affair
/// of reading and printing (thai/calendar.h).
struct Date {
  int year = 1970, month = 1, day = 1;
  auto operator<=>(const Date&) const = default;

  bool is_valid() const;
  /// Days since 1970-01-01.
  long days() const;
  static Date from_days(long days);
  /// 0 = Sunday.
  int weekday() const;
  /// `2022-09-30` exactly; nothing for another form or a day that does not exist.
  static std::optional<Date> parse_iso(std::string_view text);
  std::string to_iso() const;
};

}  // namespace phaen::base
