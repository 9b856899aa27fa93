// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include <chrono>

#include "base/format.h"

namespace phaen::base {
namespace {

std::chrono::year_month_day civil(const Date& date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool Date::is_valid() const {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && civil(*this).ok();
}

long Date::days() const { return std::chrono::sys_days(civil(*this)).time_since_epoch().count(); }

Date Date::from_days(long days) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int Date::weekday() const {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(civil(*this))).c_encoding());
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day) return {};
  const Date date{*year, *month, *day};
  if (!date.is_valid()) return {};
  return date;
}

std::string Date::to_iso() const { return format("{:04}-{:02}-{:02}", year, month, day); }

}  // namespace phaen::base
