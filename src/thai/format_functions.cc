// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/format_functions.h"

#include <utility>

#include "base/format.h"
#include "thai/baht_text.h"
#include "thai/calendar.h"
#include "thai/date_reading.h"
#include "thai/digits.h"
#include "thai/letters.h"

namespace phaen::thai::functions {
namespace {

using base::Date;
using base::Money;
using base::Quantity;

constexpr int kMillionExponent = 6;

const Date& date(const Value& value) { return std::get<Date>(value); }

// A Quantity that is a pair or a text prints as forms write it, whatever the decimals of the format.
std::string fixed(const Value& value, int decimals, const FormatOptions& options) {
  if (const auto* quantity = std::get_if<Quantity>(&value); quantity && quantity->kind() != Quantity::Kind::Number)
    return format_quantity(*quantity, options.negative);
  return format_number(plain_number(value).value(), decimals, options.negative);
}

std::string million(const Value& value, int decimals, const FormatOptions& options) {
  return format_number(million_number(value).value(), decimals, options.negative);
}

int year_of(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<int>(*number);
  return to_buddhist_year(date(value).year);
}

std::optional<std::pair<int, int>> years_of_text(const std::string& text) {
  const std::string arabic = to_arabic_digits(text);
  for (const std::string_view separator : {"..", "–", "-"}) {
    const auto at = arabic.find(separator);
    if (at == std::string::npos) continue;
    const auto first = parse_year(arabic.substr(0, at)), last = parse_year(arabic.substr(at + separator.size()));
    if (first && last) return std::pair{*first, *last};
  }
  return {};
}

std::optional<int> whole(Decimal number) {
  const auto integer = number.rescaled(0);
  if (!integer || *integer != number || integer->units() < kFirstYear || integer->units() > kLastYear) return {};
  return static_cast<int>(integer->units());
}

// The two years of a range, `2566..2570` or text such as `พ.ศ. 2566 – 2570`.
std::optional<std::pair<int, int>> years_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return years_of_text(*text);
  const auto& quantity = std::get<Quantity>(value);
  if (quantity.kind() == Quantity::Kind::Text) return years_of_text(quantity.text());
  if (quantity.kind() != Quantity::Kind::Range) return {};
  const auto first = whole(quantity.first()), last = whole(quantity.second());
  if (!first || !last) return {};
  return std::pair{*first, *last};
}

template <typename Print>
std::string years(const Value& value, const FormatOptions& options, Print print) {
  const auto range = years_of(value);
  return range ? print(range->first, range->second) : text(value, options);
}

std::optional<Quarter> quarter_in(const Value& value) {
  if (const auto* day = std::get_if<Date>(&value)) return quarter_of(*day);
  if (const auto* written = std::get_if<std::string>(&value)) return parse_quarter(*written);
  return {};
}

}  // namespace

std::optional<Decimal> plain_number(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return Decimal::integer(*integer);
  if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
  if (const auto* money = std::get_if<Money>(&value)) return money->to_baht();
  if (const auto* quantity = std::get_if<Quantity>(&value); quantity && quantity->kind() == Quantity::Kind::Number)
    return quantity->first();
  return {};
}

std::optional<Decimal> million_number(const Value& value) {
  const auto baht = plain_number(value);
  if (!baht) return {};
  if (baht->scale() + kMillionExponent <= Decimal::kMaxScale)
    return Decimal(baht->units(), baht->scale() + kMillionExponent);
  return Decimal(baht->rescaled(kMillionExponent).value().units(), Decimal::kMaxScale);
}

std::optional<Decimal> year_number(const Value& value) { return Decimal::integer(year_of(value)); }
std::optional<Decimal> common_year_number(const Value& value) {
  return Decimal::integer(to_common_year(year_of(value)));
}
std::optional<Decimal> fiscal_year_number(const Value& value) {
  if (const auto* day = std::get_if<Date>(&value)) return Decimal::integer(fiscal_year_of(*day));
  return year_number(value);
}
std::optional<Decimal> quarter_number_of(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return Decimal::integer(*integer);
  const auto found = quarter_in(value);
  if (!found) return {};
  return Decimal::integer(found->number);
}

std::string text(const Value& value, const FormatOptions& options) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) return format_quantity(*quantity, options.negative);
  if (const auto* day = std::get_if<Date>(&value)) return date_long(*day);
  if (const auto* money = std::get_if<Money>(&value))
    return format_baht(*money, money->satang % 100 == 0 ? 0 : 2, options.negative);
  if (const auto* decimal = std::get_if<Decimal>(&value)) return format_number(*decimal, options.negative);
  return base::canonical_text(value);
}

std::string thai_digits(const Value& value, const FormatOptions& options) {
  return to_thai_digits(text(value, options));
}
std::string arabic_digits(const Value& value, const FormatOptions& options) {
  return to_arabic_digits(text(value, options));
}
std::string yes_no(const Value& value, const FormatOptions&) { return std::get<bool>(value) ? "☑" : "☐"; }
std::string yes_no_words(const Value& value, const FormatOptions&) { return std::get<bool>(value) ? "ใช่" : "ไม่ใช่"; }
std::string letter(const Value& value, const FormatOptions& options) {
  return list_letter(std::get<std::int64_t>(value)).value_or(text(value, options));
}

std::string number(const Value& value, const FormatOptions& options) {
  const auto exact = plain_number(value);
  return fixed(value, exact ? exact->scale() : 0, options);
}
std::string number_0(const Value& value, const FormatOptions& options) { return fixed(value, 0, options); }
std::string number_1(const Value& value, const FormatOptions& options) { return fixed(value, 1, options); }
std::string number_2(const Value& value, const FormatOptions& options) { return fixed(value, 2, options); }
std::string number_4(const Value& value, const FormatOptions& options) { return fixed(value, 4, options); }
std::string number_plain(const Value& value, const FormatOptions&) { return base::canonical_text(value); }
std::string million_2(const Value& value, const FormatOptions& options) { return million(value, 2, options); }
std::string million_4(const Value& value, const FormatOptions& options) { return million(value, 4, options); }
std::string percent_sign(const Value& value, const FormatOptions& options) {
  return plain_number(value) ? fixed(value, 2, options) + "%" : text(value, options);
}
std::string percent_words(const Value& value, const FormatOptions& options) {
  return plain_number(value) ? "ร้อยละ " + fixed(value, 2, options) : text(value, options);
}

std::string baht_words(const Value& value, const FormatOptions&) {
  const Decimal baht = plain_number(value).value();
  if (const auto satang = baht.rescaled(2)) return baht_in_words(Money{satang->units()});
  return number_in_words(baht.rescaled(0).value().units()) + "บาทถ้วน";
}
std::string number_words(const Value& value, const FormatOptions&) {
  return number_in_words(std::get<std::int64_t>(value));
}

std::string year(const Value& value, const FormatOptions&) { return base::format("{}", year_of(value)); }
std::string year_short(const Value& value, const FormatOptions&) { return base::format("{:02}", year_of(value) % 100); }
std::string era(const Value& value, const FormatOptions&) { return year_of_era(year_of(value)); }
std::string common_era(const Value& value, const FormatOptions&) {
  return base::format("ค.ศ. {}", to_common_year(year_of(value)));
}
std::string fiscal_year(const Value& value, const FormatOptions&) {
  return "ปีงบประมาณ พ.ศ. " + fiscal_year_number(value).value().to_string();
}
std::string year_range_text(const Value& value, const FormatOptions& options) {
  return years(value, options, [](int first, int last) { return year_range(first, last); });
}
std::string year_range_dense(const Value& value, const FormatOptions& options) {
  return years(value, options, [](int first, int last) { return year_range_compact(first, last); });
}
std::string year_range_two_figures(const Value& value, const FormatOptions& options) {
  return years(value, options, [](int first, int last) { return year_range_short(first, last); });
}

std::string long_date(const Value& value, const FormatOptions&) { return date_long(date(value)); }
std::string medium_date(const Value& value, const FormatOptions&) { return date_medium(date(value)); }
std::string short_date(const Value& value, const FormatOptions&) { return date_short(date(value)); }
std::string numeric_date(const Value& value, const FormatOptions&) { return date_numeric(date(value)); }
std::string iso_date(const Value& value, const FormatOptions&) { return date(value).to_iso(); }
std::string weekday_date(const Value& value, const FormatOptions&) {
  return date_with_weekday(date(value), DateStyle::Short);
}
std::string weekday_date_long(const Value& value, const FormatOptions&) {
  return date_with_weekday(date(value), DateStyle::Long);
}
std::string month_year(const Value& value, const FormatOptions&) {
  return month_and_year(date(value), DateStyle::Long);
}
std::string month_year_short(const Value& value, const FormatOptions&) {
  return month_and_year(date(value), DateStyle::Short);
}
std::string quarter(const Value& value, const FormatOptions& options) {
  if (const auto found = quarter_in(value)) return quarter_label(*found);
  if (std::holds_alternative<std::int64_t>(value)) return "ไตรมาสที่ " + text(value, options);
  return text(value, options);
}
std::string quarter_digit(const Value& value, const FormatOptions& options) {
  const auto found = quarter_number_of(value);
  return found ? found->to_string() : text(value, options);
}

}  // namespace phaen::thai::functions
