// SPDX-License-Identifier: GPL-3.0-or-later
// The SOCI session of a store, and the one translation of its exceptions. Private to this folder.
#pragma once

#include <soci/soci.h>

#include <string>

#include "store/store.h"

namespace phaen::store {

enum class Backend { Sqlite, Postgres };

struct Store::Connection {
  Backend backend = Backend::Sqlite;
  std::string location;  ///< without a password
  soci::session session;
};

/// What went wrong, from the error code of the database rather than from its words.
base::Diagnostic failure_of(const soci::soci_error& error, const std::string& location);

/// S034, S035 ... from an SQLite result code and from an SQLSTATE.
base::Diagnostic sqlite_failure(int result, const std::string& reason, const std::string& location);
base::Diagnostic postgres_failure(const std::string& state, const std::string& reason, const std::string& location);

}  // namespace phaen::store
