// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/money.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "assess/view.h"

namespace phaen::assess {
namespace {

constexpr std::array<const char*, 4> kStages = {"planned", "requested", "approved", "transferred"};
// Columns of node_years and node_totals after the total: the budget system's five categories.
constexpr std::array<const char*, 5> kCategories = {"operating", "investment", "subsidy", "other", "personnel"};

std::size_t rank_of(std::string_view stage) {
  return static_cast<std::size_t>(std::find(kStages.begin(), kStages.end(), stage) - kStages.begin());
}

using NodeYear = std::pair<std::size_t, std::int64_t>;

// Money gathered for one node: total and by category, each with the lines it came from.
struct Gathered {
  struct Amount {
    std::int64_t satang = 0;
    std::vector<base::FieldRef> inputs;
  };
  Amount total;
  std::array<Amount, kCategories.size()> by_category;
  bool synthetic = false;

  void add(base::Money money, std::string_view category, const base::FieldRef& input, bool is_synthetic) {
    total.satang += money.satang;
    total.inputs.push_back(input);
    const auto at = std::find(kCategories.begin(), kCategories.end(), category);
    if (at != kCategories.end()) {
      Amount& amount = by_category[static_cast<std::size_t>(at - kCategories.begin())];
      amount.satang += money.satang;
      amount.inputs.push_back(input);
    }
    synthetic = synthetic || is_synthetic;
  }
};

struct BudgetLine {
  std::size_t record = 0, node = 0;
  std::int64_t year = 0;
};

// The lines of the last stage each node and year has reached.
std::vector<BudgetLine> lines_in_force(const View& budgets, const Tree& tree) {
  const std::size_t node = budgets.field("node"), year = budgets.field("year"), stage = budgets.field("stage");
  std::map<NodeYear, std::size_t> last;
  std::vector<BudgetLine> lines;
  for (std::size_t i = 0; i < budgets.size(); ++i) {
    const auto at = tree.index.find(budgets.text(i, node));
    const auto* in_year = std::get_if<std::int64_t>(&budgets.at(i, year));
    if (at == tree.index.end() || in_year == nullptr) continue;
    lines.push_back({i, at->second, *in_year});
    std::size_t& rank = last[{at->second, *in_year}];
    rank = std::max(rank, rank_of(budgets.text(i, stage)));
  }
  std::erase_if(lines, [&](const BudgetLine& line) {
    return rank_of(budgets.text(line.record, stage)) != last[{line.node, line.year}];
  });
  return lines;
}

// A node whose children have money of the year is the sum of them: its own lines are then the same money again.
void drop_lines_repeated_by_children(std::vector<BudgetLine>& lines, const Tree& tree) {
  std::map<NodeYear, bool> has_money_below;
  for (const BudgetLine& line : lines)
    for (auto at = tree.parents[line.node]; at; at = tree.parents[*at]) {
      bool& known = has_money_below[{*at, line.year}];
      if (known) break;
      known = true;
    }
  std::erase_if(lines, [&](const BudgetLine& line) { return has_money_below.count({line.node, line.year}) != 0; });
}

std::string code_of(const Tree& tree, std::optional<std::size_t> node) {
  return node ? tree.codes[*node] : std::string();
}

void add_allocation(base::Dataset& dataset, const View& budgets, const BudgetLine& line, const Tree& tree) {
  const View allocations(dataset, "allocations");
  const auto copied = [&](const char* field) { return budgets.at(line.record, budgets.field(field)); };
  auto project = tree.ancestor(line.node, "project");
  if (!project) project = tree.ancestor(line.node, "flagship");
  base::Record record;
  record.values = {copied("node"),
                   copied("year"),
                   copied("line"),
                   text_value(code_of(tree, project)),
                   text_value(code_of(tree, tree.ancestor(line.node, "programme"))),
                   text_value(code_of(tree, tree.ancestor(line.node, "issue"))),
                   copied("stage"),
                   copied("fund"),
                   copied("category"),
                   copied("agency"),
                   copied("area"),
                   copied("amount"),
                   fact_value(budgets.is_synthetic(line.record))};
  dataset.lineage[allocations.ref(allocations.size(), allocations.field("amount"))] = {
      "in-force", {budgets.ref(line.record, budgets.field("amount"))}};
  dataset.tables[allocations.index()].push_back(std::move(record));
}

// Total and categories into a record whose first values are its key; a category without lines stays missing.
void add_amounts(base::Dataset& dataset, std::string_view table, std::vector<base::Value> key,
                 const Gathered& gathered) {
  const View view(dataset, table);
  const std::size_t record = view.size(), first = key.size();
  base::Record made{std::move(key)};
  made.values.emplace_back(base::Money{gathered.total.satang});
  dataset.lineage[view.ref(record, first)] = {"sum", gathered.total.inputs};
  for (std::size_t c = 0; c < kCategories.size(); ++c) {
    const Gathered::Amount& amount = gathered.by_category[c];
    if (amount.inputs.empty()) {
      made.values.emplace_back(base::Missing{});
      continue;
    }
    made.values.emplace_back(base::Money{amount.satang});
    dataset.lineage[view.ref(record, first + 1 + c)] = {"sum", amount.inputs};
  }
  made.values.push_back(fact_value(gathered.synthetic));
  dataset.tables[view.index()].push_back(std::move(made));
}

std::pair<std::int64_t, std::int64_t> plan_years(const base::Dataset& dataset) {
  const View plans(dataset, "plans");
  if (plans.size() == 0) return {0, 0};
  const auto* first = std::get_if<std::int64_t>(&plans.at(0, plans.field("start_year")));
  const auto* last = std::get_if<std::int64_t>(&plans.at(0, plans.field("end_year")));
  return {first ? *first : 0, last ? *last : 0};
}

}  // namespace

void add_money(base::Dataset& dataset, const Tree& tree) {
  const View budgets(dataset, "budgets");
  std::vector<BudgetLine> lines = lines_in_force(budgets, tree);
  drop_lines_repeated_by_children(lines, tree);
  const std::size_t amount = budgets.field("amount"), category = budgets.field("category");
  const auto [first_year, last_year] = plan_years(dataset);
  std::map<NodeYear, Gathered> by_year;
  std::map<std::size_t, Gathered> totals;
  for (const BudgetLine& line : lines) {
    add_allocation(dataset, budgets, line, tree);
    const auto* money = std::get_if<base::Money>(&budgets.at(line.record, amount));
    if (money == nullptr) continue;
    const std::string of = budgets.text(line.record, category);
    const base::FieldRef input = budgets.ref(line.record, amount);
    const bool synthetic = budgets.is_synthetic(line.record);
    std::size_t steps = 0;
    for (std::optional<std::size_t> at = line.node; at && steps <= tree.codes.size(); at = tree.parents[*at], ++steps) {
      by_year[{*at, line.year}].add(*money, of, input, synthetic);
      if (line.year >= first_year && line.year <= last_year) totals[*at].add(*money, of, input, synthetic);
    }
  }
  std::set<NodeYear> leaves;
  for (const BudgetLine& line : lines) leaves.insert({line.node, line.year});
  const auto above = [&](std::size_t node, const char* level) {
    const auto found = tree.ancestor(node, level);
    return text_value(found && *found != node ? tree.codes[*found] : "");
  };
  for (const auto& [at, gathered] : by_year)
    add_amounts(dataset, "node_years",
                {tree.codes[at.first], at.second, above(at.first, "issue"), above(at.first, "programme"),
                 above(at.first, "project"), leaves.count(at) != 0},
                gathered);
  for (const auto& [node, gathered] : totals) add_amounts(dataset, "node_totals", {tree.codes[node]}, gathered);
}

}  // namespace phaen::assess
