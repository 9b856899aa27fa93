// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of the rows of formats.cc. All of them: REQUIRES a value the row accepts, not missing.
#pragma once

#include <optional>
#include <string>

#include "base/record.h"
#include "thai/formats.h"

namespace phaen::thai::functions {

using base::Decimal;
using base::Value;

// --- the number of a worksheet cell ---------------------------------------------------------------------------------
/// The number as it is; money in baht. Nothing for what is no number.
std::optional<Decimal> plain_number(const Value& value);
std::optional<Decimal> million_number(const Value& value);
/// The Buddhist-era year of a year or a date.
std::optional<Decimal> year_number(const Value& value);
std::optional<Decimal> common_year_number(const Value& value);
std::optional<Decimal> fiscal_year_number(const Value& value);
std::optional<Decimal> quarter_number_of(const Value& value);

// --- text -----------------------------------------------------------------------------------------------------------
std::string text(const Value& value, const FormatOptions& options);
std::string thai_digits(const Value& value, const FormatOptions& options);
std::string arabic_digits(const Value& value, const FormatOptions& options);
std::string yes_no(const Value& value, const FormatOptions& options);
std::string yes_no_words(const Value& value, const FormatOptions& options);
std::string letter(const Value& value, const FormatOptions& options);

// --- numbers --------------------------------------------------------------------------------------------------------
/// All decimals the value has.
std::string number(const Value& value, const FormatOptions& options);
std::string number_0(const Value& value, const FormatOptions& options);
std::string number_1(const Value& value, const FormatOptions& options);
std::string number_2(const Value& value, const FormatOptions& options);
std::string number_4(const Value& value, const FormatOptions& options);
std::string number_plain(const Value& value, const FormatOptions& options);
std::string million_2(const Value& value, const FormatOptions& options);
std::string million_4(const Value& value, const FormatOptions& options);
std::string percent_sign(const Value& value, const FormatOptions& options);
std::string percent_words(const Value& value, const FormatOptions& options);
std::string baht_words(const Value& value, const FormatOptions& options);
std::string number_words(const Value& value, const FormatOptions& options);

// --- years and dates ------------------------------------------------------------------------------------------------
std::string year(const Value& value, const FormatOptions& options);
std::string year_short(const Value& value, const FormatOptions& options);
std::string era(const Value& value, const FormatOptions& options);
std::string common_era(const Value& value, const FormatOptions& options);
std::string fiscal_year(const Value& value, const FormatOptions& options);
std::string year_range_text(const Value& value, const FormatOptions& options);
std::string year_range_dense(const Value& value, const FormatOptions& options);
std::string year_range_two_figures(const Value& value, const FormatOptions& options);
std::string long_date(const Value& value, const FormatOptions& options);
std::string medium_date(const Value& value, const FormatOptions& options);
std::string short_date(const Value& value, const FormatOptions& options);
std::string numeric_date(const Value& value, const FormatOptions& options);
std::string iso_date(const Value& value, const FormatOptions& options);
std::string weekday_date(const Value& value, const FormatOptions& options);
std::string weekday_date_long(const Value& value, const FormatOptions& options);
std::string month_year(const Value& value, const FormatOptions& options);
std::string month_year_short(const Value& value, const FormatOptions& options);
std::string quarter(const Value& value, const FormatOptions& options);
std::string quarter_digit(const Value& value, const FormatOptions& options);

}  // namespace phaen::thai::functions
