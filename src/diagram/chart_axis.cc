// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/chart_axis.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "thai/digits.h"
#include "thai/numbers.h"

namespace phaen::diagram {
namespace {

using base::Decimal;

/// mantissa x 10^exponent.
struct Step {
  int mantissa = 1, exponent = 0;
  double value() const { return mantissa * std::pow(10.0, exponent); }
  /// The step taken `count` times; nothing when 64 bits do not hold it.
  std::optional<Decimal> times(std::int64_t count) const {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    std::int64_t factor = mantissa;
    for (int i = 0; i < exponent; ++i) {
      if (factor > kMost / 10) return {};
      factor *= 10;
    }
    if (count != 0 && factor > kMost / std::abs(count)) return {};
    return Decimal(factor * count, std::max(0, -exponent));
  }
};

Step step_for(double range, int most_steps) {
  const double least = range / most_steps;
  Step step;
  step.exponent = std::max(static_cast<int>(std::floor(std::log10(least))), -Decimal::kMaxScale);
  for (const int mantissa : {1, 2, 5}) {
    step.mantissa = mantissa;
    if (step.value() >= least * (1 - 1e-9)) return step;
  }
  step.mantissa = 1;
  ++step.exponent;
  return step;
}

}  // namespace

double Axis::share(Decimal value) const { return std::clamp((value.to_double() - low) / (high - low), 0.0, 1.0); }

Axis nice_axis(Decimal low, Decimal high, int most_steps) {
  const Decimal zero;
  if (low == high) {
    if (low > zero)
      low = zero;
    else if (high < zero)
      high = zero;
    else
      high = Decimal::integer(1);
  }
  const Step step = step_for(high.to_double() - low.to_double(), most_steps);
  auto first = static_cast<std::int64_t>(std::floor(low.to_double() / step.value()));
  auto last = static_cast<std::int64_t>(std::ceil(high.to_double() / step.value()));
  // Doubles may have missed by one; the ticks are compared exactly.
  const auto tick_above = [&](std::int64_t count, Decimal value) {
    const auto tick = step.times(count);
    return tick && *tick > value;
  };
  const auto tick_below = [&](std::int64_t count, Decimal value) {
    const auto tick = step.times(count);
    return tick && *tick < value;
  };
  while (tick_above(first, low)) --first;
  while (tick_below(first + 1, low)) ++first;
  while (tick_below(last, high)) ++last;
  while (tick_above(last - 1, high)) --last;
  last = std::max(last, first + 1);
  Axis axis;
  axis.decimals = std::max(0, -step.exponent);
  axis.low = static_cast<double>(first) * step.value();
  axis.high = static_cast<double>(last) * step.value();
  for (std::int64_t count = first; count <= last; ++count)
    if (const auto tick = step.times(count)) axis.ticks.push_back(*tick);
  return axis;
}

std::string tick_text(Decimal tick, const Axis& axis, bool thai_digits) {
  const std::string text = thai::format_number(tick, axis.decimals);
  return thai_digits ? thai::to_thai_digits(text) : text;
}

}  // namespace phaen::diagram
