// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/grid.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "workbook/measure.h"

namespace phaen::workbook {
namespace {

using Kind = doc::ColumnWidth::Kind;

// Narrower columns cannot be clicked; wider texts are better read wrapped.
constexpr int kNarrowest = 32;
constexpr int kShareFloor = 60;

int clamp_width(int width) { return std::clamp(width, kNarrowest, kMaxColumnWidth); }

// What is left of the measure goes to the columns that are not fixed, by their widths.
void fill_measure(std::vector<int>& widths, const std::vector<doc::Column>& columns, int measure) {
  const int total = std::accumulate(widths.begin(), widths.end(), 0);
  int elastic = 0;
  for (std::size_t c = 0; c < widths.size(); ++c) elastic += columns[c].width.kind == Kind::Fixed ? 0 : widths[c];
  if (total >= measure || elastic == 0) return;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (columns[c].width.kind == Kind::Fixed) continue;
    widths[c] = clamp_width(widths[c] + (measure - total) * widths[c] / elastic);
  }
}

}  // namespace

std::vector<int> column_widths(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs,
                               int measure) {
  std::vector<int> widths(columns.size(), 0);
  int used = 0, shares = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const int least = needs[c].least + kCellPadding;
    switch (columns[c].width.kind) {
      case Kind::Fixed: widths[c] = clamp_width(std::max(least, to_pixels(columns[c].width.length))); break;
      case Kind::Auto:
        widths[c] = clamp_width(std::max(least, std::min(needs[c].natural + kCellPadding, measure / 3)));
        break;
      case Kind::Fraction: shares += std::max(columns[c].width.fraction, 1); break;
    }
    used += widths[c];
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].width.kind != Kind::Fraction) continue;
    const int share = std::max(measure - used, 0) * std::max(columns[c].width.fraction, 1) / shares;
    widths[c] = clamp_width(std::max({needs[c].least + kCellPadding, share, kShareFloor}));
  }
  fill_measure(widths, columns, measure);
  return widths;
}

std::vector<std::uint16_t> edges_on_grid(const std::vector<int>& widths, const std::vector<int>& grid) {
  const std::int64_t total = std::max(std::accumulate(widths.begin(), widths.end(), 0), 1);
  const std::int64_t grid_total = std::accumulate(grid.begin(), grid.end(), 0);
  std::vector<std::uint16_t> edges{0};
  std::size_t column = 0;
  std::int64_t edge = 0, wanted = 0;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    wanted += widths[c];
    const std::size_t last = grid.size() - (widths.size() - 1 - c);  // leaves a grid column to each that follows
    const std::int64_t target = wanted * grid_total / total;
    edge += grid[column++];
    while (column < last && std::llabs(edge + grid[column] - target) < std::llabs(edge - target))
      edge += grid[column++];
    if (c + 1 == widths.size()) column = grid.size();
    edges.push_back(static_cast<std::uint16_t>(column));
  }
  return edges;
}

}  // namespace phaen::workbook
