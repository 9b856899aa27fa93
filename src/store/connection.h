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

/// What SOCI is given to reach the server of a URL. SOCI 4.0.3 takes a connect string to pieces at spaces and puts `=`
/// after a last piece that has none, which spoils a URL. Errors: S030.
base::Result<std::string> postgres_connect_string(const std::string& url);
/// What SOCI is given to open a file: it takes the string to pieces too, but for values in quotation marks.
std::string sqlite_connect_string(const std::string& path);

/// Errors: S030.
base::Result<std::unique_ptr<Store::Connection>> connect(const std::string& location, const OpenOptions& options);
/// A second connection in a transaction that reads the very state `first` reads; null where that is not sure or not
/// worth while. REQUIRES: `first` is in a transaction.
std::unique_ptr<Store::Connection> second_reader(Store::Connection& first);

/// Runs a statement that gives no rows. (Not `session << sql`: its type information is hidden in SOCI's library, and
/// UBSan asks for it.)
void execute(soci::session& session, const std::string& sql);
/// The one number a query gives.
int read_number(soci::session& session, const std::string& sql);

/// What went wrong, from the error code of the database rather than from its words.
base::Diagnostic failure_of(const soci::soci_error& error, const std::string& location);

/// S034, S035 ... from an SQLite result code and from an SQLSTATE.
base::Diagnostic sqlite_failure(int result, const std::string& reason, const std::string& location);
base::Diagnostic postgres_failure(const std::string& state, const std::string& reason, const std::string& location);

}  // namespace phaen::store
