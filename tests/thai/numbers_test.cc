// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/numbers.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace phaen;
using base::Decimal;
using base::Money;
using thai::NegativeStyle;

TEST_CASE("thousands commas stand before each third digit of the whole part only") {
  CHECK(thai::group_thousands("0") == "0");
  CHECK(thai::group_thousands("999") == "999");
  CHECK(thai::group_thousands("1000") == "1,000");
  CHECK(thai::group_thousands("-100") == "-100");
  CHECK(thai::group_thousands("-1234567.12345") == "-1,234,567.12345");
}

TEST_CASE("a formatted decimal reads back to the same value") {
  std::mt19937_64 random(5);
  for (int round = 0; round < 20000; ++round) {
    const auto units = static_cast<std::int64_t>(random() >> (random() % 50 + 5)) % 1'000'000'000'000'000'000;
    const Decimal number(random() % 2 == 0 ? units : -units, static_cast<int>(random() % 13));
    const auto back = Decimal::parse(thai::format_number(number));
    REQUIRE(back);
    REQUIRE(back->units() == number.units());
    REQUIRE(back->scale() == number.scale());
  }
}

TEST_CASE("million baht are rounded once, half away from zero, from the satang") {
  CHECK(thai::format_million_baht(Money::baht(23716600)) == "23.7166");
  CHECK(thai::format_million_baht(Money{4999}) == "0.0000");
  CHECK(thai::format_million_baht(Money{5000}) == "0.0001");
  CHECK(thai::format_million_baht(Money{-5000}) == "-0.0001");
  CHECK(thai::format_million_baht(Money{-4999}) == "0.0000");
  CHECK(thai::format_million_baht(Money::baht(538800)) == "0.5388");
  CHECK(thai::format_million_baht(Money{INT64_MIN}, 0) == "-92,233,720,369");
}

TEST_CASE("baht round half away from zero, and a rounded zero has no sign") {
  CHECK(thai::format_baht(Money{150}) == "2");
  CHECK(thai::format_baht(Money{149}) == "1");
  CHECK(thai::format_baht(Money{-150}) == "-2");
  CHECK(thai::format_baht(Money{-49}) == "0");
  CHECK(thai::format_baht(Money{-49}, 0, NegativeStyle::Brackets) == "0");
  CHECK(thai::format_baht(Money{-49}, 2, NegativeStyle::Brackets) == "(0.49)");
}

TEST_CASE("more decimals than 64 bits can carry are written as zeros") {
  CHECK(thai::format_number(Decimal::integer(INT64_MAX), 2) == "9,223,372,036,854,775,807.00");
  CHECK(thai::format_number(Decimal(INT64_MAX, 1), 4) == "922,337,203,685,477,580.7000");
}

TEST_CASE("KPI values print as forms write them") {
  const auto print = [](const char* text) { return thai::format_quantity(*base::Quantity::parse(text)); };
  CHECK(print("9981.97") == "9,981.97");
  CHECK(print("1:3366") == "1:3,366");
  CHECK(print("5..7") == "5 – 7");
  CHECK(print("-1000..1000") == "-1,000 – 1,000");
  CHECK(print("10 (เป้าหมายรวม)") == "10 (เป้าหมายรวม)");
}
