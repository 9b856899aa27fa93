// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/record.h"

#include <algorithm>

#include "base/format.h"

namespace phaen::base {
namespace {

std::optional<Quantity> parse_pair(std::string_view text, std::string_view separator, Quantity::Kind kind) {
  const auto at = text.find(separator);
  if (at == std::string_view::npos) return {};
  const auto first = Decimal::parse(text.substr(0, at));
  const auto second = Decimal::parse(text.substr(at + separator.size()));
  if (!first || !second) return {};
  return Quantity{kind, *first, *second, {}};
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

std::optional<Quantity> Quantity::parse(std::string_view text) {
  if (text.empty()) return {};
  if (const auto number = Decimal::parse(text)) return Quantity{Kind::Number, *number, {}, {}};
  if (auto ratio = parse_pair(text, ":", Kind::Ratio)) return ratio;
  if (auto range = parse_pair(text, "..", Kind::Range)) return range;
  return Quantity{Kind::Text, {}, {}, std::string(text)};
}

std::string Quantity::to_string() const {
  switch (kind) {
    case Kind::Number: return first.to_string();
    case Kind::Ratio: return first.to_string() + ":" + second.to_string();
    case Kind::Range: return first.to_string() + ".." + second.to_string();
    case Kind::Text: return text;
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

std::string key_text(const Table& table, const Record& record) {
  std::string text;
  for (const std::string& name : table.key) {
    const auto field = table.find_field(name);
    if (!text.empty()) text += '/';
    if (field) text += canonical_text(record.values.at(*field));
  }
  return text;
}

std::string canonical_text(const Value& value) { return std::visit(CanonicalText{}, value); }

std::string display_name(const Table& table, const Record& record) {
  for (const char* name : {"name", "title"})
    if (const auto field = table.find_field(name)) return canonical_text(record.values.at(*field));
  return {};
}

std::string dump(const Dataset& dataset) {
  std::string text;
  for (std::size_t t = 0; t < dataset.tables.size(); ++t) {
    const Table& table = dataset.schema->tables[t];
    if (dataset.tables[t].empty()) continue;
    text += format("table {} ({} records)\n", table.name, dataset.tables[t].size());
    for (const Record& record : dataset.tables[t]) {
      text += format("  record {}\n", key_text(table, record));
      for (std::size_t f = 0; f < table.fields.size(); ++f)
        if (!is_missing(record.values[f]))
          text += format("    {} = {}\n", table.fields[f].name, canonical_text(record.values[f]));
    }
  }
  return text;
}

}  // namespace phaen::base
