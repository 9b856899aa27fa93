// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/record.h"

namespace phaen::thai {

/// What stands in a cell that has no value: nothing (form จ.1), `-` (budget documents) or `—`.
enum class NilStyle { Blank, Hyphen, Dash };
/// Whether an amount of exactly zero is printed as a figure or, as the forms of plans do, like a cell without a value.
enum class ZeroStyle { Figure, Nil };
/// `-1,234` or `(1,234)`.
enum class NegativeStyle { Minus, Brackets };

std::string_view nil_text(NilStyle style);

/// Thousands commas in a plain number (`-1234567.50` becomes `-1,234,567.50`). REQUIRES: an optional minus, digits and
/// optionally a point with digits.
std::string group_thousands(std::string_view number);

/// All decimals the number has, with thousands commas.
std::string format_number(base::Decimal number, NegativeStyle negative = NegativeStyle::Minus);
/// Exactly `decimals` decimals, rounded half away from zero. A number that rounds to zero has no sign.
std::string format_number(base::Decimal number, int decimals, NegativeStyle negative = NegativeStyle::Minus);

/// Baht rounded to whole baht, or to `decimals` (0 or 2) decimals.
std::string format_baht(base::Money money, int decimals = 0, NegativeStyle negative = NegativeStyle::Minus);
/// Million baht, rounded once from the satang: 23.7166 for 23,716,600.00 baht.
std::string format_million_baht(base::Money money, int decimals = 4, NegativeStyle negative = NegativeStyle::Minus);

/// A KPI value as forms print it: `9,981.97`, `1:3,366`, `5 – 7`, or its text as written.
std::string format_quantity(const base::Quantity& quantity, NegativeStyle negative = NegativeStyle::Minus);

/// Whether the unit is said before its figure, as `ร้อยละ 25` and `สัดส่วน 1:2,000` are and `36 วัน` is not. Templates
/// keep the same rule in `parts/with-unit.xml`.
bool unit_comes_first(std::string_view unit);
/// A printed figure with its unit in that order; without either of them, the figure alone.
std::string with_unit(const std::string& figure, std::string_view unit);
/// A word before with_unit(): `จากร้อยละ 84`, but `จาก 45 ล้านบาท`.
std::string before_figure(std::string_view word, std::string_view unit);

}  // namespace phaen::thai
