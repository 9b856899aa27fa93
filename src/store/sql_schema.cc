// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_schema.h"

#include "base/format.h"
#include "thai/calendar.h"

namespace phaen::store {
namespace {

using base::FieldType;
using base::format;

std::string quoted_text(std::string_view text) {
  std::string quoted = "'";
  for (char c : text) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted + "'";
}

std::string choice_list(const base::Field& field) {
  std::string list;
  for (const base::Choice& choice : field.choices) list += (list.empty() ? "" : ", ") + quoted_text(choice.value);
  return list;
}

// What a value of the column must satisfy beyond its SQL type.
std::string check(const base::Field& field) {
  const std::string column = quoted_name(field.name);
  switch (field.type) {
    case FieldType::Integer:
    case FieldType::Money: return {};
    case FieldType::Year: return format(" CHECK ({} BETWEEN {} AND {})", column, thai::kFirstYear, thai::kLastYear);
    case FieldType::Boolean: return format(" CHECK ({} IN (0, 1))", column);
    case FieldType::Choice: return format(" CHECK ({} IN ({}))", column, choice_list(field));
    case FieldType::Date:
      return format(" CHECK (length({0}) = 10 AND substr({0}, 5, 1) = '-' AND substr({0}, 8, 1) = '-')", column);
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Decimal:
    case FieldType::Reference:
    case FieldType::Quantity: return format(" CHECK ({} <> '')", column);
  }
  return {};
}

// Deferred, so that records come in any order. A key of several fields has no column to refer to: check.h looks after
// it.
std::string foreign_key(const base::Schema& schema, const base::Field& field) {
  if (field.type != FieldType::Reference) return {};
  const auto target = schema.find_table(field.target);
  if (!target || schema.tables[*target].key.size() != 1) return {};
  return format(" REFERENCES {} ({}) DEFERRABLE INITIALLY DEFERRED", quoted_name(field.target),
                quoted_name(schema.tables[*target].key.front()));
}

std::string create_table(const base::Schema& schema, const base::Table& table) {
  std::string sql = format("CREATE TABLE {} (\n  {} BIGINT NOT NULL", quoted_name(table.name), kPositionColumn);
  for (const base::Field& field : table.fields) sql += ",\n  " + column_definition(schema, field);
  std::string key;
  for (const std::string& name : table.key) key += (key.empty() ? "" : ", ") + quoted_name(name);
  return sql + format(",\n  PRIMARY KEY ({})\n)", key);
}

}  // namespace

bool is_stored_as_integer(FieldType type) {
  return type == FieldType::Integer || type == FieldType::Money || type == FieldType::Year ||
         type == FieldType::Boolean;
}

std::string quoted_name(std::string_view name) {
  std::string quoted = "\"";
  for (char c : name) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string column_definition(const base::Schema& schema, const base::Field& field) {
  return quoted_name(field.name) + (is_stored_as_integer(field.type) ? " BIGINT" : " TEXT") +
         (field.required ? " NOT NULL" : "") + check(field) + foreign_key(schema, field);
}

std::vector<std::string> create_statements(const base::Schema& schema) {
  std::vector<std::string> statements;
  for (const base::Table& table : schema.tables) {
    statements.push_back(create_table(schema, table));
    // Deleting a record looks for those that refer to it; without an index a tree would be searched once a record.
    for (const base::Field& field : table.fields)
      if (field.type == FieldType::Reference && field.target == table.name)
        statements.push_back(format("CREATE INDEX {} ON {} ({})", quoted_name(table.name + "_by_" + field.name),
                                    quoted_name(table.name), quoted_name(field.name)));
  }
  return statements;
}

std::string select_statement(const base::Table& table) {
  std::string columns = quoted_name(table.name) + "." + quoted_name(kPositionColumn);
  // With the table before it, SQLite cannot take the name of a column that is not there for a text.
  for (const base::Field& field : table.fields)
    columns += ", " + quoted_name(table.name) + "." + quoted_name(field.name);
  return format("SELECT {} FROM {}", columns, quoted_name(table.name));
}

std::string insert_statement(const base::Table& table, std::size_t rows) {
  std::string sql = format("INSERT INTO {} ({}", quoted_name(table.name), kPositionColumn);
  for (const base::Field& field : table.fields) sql += ", " + quoted_name(field.name);
  sql += ") VALUES ";
  std::size_t parameter = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    sql += row == 0 ? "(" : ", (";
    for (std::size_t column = 0; column <= table.fields.size(); ++column)
      sql += format("{}:p{}", column == 0 ? "" : ", ", parameter++);
    sql += ")";
  }
  return sql;
}

}  // namespace phaen::store
