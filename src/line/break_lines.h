// SPDX-License-Identifier: GPL-3.0-or-later
// Where the lines of a paragraph end. Private to this module.
#pragma once

#include <cstdint>
#include <vector>

#include "line/prepare.h"

namespace phaen::line {

/// A place where a line may end and the next begin.
struct BreakPoint {
  std::size_t at = 0;       ///< the next line's first glyph
  std::size_t ink_end = 0;  ///< the glyph after the last one of the line that ends here, spaces left out
  text::Break kind = text::Break::Allowed;
};

/// Lengths in fine units.
struct LineWidths {
  std::int64_t first = 0, rest = 0;  ///< measures of the first line and of the others
  std::int64_t em = 0;               ///< the size of the paragraph's type, which loose lines are judged by
  Spread spread;
};

/// What a break is to a paragraph: never AfterConnective.
text::Break break_kind(text::Break before, Connectives connectives);

/// The break points of one hard line, its start first and its end last. A piece between two allowed breaks that is
/// wider than its line gets the breaks inside it that are only for need, and is reported (L002).
std::vector<BreakPoint> break_points(const Prepared& prepared, const HardLine& line, const LineWidths& widths,
                                     const StyledText& text, base::Diagnostics& diagnostics);

/// How bad it is to set points[from]..points[to] as one line that is to be filled. Additive over lines.
std::int64_t line_demerits(const Prepared& prepared, const std::vector<BreakPoint>& points, std::size_t from,
                           std::size_t to, const LineWidths& widths);

/// The break points chosen, the start left out: the least sum of demerits over the whole paragraph.
std::vector<std::size_t> fit_total(const Prepared& prepared, const std::vector<BreakPoint>& points,
                                   const LineWidths& widths);
/// The same, each line as long as it goes: for ragged setting.
std::vector<std::size_t> fit_first(const Prepared& prepared, const std::vector<BreakPoint>& points,
                                   const LineWidths& widths);
/// As many lines as fit_first makes and no worse breaks, but as even as they can be: for centred setting, in which a
/// title of one long and one short line looks torn.
std::vector<std::size_t> fit_even(const Prepared& prepared, const std::vector<BreakPoint>& points,
                                  const LineWidths& widths);

}  // namespace phaen::line
