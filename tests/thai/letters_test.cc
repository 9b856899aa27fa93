// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/letters.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace phaen;

TEST_CASE("lettered lists skip the obsolete letters and khor rakhang") {
  std::string first_nine;
  for (int n = 1; n <= 9; ++n) first_nine += *thai::list_letter(n);
  CHECK(first_nine == "กขคงจฉชซฌ");
  for (int n = 1; n <= 41; ++n)
    for (const char* skipped : {"ฃ", "ฅ", "ฆ"}) CHECK(*thai::list_letter(n) != skipped);
}

TEST_CASE("a list longer than the alphabet goes on with two letters, and no letter is used twice") {
  CHECK(*thai::list_letter(41) == "ฮ");
  CHECK(*thai::list_letter(42) == "กก");
  CHECK(*thai::list_letter(82) == "กฮ");
  CHECK(*thai::list_letter(83) == "ขก");
  std::set<std::string> seen;
  for (int n = 1; n <= 5000; ++n) {
    CHECK(seen.insert(*thai::list_letter(n)).second);
    CHECK(thai::list_number(*thai::list_letter(n)) == n);
  }
}

TEST_CASE("there is no letter for zero and no number for other text") {
  CHECK_FALSE(thai::list_letter(0));
  CHECK_FALSE(thai::list_letter(-3));
  for (const char* text : {"", "ฃ", "ก.", "a", "กกกกกกกกก"}) CHECK_FALSE(thai::list_number(text));
}
