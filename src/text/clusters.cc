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

}  // namespace phaen::text
