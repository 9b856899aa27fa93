// SPDX-License-Identifier: GPL-3.0-or-later
// A plan database: an SQLite file, or a schema of a PostgreSQL server. The file is the document; the same tables stand
// on both. Loading reads one consistent state; saving replaces everything in one transaction, or nothing.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/record.h"
#include "base/result.h"

namespace phaen::store {

/// The SQLite application_id of a plan database: `phae` in ASCII, at offset 68 of the file.
inline constexpr int kApplicationId = 0x70686165;

/// One step of the schema: statements that take a database from `to_version - 1` to `to_version`, all in one
/// transaction.
struct Migration {
  int to_version = 0;
  std::vector<std::string> statements;
};

/// The tables as they are now, and how databases of older programs get there.
struct Versions {
  std::shared_ptr<const base::Schema> schema;
  int current = 1;
  std::vector<Migration> migrations;  ///< ascending, one for each version from 2 to `current`
};

/// The plan schema of this program.
Versions plan_versions();

struct OpenOptions {
  int lock_wait_milliseconds = 5000;  ///< how long to wait for another program that writes
};

/// An open database. Movable; closed by its destructor.
class Store {
 public:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// The location without its password.
  const std::string& location() const;
  Connection& connection() { return *connection_; }

 private:
  std::unique_ptr<Connection> connection_;
};

/// `postgresql://…` or `postgres://…`; anything else is a path.
bool is_server(const std::string& location);
/// The location with the password of a URL replaced by `***`.
std::string without_password(const std::string& location);

/// Opens a plan database and brings it to the current version. Errors: S030-S034, S037, S039, B001.
base::Result<Store> open(const std::string& location, const Versions& versions, const OpenOptions& options = {});
/// Makes an empty plan database. Errors: S030, S034-S037; S036 when the file, or tables of a plan, exist already.
base::Result<Store> create(const std::string& location, const Versions& versions, const OpenOptions& options = {});

/// Everything in the database, in the order it was saved. Adds S034, S037, S038, S039; bad values are left missing. Two
/// threads read a large file when `threads` allows it.
base::Dataset load(Store& store, const std::shared_ptr<const base::Schema>& schema, base::Diagnostics& diagnostics,
                   int threads = 1);
/// Checks the dataset (check.h) and puts it in the place of what the database held. When an error is added (also S034,
/// S035, S037, S039, S040) the database is as it was.
void save(Store& store, const base::Dataset& dataset, base::Diagnostics& diagnostics);

}  // namespace phaen::store
