// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, making and migrating a plan database.
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/format.h"
#include "plan/schema.h"
#include "store/connection.h"
#include "store/diagnostics.h"
#include "store/sql_schema.h"

namespace phaen::store {
namespace {

namespace fs = std::filesystem;
using base::Failure;
using base::format;
using base::Result;

constexpr std::string_view kSqliteMagic("SQLite format 3\0", 16);
constexpr const char* kVersionTable = "phaen_schema";
constexpr std::uintmax_t kWorthTwoReaders = 8'000'000;  // bytes: below, opening costs more than it saves

// Says what a path is before SQLite, which takes an empty file for an empty database, sees it.
Result<void> check_file(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) return Failure(diagnostics::cannot_open(path, "ไม่มีแฟ้มนี้ (no such file)"));
  if (fs::is_directory(status)) return Failure(diagnostics::cannot_open(path, "เป็นโฟลเดอร์ (it is a folder)"));
  std::ifstream file(path, std::ios::binary);
  std::string head(kSqliteMagic.size(), '\0');
  if (!file) return Failure(diagnostics::cannot_open(path, "ไม่มีสิทธิ์อ่าน (it may not be read)"));
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (file.gcount() != static_cast<std::streamsize>(head.size()) || head != kSqliteMagic)
    return Failure(diagnostics::not_a_database(path, "ไม่มีหัวแฟ้ม SQLite (no SQLite header)"));
  return {};
}

bool has_version_table(soci::session& session) {
  return read_number(session, format("SELECT count(*) FROM information_schema.tables WHERE table_schema = "
                                     "current_schema() AND table_name = '{}'",
                                     kVersionTable)) > 0;
}

// The schema version of a plan database; nothing when it is none.
std::optional<int> version_of(Store::Connection& connection) {
  soci::session& session = connection.session;
  if (connection.backend == Backend::Postgres) {
    if (!has_version_table(session)) return {};
    return read_number(session, format("SELECT version FROM {}", kVersionTable));
  }
  if (read_number(session, "PRAGMA application_id") != kApplicationId) return {};
  return read_number(session, "PRAGMA user_version");
}

void write_version(Store::Connection& connection, int version) {
  if (connection.backend == Backend::Postgres)
    execute(connection.session, format("UPDATE {} SET version = {}", kVersionTable, version));
  else
    execute(connection.session, format("PRAGMA user_version = {}", version));
}

// Where the file is in WAL mode a writer may commit between the beginnings of two readers.
bool readers_hold_writers_off(soci::session& session) {
  std::string mode;
  soci::statement statement(session);
  statement.alloc();
  statement.prepare("PRAGMA journal_mode");
  statement.exchange(soci::into(mode));
  statement.define_and_bind();
  statement.execute(true);
  return mode == "delete" || mode == "truncate" || mode == "persist";
}

void migrate(Store::Connection& connection, int from, const Versions& versions) {
  for (const Migration& step : versions.migrations) {
    if (step.to_version <= from) continue;
    soci::transaction transaction(connection.session);
    for (const std::string& statement : step.statements) execute(connection.session, statement);
    write_version(connection, step.to_version);
    transaction.commit();
  }
}

void create_tables(Store::Connection& connection, const Versions& versions) {
  soci::transaction transaction(connection.session);
  for (const std::string& statement : create_statements(*versions.schema)) execute(connection.session, statement);
  if (connection.backend == Backend::Postgres) {
    execute(connection.session,
            format("CREATE TABLE {} (only_row BIGINT PRIMARY KEY CHECK (only_row = 1), version BIGINT NOT NULL)",
                   kVersionTable));
    execute(connection.session, format("INSERT INTO {} VALUES (1, {})", kVersionTable, versions.current));
  } else {
    execute(connection.session, format("PRAGMA application_id = {}", kApplicationId));
  }
  write_version(connection, versions.current);
  transaction.commit();
}

// A connection is used by one thread at a time: SQLite need not lock it at every value it hands out, a sixth of the
// time of loading. It takes the setting only before the first connection of the process; later it refuses and changes
// nothing.
void leave_locking_to_us() {
  static const int kAnswer = sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  static_cast<void>(kAnswer);
}

}  // namespace

Result<std::unique_ptr<Store::Connection>> connect(const std::string& location, const OpenOptions& options) {
  auto connection = std::make_unique<Store::Connection>();
  connection->location = without_password(location);
  connection->backend = is_server(location) ? Backend::Postgres : Backend::Sqlite;
  try {
    if (connection->backend == Backend::Postgres) {
      const auto server = postgres_connect_string(location);
      if (!server) return Failure(server.error());
      connection->session.open(soci::postgresql, *server);
      execute(connection->session, "SET client_min_messages = warning");
      // To PostgreSQL 0 means to wait for ever.
      execute(connection->session, format("SET lock_timeout = {}", std::max(1, options.lock_wait_milliseconds)));
    } else {
      leave_locking_to_us();
      connection->session.open(soci::sqlite3, sqlite_connect_string(location));
      execute(connection->session, format("PRAGMA busy_timeout = {}", options.lock_wait_milliseconds));
      execute(connection->session, "PRAGMA foreign_keys = ON");
    }
  } catch (const soci::soci_error& error) {
    return Failure(diagnostics::cannot_open(connection->location, error.get_error_message()));
  }
  return connection;
}

std::unique_ptr<Store::Connection> second_reader(Store::Connection& first) {
  std::error_code error;
  if (first.backend != Backend::Sqlite || fs::file_size(first.location, error) < kWorthTwoReaders || error)
    return nullptr;
  if (!readers_hold_writers_off(first.session)) return nullptr;
  // SQLite takes the lock that holds writers off with the first read.
  read_number(first.session, "SELECT count(*) FROM sqlite_master");
  // A writer that waits for `first` to end lets no other reader begin: do not wait for it.
  auto second = connect(first.location, {.lock_wait_milliseconds = 0});
  if (!second) return nullptr;
  try {
    execute((*second)->session, "BEGIN");
    read_number((*second)->session, "SELECT count(*) FROM sqlite_master");
  } catch (const soci::soci_error&) {
    return nullptr;
  }
  return std::move(*second);
}

Versions plan_versions() { return {plan::plan_schema(), 1, {}}; }

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
const std::string& Store::location() const { return connection_->location; }

bool is_server(const std::string& location) {
  return location.rfind("postgresql://", 0) == 0 || location.rfind("postgres://", 0) == 0;
}

std::string without_password(const std::string& location) {
  if (!is_server(location)) return location;
  const auto start = location.find("://") + 3;
  const auto end = location.find_first_of("/?", start);
  const auto at = location.substr(0, end).rfind('@');
  const auto colon = location.find(':', start);
  std::string shown = location;
  if (at != std::string::npos && colon < at) shown.replace(colon + 1, at - colon - 1, "***");
  if (const auto option = shown.find("password="); option != std::string::npos) {
    const auto value = option + std::string_view("password=").size();
    shown.replace(value, std::min(shown.find('&', value), shown.size()) - value, "***");
  }
  return shown;
}

Result<Store> open(const std::string& location, const Versions& versions, const OpenOptions& options) {
  if (!is_server(location))
    if (auto file = check_file(location); !file) return Failure(file.error());
  auto connection = connect(location, options);
  if (!connection) return Failure(connection.error());
  const std::string& shown = (*connection)->location;
  try {
    const auto version = version_of(**connection);
    if (!version) return Failure(diagnostics::not_a_plan(shown));
    if (*version > versions.current) return Failure(diagnostics::newer_schema(shown, *version, versions.current));
    migrate(**connection, *version, versions);
  } catch (const soci::soci_error& error) {
    return Failure(failure_of(error, shown));
  }
  return Store(std::move(*connection));
}

Result<Store> create(const std::string& location, const Versions& versions, const OpenOptions& options) {
  std::error_code ignored;
  const bool server = is_server(location);
  if (!server && fs::exists(fs::symlink_status(location, ignored)))
    return Failure(diagnostics::already_exists(location));
  auto connection = connect(location, options);
  if (!connection) return Failure(connection.error());
  const std::string shown = (*connection)->location;
  try {
    if (server && has_version_table((*connection)->session)) return Failure(diagnostics::already_exists(shown));
    create_tables(**connection, versions);
  } catch (const soci::soci_error& error) {
    base::Diagnostic failure = failure_of(error, shown);
    connection->reset();
    if (!server) fs::remove(location, ignored);  // the half-made file is ours: it was not there before
    return Failure(std::move(failure));
  }
  return Store(std::move(*connection));
}

}  // namespace phaen::store
