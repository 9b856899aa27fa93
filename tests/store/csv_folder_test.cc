// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/csv_folder.h"

#include <doctest/doctest.h>

#include "generated.h"
#include "plan/schema.h"
#include "support.h"

using phaen::base::Dataset;
using phaen::base::Diagnostics;
using phaen::base::Position;
using phaen::store::read_csv_folder;
using phaen::store::write_csv;
using phaen::store::write_csv_folder;
using phaen::test::codes;
using phaen::test::messages;
using phaen::test::TemporaryFolder;

namespace fs = std::filesystem;

namespace {

constexpr const char* kItems = "code,name,story,count,share,amount,day,year,done,rank,parent,result,value\n";

// The messages about `items.csv` with these rows under the full header.
std::string messages_of_rows(const std::string& rows) {
  const TemporaryFolder folder;
  folder.write("items.csv", kItems + rows);
  Diagnostics diagnostics;
  read_csv_folder(folder.path(), phaen::test::small_schema(), diagnostics);
  return messages(diagnostics);
}

std::string messages_of_file(const std::string& bytes) {
  const TemporaryFolder folder;
  folder.write("items.csv", bytes);
  Diagnostics diagnostics;
  read_csv_folder(folder.path(), phaen::test::small_schema(), diagnostics);
  return messages(diagnostics);
}

}  // namespace

TEST_CASE("a folder reads into records in their own order, cells without a value missing") {
  const TemporaryFolder folder;
  folder.write("items.csv", std::string(kItems) + "B,สอง,,,,,,,,,A,,\nA,หนึ่ง,,,,,,,,,,R/2566,\n");
  folder.write("results.csv", "\xEF\xBB\xBFyear,code\r\n2566,R\r\n");
  Diagnostics diagnostics;
  const Dataset dataset = read_csv_folder(folder.path(), phaen::test::small_schema(), diagnostics);
  CHECK(messages(diagnostics).empty());
  CHECK(dump(dataset) ==
        "table results (1 records)\n  record R/2566\n    code = R\n    year = 2566\n"
        "table items (2 records)\n  record B\n    code = B\n    name = สอง\n    parent = A\n"
        "  record A\n    code = A\n    name = หนึ่ง\n    result = R/2566\n");
}

TEST_CASE("every bad cell is named at once, with its line, column, value and rule") {
  CHECK(messages_of_rows("A,หนึ่ง,,1.5,x,5.555,32/1/2566,1200,maybe,prim,,,\n") ==
        "2:10 S012 expected a whole number, found `1.5`\n"
        "2:14 S012 expected a number, found `x`\n"
        "2:16 S012 expected an amount in baht with at most two decimals, found `5.555`\n"
        "2:22 S012 expected a date of the calendar, found `32/1/2566`\n"
        "2:32 S012 expected a Buddhist-era year between 2400 and 2700, found `1200`\n"
        "2:37 S012 expected `true` or `false`, found `maybe`\n"
        "2:43 S014 `rank` must be one of primary (หลัก), secondary (รอง); found `prim`\n");
}

TEST_CASE("a message knows its file, table, field and line of text") {
  const TemporaryFolder folder;
  folder.write("items.csv", std::string(kItems) + "A,หนึ่ง,,๑.๕,,,,,,,,,\n");
  Diagnostics diagnostics;
  read_csv_folder(folder.path(), phaen::test::small_schema(), diagnostics);
  REQUIRE(codes(diagnostics) == std::vector<std::string>{"S012"});
  Position expected;
  expected.file = folder.path("items.csv");
  expected.line = 2;
  expected.column = 10;
  expected.table = "items";
  expected.field = "count";
  expected.source_line = "A,หนึ่ง,,๑.๕,,,,,,,,,";
  CHECK(diagnostics.all().front().where == expected);
}

TEST_CASE("required cells, keys and references are checked where they stand") {
  CHECK(messages_of_rows("A,,,,,,,,,,,,\n,ไม่มีรหัส,,,,,,,,,,,\n") ==
        "3:1 S013 `code` (code) is required and empty\n2:3 S013 `name` (name) is required and empty\n");
  CHECK(messages_of_rows("A,หนึ่ง,,,,,,,,,,,\nA,สอง,,,,,,,,,,,\n") ==
        "3:1 S015 the key `A` stands twice in items (first in line 2)\n");
  CHECK(messages_of_rows("AA,หนึ่ง,,,,,,,,,BB,R/2566,\n") ==
        "2:18 S016 `parent` names `BB`, which is not in items\n"
        "2:21 S016 `result` names `R/2566`, which is not in results\n");
}

TEST_CASE("a slip in a reference is recognised") {
  const TemporaryFolder folder;
  folder.write("items.csv", std::string(kItems) + "I3-K1,หนึ่ง,,,,,,,,,,,\nI3-K2,สอง,,,,,,,,,I3-Kl,,\n");
  Diagnostics diagnostics;
  read_csv_folder(folder.path(), phaen::test::small_schema(), diagnostics);
  REQUIRE(codes(diagnostics) == std::vector<std::string>{"S016"});
  CHECK(diagnostics.all().front().hint.en == "did you mean `I3-K1`?");
}

TEST_CASE("a reference is not called dangling while a key of its table could not be read") {
  CHECK(messages_of_rows("\"A\nB\",หนึ่ง,,,,,,,,,,,\nC,สอง,,,,,,,,,AB,,\n") ==
        "2:1 S017 `code` may not hold a line break\n");
}

TEST_CASE("headers: unknown, doubled and missing columns, rows of another length") {
  CHECK(messages_of_file("code,nane,code,count\n") ==
        "1:6 S008 the table has no field `nane`\n1:11 S009 the column `code` stands twice\n"
        "1:1 S010 the required column `name` (name) is missing\n");
  CHECK(messages_of_file("name,code\nหนึ่ง,A,เกิน\nสอง\n") ==
        "2:1 S007 the row has 3 cells, the header row 2\n3:1 S007 the row has 1 cells, the header row 2\n");
  CHECK(messages_of_file("").substr(0, 9) == "1:1 S011 ");
  CHECK(messages_of_file("\n\n").substr(0, 9) == "1:1 S011 ");
}

TEST_CASE("an unknown column is told the field it may have meant") {
  const TemporaryFolder folder;
  folder.write("items.csv", "code,nane\n");
  Diagnostics diagnostics;
  read_csv_folder(folder.path(), phaen::test::small_schema(), diagnostics);
  CHECK(diagnostics.all().front().hint.en == "did you mean `name`?");
}

TEST_CASE("folders: not there, without tables, with a file of no table") {
  const TemporaryFolder folder;
  Diagnostics missing, empty, unknown;
  read_csv_folder(folder.path("none"), phaen::test::small_schema(), missing);
  CHECK(codes(missing) == std::vector<std::string>{"S001"});
  read_csv_folder(folder.path(), phaen::test::small_schema(), empty);
  CHECK(codes(empty) == std::vector<std::string>{"S002"});
  folder.write("item.csv", kItems);
  folder.write("items.csv", kItems);
  folder.write("readme.txt", "x");
  read_csv_folder(folder.path(), phaen::test::small_schema(), unknown);
  REQUIRE(codes(unknown) == std::vector<std::string>{"S003"});
  CHECK_FALSE(unknown.has_errors());
  CHECK(unknown.all().front().hint.en == "did you mean `items.csv`?");
}

TEST_CASE("a file that cannot be read is reported and the others are read on") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path("results.csv"));
  folder.write("items.csv", std::string(kItems) + "A,,,,,,,,,,,,\n");
  Diagnostics diagnostics;
  read_csv_folder(folder.path(), phaen::test::small_schema(), diagnostics);
  CHECK(codes(diagnostics) == std::vector<std::string>{"B001", "S013"});
}

TEST_CASE("an export lists every table, an empty one as its header") {
  const TemporaryFolder folder;
  const auto schema = phaen::plan::plan_schema();
  REQUIRE(write_csv_folder(folder.path("out"), Dataset(schema)));
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder.path("out"))) files += entry.is_regular_file() ? 1 : 0;
  CHECK(files == schema->tables.size());
  CHECK(phaen::test::read(folder.path("out/abbreviations.csv")) == "short_name,name,fact,source\n");
}

TEST_CASE("an export into a place that is no folder fails with its name") {
  const TemporaryFolder folder;
  folder.write("file", "");
  const auto written = write_csv_folder(folder.path("file"), Dataset(phaen::test::small_schema()));
  REQUIRE_FALSE(written);
  CHECK(written.error().code == "S001");
  CHECK_FALSE(write_csv_folder(folder.path("no/such"), Dataset(phaen::test::small_schema())));
}

TEST_CASE(
    "every table of the plan with every field type survives export and import, and exports the same bytes again") {
  const auto schema = phaen::plan::plan_schema();
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    const Dataset dataset = phaen::test::Generator(seed).dataset(schema, 12);
    const TemporaryFolder folder;
    REQUIRE(write_csv_folder(folder.path("a"), dataset));
    Diagnostics diagnostics;
    const Dataset again = read_csv_folder(folder.path("a"), schema, diagnostics);
    CHECK(messages(diagnostics).empty());
    CHECK(dump(again) == dump(dataset));
    CHECK(again == dataset);
    REQUIRE(write_csv_folder(folder.path("b"), again));
    for (const auto& table : schema->tables)
      CHECK(phaen::test::read(folder.path("a/" + table.name + ".csv")) ==
            phaen::test::read(folder.path("b/" + table.name + ".csv")));
  }
}

TEST_CASE("the reference tables and every sample read without a message but notes, and export byte for byte") {
  const auto schema = phaen::plan::plan_schema();
  std::size_t folders = 0;
  for (const auto& entry : fs::directory_iterator("samples")) {
    if (!fs::exists(entry.path() / "plans.csv") && entry.path().filename() != "reference") continue;
    ++folders;
    CAPTURE(entry.path().string());
    Diagnostics diagnostics;
    const Dataset dataset = read_csv_folder(entry.path().string(), schema, diagnostics);
    CHECK(messages(diagnostics).empty());
    for (std::size_t t = 0; t < schema->tables.size(); ++t) {
      const fs::path file = entry.path() / (schema->tables[t].name + ".csv");
      CAPTURE(file.string());
      const bool there = fs::exists(file);
      if (entry.path().filename() != "reference") CHECK(there);
      if (there) CHECK(write_csv(schema->tables[t], dataset.tables[t]) == phaen::test::read(file.string()));
    }
  }
  CHECK(folders > 0);
}
