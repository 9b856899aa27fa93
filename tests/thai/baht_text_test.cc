// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/baht_text.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

using namespace phaen;
using base::Money;
using thai::EdRule;

namespace {

std::string baht(std::int64_t amount) { return thai::baht_in_words(Money::baht(amount)); }

// Reads number words back by their grammar, knowing nothing of how they are made: units, tens, ... add up to a block,
// ล้าน multiplies all read so far.
std::int64_t value_of(std::string_view words) {
  struct Word {
    std::string_view word;
    std::int64_t digit, power;
  };
  constexpr std::array<Word, 19> kWords{{{"หนึ่ง", 1, 0},
                                         {"เอ็ด", 1, 0},
                                         {"สอง", 2, 0},
                                         {"ยี่", 2, 0},
                                         {"สาม", 3, 0},
                                         {"สี่", 4, 0},
                                         {"ห้า", 5, 0},
                                         {"หก", 6, 0},
                                         {"เจ็ด", 7, 0},
                                         {"แปด", 8, 0},
                                         {"เก้า", 9, 0},
                                         {"ศูนย์", 0, 0},
                                         {"สิบ", 0, 10},
                                         {"ร้อย", 0, 100},
                                         {"พัน", 0, 1000},
                                         {"หมื่น", 0, 10000},
                                         {"แสน", 0, 100000},
                                         {"ล้าน", 0, 1000000},
                                         {"ลบ", 0, -1}}};
  std::int64_t total = 0, block = 0, digit = 0, sign = 1;
  bool has_digit = false;
  while (!words.empty()) {
    const Word* found = nullptr;
    for (const Word& word : kWords)
      if (words.starts_with(word.word)) found = &word;
    REQUIRE(found != nullptr);
    words.remove_prefix(found->word.size());
    if (found->power == 0) {
      digit = found->digit;
      has_digit = true;
    } else if (found->power == -1) {
      sign = -1;
    } else if (found->power == 1000000) {
      total = (total + block + digit) * 1000000;
      block = digit = 0;
      has_digit = false;
    } else {
      block += (has_digit ? digit : 1) * found->power;
      digit = 0;
      has_digit = false;
    }
  }
  return sign * (total + block + digit);
}

// An independent reading of the rules, digit by digit from the decimal text. Good below a million million.
std::string oracle(std::string digits, bool higher = false) {
  static const char* const names[] = {"", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
  static const char* const places[] = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
  if (digits.size() > 6) {
    const std::string high = digits.substr(0, digits.size() - 6);
    return oracle(high) + "ล้าน" + oracle(digits.substr(digits.size() - 6), true);
  }
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[i] - '0';
    const std::size_t place = digits.size() - 1 - i;
    if (digit == 0) continue;
    if (place == 0 && digit == 1 && (higher || digits.find_first_not_of('0') < i))
      out += "เอ็ด";
    else if (place == 1 && digit <= 2)
      out += digit == 2 ? "ยี่" : "";
    else
      out += names[digit];
    out += places[place];
  }
  return out;
}

}  // namespace

TEST_CASE("baht in words as the rules of forms give them") {
  CHECK(baht(11) == "สิบเอ็ดบาทถ้วน");
  CHECK(baht(21) == "ยี่สิบเอ็ดบาทถ้วน");
  CHECK(baht(101) == "หนึ่งร้อยเอ็ดบาทถ้วน");
  CHECK(baht(1000001) == "หนึ่งล้านเอ็ดบาทถ้วน");
  CHECK(baht(257828100) == "สองร้อยห้าสิบเจ็ดล้านแปดแสนสองหมื่นแปดพันหนึ่งร้อยบาทถ้วน");
  CHECK(baht(5000000) == "ห้าล้านบาทถ้วน");
  CHECK(thai::baht_in_words(Money{1025}) == "สิบบาทยี่สิบห้าสตางค์");
  CHECK(baht(12000000000000) == "สิบสองล้านล้านบาทถ้วน");
  CHECK(baht(0) == "ศูนย์บาทถ้วน");
  CHECK(baht(1) == "หนึ่งบาทถ้วน");
  CHECK(thai::baht_in_words(Money{-1121}) == "ลบสิบเอ็ดบาทยี่สิบเอ็ดสตางค์");
  CHECK(thai::baht_in_words(Money{-1}) == "ลบหนึ่งสตางค์");
}

TEST_CASE("TH31: the amounts that other tools read wrong") {
  CHECK(baht(10056518) == "สิบล้านห้าหมื่นหกพันห้าร้อยสิบแปดบาทถ้วน");
  CHECK(baht(10034567) == "สิบล้านสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทถ้วน");
  CHECK(baht(20034567) == "ยี่สิบล้านสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทถ้วน");
  CHECK(baht(1000000) == "หนึ่งล้านบาทถ้วน");
  CHECK(baht(2501) == "สองพันห้าร้อยเอ็ดบาทถ้วน");
  CHECK(baht(101000000) == "หนึ่งร้อยเอ็ดล้านบาทถ้วน");
  CHECK(baht(5001000000) == "ห้าพันเอ็ดล้านบาทถ้วน");
  CHECK(thai::baht_in_words(Money{1}) == "หนึ่งสตางค์");
  CHECK(thai::baht_in_words(Money{150}) == "หนึ่งบาทห้าสิบสตางค์");
  CHECK(thai::baht_in_words(Money{1005512}) == "หนึ่งหมื่นห้าสิบห้าบาทสิบสองสตางค์");
}

TEST_CASE("the worksheet rule reads a final one as its own digit unless tens stand before it") {
  const auto sheet = [](std::int64_t amount) { return thai::baht_in_words(Money::baht(amount), EdRule::Spreadsheet); };
  CHECK(sheet(11) == "สิบเอ็ดบาทถ้วน");
  CHECK(sheet(101) == "หนึ่งร้อยหนึ่งบาทถ้วน");
  CHECK(sheet(2501) == "สองพันห้าร้อยหนึ่งบาทถ้วน");
  CHECK(sheet(11000001) == "สิบเอ็ดล้านหนึ่งบาทถ้วน");
  CHECK(sheet(5001000000) == "ห้าพันหนึ่งล้านบาทถ้วน");
  CHECK(sheet(1000001000000) == "หนึ่งล้านหนึ่งล้านบาทถ้วน");
}

TEST_CASE("words read back to their number, and agree with a second reading of the rules") {
  for (std::int64_t n = 1; n <= 20000; ++n) REQUIRE(thai::number_in_words(n) == oracle(std::to_string(n)));
  std::mt19937_64 random(3);
  for (int round = 0; round < 20000; ++round) {
    const auto n = static_cast<std::int64_t>(random() >> (random() % 62 + 1));
    CAPTURE(n);
    if (n < 1'000'000'000'000 && n > 0) REQUIRE(thai::number_in_words(n) == oracle(std::to_string(n)));
    for (EdRule rule : {EdRule::RoyalInstitute, EdRule::Spreadsheet}) {
      REQUIRE(value_of(thai::number_in_words(n, rule)) == n);
      REQUIRE(value_of(thai::number_in_words(-n, rule)) == -n);
    }
  }
}

TEST_CASE("no amount is read as หนึ่งสิบ or สองสิบ, and ถ้วน stands exactly where there are no satang") {
  std::mt19937_64 random(4);
  for (int round = 0; round < 20000; ++round) {
    const Money money{static_cast<std::int64_t>(random() >> (random() % 62 + 1)) + 1};
    const std::string words = thai::baht_in_words(money);
    CAPTURE(words);
    REQUIRE(words.find("หนึ่งสิบ") == std::string::npos);
    REQUIRE(words.find("สองสิบ") == std::string::npos);
    REQUIRE(words.ends_with("ถ้วน") == (money.satang % 100 == 0));
    REQUIRE(words.ends_with("สตางค์") == (money.satang % 100 != 0));
  }
}
