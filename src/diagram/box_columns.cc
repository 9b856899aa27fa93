// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/box_columns.h"

#include <algorithm>
#include <numeric>

namespace phaen::diagram {
namespace {

using base::Length;
using Widths = std::vector<Length>;

// A column of 12-point type narrower than this breaks most names at every word.
constexpr Length kNarrowest = Length::pt(112);

Length box_height(const GridBox& box, const Widths& widths, const BoxType& type) {
  const BoxLines lines = set_box(box, box_width(box, widths), type);
  return column_height(lines.body, 0, box.text_columns) + height_of(lines.sums) + kPadding * 2;
}

/// Height of the whole grid and of what stands in each column alone.
struct Heights {
  Length total;
  Widths columns;
};

Heights heights_of(const BoxGrid& grid, const Widths& widths, const BoxType& type) {
  Heights heights{{}, Widths(widths.size())};
  for (const GridRow& row : grid.rows) {
    Length most;
    for (const GridBox& box : row.boxes) {
      const Length height = box_height(box, widths, type);
      most = std::max(most, height);
      if (box.first_column == box.last_column) heights.columns.at(box.first_column) += height;
    }
    heights.total += most;
  }
  return heights;
}

/// Scales to the sum wanted, none under `least`; the last takes what rounding leaves.
Widths fitted(Widths widths, Length sum, Length least) {
  std::vector<bool> fixed(widths.size(), false);
  for (bool again = true; again;) {
    again = false;
    Length free = sum, wanted;
    for (std::size_t i = 0; i < widths.size(); ++i) (fixed[i] ? free : wanted) += fixed[i] ? -least : widths[i];
    for (std::size_t i = 0; i < widths.size() && wanted > Length(); ++i) {
      if (fixed[i]) continue;
      const Length scaled =
          Length::raw(widths[i].units() * (free.units() / 64) / std::max<std::int64_t>(wanted.units() / 64, 1));
      if (scaled >= least) continue;
      fixed[i] = again = true;
    }
    if (again) continue;
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] =
          fixed[i]
              ? least
              : Length::raw(widths[i].units() * (free.units() / 64) / std::max<std::int64_t>(wanted.units() / 64, 1));
  }
  widths.back() += sum - std::accumulate(widths.begin(), widths.end(), Length());
  return widths;
}

}  // namespace

Length box_width(const GridBox& box, const Widths& widths) {
  Length width = kBetweenColumns * static_cast<std::int64_t>(box.last_column - box.first_column);
  for (std::size_t i = box.first_column; i <= box.last_column; ++i) width += widths.at(i);
  return width;
}

Length box_left(const GridBox& box, const Widths& widths) {
  Length left = kBetweenColumns * static_cast<std::int64_t>(box.first_column);
  for (std::size_t i = 0; i < box.first_column; ++i) left += widths.at(i);
  return left;
}

Widths balanced_widths(const BoxGrid& grid, Length width, const BoxType& type) {
  const auto count = static_cast<std::int64_t>(std::max<std::size_t>(grid.columns, 1));
  const Length sum = width - kBetweenColumns * (count - 1), even = sum / count;
  const Length least = std::min(even, std::max(Length::pt(96), even * 45 / 100));
  Widths widths = fitted(Widths(static_cast<std::size_t>(count), even), sum, least);
  Widths best = widths;
  Heights heights = heights_of(grid, widths, type);
  Length lowest = heights.total;
  for (int round = 0; round < 6 && count > 1; ++round) {
    const Length mean =
        std::max(std::accumulate(heights.columns.begin(), heights.columns.end(), Length()) / count, Length::pt(1));
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = (widths[i] + Length::raw(widths[i].units() * heights.columns[i].units() / mean.units())) / 2;
    widths = fitted(std::move(widths), sum, least);
    heights = heights_of(grid, widths, type);
    if (heights.total >= lowest) continue;
    lowest = heights.total;
    best = widths;
  }
  return best;
}

std::vector<BoxGrid> split_columns(const BoxGrid& grid, Length width) {
  const auto most = static_cast<std::size_t>(
      std::max<std::int64_t>((width + kBetweenColumns).units() / (kNarrowest + kBetweenColumns).units(), 1));
  if (grid.columns <= most) return {grid};
  const std::size_t parts = (grid.columns + most - 1) / most;
  std::vector<BoxGrid> result;
  for (std::size_t part = 0; part < parts; ++part) {
    const std::size_t first = grid.columns * part / parts, end = grid.columns * (part + 1) / parts;
    BoxGrid cut = grid;
    cut.columns = end - first;
    for (GridRow& row : cut.rows) {
      std::erase_if(row.boxes, [&](const GridBox& box) { return box.last_column < first || box.first_column >= end; });
      for (GridBox& box : row.boxes) {
        box.first_column = std::max(box.first_column, first) - first;
        box.last_column = std::min(box.last_column, end - 1) - first;
      }
    }
    // What supports the whole stands below the last part only.
    if (part + 1 < parts) std::erase_if(cut.rows, [](const GridRow& row) { return row.supporting; });
    result.push_back(std::move(cut));
  }
  return result;
}

}  // namespace phaen::diagram
