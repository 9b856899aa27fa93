// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/attribute_values.h"
#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {

// Binds the variable (and the index) and leaves them bound: the caller's Scope ends them.
std::optional<Selection> Checker::selection(const Element& element, const Attribute* in, const Attribute* variable) {
  if (in == nullptr) return {};
  const auto parsed = parse_collection(in->value.text);
  if (!parsed) {
    syntax(parsed.error(), in->value);
    return {};
  }
  Selection made;
  made.place = element.place;
  ValueType type;
  if (!selection_source(*parsed, in->value, made, type)) return {};
  const std::string name = variable == nullptr ? "" : variable->value.text;
  const PlacedText* where = variable == nullptr ? nullptr : &variable->value;
  if (made.source == Selection::Source::Records)
    made.slot = bind_record(name, made.path.table, where);
  else
    made.slot = bind_value(name, type, where);
  if (made.source == Selection::Source::Distinct) {
    // The tail walks from a record in a slot of its own, which no path names.
    made.tail.slot = bind_record("", made.path.table, nullptr);
  }
  refine(element, made);
  return made;
}

bool Checker::selection_source(const CollectionText& collection, const PlacedText& text, Selection& made,
                               ValueType& type) {
  switch (collection.kind) {
    case CollectionText::Kind::Path: {
      auto path = records(collection.path, text);
      if (!path) return false;
      const bool years = path->end == Path::End::Years;
      made.source = years ? Selection::Source::Years : Selection::Source::Records;
      type = path->type;
      made.path = std::move(*path);
      return true;
    }
    case CollectionText::Kind::Distinct: {
      auto resolved = resolve(collection.path, text);
      if (!resolved || !split(*resolved, collection.path, text, made.path, made.tail)) return false;
      made.source = Selection::Source::Distinct;
      type = made.tail.type;
      return true;
    }
    case CollectionText::Kind::Choices: return choices_source(collection, text, made, type);
    case CollectionText::Kind::Range:
      made.source = Selection::Source::Range;
      made.first = collection.first;
      made.last = collection.last;
      type = {base::FieldType::Integer, nullptr};
      return true;
  }
  return false;
}

bool Checker::choices_source(const CollectionText& collection, const PlacedText& text, Selection& made,
                             ValueType& type) {
  auto resolved = resolve(collection.path, text);
  if (!resolved) return false;
  if (resolved->path.end != Path::End::Field || resolved->path.type.type != base::FieldType::Choice) {
    found_.add(diagnostics::not_a_collection(collection.path.text, {}, at(text, collection.path.offset)));
    return false;
  }
  made.source = Selection::Source::Choices;
  made.field = resolved->path.type.field;
  type = resolved->path.type;
  return true;
}

void Checker::refine(const Element& element, Selection& made) {
  if (const Attribute* index = element.find("index"))
    made.index = bind_value(index->value.text, {base::FieldType::Integer, nullptr}, &index->value);
  if (const Attribute* where = element.find("where"))
    if (auto condition = this->condition(where->value)) made.where = std::move(*condition);
  if (const Attribute* sort = element.find("sort")) made.sort = sort_keys(sort->value);
  if (const Attribute* limit = element.find("limit")) made.limit = parse_integer(limit->value.text);
}

std::optional<Aggregate> Checker::aggregate(const Element& element) {
  const Attribute* sum = element.find("sum");
  const Attribute* count = element.find("count");
  Aggregate made;
  if (count != nullptr) {
    made.counts = true;
    auto selected = selection(element, count, element.find("as"));
    if (!selected) return {};
    made.selection = std::move(*selected);
    return made;
  }
  if (sum == nullptr) return {};
  aggregate_sum(element, *sum, made);
  return made;
}

void Checker::aggregate_sum(const Element& element, const Attribute& sum, Aggregate& made) {
  const auto parsed = parse_path(sum.value.text);
  if (!parsed) return syntax(parsed.error(), sum.value);
  auto resolved = resolve(*parsed, sum.value);
  if (!resolved || !split(*resolved, *parsed, sum.value, made.selection.path, made.field)) return;
  switch (made.field.type.type) {
    case base::FieldType::Money:
    case base::FieldType::Decimal:
    case base::FieldType::Integer:
    case base::FieldType::Quantity: break;
    case base::FieldType::Text:
    case base::FieldType::Code:
    case base::FieldType::Date:
    case base::FieldType::Year:
    case base::FieldType::Boolean:
    case base::FieldType::Choice:
    case base::FieldType::Reference:
      found_.add(diagnostics::format_mismatch("sum", sum.value.text, name_of(made.field.type.type),
                                              "money, decimal, integer, quantity", at(sum.value, 0)));
      return;
  }
  made.selection.place = element.place;
  const Attribute* name = element.find("as");
  made.selection.slot = bind_record(name == nullptr ? "" : name->value.text, made.selection.path.table,
                                    name == nullptr ? nullptr : &name->value);
  made.field.slot = made.selection.slot;
  refine(element, made.selection);
}

}  // namespace phaen::templates
