// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of a grid stand. Private to box_grid.
#pragma once

#include <vector>

#include "diagram/set_box.h"

namespace phaen::diagram {

inline constexpr base::Length kBetweenColumns = base::Length::pt(6);

/// Widths of the columns that make the grid as low as they can, found by giving to the columns that run long.
std::vector<base::Length> balanced_widths(const BoxGrid& grid, base::Length width, const BoxType& type);

/// Outer width of a box, and where it begins, counted from the first column's left edge.
base::Length box_width(const GridBox& box, const std::vector<base::Length>& widths);
base::Length box_left(const GridBox& box, const std::vector<base::Length>& widths);

/// The grid in parts of as few columns as stand in the width, boxes over several columns cut to each part.
std::vector<BoxGrid> split_columns(const BoxGrid& grid, base::Length width);

}  // namespace phaen::diagram
