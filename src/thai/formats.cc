// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/formats.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <stdexcept>

namespace phaen::thai {
namespace {

using base::FieldType;
using enum base::FieldType;
using base::Value;

constexpr std::array kFieldTypes = {Text,
                                    Code,
                                    Integer,
                                    FieldType::Decimal,
                                    Money,
                                    FieldType::Date,
                                    Year,
                                    Boolean,
                                    FieldType::Choice,
                                    Reference,
                                    FieldType::Quantity};

// Which type of field a value can stand in.
bool may_hold(FieldType type, const Value& value) {
  switch (type) {
    case Text:
    case Code:
    case FieldType::Choice:
    case Reference: return std::holds_alternative<std::string>(value);
    case Integer:
    case Year: return std::holds_alternative<std::int64_t>(value);
    case FieldType::Decimal: return std::holds_alternative<base::Decimal>(value);
    case Money: return std::holds_alternative<base::Money>(value);
    case FieldType::Date: return std::holds_alternative<base::Date>(value);
    case Boolean: return std::holds_alternative<bool>(value);
    case FieldType::Quantity: return std::holds_alternative<base::Quantity>(value);
  }
  return false;
}

std::string_view default_name(FieldType type) {
  switch (type) {
    case Text:
    case FieldType::Choice: return "text";
    case Code:
    case Reference: return "code";
    case Integer: return "integer";
    case FieldType::Decimal: return "decimal";
    case Money: return "baht";
    case FieldType::Date: return "date-long";
    case Year: return "year";
    case Boolean: return "yes-no";
    case FieldType::Quantity: return "quantity";
  }
  return "text";
}

std::string quoted(std::string_view text) { return text.empty() ? std::string() : '"' + std::string(text) + '"'; }

}  // namespace

std::vector<FieldType> FieldTypes::list() const {
  std::vector<FieldType> types;
  std::copy_if(kFieldTypes.begin(), kFieldTypes.end(), std::back_inserter(types),
               [this](FieldType type) { return contains(type); });
  return types;
}

std::span<const FormatExample> Format::examples() const {
  const auto end = std::find_if(example_slots.begin(), example_slots.end(),
                                [](const FormatExample& example) { return example.input.empty(); });
  return {example_slots.begin(), end};
}

const Format* find_format(std::string_view name) {
  const auto rows = formats();
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const Format& row) { return row.name == name; });
  return at == rows.end() ? nullptr : &*at;
}

const Format& default_format(FieldType type) {
  static const std::map<FieldType, const Format*> kDefaults = [] {
    std::map<FieldType, const Format*> defaults;
    for (const FieldType each : kFieldTypes) defaults.emplace(each, find_format(default_name(each)));
    return defaults;
  }();
  return *kDefaults.at(type);
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& row : formats()) names.emplace_back(row.name);
  return names;
}

bool accepts(const Format& format, const Value& value) {
  if (base::is_missing(value)) return true;
  return std::any_of(kFieldTypes.begin(), kFieldTypes.end(),
                     [&](FieldType type) { return format.accepts.contains(type) && may_hold(type, value); });
}

std::string format_value(const Format& format, const Value& value, const FormatOptions& options) {
  if (base::is_missing(value)) return std::string(nil_text(options.nil));
  if (!accepts(format, value))
    throw std::logic_error("format " + std::string(format.name) + " does not accept `" + base::canonical_text(value) +
                           "`");
  if (options.zero == ZeroStyle::Nil && format.number != nullptr) {
    const auto number = format.number(value);
    if (number && number->is_zero()) return std::string(nil_text(options.nil));
  }
  return format.apply(value, options);
}

CellKind cell_kind(const Format& format, const Value& value) {
  if (base::is_missing(value) || !accepts(format, value)) return CellKind::Text;
  if (format.cell == CellKind::Number && !format.number(value)) return CellKind::Text;
  return format.cell;
}

std::string excel_number_format(const Format& format, const Value& value, const FormatOptions& options) {
  if (cell_kind(format, value) == CellKind::Text) return "@";
  if (format.cell == CellKind::Date) return std::string(format.excel);
  std::string figure(format.excel);
  const int scale = format.keeps_scale ? format.number(value)->scale() : 0;
  if (scale > 0) figure += '.' + std::string(static_cast<std::size_t>(scale), '0');
  const std::string prefix = quoted(format.prefix), suffix = quoted(format.suffix);
  const bool brackets = options.negative == NegativeStyle::Brackets;
  std::string code = prefix + figure + suffix;
  if (!brackets && options.zero == ZeroStyle::Figure && prefix.empty()) return code;
  code += ';' + prefix + (brackets ? '(' + figure + ')' : '-' + figure) + suffix;
  if (options.zero == ZeroStyle::Nil) code += ';' + quoted(nil_text(options.nil));
  return code;
}

}  // namespace phaen::thai
