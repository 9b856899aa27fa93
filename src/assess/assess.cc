// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/assess.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "assess/money.h"
#include "assess/tables.h"
#include "assess/tree.h"
#include "assess/view.h"
#include "plan/schema.h"

namespace phaen::assess {
namespace {

constexpr std::array<const char*, 4> kLinkedKinds = {"strategy", "master_issue", "milestone", "region_direction"};

struct Target {
  std::int64_t year = 0, revision = 0;
  std::size_t record = 0;
};

// Of each KPI the targets in force: of each year the highest revision, years rising.
class TargetsInForce {
 public:
  TargetsInForce(const View& kpis, const View& targets)
      : targets_(targets), year_(targets.field("year")), revision_(targets.field("revision")), begin_(kpis.size() + 1) {
    std::unordered_map<std::string_view, std::size_t> kpi_of;
    const std::size_t code = kpis.field("code"), kpi = targets.field("kpi");
    for (std::size_t i = 0; i < kpis.size(); ++i) kpi_of.emplace(kpis.text(i, code), i);
    std::vector<std::size_t> owners(targets.size(), kpis.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const auto owner = kpi_of.find(targets.text(i, kpi));
      if (owner == kpi_of.end()) continue;
      owners[i] = owner->second;
      ++begin_[owner->second + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    records_.resize(begin_.back());
    std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
    for (std::size_t i = 0; i < owners.size(); ++i)
      if (owners[i] < kpis.size()) records_[next[owners[i]]++] = i;
  }

  /// Valid until the next call.
  const std::vector<Target>& of(std::size_t kpi) {
    found_.clear();
    for (std::size_t i = begin_[kpi]; i < begin_[kpi + 1]; ++i) add(records_[i]);
    std::sort(found_.begin(), found_.end(), [](const Target& a, const Target& b) { return a.year < b.year; });
    return found_;
  }

 private:
  void add(std::size_t record) {
    const auto* year = std::get_if<std::int64_t>(&targets_.at(record, year_));
    const auto* revision = std::get_if<std::int64_t>(&targets_.at(record, revision_));
    if (year == nullptr || revision == nullptr) return;
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const Target& t) { return t.year == *year; });
    if (same == found_.end())
      found_.push_back({*year, *revision, record});
    else if (*revision >= same->revision)
      *same = {*year, *revision, record};
  }

  const View& targets_;
  std::size_t year_, revision_;
  std::vector<std::size_t> begin_, records_;  // by KPI, compressed rows
  std::vector<Target> found_;
};

// 3 + 3.5 + 4 + 4.5 is 15, not 15.0: a combined target has as many decimals as it needs.
base::Decimal without_final_zeros(base::Decimal value) {
  while (value.scale() > 0 && value.units() % 10 == 0) value = base::Decimal(value.units() / 10, value.scale() - 1);
  return value;
}

// Sum or average of number targets; nothing when one of them is no number.
base::Value combined(const View& targets, std::size_t value_field, const std::vector<Target>& years, bool average) {
  base::Decimal total;
  for (const Target& target : years) {
    const auto* value = std::get_if<base::Quantity>(&targets.at(target.record, value_field));
    if (value == nullptr || value->kind() != base::Quantity::Kind::Number) return base::Missing{};
    const auto sum = base::Decimal::sum(total, value->first());
    if (!sum) return base::Missing{};
    total = *sum;
  }
  if (average) {
    const auto mean = base::Decimal::quotient(total, base::Decimal::integer(static_cast<std::int64_t>(years.size())),
                                              total.scale() + 2);
    if (!mean) return base::Missing{};
    total = *mean;
  }
  return base::Quantity::number(without_final_zeros(total));
}

class KpiPlans {
 public:
  explicit KpiPlans(base::Dataset& dataset)
      : dataset_(dataset), kpis_(dataset, "kpis"), targets_(dataset, "targets"), wholes_(dataset, "kpi_plans") {}

  void add_all() {
    TargetsInForce in_force(kpis_, targets_);
    dataset_.tables[wholes_.index()].reserve(kpis_.size());
    for (std::size_t kpi = 0; kpi < kpis_.size(); ++kpi) add(kpi, in_force.of(kpi));
  }

 private:
  base::Value whole_target(std::size_t kpi, const std::vector<Target>& years) const {
    const std::string_view rule = kpis_.text(kpi, aggregate_);
    if (rule == "fixed") {
      const auto text = base::Quantity::parse(kpis_.text(kpi, fixed_));
      return text ? base::Value(*text) : base::Value(base::Missing{});
    }
    if (years.empty() || rule.empty()) return base::Missing{};
    if (rule == "last") return targets_.at(years.back().record, value_);
    return combined(targets_, value_, years, rule == "average");
  }

  void add(std::size_t kpi, const std::vector<Target>& years) {
    const std::string_view rule = kpis_.text(kpi, aggregate_);
    const bool fixed = rule == "fixed";
    inputs_.clear();
    if (fixed) inputs_.push_back(kpis_.ref(kpi, fixed_));
    bool synthetic = fixed && kpis_.is_synthetic(kpi);
    for (const Target& target : years) {
      if (fixed) break;
      inputs_.push_back(targets_.ref(target.record, value_));
      synthetic = synthetic || targets_.is_synthetic(target.record);
    }
    const std::size_t record = wholes_.size();
    dataset_.lineage.add(wholes_.ref(record, whole_value_), rule, inputs_);
    const std::size_t unit = base::is_missing(kpis_.at(kpi, target_unit_)) ? unit_ : target_unit_;
    const base::FieldRef unit_of[] = {kpis_.ref(kpi, unit)};
    dataset_.lineage.add(wholes_.ref(record, whole_unit_), "unit", unit_of);
    base::Record made;
    made.values.resize(4, 4);
    made.values[0] = kpis_.key(kpi);
    if (base::Value whole = whole_target(kpi, years); !base::is_missing(whole)) made.values[1] = std::move(whole);
    if (!base::is_missing(kpis_.at(kpi, unit))) made.values[2] = kpis_.at(kpi, unit);
    made.values[3] = fact_value(synthetic);
    dataset_.tables[wholes_.index()].push_back(std::move(made));
  }

  base::Dataset& dataset_;
  const View kpis_, targets_, wholes_;
  const std::size_t aggregate_ = kpis_.field("aggregate"), fixed_ = kpis_.field("aggregate_text"),
                    unit_ = kpis_.field("unit"), target_unit_ = kpis_.field("target_unit"),
                    value_ = targets_.field("value"), whole_value_ = wholes_.field("value"),
                    whole_unit_ = wholes_.field("unit");
  std::vector<base::FieldRef> inputs_;
};

// Of each node the upper item of each linked kind: the primary one, else the first.
using Links = std::array<std::string, kLinkedKinds.size()>;

std::map<std::string, Links> own_links(const base::Dataset& dataset) {
  const View items(dataset, "upper_items"), alignments(dataset, "alignments");
  std::map<std::string, std::string> kind_of;
  for (std::size_t i = 0; i < items.size(); ++i) kind_of[items.key(i)] = items.text(i, items.field("kind"));
  std::map<std::string, Links> links;
  for (const char* rank : {"primary", "secondary"})
    for (std::size_t i = 0; i < alignments.size(); ++i) {
      if (alignments.text(i, alignments.field("rank")) != rank) continue;
      const std::string item(alignments.text(i, alignments.field("item")));
      const auto kind = std::find(kLinkedKinds.begin(), kLinkedKinds.end(), kind_of[item]);
      if (kind == kLinkedKinds.end()) continue;
      std::string& slot = links[std::string(alignments.text(i, alignments.field("node")))]
                               [static_cast<std::size_t>(kind - kLinkedKinds.begin())];
      if (slot.empty()) slot = item;
    }
  return links;
}

Links inherited_links(const Tree& tree, std::size_t node, const std::map<std::string, Links>& own) {
  Links links;
  std::size_t steps = 0;
  for (std::optional<std::size_t> at = node; at && steps <= tree.codes.size(); at = tree.parents[*at], ++steps) {
    const auto found = own.find(tree.codes[*at]);
    if (found == own.end()) continue;
    for (std::size_t k = 0; k < links.size(); ++k)
      if (links[k].empty()) links[k] = found->second[k];
  }
  return links;
}

void add_linkages(base::Dataset& dataset, const Tree& tree) {
  const View totals(dataset, "node_totals"), linkages(dataset, "linkages"), nodes(dataset, "nodes");
  std::map<std::string, std::size_t> total_of;
  for (std::size_t i = 0; i < totals.size(); ++i) total_of[totals.key(i)] = i;
  // Money in other years only: a project of the plan before, which the budgets still name.
  const View years(dataset, "node_years");
  std::set<std::string_view> has_money;
  for (std::size_t i = 0; i < years.size(); ++i) has_money.insert(years.text(i, years.field("node")));
  const std::map<std::string, Links> own = own_links(dataset);
  const auto code_at = [&](std::optional<std::size_t> node) {
    return text_value(node ? std::string_view(tree.codes[*node]) : std::string_view());
  };
  for (std::size_t node = 0; node < tree.codes.size(); ++node) {
    const bool linked =
        tree.levels[node] == "flagship" || (tree.levels[node] == "project" && !tree.ancestor(node, "flagship"));
    if (!linked) continue;
    const Links links = inherited_links(tree, node, own);
    if (std::all_of(links.begin(), links.end(), [](const std::string& item) { return item.empty(); })) continue;
    const auto total = total_of.find(tree.codes[node]);
    if (total == total_of.end() && has_money.contains(tree.codes[node])) continue;
    base::Value amount = base::Missing{};
    bool synthetic = nodes.is_synthetic(node);
    if (total != total_of.end()) {
      amount = totals.at(total->second, totals.field("amount"));
      synthetic = synthetic || totals.is_synthetic(total->second);
      if (const auto lineage = dataset.lineage.find(totals.ref(total->second, totals.field("amount")))) {
        const std::vector<base::FieldRef> inputs(lineage->inputs.begin(), lineage->inputs.end());
        dataset.lineage.add(linkages.ref(linkages.size(), linkages.field("amount")), std::string(lineage->rule),
                            inputs);
      }
    }
    dataset.tables[linkages.index()].push_back(
        {{tree.codes[node], code_at(tree.ancestor(node, "issue")), code_at(tree.ancestor(node, "programme")),
          text_value(links[0]), text_value(links[1]), text_value(links[2]), text_value(links[3]), amount,
          fact_value(synthetic)}});
  }
}

}  // namespace

std::shared_ptr<const base::Schema> assessed_schema() {
  auto schema = std::make_shared<base::Schema>(*plan::plan_schema());
  for (base::Table& table : derived_tables()) schema->tables.push_back(std::move(table));
  return schema;
}

base::Dataset assess(base::Dataset plan) {
  base::Dataset dataset(assessed_schema());
  std::move(plan.tables.begin(), plan.tables.end(), dataset.tables.begin());
  const Tree tree = make_tree(dataset);
  add_money(dataset, tree);
  KpiPlans(dataset).add_all();
  add_linkages(dataset, tree);
  return dataset;
}

}  // namespace phaen::assess
