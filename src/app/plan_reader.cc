// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_reader.h"

#include <algorithm>

#include "base/format.h"
#include "thai/numbers.h"

namespace phaen::app {
namespace {

using doc::Printed;
using doc::Sentence;

const std::string kEmpty;

bool is_off_budget(std::string_view fund) { return fund == "off_budget" || fund == "private"; }

}  // namespace

// --- rows -----------------------------------------------------------------------------------------------------------

Rows::Rows(PlanReader& reader, std::string_view table)
    : reader_(reader), table_(reader.data().schema->find_table(table).value()) {}

std::size_t Rows::size() const { return reader_.data().tables[table_].size(); }

const base::Value& Rows::value(std::size_t record, std::string_view field) const {
  const base::Table& description = reader_.data().schema->tables[table_];
  return reader_.data().tables[table_].at(record).values.at(description.find_field(field).value());
}

const std::string& Rows::text(std::size_t record, std::string_view field) const {
  const auto* text = std::get_if<std::string>(&value(record, field));
  return text == nullptr ? kEmpty : *text;
}

std::optional<std::int64_t> Rows::integer(std::size_t record, std::string_view field) const {
  const auto* number = std::get_if<std::int64_t>(&value(record, field));
  return number == nullptr ? std::nullopt : std::optional(*number);
}

bool Rows::is_synthetic(std::size_t record) const { return text(record, "fact") == "synthetic"; }

Printed Rows::printed(std::size_t record, std::string_view field) const {
  return printed_as(text(record, field), record, field);
}

Printed Rows::printed_as(std::string text, std::size_t record, std::string_view field) const {
  if (text.empty()) return {};
  const base::Table& description = reader_.data().schema->tables[table_];
  const bool synthetic = is_synthetic(record);
  reader_.note_synthetic(synthetic);
  Printed printed;
  printed.text = std::move(text);
  printed.origin = reader_.origins().add_field(table_, record, description.find_field(field).value(),
                                               synthetic ? base::Fact::Synthetic : base::Fact::Real);
  return printed;
}

// --- the tree -------------------------------------------------------------------------------------------------------

PlanReader::PlanReader(const base::Dataset& data, base::OriginTable& origins) : data_(data), origins_(origins) {
  const Rows nodes(*this, "nodes"), kpis(*this, "kpis"), agencies(*this, "agencies"), briefs(*this, "projects");
  const Rows whole(*this, "kpi_plans"), plans(*this, "plans"), allocations(*this, "allocations");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes_.push_back({i, nodes.text(i, "code"), nodes.text(i, "level"), std::nullopt, {}});
    node_index_.emplace(nodes.text(i, "code"), i);
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    nodes_[i].parent = find_node(nodes.text(i, "parent"));
    if (nodes_[i].parent) nodes_[*nodes_[i].parent].children.push_back(i);
  }
  const auto ordinal = [&](std::size_t node) { return nodes.integer(node, "ordinal").value_or(0); };
  for (PlanNode& node : nodes_)
    std::stable_sort(node.children.begin(), node.children.end(),
                     [&](std::size_t a, std::size_t b) { return ordinal(a) < ordinal(b); });
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    kpi_index_.emplace(kpis.text(i, "code"), i);
    kpi_nodes_.push_back(kpis.text(i, "node"));
  }
  for (std::size_t i = 0; i < agencies.size(); ++i) agency_index_.emplace(agencies.text(i, "code"), i);
  for (std::size_t i = 0; i < briefs.size(); ++i) brief_index_.emplace(briefs.text(i, "node"), i);
  for (std::size_t i = 0; i < whole.size(); ++i) whole_index_.emplace(whole.text(i, "kpi"), i);
  first_year_ = plans.integer(0, "start_year").value_or(0);
  last_year_ = plans.integer(0, "end_year").value_or(0);
  has_other_money_.resize(nodes_.size());
  for (std::size_t i = 0; i < allocations.size(); ++i) {
    const bool counts = in_plan(allocations.integer(i, "year").value_or(0));
    std::size_t steps = 0;
    for (auto at = find_node(allocations.text(i, "node")); at && steps <= nodes_.size();
         at = nodes_[*at].parent, ++steps) {
      if (counts)
        money_of_[*at].push_back(i);
      else
        has_other_money_[*at] = true;
    }
  }
}

std::optional<std::size_t> PlanReader::find_node(std::string_view code) const {
  const auto found = node_index_.find(code);
  return found == node_index_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> PlanReader::find_kpi(std::string_view code) const {
  const auto found = kpi_index_.find(code);
  return found == kpi_index_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> PlanReader::node_codes() const {
  std::vector<std::string> codes;
  for (const PlanNode& node : nodes_) codes.push_back(node.code);
  return codes;
}

std::vector<std::size_t> PlanReader::of_level(std::string_view level) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].level == level) found.push_back(i);
  return found;
}

bool PlanReader::is_within(std::size_t node, std::size_t above) const {
  std::size_t steps = 0;
  for (std::optional<std::size_t> at = node; at && steps <= nodes_.size(); at = nodes_[*at].parent, ++steps)
    if (*at == above) return true;
  return false;
}

std::optional<std::size_t> PlanReader::ancestor(std::size_t node, std::string_view level) const {
  std::size_t steps = 0;
  for (std::optional<std::size_t> at = node; at && steps <= nodes_.size(); at = nodes_[*at].parent, ++steps)
    if (nodes_[*at].level == level) return at;
  return {};
}

std::vector<std::size_t> PlanReader::all_projects() const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const bool bare_flagship =
        nodes_[i].level == "flagship" && std::none_of(nodes_.begin(), nodes_.end(), [&](const PlanNode& other) {
          return other.level == "project" && is_within(other.record, i);
        });
    if (nodes_[i].level != "project" && !bare_flagship) continue;
    const bool earlier_plan = has_other_money_[i] && money_of_.count(i) == 0;
    if (!earlier_plan) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> PlanReader::projects(std::size_t node) const {
  std::vector<std::size_t> found = all_projects();
  std::erase_if(found, [&](std::size_t project) { return !is_within(project, node); });
  return found;
}

std::vector<std::size_t> PlanReader::kpis_of(std::size_t node) {
  const Rows kpis(*this, "kpis");
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < kpis.size(); ++i)
    if (kpis.text(i, "node") == nodes_[node].code && kpis.text(i, "status") != "cancelled") found.push_back(i);
  std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
    return kpis.integer(a, "ordinal").value_or(0) < kpis.integer(b, "ordinal").value_or(0);
  });
  return found;
}

Printed PlanReader::name(std::size_t node) {
  Printed name = Rows(*this, "nodes").printed(node, "name");
  name.link = sheet_link(nodes_[node].code);
  return name;
}

std::string PlanReader::sheet_link(const std::string& code) const {
  if (!in_document_) return {};
  std::string link = "#sheet-" + code;
  const auto kpi = find_kpi(code);
  const auto own = find_node(kpi ? kpi_nodes_[*kpi] : code);
  std::size_t steps = 0;
  for (std::optional<std::size_t> at = own; at && steps <= nodes_.size(); at = nodes_[*at].parent, ++steps) {
    const PlanNode& node = nodes_[*at];
    if (node.level != "activity" && node.level != "project" && node.level != "flagship") break;
    if (node.code != code) link += " #sheet-" + node.code;
  }
  return link;
}

std::size_t PlanReader::number(std::size_t node) const {
  std::size_t number = 1;
  for (std::size_t i = 0; i < node; ++i) number += nodes_[i].level == nodes_[node].level;
  return number;
}

// --- indicators -----------------------------------------------------------------------------------------------------

Sentence PlanReader::kpi_sentence(std::size_t kpi) {
  const Rows kpis(*this, "kpis"), whole(*this, "kpi_plans");
  Sentence sentence{kpis.printed(kpi, "name")};
  sentence.front().link = sheet_link(kpis.text(kpi, "code"));
  const auto found = whole_index_.find(kpis.text(kpi, "code"));
  const base::Quantity* target = nullptr;
  if (found != whole_index_.end()) target = std::get_if<base::Quantity>(&whole.value(found->second, "value"));
  const auto* base_value = std::get_if<base::Quantity>(&kpis.value(kpi, "base"));
  const std::string target_unit = found == whole_index_.end() ? std::string() : whole.text(found->second, "unit");
  const std::string base_unit = kpis.text(kpi, "base_unit").empty() ? target_unit : kpis.text(kpi, "base_unit");
  const std::string& aggregate = kpis.text(kpi, "aggregate");
  const bool goes_on = base_value && target && base_unit == target_unit && (aggregate.empty() || aggregate == "last");
  const auto plain = [&](std::string text) { sentence.push_back({std::move(text), base::kNoOrigin, {}}); };
  plain(" (");
  if (base_value) {
    plain(goes_on ? thai::before_figure("จาก", base_unit) : "ค่าฐาน ");
    sentence.push_back(kpis.printed_as(thai::with_unit(thai::format_quantity(*base_value), base_unit), kpi, "base"));
    if (const auto year = kpis.integer(kpi, "base_year")) plain(base::format(" ในปี {}", *year));
    if (target) plain(" ");
  }
  if (target == nullptr) {
    plain(base_value ? " ยังไม่กำหนดค่าเป้าหมาย)" : "ยังไม่กำหนดค่าเป้าหมาย)");
    return sentence;
  }
  if (goes_on)
    plain(thai::before_figure("เป็น", target_unit));
  else if (aggregate == "sum")
    plain(thai::before_figure("เป้าหมายรวม", target_unit));
  else if (aggregate == "average")
    plain(thai::before_figure("เป้าหมายเฉลี่ย", target_unit));
  else
    plain(thai::before_figure("เป้าหมาย", target_unit));
  sentence.push_back(
      whole.printed_as(thai::with_unit(thai::format_quantity(*target), target_unit), found->second, "value"));
  plain(base::format(" {} {})", aggregate == "sum" ? "ภายในปี" : "ในปี", last_year_));
  return sentence;
}

Sentence PlanReader::kpi_value(std::size_t kpi) {
  const Rows kpis(*this, "kpis"), whole(*this, "kpi_plans");
  const auto found = whole_index_.find(kpis.text(kpi, "code"));
  const auto* target =
      found == whole_index_.end() ? nullptr : std::get_if<base::Quantity>(&whole.value(found->second, "value"));
  const auto* base_value = std::get_if<base::Quantity>(&kpis.value(kpi, "base"));
  if (target == nullptr && base_value == nullptr) return {};
  const std::string target_unit = found == whole_index_.end() ? std::string() : whole.text(found->second, "unit");
  const std::string base_unit = kpis.text(kpi, "base_unit").empty() ? target_unit : kpis.text(kpi, "base_unit");
  Sentence sentence{{kpis.text(kpi, "code") + ": ", base::kNoOrigin, {}}};
  if (base_value != nullptr)
    sentence.push_back(kpis.printed_as(thai::with_unit(thai::format_quantity(*base_value), base_unit), kpi, "base"));
  if (target != nullptr) {
    std::string lead = base_value == nullptr ? "เป้าหมาย " : " → ";
    if (kpis.text(kpi, "aggregate") == "sum") lead += thai::before_figure("รวม", target_unit);
    sentence.push_back({std::move(lead), base::kNoOrigin, {}});
    sentence.push_back(
        whole.printed_as(thai::with_unit(thai::format_quantity(*target), target_unit), found->second, "value"));
  }
  return sentence;
}

// --- money and agencies ---------------------------------------------------------------------------------------------

std::optional<PlanReader::Amount> PlanReader::sum(const std::vector<std::size_t>& lines) {
  const Rows allocations(*this, "allocations");
  const std::size_t table = data_.schema->find_table("allocations").value();
  const std::size_t field = data_.schema->tables[table].find_field("amount").value();
  base::Money sum;
  std::vector<base::OriginId> inputs;
  for (const std::size_t line : lines) {
    if (const auto* amount = std::get_if<base::Money>(&allocations.value(line, "amount")))
      sum = base::add(sum, *amount).value();
    const bool synthetic = allocations.is_synthetic(line);
    note_synthetic(synthetic);
    inputs.push_back(origins_.add_field(table, line, field, synthetic ? base::Fact::Synthetic : base::Fact::Real));
  }
  if (sum.satang == 0) return {};
  return Amount{sum, origins_.add_derived("sum", inputs)};
}

std::optional<PlanReader::Amount> PlanReader::amount(std::size_t node) {
  const auto found = money_of_.find(node);
  return found == money_of_.end() ? std::nullopt : sum(found->second);
}

Printed PlanReader::million_baht(const std::vector<std::size_t>& lines, const char* nil) {
  const std::optional<Amount> total = sum(lines);
  if (!total) return {nil, base::kNoOrigin, {}};
  return {thai::format_million_baht(total->money), total->origin, {}};
}

Printed PlanReader::money(const std::vector<std::size_t>& nodes, bool off_budget) {
  const Rows allocations(*this, "allocations");
  std::vector<std::size_t> lines;
  for (const std::size_t node : nodes)
    if (const auto found = money_of_.find(node); found != money_of_.end())
      for (const std::size_t line : found->second)
        if (is_off_budget(allocations.text(line, "fund")) == off_budget) lines.push_back(line);
  return million_baht(lines, "-");
}

Printed PlanReader::all_money(std::size_t node) {
  const auto found = money_of_.find(node);
  return found == money_of_.end() ? Printed{} : million_baht(found->second, "");
}

Printed PlanReader::total_money(const std::vector<std::size_t>& nodes) {
  std::vector<std::size_t> lines;
  for (const std::size_t node : nodes)
    if (const auto found = money_of_.find(node); found != money_of_.end())
      lines.insert(lines.end(), found->second.begin(), found->second.end());
  return million_baht(lines, "-");
}

std::optional<std::size_t> PlanReader::lead_agency(std::size_t node) {
  const Rows briefs(*this, "projects");
  std::size_t steps = 0;
  for (std::optional<std::size_t> at = node; at && steps <= nodes_.size(); at = nodes_[*at].parent, ++steps) {
    const auto brief = brief_index_.find(nodes_[*at].code);
    if (brief == brief_index_.end()) continue;
    const auto agency = agency_index_.find(briefs.text(brief->second, "lead_agency"));
    if (agency != agency_index_.end()) return agency->second;
  }
  return {};
}

bool PlanReader::take_synthetic() { return std::exchange(shows_synthetic_, false); }

}  // namespace phaen::app
