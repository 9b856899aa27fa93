// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using phaen::base::Decimal;

TEST_CASE("a decimal reads back as it was written") {
  for (const char* text : {"0", "5", "5.00", "-1234.50", "0.05", "-0.01", "999999999999999999", "0.000000000001"})
    CHECK(Decimal::parse(text).value().to_string() == text);
  CHECK(Decimal::parse("9,981.97").value().to_string() == "9981.97");
  CHECK(Decimal::parse("1,234,567").value().to_string() == "1234567");
}

TEST_CASE("what is not a decimal is refused") {
  for (const char* text : {"", "-", ".", "5.", ".5", "1,23", "12,34,567", ",123", "1,234,", "1 000", "1e5", "๑", "--1",
                           "+1", "1234567890123456789", "0.1234567890123"})
    CHECK_FALSE(Decimal::parse(text));
}

TEST_CASE("decimals compare by value") {
  CHECK(*Decimal::parse("5") == *Decimal::parse("5.00"));
  CHECK(*Decimal::parse("-0.01") < *Decimal::parse("0"));
  CHECK(Decimal(std::numeric_limits<std::int64_t>::max(), 12) < Decimal(std::numeric_limits<std::int64_t>::max(), 0));
}

TEST_CASE("rounding is half away from zero") {
  CHECK(Decimal::parse("2.345")->rescaled(2)->to_string() == "2.35");
  CHECK(Decimal::parse("-2.345")->rescaled(2)->to_string() == "-2.35");
  CHECK(Decimal::parse("2.344999")->rescaled(2)->to_string() == "2.34");
  CHECK(Decimal::parse("0.5")->rescaled(0)->to_string() == "1");
  CHECK(Decimal::quotient(Decimal(1, 0), Decimal(3, 0), 4)->to_string() == "0.3333");
  CHECK(Decimal::quotient(Decimal(2, 0), Decimal(3, 0), 4)->to_string() == "0.6667");
  CHECK(Decimal::quotient(Decimal(-2, 0), Decimal(3, 0), 4)->to_string() == "-0.6667");
  CHECK(Decimal::quotient(Decimal(2371660000, 2), Decimal(1000000, 0), 4)->to_string() == "23.7166");
}

TEST_CASE("overflow and division by zero give nothing") {
  const Decimal largest(std::numeric_limits<std::int64_t>::max(), 0);
  CHECK_FALSE(Decimal::sum(largest, Decimal(1, 0)));
  CHECK_FALSE(Decimal::product(largest, Decimal(2, 0)));
  CHECK_FALSE(Decimal::quotient(largest, Decimal(0, 0), 2));
  CHECK_FALSE(largest.rescaled(1));
  CHECK_FALSE(phaen::base::add({std::numeric_limits<std::int64_t>::max()}, {1}));
}

TEST_CASE("sums of every pair of small decimals agree with whole numbers") {
  for (int a = -250; a <= 250; a += 7)
    for (int b = -250; b <= 250; b += 11) {
      const auto sum = Decimal::sum(Decimal(a, 1), Decimal(b, 2));
      CHECK(sum == Decimal(a * 10 + b, 2));
    }
}
