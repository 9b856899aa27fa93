// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/letters.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace phaen::thai {
namespace {

constexpr char32_t kLetters[] = {
    U'ก', U'ข', U'ค', U'ง', U'จ', U'ฉ', U'ช', U'ซ', U'ฌ', U'ญ', U'ฎ', U'ฏ', U'ฐ', U'ฑ',
    U'ฒ', U'ณ', U'ด', U'ต', U'ถ', U'ท', U'ธ', U'น', U'บ', U'ป', U'ผ', U'ฝ', U'พ', U'ฟ',
    U'ภ', U'ม', U'ย', U'ร', U'ล', U'ว', U'ศ', U'ษ', U'ส', U'ห', U'ฬ', U'อ', U'ฮ',
};
constexpr std::int64_t kCount = std::size(kLetters);
constexpr std::size_t kMostLetters = 8;  // 41^8 is far below 2^63

}  // namespace

std::optional<std::string> list_letter(std::int64_t n) {
  if (n < 1) return {};
  std::u32string letters;
  for (; n > 0; n = (n - 1) / kCount) letters.insert(letters.begin(), kLetters[(n - 1) % kCount]);
  return base::utf8::from_utf32(letters);
}

std::optional<std::int64_t> list_number(std::string_view letters) {
  const std::u32string characters = base::utf8::to_utf32(letters);
  if (characters.empty() || characters.size() > kMostLetters) return {};
  std::int64_t n = 0;
  for (char32_t c : characters) {
    const auto* at = std::find(std::begin(kLetters), std::end(kLetters), c);
    if (at == std::end(kLetters)) return {};
    n = n * kCount + (at - std::begin(kLetters)) + 1;
  }
  return n;
}

}  // namespace phaen::thai
