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

/// Which boxes stand near a stretch of the page: by bands of 100 pt.
class Bands {
 public:
  explicit Bands(const CascadePage& page) {
    for (BoxIndex box = 0; box < page.boxes.size(); ++box)
      for (std::int64_t band = of(page.boxes[box].area.y); band <= of(page.boxes[box].area.bottom()); ++band)
        bands_[band].push_back(box);
  }
  /// Calls `visit` with the boxes between two heights, some perhaps twice.
  template <typename Visit>
  void visit(Length top, Length bottom, const Visit& visit) const {
    for (auto band = bands_.lower_bound(of(top)); band != bands_.end() && band->first <= of(bottom); ++band)
      for (const BoxIndex box : band->second) visit(box);
  }

 private:
  static std::int64_t of(Length y) { return y.units() / Length::pt(100).units(); }
  std::map<std::int64_t, std::vector<BoxIndex>> bands_;
};

/// Boxes that overlap another one.
std::size_t overlaps(const CascadePage& page) {
  const Bands bands(page);
  std::size_t count = 0;
  for (BoxIndex i = 0; i < page.boxes.size(); ++i)
    bands.visit(page.boxes[i].area.y, page.boxes[i].area.bottom(), [&](BoxIndex j) {
      if (i != j && overlap(page.boxes[i].area, page.boxes[j].area)) ++count;
    });
  return count;
}

/// Stretches of links that touch the inside of a box they neither come from nor lead to.
std::size_t links_through_boxes(const CascadePage& page) {
  const Bands bands(page);
  std::size_t count = 0;
  for (const CascadeLink& link : page.links)
    for (std::size_t i = 1; i < link.path.size(); ++i) {
      const Point a = link.path[i - 1], b = link.path[i];
      const Length left = std::min(a.x, b.x), right = std::max(a.x, b.x), top = std::min(a.y, b.y),
                   bottom = std::max(a.y, b.y);
      bands.visit(top, bottom, [&](BoxIndex box) {
        if (page.boxes[box].kind == CascadeBox::Kind::Lane || box == link.from || box == link.to) return;
        const Rect& area = page.boxes[box].area;
        if (left < area.right() && right > area.x && top < area.bottom() && bottom > area.y) ++count;
      });
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

/// Links that cross when every column stands in plan order: of links sorted by their upper ends, each with those before
/// it whose lower end stands further down.
std::uint64_t plan_order_crossings(const doc::Graph& graph) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> place;
  std::vector<std::size_t> count(graph.levels.size());
  for (const doc::GraphNode& node : graph.nodes) place[node.code] = {node.level, count[node.level]++};
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> links(graph.levels.size());
  for (const doc::GraphEdge& edge : graph.edges)
    links[place[edge.from].first].emplace_back(place[edge.from].second, place[edge.to].second);
  std::uint64_t crossings = 0;
  for (auto& between : links) {
    std::sort(between.begin(), between.end());
    std::vector<std::size_t> ends;  // sorted
    for (const auto& [from, to] : between) {
      const auto at = std::upper_bound(ends.begin(), ends.end(), to);
      crossings += static_cast<std::uint64_t>(ends.end() - at);
      ends.insert(at, to);
    }
  }
  return crossings;
}

const std::vector<doc::Graph (*)()> kEverySize{support::sample_97, support::sample_301, support::sample_891,
                                               support::sample_1756, support::sample_5176};

}  // namespace

TEST_CASE(
    "at every size no boxes overlap, no link passes through a box, every link is orthogonal, no more links cross "
    "than in plan order") {
  for (const auto& sample : kEverySize) {
    const doc::Graph graph = sample();
    CAPTURE(graph.nodes.size());
    const LeveledGraph leveled = chart_of(graph);
    const std::uint64_t plan_order = plan_order_crossings(graph);
    CHECK(plan_order > 0);
    for (const bool keep_order : {true, false}) {
      const CascadePage page = whole_page(leveled, keep_order);
      CHECK(page.boxes.size() == graph.nodes.size());
      CHECK(page.links.size() == graph.edges.size());
      CHECK(overlaps(page) == 0);
      CHECK(links_through_boxes(page) == 0);
      CHECK(slanted(page) == 0);
      if (keep_order)
        CHECK(count_crossings(page) == plan_order);
      else
        CHECK(count_crossings(page) <= plan_order);
    }
  }
}

TEST_CASE("the checks of overlaps and of links through boxes find what is wrong") {
  CascadePage page = whole_page(chart_of(support::sample_97()), true);
  page.boxes[30].area.y = page.boxes[31].area.y - Length::pt(3);
  CHECK(overlaps(page) > 0);
  page = whole_page(chart_of(support::sample_97()), true);
  const Rect& area = page.boxes[20].area;
  page.links.front().path = {{area.x - Length::pt(5), area.y + Length::pt(5)},
                             {area.right() + Length::pt(5), area.y + Length::pt(5)}};
  CHECK(links_through_boxes(page) == 1);
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
