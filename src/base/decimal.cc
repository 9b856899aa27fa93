// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <array>
#include <charconv>
#include <limits>

namespace phaen::base {
namespace {

using Wide = __int128;  // products and rescalings of 64-bit units never overflow it

constexpr int kMaxDigits = 18;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::optional<Decimal> narrow(Wide units, int scale) {
  if (units > std::numeric_limits<std::int64_t>::max() || units < std::numeric_limits<std::int64_t>::min()) return {};
  return Decimal(static_cast<std::int64_t>(units), scale);
}

Wide divide_half_away(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide half = denominator / 2;
  const Wide rest = numerator % denominator;
  Wide result = numerator / denominator;
  if (rest >= 0 ? rest >= denominator - half : -rest >= denominator - half) result += numerator < 0 ? -1 : 1;
  return result;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Removes thousands commas from an integer part; false when a comma stands elsewhere than before each third digit.
bool strip_commas(std::string_view text, std::string& digits) {
  const auto first = text.find(',');
  if (first == std::string_view::npos) {
    digits = text;
    return true;
  }
  if (first == 0 || first > 3) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool comma_place = i >= first && (i - first) % 4 == 0;
    if ((text[i] == ',') != comma_place) return false;
    if (text[i] != ',') digits += text[i];
  }
  return text.size() >= first + 4 && (text.size() - first) % 4 == 0;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (point != std::string_view::npos && fraction.empty()) return {};
  std::string digits;
  if (!strip_commas(text.substr(0, point), digits) || digits.empty()) return {};
  digits += fraction;
  const auto significant = digits.find_first_not_of('0');
  const std::size_t length = significant == std::string::npos ? 1 : digits.size() - significant;
  if (length > kMaxDigits || fraction.size() > kMaxScale) return {};
  std::int64_t units = 0;
  for (char c : digits) {
    if (!is_digit(c)) return {};
    units = units * 10 + (c - '0');
  }
  return Decimal(negative ? -units : units, static_cast<int>(fraction.size()));
}

std::string Decimal::to_string() const {
  std::array<char, 24> buffer;
  const std::uint64_t magnitude =
      units_ < 0 ? 0 - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude).ptr;
  std::string digits(buffer.data(), end);
  const auto scale = static_cast<std::size_t>(scale_);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
  return units_ < 0 ? "-" + digits : digits;
}

std::optional<Decimal> Decimal::rescaled(int scale) const {
  if (scale >= scale_) return narrow(Wide{units_} * power_of_ten(scale - scale_), scale);
  return narrow(divide_half_away(units_, power_of_ten(scale_ - scale)), scale);
}

double Decimal::to_double() const {
  // Through the shortest text: correctly rounded, where a division by 10^scale may be one unit off.
  const std::string text = to_string();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Decimal> Decimal::sum(Decimal a, Decimal b) {
  const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
  return narrow(Wide{a.units_} * power_of_ten(scale - a.scale_) + Wide{b.units_} * power_of_ten(scale - b.scale_),
                scale);
}

std::optional<Decimal> Decimal::difference(Decimal a, Decimal b) {
  const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
  return narrow(Wide{a.units_} * power_of_ten(scale - a.scale_) - Wide{b.units_} * power_of_ten(scale - b.scale_),
                scale);
}

std::optional<Decimal> Decimal::product(Decimal a, Decimal b) {
  const Wide units = Wide{a.units_} * b.units_;
  const int scale = a.scale_ + b.scale_;
  if (scale <= kMaxScale) return narrow(units, scale);
  return narrow(divide_half_away(units, power_of_ten(scale - kMaxScale)), kMaxScale);
}

std::optional<Decimal> Decimal::quotient(Decimal a, Decimal b, int scale) {
  if (b.is_zero()) return {};
  // a.units/10^a.scale / (b.units/10^b.scale) * 10^scale, kept whole until the one rounding.
  const int shift = scale - a.scale_ + b.scale_;
  Wide numerator = a.units_;
  Wide denominator = b.units_;
  if (shift >= 0) {
    const Wide limit = (Wide{1} << 126) / power_of_ten(shift);
    if (numerator > limit || numerator < -limit) return {};
    numerator *= power_of_ten(shift);
  } else {
    denominator *= power_of_ten(-shift);
  }
  return narrow(divide_half_away(numerator, denominator), scale);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const int scale = scale_ > other.scale_ ? scale_ : other.scale_;
  const Wide mine = Wide{units_} * power_of_ten(scale - scale_);
  const Wide theirs = Wide{other.units_} * power_of_ten(scale - other.scale_);
  return mine <=> theirs;
}

std::optional<Money> add(Money a, Money b) {
  std::int64_t satang = 0;
  if (__builtin_add_overflow(a.satang, b.satang, &satang)) return {};
  return Money{satang};
}

}  // namespace phaen::base
