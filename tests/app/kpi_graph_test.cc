// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kpi_graph.h"

#include <doctest/doctest.h>

#include "app/map_values.h"
#include "assess/assess.h"
#include "plan/schema.h"
#include "store/csv_folder.h"
#include "support/dataset.h"

using namespace phaen;
using support::add_record;

namespace {

base::Value text(const char* value) { return std::string(value); }
base::Value number(std::int64_t value) { return value; }
base::Value quantity(std::int64_t value) { return base::Quantity::number(base::Decimal(value, 0)); }

base::Dataset sample(const char* name) {
  base::Diagnostics diagnostics;
  const std::string samples = std::string(PHAEN_SOURCE_DIR) + "/samples/";
  base::Dataset data = store::read_csv_folder(samples + name, plan::plan_schema(), diagnostics);
  const base::Dataset reference = store::read_csv_folder(samples + "reference", plan::plan_schema(), diagnostics);
  for (std::size_t i = 0; i < data.tables.size(); ++i)
    if (data.tables[i].empty()) data.tables[i] = reference.tables[i];
  REQUIRE(!diagnostics.has_errors());
  return assess::assess(std::move(data));
}

/// An issue with one indicator: target 10 in 2566, this result, scored so.
doc::Light light_of(std::int64_t result, const char* scoring, const char* direction = "up",
                    bool falling_scale = false) {
  base::Dataset plan(plan::plan_schema());
  add_record(plan, "plans", {{"code", text("X")}, {"start_year", number(2566)}, {"end_year", number(2570)}});
  add_record(plan, "nodes", {{"code", text("I1")}, {"level", text("issue")}, {"name", text("ประเด็น")}});
  std::vector<std::pair<std::string, base::Value>> kpi{
      {"code", text("K")}, {"node", text("I1")}, {"name", text("ตัวชี้วัด")}, {"direction", text(direction)}};
  if (*scoring != '\0') kpi.emplace_back("scoring", text(scoring));
  for (std::int64_t i = 1; i <= 5; ++i)
    kpi.emplace_back("threshold_" + std::to_string(i), base::Decimal(falling_scale ? 30 - i * 4 : i * 2, 0));
  kpi.emplace_back("target_low", base::Decimal(5, 0));
  kpi.emplace_back("target_high", base::Decimal(12, 0));
  add_record(plan, "kpis", kpi);
  add_record(plan, "targets",
             {{"kpi", text("K")}, {"year", number(2566)}, {"version", text("approved")}, {"value", quantity(10)}});
  add_record(plan, "actuals",
             {{"kpi", text("K")}, {"year", number(2566)}, {"period", text("year")}, {"value", quantity(result)}});
  app::KpiGraphOptions options;
  options.result_year = 2566;
  for (const doc::GraphNode& node : app::make_kpi_graph(assess::assess(std::move(plan)), options, nullptr).nodes)
    if (node.code == "K") return node.light;
  return doc::Light::None;
}

}  // namespace

TEST_CASE("the quality measures of the samples are those counted by hand") {
  // upper-north-2: 2 + 13 + 44 indicators of goal, issues and projects; each is linked upwards and has a project;
  // 22 projects, all answering; 16 links between levels change the unit (24 more join output and outcome of a project).
  const doc::GraphMeasures cluster = doc::measure(app::make_kpi_graph(sample("upper-north-2"), {}, nullptr));
  CHECK(cluster == doc::GraphMeasures{59, 59, 59, 22, 22, 0, 0, 16});
  // phetchabun-2571: 14 + 22 indicators, none at the goal; no project answers I3-K1; 11 projects; 19 changes of unit.
  const doc::Graph province = app::make_kpi_graph(sample("phetchabun-2571"), {}, nullptr);
  CHECK(doc::measure(province) == doc::GraphMeasures{36, 36, 35, 11, 11, 0, 0, 19});
  for (const doc::GraphNode& node : doc::with_flaws(province).nodes)
    CHECK(node.flaws.has(doc::Flaw::NoProject) == (node.code == "I3-K1"));
}

TEST_CASE("without a scoring of its own an indicator is yellow from 80 per cent of its target") {
  CHECK(light_of(10, "") == doc::Light::Green);
  CHECK(light_of(8, "") == doc::Light::Yellow);
  CHECK(light_of(7, "") == doc::Light::Red);
  CHECK(light_of(12, "", "down") == doc::Light::Yellow);  // 10/12
  CHECK(light_of(13, "", "down") == doc::Light::Red);
}

TEST_CASE("with a scoring of its own an indicator is yellow from its middle on") {
  CHECK(light_of(10, "thresholds") == doc::Light::Green);
  CHECK(light_of(6, "thresholds") == doc::Light::Yellow);  // 3 points, 60 per cent
  CHECK(light_of(5, "thresholds") == doc::Light::Red);
  CHECK(light_of(18, "thresholds", "down", true) == doc::Light::Yellow);  // scale 26, 22, 18, 14, 10
  CHECK(light_of(19, "thresholds", "down", true) == doc::Light::Red);
  CHECK(light_of(5, "three_targets") == doc::Light::Yellow);
  CHECK(light_of(4, "three_targets") == doc::Light::Red);
  CHECK(light_of(3, "milestones") == doc::Light::Yellow);
  CHECK(light_of(2, "milestones") == doc::Light::Red);
}

TEST_CASE("an upper goal shows the values of the indicators that answer to it") {
  const base::Dataset data = sample("upper-north-2");
  base::OriginTable origins;
  app::PlanReader plan(data, origins);
  const doc::CausalMap map = app::causal_map(plan, plan.find_node("I1"));
  REQUIRE(map.chains.size() == 1);
  REQUIRE(map.chains[0].y1.size() == 1);
  std::vector<std::string> values;
  for (const doc::Sentence& sentence : map.chains[0].y1[0].values) {
    values.emplace_back();
    for (const doc::Printed& part : sentence) values.back() += part.text;
  }
  CHECK(values == std::vector<std::string>{"I1-K1: 80,000 ล้านบาท → รวมร้อยละ 25", "I1-K2: 210 นาทีต่อคัน → รวมร้อยละ 25"});
  CHECK(map.chains[0].y2[0].values.empty());
}
