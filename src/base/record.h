// SPDX-License-Identifier: GPL-3.0-or-later
// The relational values every stage speaks: fields, tables and records as data. `plan` lists the tables of the plan
// database in these terms, `assess` adds derived tables, `store` makes the SQL and the CSV from them, and `template`
// checks its paths against them without knowing what a plan is.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// A KPI value (docs/sources.md): what an office really writes in a base or target cell. The unit stands in a field of
/// its own, because base and targets may differ in unit. Missing is the absence of a Quantity, never a kind of it. Most
/// are numbers: what only the other kinds need is kept aside, shared by copies.
class Quantity {
 public:
  enum class Kind : std::uint8_t { Number, Ratio, Range, Text };

  Quantity() = default;  ///< the number 0
  static Quantity number(Decimal value);
  static Quantity ratio(Decimal left, Decimal right);
  static Quantity range(Decimal low, Decimal high);
  static Quantity words(std::string text);

  Kind kind() const { return kind_; }
  const Decimal& first() const { return first_; }                       ///< Number; left of `1:3,366`; low end
  Decimal second() const { return rest_ ? rest_->second : Decimal(); }  ///< right of a ratio; high end of a range
  const std::string& text() const;  ///< Text: as written, `10 (เป้าหมายรวม)`

  bool operator==(const Quantity& other) const;
  /// `9981.97`, `1:3366`, `5..7`; anything else is text, kept as it is. Empty text is missing: nothing.
  static std::optional<Quantity> parse(std::string_view text);
  std::string to_string() const;  ///< the form parse() reads back

 private:
  struct Rest {
    Decimal second;
    std::string text;
  };
  Quantity(Kind kind, Decimal first, std::shared_ptr<const Rest> rest)
      : first_(first), kind_(kind), rest_(std::move(rest)) {}

  [[no_unique_address]] Decimal first_;
  Kind kind_ = Kind::Number;
  std::shared_ptr<const Rest> rest_;
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

/// The values of a record, one for each field of its table, in order. Most fields of most records are missing, and a
/// ministry has millions of records: only the values that are there take room. A table has at most kMostFields fields.
class Values {
 public:
  static constexpr std::size_t kMostFields = 128;

  Values() = default;
  Values(std::initializer_list<Value> values);
  Values(std::vector<Value> values);

  std::size_t size() const { return size_; }
  /// Makes room for `fields` values, the new ones missing, of which `present` are going to be set.
  void resize(std::size_t fields, std::size_t present = 0);
  const Value& operator[](std::size_t field) const;
  const Value& at(std::size_t field) const;  ///< throws std::out_of_range
  /// For setting: takes room for the value. References to other values become invalid.
  Value& operator[](std::size_t field);
  Value& back() { return (*this)[size_ - 1U]; }
  void push_back(Value value);

  bool operator==(const Values& other) const;

 private:
  bool has(std::size_t field) const { return (present_[field / 64] >> (field % 64) & 1U) != 0; }
  std::size_t rank(std::size_t field) const;  ///< how many values are there before it

  std::uint8_t size_ = 0;
  std::array<std::uint64_t, kMostFields / 64> present_{};
  std::vector<Value> values_;  ///< those that are there
};

struct Record {
  Values values;
  bool operator==(const Record&) const = default;
};

/// Indices of one value in a dataset.
struct FieldRef {
  std::uint32_t table = 0, record = 0, field = 0;
  auto operator<=>(const FieldRef&) const = default;
};

/// How a derived value came about: the rule and the values it was computed from.
struct Lineage {
  std::string_view rule;
  std::span<const FieldRef> inputs;
};

/// The lineage of every derived value. Append only.
class LineageTable {
 public:
  /// REQUIRES: the value has no lineage yet.
  void add(const FieldRef& value, std::string_view rule, std::span<const FieldRef> inputs);
  /// Valid until the next add().
  std::optional<Lineage> find(const FieldRef& value) const;

 private:
  struct Entry {
    std::uint32_t rule = 0, first = 0, count = 0;  ///< into rules_ and inputs_
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> entry_of_;  ///< table, field: by record
  std::vector<Entry> entries_;
  std::vector<FieldRef> inputs_;
  std::vector<std::string> rules_;
};

/// Records of all tables of one schema, in the order the user gave them.
struct Dataset {
  std::shared_ptr<const Schema> schema;
  std::vector<std::vector<Record>> tables;  ///< parallel to schema->tables
  LineageTable lineage;                     ///< of the values of derived tables; empty in a plan as loaded

  explicit Dataset(std::shared_ptr<const Schema> of_schema);
  const std::vector<Record>& records(std::string_view table) const;
  bool operator==(const Dataset& other) const { return tables == other.tables; }
};

/// The key of the records of one table, for those who ask for many: its fields are looked up once.
class KeyFields {
 public:
  explicit KeyFields(const Table& table);
  /// As key_text().
  std::string text(const Record& record) const;
  /// Whether a part of the key has no value: such a record cannot be referred to.
  bool any_missing(const Record& record) const;
  /// The key where it is one text, as it stands in the record; else nothing.
  std::optional<std::string_view> one_text(const Record& record) const;

 private:
  std::vector<std::size_t> fields_;
};

/// The key of a record as text, its parts joined by `/`: what a Reference holds and what messages print.
std::string key_text(const Table& table, const Record& record);
/// A value in the canonical form of the CSV files: ISO dates, money in baht, no thousands commas, `true`/`false`.
std::string canonical_text(const Value& value);
/// The human name of a record: its `name` or `title` field when it has one.
std::string display_name(const Table& table, const Record& record);

/// `plan` dump: each table, each record, each value on a line of its own. The second form hands it on in pieces.
std::string dump(const Dataset& dataset);
void dump(const Dataset& dataset, const std::function<void(std::string_view)>& sink);

}  // namespace phaen::base
