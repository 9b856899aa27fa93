// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/money.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "assess/view.h"

namespace phaen::assess {
namespace {

constexpr std::array<const char*, 4> kStages = {"planned", "requested", "approved", "transferred"};
// Columns of node_years and node_totals after the total: the budget system's five categories, and money of none, which
// would else be missing from every sum by category.
constexpr std::string_view kUnspecified = "unspecified";
constexpr std::array<std::string_view, 6> kCategories = {"operating", "investment", "subsidy",
                                                         "other",     "personnel",  kUnspecified};

std::string_view category_or_none(std::string_view category) { return category.empty() ? kUnspecified : category; }

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

  void clear() {
    total.satang = 0;
    total.inputs.clear();
    for (Amount& amount : by_category) {
      amount.satang = 0;
      amount.inputs.clear();
    }
    synthetic = false;
  }

  void add(base::Money money, std::string_view category, const base::FieldRef& input, bool is_synthetic) {
    total.satang += money.satang;
    total.inputs.push_back(input);
    const auto at = std::find(kCategories.begin(), kCategories.end(), category_or_none(category));
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

// Copies lines in force into the table of allocations, with the nodes they are for.
class Allocations {
 public:
  Allocations(base::Dataset& dataset, const View& budgets)
      : dataset_(dataset), budgets_(budgets), allocations_(dataset, "allocations") {
    for (const char* name : {"node", "year", "line", "stage", "fund", "category", "agency", "area", "amount"})
      copied_.emplace_back(budgets.field(name), allocations_.field(name));
  }

  void add(const BudgetLine& line, const Tree& tree) {
    base::Record record;
    record.values.resize(width_, copied_.size() + 4);
    record.values[category_] = std::string(kUnspecified);  // unless the line has one
    for (const auto& [from, to] : copied_)
      if (const base::Value& value = budgets_.at(line.record, from); !base::is_missing(value))
        record.values[to] = value;
    auto project = tree.ancestor(line.node, "project");
    if (!project) project = tree.ancestor(line.node, "flagship");
    set_code(record, project_, project, tree);
    set_code(record, programme_, tree.ancestor(line.node, "programme"), tree);
    set_code(record, issue_, tree.ancestor(line.node, "issue"), tree);
    record.values[fact_] = fact_value(budgets_.is_synthetic(line.record));
    const base::FieldRef inputs[] = {budgets_.ref(line.record, amount_)};
    dataset_.lineage.add(allocations_.ref(allocations_.size(), own_amount_), "in-force", inputs);
    dataset_.tables[allocations_.index()].push_back(std::move(record));
  }

 private:
  static void set_code(base::Record& record, std::size_t field, std::optional<std::size_t> node, const Tree& tree) {
    if (node) record.values[field] = tree.codes[*node];
  }

  base::Dataset& dataset_;
  const View& budgets_;
  const View allocations_;
  const std::size_t width_ = dataset_.schema->tables[allocations_.index()].fields.size(),
                    project_ = allocations_.field("project"), programme_ = allocations_.field("programme"),
                    issue_ = allocations_.field("issue"), category_ = allocations_.field("category"),
                    fact_ = allocations_.field("fact"), own_amount_ = allocations_.field("amount"),
                    amount_ = budgets_.field("amount");
  std::vector<std::pair<std::size_t, std::size_t>> copied_;  // field of budgets, field of allocations
};

// Total and categories into a record whose first values are its key; a category without lines stays missing.
void add_amounts(base::Dataset& dataset, const View& view, base::Record made, const Gathered& gathered) {
  const std::size_t record = view.size(), first = made.values.size();
  made.values.push_back(base::Money{gathered.total.satang});
  dataset.lineage.add(view.ref(record, first), "sum", gathered.total.inputs);
  for (std::size_t c = 0; c < kCategories.size(); ++c) {
    const Gathered::Amount& amount = gathered.by_category[c];
    if (amount.inputs.empty()) {
      made.values.push_back(base::Missing{});
      continue;
    }
    made.values.push_back(base::Money{amount.satang});
    dataset.lineage.add(view.ref(record, first + 1 + c), "sum", amount.inputs);
  }
  made.values.push_back(fact_value(gathered.synthetic));
  dataset.tables[view.index()].push_back(std::move(made));
}

// What each year spends by category.
void add_year_categories(base::Dataset& dataset, const View& budgets, const std::vector<BudgetLine>& lines) {
  const std::size_t amount = budgets.field("amount"), category = budgets.field("category");
  std::map<std::int64_t, Gathered> years;
  for (const BudgetLine& line : lines)
    if (const auto* money = std::get_if<base::Money>(&budgets.at(line.record, amount)))
      years[line.year].add(*money, budgets.text(line.record, category), budgets.ref(line.record, amount),
                           budgets.is_synthetic(line.record));
  const View made(dataset, "year_categories");
  for (const auto& [year, gathered] : years)
    for (std::size_t c = 0; c < kCategories.size(); ++c) {
      const Gathered::Amount& sum = gathered.by_category[c];
      if (sum.inputs.empty()) continue;
      dataset.lineage.add(made.ref(made.size(), made.field("amount")), "sum", sum.inputs);
      const bool synthetic = std::any_of(sum.inputs.begin(), sum.inputs.end(), [&](const base::FieldRef& input) {
        return budgets.is_synthetic(input.record);
      });
      dataset.tables[made.index()].push_back(
          {{year, std::string(kCategories[c]), base::Money{sum.satang}, fact_value(synthetic)}});
    }
}

std::pair<std::int64_t, std::int64_t> plan_years(const base::Dataset& dataset) {
  const View plans(dataset, "plans");
  if (plans.size() == 0) return {0, 0};
  const auto* first = std::get_if<std::int64_t>(&plans.at(0, plans.field("start_year")));
  const auto* last = std::get_if<std::int64_t>(&plans.at(0, plans.field("end_year")));
  return {first ? *first : 0, last ? *last : 0};
}

// A line as it counts in one node: its own or one above.
struct Share {
  std::size_t node = 0, line = 0;
  std::int64_t year = 0;
  auto operator<=>(const Share&) const = default;
};

// The shares of every node, of each node by year, in the order of the lines.
std::vector<Share> shares_of(const std::vector<BudgetLine>& lines, const Tree& tree) {
  std::vector<Share> shares;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t steps = 0;
    for (std::optional<std::size_t> at = lines[i].node; at && steps <= tree.codes.size();
         at = tree.parents[*at], ++steps)
      shares.push_back({*at, i, lines[i].year});
  }
  std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) {
    return std::tie(a.node, a.year, a.line) < std::tie(b.node, b.year, b.line);
  });
  return shares;
}

class NodeMoney {
 public:
  NodeMoney(base::Dataset& dataset, const View& budgets, const Tree& tree, const std::vector<BudgetLine>& lines)
      : dataset_(dataset), budgets_(budgets), tree_(tree), lines_(lines) {}

  void add_all() {
    const auto [first_year, last_year] = plan_years(dataset_);
    const std::vector<Share> shares = shares_of(lines_, tree_);
    for (std::size_t begin = 0, end = 0; begin < shares.size(); begin = end) {
      bool leaf = false;
      gathered_.clear();
      for (end = begin; end < shares.size() && same_year(shares[begin], shares[end]); ++end) {
        gather(shares[end]);
        leaf = leaf || lines_[shares[end].line].node == shares[end].node;
      }
      if (!gathered_.total.inputs.empty()) add_year(shares[begin], leaf);
    }
    // In the years of the plan.
    for (std::size_t begin = 0, end = 0; begin < shares.size(); begin = end) {
      gathered_.clear();
      for (end = begin; end < shares.size() && shares[end].node == shares[begin].node; ++end)
        if (shares[end].year >= first_year && shares[end].year <= last_year) gather(shares[end]);
      if (!gathered_.total.inputs.empty()) add_total(shares[begin].node);
    }
  }

 private:
  static bool same_year(const Share& a, const Share& b) { return a.node == b.node && a.year == b.year; }

  void gather(const Share& share) {
    const BudgetLine& line = lines_[share.line];
    const auto* money = std::get_if<base::Money>(&budgets_.at(line.record, amount_));
    if (money == nullptr) return;
    gathered_.add(*money, budgets_.text(line.record, category_), budgets_.ref(line.record, amount_),
                  budgets_.is_synthetic(line.record));
  }

  base::Value above(std::size_t node, const char* level) const {
    const auto found = tree_.ancestor(node, level);
    return text_value(found && *found != node ? std::string_view(tree_.codes[*found]) : std::string_view());
  }

  void add_year(const Share& share, bool leaf) {
    base::Record made;
    made.values.resize(0, 9);  // room for the key, the total and a category, which most have
    made.values.push_back(tree_.codes[share.node]);
    made.values.push_back(share.year);
    for (const char* level : {"issue", "programme", "project"}) made.values.push_back(above(share.node, level));
    made.values.push_back(leaf);
    add_amounts(dataset_, years_, std::move(made), gathered_);
  }

  void add_total(std::size_t node) {
    base::Record made;
    made.values.push_back(tree_.codes[node]);
    add_amounts(dataset_, totals_, std::move(made), gathered_);
  }

  base::Dataset& dataset_;
  const View& budgets_;
  const Tree& tree_;
  const std::vector<BudgetLine>& lines_;
  const View years_{dataset_, "node_years"}, totals_{dataset_, "node_totals"};
  const std::size_t amount_ = budgets_.field("amount"), category_ = budgets_.field("category");
  Gathered gathered_;  // of the node and year at hand
};

}  // namespace

void add_money(base::Dataset& dataset, const Tree& tree) {
  const View budgets(dataset, "budgets");
  std::vector<BudgetLine> lines = lines_in_force(budgets, tree);
  drop_lines_repeated_by_children(lines, tree);
  Allocations allocations(dataset, budgets);
  for (const BudgetLine& line : lines) allocations.add(line, tree);
  NodeMoney(dataset, budgets, tree, lines).add_all();
  add_year_categories(dataset, budgets, lines);
}

}  // namespace phaen::assess
