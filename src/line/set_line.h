// SPDX-License-Identifier: GPL-3.0-or-later
// One line, its place in the paragraph known, as runs. Private to this module.
#pragma once

#include "line/prepare.h"

namespace phaen::line {

/// The glyphs of a line: [first, end) of a Prepared.
struct LinePlace {
  std::size_t first = 0, end = 0;
  std::size_t span = 0;    ///< gives the height of an empty line
  std::size_t begin = 0;   ///< byte of the text, for an empty line
  base::Length indent;     ///< from the paragraph's left edge
  base::Length available;  ///< measure less indent
  bool last = false;
};

/// Diagnostics: L001.
Line set_line(const StyledText& text, const Prepared& prepared, const LinePlace& place, Align align,
              const Setter& setter);

}  // namespace phaen::line
