// SPDX-License-Identifier: GPL-3.0-or-later
// Maps on the pages of a document.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "diagram/sample_graph.h"
#include "doc/map_values.h"
#include "setting.h"

using namespace phaen;
using namespace phaen::layout;
using base::Length;

namespace {

doc::MapFigure map_of(doc::Graph graph, doc::MapKind kind = doc::MapKind::Cascade) {
  doc::GraphMap map;
  map.kind = kind;
  map.graph = std::move(graph);
  doc::MapFigure figure;
  figure.content = std::make_shared<const doc::MapContent>(doc::MapContent{std::move(map)});
  figure.caption = doc::Caption{doc::CaptionKind::Figure, "1", words("แผนภาพที่ 1"), words("ผังทดลอง"), "map"};
  return figure;
}

doc::Section map_section(doc::MapFigure figure) {
  doc::Section section;
  section.name = "map";
  section.geometry = {{Length::mm(420), Length::mm(297)}, Length::cm(2), Length::cm(2), Length::cm(2), Length::cm(2)};
  section.blocks.push_back(std::move(figure));
  return section;
}

doc::Section figures() {
  doc::Section section = toy_section("figures", 9);
  section.blocks.push_back(doc::Contents{doc::ContentsKind::Figures, 1});
  return section;
}

doc::Section chapter(int pages) {
  doc::Section section = toy_section("chapter", 1);
  for (int i = 0; i < pages; ++i) section.blocks.push_back(paragraph("น้ำ"));
  return section;
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// The number and the codes of each `ต่อหน้า 12: A, B` of a text.
struct Connector {
  std::string page;
  std::vector<std::string> codes;
};
std::vector<Connector> connectors(const std::string& text, const std::string& lead) {
  std::vector<Connector> found;
  for (std::size_t at = text.find(lead); at != std::string::npos; at = text.find(lead, at + 1)) {
    std::size_t i = at + lead.size();
    Connector one;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') one.page += text[i++];
    if (i >= text.size() || text[i] != ':') continue;
    while (i < text.size() && (text[i] == ':' || text[i] == ' ' || text[i] == '/')) ++i;  // it may go over two lines
    std::string code;
    while (i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == '-'))
      code += text[i++];
    one.codes.push_back(code);
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace

TEST_CASE("a map takes whole pages, with caption, continuation, folio and a place in the list of figures") {
  Press press;
  doc::Section section = map_section(map_of(support::sample_301()));
  section.blocks.insert(section.blocks.begin(), paragraph("ก่อน"));
  for (int i = 0; i < 60; ++i) section.blocks.insert(section.blocks.begin(), paragraph("ก่อน"));
  section.blocks.push_back(paragraph("หลัง"));
  const page::Pages pages = press.set({figures(), section});
  CHECK(!has(press.codes(), "Y"));
  const std::vector<std::string> texts = press.texts(pages);
  std::size_t first = 0;
  while (first < texts.size() && !has(texts[first], "ต่อหน้า")) ++first;
  REQUIRE(first == 3);  // list of figures, two pages of text
  const std::size_t last = texts.size() - 2;
  REQUIRE(last > first);
  CHECK(has(texts[0], "แผนภาพที่ 1 ผังทดลอง/4/"));
  CHECK(has(texts[first], "แผนภาพที่ 1 ผังทดลอง/4/"));
  for (std::size_t i = first + 1; i <= last; ++i)
    CHECK_MESSAGE(has(texts[i], "แผนภาพที่ 1 (ต่อ)/" + std::to_string(i + 1) + "/"), texts[i]);
  CHECK(texts.back() == "หลัง/" + std::to_string(texts.size()) + "/");
  CHECK(!has(texts[first - 1], "L0-1"));
}

TEST_CASE("connectors name the document's own pages, on which the box they lead to stands") {
  Press press;
  const page::Pages pages = press.set({figures(), chapter(95), map_section(map_of(support::sample_301()))});
  CHECK(!has(press.codes(), "Y"));
  const std::vector<std::string> texts = press.texts(pages);
  std::size_t checked = 0;
  for (const std::string& text : texts)
    for (const char* lead : {"ต่อหน้า ", "จากหน้า "})
      for (const Connector& connector : connectors(text, lead)) {
        const auto target = std::find_if(pages.pages.begin(), pages.pages.end(),
                                         [&](const page::Page& page) { return page.folio == connector.page; });
        REQUIRE(target != pages.pages.end());
        const std::string& there = texts[static_cast<std::size_t>(target - pages.pages.begin())];
        for (const std::string& code : connector.codes) {
          CHECK_MESSAGE(has(there, code), code << " is not on page " << connector.page);
          ++checked;
        }
      }
  CHECK(checked > 20);
}

TEST_CASE("Thai digits and lettered folios go into the connectors") {
  Press press;
  press.info.digits = doc::Digits::Thai;
  doc::Section section = map_section(map_of(support::sample_301()));
  section.restart_folio_at = 21;
  const std::string text = press.text(press.set({section}), 0);
  CHECK(has(text, "ต่อหน้า ๒๒"));
  CHECK(has(text, "L0-1"));  // codes stay Arabic
  CHECK(has(text, "ร้อยละ "));
  for (char digit = '0'; digit <= '9'; ++digit) CHECK(!has(text, std::string("ร้อยละ ") + digit));
  section.folio = doc::Folio::ThaiLetters;
  section.restart_folio_at = 1;
  CHECK(has(press.text(press.set({section}), 0), "ต่อหน้า ข"));
}

TEST_CASE("everything a map draws stands inside the type area") {
  for (const doc::MapKind kind : {doc::MapKind::Cascade, doc::MapKind::Tree}) {
    Press press;
    const doc::Section section = map_section(map_of(support::sample_301(), kind));
    const page::Pages pages = press.set({section});
    const doc::PageGeometry& geometry = section.geometry;
    for (const page::Page& page : pages.pages) {
      CHECK(page.size == geometry.paper);
      for (const page::Path& path : page.paths)
        for (const page::PathStep& step : path.steps) {
          if (step.kind == page::PathStep::Kind::Close) continue;
          CHECK(step.to.x >= geometry.left - Length::pt(4));
          CHECK(step.to.x <= geometry.paper.width - geometry.right + Length::pt(8));
          CHECK(step.to.y >= geometry.top);
          CHECK(step.to.y <= geometry.paper.height - geometry.bottom);
        }
      for (const page::TextLine& line : page.lines)
        if (line.tag != page::kArtifact) CHECK(line.baseline <= geometry.paper.height - geometry.bottom);
    }
  }
}

TEST_CASE("boxes link to the first of their labels that the document has, and to nothing else") {
  doc::Graph graph;
  graph.title = "ผัง";
  graph.levels = {{"issue", "ประเด็น", true, true}, {"project", "โครงการ"}};
  for (const char* code : {"I1", "J1", "J2"}) {
    doc::GraphNode node;
    node.code = code;
    node.name = "กล่อง";
    node.level = *code == 'J' ? 1 : 0;
    node.link = std::string("#sheet-") + code + " #sheet-F1";
    if (*code == 'I') node.link = "#sheet-I1";
    graph.nodes.push_back(node);
  }
  graph.edges = {{"I1", "J1", true, {}}, {"I1", "J2", true, {}}};
  Press press;
  doc::Section sheets = toy_section("sheets", 4);
  sheets.blocks.push_back(heading("แบบ J1", "sheet-J1"));
  sheets.blocks.push_back(heading("แบบ F1", "sheet-F1"));
  const page::Pages pages = press.set({map_section(map_of(graph)), sheets});
  CHECK(!has(press.codes(), "Y"));
  const page::Page& page = pages.pages.at(0);
  std::set<std::string> links;
  for (const page::TextLine& line : page.lines) {
    const page::TextRun& run = page.runs.at(line.first_run);
    const std::string text = page::line_text(page, line, press.fonts);
    for (const char* code : {"I1 ", "J1 ", "J2 "})
      if (text.starts_with(code)) links.insert(code + pages.links.at(run.link));
  }
  CHECK(links == std::set<std::string>{"I1 ", "J1 #sheet-J1", "J2 #sheet-F1"});
  CHECK(pages.pages.at(1).anchors.size() == 2);
}

TEST_CASE("each page of a map is a figure that says what it shows") {
  Press press;
  doc::MapFigure figure = map_of(support::sample_301());
  figure.alternative = "ผังของกลุ่มจังหวัด";
  const page::Pages pages = press.set({map_section(figure)});
  std::vector<std::string> alternatives;
  for (const page::Tag& tag : pages.tags) {
    if (tag.role == page::Role::Figure) alternatives.push_back(tag.alternative);
    CHECK(tag.role != page::Role::H1);  // headings are the document's
  }
  REQUIRE(alternatives.size() == pages.pages.size());
  CHECK(alternatives[0].starts_with("ผังของกลุ่มจังหวัด "));
  for (const std::string& text : alternatives) CHECK(has(text, " สนับสนุน L"));
  for (const page::Page& page : pages.pages)
    for (const page::Path& path : page.paths)
      if (path.tag != page::kArtifact) {
        const page::Role role = pages.tags.at(path.tag).role;
        CHECK((role == page::Role::Figure || role == page::Role::P));
      }
  CHECK(pages.outline.empty());
}

TEST_CASE("a heading shares the first page of the map below it; long text does not") {
  Press press;
  doc::Section section = map_section(map_of(support::sample_97()));
  section.blocks.insert(section.blocks.begin(), heading("2.8 แผนผัง", "h"));
  const page::Pages pages = press.set({section});
  CHECK(!has(press.codes(), "Y"));
  const std::string first = press.text(pages, 0);
  CHECK(first.starts_with("2.8 แผนผัง/"));
  CHECK(has(first, "แผนภาพที่ 1 ผังทดลอง/"));
}

TEST_CASE("a map too wide for its section is an error, not a cut picture") {
  Press press;
  doc::Section section = map_section(map_of(support::sample_97()));
  section.geometry.paper = {Length::mm(148), Length::mm(210)};
  press.set({section});
  CHECK(has(press.codes(), "G009"));
}
