// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/numbers.h"

#include <algorithm>

#include "base/format.h"

namespace phaen::thai {
namespace {

constexpr int kSatangScale = 2;           // satang are hundredths of a baht
constexpr int kSatangOfMillionScale = 8;  // and 10^-8 of a million baht

std::string sign(std::string number, NegativeStyle negative) {
  if (number.empty() || number.front() != '-' || negative == NegativeStyle::Minus) return number;
  number.front() = '(';
  return number + ')';
}

// A longer scale may overflow 64 bits where the number itself does not: then zeros are written instead.
std::string fixed(base::Decimal number, int decimals) {
  if (const auto rescaled = number.rescaled(decimals)) return rescaled->to_string();
  std::string text = number.to_string();
  if (number.scale() == 0) text += '.';
  return text.append(static_cast<std::size_t>(decimals - number.scale()), '0');
}

}  // namespace

std::string_view nil_text(NilStyle style) {
  switch (style) {
    case NilStyle::Blank: return "";
    case NilStyle::Hyphen: return "-";
    case NilStyle::Dash: return "—";
  }
  return "";
}

std::string group_thousands(std::string_view number) {
  const std::size_t first = !number.empty() && number.front() == '-' ? 1 : 0;
  const std::size_t end = std::min(number.find('.'), number.size());
  std::string out(number.substr(0, first));
  for (std::size_t i = first; i < end; ++i) {
    if (i > first && (end - i) % 3 == 0) out += ',';
    out += number[i];
  }
  return out.append(number.substr(end));
}

std::string format_number(base::Decimal number, NegativeStyle negative) {
  return format_number(number, number.scale(), negative);
}

std::string format_number(base::Decimal number, int decimals, NegativeStyle negative) {
  return sign(group_thousands(fixed(number, decimals)), negative);
}

std::string format_baht(base::Money money, int decimals, NegativeStyle negative) {
  return format_number(base::Decimal(money.satang, kSatangScale), decimals, negative);
}

std::string format_million_baht(base::Money money, int decimals, NegativeStyle negative) {
  return format_number(base::Decimal(money.satang, kSatangOfMillionScale), decimals, negative);
}

std::string format_quantity(const base::Quantity& quantity, NegativeStyle negative) {
  using Kind = base::Quantity::Kind;
  switch (quantity.kind()) {
    case Kind::Number: return format_number(quantity.first(), negative);
    case Kind::Ratio:
      return format_number(quantity.first(), negative) + ":" + format_number(quantity.second(), negative);
    case Kind::Range:
      return format_number(quantity.first(), negative) + " – " + format_number(quantity.second(), negative);
    case Kind::Text: return std::string(quantity.text());
  }
  return std::string(quantity.text());
}

bool unit_comes_first(std::string_view unit) { return unit == "ร้อยละ" || unit == "สัดส่วน"; }

std::string with_unit(const std::string& figure, std::string_view unit) {
  if (figure.empty() || unit.empty()) return figure;
  return unit_comes_first(unit) ? base::format("{} {}", unit, figure) : base::format("{} {}", figure, unit);
}

std::string before_figure(std::string_view word, std::string_view unit) {
  return std::string(word) + (unit_comes_first(unit) ? "" : " ");
}

}  // namespace phaen::thai
