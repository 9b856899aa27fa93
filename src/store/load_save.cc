// SPDX-License-Identifier: GPL-3.0-or-later
// Records from and into the tables. Values are bound as `long long` and `std::string` through prepared statements: SOCI
// 4.0.3 cuts 64-bit integers to 32 when they are read as soci::row.
#include <algorithm>
#include <atomic>
#include <deque>
#include <future>
#include <numeric>

#include "base/format.h"
#include "base/utf8.h"
#include "store/check.h"
#include "store/connection.h"
#include "store/diagnostics.h"
#include "store/sql_schema.h"

namespace phaen::store {
namespace {

using base::FieldType;
using base::Value;

// One column of a statement: SOCI keeps the addresses, so that a slot never moves.
struct Slot {
  bool is_integer = false;
  long long integer = 0;
  std::string text;
  soci::indicator indicator = soci::i_null;
};

std::optional<Value> integer_value(FieldType type, long long stored) {
  if (type == FieldType::Money) return base::Money{stored};
  if (type != FieldType::Boolean) return static_cast<std::int64_t>(stored);
  if (stored != 0 && stored != 1) return {};
  return stored == 1;
}

std::optional<Value> text_value(FieldType type, const std::string& stored) {
  const auto from = [](const auto& parsed) { return parsed ? std::optional<Value>(*parsed) : std::optional<Value>(); };
  if (type == FieldType::Decimal) return from(base::Decimal::parse(stored));
  if (type == FieldType::Date) return from(base::Date::parse_iso(stored));
  if (type == FieldType::Quantity) return from(base::Quantity::parse(stored));
  return base::utf8::is_writable(stored) ? std::optional<Value>(stored) : std::nullopt;
}

std::string stored_text(const Slot& slot) { return slot.is_integer ? base::format("{}", slot.integer) : slot.text; }

// The values of the row in `slots`; those that are no values of their fields are named in `bad` and left missing.
base::Record read_record(const base::Table& table, std::deque<Slot>& slots, std::vector<std::size_t>& bad) {
  base::Record record;
  const auto present =
      std::count_if(slots.begin(), slots.end(), [](const Slot& s) { return s.indicator != soci::i_null; });
  record.values.resize(slots.size(), static_cast<std::size_t>(present));
  for (std::size_t f = 0; f < slots.size(); ++f) {
    if (slots[f].indicator == soci::i_null) continue;
    const FieldType type = table.fields[f].type;
    auto value = slots[f].is_integer ? integer_value(type, slots[f].integer) : text_value(type, slots[f].text);
    if (value)
      record.values[f] = std::move(*value);
    else
      bad.push_back(f);
  }
  return record;
}

void put_in_order(const std::vector<long long>& positions, std::vector<base::Record>& records) {
  if (std::is_sorted(positions.begin(), positions.end())) return;
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return positions[a] < positions[b]; });
  std::vector<base::Record> sorted;
  sorted.reserve(records.size());
  for (const std::size_t from : order) sorted.push_back(std::move(records[from]));
  records = std::move(sorted);
}

void load_table(Store::Connection& connection, const base::Table& table, std::vector<base::Record>& records,
                base::Diagnostics& diagnostics) {
  std::deque<Slot> slots(table.fields.size());
  long long position = 0;
  std::vector<long long> positions;
  soci::statement statement(connection.session);
  statement.alloc();
  statement.prepare(select_statement(table));
  statement.exchange(soci::into(position));
  for (std::size_t f = 0; f < slots.size(); ++f) {
    slots[f].is_integer = is_stored_as_integer(table.fields[f].type);
    if (slots[f].is_integer)
      statement.exchange(soci::into(slots[f].integer, slots[f].indicator));
    else
      statement.exchange(soci::into(slots[f].text, slots[f].indicator));
  }
  statement.define_and_bind();
  statement.execute();
  std::vector<std::size_t> bad;
  while (statement.fetch()) {
    bad.clear();
    records.push_back(read_record(table, slots, bad));
    positions.push_back(position);
    for (const std::size_t f : bad) {
      base::Position where;
      where.file = connection.location;
      where.table = table.name;
      where.record = base::key_text(table, records.back());
      where.field = table.fields[f].name;
      diagnostics.add(diagnostics::bad_stored_value(table.fields[f], stored_text(slots[f]), std::move(where)));
    }
  }
  put_in_order(positions, records);
}

// The tables of a plan while one or two connections read them; each takes the next one that none has.
class Loading {
 public:
  explicit Loading(const std::shared_ptr<const base::Schema>& schema)
      : dataset_(schema), found_(schema->tables.size()) {}

  void take_tables(Store::Connection& connection) {
    const std::vector<base::Table>& tables = dataset_.schema->tables;
    std::size_t t = next_++;
    try {
      for (; t < tables.size() && !failed_; t = next_++)
        load_table(connection, tables[t], dataset_.tables[t], found_[t]);
    } catch (const soci::soci_error& error) {
      // What ails the file both connections find: once is enough.
      if (!failed_.exchange(true)) found_[t].add(failure_of(error, connection.location));
    }
  }
  /// What was found stands in the order of the tables.
  base::Dataset finish(base::Diagnostics& diagnostics) {
    for (const base::Diagnostics& found : found_) diagnostics.append(found);
    return std::move(dataset_);
  }

 private:
  base::Dataset dataset_;
  std::vector<base::Diagnostics> found_;  ///< by table
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
};

void fill(Slot& slot, const Value& value) {
  slot.indicator = base::is_missing(value) ? soci::i_null : soci::i_ok;
  if (base::is_missing(value)) return;
  if (!slot.is_integer)
    slot.text = base::canonical_text(value);
  else if (const auto* money = std::get_if<base::Money>(&value))
    slot.integer = money->satang;
  else if (const auto* flag = std::get_if<bool>(&value))
    slot.integer = *flag ? 1 : 0;
  else
    slot.integer = std::get<std::int64_t>(value);
}

// An INSERT of a fixed number of records, prepared once.
class Inserter {
 public:
  Inserter(soci::session& session, const base::Table& table, std::size_t rows)
      : rows_(rows), width_(table.fields.size() + 1), slots_(rows * width_), statement_(session) {
    statement_.alloc();
    statement_.prepare(insert_statement(table, rows));
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      Slot& slot = slots_[i];
      const std::size_t column = i % width_;
      slot.is_integer = column == 0 || is_stored_as_integer(table.fields[column - 1].type);
      if (slot.is_integer)
        statement_.exchange(soci::use(slot.integer, slot.indicator));
      else
        statement_.exchange(soci::use(slot.text, slot.indicator));
    }
    statement_.define_and_bind();
  }

  void insert(const std::vector<base::Record>& records, std::size_t first) {
    for (std::size_t row = 0; row < rows_; ++row) {
      Slot& position = slots_[row * width_];
      position.indicator = soci::i_ok;
      const std::size_t place = first + row;
      position.integer = static_cast<long long>(place);
      for (std::size_t column = 1; column < width_; ++column)
        fill(slots_[row * width_ + column], records[first + row].values[column - 1]);
    }
    statement_.execute(true);
  }

 private:
  std::size_t rows_, width_;
  std::deque<Slot> slots_;
  soci::statement statement_;
};

void save_table(soci::session& session, const base::Table& table, const std::vector<base::Record>& records) {
  // Several records a statement save round trips to a server; SQLite and PostgreSQL take at least 32,766 parameters.
  constexpr std::size_t kParameters = 1000;
  const std::size_t batch = std::max<std::size_t>(1, kParameters / (table.fields.size() + 1));
  std::size_t next = 0;
  if (records.size() >= batch) {
    Inserter inserter(session, table, batch);
    for (; next + batch <= records.size(); next += batch) inserter.insert(records, next);
  }
  if (next < records.size()) Inserter(session, table, records.size() - next).insert(records, next);
}

void clear_tables(Store::Connection& connection, const base::Schema& schema) {
  if (connection.backend == Backend::Postgres) {
    std::string names;
    for (const base::Table& table : schema.tables) names += (names.empty() ? "" : ", ") + quoted_name(table.name);
    execute(connection.session, "TRUNCATE " + names);
    return;
  }
  // Those that refer first, so that no record looks for what refers to it in a full table.
  for (auto table = schema.tables.rbegin(); table != schema.tables.rend(); ++table)
    execute(connection.session, "DELETE FROM " + quoted_name(table->name));
}

}  // namespace

base::Dataset load(Store& store, const std::shared_ptr<const base::Schema>& schema, base::Diagnostics& diagnostics,
                   int threads) {
  Loading loading(schema);
  Store::Connection& first = store.connection();
  try {
    soci::transaction transaction(first.session);
    if (first.backend == Backend::Postgres)
      execute(first.session, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    const std::unique_ptr<Store::Connection> second = threads > 1 ? second_reader(first) : nullptr;
    std::future<void> beside;  // of which a fault of the program comes out, as of the own thread
    if (second) beside = std::async(std::launch::async, [&] { loading.take_tables(*second); });
    loading.take_tables(first);
    if (beside.valid()) beside.get();
  } catch (const soci::soci_error& error) {
    diagnostics.add(failure_of(error, store.location()));
  }
  return loading.finish(diagnostics);
}

void save(Store& store, const base::Dataset& dataset, base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  check_dataset(dataset, locate_by_record(dataset, store.location()), found);
  diagnostics.append(found);
  if (found.has_errors()) return;
  Store::Connection& connection = store.connection();
  try {
    soci::transaction transaction(connection.session);
    clear_tables(connection, *dataset.schema);
    for (std::size_t t = 0; t < dataset.tables.size(); ++t)
      save_table(connection.session, dataset.schema->tables[t], dataset.tables[t]);
    transaction.commit();
  } catch (const soci::soci_error& error) {
    diagnostics.add(failure_of(error, store.location()));
  }
}

}  // namespace phaen::store
