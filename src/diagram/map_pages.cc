// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/map_pages.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/format.h"

namespace phaen::diagram {

using base::Length;

namespace {

constexpr std::uint32_t kNoPage = 0xFFFFFFFF;

/// Boxes with what hangs under them, and the forest of primary links between them.
struct Forest {
  explicit Forest(const LeveledGraph& graph)
      : hanging(graph.host.size()), children(graph.host.size()), above(graph.host.size(), kNoNode) {
    for (const auto& level : graph.levels)
      for (const NodeIndex node : level)
        if (graph.host[node] != kNoNode) hanging[graph.host[node]].push_back(node);
    for (const auto& level : graph.levels)
      for (const NodeIndex node : level) {
        if (graph.host[node] != kNoNode) continue;
        // A box hangs on what it, or the first thing under it, is linked with.
        NodeIndex parent = graph.parent[node];
        for (std::size_t i = 0; parent == kNoNode && i < hanging[node].size(); ++i)
          parent = graph.parent[hanging[node][i]];
        if (parent == kNoNode) continue;
        if (graph.host[parent] != kNoNode) parent = graph.host[parent];
        above[node] = parent;
        children[parent].push_back(node);
      }
  }
  std::vector<std::vector<NodeIndex>> hanging, children;
  std::vector<NodeIndex> above;
};

class Cutter {
 public:
  Cutter(const LeveledGraph& graph, const PageRoom& room)
      : graph_(graph), room_(room), forest_(graph), on_page_(graph.host.size(), kNoPage) {
    result_.home.assign(graph.host.size(), kNoPage);
  }

  MapPages run() {
    cut();
    add_forgotten();
    for (MapPage& page : result_.pages) sort_columns(page);
    mark_repeated();
    return std::move(result_);
  }

 private:
  Length height_of_unit(NodeIndex node, const std::vector<Length>& heights) const {
    Length height = heights[node] + kBoxGap;
    for (const NodeIndex under : forest_.hanging[node]) height += heights[under] + kHangingGap;
    return height;
  }

  bool fits(std::size_t level, bool with_hanging) const {
    Length height;
    for (const NodeIndex node : graph_.levels[level])
      if (graph_.host[node] == kNoNode)
        height += with_hanging ? height_of_unit(node, room_.summary_heights) : room_.summary_heights[node] + kBoxGap;
    return height <= room_.summary;
  }

  /// Of the page begun last.
  Length capacity() const {
    const std::optional<std::uint16_t>& group = result_.pages.back().group;
    return group && *group + 1U < room_.detail.size() ? room_.detail[*group] : room_.detail.back();
  }

  std::size_t levels_that_fit() const {
    std::size_t level = 0;
    while (level < std::min(issue_level_ + 1, graph_.levels.size()) && fits(level, true)) ++level;
    return level;
  }

  /// Boxes of the upper levels that no summary had room for and no issue hangs on.
  void add_forgotten() {
    std::vector<std::vector<NodeIndex>> left(issue_level_);
    std::size_t count = 0;
    for (std::size_t level = 0; level < issue_level_; ++level)
      for (const NodeIndex node : graph_.levels[level])
        if (graph_.host[node] == kNoNode && result_.home[node] == kNoPage) left[level].push_back(node), ++count;
    std::vector<std::size_t> next(left.size());
    while (count > 0) {
      start_page({});
      result_.pages.back().summary = true;
      for (std::size_t level = 0; level < left.size(); ++level)
        for (Length used; next[level] < left[level].size(); ++next[level], --count) {
          const NodeIndex node = left[level][next[level]];
          const Length height = height_of_unit(node, room_.summary_heights);
          if (used > Length() && used + height > room_.summary) break;
          used += height;
          put(node);
          for (const NodeIndex under : forest_.hanging[node]) put(under);
        }
    }
  }

  void cut() {
    const std::size_t top = issue_level(graph_);
    const std::size_t summary = levels_that_fit();
    if (summary > 0) {
      start_page({});
      result_.pages.back().summary = true;
      for (std::size_t level = 0; level < summary; ++level)
        for (const NodeIndex node : graph_.levels[level]) put(node);
      // The issues themselves belong to the overview, their indicators when there is room.
      if (summary == top && fits(top, false))
        for (const NodeIndex node : graph_.levels[top])
          if (graph_.host[node] == kNoNode) put(node);
    }
    // Detail pages hold every box of the issue level and below, each issue's from its own root down.
    std::vector<NodeIndex> roots;
    for (std::size_t level = top; level < graph_.levels.size(); ++level)
      for (const NodeIndex node : graph_.levels[level]) {
        if (graph_.host[node] != kNoNode) continue;
        const NodeIndex above = forest_.above[node];
        if (level == top || above == kNoNode || graph_.source.nodes[above].level < top) roots.push_back(node);
      }
    std::stable_sort(roots.begin(), roots.end(), [&](NodeIndex a, NodeIndex b) { return group_key(a) < group_key(b); });
    std::optional<std::uint32_t> key;
    for (const NodeIndex root : roots) {
      if (key != group_key(root)) start_page(graph_.source.nodes[root].group);
      key = group_key(root);
      add_tree(root);
    }
  }

  std::uint32_t group_key(NodeIndex node) const {
    return graph_.source.nodes[node].group ? *graph_.source.nodes[node].group : 0xFFFF;
  }

  void add_tree(NodeIndex root) {
    std::vector<NodeIndex> stack{root};
    while (!stack.empty()) {
      const NodeIndex node = stack.back();
      stack.pop_back();
      add(node);
      const auto& children = forest_.children[node];
      stack.insert(stack.end(), children.rbegin(), children.rend());
    }
  }

  /// The box with everything it hangs on; on a new page when a column would grow too high.
  void add(NodeIndex node) {
    const auto now = [&] { return static_cast<std::uint32_t>(result_.pages.size() - 1); };
    std::vector<NodeIndex> chain;
    const auto find_chain = [&] {
      chain.clear();
      for (NodeIndex at = node; at != kNoNode && on_page_[at] != now(); at = forest_.above[at]) {
        chain.push_back(at);
        if (graph_.source.nodes[at].level > issue_level_) continue;
        add_upper_plans(at, now(), chain);
        break;
      }
    };
    find_chain();
    const bool fits = std::all_of(chain.begin(), chain.end(), [&](NodeIndex at) {
      return used_[graph_.source.nodes[at].level] + height_of_unit(at, room_.detail_heights) <= capacity();
    });
    if (!fits && !page_is_new_) {
      start_page(result_.pages.back().group);
      find_chain();
    }
    for (std::size_t i = chain.size(); i-- > 0;) {
      put(chain[i]);
      for (const NodeIndex under : forest_.hanging[chain[i]]) put(under);
    }
    page_is_new_ = false;
  }

  /// Everything above an issue that its primary links lead to: the strip of upper plans of each of its pages.
  void add_upper_plans(NodeIndex issue, std::uint32_t page, std::vector<NodeIndex>& chain) const {
    std::set<NodeIndex> seen{issue};
    for (std::size_t next = chain.size() - 1; next < chain.size(); ++next) {
      const auto visit = [&](NodeIndex at) {
        for (const std::uint32_t edge : graph_.edges_into[at]) {
          if (!graph_.edges[edge].primary) continue;
          NodeIndex upper = graph_.edges[edge].from;
          if (graph_.host[upper] != kNoNode) upper = graph_.host[upper];
          if (on_page_[upper] != page && seen.insert(upper).second) chain.push_back(upper);
        }
      };
      const NodeIndex at = chain[next];
      visit(at);
      for (const NodeIndex under : forest_.hanging[at]) visit(under);
    }
  }

  void put(NodeIndex node) {
    const std::uint16_t level = graph_.source.nodes[node].level;
    const auto page = static_cast<std::uint32_t>(result_.pages.size() - 1);
    on_page_[node] = page;
    // A box's home is its detail page; the summary is home only to what stands on no other.
    std::uint32_t& home = result_.home[node];
    if (home == kNoPage || (result_.pages[home].summary && level >= issue_level_)) home = page;
    result_.pages.back().columns[level].push_back(node);
    if (graph_.host[node] == kNoNode) used_[level] += height_of_unit(node, room_.detail_heights);
  }

  void start_page(std::optional<std::uint16_t> group) {
    result_.pages.emplace_back();
    result_.pages.back().columns.resize(graph_.levels.size());
    result_.pages.back().group = group;
    used_.assign(graph_.levels.size(), Length());
    page_is_new_ = true;
  }

  /// Plan order, what hangs under a box right after it.
  void sort_columns(MapPage& page) {
    if (position_.empty()) {
      position_.resize(graph_.host.size());
      for (const auto& level : graph_.levels)
        for (std::uint32_t i = 0; i < level.size(); ++i) position_[level[i]] = i;
    }
    for (auto& column : page.columns)
      std::sort(column.begin(), column.end(), [&](NodeIndex a, NodeIndex b) { return position_[a] < position_[b]; });
  }

  void mark_repeated() {
    for (std::uint32_t number = 0; number < result_.pages.size(); ++number) {
      MapPage& page = result_.pages[number];
      page.repeated.resize(page.columns.size());
      for (std::size_t level = 0; level < page.columns.size(); ++level)
        for (const NodeIndex node : page.columns[level])
          page.repeated[level].push_back(!page.summary && result_.home[node] != number);
    }
  }

  const LeveledGraph& graph_;
  const PageRoom& room_;
  Forest forest_;
  std::vector<std::uint32_t> on_page_;
  std::size_t issue_level_ = issue_level(graph_);
  MapPages result_;
  std::vector<Length> used_;
  std::vector<std::uint32_t> position_;
  bool page_is_new_ = true;
};

}  // namespace

std::size_t issue_level(const LeveledGraph& graph) {
  std::size_t found = 0;
  for (std::size_t level = 0; level < graph.levels.size(); ++level) {
    if (graph.source.levels[level].starts_pages) return level;
    std::set<std::uint16_t> groups;
    std::size_t boxes = 0;
    for (const NodeIndex node : graph.levels[level]) {
      if (graph.host[node] != kNoNode) continue;
      ++boxes;
      if (const auto& group = graph.source.nodes[node].group) groups.insert(*group);
    }
    if (boxes > 1 && boxes == groups.size() && groups.size() == graph.source.groups.size()) found = level;
  }
  return found;
}

bool fits_one_page(const LeveledGraph& graph, const std::vector<Length>& heights, Length capacity) {
  return std::all_of(graph.levels.begin(), graph.levels.end(), [&](const auto& level) {
    Length height;
    for (const NodeIndex node : level) height += heights[node] + (graph.host[node] == kNoNode ? kBoxGap : kHangingGap);
    return height <= capacity;
  });
}

MapPages whole_page(const LeveledGraph& graph) {
  MapPages result;
  result.home.assign(graph.host.size(), 0);
  result.pages.emplace_back();
  result.pages.back().columns = graph.levels;
  for (const auto& level : graph.levels) result.pages.back().repeated.emplace_back(level.size(), false);
  return result;
}

MapPages cut_pages(const LeveledGraph& graph, const PageRoom& room) { return Cutter(graph, room).run(); }

namespace {

constexpr std::size_t kMostNamed = 4;

/// `ต่อหน้า 12: I3-K1, I3-K2`, one line a page; the pages after the third are only counted.
class ReferenceLines {
 public:
  ReferenceLines(const char* lead, const MapOptions& options) : lead_(lead), options_(&options) {}
  void add(std::uint32_t page, const std::string& code) { codes_[page].push_back(code); }
  void write(std::vector<std::string>& lines) const {
    std::size_t written = 0, left = 0;
    for (const auto& [page, codes] : codes_) {
      if (written == 3) {
        left += codes.size();
        continue;
      }
      ++written;
      std::string line = base::format("{} {}:", lead_, page_text(*options_, page));
      for (std::size_t i = 0; i < codes.size() && i < kMostNamed; ++i)
        line += base::format("{} {}", i == 0 ? "" : ",", codes[i]);
      if (codes.size() > kMostNamed) line += base::format(" และอีก {}", codes.size() - kMostNamed);
      lines.push_back(line);
    }
    if (left > 0) lines.push_back(base::format("และอีก {} แห่ง", left));
  }

 private:
  const char* lead_;
  const MapOptions* options_;
  std::map<std::uint32_t, std::vector<std::string>> codes_;
};

}  // namespace

std::vector<std::vector<std::string>> cross_references(const LeveledGraph& graph, const MapPages& pages,
                                                       const MapOptions& options) {
  std::vector<std::vector<std::string>> result(graph.host.size());
  // For each node the pages it stands on, sorted, as pages are walked in order.
  std::vector<std::vector<std::uint32_t>> stands(graph.host.size());
  for (std::uint32_t number = 0; number < pages.pages.size(); ++number)
    for (const auto& column : pages.pages[number].columns)
      for (const NodeIndex node : column) stands[node].push_back(number);
  const auto together = [&](NodeIndex a, NodeIndex b) {
    return std::find_first_of(stands[a].begin(), stands[a].end(), stands[b].begin(), stands[b].end()) !=
           stands[a].end();
  };
  std::vector<ReferenceLines> from(graph.host.size(), {"จากหน้า", options}), to(graph.host.size(), {"ต่อหน้า", options});
  for (const LeveledEdge& edge : graph.edges) {
    if (stands[edge.from].empty() || stands[edge.to].empty() || together(edge.from, edge.to)) continue;
    from[edge.to].add(pages.home[edge.from], graph.source.nodes[edge.from].code);
    to[edge.from].add(pages.home[edge.to], graph.source.nodes[edge.to].code);
  }
  for (NodeIndex node = 0; node < result.size(); ++node) {
    from[node].write(result[node]);
    to[node].write(result[node]);
  }
  for (const LeveledEdge& peer : graph.peers) {
    const bool far = pages.home[peer.from] != pages.home[peer.to];
    const auto page_of = [&](NodeIndex node) {
      return far ? base::format(" (หน้า {})", page_text(options, pages.home[node])) : std::string();
    };
    result[peer.to].push_back(base::format("สนับสนุน {}{}", graph.source.nodes[peer.from].code, page_of(peer.from)));
    // Between pages both ends say so.
    if (far)
      result[peer.from].push_back(base::format("สนับสนุนโดย {}{}", graph.source.nodes[peer.to].code, page_of(peer.to)));
  }
  return result;
}

}  // namespace phaen::diagram
