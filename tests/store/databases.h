// SPDX-License-Identifier: GPL-3.0-or-later
// The databases a test runs on: always an SQLite file, and a schema of its own on the server of PHAEN_TEST_POSTGRES.
#pragma once

#include <doctest/doctest.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "store/connection.h"
#include "support.h"

namespace phaen::test {

/// The server's URL, or empty: then a visible line says that its cases were not run.
inline std::string server_url() {
  const char* url = std::getenv("PHAEN_TEST_POSTGRES");
  if (url == nullptr || *url == '\0') {
    MESSAGE("PostgreSQL cases NOT RUN: PHAEN_TEST_POSTGRES is not set");
    return {};
  }
  return url;
}

/// A session beside the store's, to do what other programs do.
inline soci::session session_to(const std::string& location) {
  if (store::is_server(location)) return {soci::postgresql, store::postgres_connect_string(location).value()};
  return {soci::sqlite3, store::sqlite_connect_string(location)};
}

/// Calls `test(location)` with a place for a new database, once on each kind of database there is.
template <typename Test>
void on_each_database(const Test& test) {
  {
    CAPTURE("SQLite");
    const TemporaryFolder folder;
    test(folder.path("plan.db"));
  }
  const std::string url = server_url();
  if (url.empty()) return;
  CAPTURE("PostgreSQL");
  soci::session administrator = session_to(url);
  store::execute(administrator, "SET client_min_messages = warning");
  store::execute(administrator, "DROP SCHEMA IF EXISTS phaen_test CASCADE");
  store::execute(administrator, "CREATE SCHEMA phaen_test");
  test(url + "?options=-csearch_path%3Dphaen_test");
  store::execute(administrator, "DROP SCHEMA phaen_test CASCADE");
}

}  // namespace phaen::test
