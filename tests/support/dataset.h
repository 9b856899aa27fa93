// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/record.h"

namespace phaen::support {

/// Adds a record with the given values; the other fields are missing, and `fact` is real unless given.
inline void add_record(base::Dataset& dataset, const std::string& table,
                       const std::vector<std::pair<std::string, base::Value>>& values) {
  const auto index = dataset.schema->find_table(table);
  REQUIRE_MESSAGE(index, table);
  const base::Table& description = dataset.schema->tables[*index];
  base::Record record;
  record.values.resize(description.fields.size());
  if (const auto fact = description.find_field("fact")) record.values[*fact] = std::string("real");
  for (const auto& [field, value] : values) {
    const auto at = description.find_field(field);
    REQUIRE_MESSAGE(at, table << "." << field);
    record.values[*at] = value;
  }
  dataset.tables[*index].push_back(std::move(record));
}

/// The value of a field of the record with this key, as canonical text.
inline std::string value_of(const base::Dataset& dataset, const std::string& table, const std::string& key,
                            const std::string& field) {
  const auto index = dataset.schema->find_table(table);
  REQUIRE_MESSAGE(index, table);
  const base::Table& description = dataset.schema->tables[*index];
  const auto at = description.find_field(field);
  REQUIRE_MESSAGE(at, table << "." << field);
  for (const base::Record& record : dataset.tables[*index])
    if (base::key_text(description, record) == key) return base::canonical_text(record.values[*at]);
  return "(no record " + key + ")";
}

}  // namespace phaen::support
