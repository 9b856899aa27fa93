// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/leveled_graph.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "diagram/diagnostics.h"

namespace phaen::diagram {
namespace {

using Codes = std::unordered_map<std::string_view, NodeIndex>;

NodeIndex find(const Codes& codes, std::string_view code) {
  const auto at = codes.find(code);
  return at == codes.end() ? kNoNode : at->second;
}

Codes index_codes(const doc::Graph& graph, std::vector<bool>& drawn, base::Diagnostics& diagnostics) {
  Codes codes;
  for (NodeIndex i = 0; i < graph.nodes.size(); ++i) {
    const doc::GraphNode& node = graph.nodes[i];
    if (node.level >= graph.levels.size()) {
      diagnostics.add(diagnostics::unknown_level(node.code, node.level));
      continue;
    }
    const auto [at, added] = codes.emplace(node.code, i);
    drawn[i] = added;
    if (!added)
      diagnostics.add(diagnostics::code_twice(node.code, graph.levels[graph.nodes[at->second].level].name,
                                              graph.levels[node.level].name));
  }
  return codes;
}

/// Whether links between boxes of one level lead from one to another already.
bool leads(const std::vector<LeveledEdge>& peers, NodeIndex from, NodeIndex to) {
  std::set<NodeIndex> seen{from};
  for (bool grows = true; grows && !seen.contains(to);) {
    const std::size_t before = seen.size();
    for (const LeveledEdge& peer : peers)
      if (seen.contains(peer.from)) seen.insert(peer.to);
    grows = seen.size() > before;
  }
  return seen.contains(to);
}

void collect_edges(const Codes& codes, LeveledGraph& leveled, base::Diagnostics& diagnostics) {
  std::set<std::pair<NodeIndex, NodeIndex>> known;
  const doc::Graph& graph = leveled.source;
  for (const doc::GraphEdge& edge : graph.edges) {
    const NodeIndex from = find(codes, edge.from), to = find(codes, edge.to);
    if (from == kNoNode || to == kNoNode) {
      diagnostics.add(diagnostics::unknown_end(edge.from, edge.to, from == kNoNode));
      continue;
    }
    if (!known.emplace(from, to).second) continue;
    const doc::GraphNode &upper = graph.nodes[from], &lower = graph.nodes[to];
    const LeveledEdge made{from, to, edge.primary, edge.flaws};
    if (upper.level < lower.level)
      leveled.edges.push_back(made);
    else if (upper.level == lower.level && !leads(leveled.peers, to, from) && upper.kind == doc::NodeKind::Indicator &&
             lower.kind == doc::NodeKind::Indicator)
      leveled.peers.push_back(made);
    else
      diagnostics.add(diagnostics::not_downwards(upper.code, graph.levels[upper.level].name, lower.code,
                                                 graph.levels[lower.level].name));
  }
}

/// Hosts on the same level; a host hangs under nothing itself.
std::vector<NodeIndex> find_hosts(const doc::Graph& graph, const Codes& codes) {
  std::vector<NodeIndex> hosts(graph.nodes.size(), kNoNode);
  for (NodeIndex i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].host.empty()) continue;
    const NodeIndex host = find(codes, graph.nodes[i].host);
    if (host != kNoNode && host != i && graph.nodes[host].level == graph.nodes[i].level &&
        graph.nodes[host].host.empty())
      hosts[i] = host;
  }
  return hosts;
}

using Adjacency = std::vector<std::vector<NodeIndex>>;

void reach(NodeIndex start, const Adjacency& next, std::vector<bool>& seen) {
  std::vector<NodeIndex> stack{start};
  std::vector<bool> visited(next.size());
  while (!stack.empty()) {
    const NodeIndex at = stack.back();
    stack.pop_back();
    if (visited[at]) continue;
    visited[at] = seen[at] = true;
    stack.insert(stack.end(), next[at].begin(), next[at].end());
  }
}

/// Links and hosts as ways up and down.
struct Ways {
  explicit Ways(const LeveledGraph& leveled) : up(leveled.host.size()), down(leveled.host.size()) {
    for (const LeveledEdge& edge : leveled.edges) {
      up[edge.to].push_back(edge.from);
      down[edge.from].push_back(edge.to);
    }
    for (NodeIndex i = 0; i < leveled.host.size(); ++i)
      if (leveled.host[i] != kNoNode) up[i].push_back(leveled.host[i]);
  }
  Adjacency up, down;
};

void keep_focus(const LeveledGraph& leveled, const Codes& codes, const std::string& focus, std::vector<bool>& drawn,
                base::Diagnostics& diagnostics) {
  const NodeIndex at = find(codes, focus);
  if (at == kNoNode) {
    std::vector<std::string> candidates;
    for (const doc::GraphNode& node : leveled.source.nodes) candidates.push_back(node.code);
    diagnostics.add(diagnostics::unknown_focus(focus, base::did_you_mean(focus, candidates)));
    return;
  }
  const Ways ways(leveled);
  std::vector<bool> seen(drawn.size());
  reach(at, ways.up, seen);
  reach(at, ways.down, seen);
  for (NodeIndex i = 0; i < drawn.size(); ++i) {
    const NodeIndex host = leveled.host[i];
    if (seen[i] && host != kNoNode) seen[host] = true;
    if (host == at) seen[i] = true;
  }
  for (std::size_t i = 0; i < drawn.size(); ++i) drawn[i] = drawn[i] && seen[i];
}

void keep_issue(const LeveledGraph& leveled, std::uint16_t issue, std::vector<bool>& drawn) {
  const Ways ways(leveled);
  std::vector<bool> seen(drawn.size());
  for (NodeIndex i = 0; i < drawn.size(); ++i)
    if (drawn[i] && leveled.source.nodes[i].group == issue) seen[i] = true;
  // Upwards only through boxes that belong to no other issue.
  std::vector<NodeIndex> stack;
  for (NodeIndex i = 0; i < drawn.size(); ++i)
    if (seen[i]) stack.push_back(i);
  while (!stack.empty()) {
    const NodeIndex at = stack.back();
    stack.pop_back();
    for (const NodeIndex upper : ways.up[at]) {
      if (seen[upper] || (leveled.source.nodes[upper].group && leveled.source.nodes[upper].group != issue)) continue;
      seen[upper] = true;
      stack.push_back(upper);
    }
  }
  for (std::size_t i = 0; i < drawn.size(); ++i) drawn[i] = drawn[i] && seen[i];
}

void drop_hidden_edges(LeveledGraph& leveled, const std::vector<bool>& drawn) {
  const auto hidden = [&](const LeveledEdge& edge) { return !drawn[edge.from] || !drawn[edge.to]; };
  std::erase_if(leveled.edges, hidden);
  std::erase_if(leveled.peers, hidden);
}

/// The first primary link upwards, else the first; of several, the one from the nearest level.
std::vector<NodeIndex> find_parents(const LeveledGraph& leveled) {
  std::vector<NodeIndex> parents(leveled.source.nodes.size(), kNoNode);
  std::vector<bool> primary(parents.size());
  for (const LeveledEdge& edge : leveled.edges) {
    NodeIndex& parent = parents[edge.to];
    const bool nearer = parent != kNoNode && leveled.source.nodes[edge.from].level > leveled.source.nodes[parent].level;
    const bool better = edge.primary != primary[edge.to] ? edge.primary : nearer;
    if (parent != kNoNode && !better) continue;
    parent = edge.from;
    primary[edge.to] = edge.primary;
  }
  return parents;
}

void fill_levels(LeveledGraph& leveled, const std::vector<bool>& drawn) {
  Adjacency hanging(drawn.size());
  for (NodeIndex i = 0; i < drawn.size(); ++i)
    if (drawn[i] && leveled.host[i] != kNoNode && drawn[leveled.host[i]]) hanging[leveled.host[i]].push_back(i);
  leveled.levels.assign(leveled.source.levels.size(), {});
  for (NodeIndex i = 0; i < drawn.size(); ++i) {
    if (!drawn[i]) continue;
    if (leveled.host[i] != kNoNode && drawn[leveled.host[i]]) continue;
    leveled.host[i] = kNoNode;
    std::vector<NodeIndex>& level = leveled.levels[leveled.source.nodes[i].level];
    level.push_back(i);
    level.insert(level.end(), hanging[i].begin(), hanging[i].end());
  }
}

/// Levels not asked for are emptied, not removed: indices stay those of the graph until compact_levels().
void keep_levels(const doc::Graph& graph, const MapOptions& options, std::vector<bool>& drawn,
                 base::Diagnostics& diagnostics) {
  if (options.levels.empty()) return;
  std::vector<std::string> keys;
  for (const doc::GraphLevel& level : graph.levels) keys.push_back(level.key);
  for (const std::string& key : options.levels)
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      diagnostics.add(diagnostics::unknown_level_key(key, base::did_you_mean(key, keys)));
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (!drawn[i]) continue;
    const std::string& key = graph.levels[graph.nodes[i].level].key;
    drawn[i] = std::find(options.levels.begin(), options.levels.end(), key) != options.levels.end();
  }
}

/// Levels without a box take no column.
void compact_levels(LeveledGraph& leveled) {
  std::vector<std::uint16_t> new_level(leveled.levels.size());
  std::vector<std::vector<NodeIndex>> levels;
  std::vector<doc::GraphLevel> names;
  for (std::size_t level = 0; level < leveled.levels.size(); ++level) {
    new_level[level] = static_cast<std::uint16_t>(levels.size());
    if (leveled.levels[level].empty()) continue;
    levels.push_back(std::move(leveled.levels[level]));
    names.push_back(leveled.source.levels[level]);
  }
  for (doc::GraphNode& node : leveled.source.nodes)
    if (node.level < new_level.size()) node.level = new_level[node.level];
  leveled.levels = std::move(levels);
  leveled.source.levels = std::move(names);
}

}  // namespace

LeveledGraph make_leveled_graph(const doc::Graph& graph, const MapOptions& options, base::Diagnostics& diagnostics) {
  LeveledGraph leveled;
  leveled.source = doc::with_flaws(graph);
  std::vector<bool> drawn(graph.nodes.size());
  const Codes codes = index_codes(leveled.source, drawn, diagnostics);
  collect_edges(codes, leveled, diagnostics);
  leveled.host = find_hosts(leveled.source, codes);
  if (!options.focus.empty()) keep_focus(leveled, codes, options.focus, drawn, diagnostics);
  if (options.issue) {
    if (*options.issue >= graph.groups.size())
      diagnostics.add(diagnostics::unknown_issue(*options.issue, graph.groups.size()));
    else
      keep_issue(leveled, *options.issue, drawn);
  }
  keep_levels(leveled.source, options, drawn, diagnostics);
  drop_hidden_edges(leveled, drawn);
  fill_levels(leveled, drawn);
  compact_levels(leveled);
  leveled.parent = find_parents(leveled);
  leveled.edges_into.resize(graph.nodes.size());
  leveled.edges_from.resize(graph.nodes.size());
  for (std::uint32_t i = 0; i < leveled.edges.size(); ++i) {
    leveled.edges_into[leveled.edges[i].to].push_back(i);
    leveled.edges_from[leveled.edges[i].from].push_back(i);
  }
  if (leveled.levels.empty()) diagnostics.add(diagnostics::empty_map(graph.title));
  return leveled;
}

}  // namespace phaen::diagram
