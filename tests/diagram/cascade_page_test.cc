// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/cascade_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "diagram/sample_graph.h"

namespace phaen::diagram {
namespace {

using base::Length;
using base::Point;
using base::Rect;

/// The whole graph on one page of boxes of fixed height.
CascadePage whole_page(const LeveledGraph& leveled, bool keep_order) {
  std::vector<std::vector<CascadeEntry>> columns(leveled.levels.size());
  for (std::size_t level = 0; level < leveled.levels.size(); ++level)
    for (const NodeIndex node : leveled.levels[level])
      columns[level].push_back({node, false, Length::pt(20 + static_cast<double>(node % 3) * 11)});
  CascadePage page = make_cascade_page(leveled, columns, keep_order);
  for (std::size_t i = 0; i < page.columns.size(); ++i) {
    page.columns[i].x = Length::pt(160) * static_cast<std::int64_t>(i);
    page.columns[i].width = Length::pt(110);
  }
  place(page, Length());
  route(page);
  return page;
}

LeveledGraph chart_of(const doc::Graph& graph) {
  base::Diagnostics diagnostics;
  LeveledGraph leveled = make_leveled_graph(graph, {}, diagnostics);
  CHECK(diagnostics.empty());
  return leveled;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Pairs of boxes that overlap.
std::size_t overlaps(const CascadePage& page) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < page.boxes.size(); ++i)
    for (std::size_t j = i + 1; j < page.boxes.size(); ++j)
      if (overlap(page.boxes[i].area, page.boxes[j].area)) ++count;
  return count;
}

/// Stretches of links that touch the inside of a box they neither come from nor lead to.
std::size_t links_through_boxes(const CascadePage& page) {
  std::size_t count = 0;
  for (const CascadeLink& link : page.links)
    for (std::size_t i = 1; i < link.path.size(); ++i) {
      const Point a = link.path[i - 1], b = link.path[i];
      const Length left = std::min(a.x, b.x), right = std::max(a.x, b.x), top = std::min(a.y, b.y),
                   bottom = std::max(a.y, b.y);
      for (BoxIndex box = 0; box < page.boxes.size(); ++box) {
        if (page.boxes[box].kind == CascadeBox::Kind::Lane || box == link.from || box == link.to) continue;
        const Rect& area = page.boxes[box].area;
        if (left < area.right() && right > area.x && top < area.bottom() && bottom > area.y) ++count;
      }
    }
  return count;
}

std::size_t slanted(const CascadePage& page) {
  std::size_t count = 0;
  for (const CascadeLink& link : page.links)
    for (std::size_t i = 1; i < link.path.size(); ++i)
      if (link.path[i - 1].x != link.path[i].x && link.path[i - 1].y != link.path[i].y) ++count;
  return count;
}

/// Links that cross when every column stands in plan order; counted pair by pair.
std::uint64_t plan_order_crossings(const doc::Graph& graph) {
  std::map<std::string, std::pair<int, int>> place;
  std::map<int, int> count;
  for (const doc::GraphNode& node : graph.nodes) place[node.code] = {node.level, count[node.level]++};
  std::uint64_t crossings = 0;
  for (std::size_t i = 0; i < graph.edges.size(); ++i)
    for (std::size_t j = i + 1; j < graph.edges.size(); ++j) {
      const auto [level, from] = place[graph.edges[i].from];
      const auto [other_level, other_from] = place[graph.edges[j].from];
      const int to = place[graph.edges[i].to].second, other_to = place[graph.edges[j].to].second;
      if (level == other_level && (from - other_from) * (to - other_to) < 0) ++crossings;
    }
  return crossings;
}

}  // namespace

TEST_CASE("no boxes overlap, no link passes through a box, every link is orthogonal") {
  for (const doc::Graph& graph : {support::sample_97(), support::sample_301(), support::sample_891()}) {
    const LeveledGraph leveled = chart_of(graph);
    for (const bool keep_order : {true, false}) {
      const CascadePage page = whole_page(leveled, keep_order);
      CHECK(page.boxes.size() == graph.nodes.size());
      CHECK(overlaps(page) == 0);
      CHECK(links_through_boxes(page) == 0);
      CHECK(slanted(page) == 0);
    }
  }
}

TEST_CASE("crossings are those of plan order, and never more when boxes may move") {
  for (const doc::Graph& graph : {support::sample_97(), support::sample_301(), support::sample_891()}) {
    const LeveledGraph leveled = chart_of(graph);
    const std::uint64_t plan_order = plan_order_crossings(graph);
    CHECK(plan_order > 0);
    CHECK(count_crossings(whole_page(leveled, true)) == plan_order);
    CHECK(count_crossings(whole_page(leveled, false)) <= plan_order);
  }
}

TEST_CASE("boxes of a column stand in plan order") {
  const doc::Graph graph = support::sample_301();
  const CascadePage page = whole_page(chart_of(graph), true);
  for (const CascadeColumn& column : page.columns)
    for (std::size_t i = 1; i < column.boxes.size(); ++i) {
      CHECK(page.boxes[column.boxes[i - 1]].node < page.boxes[column.boxes[i]].node);
      CHECK(page.boxes[column.boxes[i - 1]].area.bottom() < page.boxes[column.boxes[i]].area.y);
    }
}

TEST_CASE("a new project leaves the boxes of other issues in their order") {
  doc::Graph graph = support::sample_97();
  const auto order = [](const doc::Graph& of) {
    const CascadePage page = whole_page(chart_of(of), true);
    std::vector<std::string> codes;
    for (const CascadeColumn& column : page.columns)
      for (const BoxIndex box : column.boxes) codes.push_back(of.nodes[page.boxes[box].node].code);
    return codes;
  };
  const std::vector<std::string> before = order(graph);
  doc::GraphNode added = graph.nodes.back();
  added.code = "NEW";
  graph.nodes.insert(graph.nodes.end() - 30, added);
  graph.edges.push_back({"L4-8", "NEW", true, {}});
  std::vector<std::string> after = order(graph);
  CHECK(std::erase(after, "NEW") == 1);
  CHECK(after == before);
}

TEST_CASE("a link that passes a level goes round its boxes, over one that is missing through an empty box") {
  doc::Graph graph = support::sample_97();
  graph.levels[3].required = false;
  graph.edges.push_back({"L2-1", "L4-16", true, {}});  // past level 3, which links may pass
  graph.edges.push_back({"L0-1", "L5-60", true, {}});
  doc::GraphNode lost = graph.nodes.back();
  lost.code = "LOST";
  graph.nodes.push_back(lost);
  graph.edges.push_back({"L3-12", "LOST", true, {}});  // level 4 is missing between
  const CascadePage page = whole_page(chart_of(graph), true);
  CHECK(overlaps(page) == 0);
  CHECK(links_through_boxes(page) == 0);
  std::size_t lanes = 0, ghosts = 0;
  for (const CascadeBox& box : page.boxes) {
    lanes += box.kind == CascadeBox::Kind::Lane ? 1 : 0;
    ghosts += box.kind == CascadeBox::Kind::Ghost ? 1 : 0;
  }
  CHECK(lanes == 5);
  CHECK(ghosts == 1);
}

TEST_CASE("links of one box share one trunk") {
  const LeveledGraph leveled = chart_of(support::sample_97());
  const CascadePage page = whole_page(leveled, true);
  std::map<BoxIndex, Point> out;
  for (const CascadeLink& link : page.links) {
    const auto [at, added] = out.emplace(link.from, link.path.front());
    CHECK(at->second == link.path.front());
  }
}

}  // namespace phaen::diagram
