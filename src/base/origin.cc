// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/origin.h"

#include <algorithm>

#include "base/format.h"

namespace phaen::base {
namespace {

constexpr std::size_t kInputsDescribed = 8;  // a total over thousands of rows names its first inputs and the count

std::string describe_field(const FieldRef& at, const Dataset& dataset) {
  const Table& table = dataset.schema->tables.at(at.table);
  const Record& record = dataset.tables.at(at.table).at(at.record);
  return format("{} {} {}", table.name, key_text(table, record), table.fields.at(at.field).name);
}

std::string described(std::string_view rule, std::size_t count, const std::vector<std::string>& inputs) {
  std::string text = std::string(rule) + "(";
  for (const std::string& input : inputs) text += (text.back() == '(' ? "" : ", ") + input;
  if (count > inputs.size()) text += format(", … {} inputs", count);
  return text + ")";
}

// A value of a derived table names what it was computed from, not the derived record.
std::string describe_lineage(const Lineage& lineage, const Dataset& dataset) {
  std::vector<std::string> inputs;
  for (std::size_t i = 0; i < std::min(lineage.inputs.size(), kInputsDescribed); ++i)
    inputs.push_back(describe_field(lineage.inputs[i], dataset));
  return described(lineage.rule, lineage.inputs.size(), inputs);
}

}  // namespace

OriginTable::OriginTable() : origins_(1) {}

OriginId OriginTable::add_field(std::size_t table, std::size_t record, std::size_t field, Fact fact) {
  origins_.push_back({Origin::Kind::Field, fact, static_cast<std::uint16_t>(table), static_cast<std::uint32_t>(record),
                      static_cast<std::uint32_t>(field)});
  return static_cast<OriginId>(origins_.size() - 1);
}

OriginId OriginTable::add_derived(std::string_view rule, const std::vector<OriginId>& inputs) {
  const bool synthetic =
      std::any_of(inputs.begin(), inputs.end(), [this](OriginId id) { return fact(id) == Fact::Synthetic; });
  const auto first = static_cast<std::uint32_t>(inputs_.size());
  inputs_.insert(inputs_.end(), inputs.begin(), inputs.end());
  origins_.push_back({Origin::Kind::Derived, synthetic ? Fact::Synthetic : Fact::Real, intern(rule), first,
                      static_cast<std::uint32_t>(inputs.size())});
  return static_cast<OriginId>(origins_.size() - 1);
}

OriginId OriginTable::add_template(std::string_view file, int line) {
  origins_.push_back({Origin::Kind::Template, Fact::Real, intern(file), static_cast<std::uint32_t>(line), 0});
  return static_cast<OriginId>(origins_.size() - 1);
}

std::vector<OriginId> OriginTable::inputs(OriginId id) const {
  const Origin& origin = at(id);
  if (origin.kind != Origin::Kind::Derived) return {};
  const auto first = inputs_.begin() + origin.b;
  return {first, first + origin.c};
}

std::string OriginTable::describe(OriginId id, const Dataset& dataset) const {
  const Origin& origin = at(id);
  switch (origin.kind) {
    case Origin::Kind::None: return "-";
    case Origin::Kind::Template: return format("{}:{}", names_.at(origin.a), origin.b);
    case Origin::Kind::Field: {
      const FieldRef at{origin.a, origin.b, origin.c};
      const auto derived = dataset.lineage.find(at);
      return derived ? describe_lineage(*derived, dataset) : describe_field(at, dataset);
    }
    case Origin::Kind::Derived: break;
  }
  std::vector<std::string> inputs_text;
  for (std::uint32_t i = 0; i < std::min<std::size_t>(origin.c, kInputsDescribed); ++i)
    inputs_text.push_back(describe(inputs_.at(origin.b + i), dataset));
  return described(names_.at(origin.a), origin.c, inputs_text);
}

std::uint16_t OriginTable::intern(std::string_view name) {
  const auto at = std::find(names_.begin(), names_.end(), name);
  if (at != names_.end()) return static_cast<std::uint16_t>(at - names_.begin());
  names_.emplace_back(name);
  return static_cast<std::uint16_t>(names_.size() - 1);
}

}  // namespace phaen::base
