// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/record.h"

#include <algorithm>

#include "base/format.h"

namespace phaen::base {
namespace {

using Pair = Quantity (*)(Decimal, Decimal);

std::optional<Quantity> parse_pair(std::string_view text, std::string_view separator, Pair made) {
  const auto at = text.find(separator);
  if (at == std::string_view::npos) return {};
  const auto first = Decimal::parse(text.substr(0, at));
  const auto second = Decimal::parse(text.substr(at + separator.size()));
  if (!first || !second) return {};
  return made(*first, *second);
}

struct CanonicalText {
  std::string operator()(const Missing&) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t value) const { return format("{}", value); }
  std::string operator()(const Decimal& value) const { return value.to_string(); }
  std::string operator()(const Money& money) const {
    return money.satang % 100 == 0 ? format("{}", money.satang / 100) : money.to_baht().to_string();
  }
  std::string operator()(const Date& date) const { return date.to_iso(); }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const Quantity& quantity) const { return quantity.to_string(); }
};

}  // namespace

Quantity Quantity::number(Decimal value) { return {Kind::Number, value, nullptr}; }
Quantity Quantity::ratio(Decimal left, Decimal right) {
  return {Kind::Ratio, left, std::make_shared<const Rest>(Rest{right, {}})};
}
Quantity Quantity::range(Decimal low, Decimal high) {
  return {Kind::Range, low, std::make_shared<const Rest>(Rest{high, {}})};
}
Quantity Quantity::words(std::string text) {
  return {Kind::Text, {}, std::make_shared<const Rest>(Rest{{}, std::move(text)})};
}

const std::string& Quantity::text() const {
  static const std::string kNone;
  return rest_ ? rest_->text : kNone;
}

bool Quantity::operator==(const Quantity& other) const {
  return kind_ == other.kind_ && first_ == other.first_ && second() == other.second() && text() == other.text();
}

std::optional<Quantity> Quantity::parse(std::string_view text) {
  if (text.empty()) return {};
  if (const auto number = Decimal::parse(text)) return Quantity::number(*number);
  if (auto pair = parse_pair(text, ":", ratio)) return pair;
  if (auto pair = parse_pair(text, "..", range)) return pair;
  return words(std::string(text));
}

std::string Quantity::to_string() const {
  switch (kind_) {
    case Kind::Number: return first_.to_string();
    case Kind::Ratio: return first_.to_string() + ":" + second().to_string();
    case Kind::Range: return first_.to_string() + ".." + second().to_string();
    case Kind::Text: return std::string(text());
  }
  return {};
}

std::optional<std::size_t> Table::find_field(std::string_view field) const {
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == field; });
  if (at == fields.end()) return {};
  return static_cast<std::size_t>(at - fields.begin());
}

std::optional<std::size_t> Schema::find_table(std::string_view table) const {
  const auto at = std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return t.name == table; });
  if (at == tables.end()) return {};
  return static_cast<std::size_t>(at - tables.begin());
}

Dataset::Dataset(std::shared_ptr<const Schema> of_schema)
    : schema(std::move(of_schema)), tables(schema->tables.size()) {}

const std::vector<Record>& Dataset::records(std::string_view table) const {
  return tables.at(schema->find_table(table).value());
}

KeyFields::KeyFields(const Table& table) {
  for (const std::string& name : table.key)
    if (const auto field = table.find_field(name)) fields_.push_back(*field);
}

std::string KeyFields::text(const Record& record) const {
  std::string text;
  for (const std::size_t field : fields_) {
    if (!text.empty()) text += '/';
    const Value& value = record.values.at(field);
    if (const auto* written = std::get_if<std::string>(&value))
      text += *written;
    else
      text += canonical_text(value);
  }
  return text;
}

bool KeyFields::any_missing(const Record& record) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](std::size_t field) { return is_missing(record.values.at(field)); });
}

std::optional<std::string_view> KeyFields::one_text(const Record& record) const {
  if (fields_.size() != 1) return {};
  const auto* text = std::get_if<std::string>(&record.values.at(fields_[0]));
  return text == nullptr ? std::nullopt : std::optional<std::string_view>(*text);
}

std::string key_text(const Table& table, const Record& record) { return KeyFields(table).text(record); }

std::string canonical_text(const Value& value) { return std::visit(CanonicalText{}, value); }

std::string display_name(const Table& table, const Record& record) {
  for (const char* name : {"name", "title"})
    if (const auto field = table.find_field(name)) return canonical_text(record.values.at(*field));
  return {};
}

std::string dump(const Dataset& dataset) {
  std::string text;
  dump(dataset, [&text](std::string_view piece) { text += piece; });
  return text;
}

void dump(const Dataset& dataset, const std::function<void(std::string_view)>& sink) {
  std::string text;  // of one record
  for (std::size_t t = 0; t < dataset.tables.size(); ++t) {
    const Table& table = dataset.schema->tables[t];
    if (dataset.tables[t].empty()) continue;
    sink(format("table {} ({} records)\n", table.name, dataset.tables[t].size()));
    const KeyFields key(table);
    for (const Record& record : dataset.tables[t]) {
      text = "  record ";
      text += key.text(record);
      text += '\n';
      for (std::size_t f = 0; f < table.fields.size(); ++f) {
        if (is_missing(record.values[f])) continue;
        text.append("    ").append(table.fields[f].name).append(" = ");
        if (const auto* written = std::get_if<std::string>(&record.values[f]))
          text += *written;
        else
          text += canonical_text(record.values[f]);
        text += '\n';
      }
      sink(text);
    }
  }
}

}  // namespace phaen::base
