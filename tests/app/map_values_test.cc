// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_values.h"

#include <doctest/doctest.h>

#include "app/map_diagnostics.h"
#include "assess/assess.h"
#include "plan/schema.h"
#include "support/dataset.h"

using namespace phaen;
using support::add_record;

namespace {

base::Value text(const char* value) { return std::string(value); }
base::Value number(std::int64_t value) { return value; }

base::Dataset empty_plan() {
  base::Dataset plan(plan::plan_schema());
  add_record(plan, "plans",
             {{"code", text("X")}, {"title", text("แผน")}, {"start_year", number(2566)}, {"end_year", number(2570)}});
  return plan;
}

void add_node(base::Dataset& plan, const char* code, const char* parent, const char* level) {
  std::vector<std::pair<std::string, base::Value>> values{
      {"code", text(code)}, {"level", text(level)}, {"ordinal", number(1)}, {"name", text(code)}};
  if (*parent != '\0') values.emplace_back("parent", text(parent));
  add_record(plan, "nodes", values);
}

void add_money(base::Dataset& plan, const char* node, std::int64_t year, std::int64_t line, const char* fund,
               std::int64_t satang) {
  add_record(plan, "budgets",
             {{"node", text(node)},
              {"year", number(year)},
              {"stage", text("planned")},
              {"line", number(line)},
              {"fund", text(fund)},
              {"amount", base::Money{satang}}});
}

base::Dataset small_plan() {
  base::Dataset plan = empty_plan();
  add_node(plan, "I1", "", "issue");
  add_node(plan, "I2", "", "issue");
  add_node(plan, "I1-D1", "I1", "guideline");
  add_node(plan, "J1", "I1-D1", "project");
  add_node(plan, "J2", "I1-D1", "project");
  add_node(plan, "OLD", "I1-D1", "project");
  add_node(plan, "J3", "I2", "project");
  add_record(plan, "agencies", {{"code", text("A")}, {"name", text("กรม ก")}, {"ministry", text("กระทรวง ก")}});
  add_record(plan, "projects", {{"node", text("J1")}, {"lead_agency", text("A")}});
  add_record(plan, "kpis",
             {{"code", text("I1-K1")},
              {"node", text("I1")},
              {"ordinal", number(1)},
              {"name", text("ตัวชี้วัด")},
              {"unit", text("แห่ง")}});
  add_record(plan, "node_kpis", {{"node", text("J1")}, {"kpi", text("I1-K1")}, {"rank", text("primary")}});
  add_record(plan, "node_kpis", {{"node", text("J3")}, {"kpi", text("I1-K1")}, {"rank", text("secondary")}});
  add_money(plan, "J1", 2566, 1, "cluster", 100'000'010'050);
  add_money(plan, "J1", 2567, 1, "cluster", 50);
  add_money(plan, "J1", 2566, 2, "off_budget", 20'000'000);
  add_money(plan, "J2", 2570, 1, "private", 5'000'000);
  add_money(plan, "OLD", 2565, 1, "cluster", 77'000'000);
  add_money(plan, "J3", 2566, 1, "cluster", 300'000'000);
  return plan;
}

}  // namespace

TEST_CASE("the sums of a linkage diagram are exact, by source, in the years of the plan") {
  const base::Dataset data = assess::assess(small_plan());
  base::OriginTable origins;
  app::PlanReader plan(data, origins);
  const auto maps = app::linkage_maps(plan, plan.find_node("I1"));
  REQUIRE(maps.size() == 1);
  REQUIRE(maps[0].guidelines.size() == 1);
  REQUIRE(maps[0].guidelines[0].columns.size() == 1);
  const doc::LinkageWork& work = maps[0].guidelines[0].columns[0].work;
  CHECK(work.budget.text == "1,000.0001");
  CHECK(work.off_budget.text == "0.2500");
  CHECK(origins.inputs(work.budget.origin).size() == 2);
  REQUIRE(work.ministries.size() == 2);
  CHECK(work.ministries[0].agencies[0].name.text == "กรม ก");
  CHECK(work.ministries[1].agencies[0].name.text == "ไม่ระบุหน่วยงาน");
  CHECK(maps[0].goal_indicators.size() == 1);
}

TEST_CASE("a project of another issue that serves an indicator is a supporting mission") {
  const base::Dataset data = assess::assess(small_plan());
  base::OriginTable origins;
  app::PlanReader plan(data, origins);
  const auto map = app::linkage_maps(plan, plan.find_node("I1")).at(0);
  REQUIRE(map.supporting.size() == 1);
  CHECK(map.supporting[0].ministries.at(0).agencies.at(0).projects.at(0).text == "J3");
  CHECK(map.supporting_sums.budget.text == "3.0000");
  CHECK(map.supporting_sums.off_budget.text == "-");
}

TEST_CASE("a project whose money lies before the plan is in no map") {
  const base::Dataset data = assess::assess(small_plan());
  base::OriginTable origins;
  app::PlanReader plan(data, origins);
  const doc::Matrix matrix = app::project_matrix(plan, std::nullopt);
  std::vector<std::string> codes;
  for (const doc::MatrixRow& row : matrix.rows) codes.push_back(row.code);
  CHECK(codes == std::vector<std::string>{"J1", "J2", "J3"});
  CHECK(matrix.rows[0].marks == std::vector<doc::Mark>{doc::Mark::Primary});
  CHECK(matrix.rows[1].marks == std::vector<doc::Mark>{doc::Mark::None});
  CHECK(matrix.rows[2].marks == std::vector<doc::Mark>{doc::Mark::Secondary});
}

TEST_CASE("an empty plan gives no map of any kind") {
  const base::Dataset data = assess::assess(empty_plan());
  base::OriginTable origins;
  app::PlanReader plan(data, origins);
  CHECK(app::linkage_maps(plan, std::nullopt).empty());
  CHECK(app::project_matrix(plan, std::nullopt).columns.empty());
  CHECK(app::causal_map(plan, std::nullopt).chains.empty());
  CHECK(app::value_chains(plan, std::nullopt).chains.empty());
  CHECK(app::dimension_frame(plan, std::nullopt).groups.empty());
}

TEST_CASE("a code that is not there is answered with what was meant") {
  const base::Diagnostic focus = app::diagnostics::unknown_focus("I1-P1-J0", {"I1", "I1-P1-J01", "I4-P2"});
  CHECK(focus.code == "V001");
  CHECK(focus.hint.en == "did you mean `I1-P1-J01`");
  const base::Diagnostic issue = app::diagnostics::unknown_issue("ประเด็น", {"I1", "I2"});
  CHECK(issue.code == "V002");
  CHECK(issue.hint.en == "there are: I1, I2");
}

TEST_CASE("nodes in a circle are named in order, with what to mend") {
  const base::Diagnostic found = app::diagnostics::circle_of_nodes({"A", "B"});
  CHECK(found.code == "V006");
  CHECK(found.message.en.find("A > B > A") != std::string::npos);
  CHECK(found.message.th.find("A > B > A") != std::string::npos);
}
