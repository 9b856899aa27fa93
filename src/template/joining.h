// SPDX-License-Identifier: GPL-3.0-or-later
// How pieces of text meet: a line end between two Thai letters is nothing, between others it is a space.
#pragma once

#include <string>
#include <string_view>

#include "template/program.h"

namespace phaen::templates {

/// Thai letters and marks, whose words are written without spaces. Thai digits are not among them.
bool joins(char32_t character);
char32_t first_character(std::string_view text);  ///< 0 for empty text
char32_t last_character(std::string_view text);

inline Gap wider(Gap a, Gap b) {
  if (a == Gap::None) return b;
  if (b == Gap::None) return a;
  return a == Gap::Space || b == Gap::Space ? Gap::Space : Gap::Line;
}
/// The text a gap becomes between two characters.
inline std::string_view gap_text(Gap gap, char32_t before, char32_t after) {
  if (gap == Gap::None || (gap == Gap::Line && joins(before) && joins(after))) return {};
  return " ";
}

struct Joined {
  std::string text;
  Gap before = Gap::None, after = Gap::None;  ///< blanks at the ends; for blank text all in `before`
};
/// Folds the blanks of a text of the template.
Joined fold_blanks(std::string_view raw);

}  // namespace phaen::templates
