// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {
namespace {

using base::FieldType;
using base::Value;

// Types whose values compare with each other.
enum class Family : std::uint8_t { Words, Numbers, Money, Dates, YesNo, Quantities };

Family family_of(FieldType type) {
  switch (type) {
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Choice:
    case FieldType::Reference: return Family::Words;
    case FieldType::Integer:
    case FieldType::Year:
    case FieldType::Decimal: return Family::Numbers;
    case FieldType::Money: return Family::Money;
    case FieldType::Date: return Family::Dates;
    case FieldType::Boolean: return Family::YesNo;
    case FieldType::Quantity: return Family::Quantities;
  }
  return Family::Words;
}

base::Bilingual expected_for(const ValueType& type) {
  switch (type.type) {
    case FieldType::Integer: return {"จำนวนเต็ม", "a whole number"};
    case FieldType::Year: return {"ปี พ.ศ. เช่น 2566", "a year such as 2566"};
    case FieldType::Decimal: return {"ตัวเลข", "a number"};
    case FieldType::Money: return {"จำนวนเงินเป็นบาท", "an amount in baht"};
    case FieldType::Date: return {"วันที่ เช่น 2022-09-30", "a date such as 2022-09-30"};
    case FieldType::Boolean: return {"true หรือ false", "true or false"};
    case FieldType::Choice: {
      std::string values;
      for (const base::Choice& choice : type.field->choices) values += (values.empty() ? "" : ", ") + choice.value;
      return {"ค่าใดค่าหนึ่งใน " + values, "one of " + values};
    }
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Reference:
    case FieldType::Quantity: return {"ข้อความ", "text"};
  }
  return {};
}

std::optional<Value> number_value(const std::string& text, FieldType type) {
  const auto decimal = base::Decimal::parse(text);
  if (!decimal) return {};
  if (type == FieldType::Decimal) return Value(*decimal);
  const auto whole = decimal->rescaled(type == FieldType::Money ? 2 : 0);
  if (!whole || *whole != *decimal) return {};
  if (type == FieldType::Money) return Value(base::Money{whole->units()});
  return Value(whole->units());
}

std::optional<Value> literal_value(const std::string& text, const ValueType& type) {
  switch (type.type) {
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Reference: return Value(text);
    case FieldType::Choice:
      if (type.field != nullptr && std::none_of(type.field->choices.begin(), type.field->choices.end(),
                                                [&](const base::Choice& choice) { return choice.value == text; }))
        return {};
      return Value(text);
    case FieldType::Integer:
    case FieldType::Year:
    case FieldType::Decimal:
    case FieldType::Money: return number_value(text, type.type);
    case FieldType::Date: {
      const auto date = base::Date::parse_iso(text);
      return date ? std::optional<Value>(*date) : std::nullopt;
    }
    case FieldType::Boolean:
      if (text != "true" && text != "false") return {};
      return Value(text == "true");
    case FieldType::Quantity: {
      const auto quantity = base::Quantity::parse(text);
      return quantity ? std::optional<Value>(*quantity) : std::nullopt;
    }
  }
  return {};
}

}  // namespace

std::string_view name_of(FieldType type) {
  switch (type) {
    case FieldType::Text: return "text";
    case FieldType::Code: return "code";
    case FieldType::Integer: return "integer";
    case FieldType::Decimal: return "decimal";
    case FieldType::Money: return "money";
    case FieldType::Date: return "date";
    case FieldType::Year: return "year";
    case FieldType::Boolean: return "boolean";
    case FieldType::Choice: return "choice";
    case FieldType::Reference: return "reference";
    case FieldType::Quantity: return "quantity";
  }
  return {};
}

std::optional<Condition> Checker::condition(const PlacedText& text) {
  const auto parsed = parse_condition(text.text);
  if (!parsed) {
    syntax(parsed.error(), text);
    return {};
  }
  Condition condition;
  for (const ClauseText& written : *parsed)
    if (auto made = clause(written, text)) condition.push_back(std::move(*made));
  return condition;
}

std::optional<Clause> Checker::clause(const ClauseText& written, const PlacedText& text) {
  Clause made{written.test, {}, {}};
  if (written.test == Test::Some || written.test == Test::None) {
    auto path = records(written.path, text);
    if (!path) return {};
    made.path = std::move(*path);
    return made;
  }
  auto path = single(written.path, text);
  if (!path) return {};
  made.path = std::move(*path);
  for (const OperandText& word : written.operands)
    if (auto made_operand = operand(word, made.path, text)) made.operands.push_back(std::move(*made_operand));
  if (made.operands.size() != written.operands.size()) return {};
  return made;
}

std::optional<Operand> Checker::operand(const OperandText& word, const Path& left, const PlacedText& text) {
  const bool choice = left.end != Path::End::Record && left.type.type == FieldType::Choice;
  const bool is_choice = choice && literal_value(word.text, left.type).has_value();
  if (word.path && !is_choice && find_binding(word.path->steps.front().name) != nullptr) {
    auto right = single(*word.path, text);
    if (!right) return {};
    if (comparable(left, *right)) return Operand(std::move(*right));
    found_.add(diagnostics::not_comparable(left.text, right->text, at(text, word.offset)));
    return {};
  }
  const ValueType key{FieldType::Code, nullptr};  // a record compares with the text of its key
  auto value = literal(word, left.end == Path::End::Record ? key : left.type, left.text, text);
  if (!value) return {};
  return Operand(std::move(*value));
}

std::optional<Value> Checker::literal(const OperandText& word, const ValueType& type, const std::string& left,
                                      const PlacedText& text) {
  auto value = literal_value(word.text, type);
  if (value) return value;
  base::Diagnostic mismatch = diagnostics::literal_mismatch(word.text, left, expected_for(type), at(text, word.offset));
  if (type.type == FieldType::Choice) {
    std::vector<std::string> values;
    for (const base::Choice& choice : type.field->choices) values.push_back(choice.value);
    const std::string near = base::did_you_mean(word.text, values);
    if (!near.empty()) mismatch.hint = {"หมายถึง \"" + near + "\" หรือไม่", "did you mean `" + near + "`?"};
  }
  found_.add(std::move(mismatch));
  return {};
}

bool Checker::comparable(const Path& left, const Path& right) const {
  const bool left_record = left.end == Path::End::Record, right_record = right.end == Path::End::Record;
  if (left_record && right_record) return left.table == right.table;
  if (left_record) return family_of(right.type.type) == Family::Words;
  if (right_record) return family_of(left.type.type) == Family::Words;
  return family_of(left.type.type) == family_of(right.type.type);
}

std::vector<SortKey> Checker::sort_keys(const PlacedText& text) {
  const auto parsed = parse_sort(text.text);
  if (!parsed) {
    syntax(parsed.error(), text);
    return {};
  }
  std::vector<SortKey> keys;
  for (const SortText& written : *parsed)
    if (auto path = value(written.path, text)) keys.push_back({std::move(*path), written.descending});
  return keys;
}

}  // namespace phaen::templates
