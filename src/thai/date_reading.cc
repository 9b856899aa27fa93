// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/date_reading.h"

#include <algorithm>
#include <optional>
#include <string>

#include "thai/calendar.h"
#include "thai/diagnostics.h"
#include "thai/digits.h"

namespace phaen::thai {
namespace {

using base::Date;
using base::Failure;
using base::Position;
using base::Result;

enum class Era { Unsaid, Buddhist, Common };

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

// A position in text whose digits are Arabic. Every take_ function skips blanks first and moves on only on success.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() {
    skip_blanks();
    return rest_.empty();
  }
  bool take(std::string_view word) {
    skip_blanks();
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  bool take_any_of(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return take(word); });
  }
  std::optional<Number> take_number() {
    skip_blanks();
    std::size_t n = 0;
    while (n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') ++n;
    if (n == 0 || n > 4) return {};
    Number number{0, n};
    for (char digit : rest_.substr(0, n)) number.value = number.value * 10 + (digit - '0');
    rest_.remove_prefix(n);
    return number;
  }

 private:
  void skip_blanks() {
    while (take_raw(" ") || take_raw("\t") || take_raw("\u00A0")) {
    }
  }
  bool take_raw(std::string_view blank) {
    if (!rest_.starts_with(blank)) return false;
    rest_.remove_prefix(blank.size());
    return true;
  }
  std::string_view rest_;
};

struct Parts {
  int day = 0, month = 0;
  Number year;
  Era era = Era::Unsaid;
  std::optional<int> weekday;
};

std::string without_points(std::string_view text) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), '.'), out.end());
  return out;
}

// The full name first: กันยายน would otherwise never be read past กย.
std::optional<int> take_month(Reader& reader) {
  for (int month = 1; month <= 12; ++month)
    if (reader.take(month_name(month))) return month;
  for (int month = 1; month <= 12; ++month) {
    const std::string_view abbreviation = month_abbreviation(month);
    if (reader.take(abbreviation) || reader.take(abbreviation.substr(0, abbreviation.size() - 1)) ||
        reader.take(without_points(abbreviation)))
      return month;
  }
  return {};
}

Era take_era(Reader& reader) {
  if (reader.take_any_of({"พ.ศ.", "พ.ศ", "พศ.", "พศ", "พุทธศักราช"})) return Era::Buddhist;
  if (reader.take_any_of({"ค.ศ.", "ค.ศ", "คศ.", "คศ", "คริสต์ศักราช"})) return Era::Common;
  return Era::Unsaid;
}

std::optional<int> take_weekday(Reader& reader) {
  for (int weekday = 0; weekday < 7; ++weekday)
    if (reader.take(weekday_name(weekday))) return weekday;
  if (reader.take("พฤหัส")) return 4;
  return {};
}

// `วันจันทร์ที่ 9 เดือน พ.ย. พ.ศ. 2561`, most of it optional.
std::optional<Parts> read_words(std::string_view text) {
  Reader reader(text);
  Parts parts;
  reader.take("วัน");
  parts.weekday = take_weekday(reader);
  reader.take("ที่");
  const auto day = reader.take_number();
  reader.take("เดือน");
  const auto month = take_month(reader);
  reader.take("ปี");
  parts.era = take_era(reader);
  const auto year = reader.take_number();
  if (!day || day->digits > 2 || !month || !year || !reader.at_end()) return {};
  parts.day = day->value;
  parts.month = *month;
  parts.year = *year;
  return parts;
}

// A time of midnight: how a worksheet's date without a time is often written.
bool take_midnight(Reader& reader) {
  if (reader.at_end()) return true;
  reader.take("T");
  if (!reader.take("00:00")) return false;
  if (reader.take(":00")) reader.take_any_of({".000000", ".000", ".0"});
  reader.take("Z");
  return reader.at_end();
}

// Day, month and year between equal separators; a four-digit first number is a year.
std::optional<Parts> read_numbers(std::string_view text) {
  Reader reader(text);
  const auto first = reader.take_number();
  const char* separator = reader.take("/") ? "/" : reader.take("-") ? "-" : reader.take(".") ? "." : nullptr;
  if (!first || separator == nullptr) return {};
  const auto month = reader.take_number();
  if (!month || month->digits > 2 || !reader.take(separator)) return {};
  const auto last = reader.take_number();
  if (!last || !take_midnight(reader)) return {};
  const bool year_first = first->digits == 4;
  const Number day = year_first ? *last : *first;
  const Number year = year_first ? *first : *last;
  if (day.digits > 2) return {};
  return Parts{day.value, month->value, year, Era::Unsaid, {}};
}

bool is_buddhist(int year) { return year >= kFirstYear && year <= kLastYear; }

// The common-era year, or nothing when the number is a year of neither era.
std::optional<int> common_year(Number year, Era era) {
  if (year.digits == 2 && era != Era::Common) return to_common_year(2500 + year.value);
  if (year.digits != 4) return {};
  if (era != Era::Common && is_buddhist(year.value)) return to_common_year(year.value);
  if (era != Era::Buddhist && is_buddhist(to_buddhist_year(year.value))) return year.value;
  return {};
}

std::string tidy(std::string_view text) { return to_arabic_digits(text); }

}  // namespace

Result<Date> parse_date(std::string_view text, const Position& where) {
  const std::string arabic = tidy(text);
  auto parts = read_numbers(arabic);
  if (!parts) parts = read_words(arabic);
  if (!parts) return Failure(diagnostics::not_a_date(text, where));
  const auto year = common_year(parts->year, parts->era);
  if (!year) return Failure(diagnostics::implausible_year(text, where));
  const Date date{*year, parts->month, parts->day};
  if (!date.is_valid()) return Failure(diagnostics::no_such_day(text, where));
  if (parts->weekday && *parts->weekday != date.weekday())
    return Failure(diagnostics::wrong_weekday(text, weekday_name(date.weekday()), where));
  return date;
}

Result<int> parse_year(std::string_view text, const Position& where) {
  const std::string arabic = tidy(text);
  Reader reader(arabic);
  if (reader.take("ปี")) reader.take("งบประมาณ");
  const Era era = take_era(reader);
  const auto number = reader.take_number();
  if (!number || !reader.at_end()) return Failure(diagnostics::not_a_year(text, where));
  const auto year = common_year(*number, era);
  if (!year) return Failure(diagnostics::implausible_year(text, where));
  return to_buddhist_year(*year);
}

std::optional<Quarter> parse_quarter(std::string_view text) {
  const std::string arabic = tidy(text);
  Reader reader(arabic);
  const bool named = reader.take_any_of({"ไตรมาสที่", "ไตรมาส", "Q", "q"});
  const auto first = reader.take_number();
  if (!first) return {};
  const bool separated = reader.take_any_of({"/", "-"});
  const bool quarter_follows = !named && reader.take_any_of({"ไตรมาสที่", "ไตรมาส", "Q", "q"});
  if (reader.take("ปี")) reader.take("งบประมาณ");
  const Era era = take_era(reader);
  const auto second = reader.take_number();
  if (!second || !reader.at_end() || !(named || separated || quarter_follows)) return {};
  const bool year_first = first->digits == 4;
  const Number number = year_first ? *second : *first;
  const auto year = common_year(year_first ? *first : *second, era);
  if (!year || number.digits != 1 || number.value < 1 || number.value > 4) return {};
  return Quarter{to_buddhist_year(*year), number.value};
}

}  // namespace phaen::thai
