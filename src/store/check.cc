// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check.h"

#include <algorithm>
#include <unordered_map>

#include "store/diagnostics.h"
#include "thai/calendar.h"

namespace phaen::store {
namespace {

using base::Field;
using base::FieldType;
using base::Value;

// The records of one table by key; the first of those that share a key.
struct KeyIndex {
  std::unordered_map<std::string, std::size_t> records;  // looked up only, never walked
  bool complete = true;  // false when a key could not be read: then a reference may mean that record
};

class Checker {
 public:
  Checker(const base::Dataset& dataset, const Locate& locate, base::Diagnostics& diagnostics)
      : dataset_(dataset), locate_(locate), diagnostics_(diagnostics) {}

  void run() {
    for (std::size_t t = 0; t < dataset_.tables.size(); ++t) keys_.push_back(index_keys(t));
    for (std::size_t t = 0; t < dataset_.tables.size(); ++t) check_table(t);
  }

 private:
  const base::Table& table(std::size_t t) const { return dataset_.schema->tables[t]; }

  KeyIndex index_keys(std::size_t t) {
    KeyIndex index;
    const base::KeyFields key_fields(table(t));
    const std::size_t first_key = table(t).find_field(table(t).key.front()).value();
    for (std::size_t r = 0; r < dataset_.tables[t].size(); ++r) {
      const base::Record& record = dataset_.tables[t][r];
      if (key_fields.any_missing(record)) {
        index.complete = false;
        continue;
      }
      std::string key = key_fields.text(record);
      const auto [at, is_new] = index.records.try_emplace(key, r);
      if (is_new) continue;
      const auto first = locate_(t, at->second, first_key), here = locate_(t, r, first_key);
      if (first && here) diagnostics_.add(diagnostics::duplicate_key(table(t), key, *first, *here));
    }
    return index;
  }

  void check_table(std::size_t t) {
    for (std::size_t f = 0; f < table(t).fields.size(); ++f) {
      const Field& field = table(t).fields[f];
      std::optional<std::size_t> target;
      if (field.type == FieldType::Reference) target = dataset_.schema->find_table(field.target);
      for (std::size_t r = 0; r < dataset_.tables[t].size(); ++r) {
        const Value& value = dataset_.tables[t][r].values.at(f);
        if (base::is_missing(value) && !field.required) continue;
        const auto place = [&] { return locate_(t, r, f); };
        check_value(field, value, place);
        if (target) check_reference(field, value, *target, place);
      }
    }
  }

  template <typename Place>
  void check_value(const Field& field, const Value& value, const Place& place) {
    if (base::is_missing(value)) {
      report(place, [&](auto where) { return diagnostics::required_missing(field, where); });
      return;
    }
    if (!has_type(field.type, value)) {
      report(place, [&](auto where) {
        return diagnostics::bad_value(base::canonical_text(value), {"ค่าตามชนิดของช่อง", "a value of the field's type"},
                                      {}, where);
      });
      return;
    }
    if (field.type == FieldType::Year) check_year(value, place);
    if (const auto* text = std::get_if<std::string>(&value)) check_text(field, *text, place);
    if (const auto* quantity = std::get_if<base::Quantity>(&value)) check_text(field, quantity->text(), place);
  }

  template <typename Place>
  void check_year(const Value& value, const Place& place) {
    const std::int64_t year = std::get<std::int64_t>(value);
    if (year >= thai::kFirstYear && year <= thai::kLastYear) return;
    report(place, [&](auto where) {
      return diagnostics::bad_value(base::canonical_text(value),
                                    {"ปี พ.ศ. ระหว่าง 2400 ถึง 2700", "a Buddhist-era year between 2400 and 2700"},
                                    {"เขียนเช่น 2566", "write it like `2566`"}, where);
    });
  }

  template <typename Place>
  void check_text(const Field& field, const std::string& text, const Place& place) {
    if (text.empty() && field.type != FieldType::Quantity)
      report(place, [&](auto where) { return diagnostics::required_missing(field, where); });
    const auto is_control = [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '\x7F';
    };
    const auto control = std::find_if(text.begin(), text.end(), is_control);
    if (control != text.end())
      report(place,
             [&](auto where) { return diagnostics::control_character(static_cast<unsigned char>(*control), where); });
    const bool many_lines = field.type == FieldType::Quantity || (field.type == FieldType::Text && field.multiline);
    if (!many_lines && text.find('\n') != std::string::npos)
      report(place, [&](auto where) { return diagnostics::line_break(field, where); });
    const auto same = [&](const base::Choice& choice) { return choice.value == text; };
    if (field.type == FieldType::Choice && std::none_of(field.choices.begin(), field.choices.end(), same))
      report(place, [&](auto where) { return diagnostics::unknown_choice(field, text, where); });
  }

  template <typename Place>
  void check_reference(const Field& field, const Value& value, std::size_t target, const Place& place) {
    const auto* key = std::get_if<std::string>(&value);
    if (key == nullptr || !keys_[target].complete || keys_[target].records.count(*key) > 0) return;
    report(place,
           [&](auto where) { return diagnostics::dangling_reference(field, *key, nearest_key(target, *key), where); });
  }

  // The nearest key among the target's. Candidates of another length by more than two bytes are not worth comparing.
  std::string nearest_key(std::size_t target, const std::string& key) const {
    std::vector<std::string> candidates;
    const base::KeyFields key_fields(table(target));
    for (const base::Record& record : dataset_.tables[target]) {
      std::string candidate = key_fields.text(record);
      const std::size_t longer = std::max(candidate.size(), key.size()),
                        shorter = std::min(candidate.size(), key.size());
      if (longer - shorter <= 2) candidates.push_back(std::move(candidate));
      if (candidates.size() >= kMostCandidates) break;
    }
    return base::did_you_mean(key, candidates);
  }

  template <typename Place, typename Make>
  void report(const Place& place, const Make& make) {
    if (const auto where = place()) diagnostics_.add(make(*where));
  }

  static bool has_type(FieldType type, const Value& value) {
    switch (type) {
      case FieldType::Text:
      case FieldType::Code:
      case FieldType::Choice:
      case FieldType::Reference: return std::holds_alternative<std::string>(value);
      case FieldType::Integer:
      case FieldType::Year: return std::holds_alternative<std::int64_t>(value);
      case FieldType::Decimal: return std::holds_alternative<base::Decimal>(value);
      case FieldType::Money: return std::holds_alternative<base::Money>(value);
      case FieldType::Date: return std::holds_alternative<base::Date>(value);
      case FieldType::Boolean: return std::holds_alternative<bool>(value);
      case FieldType::Quantity: return std::holds_alternative<base::Quantity>(value);
    }
    return false;
  }

  static constexpr std::size_t kMostCandidates = 2000;  // keeps a file full of bad references linear
  const base::Dataset& dataset_;
  const Locate& locate_;
  base::Diagnostics& diagnostics_;
  std::vector<KeyIndex> keys_;
};

}  // namespace

void check_dataset(const base::Dataset& dataset, const Locate& locate, base::Diagnostics& diagnostics) {
  Checker(dataset, locate, diagnostics).run();
}

Locate locate_by_record(const base::Dataset& dataset, std::string location) {
  return [&dataset, location = std::move(location)](std::size_t t, std::size_t r, std::size_t f) {
    const base::Table& table = dataset.schema->tables.at(t);
    const base::Record& record = dataset.tables.at(t).at(r);
    base::Position where;
    where.file = location;
    where.table = table.name;
    where.record = base::key_text(table, record);
    where.name = base::display_name(table, record);
    where.field = table.fields.at(f).name;
    return std::optional(where);
  };
}

}  // namespace phaen::store
