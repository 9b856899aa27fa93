// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/map_pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "diagram/sample_graph.h"

namespace phaen::diagram {
namespace {

using base::Length;

struct Cut {
  explicit Cut(const doc::Graph& graph) {
    base::Diagnostics diagnostics;
    leveled = make_leveled_graph(graph, {}, diagnostics);
    heights.assign(graph.nodes.size(), Length::pt(40));
    rooms.assign(graph.groups.size() + 1, Length::pt(400));
    pages = cut_pages(leveled, {heights, heights, Length::pt(400), rooms});
  }
  LeveledGraph leveled;
  std::vector<Length> heights, rooms;
  MapPages pages;
};

/// `ต่อหน้า 12: I3-K1, I3-K2 และอีก 3`
struct Reference {
  bool below = false;  ///< ต่อหน้า, else จากหน้า
  std::size_t page = 0;
  std::set<std::string> codes;
  bool more = false;
};

Reference parse(const std::string& line) {
  Reference made;
  std::istringstream words(line);
  std::string word;
  words >> word;
  made.below = word == "ต่อหน้า";
  words >> made.page;
  words >> word;  // the colon
  while (words >> word) {
    if (word == "และอีก") made.more = true;
    if (word.ends_with(',')) word.pop_back();
    made.codes.insert(word);
  }
  return made;
}

}  // namespace

TEST_CASE("every box of the map has a home page, and what it hangs on stands there too") {
  const Cut cut(support::sample_301());
  for (NodeIndex node = 0; node < cut.heights.size(); ++node) {
    REQUIRE(cut.pages.home[node] < cut.pages.pages.size());
    const MapPage& page = cut.pages.pages[cut.pages.home[node]];
    const NodeIndex parent = cut.leveled.parent[node];
    if (page.summary || parent == kNoNode) continue;
    const auto& above = page.columns[cut.leveled.source.nodes[parent].level];
    CHECK(std::find(above.begin(), above.end(), parent) != above.end());
  }
}

TEST_CASE("each connector names the page of its other end, which names it back") {
  const Cut cut(support::sample_301());
  MapOptions options;
  options.first_page = 5;
  const auto lines = cross_references(cut.leveled, cut.pages, options);
  const auto& nodes = cut.leveled.source.nodes;
  std::size_t pairs = 0;
  for (const LeveledEdge& edge : cut.leveled.edges) {
    const auto find = [&](NodeIndex at, NodeIndex other, bool below) {
      bool counted = false;
      for (const std::string& line : lines[at]) {
        if (line.starts_with("และอีก")) counted = true;
        const Reference reference = parse(line);
        if (reference.below != below || reference.page != cut.pages.home[other] + 5) continue;
        if (reference.codes.contains(nodes[other].code)) return 2;
        counted = counted || reference.more;
      }
      return counted ? 1 : 0;
    };
    const int above = find(edge.from, edge.to, true), below = find(edge.to, edge.from, false);
    // One that is only counted, as `และอีก 3`, may be another.
    if (above == 2) CHECK(below > 0);
    if (below == 2) CHECK(above > 0);
    pairs += above == 2 && below == 2 ? 1 : 0;
  }
  CHECK(pairs > 20);
}

TEST_CASE("indicators of one level that drive each other name each other on both their pages") {
  doc::Graph graph = support::sample_301();
  for (doc::GraphNode& node : graph.nodes)
    if (node.code == "L3-1" || node.code == "L3-35") node.kind = doc::NodeKind::Indicator;
  graph.edges.push_back({"L3-1", "L3-35", true, {}});
  const Cut cut(graph);
  const auto lines = cross_references(cut.leveled, cut.pages, MapOptions{});
  std::string above, below;
  std::size_t above_page = 0, below_page = 0;
  for (NodeIndex node = 0; node < graph.nodes.size(); ++node) {
    const bool is_above = graph.nodes[node].code == "L3-1", is_below = graph.nodes[node].code == "L3-35";
    if (is_above) above_page = cut.pages.home[node] + 1;
    if (is_below) below_page = cut.pages.home[node] + 1;
    for (const std::string& line : lines[node]) {
      if (is_above && line.starts_with("สนับสนุน")) above += line;
      if (is_below && line.starts_with("สนับสนุน")) below += line;
    }
  }
  CHECK(above_page != below_page);
  CHECK(above == "สนับสนุนโดย L3-35 (หน้า " + std::to_string(below_page) + ")");
  CHECK(below == "สนับสนุน L3-1 (หน้า " + std::to_string(above_page) + ")");
}

TEST_CASE("upper boxes that no summary has room for and no issue hangs on stand on further summaries") {
  doc::Graph graph = support::sample_97();
  for (int i = 0; i < 60; ++i) {
    doc::GraphNode lone;
    lone.code = "X" + std::to_string(i);
    lone.name = "แผนระดับบน";
    lone.level = 0;
    graph.nodes.push_back(lone);
  }
  const Cut cut(graph);
  std::size_t found = 0;
  for (const MapPage& page : cut.pages.pages)
    for (const NodeIndex node : page.columns[0]) found += graph.nodes[node].code.starts_with("X") ? 1 : 0;
  CHECK(found == 60);
  CHECK(cut.pages.pages.back().summary);
}

}  // namespace phaen::diagram
