// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "base/format.h"

namespace phaen::doc {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Links and hosts by indices of nodes; links to nodes that are not there, and those of a node to itself, have kNone.
struct Index {
  explicit Index(const Graph& graph) : ends(graph.edges.size(), {kNone, kNone}), hosts(graph.nodes.size(), kNone) {
    std::unordered_map<std::string_view, std::size_t> of;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) of.emplace(graph.nodes[i].code, i);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
      if (const auto host = of.find(graph.nodes[i].host); host != of.end() && host->second != i)
        hosts[i] = host->second;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
      const auto from = of.find(graph.edges[i].from), to = of.find(graph.edges[i].to);
      if (from == of.end() || to == of.end() || from->second == to->second) continue;
      ends[i] = {from->second, to->second};
    }
  }
  bool known(std::size_t edge) const { return ends[edge].first != kNone; }
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  std::vector<std::size_t> hosts;
};

/// What is linked to what, one bit of a node each.
struct Facts {
  std::vector<bool> has_parent, has_project, serves_indicator;
};

using Adjacency = std::vector<std::vector<std::size_t>>;

/// Marks all that can be reached from the nodes on the stack, without these themselves unless they are reached again.
void spread(std::vector<std::size_t> stack, const Adjacency& next, std::vector<bool>& seen) {
  while (!stack.empty()) {
    const std::size_t at = stack.back();
    stack.pop_back();
    for (const std::size_t other : next[at])
      if (!seen[other]) {
        seen[other] = true;
        stack.push_back(other);
      }
  }
}

/// A project serves the indicators above it, and each node between hands them on; so counts go along whole chains. What
/// an indicator of a project is linked to, the project is linked to.
Facts find_facts(const Graph& graph, const Index& index) {
  const std::size_t count = graph.nodes.size();
  Facts facts{std::vector<bool>(count), std::vector<bool>(count), std::vector<bool>(count)};
  Adjacency above(count), below(count);
  for (std::size_t i = 0; i < index.ends.size(); ++i) {
    if (!index.known(i)) continue;
    const auto [from, to] = index.ends[i];
    facts.has_parent[to] = true;
    above[to].push_back(from);
    below[from].push_back(to);
  }
  const auto hosted_by_project = [&](std::size_t i) {
    return index.hosts[i] != kNone && graph.nodes[index.hosts[i]].kind == NodeKind::Project;
  };
  std::vector<std::size_t> projects, indicators;
  std::size_t top_level = kNone;
  for (std::size_t i = 0; i < count; ++i) {
    if (graph.nodes[i].kind == NodeKind::Project || hosted_by_project(i)) {
      projects.push_back(i);
    } else if (graph.nodes[i].kind == NodeKind::Indicator) {
      indicators.push_back(i);
      top_level = std::min<std::size_t>(top_level, graph.nodes[i].level);
    }
  }
  spread(projects, above, facts.has_project);
  spread(indicators, below, facts.serves_indicator);
  for (std::size_t i = 0; i < count; ++i) {
    if (index.hosts[i] == kNone) continue;
    // What an indicator is linked to, the box it hangs under is linked to; links inside one box lead nowhere.
    for (const std::size_t other : above[i])
      if (index.hosts[other] != index.hosts[i]) facts.has_parent[index.hosts[i]] = true;
    if (hosted_by_project(i)) facts.has_project[i] = true;
    if (facts.serves_indicator[i]) facts.serves_indicator[index.hosts[i]] = true;
    // No indicator stands above the topmost ones: the box they hang under is their parent.
    if (graph.nodes[i].level <= top_level) facts.has_parent[i] = true;
  }
  return facts;
}

/// Of links between boxes: an output and the outcome under one box are measured in units of their own.
bool unit_changes(const Graph& graph, const Index& index, std::size_t edge) {
  if (!index.known(edge)) return false;
  const auto [upper, lower] = index.ends[edge];
  const GraphNode &from = graph.nodes[upper], &to = graph.nodes[lower];
  if (index.hosts[upper] != kNone && index.hosts[upper] == index.hosts[lower]) return false;
  return from.kind == NodeKind::Indicator && to.kind == NodeKind::Indicator && !from.unit.empty() && !to.unit.empty() &&
         from.unit != to.unit;
}

/// Names of indicators that stand on several levels.
std::set<std::string_view> repeated_names(const Graph& graph) {
  std::map<std::string_view, std::uint16_t> level_of;
  std::set<std::string_view> repeated;
  for (const GraphNode& node : graph.nodes) {
    if (node.kind != NodeKind::Indicator) continue;
    const auto [at, added] = level_of.emplace(node.name, node.level);
    if (!added && at->second != node.level) repeated.insert(node.name);
  }
  return repeated;
}

bool is_orphan(const Graph& graph, const GraphNode& node, bool has_parent) {
  const bool free = node.level >= graph.levels.size() || !graph.levels[node.level].required;
  return node.level > 0 && !has_parent && !(free && node.kind == NodeKind::Item);
}

/// For each node, the lowest level above it that it, or what hangs under it, is linked to.
std::vector<std::size_t> nearest_levels(const Graph& graph, const Index& index) {
  std::vector<std::size_t> nearest(graph.nodes.size(), 0);
  const auto raise = [&](std::size_t node, std::size_t level) {
    if (node != kNone) nearest[node] = std::max(nearest[node], level);
  };
  for (std::size_t i = 0; i < index.ends.size(); ++i) {
    if (!index.known(i)) continue;
    const auto [from, to] = index.ends[i];
    if (graph.nodes[from].level >= graph.nodes[to].level) continue;
    raise(to, graph.nodes[from].level);
    raise(index.hosts[to], graph.nodes[from].level);
  }
  return nearest;
}

/// Whether a required level lies between two levels.
bool skips(const Graph& graph, std::size_t from, std::size_t to) {
  for (std::size_t level = from + 1; level < to && level < graph.levels.size(); ++level)
    if (graph.levels[level].required) return true;
  return false;
}

/// Whether a result is added along the link: both ends are indicators of one known unit that is no rate.
bool adds_up(const GraphNode& from, const GraphNode& to) {
  return from.kind == NodeKind::Indicator && to.kind == NodeKind::Indicator && !to.unit.empty() &&
         from.unit == to.unit && to.unit != "ร้อยละ";
}

/// Links of one indicator that lead to the same indicator above: its result would be added there twice.
void mark_results_counted_twice(const Graph& graph, const Index& index, std::vector<GraphEdge>& edges) {
  std::vector<std::vector<std::size_t>> into(graph.nodes.size());
  for (std::size_t i = 0; i < index.ends.size(); ++i)
    if (index.known(i) && adds_up(graph.nodes[index.ends[i].first], graph.nodes[index.ends[i].second]))
      into[index.ends[i].second].push_back(i);
  for (const std::vector<std::size_t>& ways : into) {
    if (ways.size() < 2) continue;
    std::map<std::size_t, std::size_t> reached_by;  // node -> the first way that leads to it
    for (const std::size_t way : ways) {
      std::set<std::size_t> seen;
      std::vector<std::size_t> stack{index.ends[way].first};
      while (!stack.empty()) {
        const std::size_t at = stack.back();
        stack.pop_back();
        if (!seen.insert(at).second) continue;
        const auto [known, first] = reached_by.emplace(at, way);
        if (!first) {
          edges[known->second].flaws.add(Flaw::DoubleCounting);
          edges[way].flaws.add(Flaw::DoubleCounting);
        }
        for (const std::size_t edge : into[at]) stack.push_back(index.ends[edge].first);
      }
    }
  }
}

/// Projects that primary links give to several issues: the money of each issue would hold all of theirs.
void mark_money_counted_twice(const Index& index, Graph& graph) {
  std::vector<std::set<std::uint16_t>> issues(graph.nodes.size());
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    if (graph.nodes[i].kind == NodeKind::Project && graph.nodes[i].group) issues[i].insert(*graph.nodes[i].group);
  for (std::size_t i = 0; i < index.ends.size(); ++i) {
    if (!index.known(i) || !graph.edges[i].primary) continue;
    const auto [from, to] = index.ends[i];
    const std::size_t host = index.hosts[to], project = host == kNone ? to : host;
    if (graph.nodes[project].kind == NodeKind::Project && graph.nodes[from].group)
      issues[project].insert(*graph.nodes[from].group);
  }
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    if (issues[i].size() > 1) graph.nodes[i].flaws.add(Flaw::DoubleCounting);
}

}  // namespace

GraphMeasures measure(const Graph& graph) {
  const Index index(graph);
  const Facts facts = find_facts(graph, index);
  GraphMeasures result;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    if (is_orphan(graph, node, facts.has_parent[i])) ++result.orphans;
    switch (node.kind) {
      case NodeKind::Indicator:
        ++result.indicators;
        result.indicators_with_parent += facts.has_parent[i] ? 1 : 0;
        result.indicators_with_project += facts.has_project[i] ? 1 : 0;
        break;
      case NodeKind::Project:
        ++result.projects;
        result.projects_with_indicator += facts.serves_indicator[i] ? 1 : 0;
        break;
      case NodeKind::Item:
      case NodeKind::Activity: break;
    }
  }
  result.names_on_several_levels = repeated_names(graph).size();
  for (std::size_t i = 0; i < index.ends.size(); ++i)
    if (unit_changes(graph, index, i)) ++result.unit_changes;
  return result;
}

Graph with_flaws(Graph graph) {
  const Index index(graph);
  const Facts facts = find_facts(graph, index);
  const std::set<std::string_view> repeated = repeated_names(graph);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    GraphNode& node = graph.nodes[i];
    if (is_orphan(graph, node, facts.has_parent[i])) node.flaws.add(Flaw::Orphan);
    if (node.kind == NodeKind::Indicator && !facts.has_project[i]) node.flaws.add(Flaw::NoProject);
    if (node.kind == NodeKind::Project && !facts.serves_indicator[i]) node.flaws.add(Flaw::NoIndicator);
    if (node.kind == NodeKind::Indicator && repeated.contains(node.name)) node.flaws.add(Flaw::SameName);
  }
  const std::vector<std::size_t> nearest = nearest_levels(graph, index);
  for (std::size_t i = 0; i < index.ends.size(); ++i) {
    if (!index.known(i)) continue;
    const GraphNode& from = graph.nodes[index.ends[i].first];
    const GraphNode& to = graph.nodes[index.ends[i].second];
    if (unit_changes(graph, index, i)) graph.edges[i].flaws.add(Flaw::UnitChange);
    const std::size_t host = index.hosts[index.ends[i].second];
    const std::size_t closest = std::max(nearest[index.ends[i].second], host == kNone ? 0 : nearest[host]);
    if (from.level >= closest && skips(graph, from.level, to.level)) graph.edges[i].flaws.add(Flaw::BrokenLevel);
  }
  mark_results_counted_twice(graph, index, graph.edges);
  mark_money_counted_twice(index, graph);
  return graph;
}

namespace {

struct FlawName {
  Flaw flaw;
  std::string_view name;
};
constexpr FlawName kFlawNames[] = {{Flaw::Orphan, "orphan"},
                                   {Flaw::NoProject, "no-project"},
                                   {Flaw::NoIndicator, "no-indicator"},
                                   {Flaw::BrokenLevel, "broken-level"},
                                   {Flaw::UnitChange, "unit-change"},
                                   {Flaw::DoubleCounting, "double-counting"},
                                   {Flaw::SameName, "same-name"}};

std::string flaw_text(Flaws flaws) {
  std::string text;
  for (const FlawName& row : kFlawNames)
    if (flaws.has(row.flaw)) text += base::format(" !{}", row.name);
  return text;
}

std::string_view name(NodeKind kind) {
  switch (kind) {
    case NodeKind::Item: return "item";
    case NodeKind::Indicator: return "indicator";
    case NodeKind::Project: return "project";
    case NodeKind::Activity: return "activity";
  }
  return "";
}

std::string_view name(Light light) {
  switch (light) {
    case Light::None: return "";
    case Light::Green: return "green";
    case Light::Yellow: return "yellow";
    case Light::Red: return "red";
  }
  return "";
}

std::string field(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : base::format(" {}={}", name, value);
}

}  // namespace

std::string dump(const Graph& graph) {
  std::string text = base::format("graph {}\n", graph.title);
  for (const GraphLevel& level : graph.levels)
    text += base::format("level {}{} {}\n", level.key, level.required ? "" : "?", level.name);
  for (std::size_t i = 0; i < graph.groups.size(); ++i) text += base::format("group {} {}\n", i, graph.groups[i]);
  for (const GraphNode& node : graph.nodes) {
    const std::string group = node.group ? std::to_string(*node.group) : std::string();
    text += base::format("node {} {} level={}{}{}{}{}{}{}{}{}{} {}\n", node.code, name(node.kind), node.level,
                         field("group", group), field("value", node.value), field("unit", node.unit),
                         field("weight", node.weight), field("light", name(node.light)), field("link", node.link),
                         field("host", node.host), field("short", node.short_name), flaw_text(node.flaws), node.name);
  }
  for (const GraphEdge& edge : graph.edges)
    text += base::format("edge {} -> {} {}{}\n", edge.from, edge.to, edge.primary ? "primary" : "secondary",
                         flaw_text(edge.flaws));
  return text;
}

}  // namespace phaen::doc
