// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing records by field name; private to this folder.
#pragma once

#include <string>
#include <string_view>

#include "base/record.h"

namespace phaen::assess {

/// A table of a dataset. Valid while the dataset lives and keeps its tables.
class View {
 public:
  View(const base::Dataset& dataset, std::string_view table)
      : dataset_(dataset),
        table_(dataset.schema->find_table(table).value()),
        fact_(description().find_field("fact").value()),
        key_(description()) {}

  std::size_t index() const { return table_; }
  std::size_t size() const { return dataset_.tables[table_].size(); }
  std::size_t field(std::string_view name) const { return description().find_field(name).value(); }
  const base::Value& at(std::size_t record, std::size_t field) const {
    return dataset_.tables[table_].at(record).values.at(field);
  }
  /// Of a code, a choice or a reference; empty when missing.
  std::string_view text(std::size_t record, std::size_t field) const {
    const auto* text = std::get_if<std::string>(&at(record, field));
    return text == nullptr ? std::string_view() : *text;
  }
  std::string key(std::size_t record) const { return key_.text(dataset_.tables[table_].at(record)); }
  bool is_synthetic(std::size_t record) const { return text(record, fact_) == "synthetic"; }
  base::FieldRef ref(std::size_t record, std::size_t field) const {
    return {static_cast<std::uint32_t>(table_), static_cast<std::uint32_t>(record), static_cast<std::uint32_t>(field)};
  }

 private:
  const base::Table& description() const { return dataset_.schema->tables[table_]; }
  const base::Dataset& dataset_;
  std::size_t table_, fact_;
  base::KeyFields key_;
};

inline base::Value fact_value(bool synthetic) { return std::string(synthetic ? "synthetic" : "real"); }
inline base::Value text_value(std::string_view text) {
  if (text.empty()) return base::Missing{};
  return std::string(text);
}

}  // namespace phaen::assess
