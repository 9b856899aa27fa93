// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a tiny map of each kind, item by item.
#include "support/golden.h"

#include <doctest/doctest.h>

#include <string>

#include "diagram/bands.h"
#include "diagram/dimensions.h"
#include "diagram/linkage_map.h"
#include "diagram/map.h"
#include "diagram/matrix.h"
#include "diagram/value_chain.h"
#include "text/test_fonts.h"

namespace phaen::diagram {
namespace {

struct Desk {
  text::FontBook fonts = shipped_fonts();
  text::Breaker breaker{std::vector<std::string>{}};
  base::Diagnostics diagnostics;
  FrameSetting setting() {
    return {Paper::A4, Orientation::Landscape, find_typeface(fonts, "Sarabun").value(), {fonts, breaker, diagnostics}};
  }
  void check(Drawing&& drawing, const char* kind) {
    CHECK(diagnostics.empty());
    const page::Pages pages = to_pages(std::move(drawing), {});
    support::check_golden(std::string("tests/golden/diagram/") + kind + ".txt",
                          page::dump(pages, fonts, nullptr, nullptr));
  }
};

doc::Printed printed(std::string text, std::string link = {}) { return {std::move(text), base::kNoOrigin, link}; }

doc::MapWords words() {
  doc::MapWords made;
  made.title = "แผนพัฒนา พ.ศ. 2566 – 2570";
  made.subtitle = "ผังทดลอง";
  made.unit_line = "หน่วย : ล้านบาท";
  made.notes = {"ข้อมูลสมมุติ"};
  return made;
}

doc::MapIndicator indicator() {
  return {"I1-K1", "ตัวชี้วัดที่ 1", {printed("มูลค่าการค้าจาก "), printed("80,000 ล้านบาท"), printed(" เพิ่มร้อยละ 5")}};
}

doc::GraphNode node(std::string code, doc::NodeKind kind, std::uint16_t level, std::string name) {
  doc::GraphNode made;
  made.code = std::move(code);
  made.name = std::move(name);
  made.kind = kind;
  made.level = level;
  made.group = 0;
  return made;
}

/// A goal, two issues with an indicator each, a project that serves one and counts for the other too.
doc::Graph graph() {
  doc::Graph made;
  made.title = "ผังทดลอง";
  made.levels = {{"goal", "เป้าหมาย", false}, {"issue", "ประเด็น", true, true}, {"project", "โครงการ"}};
  made.groups = {"การค้า", "เกษตร"};
  made.nodes = {
      node("G", doc::NodeKind::Item, 0, "ประตูการค้า"),           node("I1", doc::NodeKind::Item, 1, "การค้าชายแดน"),
      node("I1-K1", doc::NodeKind::Indicator, 1, "มูลค่าการค้า"),  node("I2", doc::NodeKind::Item, 1, "เกษตรปลอดภัย"),
      node("I2-K1", doc::NodeKind::Indicator, 1, "พื้นที่ได้รับรอง"), node("J1", doc::NodeKind::Project, 2, "ลานพักรถสินค้า"),
      node("J1-K1", doc::NodeKind::Indicator, 2, "ลานที่เปิดใช้"),  node("J2", doc::NodeKind::Project, 2, "ศูนย์ข้อมูล")};
  made.nodes[0].group.reset();
  made.nodes[2].host = "I1";
  made.nodes[2].value = "80,000 ล้านบาท – ร้อยละ 5 (ปี 2570)";
  made.nodes[2].unit = "ร้อยละ";
  made.nodes[2].weight = "10";
  made.nodes[2].light = doc::Light::Yellow;
  made.nodes[2].link = "#kpi-I1-K1";
  made.nodes[3].group = made.nodes[4].group = std::uint16_t{1};
  made.nodes[4].host = "I2";
  made.nodes[6].host = "J1";
  made.nodes[6].unit = "แห่ง";
  made.edges = {{"G", "I1", true, {}},
                {"G", "I2", true, {}},
                {"I1-K1", "J1-K1", true, {}},
                {"I2-K1", "J1", false, {}},
                {"I1", "J2", true, {}}};
  return made;
}

}  // namespace

TEST_CASE("a tiny cascade") {
  Desk desk;
  MapOptions options;
  options.paper = Paper::A4;
  desk.check(draw_cascade(graph(), options, desk.setting().setter), "cascade");
}

TEST_CASE("a tiny tree") {
  Desk desk;
  MapOptions options;
  options.paper = Paper::A4;
  options.orientation = Orientation::Portrait;
  desk.check(draw_tree(graph(), options, desk.setting().setter), "tree");
}

TEST_CASE("a tiny linkage diagram") {
  Desk desk;
  doc::LinkageMap map;
  map.words = words();
  map.goal_row = "เป้าหมาย / ตัวชี้วัด";
  map.guideline_row = "แนวทาง";
  map.goal_label = "เป้าหมาย";
  map.goal = printed("ประตูการค้า");
  map.goal_indicators = {indicator()};
  const doc::LinkageWork work{{},
                              {{printed("กระทรวงคมนาคม"), {{printed("แขวงทางหลวง"), {printed("ลานพักรถสินค้า", "#J1")}}}}},
                              printed("12.5000"),
                              printed("-")};
  map.guidelines = {{"แนวทางที่ 1.1", printed("การค้าชายแดน"), {{{indicator()}, work}}},
                    {"แนวทางที่ 1.2", printed("ยังว่าง"), {{{}, {}}}}};
  map.supporting = {work};
  map.supporting_sums = {{}, {}, printed("12.5000"), printed("-")};
  map.host = printed("สำนักงานจังหวัด");
  Drawing drawing;
  draw_linkage(drawing, map, desk.setting());
  desk.check(std::move(drawing), "linkage");
}

TEST_CASE("a tiny matrix") {
  Desk desk;
  doc::Matrix map;
  map.words = words();
  map.columns = {{"I1-K1", printed("มูลค่าการค้า", "#kpi"), std::uint16_t{0}},
                 {"I1-K2", printed("เวลาผ่านแดน"), std::uint16_t{0}}};
  map.rows = {{"J1", printed("ลานพักรถสินค้า"), std::uint16_t{0}, {doc::Mark::Primary, doc::Mark::None}},
              {"J2", printed("ศูนย์ข้อมูล"), std::uint16_t{0}, {doc::Mark::None, doc::Mark::None}}};
  map.groups = {printed("การค้า")};
  Drawing drawing;
  draw_matrix(drawing, map, desk.setting());
  desk.check(std::move(drawing), "matrix");
}

TEST_CASE("tiny causal bands") {
  Desk desk;
  doc::CausalMap map;
  map.words = words();
  map.chains = {{{{"NS2", printed("การสร้างความสามารถในการแข่งขัน"), {}}},
                 {},
                 {{"070101", printed("ต้นทุนโลจิสติกส์ลดลง"), {{printed("ร้อยละ 12 ของ GDP")}}}},
                 {"I1", printed("การค้าชายแดน"), {{printed("มูลค่าการค้า")}}},
                 {printed("ลานพักรถสินค้า")}}};
  Drawing drawing;
  draw_bands(drawing, map, desk.setting());
  desk.check(std::move(drawing), "xyz");
}

TEST_CASE("a tiny value chain") {
  Desk desk;
  doc::ValueChains map;
  map.words = words();
  map.chains = {{printed("กาแฟ"),
                 "1.",
                 {{doc::Phase::Upstream,
                   printed("ปลูก"),
                   printed("แปลงมาตรฐาน"),
                   {{printed("แปลงกาแฟ"), printed("กรมส่งเสริมการเกษตร"), printed("2.5000")}},
                   printed("2.5000")},
                  {doc::Phase::Midstream, printed("แปรรูป"), {}, {}, {}},
                  {doc::Phase::Downstream, printed("ขาย"), {}, {}, {}}}}};
  Drawing drawing;
  draw_value_chains(drawing, map, desk.setting());
  desk.check(std::move(drawing), "value-chain");
}

TEST_CASE("a tiny frame of dimensions") {
  Desk desk;
  doc::DimensionFrame map;
  map.words = words();
  map.groups = {
      {"มิติภายนอก", {{"มิติที่ 1 มิติประสิทธิผล", printed("น้ำหนักรวมร้อยละ 60"), {{"1.1 ตัวชี้วัดยุทธศาสตร์", {indicator()}}}}}},
      {"มิติภายใน", {{"มิติที่ 3 มิติประสิทธิภาพ", {}, {{"3.1 การเบิกจ่าย", {}}}}}}};
  Drawing drawing;
  draw_dimensions(drawing, map, desk.setting());
  desk.check(std::move(drawing), "dimensions");
}

}  // namespace phaen::diagram
