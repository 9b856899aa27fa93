// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "template/diagnostics.h"
#include "template/expansion.h"
#include "thai/digits.h"

namespace phaen::templates {
namespace {

bool has_ascii_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
// U+0E50 to U+0E59: E0 B9 90 to E0 B9 99. Third bytes like these are rare in Thai text, first bytes are not.
bool has_thai_digit(std::string_view text) {
  for (std::size_t i = 2; i < text.size(); ++i)
    if (static_cast<unsigned char>(text[i] - '\x90') <= 9 && text[i - 1] == '\xB9' && text[i - 2] == '\xE0')
      return true;
  return false;
}

// The label of a choice, which is what is printed; what is stored is for conditions. Null: the value is none.
const std::string* choice_label(const base::Value& value, const ValueType& type) {
  const auto* text = std::get_if<std::string>(&value);
  if (type.type != base::FieldType::Choice || type.field == nullptr || text == nullptr) return nullptr;
  for (const base::Choice& choice : type.field->choices)
    if (choice.value == *text) return &choice.label;
  return nullptr;
}

std::string apply(const thai::Format& format, const base::Value& value, const thai::FormatOptions& options) {
  if (options.zero == thai::ZeroStyle::Nil && format.number != nullptr) {
    const auto number = format.number(value);
    if (number && number->is_zero()) return std::string(thai::nil_text(options.nil));
  }
  return format.apply(value, options);
}

doc::CellValue cell_value(const base::Value& value, const thai::Format& format) {
  if (format.cell == thai::CellKind::Text) return {};
  if (format.cell == thai::CellKind::Number && (format.number == nullptr || !format.number(value))) return {};
  if (const auto* number = std::get_if<std::int64_t>(&value)) return base::Decimal::integer(*number);
  if (const auto* decimal = std::get_if<base::Decimal>(&value)) return *decimal;
  if (const auto* money = std::get_if<base::Money>(&value)) return *money;
  if (const auto* quantity = std::get_if<base::Quantity>(&value)) return quantity->first();
  // A year or a quarter taken from a date is a number the date is not: such a cell is text.
  const auto* date = std::get_if<base::Date>(&value);
  if (date != nullptr && format.cell == thai::CellKind::Date) return *date;
  return {};
}

// The figure of a field for sums: nothing when missing; a ratio or a text is `false` in the second.
std::pair<doc::CellValue, bool> figure_of(const base::Value& value) {
  if (base::is_missing(value)) return {{}, true};
  if (const auto* money = std::get_if<base::Money>(&value)) return {*money, true};
  if (const auto* decimal = std::get_if<base::Decimal>(&value)) return {*decimal, true};
  if (const auto* number = std::get_if<std::int64_t>(&value)) return {base::Decimal::integer(*number), true};
  const auto* quantity = std::get_if<base::Quantity>(&value);
  if (quantity != nullptr && quantity->kind() == base::Quantity::Kind::Number) return {quantity->first(), true};
  return {{}, false};
}

}  // namespace

// One message for each place: a mistake in a row of a template is one mistake, not one for each record.
void Expansion::report_once(base::Diagnostic diagnostic) {
  const auto key = std::pair(diagnostic.code + diagnostic.where.file,
                             std::pair(static_cast<std::uint32_t>(diagnostic.where.line),
                                       static_cast<std::uint32_t>(diagnostic.where.column)));
  if (reported_.insert(key).second) found_.add(std::move(diagnostic));
}

base::Position Expansion::at(const Text& text, const Place& place) {
  base::Position where = at(place);
  for (const Piece& piece : text) {
    const auto* placeholder = std::get_if<Placeholder>(&piece);
    if (placeholder == nullptr) continue;
    const FoundValue found = evaluator_.value(placeholder->path);
    if (found.record == kNoRecord) continue;
    const base::Table& table = evaluator_.data().schema->tables[found.table];
    where.table = table.name;
    where.record = base::key_text(table, evaluator_.data().tables[found.table][found.record]);
    where.field = table.fields[found.field].name;
    break;
  }
  return where;
}

base::OriginId Expansion::place_origin(const Place& place) {
  return origins_.add_template(program_.source.files[place.file].path, static_cast<int>(place.line));
}

base::OriginId Expansion::template_origin(const Literal& literal) {
  base::OriginId& origin = literal_origins_[literal.id];
  if (origin == base::kNoOrigin) origin = place_origin(literal.place);
  return origin;
}

const std::string& Expansion::digits_of(const Literal& literal) const {
  return digits_ == doc::Digits::Thai ? literal.thai_text : literal.text;
}

std::string Expansion::localised(std::string text) const {
  const bool thai = digits_ == doc::Digits::Thai;
  if (thai ? !has_ascii_digit(text) : !has_thai_digit(text)) return text;
  return thai::localise_digits(text, thai ? thai::Digits::Thai : thai::Digits::Arabic);
}

thai::FormatOptions Expansion::options_for(const ValueStyle& style) const {
  thai::FormatOptions options;
  options.nil = style.nil.value_or(value_style_.nil.value_or(thai::NilStyle::Blank));
  options.zero = style.zero.value_or(value_style_.zero.value_or(thai::ZeroStyle::Figure));
  options.negative = style.negative.value_or(value_style_.negative.value_or(thai::NegativeStyle::Minus));
  return options;
}

const thai::Format& Expansion::format_for(const base::Value& value, const ValueType& type,
                                          const Placeholder* placeholder) const {
  if (placeholder != nullptr && placeholder->format != nullptr) return *placeholder->format;
  if (cell_format_ != nullptr && cell_format_->accepts.contains(type.type) && thai::accepts(*cell_format_, value))
    return *cell_format_;
  return thai::default_format(type.type);
}

Expansion::Printed Expansion::print(const base::Value& value, const ValueType& type, const Placeholder* placeholder) {
  Printed printed;
  const thai::FormatOptions options = options_for({});
  const std::string* label = choice_label(value, type);
  const base::Value labelled = label == nullptr ? base::Value() : base::Value(*label);
  const base::Value& shown = label == nullptr ? value : labelled;
  const thai::Format& format = format_for(shown, type, placeholder);
  const thai::Format* last = &format;
  printed.text = apply(format, shown, options);
  if (placeholder != nullptr)
    for (const thai::Format* next : placeholder->then) {
      printed.text = apply(*next, base::Value(printed.text), options);
      last = next;
    }
  if (last->digits == thai::DigitRule::ByDocument && type.type != base::FieldType::Code)
    printed.text = localised(std::move(printed.text));
  if (last == &format) {
    printed.figure.value = cell_value(shown, format);
    printed.figure.format = format.name;
  }
  return printed;
}

Expansion::Printed Expansion::print(const Placeholder& placeholder) {
  const FoundValue found = evaluator_.value(placeholder.path);
  Printed printed;
  printed.missing = found.missing();
  if (printed.missing) {
    printed.text = std::string(thai::nil_text(options_for({}).nil));
    return printed;
  }
  printed = print(*found.value, placeholder.path.type, &placeholder);
  printed.origin = printed.figure.origin = evaluator_.origin(found);
  return printed;
}

bool Expansion::look_up(const Selection& selection, const Place& place) {
  const std::vector<SlotContent> matches = evaluator_.select(selection);
  if (matches.empty()) return false;
  if (matches.size() > 1 && selection.sort.empty()) {
    const auto name = [&](const SlotContent& match) {
      if (match.record == kNoRecord) return base::canonical_text(match.value);
      const std::size_t table = selection.path.table;
      const base::Dataset& data = evaluator_.data();
      return base::key_text(data.schema->tables[table], data.tables[table][match.record]);
    };
    report_once(diagnostics::several_matches(selection.path.text, name(matches[0]), name(matches[1]), at(place)));
  }
  evaluator_.frame()[selection.slot] = matches.front();
  return true;
}

doc::Derived Expansion::aggregate(const Aggregate& aggregate, const Place& place, base::OriginId& origin) {
  const std::vector<SlotContent> rounds = evaluator_.select(aggregate.selection);
  const std::string_view name = aggregate.counts ? "count" : "sum";
  if (aggregate.counts) {
    origin = origins_.add_derived(name, {});
    return {base::Decimal::integer(static_cast<std::int64_t>(rounds.size()))};
  }
  std::vector<doc::CellValue> figures;
  std::vector<base::OriginId> inputs;
  for (const SlotContent& round : rounds) {
    evaluator_.frame()[aggregate.selection.slot] = round;
    const FoundValue found = evaluator_.value(aggregate.field);
    if (found.missing()) continue;
    auto [figure, is_number] = figure_of(*found.value);
    if (!is_number) {
      report_derivation(doc::DerivationProblem::NotANumber, name, place);
      continue;
    }
    figures.push_back(figure);
    inputs.push_back(evaluator_.origin(found));
  }
  doc::Derived total = doc::derive(doc::Derivation::Sum, figures);
  report_derivation(total.problem, name, place);
  if (!inputs.empty()) origin = origins_.add_derived(name, inputs);
  return total;
}

void Expansion::report_derivation(doc::DerivationProblem problem, std::string_view name, const Place& place) {
  switch (problem) {
    case doc::DerivationProblem::None: break;
    case doc::DerivationProblem::MixedKinds: report_once(diagnostics::mixed_kinds(name, at(place))); break;
    case doc::DerivationProblem::NotANumber: report_once(diagnostics::not_a_number(name, at(place))); break;
    case doc::DerivationProblem::Overflow: report_once(diagnostics::overflow(name, at(place))); break;
  }
}

Expansion::Printed Expansion::print_figure(const doc::CellValue& value, const thai::Format* format,
                                           base::OriginId origin) {
  Printed printed;
  const base::Value shown = doc::plain_value(value);
  printed.missing = base::is_missing(shown);
  if (printed.missing) {
    printed.text = std::string(thai::nil_text(options_for({}).nil));
    // The worksheet's cell is a figure that is not there, not the text that stands for it.
    printed.figure.format = format != nullptr ? format->name : thai::default_format(base::FieldType::Decimal).name;
    return printed;
  }
  if (format == nullptr || !thai::accepts(*format, shown)) {
    const bool money = std::holds_alternative<base::Money>(value);
    format = &thai::default_format(money ? base::FieldType::Money : base::FieldType::Decimal);
  }
  printed.text = apply(*format, shown, options_for({}));
  if (format->digits == thai::DigitRule::ByDocument) printed.text = localised(std::move(printed.text));
  printed.origin = origin;
  printed.figure = {value, format->name, origin};
  if (format->cell == thai::CellKind::Text) printed.figure.value = {};
  return printed;
}

Expansion::Printed Expansion::print_aggregate(const Aggregate& aggregate, const Place& place,
                                              const thai::Format* format) {
  base::OriginId origin = base::kNoOrigin;
  const doc::Derived total = this->aggregate(aggregate, place, origin);
  return print_figure(total.value, format, origin);
}

std::string Expansion::plain(const Text& written) {
  InlineBuilder builder(false);
  text(written, builder, {});
  return doc::plain_text(builder.take_line());
}

std::string Expansion::machine_text(const Text& written) {
  const doc::Digits printed = std::exchange(digits_, doc::Digits::Arabic);
  std::string made = plain(written);
  digits_ = printed;
  return made;
}

}  // namespace phaen::templates
