// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a map as geometry: pages of columns, each a head with what hangs below it. Private to this folder.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "diagram/leveled_graph.h"

namespace phaen::diagram {

struct TreeEntry {
  NodeIndex node = kNoNode;
  int depth = 0;             ///< below the head of its column
  bool repeated = false;     ///< stands in an earlier column already
  base::Rect area;           ///< after place_tree_page()
  std::uint32_t parent = 0;  ///< index of its column's entries; the head's is its own
};

struct TreeColumn {
  std::vector<TreeEntry> entries;  ///< the head first; depth-first, in plan order
  bool continued = false;          ///< the head stands on an earlier page already
};

struct TreePage {
  NodeIndex root = kNoNode;
  bool continued = false;        ///< the root stands on an earlier page already
  std::vector<NodeIndex> upper;  ///< what the root hangs on, by level from the top
  std::vector<TreeColumn> columns;
  base::Rect root_area;
};

/// The height of a node's box at a width.
using HeightOf = std::function<base::Length(NodeIndex)>;

struct TreeMeasure {
  std::size_t columns = 1;  ///< a page holds
  base::Length height;      ///< for the columns of a page
  HeightOf height_of;
};

/// The node a node hangs under in the tree: its host, or its primary link upwards.
std::vector<NodeIndex> tree_parents(const LeveledGraph& graph);

/// A page, or several, for each box of the issue level, or for each topmost box when there is none.
std::vector<TreePage> cut_tree(const LeveledGraph& graph, const TreeMeasure& measure);

/// Between a box and the one below it, and how far a box stands in from the one it hangs under.
inline constexpr base::Length kTreeGap = base::Length::pt(7), kTreeIndent = base::Length::pt(11);

}  // namespace phaen::diagram
