// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/assess.h"

#include <doctest/doctest.h>

#include <array>

#include "base/origin.h"
#include "plan/schema.h"
#include "support/dataset.h"

using namespace phaen;
using base::Money;
using support::add_record;
using support::value_of;

namespace {

base::Value text(const char* value) { return std::string(value); }
base::Value number(std::int64_t value) { return value; }

// G > I1 > P1 > J1 (activities A1, A2) and J2.
base::Dataset small_plan() {
  base::Dataset plan(plan::plan_schema());
  add_record(plan, "plans", {{"code", text("X")}, {"start_year", number(2566)}, {"end_year", number(2570)}});
  const std::vector<std::array<const char*, 3>> nodes = {
      {"G", "", "goal"},        {"I1", "G", "issue"},     {"P1", "I1", "programme"}, {"J1", "P1", "project"},
      {"A1", "J1", "activity"}, {"A2", "J1", "activity"}, {"J2", "P1", "project"}};
  for (const auto& [code, parent, level] : nodes)
    add_record(plan, "nodes",
               {{"code", text(code)},
                {"parent", *parent ? text(parent) : base::Value(base::Missing{})},
                {"level", text(level)},
                {"name", text(code)}});
  return plan;
}

void add_budget(base::Dataset& plan, const char* node, int year, const char* stage, int line, std::int64_t baht,
                const char* category = "operating", const char* fact = "real") {
  add_record(plan, "budgets",
             {{"node", text(node)},
              {"year", number(year)},
              {"stage", text(stage)},
              {"line", number(line)},
              {"category", text(category)},
              {"amount", Money::baht(baht)},
              {"fact", text(fact)}});
}

void add_target(base::Dataset& plan, const char* kpi, int year, const char* value, int revision = 0) {
  add_record(plan, "targets",
             {{"kpi", text(kpi)},
              {"year", number(year)},
              {"version", text(revision ? "revised" : "approved")},
              {"revision", number(revision)},
              {"value", *base::Quantity::parse(value)}});
}

}  // namespace

TEST_CASE("money of no category has a place of its own, and a year names the categories that have money") {
  base::Dataset plan = small_plan();
  add_budget(plan, "J1", 2566, "approved", 1, 300);
  add_budget(plan, "J1", 2566, "approved", 2, 40, "personnel", "synthetic");
  add_record(plan, "budgets",
             {{"node", text("J1")},
              {"year", number(2566)},
              {"stage", text("approved")},
              {"line", number(3)},
              {"amount", Money::baht(7)},
              {"fact", text("real")}});
  add_budget(plan, "J2", 2566, "planned", 1, 1);
  add_budget(plan, "J2", 2566, "approved", 1, 2);
  add_budget(plan, "J2", 2567, "approved", 1, 5, "subsidy");
  const base::Dataset assessed = assess::assess(std::move(plan));
  CHECK(value_of(assessed, "node_years", "J1/2566", "amount") == "347");
  CHECK(value_of(assessed, "node_years", "J1/2566", "unspecified") == "7");
  CHECK(value_of(assessed, "node_totals", "J1", "unspecified") == "7");
  CHECK(value_of(assessed, "allocations", "J1/2566/3", "category") == "unspecified");
  CHECK(value_of(assessed, "allocations", "J1/2566/2", "category") == "personnel");
  CHECK(assessed.records("year_categories").size() == 4);
  CHECK(value_of(assessed, "year_categories", "2566/operating", "amount") == "302");
  CHECK(value_of(assessed, "year_categories", "2566/operating", "fact") == "real");
  CHECK(value_of(assessed, "year_categories", "2566/personnel", "amount") == "40");
  CHECK(value_of(assessed, "year_categories", "2566/personnel", "fact") == "synthetic");
  CHECK(value_of(assessed, "year_categories", "2566/unspecified", "amount") == "7");
  CHECK(value_of(assessed, "year_categories", "2567/subsidy", "amount") == "5");
}

TEST_CASE("money rises through the tree, and a project's own lines are not added to its activities'") {
  base::Dataset plan = small_plan();
  add_budget(plan, "J1", 2566, "approved", 1, 300);
  add_budget(plan, "A1", 2566, "approved", 1, 100);
  add_budget(plan, "A2", 2566, "approved", 1, 200, "investment");
  add_budget(plan, "J2", 2566, "approved", 1, 50);
  const base::Dataset assessed = assess::assess(std::move(plan));
  CHECK(value_of(assessed, "node_years", "J1/2566", "amount") == "300");
  CHECK(value_of(assessed, "node_years", "J1/2566", "operating") == "100");
  CHECK(value_of(assessed, "node_years", "J1/2566", "investment") == "200");
  CHECK(value_of(assessed, "node_years", "J1/2566", "subsidy").empty());
  CHECK(value_of(assessed, "node_years", "G/2566", "amount") == "350");
  CHECK(value_of(assessed, "node_years", "A1/2566", "project") == "J1");
  CHECK(value_of(assessed, "node_years", "J1/2566", "project").empty());
  CHECK(value_of(assessed, "node_years", "J1/2566", "issue") == "I1");
  CHECK(value_of(assessed, "node_years", "J1/2566", "leaf") == "false");
  CHECK(value_of(assessed, "node_years", "J2/2566", "leaf") == "true");
  CHECK(value_of(assessed, "allocations", "A2/2566/1", "project") == "J1");
  CHECK(value_of(assessed, "allocations", "A2/2566/1", "issue") == "I1");
}

TEST_CASE("only the last stage a node has reached in a year counts") {
  base::Dataset plan = small_plan();
  add_budget(plan, "J1", 2566, "planned", 1, 1000);
  add_budget(plan, "J1", 2566, "approved", 1, 700);
  add_budget(plan, "J1", 2566, "transferred", 1, 650);
  add_budget(plan, "J1", 2567, "planned", 1, 1000);
  add_budget(plan, "J1", 2565, "approved", 1, 999);  // before the plan: in its year, not in the plan's total
  const base::Dataset assessed = assess::assess(std::move(plan));
  CHECK(value_of(assessed, "node_years", "J1/2566", "amount") == "650");
  CHECK(value_of(assessed, "node_years", "J1/2565", "amount") == "999");
  CHECK(value_of(assessed, "node_totals", "J1", "amount") == "1650");
}

TEST_CASE("a sum is synthetic when one line is, and names its lines") {
  base::Dataset plan = small_plan();
  add_budget(plan, "A1", 2566, "approved", 1, 100);
  add_budget(plan, "A2", 2566, "approved", 1, 200, "operating", "synthetic");
  const base::Dataset assessed = assess::assess(std::move(plan));
  CHECK(value_of(assessed, "node_years", "J1/2566", "fact") == "synthetic");
  CHECK(value_of(assessed, "node_years", "A1/2566", "fact") == "real");
  base::OriginTable origins;
  const auto table = assessed.schema->find_table("node_years").value();
  const auto field = assessed.schema->tables[table].find_field("amount").value();
  for (std::size_t i = 0; i < assessed.tables[table].size(); ++i)
    if (base::key_text(assessed.schema->tables[table], assessed.tables[table][i]) == "J1/2566")
      CHECK(origins.describe(origins.add_field(table, i, field, base::Fact::Synthetic), assessed) ==
            "sum(budgets A1/2566/approved/1 amount, budgets A2/2566/approved/1 amount)");
}

TEST_CASE("the target of the whole plan follows the KPI's own rule") {
  base::Dataset plan = small_plan();
  const auto kpi = [&](const char* code, const char* aggregate, const char* fixed) {
    add_record(plan, "kpis",
               {{"code", text(code)},
                {"node", text("I1")},
                {"name", text(code)},
                {"aggregate", *aggregate ? text(aggregate) : base::Value(base::Missing{})},
                {"aggregate_text", *fixed ? text(fixed) : base::Value(base::Missing{})}});
  };
  kpi("SUM", "sum", "");
  kpi("LAST", "last", "");
  kpi("MEAN", "average", "");
  kpi("FIX", "fixed", "10 (เป้าหมายรวม)");
  kpi("RATIO", "sum", "");
  kpi("NONE", "", "");
  for (const char* code : {"SUM", "LAST", "MEAN", "FIX", "NONE"}) {
    add_target(plan, code, 2557, "3");
    add_target(plan, code, 2558, "3.5");
    add_target(plan, code, 2559, "9");
    add_target(plan, code, 2559, "4", 1);
    add_target(plan, code, 2560, "4.5");
  }
  add_target(plan, "RATIO", 2557, "1:2500");
  const base::Dataset assessed = assess::assess(std::move(plan));
  CHECK(value_of(assessed, "kpi_plans", "SUM", "value") == "15");
  CHECK(value_of(assessed, "kpi_plans", "LAST", "value") == "4.5");
  CHECK(value_of(assessed, "kpi_plans", "MEAN", "value") == "3.75");
  CHECK(value_of(assessed, "kpi_plans", "FIX", "value") == "10 (เป้าหมายรวม)");
  CHECK(value_of(assessed, "kpi_plans", "RATIO", "value").empty());
  CHECK(value_of(assessed, "kpi_plans", "NONE", "value").empty());
}

TEST_CASE("a project without a link of its own has its issue's") {
  base::Dataset plan = small_plan();
  for (const auto& [code, kind] : {std::pair{"NS2", "strategy"}, {"NS5", "strategy"}, {"MP05", "master_issue"}})
    add_record(plan, "upper_items", {{"code", text(code)}, {"kind", text(kind)}, {"name", text(code)}});
  const auto align = [&](const char* node, const char* item, const char* rank) {
    add_record(plan, "alignments", {{"node", text(node)}, {"item", text(item)}, {"rank", text(rank)}});
  };
  align("I1", "NS5", "secondary");
  align("I1", "NS2", "primary");
  align("J2", "MP05", "primary");
  add_budget(plan, "J2", 2566, "planned", 1, 50);
  const base::Dataset assessed = assess::assess(std::move(plan));
  CHECK(value_of(assessed, "linkages", "J1", "strategy") == "NS2");
  CHECK(value_of(assessed, "linkages", "J1", "master_issue").empty());
  CHECK(value_of(assessed, "linkages", "J2", "master_issue") == "MP05");
  CHECK(value_of(assessed, "linkages", "J2", "amount") == "50");
  CHECK(value_of(assessed, "linkages", "J1", "amount").empty());
}

TEST_CASE("a cycle in the tree ends") {
  base::Dataset plan = small_plan();
  plan.tables[plan.schema->find_table("nodes").value()][0].values[1] = std::string("J1");
  add_budget(plan, "J1", 2566, "planned", 1, 5);
  const base::Dataset assessed = assess::assess(std::move(plan));
  CHECK(assessed.records("nodes").size() == 7);
}
