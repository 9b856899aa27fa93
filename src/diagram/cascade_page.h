// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a cascade as geometry: boxes in columns, links between columns. Ordering, placing and routing are linear
// in boxes and links but for sorting. Private to this folder.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/length.h"
#include "diagram/leveled_graph.h"

namespace phaen::diagram {

using BoxIndex = std::uint32_t;
inline constexpr BoxIndex kNoBox = std::numeric_limits<BoxIndex>::max();

struct CascadeBox {
  enum class Kind : std::uint8_t {
    Node,
    Lane,   ///< where links pass a column: a line, no box
    Ghost,  ///< the empty box of a level that a link skips and must not
  };
  Kind kind = Kind::Node;
  NodeIndex node = kNoNode;  ///< Lane, Ghost: where its links come from
  bool repeated = false;     ///< it stands on an earlier page already
  std::uint32_t column = 0;
  BoxIndex host = kNoBox;  ///< it stands directly below this one
  base::Length height;
  base::Rect area;
};

struct CascadeLink {
  BoxIndex from = kNoBox, to = kNoBox;  ///< columns n and n + 1
  bool primary = true;
  doc::Flaws flaws;
  std::vector<base::Point> path;  ///< from the right edge of `from` to the left edge of `to` (lanes: their right edge)
};

struct CascadeColumn {
  base::Length x, width;
  std::vector<BoxIndex> boxes;  ///< from the top
};

struct CascadePage {
  std::vector<CascadeBox> boxes;
  std::vector<CascadeLink> links;
  std::vector<CascadeColumn> columns;
  base::Length height;
};

/// A node to be put on a page.
struct CascadeEntry {
  NodeIndex node = kNoNode;
  bool repeated = false;
  base::Length height;
};

/// What hangs under a box stands in from its left edge by this, and this far below it.
inline constexpr base::Length kHangingIndent = base::Length::pt(9), kHangingGap = base::Length::pt(2.5);
inline constexpr base::Length kBoxGap = base::Length::pt(7), kLaneHeight = base::Length::pt(4),
                              kGhostHeight = base::Length::pt(18);

/// Boxes and links of the nodes given, each column in the order given, hanging boxes right after their host; links that
/// pass columns get lanes, shared by all links of one box. `keep_order` false: boxes change places when it saves a
/// fifth of the crossings or more.
CascadePage make_cascade_page(const LeveledGraph& graph, const std::vector<std::vector<CascadeEntry>>& columns,
                              bool keep_order);

/// Pairs of links that cross between neighbouring columns.
std::uint64_t count_crossings(const CascadePage& page);

/// The height the fullest column needs.
base::Length needed_height(const CascadePage& page);

/// Gives every box its place: columns' order kept, no overlap, boxes as near to the middle of what they are linked with
/// as that allows. REQUIRES: columns have x and width. Uses at most max(height, needed_height()).
void place(CascadePage& page, base::Length height);

/// Gives every link its path: orthogonal, one trunk a box, through no box. REQUIRES: place().
void route(CascadePage& page);

}  // namespace phaen::diagram
