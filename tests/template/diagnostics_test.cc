// SPDX-License-Identifier: GPL-3.0-or-later
// Every message of the module, produced by a template that makes the mistake. The golden holds the whole text: file,
// line, column, source line, caret and hint.
#include <doctest/doctest.h>

#include <set>

#include "base/file.h"
#include "support/golden.h"
#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates::test;

namespace {

struct Case {
  std::string code, xml;
  std::vector<templates::Source> parts = {};
};

std::string document(const std::string& inside) {
  return "<document id=\"t\" title=\"ก\">\n" + inside + "\n</document>";
}

const char* const kColumns = "<column key=\"a\"/><column key=\"b\" format=\"decimal2\"/>";

std::string table(const std::string& rows) {
  return in_section(std::string("<table>") + kColumns + "\n" + rows + "</table>");
}

std::string chart(const std::string& kind, const std::string& series) {
  return "<chart kind=\"" + kind + "\"><category each=\"b\" in=\"budgets\" label=\"{b.year}\"/>" + series + "</chart>";
}

std::vector<Case> xml_cases() {
  const std::string part = in_section("<include src=\"parts/a.xml\"/>");
  return {
      {"T001", "<document id=\"t\" title=\"ก\">\n<section><p>ก</section></document>"},
      {"T002", "<!DOCTYPE document [<!ENTITY a \"b\">]>\n<document id=\"t\" title=\"ก\"/>"},
      {"T003", in_section("<para>ก</para><paragrph/><tabel/>")},
      {"T004", document("<p>ก</p>")},
      {"T004", in_section("<cell/>")},
      {"T005", in_section("<heading level=\"1\" lable=\"x\">ก</heading>")},
      {"T006", in_section("<heading>ก</heading>")},
      {"T007", in_section("<heading level=\"one\">ก</heading><contents kind=\"all\"/><space height=\"2in\"/>")},
      {"T007", in_section("<heading level=\"7\">ก</heading><table><column key=\"a b\" width=\"wide\"/></table>")},
      {"T007", in_section("<map kind=\"cascad\"/><map kind=\"tree\" levels=\"goal isue\"/>")},
      {"T007",
       "<document id=\"t\" title=\"ก\" outputs=\"pdf docx\"><style name=\"x\" colour=\"red\" "
       "bold=\"true\"/></document>"},
      {"T008", document("ข้อความ")},
      {"T010", in_section("<include src=\"parts/none.xml\"/>")},
      {"T011",
       part,
       {{"parts/a.xml", "<part><include src=\"b.xml\"/></part>"},
        {"parts/b.xml", "<part><include src=\"a.xml\"/></part>"}}},
      {"T012", in_section([] {
         std::string open, close;
         for (int i = 0; i < 70; ++i) open += "<keep>", close += "</keep>";
         return open + close;
       }())},
      {"T013", in_section("<p>ก</p><else><p>ข</p></else>")},
      {"T014", "<part/>"},
      {"T014", part, {{"parts/a.xml", "<document id=\"x\" title=\"y\"/>"}}},
      {"T015", "<document id=\"t\" title=\"\xFF\"/>"},
  };
}

std::vector<Case> expression_cases() {
  return {
      {"T020", in_section("<p>{plan.title</p><p>}</p><p>{plan..title}</p><p>{plan.title year}</p>")},
      {"T020", in_section("<p>{plan.title | else ก | text}</p><p>{plan.title | two words}</p>")},
      {"T020",
       in_section("<if test=\"plan.title is ก\"/><if test=\"plan.title in ก\"/><if test=\"plan.title in (ก ข)\"/>"
                  "<if test=\"plan.title = 'ก\"/><if test=\"plan.title exists or\"/><if test=\"plan.title =\"/>")},
      {"T020", in_section("<for each=\"k\" in=\"1..99999\"/><for each=\"k\" in=\"kpis\" sort=\"k.name k.code\"/>")},
      {"T021", in_section("<p>{plann.title}</p>")},
      {"T022",
       in_section(
           "<p>{plan.titel}</p><p>{plan.title.text}</p><for each=\"n\" in=\"nodes\"><p>{n.kpis*.name}</p></for>")},
      {"T023", in_section("<p>{plan.area}</p>")},
      {"T024", in_section("<for each=\"k\" in=\"plan\"/><for each=\"k\" in=\"plan.title\"/><for each=\"k\" "
                          "in=\"choices plan.title\"/>")},
      {"T025", in_section("<p>{kpis.name}</p>")},
      {"T026", in_section("<p>{plan.title | bath}</p>")},
      {"T027", in_section("<p>{plan.title | baht}</p>")},
      {"T027", in_section("<p><value sum=\"kpis.name\"/></p>")},
      {"T028",
       in_section("<for each=\"k\" in=\"kpis\" where=\"k.kind = strategc\"/><if test=\"plan.start_year = soon\"/>"
                  "<if test=\"plan.approved = yes\"/><if test=\"plan.issue_date = today\"/>")},
      {"T029", in_section("<if test=\"plan.start_year = plan.title\"/>")},
  };
}

std::vector<Case> name_cases() {
  return {
      {"T040", in_section("<p style=\"bodi\">ก</p>")},
      {"T041", table("<row><cell/><cell derive=\"summ\"/></row>")},
      {"T042", table("<row><cell/><cell derive=\"percent\" of=\"a\"/></row>")},
      {"T043", table("<row><cell/><cell derive=\"sum\" of=\"aa..b\"/></row>")},
      {"T044", in_section("<for each=\"plan\" in=\"kpis\"/>")},
      {"T044", in_section("<table><column key=\"a\"/><column key=\"a\"/></table>")},
      {"T045", table("<row><cell/><cell sum=\"budgets.amount\" derive=\"subtotal\"/></row>")},
      {"T046", in_section("<map kind=\"matrix\" levels=\"goal\"/>")},
      {"T046", table("<row><cell where=\"plan.title exists\"/><cell of=\"a\"/></row>")},
      {"T046", table("<row><cell/><cell control=\"budgets.amount\"/></row>")},
      {"T046", table("<row><cell/><cell derive=\"count\" control=\"budgets.amount\"/></row>")},
      {"T046",
       in_section("<p><value/></p><include src=\"a.xml\"><with name=\"x\"/></include>"),
       {{"a.xml", "<part/>"}}},
      {"T047", "<document id=\"t\" title=\"ก\" needs=\"kpi\"/>"},
      {"T048", table("<row><cell>ก<p>ข</p></cell><cell/></row>")},
      {"T049", in_section("<chart kind=\"bars\"/>")},
      {"T050", in_section(chart("gantt", "<series sum=\"budgets.amount\" start=\"plan.issue_date\"/>"))},
      {"T050", in_section(chart("bars\" scale=\"own", "<series start=\"plan.issue_date\">{b.amount}</series>"))},
      {"T050", in_section(chart("lines", "<series role=\"band\">{b.amount}</series>"))},
      {"T007", in_section(chart("gantt", "<series start=\"plan.title\" end=\"plan.start_year\"/>"))},
      {"T022", in_section(chart("lines", "<series>{b.amont}</series>"))},
      {"T007", in_section(chart("bar", "<series>{b.amount}</series>"))},
  };
}

std::vector<Case> data_cases() {
  return {
      {"T101", table("<row><cell/></row><row><cell span=\"3\"/></row>")},
      {"T102",
       table("<for each=\"k\" in=\"kpis\"><row><cell from=\"k.targets\" as=\"t\">{t.year}</cell><cell/></row></for>")},
      {"T103", table("<row><cell sum=\"budgets.amount\"/><cell>{plan.start_year | year}</cell></row>"
                     "<row><cell/><cell derive=\"sum\" of=\"a..b\"/></row>"
                     "<row><cell sum=\"budgets.amount\"/><cell derive=\"subtotal\" of=\"a\"/></row>"
                     "<row><cell count=\"kpis\"/><cell/></row><total><cell derive=\"subtotal\"/><cell/></total>")},
      {"T104", in_section("<p><value sum=\"kpis.base\"/></p>")},
      {"T106", in_section("<for each=\"k\" in=\"kpis\"><p label=\"k\">{k.name}</p></for>")},
      {"T107", in_section("<p label=\"chapter\"><ref to=\"chaptre\"/><span link=\"#nowhere\">ก</span></p>")},
      {"T108", in_section("<image src=\"none.png\" alternative=\"ภาพ\"/>")},
      {"T111", in_section("<image src=\"map.png\" width=\"120%\" alternative=\"\"/>")},
      {"T112",
       in_section("<table><spread each=\"y\" in=\"plan.years\"><column key=\"a\"/></spread><column key=\"b\"/><column "
                  "key=\"c\"/>"
                  "<row><cell column=\"a\"/><cell/><cell/><cell derive=\"ratio\" of=\"a, b\"/><cell/></row></table>")},
      {"T114", in_section("<chart kind=\"bars\"><category each=\"k\" in=\"kpis\" label=\"{k.code}\"/>"
                          "<series>{k.base}</series></chart>")},
      {"T115", in_section("<chart kind=\"bars\"><category each=\"k\" in=\"kpis\" where=\"k.code = none\" "
                          "label=\"{k.code}\"/><series>{k.base}</series></chart>")},
      {"T116", in_section("<chart kind=\"gantt\"><category each=\"p\" in=\"projects\" label=\"{p.node.name}\"/>"
                          "<series start=\"p.start_date\" end=\"p.end_date\"/></chart>")},
      {"T117", table("<for each=\"j\" in=\"nodes\" where=\"j.level = project\" limit=\"1\"><row><cell/>"
                     "<cell sum=\"j.budgets.amount\"/></row></for>"
                     "<total><cell/><cell derive=\"subtotal\" control=\"budgets.amount\"/></total>")},
      {"T113", table("<row><cell derive=\"sum\" of=\"b\"/><cell derive=\"sum\" of=\"a\"/></row>")},
  };
}

std::vector<Case> all_cases() {
  std::vector<Case> all = xml_cases();
  for (auto more : {expression_cases(), name_cases(), data_cases()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("every mistake is reported with its place and how to mend it") {
  std::string text;
  for (const Case& one : all_cases()) {
    const std::string messages = check_messages(one.xml, one.parts);
    CHECK_MESSAGE(messages.find(" " + one.code + ":") != std::string::npos, one.code << " in " << messages);
    text += "--- " + one.code + "\n" + messages;
  }
  phaen::support::check_golden("tests/golden/template/diagnostics.txt", text);
}

TEST_CASE("an image that is not found is reported once, with the record its name is from") {
  const Outcome outcome = expand({in_section("<image src=\"{plan.code}.png\" alternative=\"ภาพ\"/>")});
  CHECK(outcome.messages.find(
            "t.xml:3:1, table plans, record P1, field code: error T108: the image `P1.png` is not found") == 0);
  CHECK(outcome.messages.find("T108") == outcome.messages.rfind("T108"));
}

TEST_CASE("a sum over 64 bits is an error, not a wrapped figure") {
  base::Dataset data = small_plan();
  for (const char* line : {"7", "8"}) add(data, "budgets", {"J1", "2566", line, "other", "90000000000000000"});
  const Outcome outcome = expand({in_section("<p><value sum=\"budgets.amount\"/></p>"), {}, data});
  CHECK(outcome.messages ==
        "t.xml:3:4: error T105: the result of `sum` is over 64 bits\n"
        "    <p><value sum=\"budgets.amount\"/></p>\n       ^\n");
}

TEST_CASE("loops over whole tables inside each other are stopped") {
  base::Dataset data = small_plan();
  for (int i = 0; i < 3000; ++i) add(data, "areas", {"A" + std::to_string(i), "พื้นที่"});
  const Outcome outcome =
      expand({in_section("<for each=\"a\" in=\"areas\"><for each=\"b\" in=\"areas\" where=\"b.code in (x)\">"
                         "<for each=\"c\" in=\"areas\"/></for><for each=\"d\" in=\"areas\" where=\"d.code in (x)\"/>"
                         "<for each=\"e\" in=\"areas\" where=\"e.code in (x)\"/></for>"),
              {},
              data});
  CHECK(outcome.messages.find("error T109: loops ran over the limit of 20 million rounds") != std::string::npos);
}

TEST_CASE("loops over numbers count towards the limit of rounds, too") {
  const std::string loops =
      "<for each=\"a\" in=\"1..300\"><for each=\"b\" in=\"1..300\"><for each=\"c\" in=\"1..300\"/></for></for>";
  CHECK(expand_blocks(loops).messages.find("error T109") != std::string::npos);
}

TEST_CASE("a root that points at no record is reported") {
  base::Diagnostics found;
  const base::Dataset data = small_plan();
  const auto parsed = templates::parse_template({"t.xml", in_section("<p>{plan.title}</p>")}, {}, found);
  const auto checked = templates::check(*parsed, data.schema, small_roots(), found);
  base::OriginTable origins;
  templates::ExpandOptions options;
  options.root_records = {{"plan", 5}};
  templates::Expander expander(*checked, data, origins, options, found);
  REQUIRE(found.all().size() == 1);
  CHECK(to_text(found.all()[0], base::Language::English) == "table plans: error T110: there is no record for `plan`\n");
  const auto section = expander.next();
  REQUIRE(section);
  CHECK(section->blocks.empty());
}

TEST_CASE("every code of the header is produced by a case") {
  const std::string header = base::read_file("src/template/diagnostics.h").value();
  std::set<std::string> codes = {"T105", "T109", "T110"};  // the cases above this one
  for (const Case& one : all_cases()) codes.insert(one.code);
  std::size_t named = 0;
  for (std::size_t at = header.find("// T"); at != std::string::npos; at = header.find("// T", at + 1)) {
    const std::string code = header.substr(at + 3, 4);
    if (code.find_first_not_of("0123456789", 1) != std::string::npos) continue;
    ++named;
    CHECK_MESSAGE(codes.count(code) == 1, code << " is produced by no test");
  }
  CHECK(named > 40);
}
