// SPDX-License-Identifier: GPL-3.0-or-later
// The box of one node of a KPI Map: measured from its text, then drawn. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "diagram/canvas.h"
#include "diagram/leveled_graph.h"

namespace phaen::diagram {

/// What the boxes of one map are set with.
struct NodeType {
  Typeface typeface;
  base::Length size;  ///< nominal
  const line::Setter& setter;
};

/// The text of a box, set in its width.
struct NodeBox {
  TextBlock name, value, warnings, light, number;
  base::Length height, light_radius;
};

/// Connectors to other pages and to boxes of the same level, as printed lines.
using References = std::vector<std::string>;

NodeBox set_node_box(const LeveledGraph& graph, NodeIndex node, base::Length width, const NodeType& type,
                     line::LinkId link);
/// In bold, in the colour of the box's issue; gives no lines when there are none.
TextBlock set_references(const LeveledGraph& graph, NodeIndex node, const References& references, base::Length width,
                         const NodeType& type);
/// A box of this text and these references.
base::Length height_of(const NodeBox& box, const TextBlock& references);

struct NodeBoxPlace {
  base::Rect area;
  bool repeated = false;  ///< stands on an earlier page already: drawn paler
  page::TagId tag = page::kArtifact;
};
void draw_node_box(Canvas& canvas, const LeveledGraph& graph, NodeIndex node, const NodeBox& box,
                   const TextBlock& references, const NodeBoxPlace& place);

/// The stripe at the left of a box that belongs to an issue: its colour and its number.
inline constexpr base::Length kStripe = base::Length::pt(10);

}  // namespace phaen::diagram
