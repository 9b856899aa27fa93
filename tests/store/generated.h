// SPDX-License-Identifier: GPL-3.0-or-later
// Datasets made up from a schema and a seed: every table filled, every field type, references that lead somewhere.
#pragma once

#include <cstdint>
#include <random>
#include <set>
#include <string>

#include "base/format.h"
#include "base/record.h"

namespace phaen::test {

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  base::Dataset dataset(const std::shared_ptr<const base::Schema>& schema, std::size_t records_each) {
    base::Dataset made(schema);
    for (std::size_t t = 0; t < schema->tables.size(); ++t) fill(made, t, records_each);
    return made;
  }

 private:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + below(span + 1));
  }

  std::string words() {
    // Commas, quotation marks, things a spreadsheet takes for a formula, marks on two levels, both kinds of digits.
    static constexpr const char* kWords[] = {
        "พัฒนา", "ท่องเที่ยว", "น้ำ, ป่า", "\"ลำปาง\"",           "=รวม",  "-5%",  "+เพิ่ม", "@หน่วยงาน", "ปู่ญี่",
        "2566", "๒๕๖๖",    "a'b",    "</p>{plan.name}<b>&", ":name", "ใด ๆ", "\\N",  "NULL"};
    std::string text;
    for (std::uint64_t i = 0, count = 1 + below(4); i < count; ++i) {
      if (i > 0) text += ' ';
      text += kWords[below(std::size(kWords))];
    }
    return text;
  }

  base::Decimal decimal() {
    const int scale = static_cast<int>(below(base::Decimal::kMaxScale + 1));
    const std::int64_t limits[] = {10, 1000, 1'000'000'000, 999'999'999'999'999'999};
    const std::int64_t limit = limits[below(4)];
    return {between(-limit, limit), scale};
  }

  base::Quantity quantity() {
    switch (below(4)) {
      case 0: return base::Quantity::number(decimal());
      case 1: return base::Quantity::ratio({1, 0}, {between(1, 5000), 0});
      case 2: return base::Quantity::range(decimal(), decimal());
      default: return base::Quantity::words("10 (เป้าหมายรวม), ขั้นที่ " + std::to_string(below(5)));
    }
  }

  base::Value value(const base::Dataset& made, std::size_t t, const base::Field& field) {
    switch (field.type) {
      case base::FieldType::Text: return field.multiline && below(2) == 0 ? words() + "\n" + words() : words();
      case base::FieldType::Code: return base::format("C{}-{}", t, below(1'000'000'000));
      case base::FieldType::Integer: return between(-9'000'000'000'000'000'000, 9'000'000'000'000'000'000);
      case base::FieldType::Decimal: return decimal();
      case base::FieldType::Money: return base::Money{between(-999'999'999'999'999'999, 999'999'999'999'999'999)};
      case base::FieldType::Date: return base::Date::from_days(static_cast<long>(between(-20000, 50000)));
      case base::FieldType::Year: return between(2400, 2700);
      case base::FieldType::Boolean: return below(2) == 0;
      case base::FieldType::Choice: return field.choices[below(field.choices.size())].value;
      case base::FieldType::Quantity: return quantity();
      case base::FieldType::Reference: break;
    }
    const std::size_t target = made.schema->find_table(field.target).value();
    if (made.tables[target].empty()) return base::Missing{};  // the first record of a tree
    return base::key_text(made.schema->tables[target], made.tables[target][below(made.tables[target].size())]);
  }

  void fill(base::Dataset& made, std::size_t t, std::size_t count) {
    const base::Table& table = made.schema->tables[t];
    std::set<std::string> keys;
    // Keys of choices and references may run out before `count` different ones are found.
    for (std::size_t attempt = 0; attempt < count * 3 && made.tables[t].size() < count; ++attempt) {
      base::Record record;
      for (const base::Field& field : table.fields)
        record.values.push_back(!field.required && below(4) == 0 ? base::Value{} : value(made, t, field));
      if (keys.insert(base::key_text(table, record)).second) made.tables[t].push_back(std::move(record));
    }
  }

  std::mt19937_64 random_;
};

}  // namespace phaen::test
