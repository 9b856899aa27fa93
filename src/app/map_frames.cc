// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix, causal bands, value chains and the frame of dimensions.
#include <algorithm>
#include <array>
#include <set>

#include "app/map_values.h"
#include "base/format.h"

namespace phaen::app {
namespace {

using base::format;
using Nodes = std::vector<std::size_t>;

/// The issues a map is about: the one of the focus, or all.
Nodes issues_of(const PlanReader& plan, std::optional<std::size_t> focus) {
  if (!focus) return plan.of_level("issue");
  const auto issue = plan.ancestor(*focus, "issue");
  return issue ? Nodes{*issue} : plan.of_level("issue");
}

std::optional<std::uint16_t> group_of(const PlanReader& plan, std::size_t node) {
  const auto issue = plan.ancestor(node, "issue");
  return issue ? std::optional(static_cast<std::uint16_t>(plan.number(*issue) - 1)) : std::nullopt;
}

// --- upper plans ----------------------------------------------------------------------------------------------------

class UpperPlans {
 public:
  explicit UpperPlans(PlanReader& plan) : items_(plan, "upper_items") {
    for (std::size_t i = 0; i < items_.size(); ++i) index_.emplace(items_.text(i, "code"), i);
  }
  std::optional<std::size_t> find(const std::string& code) const {
    const auto found = index_.find(code);
    return found == index_.end() ? std::nullopt : std::optional(found->second);
  }
  const std::string& kind(std::size_t item) const { return items_.text(item, "kind"); }
  std::optional<std::size_t> parent(std::size_t item) const { return find(items_.text(item, "parent")); }
  doc::BandItem printed(std::size_t item) const {
    return {items_.text(item, "code"), items_.printed(item, "name"), {}};
  }

 private:
  Rows items_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// What nodes and indicators of an issue say they answer to.
struct Answer {
  std::size_t item = 0;
  std::optional<std::size_t> node, kpi;
  bool primary = true;
};

std::vector<Answer> answers_of(PlanReader& plan, const UpperPlans& upper, std::size_t issue) {
  const Rows nodes(plan, "alignments"), kpis(plan, "kpi_alignments"), names(plan, "kpis");
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto node = plan.find_node(nodes.text(i, "node"));
    const auto item = upper.find(nodes.text(i, "item"));
    if (node && item && plan.is_within(*node, issue))
      answers.push_back({*item, node, std::nullopt, nodes.text(i, "rank") == "primary"});
  }
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const auto kpi = plan.find_kpi(kpis.text(i, "kpi"));
    const auto item = upper.find(kpis.text(i, "item"));
    if (!kpi || !item) continue;
    const auto node = plan.find_node(names.text(*kpi, "node"));
    if (node && plan.is_within(*node, issue))
      answers.push_back({*item, std::nullopt, kpi, kpis.text(i, "rank") == "primary"});
  }
  return answers;
}

/// Items of a kind, each once; the primary ones when there are any.
Nodes items_of(const std::vector<Answer>& answers, const UpperPlans& upper, const char* kind) {
  Nodes primary, all;
  const auto add = [](Nodes& list, std::size_t item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
  };
  for (const Answer& answer : answers) {
    if (upper.kind(answer.item) != kind) continue;
    add(all, answer.item);
    if (answer.primary) add(primary, answer.item);
  }
  return primary.empty() ? all : primary;
}

doc::CausalChain chain_of(PlanReader& plan, const UpperPlans& upper, std::size_t issue,
                          const std::vector<Answer>& answers, std::optional<std::size_t> y1) {
  doc::CausalChain chain;
  const Nodes projects = plan.projects(issue);
  const auto answers_it = [&](std::size_t node) {
    return !y1 || std::any_of(answers.begin(), answers.end(), [&](const Answer& answer) {
      return answer.item == *y1 && answer.node && plan.is_within(node, *answer.node);
    });
  };
  for (const std::size_t project : projects)
    if (answers_it(project)) chain.projects.push_back(plan.name(project));
  chain.x = {plan.nodes()[issue].code, plan.name(issue), {}};
  for (const std::size_t kpi : plan.kpis_of(issue)) {
    doc::Sentence value = plan.kpi_sentence(kpi);
    value.insert(value.begin(), {Rows(plan, "kpis").text(kpi, "code") + " ", base::kNoOrigin, {}});
    chain.x.values.push_back(std::move(value));
  }
  // An upper goal is known by the values of the plan's indicators that answer to it.
  const auto band_item = [&](std::size_t item) {
    doc::BandItem band = upper.printed(item);
    for (const Answer& answer : answers) {
      if (answer.item != item || !answer.kpi) continue;
      doc::Sentence value = plan.kpi_value(*answer.kpi);
      if (!value.empty()) band.values.push_back(std::move(value));
    }
    return band;
  };
  if (y1) {
    chain.y1 = {band_item(*y1)};
    for (auto above = upper.parent(*y1); above && chain.y2.empty(); above = upper.parent(*above))
      if (upper.kind(*above) == "master_y2") chain.y2 = {band_item(*above)};
  }
  if (chain.y2.empty())
    for (const std::size_t item : items_of(answers, upper, "master_y2")) chain.y2.push_back(band_item(item));
  for (const std::size_t item : items_of(answers, upper, "strategy")) chain.z.push_back(band_item(item));
  return chain;
}

}  // namespace

doc::CausalMap causal_map(PlanReader& plan, std::optional<std::size_t> focus) {
  plan.take_synthetic();
  doc::CausalMap map;
  map.words = map_words(plan, "ความสัมพันธ์เชิงเหตุและผล (XYZ) กับแผนแม่บทและยุทธศาสตร์ชาติ");
  const UpperPlans upper(plan);
  for (const std::size_t issue : issues_of(plan, focus)) {
    const std::vector<Answer> answers = answers_of(plan, upper, issue);
    const Nodes goals = items_of(answers, upper, "master_y1");
    for (const std::size_t y1 : goals) map.chains.push_back(chain_of(plan, upper, issue, answers, y1));
    if (goals.empty()) map.chains.push_back(chain_of(plan, upper, issue, answers, std::nullopt));
  }
  add_synthetic_note(plan, map.words);
  return map;
}

// --- matrix ---------------------------------------------------------------------------------------------------------

namespace {

/// Indicators of issues, guidelines and programmes, and those of the goal that a project names.
Nodes matrix_kpis(PlanReader& plan, std::optional<std::size_t> focus) {
  const Rows links(plan, "node_kpis"), kpis(plan, "kpis");
  std::set<std::string> named;
  for (std::size_t i = 0; i < links.size(); ++i) named.insert(links.text(i, "kpi"));
  const Nodes issues = issues_of(plan, focus);
  Nodes found;
  for (std::size_t node = 0; node < plan.nodes().size(); ++node) {
    const std::string& level = plan.nodes()[node].level;
    if (level == "flagship" || level == "project" || level == "activity") continue;
    const auto issue = plan.ancestor(node, "issue");
    if (focus && (!issue || std::find(issues.begin(), issues.end(), *issue) == issues.end())) continue;
    for (const std::size_t kpi : plan.kpis_of(node))
      if (level != "goal" || named.count(kpis.text(kpi, "code")) != 0) found.push_back(kpi);
  }
  return found;
}

}  // namespace

doc::Matrix project_matrix(PlanReader& plan, std::optional<std::size_t> focus) {
  plan.take_synthetic();
  const Rows links(plan, "node_kpis"), kpis(plan, "kpis");
  doc::Matrix matrix;
  matrix.words = map_words(plan, "ตารางความเชื่อมโยงโครงการกับตัวชี้วัด");
  std::map<std::string, std::size_t> column_of;
  for (const std::size_t kpi : matrix_kpis(plan, focus)) {
    const auto node = plan.find_node(kpis.text(kpi, "node"));
    column_of.emplace(kpis.text(kpi, "code"), matrix.columns.size());
    matrix.columns.push_back(
        {kpis.text(kpi, "code"), kpis.printed(kpi, "name"), node ? group_of(plan, *node) : std::nullopt});
  }
  std::map<std::string, std::map<std::size_t, doc::Mark>> marks_of;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto column = column_of.find(links.text(i, "kpi"));
    if (column == column_of.end()) continue;
    marks_of[links.text(i, "node")][column->second] =
        links.text(i, "rank") == "secondary" ? doc::Mark::Secondary : doc::Mark::Primary;
  }
  std::vector<std::size_t> projects = plan.all_projects();
  std::stable_sort(projects.begin(), projects.end(), [&](std::size_t a, std::size_t b) {
    return group_of(plan, a).value_or(0xFFFF) < group_of(plan, b).value_or(0xFFFF);
  });
  for (const std::size_t project : projects) {
    const std::string& code = plan.nodes()[project].code;
    const auto marks = marks_of.find(code);
    if (focus && !plan.is_within(project, *focus) && marks == marks_of.end()) continue;
    doc::MatrixRow row{code, plan.name(project), group_of(plan, project),
                       std::vector<doc::Mark>(matrix.columns.size(), doc::Mark::None)};
    if (marks != marks_of.end())
      for (const auto& [column, mark] : marks->second) row.marks[column] = mark;
    matrix.rows.push_back(std::move(row));
  }
  for (const std::size_t issue : plan.of_level("issue")) matrix.groups.push_back(plan.name(issue));
  add_synthetic_note(plan, matrix.words);
  return matrix;
}

// --- value chains ---------------------------------------------------------------------------------------------------

namespace {

doc::ChainStage stage_of(PlanReader& plan, std::size_t record) {
  const Rows stages(plan, "value_chain_stages"), briefs(plan, "projects"), agencies(plan, "agencies");
  doc::ChainStage stage;
  const std::string& phase = stages.text(record, "phase");
  stage.phase = phase == "upstream"    ? doc::Phase::Upstream
                : phase == "midstream" ? doc::Phase::Midstream
                                       : doc::Phase::Downstream;
  stage.name = stages.printed(record, "name");
  stage.description = stages.printed(record, "description");
  Nodes nodes;
  for (std::size_t i = 0; i < briefs.size(); ++i) {
    const auto node = plan.find_node(briefs.text(i, "node"));
    if (!node || briefs.text(i, "stage") != stages.text(record, "code")) continue;
    const auto agency = plan.lead_agency(*node);
    const bool has_short = agency && !agencies.text(*agency, "short_name").empty();
    stage.projects.push_back({plan.name(*node),
                              agency ? agencies.printed(*agency, has_short ? "short_name" : "name") : doc::Printed{},
                              plan.all_money(*node)});
    nodes.push_back(*node);
  }
  stage.total = plan.total_money(nodes);
  return stage;
}

}  // namespace

doc::ValueChains value_chains(PlanReader& plan, std::optional<std::size_t> focus) {
  plan.take_synthetic();
  const Rows chains(plan, "value_chains"), stages(plan, "value_chain_stages");
  doc::ValueChains map;
  map.words = map_words(plan, "ห่วงโซ่คุณค่า ต้นทาง – กลางทาง – ปลายทาง");
  const Nodes issues = issues_of(plan, focus);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const auto issue = plan.find_node(chains.text(i, "issue"));
    if (focus && (!issue || std::find(issues.begin(), issues.end(), *issue) == issues.end())) continue;
    doc::ValueChain chain{chains.printed(i, "name"), {}, {}};
    if (issue) chain.label = format("{}.", plan.number(*issue));
    Nodes own;
    for (std::size_t k = 0; k < stages.size(); ++k)
      if (stages.text(k, "chain") == chains.text(i, "code")) own.push_back(k);
    std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) {
      return stages.integer(a, "ordinal").value_or(0) < stages.integer(b, "ordinal").value_or(0);
    });
    for (const std::size_t stage : own) chain.stages.push_back(stage_of(plan, stage));
    map.chains.push_back(std::move(chain));
  }
  add_synthetic_note(plan, map.words);
  return map;
}

// --- frame of dimensions --------------------------------------------------------------------------------------------

namespace {

/// The frame of 2558 (docs/sources.md): each topic is filled by the indicators of its dimension; where a dimension has
/// two topics the second takes those of the named levels or kinds.
struct FrameRow {
  const char* group;
  const char* dimension;
  const char* key;  ///< of kpis.dimension
  std::array<const char*, 2> topics;
};
constexpr std::array<FrameRow, 4> kFrame = {{
    {"มิติภายนอก", "มิติที่ 1 มิติประสิทธิผล", "effectiveness", {"1.1 ตัวชี้วัดยุทธศาสตร์ของ{}", "1.2 ตัวชี้วัดทดแทนและผลลัพธ์"}},
    {"มิติภายนอก", "มิติที่ 2 มิติคุณภาพ", "quality", {"2.1 ความพึงพอใจของผู้รับบริการ", nullptr}},
    {"มิติภายใน", "มิติที่ 3 มิติประสิทธิภาพ", "efficiency", {"3.1 การเบิกจ่ายเงินงบประมาณและการประหยัดพลังงาน", nullptr}},
    {"มิติภายใน", "มิติที่ 4 มิติการพัฒนาองค์กร", "development", {"4.1 การพัฒนาสมรรถนะองค์การ คุณธรรมและความโปร่งใส", nullptr}},
}};

doc::Dimension dimension_of(PlanReader& plan, const FrameRow& frame, const Nodes& kpis) {
  const Rows rows(plan, "kpis"), plans(plan, "plans");
  const char* area = plans.text(0, "kind") == "province" ? "จังหวัด" : "กลุ่มจังหวัด";
  doc::Dimension dimension;
  dimension.name = frame.dimension;
  for (const char* topic : frame.topics)
    if (topic != nullptr) dimension.topics.push_back({fmt::format(fmt::runtime(topic), area), {}});
  for (const std::size_t kpi : kpis) {
    const std::string& own = rows.text(kpi, "dimension");
    if ((own.empty() ? "effectiveness" : own) != frame.key) continue;
    const std::string& kind = rows.text(kpi, "kind");
    const bool second = dimension.topics.size() > 1 && !kind.empty() && kind != "strategic";
    dimension.topics[second ? 1 : 0].indicators.push_back({rows.text(kpi, "code"), {}, plan.kpi_sentence(kpi)});
  }
  // A second topic nothing belongs to is no gap: the frame asks for the first alone.
  if (dimension.topics.size() > 1 && dimension.topics[1].indicators.empty()) dimension.topics.pop_back();
  return dimension;
}

}  // namespace

doc::DimensionFrame dimension_frame(PlanReader& plan, std::optional<std::size_t> focus) {
  plan.take_synthetic();
  doc::DimensionFrame map;
  map.words = map_words(plan, "กรอบตัวชี้วัดตามมิติการประเมินผลการปฏิบัติราชการ");
  Nodes kpis;
  const Nodes issues = issues_of(plan, focus);
  for (std::size_t node = 0; node < plan.nodes().size(); ++node) {
    const bool goal = plan.nodes()[node].level == "goal" && !focus;
    if (!goal && std::find(issues.begin(), issues.end(), node) == issues.end()) continue;
    for (const std::size_t kpi : plan.kpis_of(node)) kpis.push_back(kpi);
  }
  for (const FrameRow& frame : kFrame) {
    if (map.groups.empty() || map.groups.back().name != frame.group) map.groups.push_back({frame.group, {}});
    map.groups.back().dimensions.push_back(dimension_of(plan, frame, kpis));
  }
  if (kpis.empty()) map.groups.clear();
  add_synthetic_note(plan, map.words);
  return map;
}

}  // namespace phaen::app
