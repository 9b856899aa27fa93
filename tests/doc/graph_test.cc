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

TEST_CASE("links along which one result reaches an indicator above twice are marked, when results add up") {
  const auto marked = [](const char* unit, const char* unit_between) {
    Graph graph;
    graph.levels = {{"goal", "เป้าหมาย"}, {"issue", "ประเด็น"}, {"project", "โครงการ"}};
    graph.nodes = {node("T", NodeKind::Indicator, 0, unit), node("A", NodeKind::Indicator, 1, unit),
                   node("B", NodeKind::Indicator, 1, unit_between), node("L", NodeKind::Indicator, 2, unit),
                   node("M", NodeKind::Indicator, 2, unit)};
    graph.edges = {{"T", "A"}, {"T", "B"}, {"A", "L"}, {"B", "L"}, {"A", "M"}};
    std::string codes;
    for (const GraphEdge& edge : with_flaws(graph).edges)
      if (edge.flaws.has(Flaw::DoubleCounting)) codes += edge.from + edge.to + " ";
    return codes;
  };
  CHECK(marked("แห่ง", "แห่ง") == "AL BL ");
  CHECK(marked("แห่ง", "ร้อยละ") == "");    // nothing is added along a change of unit
  CHECK(marked("ร้อยละ", "ร้อยละ") == "");  // rates are not added
  CHECK(marked("", "") == "");            // unknown units are not
}

TEST_CASE("a link past an indicator to one that it drives anyway counts twice") {
  Graph graph;
  graph.levels = {{"goal", "เป้าหมาย"}, {"issue", "ประเด็น"}, {"project", "โครงการ"}};
  graph.nodes = {node("T", NodeKind::Indicator, 0, "ไร่"), node("A", NodeKind::Indicator, 1, "ไร่"),
                 node("L", NodeKind::Indicator, 2, "ไร่")};
  graph.edges = {{"T", "A"}, {"A", "L"}, {"T", "L"}};
  const Graph found = with_flaws(graph);
  CHECK(!found.edges[0].flaws.has(Flaw::DoubleCounting));
  CHECK(found.edges[1].flaws.has(Flaw::DoubleCounting));
  CHECK(found.edges[2].flaws.has(Flaw::DoubleCounting));
}

TEST_CASE("a project that primary links give to two issues has its money counted twice") {
  Graph graph;
  graph.levels = {{"issue", "ประเด็น"}, {"project", "โครงการ"}};
  graph.groups = {"หนึ่ง", "สอง"};
  graph.nodes = {node("I1", NodeKind::Item, 0),    node("I2-K1", NodeKind::Indicator, 0),
                 node("J1", NodeKind::Project, 1), node("J2", NodeKind::Project, 1),
                 node("J3", NodeKind::Project, 1), node("J3-K1", NodeKind::Indicator, 1, {}, "J3")};
  for (GraphNode& one : graph.nodes) one.group = std::uint16_t{0};
  graph.nodes[1].group = std::uint16_t{1};
  graph.edges = {{"I1", "J1"}, {"I2-K1", "J1"}, {"I2-K1", "J2", false}, {"I2-K1", "J3-K1"}};
  const Graph found = with_flaws(graph);
  CHECK(found.nodes[2].flaws.has(Flaw::DoubleCounting));
  CHECK(!found.nodes[3].flaws.has(Flaw::DoubleCounting));  // a secondary link takes no money along
  CHECK(found.nodes[4].flaws.has(Flaw::DoubleCounting));
}

}  // namespace phaen::doc
