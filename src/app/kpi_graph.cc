// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kpi_graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/format.h"
#include "thai/formats.h"
#include "thai/numbers.h"

namespace phaen::app {
namespace {

/// A table of the plan by field name.
class Records {
 public:
  Records(const base::Dataset& data, std::string_view table)
      : data_(data), table_(data.schema->find_table(table).value()) {}
  std::size_t size() const { return data_.tables[table_].size(); }
  const base::Value& value(std::size_t record, std::string_view field) const {
    return data_.tables[table_][record].values[index(field)];
  }
  std::string text(std::size_t record, std::string_view field) const {
    const auto* text = std::get_if<std::string>(&value(record, field));
    return text == nullptr ? std::string() : *text;
  }
  std::int64_t integer(std::size_t record, std::string_view field) const {
    const auto* number = std::get_if<std::int64_t>(&value(record, field));
    return number == nullptr ? 0 : *number;
  }
  bool synthetic(std::size_t record) const { return text(record, "fact") == "synthetic"; }
  std::size_t table() const { return table_; }
  std::size_t index(std::string_view field) const { return data_.schema->tables[table_].find_field(field).value(); }

 private:
  const base::Dataset& data_;
  std::size_t table_;
};

struct UpperLevel {
  std::string_view key;
  std::vector<std::string_view> kinds;
};
const std::vector<UpperLevel>& upper_levels() {
  static const std::vector<UpperLevel> kLevels{{"strategy", {"strategy", "strategy_goal"}},
                                               {"master", {"master_issue", "master_y2", "master_subplan", "master_y1"}},
                                               {"national", {"national_plan", "milestone"}},
                                               {"region", {"region_direction"}}};
  return kLevels;
}

/// A Quantity as officers write it, with thousands separators.
std::string quantity_text(const base::Value& value) {
  if (base::is_missing(value)) return {};
  const thai::Format* format = thai::find_format("quantity");
  if (format != nullptr) return format->apply(value, {});
  return base::canonical_text(value);
}

class GraphMaker {
 public:
  GraphMaker(const base::Dataset& data, const KpiGraphOptions& options, base::OriginTable* origins)
      : data_(data),
        options_(options),
        origins_(origins),
        nodes_(data, "nodes"),
        kpis_(data, "kpis"),
        wholes_(data, "kpi_plans"),
        items_(data, "upper_items") {
    const std::vector<std::string> keys = options.levels.empty() ? default_kpi_graph_levels() : options.levels;
    for (doc::GraphLevel& level : kpi_graph_levels())
      if (std::find(keys.begin(), keys.end(), level.key) != keys.end()) {
        level_of_.emplace(level.key, static_cast<std::uint16_t>(graph_.levels.size()));
        graph_.levels.push_back(std::move(level));
      }
  }

  doc::Graph run() {
    const Records plans(data_, "plans");
    graph_.title = "แผนผังความเชื่อมโยงตัวชี้วัด (KPI Map) " + plans.text(0, "short_title");
    start_year_ = plans.integer(0, "start_year");
    find_earlier();
    read_tree();
    read_targets();
    read_lights();
    add_upper_items();
    add_nodes();
    link_tree();
    link_kpis();
    return std::move(graph_);
  }

 private:
  // --- the plan tree -------------------------------------------------------------------------------------------------

  void read_tree() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) node_of_.emplace(nodes_.text(i, "code"), i);
    children_.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto parent = node_of_.find(nodes_.text(i, "parent"));
      if (parent == node_of_.end())
        roots_.push_back(i);
      else
        children_[parent->second].push_back(i);
    }
    const auto by_ordinal = [&](std::size_t a, std::size_t b) {
      return nodes_.integer(a, "ordinal") < nodes_.integer(b, "ordinal");
    };
    for (auto& children : children_) std::stable_sort(children.begin(), children.end(), by_ordinal);
    walk(roots_, std::nullopt);
    for (std::size_t i = 0; i < kpis_.size(); ++i) {
      kpis_of_[kpis_.text(i, "node")].push_back(i);
      kpi_of_.emplace(kpis_.text(i, "code"), i);
    }
    for (auto& [node, kpis] : kpis_of_)
      std::stable_sort(kpis.begin(), kpis.end(), [&](std::size_t a, std::size_t b) {
        return kpis_.integer(a, "ordinal") < kpis_.integer(b, "ordinal");
      });
  }

  /// Plan order from the top, with the issue each node belongs to. Nodes in no plan of this cycle have no goal above.
  void walk(const std::vector<std::size_t>& nodes, std::optional<std::uint16_t> group) {
    for (const std::size_t node : nodes) {
      std::optional<std::uint16_t> own = group;
      if (nodes_.text(node, "level") == "issue") {
        own = static_cast<std::uint16_t>(graph_.groups.size());
        graph_.groups.push_back(nodes_.text(node, "name"));
      }
      order_.push_back(node);
      group_of_.emplace(node, own);
      walk(children_[node], own);
    }
  }

  std::optional<std::uint16_t> level_of(std::string_view key) const {
    const auto at = level_of_.find(key);
    if (at == level_of_.end()) return {};
    return at->second;
  }

  /// Projects that ended before the plan began belong to the cycle before.
  void find_earlier() {
    const Records projects(data_, "projects");
    for (std::size_t i = 0; i < projects.size(); ++i) {
      const std::int64_t end = projects.integer(i, "end_year");
      if (end != 0 && end < start_year_) earlier_.insert(projects.text(i, "node"));
    }
  }

  bool is_shown(std::size_t node) const {
    const std::string level = nodes_.text(node, "level");
    if (!level_of(level)) return false;
    return level == "goal" || (group_of_.at(node).has_value() && !earlier_.contains(nodes_.text(node, "code")));
  }

  /// The nearest node above that is drawn.
  std::optional<std::size_t> shown_above(std::size_t node) const {
    for (auto at = node_of_.find(nodes_.text(node, "parent")); at != node_of_.end();
         at = node_of_.find(nodes_.text(at->second, "parent")))
      if (is_shown(at->second)) return at->second;
    return {};
  }

  // --- values --------------------------------------------------------------------------------------------------------

  void read_targets() {
    for (std::size_t i = 0; i < wholes_.size(); ++i) whole_of_.emplace(wholes_.text(i, "kpi"), i);
  }

  /// For numbers that count the same way: green when the target is reached; what is below it is yellow or red by the
  /// indicator's own scoring, without one yellow from 80 per cent of the target.
  void read_lights() {
    if (!options_.result_year) return;
    const Records actuals(data_, "actuals"), targets(data_, "targets");
    std::map<std::string, std::pair<std::int64_t, std::size_t>> target;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (targets.text(i, "version") == "requested" || targets.integer(i, "year") != *options_.result_year) continue;
      const auto [at, added] = target.emplace(targets.text(i, "kpi"), std::pair{targets.integer(i, "revision"), i});
      if (!added && targets.integer(i, "revision") >= at->second.first)
        at->second = {targets.integer(i, "revision"), i};
    }
    for (std::size_t i = 0; i < actuals.size(); ++i) {
      if (actuals.text(i, "period") != "year" || actuals.integer(i, "year") != *options_.result_year) continue;
      const std::string kpi = actuals.text(i, "kpi");
      const auto wanted = target.find(kpi);
      if (wanted == target.end()) continue;
      light_of_[kpi] = light(kpi, actuals.value(i, "value"), targets.value(wanted->second.second, "value"));
    }
  }

  doc::Light light(const std::string& code, const base::Value& actual, const base::Value& target) const {
    const auto* result = std::get_if<base::Quantity>(&actual);
    const auto* wanted = std::get_if<base::Quantity>(&target);
    const auto kpi = kpi_of_.find(code);
    if (result == nullptr || wanted == nullptr || result->kind() != base::Quantity::Kind::Number ||
        wanted->kind() != base::Quantity::Kind::Number || kpi == kpi_of_.end())
      return doc::Light::None;
    const std::string growth = kpis_.text(kpi->second, "growth_base");
    const bool falls = kpis_.text(kpi->second, "direction") == "down" && (growth.empty() || growth == "none");
    const base::Decimal reached = falls ? wanted->first() : result->first();
    const base::Decimal goal = falls ? result->first() : wanted->first();
    if (reached >= goal) return doc::Light::Green;
    if (const auto enough = scored(kpi->second, result->first())) return *enough ? doc::Light::Yellow : doc::Light::Red;
    const auto share = base::Decimal::quotient(reached, goal, 4);
    return share && *share >= base::Decimal(8, 1) ? doc::Light::Yellow : doc::Light::Red;
  }

  const base::Decimal* decimal(std::size_t kpi, std::string_view field) const {
    return std::get_if<base::Decimal>(&kpis_.value(kpi, field));
  }

  /// Whether a result that misses the target is worth the middle of the indicator's own scale: 3 points of 5, or more
  /// than the low one of three targets. Nothing: it has no such scale.
  std::optional<bool> scored(std::size_t kpi, const base::Decimal& result) const {
    const std::string scoring = kpis_.text(kpi, "scoring");
    const bool three = scoring == "three_targets";
    if (scoring == "milestones") return result >= base::Decimal(3, 0);
    if (!three && scoring != "thresholds") return {};
    const base::Decimal* enough = decimal(kpi, three ? "target_low" : "threshold_3");
    const base::Decimal* worst = decimal(kpi, three ? "target_low" : "threshold_1");
    const base::Decimal* best = decimal(kpi, three ? "target_high" : "threshold_5");
    if (enough == nullptr || worst == nullptr || best == nullptr) return {};
    return *best < *worst ? result <= *enough : result >= *enough;
  }

  base::OriginId origin(const Records& records, std::size_t record, std::string_view field) {
    if (origins_ == nullptr) return base::kNoOrigin;
    return origins_->add_field(records.table(), record, records.index(field),
                               records.synthetic(record) ? base::Fact::Synthetic : base::Fact::Real);
  }

  /// Base and target of the whole plan, as every document prints them.
  void add_value(std::size_t kpi, doc::GraphNode& node) {
    const std::string unit = kpis_.text(kpi, "unit"), aggregate = kpis_.text(kpi, "aggregate");
    const std::string own_base = kpis_.text(kpi, "base_unit"), base_unit = own_base.empty() ? unit : own_base;
    const std::string from = thai::with_unit(quantity_text(kpis_.value(kpi, "base")), base_unit);
    std::string target_unit = unit, to;
    const auto whole = whole_of_.find(kpis_.text(kpi, "code"));
    if (whole != whole_of_.end()) {
      if (const std::string own = wholes_.text(whole->second, "unit"); !own.empty()) target_unit = own;
      to = thai::with_unit(quantity_text(wholes_.value(whole->second, "value")), target_unit);
    }
    const std::string way = aggregate == "sum" ? "รวม" : aggregate == "average" ? "เฉลี่ย" : "";
    if (!to.empty() && !way.empty()) to = thai::before_figure(way, target_unit) + to;
    if (to.empty())
      node.value = from.empty() ? "ไม่มีค่าฐานและค่าเป้าหมาย" : from + " → ไม่มีค่าเป้าหมาย";
    else if (from.empty())
      node.value = "ไม่มีค่าฐาน → " + to;
    else if (base_unit == target_unit)
      node.value = from + " → " + to;
    else
      node.value =
          "ค่าฐาน " + from + " " + (way.empty() ? thai::before_figure("เป้าหมาย", target_unit) : "เป้าหมาย ") + to;
    if (!to.empty() && origins_ != nullptr)
      node.value_origin =
          origins_->add_derived("join", {origin(kpis_, kpi, "base"), origin(wholes_, whole->second, "value")});
  }

  // --- nodes ---------------------------------------------------------------------------------------------------------

  struct Aligned {
    std::size_t item = 0;
    bool primary = true;
  };

  /// The upper items an issue answers to, by upper level.
  using Chain = std::vector<std::vector<Aligned>>;

  std::map<std::string, Chain> read_chains() const {
    std::unordered_map<std::string, std::size_t> item_of;
    for (std::size_t i = 0; i < items_.size(); ++i) item_of.emplace(items_.text(i, "code"), i);
    const Records alignments(data_, "alignments");
    std::map<std::string, Chain> chains;
    for (std::size_t i = 0; i < alignments.size(); ++i) {
      const auto item = item_of.find(alignments.text(i, "item"));
      const auto node = node_of_.find(alignments.text(i, "node"));
      if (item == item_of.end() || node == node_of_.end() || nodes_.text(node->second, "level") != "issue") continue;
      const std::string kind = items_.text(item->second, "kind");
      Chain& chain = chains[alignments.text(i, "node")];
      chain.resize(upper_levels().size());
      for (std::size_t level = 0; level < upper_levels().size(); ++level) {
        const auto& kinds = upper_levels()[level].kinds;
        if (level_of(upper_levels()[level].key) && std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
          chain[level].push_back({item->second, alignments.text(i, "rank") != "secondary"});
      }
    }
    return chains;
  }

  void add_upper_items() {
    const std::map<std::string, Chain> chains = read_chains();
    std::map<std::size_t, std::set<std::uint16_t>> groups;
    std::vector<std::set<std::size_t>> used(upper_levels().size());
    std::map<std::pair<std::string, std::string>, bool> links;
    for (const std::size_t node : order_) {
      const auto chain = chains.find(nodes_.text(node, "code"));
      if (chain == chains.end() || !is_shown(node)) continue;
      const std::vector<Aligned>* above = nullptr;
      for (std::size_t level = 0; level < chain->second.size(); ++level) {
        const std::vector<Aligned>& items = chain->second[level];
        if (items.empty()) continue;
        for (const Aligned& item : items) {
          used[level].insert(item.item);
          groups[item.item].insert(*group_of_.at(node));
        }
        if (above != nullptr) link_items(*above, items, links);
        above = &items;
      }
      if (above != nullptr)
        for (const Aligned& item : *above)
          add_link(links, items_.text(item.item, "code"), nodes_.text(node, "code"), item.primary);
    }
    for (std::size_t level = 0; level < used.size(); ++level)
      for (const std::size_t item : used[level]) add_item(item, *level_of(upper_levels()[level].key), groups[item]);
    for (const auto& [ends, primary] : links) graph_.edges.push_back({ends.first, ends.second, primary, {}});
  }

  using Links = std::map<std::pair<std::string, std::string>, bool>;
  static void add_link(Links& links, const std::string& from, const std::string& to, bool primary) {
    const auto [at, added] = links.emplace(std::pair{from, to}, primary);
    if (!added) at->second = at->second || primary;
  }
  /// Primary with primary; a secondary item only with the primary ones of the neighbouring level.
  void link_items(const std::vector<Aligned>& above, const std::vector<Aligned>& below, Links& links) const {
    for (const Aligned& upper : above)
      for (const Aligned& lower : below)
        if (upper.primary || lower.primary)
          add_link(links, items_.text(upper.item, "code"), items_.text(lower.item, "code"),
                   upper.primary && lower.primary);
  }

  void add_item(std::size_t item, std::uint16_t level, const std::set<std::uint16_t>& groups) {
    doc::GraphNode node;
    node.code = items_.text(item, "code");
    node.name = items_.text(item, "name");
    node.short_name = items_.text(item, "short_name");
    node.level = level;
    if (groups.size() == 1) node.group = *groups.begin();
    node.name_origin = origin(items_, item, "name");
    graph_.nodes.push_back(std::move(node));
  }

  void add_nodes() {
    for (const std::size_t index : order_) {
      if (!is_shown(index)) continue;
      const std::string level = nodes_.text(index, "level");
      doc::GraphNode node;
      node.code = nodes_.text(index, "code");
      node.name = nodes_.text(index, "name");
      node.short_name = nodes_.text(index, "short_name");
      node.level = *level_of(level);
      node.group = group_of_.at(index);
      if (level == "project" || (level == "flagship" && !level_of("project"))) node.kind = doc::NodeKind::Project;
      if (level == "activity") node.kind = doc::NodeKind::Activity;
      node.name_origin = origin(nodes_, index, "name");
      graph_.nodes.push_back(node);
      shown_.insert(node.code);
      const bool project = level == "project" || level == "flagship" || level == "activity";
      if (!project || options_.indicators_of_projects) add_kpis(node);
    }
  }

  void add_kpis(const doc::GraphNode& host) {
    const auto kpis = kpis_of_.find(host.code);
    if (kpis == kpis_of_.end()) return;
    for (const std::size_t kpi : kpis->second) {
      doc::GraphNode node;
      node.code = kpis_.text(kpi, "code");
      node.name = kpis_.text(kpi, "name");
      node.short_name = kpis_.text(kpi, "short_name");
      node.kind = doc::NodeKind::Indicator;
      node.level = host.level;
      node.group = host.group;
      node.host = host.code;
      node.unit = kpis_.text(kpi, "unit");
      if (!base::is_missing(kpis_.value(kpi, "weight"))) node.weight = base::canonical_text(kpis_.value(kpi, "weight"));
      const auto light = light_of_.find(node.code);
      if (light != light_of_.end()) node.light = light->second;
      node.name_origin = origin(kpis_, kpi, "name");
      add_value(kpi, node);
      shown_.insert(node.code);
      host_of_kpi_.emplace(node.code, host.code);
      graph_.nodes.push_back(std::move(node));
    }
  }

  // --- links ---------------------------------------------------------------------------------------------------------

  void link_tree() {
    const Records serves(data_, "node_kpis");
    std::set<std::string> serving;
    for (std::size_t i = 0; i < serves.size(); ++i)
      if (shown_.contains(serves.text(i, "kpi"))) serving.insert(serves.text(i, "node"));
    for (const std::size_t node : order_) {
      if (!is_shown(node)) continue;
      const auto above = shown_above(node);
      if (!above) continue;
      // With the levels between left out, a project that serves a KPI of the issue hangs on that.
      const bool direct = nodes_.text(*above, "level") == "issue" && nodes_.text(node, "level") == "project";
      if (direct && serving.contains(nodes_.text(node, "code"))) continue;
      graph_.edges.push_back({nodes_.text(*above, "code"), nodes_.text(node, "code"), true, {}});
    }
  }

  void link_kpis() {
    const Records links(data_, "kpi_links"), serves(data_, "node_kpis");
    for (std::size_t i = 0; i < links.size(); ++i)
      add_edge(links.text(i, "parent"), links.text(i, "child"), links.text(i, "rank") != "secondary");
    // What a project serves is drawn to the project, unless a KPI of its own says so already.
    std::set<std::pair<std::string, std::string>> said;
    for (const doc::GraphEdge& edge : graph_.edges) {
      const auto host = host_of_kpi_.find(edge.to);
      if (host != host_of_kpi_.end()) said.emplace(edge.from, host->second);
    }
    for (std::size_t i = 0; i < serves.size(); ++i)
      if (!said.contains({serves.text(i, "kpi"), serves.text(i, "node")}))
        add_edge(serves.text(i, "kpi"), serves.text(i, "node"), serves.text(i, "rank") != "secondary");
  }

  void add_edge(const std::string& from, const std::string& to, bool primary) {
    // An end that is nowhere in the plan is kept, for whoever draws the map to tell.
    const bool lost = !is_known(from) || !is_known(to);
    if (lost || (shown_.contains(from) && shown_.contains(to))) graph_.edges.push_back({from, to, primary, {}});
  }
  bool is_known(const std::string& code) const {
    return node_of_.find(code) != node_of_.end() || kpi_of_.find(code) != kpi_of_.end();
  }

  const base::Dataset& data_;
  const KpiGraphOptions& options_;
  base::OriginTable* origins_;
  Records nodes_, kpis_, wholes_, items_;
  doc::Graph graph_;
  std::map<std::string, std::uint16_t, std::less<>> level_of_;
  std::int64_t start_year_ = 0;
  std::unordered_map<std::string, std::size_t> node_of_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> roots_, order_;
  std::map<std::size_t, std::optional<std::uint16_t>> group_of_;
  std::map<std::string, std::vector<std::size_t>> kpis_of_;
  std::unordered_map<std::string, std::size_t> whole_of_;
  std::unordered_map<std::string, std::size_t> kpi_of_;
  std::map<std::string, doc::Light> light_of_;
  std::set<std::string> shown_, earlier_;
  std::map<std::string, std::string> host_of_kpi_;
};

}  // namespace

std::vector<doc::GraphLevel> kpi_graph_levels() {
  return {{"strategy", "ยุทธศาสตร์ชาติ", true},
          {"master", "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ", true},
          {"national", "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ", true},
          {"region", "เป้าหมายและแนวทางการพัฒนาภาค", true},
          {"goal", "เป้าหมายการพัฒนาและตัวชี้วัด", false},
          {"issue", "ประเด็นการพัฒนาและตัวชี้วัด", true, true},
          {"guideline", "แนวทางการพัฒนา", true},
          {"programme", "แผนงาน", true},
          {"flagship", "โครงการสำคัญ", false},
          {"project", "โครงการและตัวชี้วัด", true},
          {"activity", "กิจกรรม", true}};
}

std::vector<std::string> default_kpi_graph_levels() {
  return {"strategy", "master", "national", "region", "goal", "issue", "project"};
}

doc::Graph make_kpi_graph(const base::Dataset& data, const KpiGraphOptions& options, base::OriginTable* origins) {
  return GraphMaker(data, options, origins).run();
}

}  // namespace phaen::app
