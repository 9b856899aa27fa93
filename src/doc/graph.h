// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's chain of results as boxes and links: what every KPI Map is drawn from. It knows no plan; whoever makes it
// writes values as printed text, with their origin beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/origin.h"

namespace phaen::doc {

/// What is wrong with a box or a link; several may hold.
enum class Flaw : std::uint16_t {
  Orphan = 1,           ///< no link upwards although it stands below the top level
  NoProject = 2,        ///< an indicator no project answers
  NoIndicator = 4,      ///< a project that answers no indicator
  BrokenLevel = 8,      ///< its link upwards skips a level that must not be skipped
  UnitChange = 16,      ///< the unit changes along the link
  DoubleCounting = 32,  ///< a link: its result reaches one indicator above along two ways; a project: its money counts
                        ///< in full for several issues
  SameName = 64,        ///< an indicator of this name stands on another level too
};

class Flaws {
 public:
  constexpr bool has(Flaw flaw) const { return (bits_ & static_cast<std::uint16_t>(flaw)) != 0; }
  constexpr void add(Flaw flaw) { bits_ = static_cast<std::uint16_t>(bits_ | static_cast<std::uint16_t>(flaw)); }
  constexpr bool none() const { return bits_ == 0; }
  constexpr bool operator==(const Flaws&) const = default;

 private:
  std::uint16_t bits_ = 0;
};

/// Printed as a coloured disc with a letter (ข, ล, ด), so that it reads in grey.
enum class Light : std::uint8_t { None, Green, Yellow, Red };

enum class NodeKind : std::uint8_t { Item, Indicator, Project, Activity };

struct GraphLevel {
  std::string key;            ///< for dumps and options: `issue`, `issue-kpi`
  std::string name;           ///< heading of the column: `ประเด็นการพัฒนา`
  bool required = true;       ///< false: links may pass it, and its boxes need nothing above them
  bool starts_pages = false;  ///< the level of the issues: detail pages begin here
};

struct GraphNode {
  std::string code;  ///< unique; what links name
  std::string name;  ///< in full
  NodeKind kind = NodeKind::Item;
  std::uint16_t level = 0;             ///< index of Graph::levels
  std::optional<std::uint16_t> group;  ///< index of Graph::groups: the issue whose colour it has
  std::string value;                   ///< `80,000 ล้านบาท → 25`, or a budget; empty: none
  std::string unit;                    ///< of an indicator; empty: unknown
  std::string weight;                  ///< `10`; empty: none
  Light light = Light::None;
  base::OriginId name_origin = base::kNoOrigin, value_origin = base::kNoOrigin;
  std::string link;  ///< `#label` or a URI; empty: none
  /// The box of the same level it hangs under: an indicator under its issue; empty: it stands alone. Hanging indicators
  /// that are linked with each other are the output and the outcome of one box.
  std::string host;
  Flaws flaws;
  std::string short_name;  ///< drawn where the name takes more than four lines; empty: none
};

struct GraphEdge {
  std::string from, to;  ///< codes; `from` stands on the upper level
  bool primary = true;   ///< หลัก, else รอง
  Flaws flaws;
};

/// Nodes of a level stand in plan order.
struct Graph {
  std::string title;  ///< `แผนผังความเชื่อมโยงตัวชี้วัด …`
  std::vector<GraphLevel> levels;   ///< from the top
  std::vector<std::string> groups;  ///< names of the issues
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// Printed under a map (docs/kpi-map.md). Counts are of nodes; shares are count and total.
struct GraphMeasures {
  std::size_t indicators = 0, indicators_with_parent = 0, indicators_with_project = 0;
  std::size_t projects = 0, projects_with_indicator = 0;
  std::size_t orphans = 0;
  std::size_t names_on_several_levels = 0;
  std::size_t unit_changes =
      0;  ///< links between indicators of different, known units that stand under different boxes
  bool operator==(const GraphMeasures&) const = default;
};
/// Links to nodes that are not there count for nothing.
GraphMeasures measure(const Graph& graph);

/// The same graph with the flaws of nodes and links found out and set, those already set kept.
Graph with_flaws(Graph graph);

/// `graph` dump: levels, nodes and links, one a line.
std::string dump(const Graph& graph);

}  // namespace phaen::doc
