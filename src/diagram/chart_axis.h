// SPDX-License-Identifier: GPL-3.0-or-later
// The value axis: round steps of 1, 2 or 5 times a power of ten, counted exactly.
#pragma once

#include <string>
#include <vector>

#include "base/decimal.h"

namespace phaen::diagram {

struct Axis {
  std::vector<base::Decimal> ticks;  ///< rising, on multiples of the step; those 64 bits can hold
  int decimals = 0;                  ///< that tick labels show
  double low = 0, high = 1;          ///< where the axis begins and ends: low < high
  /// Where a value stands: 0 at the low end, 1 at the high one; values beyond stand at the end.
  double share(base::Decimal value) const;
};

/// An axis from at or below `low` to at or above `high` in at most `most_steps` steps (and one at each end).
/// REQUIRES: low <= high, most_steps >= 1. Equal ends are widened to zero, or to one when both are zero.
Axis nice_axis(base::Decimal low, base::Decimal high, int most_steps);

/// `1,500`; digits of the document's kind.
std::string tick_text(base::Decimal tick, const Axis& axis, bool thai_digits);

}  // namespace phaen::diagram
