// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/diagnostics.h"

namespace phaen::store {
namespace {

// SOCI appends what it was doing; the first line is what the database said.
std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// A value of a libpq connect string: in apostrophes, backslashes before those and before itself.
std::string quoted_value(const char* value) {
  std::string quoted = "'";
  for (; *value != '\0'; ++value) {
    if (*value == '\'' || *value == '\\') quoted += '\\';
    quoted += *value;
  }
  return quoted + "'";
}

}  // namespace

base::Result<std::string> postgres_connect_string(const std::string& url) {
  char* message = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(url.c_str(), &message));
  if (!options) {
    const std::string reason = message == nullptr ? "out of memory" : first_line(message);
    PQfreemem(message);
    return base::Failure(diagnostics::cannot_open(without_password(url), reason));
  }
  std::string text;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
    if (option->val != nullptr && std::string_view(option->keyword) != "client_encoding")
      text += std::string(option->keyword) + "=" + quoted_value(option->val) + " ";
  return text + "client_encoding=UTF8";
}

std::string sqlite_connect_string(const std::string& path) {
  return path.find('=') == std::string::npos ? path : "db=\"" + path + "\"";
}

void execute(soci::session& session, const std::string& sql) {
  soci::statement statement(session);
  statement.alloc();
  statement.prepare(sql, soci::details::st_one_time_query);
  statement.define_and_bind();
  statement.execute(true);
}

int read_number(soci::session& session, const std::string& sql) {
  long long number = 0;
  soci::indicator indicator = soci::i_null;
  soci::statement statement(session);
  statement.alloc();
  statement.prepare(sql, soci::details::st_one_time_query);
  statement.exchange(soci::into(number, indicator));
  statement.define_and_bind();
  statement.execute(true);
  return static_cast<int>(number);
}

base::Diagnostic sqlite_failure(int result, const std::string& reason, const std::string& location) {
  switch (result & 0xFF) {  // the low byte of an extended code is the primary one
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return diagnostics::locked(location, reason);
    case SQLITE_FULL: return diagnostics::disk_full(location, reason);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return diagnostics::not_a_database(location, reason);
    case SQLITE_CANTOPEN: return diagnostics::cannot_open(location, reason);
    case SQLITE_CONSTRAINT: return diagnostics::constraint_violated(location, reason);
    case SQLITE_ERROR: return diagnostics::schema_differs(location, reason);  // no such table, no such column
    default: return diagnostics::database_failed(location, reason);
  }
}

base::Diagnostic postgres_failure(const std::string& state, const std::string& reason, const std::string& location) {
  const std::string group = state.substr(0, 2);
  if (state == "55P03" || state == "40P01" || group == "40") return diagnostics::locked(location, reason);
  if (state == "53100") return diagnostics::disk_full(location, reason);
  if (group == "08" || group == "28" || group == "3D" || state == "57P03")
    return diagnostics::cannot_open(location, reason);
  if (state == "42P07") return diagnostics::already_exists(location);
  if (group == "23") return diagnostics::constraint_violated(location, reason);
  if (state == "42P01" || state == "42703") return diagnostics::schema_differs(location, reason);
  return diagnostics::database_failed(location, reason);
}

base::Diagnostic failure_of(const soci::soci_error& error, const std::string& location) {
  const std::string reason = first_line(error.get_error_message());
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
    return sqlite_failure(sqlite->result(), reason, location);
  if (const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&error))
    return postgres_failure(postgres->sqlstate(), reason, location);
  return diagnostics::database_failed(location, reason);
}

}  // namespace phaen::store
