// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/baht_text.h"

#include <string_view>

namespace phaen::thai {
namespace {

constexpr std::uint64_t kMillion = 1'000'000;
constexpr int kPlaces = 6;
constexpr int kTens = 1;

constexpr std::string_view kDigitNames[] = {"", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
constexpr std::string_view kPlaceNames[kPlaces] = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};

std::uint64_t magnitude(std::int64_t number) {
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::string_view digit_name(unsigned digit, int place, bool reads_ed) {
  if (place == kTens && digit == 1) return "";
  if (place == kTens && digit == 2) return "ยี่";
  if (place == 0 && digit == 1 && reads_ed) return "เอ็ด";
  return kDigitNames[digit];
}

// The six digits below a million. `after_millions`: higher digits were read already.
std::string block_in_words(unsigned block, bool after_millions, EdRule rule) {
  std::string words;
  unsigned power = 100'000;
  for (int place = kPlaces - 1; place >= 0; --place, power /= 10) {
    const unsigned digit = block / power % 10;
    if (digit == 0) continue;
    const bool after_tens = block / 10 % 10 != 0;
    const bool reads_ed = rule == EdRule::RoyalInstitute ? after_millions || block >= 10 : after_tens;
    words += digit_name(digit, place, reads_ed);
    words += kPlaceNames[place];
  }
  return words;
}

// Nothing for zero. The millions are a number again: 12 million million is สิบสองล้านล้าน.
std::string in_words(std::uint64_t number, EdRule rule) {
  const std::uint64_t millions = number / kMillion;
  std::string words;
  if (millions > 0) words = in_words(millions, rule) + "ล้าน";
  return words + block_in_words(static_cast<unsigned>(number % kMillion), millions > 0, rule);
}

}  // namespace

std::string number_in_words(std::int64_t number, EdRule rule) {
  if (number == 0) return "ศูนย์";
  return (number < 0 ? "ลบ" : "") + in_words(magnitude(number), rule);
}

std::string baht_in_words(base::Money money, EdRule rule) {
  if (money.satang == 0) return "ศูนย์บาทถ้วน";
  const std::uint64_t total = magnitude(money.satang);
  std::string words = money.satang < 0 ? "ลบ" : "";
  if (total >= 100) words += in_words(total / 100, rule) + "บาท";
  if (total % 100 == 0) return words + "ถ้วน";
  return words + in_words(total % 100, rule) + "สตางค์";
}

}  // namespace phaen::thai
