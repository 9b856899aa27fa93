// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "template/attribute_values.h"
#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {

std::optional<doc::StyleId> Checker::style(const Attribute* attribute) {
  if (attribute == nullptr) return {};
  const auto id = program_.styles.find(attribute->value.text);
  if (!id) {
    std::vector<std::string> names;
    for (const doc::ParagraphStyle& known : program_.styles.styles) names.push_back(known.name);
    found_.add(diagnostics::unknown_style(attribute->value.text, names, at(attribute->value, 0)));
  }
  return id;
}

ValueStyle Checker::value_style(const Element& element) {
  ValueStyle made;
  if (const Attribute* nil = element.find("nil"))
    made.nil = nil->value.text == "blank" ? thai::NilStyle::Blank
               : nil->value.text == "-"   ? thai::NilStyle::Hyphen
                                          : thai::NilStyle::Dash;
  if (const Attribute* zero = element.find("zero"))
    made.zero = zero->value.text == "nil" ? thai::ZeroStyle::Nil : thai::ZeroStyle::Figure;
  if (const Attribute* negative = element.find("negative"))
    made.negative = negative->value.text == "minus" ? thai::NegativeStyle::Minus : thai::NegativeStyle::Brackets;
  return made;
}

doc::Emphasis Checker::emphasis(const Element& element) {
  doc::Emphasis made;
  made.bold = flag(element, "bold", false);
  made.italic = flag(element, "italic", false);
  made.underline = flag(element, "underline", false);
  made.superscript = flag(element, "superscript", false);
  if (const Attribute* colour = element.find("colour")) made.colour = parse_colour(colour->value.text);
  return made;
}

bool Checker::flag(const Element& element, std::string_view name, bool standard) {
  const Attribute* attribute = element.find(name);
  return attribute == nullptr ? standard : attribute->value.text == "yes";
}

std::string Checker::word(const Element& element, std::string_view name, std::string_view standard) {
  const Attribute* attribute = element.find(name);
  return attribute == nullptr ? std::string(standard) : attribute->value.text;
}

int Checker::number(const Element& element, std::string_view name, int standard) {
  const Attribute* attribute = element.find(name);
  return attribute == nullptr ? standard : parse_integer(attribute->value.text).value_or(standard);
}

base::Length Checker::length(const Element& element, std::string_view name, base::Length standard) {
  const Attribute* attribute = element.find(name);
  return attribute == nullptr ? standard : parse_length(attribute->value.text).value_or(standard);
}

std::optional<KeyRange> Checker::key_range(const Attribute* attribute) {
  if (attribute == nullptr) return {};
  const auto keys = parse_keys(attribute->value.text);
  if (!keys) {
    syntax(keys.error(), attribute->value);
    return {};
  }
  for (const KeyRange& range : *keys) check_keys(range, *attribute);
  return keys->front();
}

void Checker::check_keys(const KeyRange& range, const Attribute& attribute) {
  for (const std::string* key : {&range.first, &range.last}) {
    if (std::find(columns_.begin(), columns_.end(), *key) == columns_.end())
      found_.add(diagnostics::unknown_column(*key, columns_, at(attribute.value, range.offset)));
    if (range.first == range.last) break;
  }
}

// Reports when more than one of the attributes is given.
void Checker::exclude(const Element& element, const std::vector<std::string>& names) {
  std::vector<std::string> given;
  for (const std::string& name : names)
    if (element.find(name) != nullptr) given.push_back(name);
  if (given.size() > 1)
    found_.add(diagnostics::attributes_conflict(given, parsed_.position(element.find(given[1])->place)));
}

}  // namespace phaen::templates
