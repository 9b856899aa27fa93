// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/diagnostics.h"

namespace phaen::store {
namespace {

// SOCI appends what it was doing; the first line is what the database said.
std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

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
