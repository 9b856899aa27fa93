// SPDX-License-Identifier: GPL-3.0-or-later
// The linkage diagram, and what all maps share.
#include "app/map_values.h"

#include <algorithm>

#include "base/format.h"

namespace phaen::app {

using base::format;
using Nodes = std::vector<std::size_t>;

doc::MapWords map_words(PlanReader& plan, std::string subtitle) {
  const Rows plans(plan, "plans");
  doc::MapWords words;
  words.title = format("{} พ.ศ. {} – {}", plans.text(0, "title"), plans.integer(0, "start_year").value_or(0),
                       plans.integer(0, "end_year").value_or(0));
  words.subtitle = std::move(subtitle);
  return words;
}

void add_synthetic_note(PlanReader& plan, doc::MapWords& words) {
  if (plan.take_synthetic() && !plan.in_document())
    words.notes.push_back("แผนภาพนี้มีข้อมูลสมมุติเพื่อการสาธิต มิใช่ข้อมูลของทางราชการ");
}

namespace {

/// The words of the planning cycle.
struct CycleWords {
  std::string issue = "ประเด็นการพัฒนา", goal = "เป้าหมายการพัฒนา", guideline = "แนวทางการพัฒนา";
};

CycleWords cycle_words(PlanReader& plan) {
  const Rows plans(plan, "plans"), cycles(plan, "cycles");
  CycleWords words;
  for (std::size_t i = 0; i < cycles.size(); ++i) {
    if (cycles.text(i, "code") != plans.text(0, "cycle")) continue;
    const auto take = [&](std::string& word, const char* field) {
      if (!cycles.text(i, field).empty()) word = cycles.text(i, field);
    };
    take(words.issue, "issue_word");
    take(words.goal, "goal_word");
    take(words.guideline, "guideline_word");
  }
  return words;
}

std::string indicator_label(std::size_t number) { return format("ตัวชี้วัดที่ {}", number); }

std::vector<doc::MapIndicator> indicators(PlanReader& plan, const Nodes& kpis) {
  const Rows rows(plan, "kpis");
  std::vector<doc::MapIndicator> made;
  for (const std::size_t kpi : kpis)
    made.push_back({rows.text(kpi, "code"), indicator_label(made.size() + 1), plan.kpi_sentence(kpi)});
  return made;
}

// --- work -----------------------------------------------------------------------------------------------------------

/// Ministries and agencies in the order their first project comes.
doc::LinkageWork work_of(PlanReader& plan, const Nodes& projects) {
  const Rows agencies(plan, "agencies");
  doc::LinkageWork work;
  const auto named = [](auto& list, const std::string& name) {
    return std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.name.text == name; });
  };
  for (const std::size_t project : projects) {
    const auto record = plan.lead_agency(project);
    const doc::Printed ministry = record ? agencies.printed(*record, "ministry") : doc::Printed{};
    const doc::Printed agency =
        record ? agencies.printed(*record, "name") : doc::Printed{"ไม่ระบุหน่วยงาน", base::kNoOrigin, {}};
    auto in_ministry = named(work.ministries, ministry.text);
    if (in_ministry == work.ministries.end())
      in_ministry = work.ministries.insert(work.ministries.end(), doc::LinkageMinistry{ministry, {}});
    auto in_agency = named(in_ministry->agencies, agency.text);
    if (in_agency == in_ministry->agencies.end())
      in_agency = in_ministry->agencies.insert(in_ministry->agencies.end(), doc::LinkageAgency{agency, {}});
    in_agency->projects.push_back(plan.name(project));
  }
  work.budget = plan.money(projects, false);
  work.off_budget = plan.money(projects, true);
  return work;
}

/// Outcome indicators of the projects, or all they have when none is an outcome.
Nodes project_kpis(PlanReader& plan, const Nodes& projects) {
  const Rows rows(plan, "kpis");
  Nodes all, outcomes;
  for (const std::size_t project : projects)
    for (const std::size_t kpi : plan.kpis_of(project)) {
      all.push_back(kpi);
      if (rows.text(kpi, "kind") == "outcome") outcomes.push_back(kpi);
    }
  return outcomes.empty() ? all : outcomes;
}

/// The indicators that stand over the work of a node: its own, else those of its projects.
Nodes column_kpis(PlanReader& plan, std::size_t node, const Nodes& projects) {
  Nodes own = plan.kpis_of(node);
  if (own.empty())
    for (const std::size_t child : plan.nodes()[node].children)
      if (plan.nodes()[child].level == "programme")
        for (const std::size_t kpi : plan.kpis_of(child)) own.push_back(kpi);
  return own.empty() ? project_kpis(plan, projects) : own;
}

doc::LinkageColumn column_of(PlanReader& plan, std::size_t node) {
  const Nodes projects = plan.projects(node);
  return {indicators(plan, column_kpis(plan, node, projects)), work_of(plan, projects)};
}

// --- what stands under a goal ---------------------------------------------------------------------------------------

/// Nodes of the level nearest below that has any: guidelines of an issue, else programmes, else projects.
Nodes branches(const PlanReader& plan, std::size_t node, const std::vector<const char*>& levels) {
  for (const char* level : levels) {
    Nodes found = plan.of_level(level);
    std::erase_if(found, [&](std::size_t one) { return one == node || !plan.is_within(one, node); });
    if (!found.empty()) return found;
  }
  return {};
}

/// Projects of other issues that serve an indicator of this one, by issue.
void add_supporting(PlanReader& plan, std::size_t issue, const CycleWords& words, doc::LinkageMap& map) {
  const Rows links(plan, "node_kpis"), kpis(plan, "kpis");
  Nodes helpers;
  const Nodes known = plan.all_projects();
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto kpi = plan.find_kpi(links.text(i, "kpi"));
    const auto node = plan.find_node(links.text(i, "node"));
    if (!kpi || !node || kpis.text(*kpi, "node") != plan.nodes()[issue].code) continue;
    if (plan.is_within(*node, issue) || std::find(known.begin(), known.end(), *node) == known.end()) continue;
    if (std::find(helpers.begin(), helpers.end(), *node) == helpers.end()) helpers.push_back(*node);
  }
  std::sort(helpers.begin(), helpers.end());
  for (const std::size_t other : plan.of_level("issue")) {
    Nodes of_issue = helpers;
    std::erase_if(of_issue, [&](std::size_t node) { return !plan.is_within(node, other); });
    if (of_issue.empty()) continue;
    doc::LinkageWork work = work_of(plan, of_issue);
    work.heading = plan.name(other);
    work.heading.text = format("{}ที่ {} {}", words.issue, plan.number(other), work.heading.text);
    map.supporting.push_back(std::move(work));
  }
  map.supporting_sums.budget = plan.money(helpers, false);
  map.supporting_sums.off_budget = plan.money(helpers, true);
}

/// Projects below no issue support the whole plan: the cost of running it.
void add_plan_support(PlanReader& plan, doc::LinkageMap& map) {
  Nodes projects = plan.all_projects();
  std::erase_if(projects, [&](std::size_t node) { return plan.ancestor(node, "issue").has_value(); });
  if (projects.empty()) return;
  map.supporting.push_back(work_of(plan, projects));
  map.supporting_sums.budget = map.supporting.front().budget;
  map.supporting_sums.off_budget = map.supporting.front().off_budget;
}

doc::LinkageMap begin_map(PlanReader& plan) {
  const Rows plans(plan, "plans"), agencies(plan, "agencies");
  doc::LinkageMap map;
  map.words = map_words(plan, "แผนภาพความเชื่อมโยงเป้าหมาย แนวทาง ตัวชี้วัด หน่วยงาน และโครงการ");
  for (std::size_t i = 0; i < agencies.size(); ++i)
    if (agencies.text(i, "code") == plans.text(0, "agency")) map.host = agencies.printed(i, "name");
  return map;
}

doc::LinkageMap plan_map(PlanReader& plan, const CycleWords& words) {
  doc::LinkageMap map = begin_map(plan);
  map.goal_row = format("{} / ตัวชี้วัด", words.goal);
  map.goal_label = words.goal;
  map.guideline_row = words.issue;
  const Rows plans(plan, "plans");
  map.goal = plans.printed(0, "goal");
  for (const std::size_t goal : plan.of_level("goal")) {
    if (map.goal.text.empty()) map.goal = plan.name(goal);
    for (doc::MapIndicator& one : indicators(plan, plan.kpis_of(goal))) map.goal_indicators.push_back(std::move(one));
  }
  for (const std::size_t issue : plan.of_level("issue"))
    map.guidelines.push_back(
        {format("{}ที่ {}", words.issue, plan.number(issue)), plan.name(issue), {column_of(plan, issue)}});
  add_plan_support(plan, map);
  return map;
}

doc::LinkageMap issue_map(PlanReader& plan, std::size_t issue, const CycleWords& words) {
  doc::LinkageMap map = begin_map(plan);
  map.goal_row = format("{} / ตัวชี้วัด", words.issue);
  map.goal_label = format("{}ที่ {}", words.issue, plan.number(issue));
  map.guideline_row = "แนวทาง";
  map.goal = plan.name(issue);
  map.goal_indicators = indicators(plan, plan.kpis_of(issue));
  std::size_t number = 0;
  for (const std::size_t branch : branches(plan, issue, {"guideline", "programme", "flagship", "project"}))
    map.guidelines.push_back(
        {format("แนวทางที่ {}.{}", plan.number(issue), ++number), plan.name(branch), {column_of(plan, branch)}});
  add_supporting(plan, issue, words, map);
  return map;
}

/// A guideline, programme, flagship or project: its projects side by side below it, as in the one-guideline page of the
/// office.
doc::LinkageMap branch_map(PlanReader& plan, std::size_t node, const CycleWords& words) {
  doc::LinkageMap map = begin_map(plan);
  const auto issue = plan.ancestor(node, "issue");
  map.goal_row = format("{} / ตัวชี้วัด", words.issue);
  map.goal_label = words.issue;
  if (issue) {
    map.goal_label = format("{}ที่ {}", words.issue, plan.number(*issue));
    map.goal = plan.name(*issue);
    map.goal_indicators = indicators(plan, plan.kpis_of(*issue));
  }
  const std::string& level = plan.nodes()[node].level;
  map.guideline_row = level == "guideline"   ? "แนวทาง"
                      : level == "programme" ? "แผนงาน"
                      : level == "flagship"  ? "โครงการสำคัญ"
                                             : "โครงการ";
  doc::LinkageGuideline guideline{map.guideline_row, plan.name(node), {}};
  for (const std::size_t project : plan.projects(node))
    guideline.columns.push_back({indicators(plan, plan.kpis_of(project)), work_of(plan, {project})});
  if (guideline.columns.empty()) guideline.columns.push_back(column_of(plan, node));
  map.guidelines = {std::move(guideline)};
  return map;
}

}  // namespace

std::vector<doc::LinkageMap> linkage_maps(PlanReader& plan, std::optional<std::size_t> focus) {
  const CycleWords words = cycle_words(plan);
  std::vector<doc::LinkageMap> maps;
  const auto add = [&](doc::LinkageMap map) {
    add_synthetic_note(plan, map.words);
    maps.push_back(std::move(map));
  };
  plan.take_synthetic();
  const std::string level = focus ? plan.nodes()[*focus].level : "goal";
  if (level == "issue") {
    add(issue_map(plan, *focus, words));
  } else if (level != "goal") {
    // An activity is part of its project's diagram.
    add(branch_map(plan, level == "activity" ? plan.ancestor(*focus, "project").value_or(*focus) : *focus, words));
  } else {
    if (plan.of_level("issue").empty()) return maps;
    add(plan_map(plan, words));
    if (focus) return maps;
    for (const std::size_t issue : plan.of_level("issue")) add(issue_map(plan, issue, words));
  }
  return maps;
}

}  // namespace phaen::app
