// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <doctest/doctest.h>

#include "databases.h"
#include "generated.h"
#include "plan/schema.h"
#include "support/dataset.h"

using namespace phaen::base;
using phaen::store::create;
using phaen::store::load;
using phaen::store::OpenOptions;
using phaen::store::plan_versions;
using phaen::store::save;
using phaen::store::Versions;
using phaen::support::add_record;
using phaen::test::codes;
using phaen::test::messages;
using phaen::test::on_each_database;
using phaen::test::session_to;
using phaen::test::TemporaryFolder;

namespace {

using Codes = std::vector<std::string>;
constexpr OpenOptions kNoWaiting{0};

Versions small_versions() { return {phaen::test::small_schema(), 1, {}}; }

Dataset small_dataset() {
  Dataset dataset(phaen::test::small_schema());
  add_record(dataset, "results", {{"code", std::string("R")}, {"year", std::int64_t{2566}}});
  add_record(dataset, "items",
             {{"code", std::string("A")}, {"name", std::string("หนึ่ง")}, {"parent", std::string("B")}});
  add_record(dataset, "items",
             {{"code", std::string("B")}, {"name", std::string("สอง")}, {"result", std::string("R/2566")}});
  return dataset;
}

// The database at the location, read anew, as a dump.
std::string stored(const std::string& location, const Versions& versions) {
  auto store = phaen::store::open(location, versions, kNoWaiting);
  REQUIRE(store);
  Diagnostics diagnostics;
  const Dataset dataset = load(*store, versions.schema, diagnostics);
  CHECK(messages(diagnostics).empty());
  return dump(dataset);
}

void make(const std::string& location, const Versions& versions, const Dataset& dataset) {
  auto store = create(location, versions);
  REQUIRE_MESSAGE(store, (store ? "" : store.error().message.en));
  Diagnostics diagnostics;
  save(*store, dataset, diagnostics);
  REQUIRE(messages(diagnostics).empty());
}

// What the database says to a statement of another program: empty when it takes it.
std::string refusal(const std::string& location, const std::string& sql) {
  try {
    soci::session session = session_to(location);
    if (!phaen::store::is_server(location)) phaen::store::execute(session, "PRAGMA foreign_keys = ON");
    phaen::store::execute(session, sql);
  } catch (const soci::soci_error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("every table of the plan with every field type survives the database, in its order") {
  on_each_database([](const std::string& location) {
    const Versions versions = plan_versions();
    const Dataset dataset = phaen::test::Generator(11).dataset(versions.schema, 15);
    make(location, versions, dataset);
    CHECK(stored(location, versions) == dump(dataset));
  });
}

TEST_CASE("amounts beyond 32 bits and the ends of 64 bits come back as they were") {
  on_each_database([](const std::string& location) {
    Dataset dataset(phaen::test::small_schema());
    const std::int64_t amounts[] = {1'757'674'000'000, 17'576'740'000, -1, 0, INT64_MAX, INT64_MIN + 1};
    for (std::size_t i = 0; i < std::size(amounts); ++i)
      add_record(dataset, "items",
                 {{"code", "A" + std::to_string(i)},
                  {"name", std::string("x")},
                  {"amount", Money{amounts[i]}},
                  {"count", amounts[i]}});
    make(location, small_versions(), dataset);
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Diagnostics diagnostics;
    const Dataset again = load(*store, phaen::test::small_schema(), diagnostics);
    CHECK(again == dataset);
    CHECK(std::get<Money>(again.records("items")[0].values[5]) == Money::baht(17'576'740'000));
  });
}

TEST_CASE("saving replaces everything, also with nothing") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Diagnostics diagnostics;
    save(*store, small_dataset(), diagnostics);
    CHECK(dump(load(*store, phaen::test::small_schema(), diagnostics)) == dump(small_dataset()));
    save(*store, Dataset(phaen::test::small_schema()), diagnostics);
    CHECK(dump(load(*store, phaen::test::small_schema(), diagnostics)).empty());
    CHECK(diagnostics.empty());
  });
}

TEST_CASE("twenty thousand records of a tree keep their order, whatever the batch they were sent in") {
  on_each_database([](const std::string& location) {
    Dataset dataset(phaen::test::small_schema());
    for (int i = 0; i < 20'000; ++i)
      add_record(dataset, "items",
                 {{"code", "N" + std::to_string((i * 7919) % 20'000)},
                  {"name", std::string("น้ำ")},
                  {"parent", "N" + std::to_string(i / 2)}});
    make(location, small_versions(), dataset);
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Diagnostics diagnostics;
    save(*store, dataset, diagnostics);
    CHECK(load(*store, phaen::test::small_schema(), diagnostics) == dataset);
    CHECK(diagnostics.empty());
  });
}

TEST_CASE("records that another program has moved come in the order of their positions") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    REQUIRE(refusal(location, "UPDATE items SET position_ = -position_").empty());
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Diagnostics diagnostics;
    const Dataset dataset = load(*store, phaen::test::small_schema(), diagnostics);
    REQUIRE(dataset.records("items").size() == 2);
    CHECK(std::get<std::string>(dataset.records("items")[0].values[0]) == "B");
    CHECK(std::get<std::string>(dataset.records("items")[1].values[0]) == "A");
  });
}

TEST_CASE("a large file is read by two connections as by one, unless a writer could come between them") {
  const TemporaryFolder folder;
  const std::string location = folder.path("large.db"), small = folder.path("small.db");
  Dataset dataset(phaen::test::small_schema());
  for (int i = 0; i < 4'000; ++i) {
    add_record(dataset, "results", {{"code", "R" + std::to_string(i)}, {"year", std::int64_t{2566}}});
    add_record(dataset, "items", {{"code", "N" + std::to_string(i)}, {"name", std::string(3'000, 'x')}});
  }
  make(location, small_versions(), dataset);
  make(small, small_versions(), small_dataset());
  const auto reads_with_two = [](const std::string& path) {
    auto store = phaen::store::open(path, small_versions(), kNoWaiting);
    REQUIRE(store);
    soci::transaction transaction(store->connection().session);
    const auto second = phaen::store::second_reader(store->connection());
    if (second) CHECK(refusal(path, "DELETE FROM results").find("locked") != std::string::npos);
    return second != nullptr;
  };
  CHECK(reads_with_two(location));
  CHECK_FALSE(reads_with_two(small));
  auto store = phaen::store::open(location, small_versions());
  REQUIRE(store);
  Diagnostics diagnostics;
  CHECK(load(*store, phaen::test::small_schema(), diagnostics, 2) == dataset);
  {
    soci::session other = session_to(location);
    std::string mode;
    soci::statement statement(other);
    statement.alloc();
    statement.prepare("PRAGMA journal_mode = WAL");
    statement.exchange(soci::into(mode));
    statement.define_and_bind();
    statement.execute(true);
    REQUIRE(mode == "wal");
  }
  CHECK_FALSE(reads_with_two(location));
  CHECK(load(*store, phaen::test::small_schema(), diagnostics, 2) == dataset);
  CHECK(diagnostics.empty());
}

TEST_CASE("a dataset that breaks a rule is not stored, and each record is named") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Dataset broken(phaen::test::small_schema());
    add_record(broken, "items", {{"code", std::string("A")}, {"name", Missing{}}});
    add_record(broken, "items",
               {{"code", std::string("A")}, {"name", std::string("x")}, {"result", std::string("R/1")}});
    Diagnostics diagnostics;
    save(*store, broken, diagnostics);
    CHECK(codes(diagnostics) == Codes{"S015", "S013", "S016"});
    CHECK(diagnostics.all()[1].where.record == "A");
    CHECK(stored(location, small_versions()) == dump(small_dataset()));
  });
}

TEST_CASE("when the database refuses a record in the middle, everything stays as it was") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    // A rule of the database that the program does not know.
    REQUIRE(refusal(location, "CREATE UNIQUE INDEX only_one ON items (name)").empty());
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Dataset dataset(phaen::test::small_schema());
    for (int i = 0; i < 500; ++i)
      add_record(dataset, "items", {{"code", "A" + std::to_string(i)}, {"name", "name " + std::to_string(i % 499)}});
    Diagnostics diagnostics;
    save(*store, dataset, diagnostics);
    CHECK(codes(diagnostics) == Codes{"S040"});
    CHECK(dump(load(*store, phaen::test::small_schema(), diagnostics)) == dump(small_dataset()));
    CHECK(codes(diagnostics) == Codes{"S040"});
  });
}

TEST_CASE("the database itself refuses what breaks a rule, whichever program writes it") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    const auto insert = [&](const std::string& columns, const std::string& values) {
      return refusal(location,
                     "INSERT INTO items (position_, code, name" + columns + ") VALUES (9, 'C', 'x'" + values + ")");
    };
    CHECK_FALSE(refusal(location, "INSERT INTO items (position_, code) VALUES (9, 'C')").empty());  // required
    CHECK_FALSE(refusal(location, "INSERT INTO items (code, name) VALUES ('C', 'x')").empty());     // position
    CHECK_FALSE(refusal(location, "INSERT INTO items (position_, code, name) VALUES (9, 'A', 'x')").empty());  // key
    CHECK_FALSE(refusal(location, "INSERT INTO results (position_, code, year) VALUES (9, 'R', 2566)").empty());
    CHECK_FALSE(insert(", story", ", ''").empty());  // missing is never an empty text
    CHECK_FALSE(insert(", share", ", ''").empty());
    CHECK_FALSE(insert(", year", ", 2023").empty());  // years are of the Buddhist era
    CHECK_FALSE(insert(", done", ", 2").empty());
    CHECK_FALSE(insert(", day", ", '30/09/2565'").empty());
    CHECK_FALSE(insert(", rank", ", 'tertiary'").empty());
    CHECK_FALSE(insert(", parent", ", 'Z'").empty());                              // dangling reference
    CHECK_FALSE(refusal(location, "DELETE FROM items WHERE code = 'B'").empty());  // A refers to it
    CHECK(stored(location, small_versions()) == dump(small_dataset()));
    CHECK(insert(", story, year, done, day, rank, parent", ", 's', 2566, 1, '2022-09-30', 'primary', 'C'").empty());
  });
}

TEST_CASE("values another program spoilt are named and left missing") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    REQUIRE(
        refusal(location, "UPDATE items SET share = '12x', day = '2022-13-41', story = 'ok' WHERE code = 'A'").empty());
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Diagnostics diagnostics;
    const Dataset dataset = load(*store, phaen::test::small_schema(), diagnostics);
    CHECK(messages(diagnostics) ==
          "0:0 S038 the stored value `12x` is none of `share`\n0:0 S038 the stored value `2022-13-41` is none of "
          "`day`\n");
    CHECK(diagnostics.all().front().where.record == "A");
    CHECK(phaen::support::value_of(dataset, "items", "A", "story") == "ok");
    CHECK(phaen::support::value_of(dataset, "items", "A", "share").empty());
  });
}

TEST_CASE("text that no file can carry is refused on loading, wherever it comes from") {
  const TemporaryFolder folder;
  const std::string location = folder.path("plan.db");
  make(location, small_versions(), small_dataset());
  for (const char* bytes : {"6162EDA080", "616201", "EFBFBF", "E0B8"}) {
    CAPTURE(bytes);
    REQUIRE(refusal(location, std::string("UPDATE items SET story = CAST(x'") + bytes + "' AS TEXT) WHERE code = 'A'")
                .empty());
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Diagnostics diagnostics;
    load(*store, phaen::test::small_schema(), diagnostics);
    CHECK(codes(diagnostics) == Codes{"S038"});
    CHECK(diagnostics.all().front().where.record == "A");
  }
}

TEST_CASE("tables that are not those of the program are reported on loading and on saving") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    REQUIRE(refusal(location, "ALTER TABLE items RENAME COLUMN share TO portion").empty());
    auto store = phaen::store::open(location, small_versions());
    REQUIRE(store);
    Diagnostics loading, saving;
    load(*store, phaen::test::small_schema(), loading);
    CHECK(codes(loading) == Codes{"S039"});
    save(*store, small_dataset(), saving);
    CHECK(codes(saving) == Codes{"S039"});
  });
}

TEST_CASE("while another program writes, saving says so and loading still works or says so") {
  on_each_database([](const std::string& location) {
    make(location, small_versions(), small_dataset());
    auto store = phaen::store::open(location, small_versions(), kNoWaiting);
    REQUIRE(store);
    soci::session other = session_to(location);
    phaen::store::execute(other, (phaen::store::is_server(location) ? "BEGIN" : "BEGIN EXCLUSIVE"));
    if (phaen::store::is_server(location)) phaen::store::execute(other, "LOCK TABLE items");
    Diagnostics saving, loading, after;
    save(*store, small_dataset(), saving);
    CHECK(codes(saving) == Codes{"S034"});
    load(*store, phaen::test::small_schema(), loading);
    CHECK(codes(loading) == Codes{"S034"});
    phaen::store::execute(other, "ROLLBACK");
    save(*store, small_dataset(), after);
    CHECK(messages(after).empty());
  });
}
