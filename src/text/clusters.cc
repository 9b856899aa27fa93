// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/clusters.h"

#include "thai/thai_character.h"

namespace phaen::text {

bool is_ignorable(char32_t c) { return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0x00AD; }

bool extends_cluster(char32_t c) {
  if (c < 0x0300) return c == 0x00AD;
  return c == thai::kSaraAm || is_ignorable(c) || thai::extends_cluster(c);
}

bool is_white_space(char32_t c) {
  return c == 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

bool is_thai_letter(char32_t c) {
  return (c >= 0x0E01 && c <= 0x0E3A && c != 0x0E2F) || (c >= 0x0E40 && c <= 0x0E4E && c != 0x0E46);
}

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || thai::is_thai_digit(c); }

}  // namespace phaen::text
