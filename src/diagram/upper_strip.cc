// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/upper_strip.h"

#include <algorithm>

namespace phaen::diagram {

using base::Length;

namespace {

constexpr Length kTip = Length::pt(9), kSide = Length::pt(5), kPaddingY = Length::pt(3), kBetween = Length::pt(1);
constexpr std::size_t kMostLines = 3;

TextBlock set_item(const LeveledGraph& graph, NodeIndex node, Length width, const NodeType& type) {
  const doc::GraphNode& source = graph.source.nodes[node];
  std::vector<TextPiece> pieces(2);
  pieces[0].text = source.code + " ";
  pieces[0].bold = true;
  pieces[0].colour = issue_look(source.group).strong;
  pieces[1].text = source.name;
  pieces[1].origin = source.name_origin;
  TextStyle style;
  style.size = type.size;
  style.colour = kInk;
  TextBlock block = set_text(pieces, width, style, type.typeface, type.setter, kMostLines);
  if (block.cut && !source.short_name.empty()) {
    pieces[1].text = source.short_name;
    block = set_text(pieces, width, style, type.typeface, type.setter, kMostLines);
  }
  return block;
}

}  // namespace

Length StripCell::height() const {
  Length height = head.height();
  for (const TextBlock& item : items) height += item.height() + kBetween;
  return height;
}

UpperStrip set_upper_strip(const LeveledGraph& graph, const std::vector<std::vector<NodeIndex>>& columns,
                           std::size_t levels, Length width, const NodeType& type) {
  std::size_t count = 0;
  for (std::size_t level = 0; level < levels; ++level) count += columns[level].empty() ? 0 : 1;
  UpperStrip strip;
  if (count == 0) return strip;
  strip.width = width / static_cast<std::int64_t>(count);
  const Length inner = strip.width - kTip * 2 - kSide;
  TextStyle style;
  style.size = type.size;
  style.bold = true;
  style.colour = kGrey;
  for (std::size_t level = 0; level < levels; ++level) {
    if (columns[level].empty()) continue;
    StripCell cell;
    cell.head = set_text(graph.source.levels[level].name, inner, style, type.typeface, type.setter, 2);
    for (const NodeIndex node : columns[level])
      if (graph.host[node] == kNoNode) cell.items.push_back(set_item(graph, node, inner, type));
    strip.height = std::max(strip.height, cell.height() + kPaddingY * 2);
    strip.cells.push_back(std::move(cell));
  }
  return strip;
}

void draw_upper_strip(Canvas& canvas, const UpperStrip& strip, base::Point at) {
  ShapeStyle style;
  style.fill = kWhite;
  style.colour = kGrey;
  style.thickness = Length::pt(0.6);
  for (const StripCell& cell : strip.cells) {
    canvas.chevron({at.x, at.y, strip.width, strip.height}, kTip, style);
    Length y = at.y + (strip.height - cell.height()) / 2;
    canvas.text(cell.head, {at.x + kTip + kSide, y});
    y += cell.head.height() + kBetween;
    for (const TextBlock& item : cell.items) {
      canvas.text(item, {at.x + kTip + kSide, y});
      y += item.height() + kBetween;
    }
    at.x += strip.width;
  }
}

}  // namespace phaen::diagram
