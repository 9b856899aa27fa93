// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>

#include "databases.h"
#include "plan/schema.h"
#include "store/connection.h"
#include "support/dataset.h"

using namespace phaen::base;
using phaen::store::create;
using phaen::store::Migration;
using phaen::store::OpenOptions;
using phaen::store::Versions;
using phaen::store::without_password;
using phaen::test::codes;
using phaen::test::messages;
using phaen::test::on_each_database;
using phaen::test::session_to;
using phaen::test::TemporaryFolder;

namespace fs = std::filesystem;

namespace {

Versions first_version() { return {phaen::test::small_schema(), 1, {}}; }

// The small schema with one more field, and how a database of version 1 gets it.
Versions second_version() {
  auto schema = std::make_shared<Schema>(*phaen::test::small_schema());
  Field colour;
  colour.name = "colour";
  colour.label = "สี";
  schema->tables[1].fields.push_back(colour);
  return {schema, 2, {{2, {"ALTER TABLE items ADD COLUMN colour TEXT CHECK (colour <> '')"}}}};
}

std::string open_code(const std::string& location, const Versions& versions) {
  const auto store = phaen::store::open(location, versions, OpenOptions{0});
  return store ? "" : store.error().code;
}

void fill(const std::string& location) {
  auto store = create(location, first_version());
  REQUIRE_MESSAGE(store, (store ? "" : store.error().message.en));
  Dataset dataset(phaen::test::small_schema());
  phaen::support::add_record(dataset, "items", {{"code", std::string("A")}, {"name", std::string("หนึ่ง")}});
  Diagnostics diagnostics;
  save(*store, dataset, diagnostics);
  REQUIRE(messages(diagnostics).empty());
}

// Big files are refused to this program for as long as this lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    handler_ = signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("a plan database opens under any file name") {
  const TemporaryFolder folder;
  for (const char* name : {"plan.db", "แผน 2566.db", "a=b c.db", "it's.db", "100%.db"}) {
    CAPTURE(name);
    fill(folder.path(name));
    CHECK(fs::exists(folder.path(name)));
    CHECK(open_code(folder.path(name), first_version()).empty());
  }
}

TEST_CASE("what is no plan database is refused for what it is") {
  const TemporaryFolder folder;
  CHECK(open_code(folder.path("none.db"), first_version()) == "S030");
  CHECK_FALSE(fs::exists(folder.path("none.db")));
  CHECK(open_code(folder.path(), first_version()) == "S030");
  folder.write("empty.db", "");
  CHECK(open_code(folder.path("empty.db"), first_version()) == "S031");
  folder.write("text.db", "code,name\nA,หนึ่ง and some more text to fill the header\n");
  CHECK(open_code(folder.path("text.db"), first_version()) == "S031");
  soci::session other = session_to(folder.path("other.db"));
  phaen::store::execute(other, "CREATE TABLE t (a INTEGER)");
  CHECK(open_code(folder.path("other.db"), first_version()) == "S032");
}

TEST_CASE("a damaged file is said to be one") {
  const TemporaryFolder folder;
  fill(folder.path("plan.db"));
  std::string bytes = phaen::test::read(folder.path("plan.db"));
  REQUIRE(bytes.size() > 8192);
  for (std::size_t i = 4096; i < bytes.size(); ++i) bytes[i] = '\x55';
  bytes.replace(100, 400, std::string(400, '\x55'));
  folder.write("plan.db", bytes);
  auto store = phaen::store::open(folder.path("plan.db"), first_version());
  REQUIRE(store);  // the header is whole
  Diagnostics diagnostics;
  load(*store, phaen::test::small_schema(), diagnostics);
  CHECK(codes(diagnostics) == std::vector<std::string>{"S031"});
}

TEST_CASE("a database of a newer program is refused and left alone") {
  on_each_database([](const std::string& location) {
    REQUIRE(create(location, second_version()));
    const auto store = phaen::store::open(location, first_version());
    REQUIRE_FALSE(store);
    CHECK(store.error().code == "S033");
    CHECK(store.error().message.en == "the database has schema 2, this program knows up to 1");
    CHECK(open_code(location, second_version()).empty());
  });
}

TEST_CASE("an older database is brought up to date with its records, once") {
  on_each_database([](const std::string& location) {
    fill(location);
    for (int time = 0; time < 2; ++time) {
      auto store = phaen::store::open(location, second_version());
      REQUIRE_MESSAGE(store, (store ? "" : store.error().message.en));
      Diagnostics diagnostics;
      Dataset dataset = load(*store, second_version().schema, diagnostics);
      CHECK(messages(diagnostics).empty());
      CHECK(phaen::support::value_of(dataset, "items", "A", "name") == "หนึ่ง");
      dataset.tables[1][0].values.back() = std::string("แดง");
      save(*store, dataset, diagnostics);
      CHECK(messages(diagnostics).empty());
    }
    CHECK(open_code(location, first_version()) == "S033");
  });
}

TEST_CASE("a migration that fails leaves the older database as it was") {
  on_each_database([](const std::string& location) {
    fill(location);
    Versions broken = second_version();
    broken.migrations[0].statements.push_back("ALTER TABLE no_such_table ADD COLUMN a TEXT");
    CHECK(open_code(location, broken) == "S039");
    CHECK(open_code(location, first_version()).empty());
    CHECK(open_code(location, second_version()).empty());
  });
}

TEST_CASE("a new database does not replace anything") {
  on_each_database([](const std::string& location) {
    fill(location);
    const auto again = create(location, first_version());
    REQUIRE_FALSE(again);
    CHECK(again.error().code == "S036");
    CHECK(open_code(location, first_version()).empty());
  });
  const TemporaryFolder folder;
  const auto nowhere = create(folder.path("no/such/plan.db"), first_version());
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == "S030");
}

TEST_CASE("a new database that cannot be written leaves no file behind") {
  const TemporaryFolder folder;
  std::string code;
  {
    const FileSizeLimit limit(8192);
    const auto store = create(folder.path("plan.db"), phaen::store::plan_versions());
    code = store ? "" : store.error().code;
  }
  CHECK(code == "S037");
  CHECK_FALSE(fs::exists(folder.path("plan.db")));
}

TEST_CASE("a save that cannot be written changes nothing") {
  const TemporaryFolder folder;
  fill(folder.path("plan.db"));
  auto store = phaen::store::open(folder.path("plan.db"), first_version());
  REQUIRE(store);
  Dataset large(phaen::test::small_schema());
  for (int i = 0; i < 5000; ++i)
    phaen::support::add_record(large, "items", {{"code", "A" + std::to_string(i)}, {"name", std::string(200, 'x')}});
  Diagnostics saving, loading;
  {
    const FileSizeLimit limit(100'000);
    save(*store, large, saving);
  }
  CHECK(codes(saving) == std::vector<std::string>{"S037"});
  CHECK(load(*store, phaen::test::small_schema(), loading).records("items").size() == 1);
  CHECK(loading.empty());
}

TEST_CASE("the reason of a failure decides its message") {
  const auto sqlite = [](int result) { return phaen::store::sqlite_failure(result, "reason", "plan.db").code; };
  CHECK(sqlite(SQLITE_FULL) == "S035");
  CHECK(sqlite(SQLITE_BUSY) == "S034");
  CHECK(sqlite(SQLITE_BUSY | (2 << 8)) == "S034");
  CHECK(sqlite(SQLITE_CORRUPT) == "S031");
  CHECK(sqlite(SQLITE_READONLY) == "S037");
  CHECK(sqlite(SQLITE_CANTOPEN) == "S030");
  const auto postgres = [](const char* state) { return phaen::store::postgres_failure(state, "reason", "url").code; };
  CHECK(postgres("53100") == "S035");
  CHECK(postgres("55P03") == "S034");
  CHECK(postgres("40001") == "S034");
  CHECK(postgres("28P01") == "S030");
  CHECK(postgres("08006") == "S030");
  CHECK(postgres("23505") == "S040");
  CHECK(postgres("42P01") == "S039");
  CHECK(postgres("42P07") == "S036");
  CHECK(postgres("42501") == "S037");
}

TEST_CASE("a server that does not answer is named without its password") {
  const auto store =
      phaen::store::open("postgresql://officer:secret@127.0.0.1:1/plans?connect_timeout=2", first_version());
  REQUIRE_FALSE(store);
  CHECK(store.error().code == "S030");
  CHECK(store.error().where.file == "postgresql://officer:***@127.0.0.1:1/plans?connect_timeout=2");
  CHECK(store.error().message.en.find("secret") == std::string::npos);
}

TEST_CASE("a URL becomes a connect string that SOCI leaves whole") {
  const auto text =
      phaen::store::postgres_connect_string("postgresql://u:a%20b%27c%5C@h:5433/d?options=-csearch_path%3Dx");
  REQUIRE(text);
  CHECK(text->find("password='a b\\'c\\\\' ") != std::string::npos);
  CHECK(text->find("host='h' ") != std::string::npos);
  CHECK(text->find("port='5433' ") != std::string::npos);
  CHECK(text->find("options='-csearch_path=x' ") != std::string::npos);
  CHECK(text->rfind(" client_encoding=UTF8") == text->size() - 21);
  const auto wrong = phaen::store::postgres_connect_string("postgresql://h/d?no_such_option=1");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().code == "S030");
}

TEST_CASE("passwords are hidden wherever a URL holds them") {
  CHECK(without_password("postgresql://u:p@host/db") == "postgresql://u:***@host/db");
  CHECK(without_password("postgresql://u:p%40q@host:5432/db?a=b") == "postgresql://u:***@host:5432/db?a=b");
  CHECK(without_password("postgres://host/db?user=u&password=p&x=y") == "postgres://host/db?user=u&password=***&x=y");
  CHECK(without_password("postgresql://u@host:5432/db") == "postgresql://u@host:5432/db");
  CHECK(without_password("plans/u:p@host.db") == "plans/u:p@host.db");
}
