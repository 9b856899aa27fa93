// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_schema.h"

#include <doctest/doctest.h>

#include "plan/schema.h"
#include "support.h"

using namespace phaen::store;

TEST_CASE("the statements of a table say its types, rules and references") {
  const auto schema = phaen::test::small_schema();
  const auto statements = create_statements(*schema);
  REQUIRE(statements.size() == 3);
  CHECK(statements[0] ==
        "CREATE TABLE \"results\" (\n  position_ BIGINT NOT NULL,\n  \"code\" TEXT NOT NULL CHECK (\"code\" <> ''),\n"
        "  \"year\" BIGINT NOT NULL CHECK (\"year\" BETWEEN 2400 AND 2700),\n  PRIMARY KEY (\"code\", \"year\")\n)");
  CHECK(statements[1].find("\"rank\" TEXT CHECK (\"rank\" IN ('primary', 'secondary'))") != std::string::npos);
  CHECK(statements[1].find(
            "\"parent\" TEXT CHECK (\"parent\" <> '') REFERENCES \"items\" (\"code\") DEFERRABLE INITIALLY "
            "DEFERRED") != std::string::npos);
  CHECK(statements[1].find("REFERENCES \"results\"") == std::string::npos);  // a key of two fields
  CHECK(statements[2] == "CREATE INDEX \"items_by_parent\" ON \"items\" (\"parent\")");
}

TEST_CASE("names are quoted, so that a field may have any name") {
  CHECK(quoted_name("group") == "\"group\"");
  CHECK(quoted_name("a\"b") == "\"a\"\"b\"");
}

TEST_CASE("an insert numbers its parameters through all its records") {
  const auto schema = phaen::test::small_schema();
  CHECK(insert_statement(schema->tables[0], 2) ==
        "INSERT INTO \"results\" (position_, \"code\", \"year\") VALUES (:p0, :p1, :p2), (:p3, :p4, :p5)");
  CHECK(select_statement(schema->tables[0]) ==
        "SELECT \"results\".\"position_\", \"results\".\"code\", \"results\".\"year\" FROM \"results\"");
}
