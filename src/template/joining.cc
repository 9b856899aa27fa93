// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/joining.h"

#include "base/utf8.h"
#include "thai/thai_character.h"

namespace phaen::templates {

bool joins(char32_t character) { return thai::is_thai(character) && !thai::is_thai_digit(character); }

char32_t first_character(std::string_view text) { return text.empty() ? 0 : base::utf8::decode(text, 0).character; }

char32_t last_character(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return base::utf8::decode(text, at).character;
}

Joined fold_blanks(std::string_view raw) {
  Joined joined;
  Gap gap = Gap::None;
  char32_t last = 0;
  for (std::size_t i = 0; i < raw.size();) {
    const base::utf8::Decoded c = base::utf8::decode(raw, i);
    const std::string_view bytes = raw.substr(i, c.length);
    i += c.length;
    // A run of blanks with a line end in it is a line end: the blanks are indentation of the file.
    if (c.character == U'\n' || c.character == U'\r') {
      gap = Gap::Line;
    } else if (c.character == U' ' || c.character == U'\t') {
      if (gap == Gap::None) gap = Gap::Space;
    } else {
      if (joined.text.empty())
        joined.before = gap;
      else
        joined.text += gap_text(gap, last, c.character);
      gap = Gap::None;
      joined.text += bytes;
      last = c.character;
    }
  }
  (joined.text.empty() ? joined.before : joined.after) = gap;
  return joined;
}

}  // namespace phaen::templates
