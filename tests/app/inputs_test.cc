// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inputs.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/resources.h"
#include "assess/assess.h"
#include "plan/schema.h"
#include "support/dataset.h"

using namespace phaen;
using support::add_record;

namespace {

base::Value text(const char* value) { return std::string(value); }

base::Dataset plan_of(const char* cycle, const char* kind) {
  base::Dataset plan(plan::plan_schema());
  add_record(plan, "cycles", {{"code", text("2561")}});
  add_record(plan, "cycles", {{"code", text(cycle)}});
  add_record(plan, "plans", {{"code", text("X")}, {"cycle", text(cycle)}, {"kind", text(kind)}});
  for (const char* table : {"nodes", "kpis", "narratives", "projects", "budgets"}) add_record(plan, table, {});
  return assess::assess(std::move(plan));
}

std::vector<std::string> chosen(const base::Dataset& data, const std::vector<std::string>& names,
                                base::Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const auto& loaded : app::choose_templates(PHAEN_SOURCE_DIR, names, data, diagnostics))
    ids.push_back(loaded.info.id);
  return ids;
}

}  // namespace

TEST_CASE("every standard template that fits the plan is chosen, and no other") {
  base::Diagnostics diagnostics;
  CHECK(chosen(plan_of("2571", "province"), {}, diagnostics) == std::vector<std::string>{"kpi-sheets", "j1-1", "j1"});
  CHECK(chosen(plan_of("2557", "cluster"), {}, diagnostics) == std::vector<std::string>{"targets-2557"});
  CHECK(diagnostics.empty());
}

TEST_CASE("a template that needs a field is chosen when the field has a value") {
  base::Diagnostics diagnostics;
  base::Dataset plan = plan_of("2566", "cluster");
  const auto offers = [&](const char* id) {
    const std::vector<std::string> ids = chosen(plan, {}, diagnostics);
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  CHECK_FALSE(offers("annual-plan"));
  const base::Table& plans = plan.schema->tables[plan.schema->find_table("plans").value()];
  plan.tables[plan.schema->find_table("plans").value()][0].values[plans.find_field("action_year").value()] =
      std::int64_t{2566};
  CHECK(offers("annual-plan"));
  CHECK_FALSE(offers("annual-plan-previous"));
  CHECK(diagnostics.empty());
}

TEST_CASE("a template is named by its id, with help for a slip") {
  base::Diagnostics diagnostics;
  CHECK(chosen(plan_of("2566", "cluster"), {"kj1"}, diagnostics) == std::vector<std::string>{"kj1"});
  CHECK(diagnostics.empty());
  chosen(plan_of("2566", "cluster"), {"kj2"}, diagnostics);
  REQUIRE(diagnostics.errors() == 1);
  CHECK(diagnostics.all()[0].code == "A003");
  CHECK(diagnostics.all()[0].hint.en == "did you mean `kj1`");
}

TEST_CASE("a plan no standard template fits says so") {
  base::Diagnostics diagnostics;
  chosen(plan_of("2599", "cluster"), {}, diagnostics);
  REQUIRE(diagnostics.errors() == 1);
  CHECK(diagnostics.all()[0].code == "A004");
}

TEST_CASE("the roots are the plan and its cycle") {
  base::Diagnostics diagnostics;
  const auto roots = app::root_records(plan_of("2566", "cluster"), "plan.db", diagnostics);
  CHECK(roots.at("plan") == 0);
  CHECK(roots.at("cycle") == 1);
  base::Dataset none(assess::assessed_schema());
  CHECK(app::root_records(none, "plan.db", diagnostics).empty());
  REQUIRE(diagnostics.errors() == 1);
  CHECK(diagnostics.all()[0].code == "A005");
  CHECK(diagnostics.all()[0].message.en == "expected one record in table plans, found 0");
}

TEST_CASE("an image that is not beside the plan is null") {
  app::ImageFolder images("/nonexistent");
  CHECK(images.load("images/map.png") == nullptr);
}

TEST_CASE("a share folder needs templates and fonts") {
  CHECK(app::find_share_folder(PHAEN_SOURCE_DIR).value() == PHAEN_SOURCE_DIR);
  const auto missing = app::find_share_folder("/nonexistent");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == "A001");
}
