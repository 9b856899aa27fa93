// SPDX-License-Identifier: GPL-3.0-or-later
// The upper plans of a detail page as one row of chevrons over the map: what they are, not how they are linked, which
// the summary shows. Private to this folder.
#pragma once

#include <vector>

#include "diagram/canvas.h"
#include "diagram/leveled_graph.h"
#include "diagram/node_box.h"

namespace phaen::diagram {

/// One chevron: the level's name and the boxes of it that the page hangs on.
struct StripCell {
  TextBlock head;
  std::vector<TextBlock> items;
  base::Length height() const;
};

struct UpperStrip {
  std::vector<StripCell> cells;
  base::Length width, height;  ///< both zero without cells
};

/// `columns` by level; those before `levels` go into the strip.
UpperStrip set_upper_strip(const LeveledGraph& graph, const std::vector<std::vector<NodeIndex>>& columns,
                           std::size_t levels, base::Length width, const NodeType& type);
void draw_upper_strip(Canvas& canvas, const UpperStrip& strip, base::Point at);

}  // namespace phaen::diagram
