// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "support/golden.h"
#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates::test;

namespace {

std::string line_of(const Outcome& outcome, std::size_t block = 0) {
  REQUIRE_MESSAGE(outcome.messages == "", outcome.messages);
  return doc::plain_text(std::get<doc::Paragraph>(outcome.sections.at(0).blocks.at(block)).content);
}

}  // namespace

TEST_CASE("every kind of block") {
  const Outcome outcome =
      expand({R"(<document id="all" title="{plan.title}" subject="ทดสอบ" author="{plan.area.name}" part-word="ส่วนที่"
  digits="thai" family="TH Sarabun" outputs="pdf xlsx" kinds="cluster" cycles="2566-2570" nil="-">
<style name="small" based-on="body" size="12pt" colour="#1f4e79" align="left" bold="yes"/>
<style name="body" first-indent="2cm"/>
<section name="ปก" folio="none" first-folio="no"><space height="6cm"/><p style="cover-title">{plan.title}</p><break/>
<p style="contents-title">สารบัญ</p><contents/><contents kind="tables"/></section>
<for each="i" in="nodes" where="i.level = issue" sort="i.ordinal" index="n">
<section name="{i.code}" paper="A3" orientation="landscape" restart="1" folio-place="bottom-centre" running-head="{plan.title}" sheet="{i.code}">
<heading level="1" number="auto" label="{i.code}">{i.name}</heading>
<heading level="2" number="auto">ตัวชี้วัด</heading><heading level="2" number="2.7" contents="no">ต่อ</heading><heading level="3" number="auto">ย่อย</heading>
<p style="small">ดูส่วนที่ <ref to="I2" show="number"/> หน้า <ref to="I2"/> <span bold="yes" italic="yes" underline="yes" colour="#ff0000" link="https://example.go.th/1">เว็บ</span><br/>x<span superscript="yes">2</span><footnote>หมายเหตุ {n}</footnote></p>
<list kind="number" start="3"><for each="k" in="i.kpis"><item>{k.name}<list kind="letter"><item>ฐาน {k.base}</item></list></item></for></list>
<list kind="brackets"><item>ก</item></list><list kind="bullet"><item>ก</item></list><list kind="none"><item><p>ย่อหน้า</p><p>ต่อ</p></item></list><list><item>ขีด</item></list>
<keep><p>อยู่ด้วยกัน</p></keep><note>บันทึก</note>
<figure><image src="map.png" width="80%" alternative="แผนที่"/><caption label="fig-{i.code}">แผนที่ {i.name}</caption></figure>
<image src="map.png" width="5cm" alternative="ภาพเล็ก"/>
<signature><signer role="ผู้จัดทำ"/><signer role="ผู้อนุมัติ" name="นาย{plan.code}" position="ผู้ว่าราชการจังหวัด" date="no"/></signature>
</section></for></document>)"});
  CHECK(outcome.messages == "");
  phaen::support::check_golden("tests/golden/template/blocks.txt", outcome.info + outcome.dump);
}

TEST_CASE("a line end joins Thai to Thai, and is a space elsewhere") {
  CHECK(line_of(expand_blocks("<p>ประเด็น\n  การพัฒนา\n  ABC\n  2566</p>")) == "ประเด็นการพัฒนา ABC 2566");
  CHECK(line_of(expand_blocks("<p>แผน\n{plan.title}\nของ <span bold=\"yes\">\nเรา</span> {{1}}</p>")) ==
        "แผนแผนพัฒนาของ เรา {1}");
}

TEST_CASE("a value is never read again as XML or as a template") {
  base::Dataset data = small_plan();
  data.tables[1][0].values[1] = std::string("</p>{plan.code}<b>&amp;&#65;");
  const Outcome outcome = expand({in_section("<p label=\"{plan.title}\">{plan.title}</p>"), {}, data});
  CHECK(line_of(outcome) == "</p>{plan.code}<b>&amp;&#65;");
  CHECK(std::get<doc::Paragraph>(outcome.sections[0].blocks[0]).label == "</p>{plan.code}<b>&amp;&#65;");
}

TEST_CASE("a text of several paragraphs makes several paragraphs, but one line in a heading") {
  const Outcome outcome = expand_blocks("<p>{plan.goal}</p><heading level=\"2\">{plan.goal}</heading>");
  CHECK(line_of(outcome, 0) == "ประตูการค้า");
  CHECK(line_of(outcome, 1) == "เมืองสีเขียว");
  CHECK(doc::plain_text(std::get<doc::Heading>(outcome.sections[0].blocks[2]).content) == "ประตูการค้าเมืองสีเขียว");
}

TEST_CASE("missing values print what the template says") {
  CHECK(line_of(expand_blocks("<for each=\"k\" in=\"kpis\" where=\"k.base missing\"><p>ฐาน {k.base | quantity | else "
                              "ไม่มีข้อมูล}</p></for>")) == "ฐาน ไม่มีข้อมูล");
  CHECK(line_of(expand_blocks("<for each=\"k\" in=\"kpis\" where=\"k.base missing\"><p>ฐาน{k.base}.</p></for>")) ==
        "ฐาน.");
}

TEST_CASE("Thai digits leave codes and addresses alone") {
  const std::string xml =
      in_section("<for each=\"k\" in=\"kpis\" limit=\"1\"><p>ข้อ 1 {k.code} {k.base} https://a.go.th/25</p></for>");
  CHECK(line_of(expand({xml, {}, {}, doc::Digits::Thai})) == "ข้อ ๑ I1-K1 ๙,๙๘๑.๙๗ https://a.go.th/25");
  CHECK(line_of(expand({xml, {}, {}, doc::Digits::Arabic})) == "ข้อ 1 I1-K1 9,981.97 https://a.go.th/25");
}

TEST_CASE("conditions, orders and kinds of loops") {
  const auto rounds = [](const std::string& loop, const std::string& show) {
    const Outcome outcome = expand_blocks("<p>.<for each=\"x\" " + loop + "> " + show + "</for></p>");
    return line_of(outcome);
  };
  CHECK(rounds("in=\"nodes\" where=\"x.level in (project, flagship) and x.parent != I1-P1\"", "{x.code}") ==
        ". J1 J2 I2-P1-F1 J3");
  CHECK(rounds("in=\"nodes\" where=\"x.level not in (project, flagship, programme)\" sort=\"-x.code\"", "{x.code}") ==
        ". I2 I1");
  CHECK(rounds("in=\"nodes\" where=\"some x.budgets\"", "{x.code}") == ". J1 J2 J3");
  CHECK(rounds("in=\"nodes\" where=\"none x.children and x.brief exists\" sort=\"x.name\"", "{x.name}") ==
        ". ด่านชายแดน ปรับปรุงทางหลวง 1020 แปลง GAP");
  CHECK(rounds("in=\"plan.years\" index=\"n\"", "{n}:{x}") == ". 1:2566 2:2567 3:2568");
  CHECK(rounds("in=\"distinct budgets.category\"", "{x}") == ". งบดำเนินงาน งบลงทุน");
  CHECK(rounds("in=\"distinct kpis.node.name\" where=\"x = เกษตรปลอดภัย\"", "{x}") == ". เกษตรปลอดภัย");
  CHECK(rounds("in=\"2..4\" where=\"x != 3\"", "{x | letter}") == ". ข ง");
  CHECK(rounds("in=\"nodes\" where=\"x.code = I1\"",
               "<for each=\"d\" in=\"x.children*\" where=\"d.level = project\">{d.code} </for>") == ". J1 J2");
}

TEST_CASE("if, else with a test, else") {
  const Outcome outcome = expand_blocks(
      "<p><for each=\"k\" in=\"kpis\"><if test=\"k.kind = proxy\">P</if> <else test=\"k.unit "
      "exists\">U</else>\n<else>-</else></for></p>");
  CHECK(line_of(outcome) == "UP-");
}

TEST_CASE("a part sees the names it is given") {
  const Outcome outcome = expand_blocks(
      "<for each=\"i\" in=\"nodes\" limit=\"1\"><include src=\"parts/x.xml\"><with name=\"n\" path=\"i\"/><with "
      "name=\"word\" value=\"คำ\"/>"
      "<with name=\"title\" path=\"plan.title\"/></include></for>",
      {{"parts/x.xml", "<part><p>{word} {n.name} {title}</p></part>"}});
  CHECK(line_of(outcome) == "คำ การค้าชายแดน แผนพัฒนา");
}

TEST_CASE("a synthetic fact marks what is derived from it") {
  base::OriginTable origins;
  base::Diagnostics found;
  const base::Dataset data = small_plan();
  const auto parsed =
      templates::parse_template({"t.xml", in_section("<for each=\"k\" in=\"kpis\"><p>{k.name}</p></for>")}, {}, found);
  const auto checked = templates::check(*parsed, data.schema, small_roots(), found);
  templates::Expander expander(*checked, data, origins, {}, found);
  const auto section = expander.next();
  REQUIRE(section->blocks.size() == 3);
  const auto fact = [&](std::size_t i) {
    return origins.fact(std::get<doc::TextSpan>(std::get<doc::Paragraph>(section->blocks[i]).content[0]).origin);
  };
  CHECK(fact(0) == base::Fact::Real);
  CHECK(fact(1) == base::Fact::Synthetic);
  const auto origin = std::get<doc::TextSpan>(std::get<doc::Paragraph>(section->blocks[1]).content[0]).origin;
  CHECK(origins.describe(origin, data) == "kpis I1-K2 name");
}

TEST_CASE("a map asks for its content with codes, levels and its own place, and is numbered as a diagram") {
  const Outcome outcome = expand_blocks(R"(<for each="i" in="nodes" where="i.level = issue" limit="1">
<figure><map kind="tree" issue="{i.code}" focus="J1" levels="goal issue" alternative="ผัง {i.code}"/><caption label="m">ผัง</caption></figure>
</for>
<figure><image src="map.png" alternative="แผนที่"/><caption>แผนที่</caption></figure>
<figure><caption>ที่สอง</caption><map kind="linkage"/></figure>
<figure><map kind="matrix" focus="none"/><caption>ไม่มี</caption></figure>
<map kind="matrix"/>)");
  CHECK(outcome.messages.empty());
  REQUIRE(outcome.sections.size() == 1);
  const std::vector<doc::Block>& blocks = outcome.sections[0].blocks;
  REQUIRE(blocks.size() == 4);
  const auto& first = std::get<doc::MapFigure>(blocks[0]);
  const auto& graph = std::get<doc::GraphMap>(first.content->value);
  CHECK(graph.kind == doc::MapKind::Tree);
  CHECK(graph.focus == "J1|I1|4");
  REQUIRE(graph.graph.levels.size() == 2);
  CHECK(graph.graph.levels[1].key == "issue");
  CHECK(first.alternative == "ผัง I1");
  REQUIRE(first.caption);
  CHECK(first.caption->kind == doc::CaptionKind::Figure);
  CHECK(doc::plain_text(first.caption->lead) == "แผนภาพที่ 1");
  CHECK(first.caption->label == "m");
  CHECK(doc::plain_text(std::get<doc::Image>(blocks[1]).caption->lead) == "ภาพที่ 1");
  CHECK(doc::plain_text(std::get<doc::MapFigure>(blocks[2]).caption->lead) == "แผนภาพที่ 2");
  CHECK(!std::get<doc::MapFigure>(blocks[3]).caption);
  CHECK(outcome.dump.find("map linkage") != std::string::npos);
}
