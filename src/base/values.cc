// SPDX-License-Identifier: GPL-3.0-or-later
// Records and lineage in little room.
#include <algorithm>
#include <bit>
#include <stdexcept>

#include "base/record.h"

namespace phaen::base {

static_assert(sizeof(Value) <= 40, "a plan of a ministry holds millions of values");

Values::Values(std::initializer_list<Value> values) {
  resize(values.size(), values.size());
  std::size_t field = 0;
  for (const Value& value : values) {
    if (!is_missing(value)) (*this)[field] = value;
    ++field;
  }
}

Values::Values(std::vector<Value> values) {
  resize(values.size(), values.size());
  for (std::size_t field = 0; field < values.size(); ++field)
    if (!is_missing(values[field])) (*this)[field] = std::move(values[field]);
}

void Values::resize(std::size_t fields, std::size_t present) {
  if (fields > kMostFields) throw std::length_error("a table with too many fields");
  for (std::size_t field = fields; field < size_; ++field) {
    if (!has(field)) continue;
    values_.pop_back();
    present_[field / 64] &= ~(std::uint64_t{1} << (field % 64));
  }
  size_ = static_cast<std::uint8_t>(fields);
  values_.reserve(present);
}

std::size_t Values::rank(std::size_t field) const {
  std::size_t before = 0;
  for (std::size_t word = 0; word < field / 64; ++word)
    before += static_cast<std::size_t>(std::popcount(present_[word]));
  const std::uint64_t below = (std::uint64_t{1} << (field % 64)) - 1;
  return before + static_cast<std::size_t>(std::popcount(present_[field / 64] & below));
}

const Value& Values::operator[](std::size_t field) const {
  static const Value kMissing = Missing{};
  return has(field) ? values_[rank(field)] : kMissing;
}

const Value& Values::at(std::size_t field) const {
  if (field >= size_) throw std::out_of_range("a field its table does not have");
  return (*this)[field];
}

Value& Values::operator[](std::size_t field) {
  const std::size_t place = rank(field);
  if (!has(field)) {
    values_.insert(values_.begin() + static_cast<std::ptrdiff_t>(place), Value());
    present_[field / 64] |= std::uint64_t{1} << (field % 64);
  }
  return values_[place];
}

void Values::push_back(Value value) {
  resize(size_ + 1U);
  if (!is_missing(value)) back() = std::move(value);
}

bool Values::operator==(const Values& other) const {
  if (size_ != other.size_) return false;
  for (std::size_t field = 0; field < size_; ++field)
    if ((*this)[field] != other[field]) return false;
  return true;
}

void LineageTable::add(const FieldRef& value, std::string_view rule, std::span<const FieldRef> inputs) {
  auto known = std::find(rules_.begin(), rules_.end(), rule);
  if (known == rules_.end()) known = rules_.emplace(rules_.end(), rule);
  const auto index = static_cast<std::uint32_t>(known - rules_.begin());
  entries_.push_back({index, static_cast<std::uint32_t>(inputs_.size()), static_cast<std::uint32_t>(inputs.size())});
  inputs_.insert(inputs_.end(), inputs.begin(), inputs.end());
  std::vector<std::uint32_t>& entries = entry_of_[{value.table, value.field}];
  if (entries.size() <= value.record) entries.resize(value.record + std::size_t{1}, 0);
  entries[value.record] = static_cast<std::uint32_t>(entries_.size());
}

std::optional<Lineage> LineageTable::find(const FieldRef& value) const {
  const auto entries = entry_of_.find({value.table, value.field});
  if (entries == entry_of_.end() || value.record >= entries->second.size()) return {};
  const std::uint32_t entry = entries->second[value.record];
  if (entry == 0) return {};
  const Entry& found = entries_[entry - 1];
  return Lineage{rules_[found.rule], std::span(inputs_).subspan(found.first, found.count)};
}

}  // namespace phaen::base
