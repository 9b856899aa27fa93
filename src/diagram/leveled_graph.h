// SPDX-License-Identifier: GPL-3.0-or-later
// A graph made sound: every node on a level, every link from an upper level to a lower one. What the layered maps and
// the worksheet of a map begin with.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "base/diagnostic.h"
#include "diagram/map.h"
#include "doc/graph.h"

namespace phaen::diagram {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = std::numeric_limits<NodeIndex>::max();

struct LeveledEdge {
  NodeIndex from = kNoNode, to = kNoNode;
  bool primary = true;
  doc::Flaws flaws;
};

/// The nodes stay those of `graph`; nodes that are not drawn have no level.
struct LeveledGraph {
  doc::Graph source;                           ///< with flaws
  std::vector<std::vector<NodeIndex>> levels;  ///< in plan order, what hangs under a box right after it
  std::vector<NodeIndex> host;                 ///< of each node; kNoNode: none
  std::vector<NodeIndex> parent;               ///< the node it is drawn under first of all: its primary link upwards
  std::vector<std::vector<std::uint32_t>> edges_into, edges_from;  ///< of each node: indices of `edges`
  std::vector<LeveledEdge> edges;                                  ///< downwards, each pair once, in the order given
  std::vector<LeveledEdge> peers;  ///< between nodes of one level; `from` is the one that is driven
};

/// Selects what the options ask for and leaves out what cannot be drawn, each with a diagnostic.
LeveledGraph make_leveled_graph(const doc::Graph& graph, const MapOptions& options, base::Diagnostics& diagnostics);

}  // namespace phaen::diagram
