// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/map.h"

#include <doctest/doctest.h>

#include "diagram/sample_graph.h"
#include "text/test_fonts.h"

namespace phaen::diagram {
namespace {

/// A drawing with what it was made with.
struct Drawn {
  text::FontBook fonts = shipped_fonts();
  text::Breaker breaker{{}};
  base::Diagnostics diagnostics;
  Drawing drawing;

  explicit Drawn(const doc::Graph& graph, const MapOptions& options = {}, bool tree = false) {
    const line::Setter setter{fonts, breaker, diagnostics};
    drawing = tree ? draw_tree(graph, options, setter) : draw_cascade(graph, options, setter);
  }
  std::string text(const page::Page& page) const {
    std::string all;
    for (const page::TextLine& line : page.lines) all += page::line_text(page, line, fonts) + "\n";
    return all;
  }
  std::string text() const {
    std::string all;
    for (const page::Page& page : drawing.pages) all += text(page);
    return all;
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) all.push_back(diagnostic.code);
    return all;
  }
};

doc::GraphNode node(std::string code, std::uint16_t level, std::string name = "ชื่อ") {
  doc::GraphNode made;
  made.code = std::move(code);
  made.name = std::move(name);
  made.level = level;
  made.group = 0;
  return made;
}

doc::Graph tiny() {
  doc::Graph graph;
  graph.title = "ผังเล็ก";
  graph.levels = {{"issue", "ประเด็น", true, true}, {"project", "โครงการ", true, false}};
  graph.groups = {"การค้า"};
  graph.nodes = {node("I1", 0, "การค้าชายแดน"), node("I1-K1", 0, "มูลค่าการค้า"), node("J1", 1, "ลานพักรถ"),
                 node("J2", 1, "ศูนย์ข้อมูล")};
  graph.nodes[1].kind = doc::NodeKind::Indicator;
  graph.nodes[1].host = "I1";
  graph.nodes[1].value = "80,000 ล้านบาท – ร้อยละ 5";
  graph.nodes[2].kind = graph.nodes[3].kind = doc::NodeKind::Project;
  graph.edges = {{"I1-K1", "J1", true, {}}};
  return graph;
}

void check_inside(const Drawing& drawing) {
  for (const page::Page& page : drawing.pages)
    for (const page::Path& path : page.paths)
      for (const page::PathStep& step : path.steps) {
        if (step.kind == page::PathStep::Kind::Close) continue;
        CHECK(step.to.x >= base::Length());
        CHECK(step.to.x <= page.size.width);
        CHECK(step.to.y >= base::Length());
        CHECK(step.to.y <= page.size.height);
      }
}

}  // namespace

TEST_CASE("a small map is one page with every box, its value, and the quality measures") {
  const Drawn drawn(tiny());
  REQUIRE(drawn.drawing.pages.size() == 1);
  const std::string text = drawn.text();
  for (const char* words : {"ผังเล็ก", "I1", "มูลค่าการค้า", "80,000 ล้านบาท – ร้อยละ 5", "ลานพักรถ",
                            "โครงการที่ตอบตัวชี้วัดอย่างน้อย 1 ตัว", "ร้อยละ 50.0 (1/2)", "! ไม่มีระดับบนรองรับ"})
    CHECK_MESSAGE(text.find(words) != std::string::npos, words);
  CHECK(drawn.diagnostics.empty());
}

TEST_CASE("the alternative text of the figure names boxes and links") {
  const Drawn drawn(tiny());
  std::string alternative;
  for (const page::Tag& tag : drawn.drawing.tags)
    if (tag.role == page::Role::Figure) alternative += tag.alternative;
  CHECK(alternative == "ผังเล็ก. ประเด็น: I1 การค้าชายแดน; I1-K1 มูลค่าการค้า; โครงการ: J1 ลานพักรถ สนับสนุน I1-K1; J2 ศูนย์ข้อมูล;");
}

TEST_CASE("nothing is set smaller than 12 office points") {
  const Drawn drawn(support::sample_97());
  for (const page::Page& page : drawn.drawing.pages)
    for (const page::TextRun& run : page.runs)
      CHECK(run.size.units() * 1000 >=
            base::Length::pt(12).units() * drawn.fonts.metrics(run.face).scale_permille - 1000);
}

TEST_CASE("a map that does not fit is a summary and detail pages that hold every box") {
  for (const bool tree : {false, true}) {
    const doc::Graph graph = support::sample_301();
    const Drawn drawn(graph, {}, tree);
    CHECK(drawn.drawing.pages.size() > 4);
    check_inside(drawn.drawing);
    const std::string text = drawn.text();
    // The tree shows of the upper plans only those an issue hangs on.
    for (const doc::GraphNode& box : graph.nodes)
      if (!tree || box.level >= 2) CHECK_MESSAGE(text.find(box.code + " ") != std::string::npos, box.code);
    for (const page::Page& page : drawn.drawing.pages)
      CHECK(page.size == paper_size(Paper::A3, Orientation::Landscape));
  }
}

TEST_CASE("connectors to other pages are labelled on both sides") {
  const Drawn drawn(support::sample_301());
  const std::string text = drawn.text();
  CHECK(text.find("ต่อหน้า ") != std::string::npos);
  CHECK(text.find("จากหน้า ") != std::string::npos);
}

TEST_CASE("the legend explains what occurs on the map and nothing else") {
  doc::Graph graph = tiny();
  const std::string plain = Drawn(graph).text();
  CHECK(plain.find("เชื่อมโยงหลัก") != std::string::npos);
  for (const char* words : {"เชื่อมโยงรอง", "หน่วยวัดเปลี่ยนตามเส้น", "นับซ้ำ", "นับงบซ้ำ", "ระดับที่ขาดหาย", "สถานะ:"})
    CHECK_MESSAGE(plain.find(words) == std::string::npos, words);
  graph.levels.push_back({"activity", "กิจกรรม"});
  graph.groups.push_back("เกษตร");
  graph.nodes[1].light = doc::Light::Red;
  graph.nodes[1].unit = "แห่ง";
  const auto indicator = [](const char* code, const char* host, std::uint16_t level, const char* unit) {
    doc::GraphNode made = node(code, level);
    made.kind = doc::NodeKind::Indicator;
    made.host = host;
    made.unit = unit;
    return made;
  };
  graph.nodes.push_back(indicator("J1-K1", "J1", 1, "แห่ง"));
  graph.nodes.push_back(indicator("J2-K1", "J2", 1, "แห่ง"));
  graph.nodes.push_back(indicator("J2-K2", "J2", 1, "คน"));
  graph.nodes.push_back(node("A", 2));
  graph.nodes.push_back(indicator("A-K", "A", 2, "แห่ง"));
  graph.nodes.push_back(node("I2", 0));
  graph.nodes.back().group = std::uint16_t{1};
  graph.edges = {{"I1-K1", "J1-K1"}, {"I1-K1", "J2-K1", false}, {"I1-K1", "J2-K2"},
                 {"J1-K1", "A-K"},   {"J2-K1", "A-K", false},   {"I2", "J1"},
                 {"I2", "A"}};
  const std::string full = Drawn(graph).text();
  for (const char* words : {"เชื่อมโยงรอง", "หน่วยวัดเปลี่ยนตามเส้น", "นับซ้ำ: ผล", "! นับงบซ้ำ", "สถานะ:"})
    CHECK_MESSAGE(full.find(words) != std::string::npos, words);
}

TEST_CASE("a new project leaves the boxes of the other issues on their pages, in their order and place") {
  for (const doc::Graph& graph : {support::sample_301(), support::sample_891()}) {
    doc::Graph more = graph;
    doc::GraphNode added = graph.nodes[graph.nodes.size() * 5 / 8];
    const std::uint16_t group = added.group.value();
    added.code = "NEW";
    more.nodes.insert(more.nodes.begin() + static_cast<std::ptrdiff_t>(graph.nodes.size() * 5 / 8), added);
    for (const doc::GraphEdge& edge : graph.edges)
      if (edge.to == more.nodes[graph.nodes.size() * 5 / 8 + 1].code && edge.primary) {
        more.edges.push_back({edge.from, "NEW", true, {}});
        break;
      }
    // Where each box of the other issues stands on its detail page, counted from the first page of its issue.
    const auto places = [group](const doc::Graph& of) {
      const Drawn drawn(of);
      std::vector<std::string> found;
      std::size_t first = 0;
      std::string issue;
      for (std::size_t i = 1; i < drawn.drawing.pages.size(); ++i) {
        const page::Page& page = drawn.drawing.pages[i];
        std::string own;
        for (const page::TextLine& line : page.lines)
          if (const std::string text = page::line_text(page, line, drawn.fonts); text.starts_with("ประเด็นที่ "))
            own = text.substr(0, text.find(' ', std::string("ประเด็นที่ ").size()));
        if (own != issue) first = i;
        issue = own;
        if (own == "ประเด็นที่ " + std::to_string(group + 1)) continue;
        for (const page::TextLine& line : page.lines)
          if (const std::string text = page::line_text(page, line, drawn.fonts); text.starts_with("L"))
            found.push_back(own + " +" + std::to_string(i - first) + " " +
                            std::to_string(page.runs[line.first_run].x.units()) + " " +
                            std::to_string(line.baseline.units()) + " " + text);
      }
      return found;
    };
    const std::vector<std::string> before = places(graph);
    CHECK(before.size() > 150);
    CHECK(places(more) == before);
  }
}

TEST_CASE("a focus keeps the chains through one box and nothing else") {
  MapOptions options;
  options.focus = "J1";
  const Drawn drawn(tiny(), options);
  const std::string text = drawn.text();
  CHECK(text.find("I1-K1") != std::string::npos);
  CHECK(text.find("ลานพักรถ") != std::string::npos);
  CHECK(text.find("ศูนย์ข้อมูล") == std::string::npos);
  options.focus = "J3";
  const Drawn unknown(tiny(), options);
  CHECK(unknown.codes() == std::vector<std::string>{"G007"});
  CHECK(unknown.drawing.pages.empty());
}

TEST_CASE("levels and issues that are asked for and are not there are errors") {
  MapOptions options;
  options.levels = {"projekt"};
  CHECK(Drawn(tiny(), options).codes() == std::vector<std::string>{"G011", "G004"});
  MapOptions issue;
  issue.issue = std::uint16_t{4};
  CHECK(Drawn(tiny(), issue).codes() == std::vector<std::string>{"G010"});
}

TEST_CASE("bad graphs are drawn without what is wrong in them, and that is told") {
  doc::Graph graph = tiny();
  graph.edges.push_back({"J1", "I1", true, {}});      // a circle
  graph.edges.push_back({"I1", "NOBODY", true, {}});  // no such box
  graph.nodes.push_back(node("J1", 0, "ฝาแฝด"));      // on two levels
  graph.nodes.push_back(node("X", 9, "ไม่มีระดับ"));
  for (const bool tree : {false, true}) {
    const Drawn drawn(graph, {}, tree);
    CHECK(drawn.codes() == std::vector<std::string>{"G001", "G005", "G003", "G002"});
    CHECK(!drawn.drawing.pages.empty());
    CHECK(drawn.text().find("ฝาแฝด") == std::string::npos);
  }
}

TEST_CASE("indicators of one level that drive each other in a circle lose the link that closes it") {
  doc::Graph graph = tiny();
  for (const char* code : {"I1-K2", "I1-K3"}) {
    graph.nodes.push_back(node(code, 0));
    graph.nodes.back().kind = doc::NodeKind::Indicator;
    graph.nodes.back().host = "I1";
  }
  graph.edges.push_back({"I1-K1", "I1-K2", true, {}});
  graph.edges.push_back({"I1-K2", "I1-K3", true, {}});
  graph.edges.push_back({"I1-K3", "I1-K1", true, {}});
  const Drawn drawn(graph);
  CHECK(drawn.codes() == std::vector<std::string>{"G003"});
  CHECK(drawn.text().find("สนับสนุน I1-K2") != std::string::npos);
  CHECK(drawn.text().find("สนับสนุน I1-K3") == std::string::npos);
}

TEST_CASE("an empty graph is refused") {
  doc::Graph graph;
  graph.title = "ว่าง";
  for (const bool tree : {false, true}) {
    const Drawn drawn(graph, {}, tree);
    CHECK(drawn.codes() == std::vector<std::string>{"G004"});
    CHECK(drawn.drawing.pages.empty());
  }
}

TEST_CASE("a name of 500 characters is cut to four lines and stands in full in the alternative text") {
  doc::Graph graph = tiny();
  std::string name;
  for (int i = 0; i < 50; ++i) name += "โครงการพัฒนา";
  graph.nodes[2].name = name;
  const Drawn drawn(graph);
  CHECK(drawn.codes() == std::vector<std::string>{"G006"});
  CHECK(drawn.text().find("…") != std::string::npos);
  CHECK(drawn.drawing.tags.back().alternative.find(name) != std::string::npos);
}

TEST_CASE("two thousand projects under one KPI are drawn on pages, each with the KPI") {
  doc::Graph graph = tiny();
  for (int i = 0; i < 2000; ++i) {
    graph.nodes.push_back(node("P" + std::to_string(i), 1));
    graph.edges.push_back({"I1-K1", "P" + std::to_string(i), true, {}});
  }
  for (const bool tree : {false, true}) {
    const Drawn drawn(graph, {}, tree);
    CHECK(drawn.drawing.pages.size() > 10);
    check_inside(drawn.drawing);
    const std::string text = drawn.text();
    for (int i = 0; i < 2000; ++i) CHECK(text.find("P" + std::to_string(i) + " ") != std::string::npos);
  }
}

TEST_CASE("the same graph gives the same pages") {
  const doc::Graph graph = support::sample_97();
  const Drawn first(graph), second(graph);
  const page::Pages a{{}, first.drawing.pages, first.drawing.tags, {}, {}};
  const page::Pages b{{}, second.drawing.pages, second.drawing.tags, {}, {}};
  CHECK(page::dump(a, first.fonts, nullptr, nullptr) == page::dump(b, second.fonts, nullptr, nullptr));
}

}  // namespace phaen::diagram
