// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/field_index.h"

namespace phaen::templates {
namespace {

// The kind is part of the key: the text 5 is not the number 5.
struct Key {
  std::optional<std::string> operator()(base::Missing) const { return {}; }
  std::optional<std::string> operator()(const std::string& text) const { return "t" + text; }
  std::optional<std::string> operator()(std::int64_t number) const { return "i" + std::to_string(number); }
  std::optional<std::string> operator()(bool flag) const { return flag ? "yes" : "no"; }
  std::optional<std::string> operator()(const base::Date& date) const { return "d" + date.to_iso(); }
  std::optional<std::string> operator()(const base::Decimal&) const { return {}; }
  std::optional<std::string> operator()(const base::Money&) const { return {}; }
  std::optional<std::string> operator()(const base::Quantity&) const { return {}; }
};

std::optional<std::string> key_of(const base::Value& value) { return std::visit(Key{}, value); }

}  // namespace

FieldIndex::FieldIndex(const std::vector<base::Record>& records, std::uint16_t field) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const base::Value& value = records[i].values[field];
    if (base::is_missing(value)) continue;  // equals nothing
    const std::optional<std::string> key = key_of(value);
    complete_ = complete_ && key.has_value();
    if (key) records_[*key].push_back(static_cast<std::uint32_t>(i));
  }
}

std::optional<std::span<const std::uint32_t>> FieldIndex::find(const base::Value& value) const {
  if (base::is_missing(value)) return std::span<const std::uint32_t>{};
  const std::optional<std::string> key = key_of(value);
  if (!complete_ || !key) return {};
  const auto found = records_.find(*key);
  if (found == records_.end()) return std::span<const std::uint32_t>{};
  return std::span<const std::uint32_t>(found->second);
}

}  // namespace phaen::templates
