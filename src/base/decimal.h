// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phaen::base {

/// An exact decimal number: units x 10^-scale. 5 and 5.00 compare equal but print differently: the scale is the
/// precision the source wrote, and it is kept.
class Decimal {
 public:
  static constexpr int kMaxScale = 12;

  constexpr Decimal() = default;
  /// REQUIRES: 0 <= scale <= kMaxScale.
  constexpr Decimal(std::int64_t units, int scale) : units_(units), scale_(static_cast<std::int16_t>(scale)) {}
  static constexpr Decimal integer(std::int64_t value) { return {value, 0}; }

  /// Reads `-1234.50`; also thousands commas if they stand at the right places (`9,981.97`).
  /// Nothing on any other text, on overflow of 18 digits or on more than kMaxScale decimals.
  static std::optional<Decimal> parse(std::string_view text);

  constexpr std::int64_t units() const { return units_; }
  constexpr int scale() const { return scale_; }
  constexpr bool is_zero() const { return units_ == 0; }
  constexpr bool is_negative() const { return units_ < 0; }

  /// All decimals of the scale, no thousands commas, ASCII: `-1234.50`.
  std::string to_string() const;
  /// The same value at another scale; a smaller scale rounds half away from zero. Nothing when it overflows.
  std::optional<Decimal> rescaled(int scale) const;
  /// The nearest double, for worksheet cells and drawings only.
  double to_double() const;

  /// Exact results; nothing on overflow. The scale of a sum is the larger scale, of a product the sum of scales
  /// (rounded back to kMaxScale when larger).
  static std::optional<Decimal> sum(Decimal a, Decimal b);
  static std::optional<Decimal> difference(Decimal a, Decimal b);
  static std::optional<Decimal> product(Decimal a, Decimal b);
  /// a / b rounded half away from zero to `scale` decimals. Nothing when b is zero or on overflow.
  static std::optional<Decimal> quotient(Decimal a, Decimal b, int scale);

  /// By value: 5 == 5.00.
  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }

 private:
  std::int64_t units_ = 0;
  std::int16_t scale_ = 0;
};

/// Money in satang (1 baht = 100 satang). Never a floating-point number.
struct Money {
  std::int64_t satang = 0;
  auto operator<=>(const Money&) const = default;
  static constexpr Money baht(std::int64_t baht) { return {baht * 100}; }
  Decimal to_baht() const { return {satang, 2}; }
};

/// The sum, or nothing on overflow of 64 bits.
std::optional<Money> add(Money a, Money b);

}  // namespace phaen::base
