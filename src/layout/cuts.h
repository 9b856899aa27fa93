// SPDX-License-Identifier: GPL-3.0-or-later
// Where a galley is cut: heights only, no fonts, no coordinates across the page. The only file that decides page
// breaks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/galley.h"

namespace phaen::layout {

/// Lines [first, last) of a cell.
struct LineRange {
  std::uint32_t first = 0, last = 0;
  bool operator==(const LineRange&) const = default;
};

/// Something at a height of a page. y is from the top of the page's body.
struct Placement {
  enum class Kind : std::uint8_t {
    Strip,           ///< index = strip of the galley
    ContinuedTitle,  ///< index = strip of the table's continuation
    RepeatedHead,
    ContinuedGroup,  ///< index = into the table's groups
    CarriedForward,  ///< the sums of all rows before row `index`, at the foot of the table on this page
    BroughtForward,  ///< the same sums below the head on the next page
  };
  Kind kind = Kind::Strip;
  std::uint32_t index = 0;
  std::uint32_t table = 0;  ///< of the kinds that continue a table
  base::Length y, height;
  std::vector<LineRange> parts;  ///< a row that is cut: the lines of each of its cells that stand here; else empty
};

/// The part of a row-spanning cell that stands on one page.
struct SpanPart {
  std::uint32_t table = 0, cell = 0;
  base::Length y, height;
  LineRange lines;
  bool repeated = false;  ///< the whole text again, on a later page
};

/// Lines of a footnote that stand at the foot of a page.
struct NotePart {
  std::uint32_t note = 0;  ///< into the galley's footnotes
  LineRange lines;
};

struct PageCut {
  std::vector<Placement> placements;  ///< from top to bottom
  std::vector<SpanPart> spans;
  std::vector<NotePart> notes;  ///< end at the bottom of the body
};

/// Cuts a galley into pages with `body` of height each. Every strip, row and line stands on exactly one page, in order.
/// `section` is its name for messages. Diagnostics: Y009 (higher than a page), Y011 (head too high to repeat).
std::vector<PageCut> cut(const Galley& galley, base::Length body, const std::string& section,
                         base::Diagnostics& diagnostics);

std::string dump(const std::vector<PageCut>& cuts);

}  // namespace phaen::layout
