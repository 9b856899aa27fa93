// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/tree_pages.h"

#include <algorithm>
#include <deque>
#include <set>

#include "diagram/map_pages.h"

namespace phaen::diagram {

using base::Length;

std::vector<NodeIndex> tree_parents(const LeveledGraph& graph) {
  std::vector<NodeIndex> parents = graph.parent;
  for (NodeIndex node = 0; node < parents.size(); ++node)
    if (graph.host[node] != kNoNode) parents[node] = graph.host[node];
  // A box that only what hangs under it is linked with hangs where that does.
  for (const auto& level : graph.levels)
    for (const NodeIndex node : level) {
      const NodeIndex host = graph.host[node];
      if (host != kNoNode && parents[host] == kNoNode) parents[host] = graph.parent[node];
    }
  return parents;
}

namespace {

class TreeCutter {
 public:
  TreeCutter(const LeveledGraph& graph, const TreeMeasure& measure)
      : graph_(graph), measure_(measure), parents_(tree_parents(graph)), children_(parents_.size()) {
    for (const auto& level : graph_.levels)
      for (const NodeIndex node : level)
        if (parents_[node] != kNoNode) children_[parents_[node]].push_back(node);
  }

  std::vector<TreePage> run() {
    const std::size_t top = issue_level(graph_);
    for (std::size_t level = top; level < graph_.levels.size(); ++level)
      for (const NodeIndex node : graph_.levels[level]) {
        if (graph_.host[node] != kNoNode) continue;
        const NodeIndex above = parents_[node];
        if (level == top || above == kNoNode || graph_.source.nodes[above].level < top) add_root(node);
      }
    return std::move(pages_);
  }

 private:
  void add_root(NodeIndex root) {
    std::vector<TreeColumn> columns;
    for (const NodeIndex head : children_[root]) {
      columns.emplace_back();
      add_below(head, 0, 0, columns.back());
    }
    std::size_t next = 0;
    bool continued = false;
    do {
      TreePage page;
      page.root = root;
      page.continued = continued;
      page.upper = upper_plans(root);
      std::deque<TreeColumn> left;
      const auto put = [&](TreeColumn column) {
        TreeColumn rest = cut_column(column);
        page.columns.push_back(std::move(column));
        if (rest.entries.size() > 1) left.push_back(std::move(rest));
      };
      for (; next < columns.size() && page.columns.size() < measure_.columns; ++next) put(std::move(columns[next]));
      // What is left of these columns goes on beside them, else on the next page before the next heads begin.
      while (!left.empty() && page.columns.size() < measure_.columns) {
        TreeColumn column = std::move(left.front());
        left.pop_front();
        put(std::move(column));
      }
      columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(next), left.begin(), left.end());
      pages_.push_back(std::move(page));
      continued = true;
    } while (next < columns.size());
  }

  void add_below(NodeIndex node, int depth, std::uint32_t parent, TreeColumn& column) {
    struct Step {
      NodeIndex node;
      int depth;
      std::uint32_t parent;
    };
    std::vector<Step> stack{{node, depth, parent}};
    while (!stack.empty()) {
      const Step step = stack.back();
      stack.pop_back();
      const auto index = static_cast<std::uint32_t>(column.entries.size());
      column.entries.push_back({step.node, step.depth, false, {}, step.parent});
      const auto& below = children_[step.node];
      for (std::size_t i = below.size(); i-- > 0;) stack.push_back({below[i], step.depth + 1, index});
    }
  }

  /// Cuts a column where the page ends; gives the rest with the boxes it hangs on repeated.
  TreeColumn cut_column(TreeColumn& column) const {
    Length used;
    std::size_t fits = 0;
    for (const TreeEntry& entry : column.entries) {
      used += measure_.height_of(entry.node) + kTreeGap;
      if (used > measure_.height && fits > first_new(column)) break;
      ++fits;
    }
    TreeColumn rest;
    if (fits == column.entries.size()) return rest;
    // No box ends a column that what hangs under it begins.
    while (fits > first_new(column) + 1 && column.entries[fits].parent == fits - 1) --fits;
    rest.continued = true;
    // The boxes from the head down to what the first box of the rest hangs on.
    std::vector<std::uint32_t> chain;
    for (std::uint32_t at = column.entries[fits].parent;; at = column.entries[at].parent) {
      chain.push_back(at);
      if (at == 0) break;
    }
    std::vector<std::uint32_t> moved(column.entries.size(), 0);
    for (std::size_t i = chain.size(); i-- > 0;) {
      take(column, chain[i], moved, rest);
      rest.entries.back().repeated = true;
    }
    for (auto i = static_cast<std::uint32_t>(fits); i < column.entries.size(); ++i) take(column, i, moved, rest);
    column.entries.resize(fits);
    return rest;
  }

  /// How many boxes at the beginning of a column stand on an earlier page already: the head and those below it that
  /// each hang on the one before.
  static std::size_t first_new(const TreeColumn& column) {
    std::size_t count = 1;
    while (column.continued && count < column.entries.size() && column.entries[count].parent == count - 1 &&
           count + 1 < column.entries.size() && column.entries[count + 1].parent == count)
      ++count;
    return count;
  }

  static void take(const TreeColumn& column, std::uint32_t index, std::vector<std::uint32_t>& moved, TreeColumn& rest) {
    TreeEntry entry = column.entries[index];
    moved[index] = static_cast<std::uint32_t>(rest.entries.size());
    entry.parent = moved[entry.parent];
    rest.entries.push_back(entry);
  }

  /// Everything above that primary links lead to, by level.
  std::vector<NodeIndex> upper_plans(NodeIndex root) const {
    std::set<NodeIndex> seen{root};
    std::vector<NodeIndex> found{root};
    for (std::size_t next = 0; next < found.size(); ++next)
      for (const std::uint32_t edge : graph_.edges_into[found[next]]) {
        const NodeIndex upper = graph_.edges[edge].from;
        if (graph_.edges[edge].primary && seen.insert(upper).second) found.push_back(upper);
      }
    found.erase(found.begin());
    std::stable_sort(found.begin(), found.end(), [&](NodeIndex a, NodeIndex b) {
      return graph_.source.nodes[a].level != graph_.source.nodes[b].level
                 ? graph_.source.nodes[a].level < graph_.source.nodes[b].level
                 : a < b;
    });
    return found;
  }

  const LeveledGraph& graph_;
  const TreeMeasure& measure_;
  std::vector<NodeIndex> parents_;
  std::vector<std::vector<NodeIndex>> children_;
  std::vector<TreePage> pages_;
};

}  // namespace

std::vector<TreePage> cut_tree(const LeveledGraph& graph, const TreeMeasure& measure) {
  return TreeCutter(graph, measure).run();
}

}  // namespace phaen::diagram
