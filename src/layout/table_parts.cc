// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_parts.h"

#include <algorithm>

namespace phaen::layout {

using base::Length;

Length extent(const SetLines& lines, LineRange range) {
  if (range.first >= range.last) return {};
  return lines[range.last - 1].bottom() - lines[range.first].top;
}

std::vector<LineRange> remaining_parts(const SetTable& table, const SetRow& row,
                                       const std::vector<std::uint32_t>& taken) {
  std::vector<LineRange> parts(row.cell_count);
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const SetCell& cell = table.cells[row.first_cell + i];
    if (cell.row_span > 1) continue;
    parts[i] = {taken.empty() ? 0 : taken[i], static_cast<std::uint32_t>(cell.lines.size())};
  }
  return parts;
}

Length parts_height(const SetTable& table, const SetRow& row, const std::vector<LineRange>& parts) {
  Length height;
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    if (parts[i].first >= parts[i].last) continue;
    height = std::max(height, extent(table.cells[row.first_cell + i].lines, parts[i]) + 2 * kCellPaddingY);
  }
  return height;
}

std::optional<std::vector<LineRange>> split_row(const SetTable& table, const SetRow& row,
                                                const std::vector<std::uint32_t>& taken, Length room, RowSplit split) {
  constexpr std::uint32_t kTogether = 2;  // widows and orphans, as in paragraphs
  std::vector<LineRange> parts = remaining_parts(table, row, taken);
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const SetLines& lines = table.cells[row.first_cell + i].lines;
    const std::uint32_t first = parts[i].first, end = parts[i].last;
    std::uint32_t last = first;
    while (last < end && extent(lines, {first, last + 1}) + 2 * kCellPaddingY <= room) ++last;
    if (last < end && split == RowSplit::Careful) {
      if (end - last < kTogether) last = end - std::min(end, kTogether);
      if (last < first + kTogether) return std::nullopt;
    }
    parts[i].last = last;
  }
  return parts;
}

bool is_complete(const SetTable& table, const SetRow& row, const std::vector<LineRange>& parts) {
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const SetCell& cell = table.cells[row.first_cell + i];
    if (cell.row_span == 1 && parts[i].last < cell.lines.size()) return false;
  }
  return true;
}

bool takes_lines(const std::vector<LineRange>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const LineRange& part) { return part.last > part.first; });
}

Length continuation_height(const SetTable& table) {
  Length height;
  for (std::size_t i = 0; i < table.continuation.size(); ++i) {
    const Strip& strip = table.continuation[i];
    if (i > 0) height += std::max(table.continuation[i - 1].space_after, strip.space_before);
    height += strip.height;
  }
  return table.continuation.empty() ? height : height + table.continuation.back().space_after;
}

}  // namespace phaen::layout
