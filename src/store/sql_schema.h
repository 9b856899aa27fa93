// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of a schema: the same statements for SQLite and PostgreSQL. Whole numbers, money (satang), years and booleans
// are BIGINT; everything else is TEXT in the canonical form of the CSV files, so that no decimal passes through a
// double. Missing is NULL, never an empty text. A hidden column `position` keeps the order of the records.
#pragma once

#include <string>
#include <vector>

#include "base/record.h"

namespace phaen::store {

inline constexpr const char* kPositionColumn = "position_";  // no field's name: those never end with an underscore

bool is_stored_as_integer(base::FieldType type);

/// `"name"`, a quotation mark in it doubled.
std::string quoted_name(std::string_view name);
/// The column of a field with its constraints, as CREATE TABLE and ALTER TABLE ADD COLUMN write it.
std::string column_definition(const base::Schema& schema, const base::Field& field);
/// CREATE TABLE and CREATE INDEX for every table, in order.
std::vector<std::string> create_statements(const base::Schema& schema);
/// The position and all fields of a table in schema order. The records come in no order: they stand in the order of
/// their positions already unless another program has written them, and sorting costs a server or SQLite more than
/// reading.
std::string select_statement(const base::Table& table);
/// One INSERT of `rows` records: for each the position, then the fields; parameters `:p0`, `:p1` ...
std::string insert_statement(const base::Table& table, std::size_t rows);

}  // namespace phaen::store
