// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/schema.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using phaen::base::Field;
using phaen::base::FieldType;
using phaen::base::Schema;
using phaen::base::Table;

namespace {

bool is_name(const std::string& text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace

TEST_CASE("table and field names are unique snake_case and have Thai labels") {
  const auto schema = phaen::plan::plan_schema();
  std::set<std::string> tables;
  for (const Table& table : schema->tables) {
    CAPTURE(table.name);
    CHECK(is_name(table.name));
    CHECK(tables.insert(table.name).second);
    CHECK_FALSE(table.label.empty());
    CHECK_FALSE(table.note.empty());
    std::set<std::string> fields;
    for (const Field& field : table.fields) {
      CAPTURE(field.name);
      CHECK(is_name(field.name));
      CHECK(fields.insert(field.name).second);
      CHECK_FALSE(field.label.empty());
    }
  }
}

TEST_CASE("each key is made of required fields") {
  const auto schema = phaen::plan::plan_schema();
  for (const Table& table : schema->tables) {
    CAPTURE(table.name);
    CHECK_FALSE(table.key.empty());
    for (const std::string& name : table.key) {
      const auto field = table.find_field(name);
      REQUIRE(field.has_value());
      CHECK(table.fields[*field].required);
    }
  }
}

TEST_CASE("a reference names a table that stands before it, or its own") {
  const auto schema = phaen::plan::plan_schema();
  for (std::size_t t = 0; t < schema->tables.size(); ++t)
    for (const Field& field : schema->tables[t].fields) {
      CAPTURE(schema->tables[t].name);
      CAPTURE(field.name);
      if (field.type != FieldType::Reference) {
        CHECK(field.target.empty());
        CHECK(field.inverse.empty());
        continue;
      }
      const auto target = schema->find_table(field.target);
      REQUIRE(target.has_value());
      CHECK(*target <= t);
    }
}

TEST_CASE("a path step means one thing: inverse names clash neither with fields nor with each other") {
  const auto schema = phaen::plan::plan_schema();
  std::map<std::string, std::set<std::string>> steps;
  for (const Table& table : schema->tables)
    for (const Field& field : table.fields) steps[table.name].insert(field.name);
  for (const Table& table : schema->tables)
    for (const Field& field : table.fields) {
      if (field.inverse.empty()) continue;
      CAPTURE(table.name);
      CAPTURE(field.name);
      CHECK(is_name(field.inverse));
      CHECK(steps[field.target].insert(field.inverse).second);
    }
}

TEST_CASE("choices are there for choice fields only, each value once and with a Thai label") {
  const auto schema = phaen::plan::plan_schema();
  for (const Table& table : schema->tables)
    for (const Field& field : table.fields) {
      CAPTURE(table.name);
      CAPTURE(field.name);
      CHECK((field.type == FieldType::Choice) == !field.choices.empty());
      std::set<std::string> values, labels;
      for (const auto& choice : field.choices) {
        CHECK(is_name(choice.value));
        CHECK(values.insert(choice.value).second);
        CHECK(labels.insert(choice.label).second);
      }
    }
}

TEST_CASE("every table says whether its facts are real, and all but the sources name their source") {
  const auto schema = phaen::plan::plan_schema();
  for (const Table& table : schema->tables) {
    CAPTURE(table.name);
    REQUIRE(table.find_field("fact").has_value());
    CHECK(table.fields[*table.find_field("fact")].required);
    CHECK(table.find_field("source").has_value() == (table.name != "sources"));
  }
}

TEST_CASE("the tables every plan shares exist and refer only to each other") {
  const auto schema = phaen::plan::plan_schema();
  const auto names = phaen::plan::reference_table_names();
  for (const std::string& name : names) {
    const auto table = schema->find_table(name);
    REQUIRE(table.has_value());
    for (const Field& field : schema->tables[*table].fields)
      if (field.type == FieldType::Reference) CHECK(std::find(names.begin(), names.end(), field.target) != names.end());
  }
}

TEST_CASE("the data dictionary names every table, field and choice") {
  const auto schema = phaen::plan::plan_schema();
  const std::string text = phaen::plan::data_dictionary(*schema);
  for (const Table& table : schema->tables) {
    CHECK(text.find("## " + table.name + "\n") != std::string::npos);
    for (const Field& field : table.fields) {
      CHECK(text.find("| `" + field.name + "` | " + field.label + " |") != std::string::npos);
      for (const auto& choice : field.choices)
        CHECK(text.find("`" + choice.value + "` " + choice.label) != std::string::npos);
    }
  }
}
