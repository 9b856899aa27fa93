// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/assess.h"

#include <algorithm>
#include <array>
#include <map>

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

// Of each year the revision in force: the highest.
std::vector<Target> targets_in_force(const View& targets, const std::vector<std::size_t>& records) {
  std::map<std::int64_t, Target> by_year;
  for (const std::size_t record : records) {
    const auto* year = std::get_if<std::int64_t>(&targets.at(record, targets.field("year")));
    const auto* revision = std::get_if<std::int64_t>(&targets.at(record, targets.field("revision")));
    if (year == nullptr || revision == nullptr) continue;
    const auto [at, added] = by_year.try_emplace(*year, Target{*year, *revision, record});
    if (!added && *revision >= at->second.revision) at->second = {*year, *revision, record};
  }
  std::vector<Target> targets_of_years;
  for (const auto& [year, target] : by_year) targets_of_years.push_back(target);
  return targets_of_years;
}

// 3 + 3.5 + 4 + 4.5 is 15, not 15.0: a combined target has as many decimals as it needs.
base::Decimal without_final_zeros(base::Decimal value) {
  while (value.scale() > 0 && value.units() % 10 == 0) value = base::Decimal(value.units() / 10, value.scale() - 1);
  return value;
}

// Sum or average of number targets; nothing when one of them is no number.
base::Value combined(const View& targets, const std::vector<Target>& years, bool average) {
  base::Decimal total;
  for (const Target& target : years) {
    const auto* value = std::get_if<base::Quantity>(&targets.at(target.record, targets.field("value")));
    if (value == nullptr || value->kind != base::Quantity::Kind::Number) return base::Missing{};
    const auto sum = base::Decimal::sum(total, value->first);
    if (!sum) return base::Missing{};
    total = *sum;
  }
  if (average) {
    const auto mean = base::Decimal::quotient(total, base::Decimal::integer(static_cast<std::int64_t>(years.size())),
                                              total.scale() + 2);
    if (!mean) return base::Missing{};
    total = *mean;
  }
  return base::Quantity{base::Quantity::Kind::Number, without_final_zeros(total), {}, {}};
}

base::Value whole_target(const View& kpis, std::size_t kpi, const View& targets, const std::vector<Target>& years) {
  const std::string aggregate = kpis.text(kpi, kpis.field("aggregate"));
  if (aggregate == "fixed") {
    const auto text = base::Quantity::parse(kpis.text(kpi, kpis.field("aggregate_text")));
    return text ? base::Value(*text) : base::Value(base::Missing{});
  }
  if (years.empty() || aggregate.empty()) return base::Missing{};
  if (aggregate == "last") return targets.at(years.back().record, targets.field("value"));
  return combined(targets, years, aggregate == "average");
}

void add_kpi_plans(base::Dataset& dataset) {
  const View kpis(dataset, "kpis"), targets(dataset, "targets"), wholes(dataset, "kpi_plans");
  std::map<std::string, std::vector<std::size_t>> of_kpi;
  for (std::size_t i = 0; i < targets.size(); ++i) of_kpi[targets.text(i, targets.field("kpi"))].push_back(i);
  for (std::size_t kpi = 0; kpi < kpis.size(); ++kpi) {
    const auto records = of_kpi.find(kpis.key(kpi));
    const std::vector<Target> years =
        targets_in_force(targets, records == of_kpi.end() ? std::vector<std::size_t>{} : records->second);
    base::Value value = whole_target(kpis, kpi, targets, years);
    base::Lineage lineage{kpis.text(kpi, kpis.field("aggregate")), {}};
    if (lineage.rule == "fixed") lineage.inputs.push_back(kpis.ref(kpi, kpis.field("aggregate_text")));
    bool synthetic = kpis.is_synthetic(kpi) && lineage.rule == "fixed";
    if (lineage.rule != "fixed")
      for (const Target& target : years) {
        lineage.inputs.push_back(targets.ref(target.record, targets.field("value")));
        synthetic = synthetic || targets.is_synthetic(target.record);
      }
    dataset.lineage[wholes.ref(wholes.size(), wholes.field("value"))] = std::move(lineage);
    const std::size_t unit =
        kpis.field(base::is_missing(kpis.at(kpi, kpis.field("target_unit"))) ? "unit" : "target_unit");
    dataset.lineage[wholes.ref(wholes.size(), wholes.field("unit"))] = {"unit", {kpis.ref(kpi, unit)}};
    dataset.tables[wholes.index()].push_back(
        {{kpis.key(kpi), std::move(value), kpis.at(kpi, unit), fact_value(synthetic)}});
  }
}

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
      const std::string item = alignments.text(i, alignments.field("item"));
      const auto kind = std::find(kLinkedKinds.begin(), kLinkedKinds.end(), kind_of[item]);
      if (kind == kLinkedKinds.end()) continue;
      std::string& slot =
          links[alignments.text(i, alignments.field("node"))][static_cast<std::size_t>(kind - kLinkedKinds.begin())];
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
  const std::map<std::string, Links> own = own_links(dataset);
  const auto code_at = [&](std::optional<std::size_t> node) { return text_value(node ? tree.codes[*node] : ""); };
  for (std::size_t node = 0; node < tree.codes.size(); ++node) {
    const bool linked =
        tree.levels[node] == "flagship" || (tree.levels[node] == "project" && !tree.ancestor(node, "flagship"));
    if (!linked) continue;
    const Links links = inherited_links(tree, node, own);
    if (std::all_of(links.begin(), links.end(), [](const std::string& item) { return item.empty(); })) continue;
    const auto total = total_of.find(tree.codes[node]);
    base::Value amount = base::Missing{};
    bool synthetic = nodes.is_synthetic(node);
    if (total != total_of.end()) {
      amount = totals.at(total->second, totals.field("amount"));
      synthetic = synthetic || totals.is_synthetic(total->second);
      dataset.lineage[linkages.ref(linkages.size(), linkages.field("amount"))] =
          dataset.lineage[totals.ref(total->second, totals.field("amount"))];
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
  add_kpi_plans(dataset);
  add_linkages(dataset, tree);
  return dataset;
}

}  // namespace phaen::assess
