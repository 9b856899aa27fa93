// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/graph.h"

#include <doctest/doctest.h>

namespace phaen::doc {
namespace {

GraphNode node(std::string code, NodeKind kind, std::uint16_t level, std::string unit = {}, std::string host = {}) {
  GraphNode made;
  made.code = std::move(code);
  made.name = made.code;
  made.kind = kind;
  made.level = level;
  made.unit = std::move(unit);
  made.host = std::move(host);
  return made;
}

Graph sample() {
  Graph graph;
  graph.title = "ผัง";
  graph.levels = {{"issue", "ประเด็น"}, {"programme", "แผนงาน"}, {"project", "โครงการ"}};
  graph.nodes = {node("I1", NodeKind::Item, 0),
                 node("I1-K1", NodeKind::Indicator, 0, "ร้อยละ", "I1"),
                 node("I1-K2", NodeKind::Indicator, 0, "วัน", "I1"),
                 node("P1", NodeKind::Item, 1),
                 node("J1", NodeKind::Project, 2),
                 node("J1-K1", NodeKind::Indicator, 2, "แห่ง", "J1"),
                 node("J2", NodeKind::Project, 2)};
  graph.edges = {
      {"I1", "P1", true, {}}, {"P1", "J2", true, {}}, {"I1-K1", "J1-K1", true, {}}, {"I1", "GONE", true, {}}};
  return graph;
}

}  // namespace

TEST_CASE("measures count indicators with parents and projects, projects with indicators, and changes of unit") {
  const GraphMeasures found = measure(sample());
  CHECK(found.indicators == 3);
  CHECK(found.indicators_with_parent == 3);   // the topmost hang under their issue
  CHECK(found.indicators_with_project == 2);  // no project answers I1-K2
  CHECK(found.projects == 2);
  CHECK(found.projects_with_indicator == 1);  // J2 hangs on a programme alone
  CHECK(found.orphans == 0);
  CHECK(found.unit_changes == 1);
  CHECK(found.names_on_several_levels == 0);
}

TEST_CASE("flaws: no project, no indicator, a level passed over, names on two levels, orphans") {
  Graph graph = sample();
  graph.nodes[5].name = graph.nodes[1].name;
  graph.nodes.push_back(node("J3", NodeKind::Project, 2));
  const Graph flawed = with_flaws(graph);
  CHECK(flawed.nodes[2].flaws.has(Flaw::NoProject));
  CHECK(flawed.nodes[6].flaws.has(Flaw::NoIndicator));
  CHECK(flawed.nodes[1].flaws.has(Flaw::SameName));
  CHECK(flawed.nodes[5].flaws.has(Flaw::SameName));
  CHECK(flawed.nodes[7].flaws.has(Flaw::Orphan));
  CHECK(!flawed.nodes[4].flaws.has(Flaw::Orphan));  // what hangs under it is linked
  CHECK(flawed.edges[2].flaws.has(Flaw::BrokenLevel));
  CHECK(flawed.edges[2].flaws.has(Flaw::UnitChange));
  CHECK(flawed.edges[1].flaws.none());
}

TEST_CASE("the dump lists levels, boxes and links") {
  Graph graph = sample();
  graph.nodes.resize(2);
  graph.edges.resize(1);
  CHECK(dump(with_flaws(graph)) ==
        "graph ผัง\n"
        "level issue ประเด็น\n"
        "level programme แผนงาน\n"
        "level project โครงการ\n"
        "node I1 item level=0 I1\n"
        "node I1-K1 indicator level=0 unit=ร้อยละ host=I1 !no-project I1-K1\n"
        "edge I1 -> P1 primary\n");
}

}  // namespace phaen::doc
