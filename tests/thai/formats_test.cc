// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/formats.h"

#include <doctest/doctest.h>

#include <charconv>
#include <set>
#include <stdexcept>
#include <string>

#include "thai/digits.h"

using namespace phaen;
using base::FieldType;
using base::Value;
using thai::CellKind;
using thai::FormatOptions;
using thai::NegativeStyle;
using thai::NilStyle;
using thai::ZeroStyle;

namespace {

constexpr FieldType kAllTypes[] = {FieldType::Text,   FieldType::Code,      FieldType::Integer, FieldType::Decimal,
                                   FieldType::Money,  FieldType::Date,      FieldType::Year,    FieldType::Boolean,
                                   FieldType::Choice, FieldType::Reference, FieldType::Quantity};

Value read(FieldType type, std::string_view text) {
  switch (type) {
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Choice:
    case FieldType::Reference: return std::string(text);
    case FieldType::Integer:
    case FieldType::Year: return base::Decimal::parse(text).value().units();
    case FieldType::Decimal: return base::Decimal::parse(text).value();
    case FieldType::Money: return base::Money{base::Decimal::parse(text)->rescaled(2).value().units()};
    case FieldType::Date: return base::Date::parse_iso(text).value();
    case FieldType::Boolean: return text == "true";
    case FieldType::Quantity: return base::Quantity::parse(text).value();
  }
  return base::Missing{};
}

std::string print(std::string_view name, const Value& value, const FormatOptions& options = {}) {
  const thai::Format* format = thai::find_format(name);
  REQUIRE(format != nullptr);
  return thai::format_value(*format, value, options);
}

std::string cell(std::string_view name, const Value& value, const FormatOptions& options = {}) {
  return thai::excel_number_format(*thai::find_format(name), value, options);
}

}  // namespace

TEST_CASE("every format prints each of its examples as the table says") {
  for (const thai::Format& format : thai::formats()) {
    CAPTURE(std::string(format.name));
    CHECK_FALSE(format.examples().empty());
    for (const thai::FormatExample& example : format.examples()) {
      CAPTURE(std::string(example.input));
      const Value value = read(example.type, example.input);
      CHECK(format.accepts.contains(example.type));
      CHECK(base::canonical_text(value) == example.input);
      CHECK(thai::format_value(format, value) == example.output);
    }
  }
}

TEST_CASE("every row of the table is complete and its name is its own") {
  std::set<std::string_view> names;
  for (const thai::Format& format : thai::formats()) {
    CAPTURE(std::string(format.name));
    CHECK(names.insert(format.name).second);
    CHECK_FALSE(format.th.empty());
    CHECK_FALSE(format.en.empty());
    CHECK_FALSE(format.excel.empty());
    CHECK(bool(format.apply));
    CHECK((format.number != nullptr) == (format.cell == CellKind::Number));
    CHECK((format.excel == "@") == (format.cell == CellKind::Text));
    CHECK(thai::find_format(format.name) == &format);
  }
  CHECK(thai::format_names().size() == thai::formats().size());
  CHECK(thai::find_format("bath") == nullptr);
}

TEST_CASE("every type of field has a default format that accepts it") {
  for (FieldType type : kAllTypes) CHECK(thai::default_format(type).accepts.contains(type));
  CHECK(thai::default_format(FieldType::Money).name == "baht");
  CHECK(thai::default_format(FieldType::Year).name == "year");
}

TEST_CASE("each format prints any value of each type it accepts, and refuses the others") {
  for (const thai::Format& format : thai::formats())
    for (FieldType type : kAllTypes) {
      const char* text = type == FieldType::Date ? "2024-02-29" : type == FieldType::Boolean ? "true" : "2566";
      const Value value = read(type, text);
      CAPTURE(std::string(format.name));
      if (thai::accepts(format, value)) {
        CHECK_FALSE(thai::format_value(format, value).empty());
      } else {
        CHECK_FALSE(format.accepts.contains(type));
        CHECK_THROWS_AS(thai::format_value(format, value), std::logic_error);
      }
    }
}

TEST_CASE("a format that leaves digits to the document gives Arabic digits") {
  for (const thai::Format& format : thai::formats())
    if (format.digits == thai::DigitRule::ByDocument)
      for (const thai::FormatExample& example : format.examples())
        CHECK(thai::to_arabic_digits(example.output) == example.output);
}

TEST_CASE("a missing value is the nil text and nothing else, in every format") {
  for (const thai::Format& format : thai::formats()) {
    CHECK(thai::format_value(format, base::Missing{}, {.nil = NilStyle::Blank}).empty());
    CHECK(thai::format_value(format, base::Missing{}, {.nil = NilStyle::Hyphen}) == "-");
    CHECK(thai::format_value(format, base::Missing{}, {.nil = NilStyle::Dash}) == "—");
  }
}

TEST_CASE("zero is a figure unless the form prints it as nil") {
  CHECK(print("baht", base::Money{0}) == "0");
  CHECK(print("baht", base::Money{0}, {.nil = NilStyle::Blank, .zero = ZeroStyle::Nil}).empty());
  CHECK(print("million-baht", base::Money{0}, {.zero = ZeroStyle::Nil}) == "-");
  CHECK(print("baht", base::Money{1}, {.zero = ZeroStyle::Nil}) == "0");
}

TEST_CASE("negative numbers stand in brackets when the table asks for it") {
  const FormatOptions brackets{.negative = NegativeStyle::Brackets};
  CHECK(print("baht2", base::Money{-123450}, brackets) == "(1,234.50)");
  CHECK(print("percent", base::Decimal(-125, 1), brackets) == "(12.50)%");
  CHECK(print("million-baht", base::Money::baht(-538800), brackets) == "(0.5388)");
  CHECK(print("baht2", base::Money{123450}, brackets) == "1,234.50");
}

TEST_CASE("the extremes of 64 bits print exactly") {
  CHECK(print("baht2", base::Money{INT64_MIN}) == "-92,233,720,368,547,758.08");
  CHECK(print("million-baht", base::Money{INT64_MAX}) == "92,233,720,368.5478");
  CHECK(print("decimal4", INT64_MAX) == "9,223,372,036,854,775,807.0000");
  CHECK(print("baht-words", base::Money{INT64_MIN}).starts_with("ลบเก้าหมื่น"));
}

TEST_CASE("a worksheet cell gets the number in the unit of the format") {
  CHECK(thai::find_format("million-baht")->number(base::Money{2371660000})->to_string() == "23.71660000");
  CHECK(thai::find_format("baht")->number(base::Money{2371660000})->to_string() == "23716600.00");
  CHECK(thai::find_format("era")->number(base::Date{2018, 11, 9})->to_string() == "2561");
  CHECK(thai::find_format("common-era")->number(std::int64_t{2566})->to_string() == "2023");
}

TEST_CASE("the number format of a cell has the sections that its options need") {
  const base::Money amount{100};
  CHECK(cell("baht", amount) == "#,##0");
  CHECK(cell("baht", amount, {.negative = NegativeStyle::Brackets}) == "#,##0;(#,##0)");
  CHECK(cell("baht", amount, {.nil = NilStyle::Blank, .zero = ZeroStyle::Nil}) == "#,##0;-#,##0;");
  CHECK(cell("baht", amount, {.nil = NilStyle::Dash, .zero = ZeroStyle::Nil}) == "#,##0;-#,##0;\"—\"");
  CHECK(cell("percent", base::Decimal(5, 0)) == "#,##0.00\"%\"");
  CHECK(cell("percent-words", base::Decimal(5, 0)) == "\"ร้อยละ \"#,##0.00;\"ร้อยละ \"-#,##0.00");
  CHECK(cell("decimal", base::Decimal(12345, 3)) == "#,##0.000");
  CHECK(cell("decimal", base::Decimal(12345, 0)) == "#,##0");
  CHECK(cell("date-long", base::Date{2026, 10, 1}) == "[$-107041E]d mmmm yyyy");
  CHECK(cell("text", std::string("x")) == "@");
}

TEST_CASE("a KPI value that is no number is a text cell") {
  const thai::Format& format = *thai::find_format("quantity");
  CHECK(thai::cell_kind(format, *base::Quantity::parse("12.5")) == CellKind::Number);
  CHECK(thai::cell_kind(format, *base::Quantity::parse("1:3366")) == CellKind::Text);
  CHECK(thai::cell_kind(format, base::Missing{}) == CellKind::Text);
  CHECK(cell("quantity", *base::Quantity::parse("1:3366")) == "@");
  CHECK(cell("quantity", *base::Quantity::parse("12.5")) == "#,##0.0");
}
