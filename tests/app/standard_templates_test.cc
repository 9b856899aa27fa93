// SPDX-License-Identifier: GPL-3.0-or-later
// The standard templates on a plan that is hardly begun: nothing that is missing leaves quotation marks, brackets or a
// label behind.
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "app/inputs.h"
#include "assess/assess.h"
#include "plan/schema.h"
#include "support/dataset.h"

using namespace phaen;
using support::add_record;

namespace {

base::Value text(const std::string& value) { return value; }
base::Value number(std::int64_t value) { return value; }

// One of everything, with nothing but its name.
base::Dataset begun_records(const std::string& cycle, const std::string& kind) {
  base::Dataset plan(plan::plan_schema());
  add_record(plan, "cycles", {{"code", text("2561")}, {"end_year", number(2565)}});
  add_record(plan, "cycles", {{"code", text(cycle)}, {"issue_word", text("ประเด็น")}});
  for (const char* form : {"kj1", "kj1_1", "kj2", "j1", "j1_1"})
    add_record(plan, "cycle_forms",
               {{"cycle", text(cycle)}, {"form", text(form)}, {"number", text("แบบ")}, {"title", text("ชื่อแบบ")}});
  add_record(plan, "plans",
             {{"code", text("X")},
              {"title", text("แผน")},
              {"cycle", text(cycle)},
              {"kind", text(kind)},
              {"start_year", number(2566)},
              {"end_year", number(2570)},
              {"action_year", number(2566)},
              {"previous_end_year", number(2565)}});
  const std::vector<std::vector<std::string>> nodes = {
      {"G", "", "goal"},       {"I1", "", "issue"},      {"P1", "I1", "programme"}, {"F1", "P1", "flagship"},
      {"J1", "F1", "project"}, {"A1", "J1", "activity"}, {"I2", "", "issue"}};
  for (const auto& node : nodes) {
    add_record(plan, "nodes",
               {{"code", text(node[0])}, {"level", text(node[2])}, {"name", text("ชื่อ")}, {"ordinal", number(1)}});
    if (!node[1].empty()) {
      const base::Table& table = plan.schema->tables[*plan.schema->find_table("nodes")];
      plan.tables[*plan.schema->find_table("nodes")].back().values[*table.find_field("parent")] = text(node[1]);
    }
  }
  for (const char* node : {"G", "I1", "J1"})
    add_record(plan, "kpis",
               {{"code", text(std::string(node) + "-K1")}, {"node", text(node)}, {"name", text("ตัวชี้วัด")}});
  for (const char* node : {"F1", "J1"}) add_record(plan, "projects", {{"node", text(node)}});
  add_record(plan, "activities", {{"node", text("A1")}});
  add_record(plan, "narratives", {{"section", text("preface")}, {"kind", text("paragraph")}, {"text", text("คำนำ")}});
  add_record(plan, "budgets", {{"node", text("J1")}, {"year", number(2566)}, {"line", number(1)}});
  add_record(plan, "spending_plans", {{"node", text("J1")}, {"year", number(2566)}, {"month", number(1)}});
  return plan;
}
base::Dataset begun_plan(const std::string& cycle, const std::string& kind) {
  return assess::assess(begun_records(cycle, kind));
}

// All levels, some of them left out of a branch, with money anywhere: at any node, of any category or none, at any
// stage.
base::Dataset plan_with_money_anywhere(std::mt19937& random) {
  base::Dataset plan = begun_records("2566", "cluster");
  const auto any = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  const char* const levels[] = {"goal", "issue", "guideline", "programme", "flagship", "project", "activity"};
  std::vector<std::pair<std::string, std::size_t>> nodes;  // code, level
  for (std::size_t i = 0; i < 40; ++i) {
    const bool root = nodes.empty() || any(6) == 0;
    const auto parent = root ? std::pair<std::string, std::size_t>() : nodes[any(nodes.size())];
    const std::size_t level = root ? any(7) : parent.second + 1 + any(2);
    if (level > 6) continue;
    nodes.emplace_back("N" + std::to_string(i), level);
    add_record(plan, "nodes",
               {{"code", text(nodes.back().first)},
                {"parent", root ? base::Value(base::Missing{}) : text(parent.first)},
                {"level", text(levels[level])},
                {"name", text("รายการ " + nodes.back().first)},
                {"ordinal", number(static_cast<std::int64_t>(i))}});
  }
  const char* const categories[] = {"operating", "investment", "subsidy", "other", "personnel", ""};
  const char* const stages[] = {"planned", "approved"};
  for (std::int64_t line = 1; line <= 60; ++line) {
    const std::string category = categories[any(6)];
    add_record(plan, "budgets",
               {{"node", text(nodes[any(nodes.size())].first)},
                {"year", number(2565 + static_cast<std::int64_t>(any(3)))},
                {"stage", text(stages[any(2)])},
                {"line", number(line)},
                {"category", category.empty() ? base::Value(base::Missing{}) : text(category)},
                {"amount", base::Money{static_cast<std::int64_t>(any(1'000'000'000))}},
                {"fact", text("synthetic")}});
  }
  return assess::assess(std::move(plan));
}

struct Texts {
  std::vector<std::string>& found;

  void add(const doc::Inlines& inlines) const { found.push_back(doc::plain_text(inlines)); }
  void operator()(const doc::Heading& heading) const { add(heading.content); }
  void operator()(const doc::Paragraph& paragraph) const { add(paragraph.content); }
  void operator()(const doc::Keep& keep) const {
    for (const doc::Block& block : keep.blocks) std::visit(*this, block);
  }
  void operator()(const doc::Table& table) const {
    if (table.caption) add(table.caption->content);
    add(table.unit_line);
    for (const doc::Row& row : table.rows)
      for (const doc::Cell& cell : row.cells)
        for (const doc::Paragraph& paragraph : cell.content) add(paragraph.content);
    for (const doc::Paragraph& note : table.notes) add(note.content);
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

}  // namespace

TEST_CASE(
    "what is missing leaves no empty quotation, no empty brackets and no dangling label in any standard document") {
  std::set<std::string> printed;
  for (const auto& [cycle, kind] :
       {std::pair("2566", "cluster"), std::pair("2571", "province"), std::pair("2557", "cluster")}) {
    const base::Dataset data = begun_plan(cycle, kind);
    base::Diagnostics diagnostics;
    const auto roots = app::root_records(data, "plan.db", diagnostics);
    for (const app::LoadedTemplate& loaded : app::choose_templates(PHAEN_SOURCE_DIR, {}, data, diagnostics)) {
      printed.insert(loaded.info.id);
      const auto checked = templates::check(loaded.parsed, data.schema, app::template_roots(), diagnostics);
      REQUIRE(checked);
      base::OriginTable origins;
      templates::ExpandOptions options;
      options.root_records = roots;
      templates::Expander expander(*checked, data, origins, options, diagnostics);
      std::vector<std::string> texts;
      while (const auto section = expander.next())
        for (const doc::Block& block : section->blocks) std::visit(Texts{texts}, block);
      CHECK(texts.size() > 5);
      for (const std::string& text : texts) {
        CAPTURE(loaded.info.id);
        CAPTURE(text);
        for (const char* left : {"“”", "()", "( )", "  ", "ร้อยละ )", ". ."})
          CHECK(text.find(left) == std::string::npos);
        CHECK_FALSE(text.ends_with(" "));
        CHECK_FALSE(text.ends_with(":"));
        CHECK_FALSE(text.starts_with(" "));
      }
    }
    // A chart without figures is left out with a warning.
    for (const base::Diagnostic& diagnostic : diagnostics.all())
      CHECK_MESSAGE(diagnostic.code == "T115", base::to_text(diagnostic, base::Language::English));
  }
  base::Diagnostics diagnostics;
  CHECK(printed.size() == app::load_standard_templates(PHAEN_SOURCE_DIR, diagnostics).size());
}

// Each total of the standard documents has the sum of the plan as its control (T117): nothing an officer enters can be
// missing from it.
TEST_CASE("wherever money stands in a plan, every total by year holds all of it") {
  std::mt19937 random(2566);
  for (int round = 0; round < 60; ++round) {
    const base::Dataset data = plan_with_money_anywhere(random);
    base::Diagnostics diagnostics;
    const auto roots = app::root_records(data, "plan.db", diagnostics);
    int sections = 0;
    for (const app::LoadedTemplate& loaded : app::choose_templates(PHAEN_SOURCE_DIR, {}, data, diagnostics)) {
      const auto checked = templates::check(loaded.parsed, data.schema, app::template_roots(), diagnostics);
      REQUIRE(checked);
      base::OriginTable origins;
      templates::ExpandOptions options;
      options.root_records = roots;
      templates::Expander expander(*checked, data, origins, options, diagnostics);
      while (expander.next()) ++sections;
    }
    CHECK(sections > 10);
    CAPTURE(round);
    for (const base::Diagnostic& diagnostic : diagnostics.all())
      CHECK_MESSAGE(diagnostic.severity != base::Severity::Error, base::to_text(diagnostic, base::Language::English));
  }
}
