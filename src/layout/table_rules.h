// SPDX-License-Identifier: GPL-3.0-or-later
// Last pass over a table: the fills and strokes of the part that stands on one page.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"
#include "page/page.h"

namespace phaen::layout {

/// A row of a table, or a part of one, at its height on a page. Rows of a fragment touch each other.
struct FragmentRow {
  std::uint32_t row = 0;
  base::Length y, height;  ///< y from the page's top
  enum class Kind : std::uint8_t {
    Own,
    Group,    ///< the label of a group, set again over all columns
    Carried,  ///< carried sums
  };
  Kind kind = Kind::Own;
  std::uint16_t label_columns = 0;  ///< Carried: the first columns, which are one cell
};

inline constexpr base::Length kRuleThickness = base::Length::pt(0.5);

/// Adds fills by row kind and rules along cell edges, each stroke as long as it goes. `left` is the page's x of the
/// measure.
void draw_table_frame(const SetTable& table, const std::vector<FragmentRow>& rows, base::Length left, page::Page& page);

}  // namespace phaen::layout
