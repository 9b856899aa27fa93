// SPDX-License-Identifier: GPL-3.0-or-later
// The relational values every stage speaks: fields, tables and records as data. `plan` lists the tables of the plan
// database in these terms, `assess` adds derived tables, `store` makes the SQL and the CSV from them, and `template`
// checks its paths against them without knowing what a plan is.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/diagnostic.h"

namespace phaen::base {

enum class FieldType {
  Text,     ///< prose or a name, UTF-8; may hold line breaks (paragraphs) when the field says `multiline`
  Code,     ///< a stable code people see (`I3-K1`), a URL or an e-mail: digits stay Arabic, never grouped
  Integer,  ///< a whole number, 64 bits
  Decimal,  ///< an exact decimal
  Money,    ///< satang
  Date,     ///< a civil date
  Year,     ///< a Buddhist-era year, 2400-2700
  Boolean,
  Choice,     ///< one of the field's choices
  Reference,  ///< the key of a record of another table
  Quantity,   ///< a tagged KPI value: number, ratio, range or text
};

/// A KPI value (forms.md 2.1): what an office really writes in a base or target cell. The unit stands in a field of its
/// own, because base and targets may differ in unit. Missing is the absence of a Quantity, never a kind of it.
struct Quantity {
  enum class Kind : std::uint8_t { Number, Ratio, Range, Text };
  Kind kind = Kind::Number;
  Decimal first;     ///< Number; left of `1:3,366`; low end of a range
  Decimal second;    ///< right of a ratio; high end of a range
  std::string text;  ///< Text: as written, `10 (เป้าหมายรวม)`
  bool operator==(const Quantity&) const = default;
  /// `9981.97`, `1:3366`, `5..7`; anything else is text, kept as it is. Empty text is missing: nothing.
  static std::optional<Quantity> parse(std::string_view text);
  std::string to_string() const;  ///< the form parse() reads back
};

struct Missing {
  bool operator==(const Missing&) const = default;
};

/// One value of a record. Text, Code, Choice and Reference are strings; Integer and Year are integers.
using Value = std::variant<Missing, std::string, std::int64_t, Decimal, Money, Date, bool, Quantity>;

inline bool is_missing(const Value& value) { return std::holds_alternative<Missing>(value); }

/// Where a fact stands: found in a named source, or invented for tests. Printed wherever a synthetic figure is.
enum class Fact : std::uint8_t { Real, Synthetic };

struct Choice {
  std::string value;  ///< as stored
  std::string label;  ///< Thai, as printed
};

struct Field {
  std::string name;  ///< snake_case English: the column of SQL and CSV, a step of a template path
  FieldType type = FieldType::Text;
  std::string label;  ///< Thai, as headings print it
  std::string unit;   ///< `บาท`, `ตร.กม.`; empty when none
  bool required = false;
  bool multiline = false;
  std::string target;  ///< Reference: the table it names
  /// Reference: what the target's records call the records that name them (`kpis`); empty: no way back. It names one
  /// record, not a list, when this field alone is the key of its table (`project.brief`).
  std::string inverse;
  std::vector<Choice> choices;
  std::string note;  ///< English, for the data dictionary: what it holds, its source or rule
};

struct Table {
  std::string name;              ///< plural snake_case English
  std::string label;             ///< Thai
  std::string note;              ///< English, for the data dictionary
  std::vector<std::string> key;  ///< names of the fields that identify a record, in order
  std::vector<Field> fields;

  std::optional<std::size_t> find_field(std::string_view field) const;
};

/// All tables, in an order where each stands after the tables it refers to (but for references to itself).
struct Schema {
  std::vector<Table> tables;
  std::optional<std::size_t> find_table(std::string_view table) const;
};

struct Record {
  std::vector<Value> values;  ///< one for each field of the table, in order
  bool operator==(const Record&) const = default;
};

/// Indices of one value in a dataset.
struct FieldRef {
  std::uint32_t table = 0, record = 0, field = 0;
  auto operator<=>(const FieldRef&) const = default;
};

/// How a derived value came about: the rule and the values it was computed from.
struct Lineage {
  std::string rule;
  std::vector<FieldRef> inputs;
};

/// Records of all tables of one schema, in the order the user gave them.
struct Dataset {
  std::shared_ptr<const Schema> schema;
  std::vector<std::vector<Record>> tables;  ///< parallel to schema->tables
  std::map<FieldRef, Lineage> lineage;      ///< of the values of derived tables; empty in a plan as loaded

  explicit Dataset(std::shared_ptr<const Schema> of_schema);
  const std::vector<Record>& records(std::string_view table) const;
  bool operator==(const Dataset& other) const { return tables == other.tables; }
};

/// The key of a record as text, its parts joined by `/`: what a Reference holds and what messages print.
std::string key_text(const Table& table, const Record& record);
/// A value in the canonical form of the CSV files: ISO dates, money in baht, no thousands commas, `true`/`false`.
std::string canonical_text(const Value& value);
/// The human name of a record: its `name` or `title` field when it has one.
std::string display_name(const Table& table, const Record& record);

/// `plan` dump: each table, each record, each value on a line of its own.
std::string dump(const Dataset& dataset);

}  // namespace phaen::base
