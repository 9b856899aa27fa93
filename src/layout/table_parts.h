// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic of cut rows: which lines of each cell stand in a part of a row, and how high the part is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/cuts.h"
#include "layout/galley.h"

namespace phaen::layout {

enum class RowSplit : std::uint8_t {
  Careful,   ///< each cell that is cut has two lines or more on both sides
  Anywhere,  ///< as many lines as fit
};

/// From the top of the first line to the bottom of the last; zero for no lines.
base::Length extent(const SetLines& lines, LineRange range);
/// What is left of each cell of the row after `taken` lines (empty: nothing taken). Spanning cells are {0, 0}.
std::vector<LineRange> remaining_parts(const SetTable& table, const SetRow& row,
                                       const std::vector<std::uint32_t>& taken);
/// Height of a part with its padding; zero when no cell has a line in it.
base::Length parts_height(const SetTable& table, const SetRow& row, const std::vector<LineRange>& parts);
/// The lines of each cell that fit into `room`. Nothing when the split cannot be Careful.
std::optional<std::vector<LineRange>> split_row(const SetTable& table, const SetRow& row,
                                                const std::vector<std::uint32_t>& taken, base::Length room,
                                                RowSplit split);
/// Whether the parts reach the last line of every cell.
bool is_complete(const SetTable& table, const SetRow& row, const std::vector<LineRange>& parts);
bool takes_lines(const std::vector<LineRange>& parts);
/// Height of caption and unit line on a later page.
base::Length continuation_height(const SetTable& table);

}  // namespace phaen::layout
