// SPDX-License-Identifier: GPL-3.0-or-later
// Maps in documents and in workbooks, from a plan to files that were read back.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/kpi_graph.h"
#include "app/map_filler.h"
#include "app/map_sheet.h"
#include "app/pipeline.h"
#include "app/resources.h"
#include "assess/assess.h"
#include "base/file.h"
#include "doc/style_sheet.h"
#include "plan/schema.h"
#include "support/dataset.h"
#include "support/pdf_checks.h"
#include "template/vocabulary.h"

using namespace phaen;
using support::add_record;

namespace {

base::Value text(const char* value) { return std::string(value); }
base::Value number(std::int64_t value) { return value; }
base::Value quantity(const char* value) { return base::Quantity::parse(value).value(); }

void add_node(base::Dataset& plan, const char* code, const char* parent, const char* level) {
  std::vector<std::pair<std::string, base::Value>> values{
      {"code", text(code)}, {"level", text(level)}, {"ordinal", number(1)}, {"name", text("การค้าชายแดน")}};
  if (*parent != '\0') values.emplace_back("parent", text(parent));
  add_record(plan, "nodes", values);
}

base::Dataset small_plan() {
  base::Dataset plan(plan::plan_schema());
  add_record(plan, "cycles", {{"code", text("2566")}});
  add_record(plan, "plans",
             {{"code", text("X")},
              {"title", text("แผนพัฒนา")},
              {"short_title", text("แผน")},
              {"cycle", text("2566")},
              {"start_year", number(2566)},
              {"end_year", number(2570)}});
  add_node(plan, "G", "", "goal");
  add_node(plan, "I1", "G", "issue");
  add_node(plan, "I1-F1", "I1", "flagship");
  add_node(plan, "J1", "I1-F1", "project");
  add_record(plan, "agencies", {{"code", text("A")}, {"name", text("กรมทางหลวง")}});
  add_record(plan, "projects", {{"node", text("J1")}, {"lead_agency", text("A")}});
  add_record(plan, "kpis",
             {{"code", text("I1-K1")},
              {"node", text("I1")},
              {"ordinal", number(1)},
              {"name", text("มูลค่าการค้า")},
              {"unit", text("ล้านบาท")},
              {"base", quantity("80000")},
              {"base_year", number(2564)},
              {"weight", base::Decimal(10, 0)}});
  for (const auto& [year, revision, value] :
       {std::tuple{2569, 2, "90000"}, std::tuple{2570, 1, "95000"}, std::tuple{2570, 2, "1:3"}})
    add_record(plan, "targets",
               {{"kpi", text("I1-K1")},
                {"year", number(year)},
                {"revision", number(revision)},
                {"version", text("approved")},
                {"value", quantity(value)}});
  add_record(plan, "node_kpis", {{"node", text("J1")}, {"kpi", text("I1-K1")}, {"rank", text("primary")}});
  add_record(plan, "budgets",
             {{"node", text("J1")},
              {"year", number(2566)},
              {"stage", text("planned")},
              {"line", number(1)},
              {"amount", base::Money::baht(17'576'740)},
              {"fact", text("synthetic")}});
  return assess::assess(std::move(plan));
}

std::string document(const std::string& maps) {
  return R"(<document id="t" title="{plan.title}" outputs="pdf xlsx" synthetic-note="มีข้อมูลสมมุติ">
<section><contents kind="figures"/></section>
<section orientation="landscape" sheet="ผัง">)" +
         maps + R"(</section>
<section><for each="k" in="kpis"><heading level="1" label="sheet-{k.code}">{k.code}</heading></for>
<heading level="1" label="sheet-I1-F1">โครงการสำคัญ</heading></section></document>)";
}

struct Bench {
  base::Dataset data = small_plan();
  base::Diagnostics diagnostics;

  app::BuiltDocument build(const std::string& maps, app::Dump dump = app::Dump::None) {
    const std::string path = "/tmp/phaen-map-document-test.xml";
    REQUIRE(base::write_file_atomically(path, document(maps)));
    const auto loaded = app::load_template("", path, diagnostics);
    REQUIRE(loaded);
    app::BuildInputs inputs{.data = data, .sheet_font = "TH SarabunPSK", .date = {2022, 10, 1}, .dump = dump};
    inputs.roots = app::root_records(data, "plan.db", diagnostics);
    inputs.fonts = app::load_fonts(PHAEN_SOURCE_DIR, "", diagnostics);
    return app::build_document(
        *loaded, inputs, [](const auto&, const auto&, auto) {}, diagnostics);
  }
};

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("every kind of map stands in a document that reads back and conforms, and in its workbook") {
  for (const char* kind : {"cascade", "tree", "linkage", "matrix"}) {
    Bench bench;
    const app::BuiltDocument built = bench.build("<figure><map kind=\"" + std::string(kind) +
                                                 "\" levels=\"goal issue project\"/><caption>ผัง</caption></figure>");
    if (*kind == 'l' || *kind == 'm') {  // levels belong to layered maps alone
      CHECK(bench.diagnostics.errors() == 1);
      continue;
    }
    CHECK_MESSAGE(bench.diagnostics.errors() == 0, kind);
    REQUIRE(built.files.size() == 2);
    CHECK(support::check_pdf(*built.files[0].bytes).empty());
    CHECK(has(*built.files[1].bytes, "xl/media/image1.png"));
  }
  for (const char* kind : {"linkage", "matrix"}) {
    Bench bench;
    const app::BuiltDocument built =
        bench.build("<figure><map kind=\"" + std::string(kind) + "\"/><caption>ผัง</caption></figure>");
    CHECK_MESSAGE(bench.diagnostics.errors() == 0, kind);
    REQUIRE(built.files.size() == 2);
    CHECK(support::check_pdf(*built.files[0].bytes).empty());
  }
}

TEST_CASE("boxes of a document's map link to the sheets it has, and the page says what is made up") {
  Bench bench;
  const std::string dump =
      bench.build("<figure><map kind=\"linkage\" issue=\"I1\"/><caption>ผัง</caption></figure>", app::Dump::Pages).dump;
  CHECK(has(dump, "#sheet-I1-K1"));
  CHECK(has(dump, "#sheet-I1-F1"));
  CHECK(!has(dump, "#sheet-J1"));
  CHECK(has(dump, "แผนภาพที่ 1"));
  CHECK(has(dump, "มีข้อมูลสมมุติ"));
  CHECK(!has(dump, "แผนภาพนี้มีข้อมูลสมมุติ"));
}

TEST_CASE("a map of a code the plan has not is an error at the template's line, an empty one a warning") {
  Bench bench;
  bench.build(
      "\n  <map kind=\"linkage\" focus=\"I1-F2\"/><map kind=\"matrix\" issue=\"I7\"/><map kind=\"value-chain\"/>");
  REQUIRE(bench.diagnostics.errors() == 2);
  std::string messages;
  for (const base::Diagnostic& diagnostic : bench.diagnostics.all())
    messages += base::to_text(diagnostic, base::Language::English);
  CHECK(has(messages, "/tmp/phaen-map-document-test.xml:4:3: error V001: focus: the plan has no code `I1-F2`"));
  CHECK(has(messages, "did you mean `I1-F1`"));
  CHECK(has(messages, ":4:38: error V002: issue: no issue has the code `I7`"));
  CHECK(has(messages, ": warning V003: the plan holds nothing for a value-chain map"));
}

TEST_CASE("the words for levels in templates are the levels a map has") {
  std::vector<std::string> keys;
  for (const doc::GraphLevel& level : app::kpi_graph_levels()) keys.push_back(level.key);
  const auto& words = templates::find_element("map")->find("levels")->choices;
  CHECK(keys == std::vector<std::string>(words.begin(), words.end()));
}

TEST_CASE("the sheet of a map has a row for each box, indented and outlined, with numbers as numbers") {
  const base::Dataset data = small_plan();
  base::OriginTable origins;
  base::Diagnostics diagnostics;
  app::PlanReader plan(data, origins);
  const auto content = app::fill_map(plan, {}, diagnostics);
  REQUIRE(content);
  const doc::Section section =
      app::map_sheet(plan, std::get<doc::GraphMap>(content->value), doc::standard_styles(), diagnostics);
  const auto& table = std::get<doc::Table>(section.blocks.at(0));
  const auto column = [&](const char* key) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].key == key) return i;
    FAIL(key);
    return std::size_t{0};
  };
  std::vector<std::string> codes;
  const auto printed = [&](const doc::Row& row, const char* key) {
    const doc::Cell& cell = row.cells.at(column(key));
    return cell.content.empty() ? std::string() : doc::plain_text(cell.content[0].content);
  };
  for (std::size_t i = 1; i < table.rows.size(); ++i) codes.push_back(printed(table.rows[i], "code"));
  CHECK(codes == std::vector<std::string>{"G", "I1", "I1-K1", "J1"});
  for (const doc::Row& row : table.rows) CHECK(row.cells.size() == table.columns.size());
  const doc::Row &kpi = table.rows.at(3), &project = table.rows.at(4);
  CHECK(printed(kpi, "issue") == "I1");
  CHECK(printed(project, "goal") == "G");
  CHECK(std::get<doc::TextSpan>(project.cells[column("issue")].content[0].content[0]).link == "#row-I1");
  CHECK(table.rows[2].cells[column("code")].content[0].label == "row-I1");
  CHECK(std::get<base::Decimal>(kpi.cells[column("base")].value) == base::Decimal(80000, 0));
  CHECK(printed(kpi, "base-unit") == "ล้านบาท");
  CHECK(printed(kpi, "target") == "1:3");  // the last revision of the last year; a ratio is text
  CHECK(std::holds_alternative<std::monostate>(kpi.cells[column("target")].value));
  CHECK(std::get<base::Decimal>(kpi.cells[column("weight")].value) == base::Decimal(10, 0));
  CHECK(std::get<base::Money>(project.cells[column("budget")].value) == base::Money::baht(17'576'740));
  CHECK(origins.fact(project.cells[column("budget")].origin) == base::Fact::Synthetic);
  CHECK(printed(project, "agency") == "กรมทางหลวง");
  CHECK(kpi.cells[column("name")].content[0].depth == 2);
  CHECK(table.rows[1].kind == doc::RowKind::Group);
  CHECK(table.rows[1].level == 1);
  CHECK(project.kind == doc::RowKind::Body);
}
