// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "template/attribute_values.h"
#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {
namespace {

doc::Align align_of(std::string_view word) {
  if (word == "centre") return doc::Align::Centre;
  if (word == "right") return doc::Align::Right;
  if (word == "distributed") return doc::Align::Distributed;
  if (word == "justified") return doc::Align::Justified;
  if (word == "mixed") return doc::Align::Mixed;
  return doc::Align::Left;
}

// Keys of all columns, in spreads, conditions and parts too: rows name them before any data decides how many there are.
void collect_keys(const Element& element, std::vector<std::string>& keys) {
  for (const Element& child : element.children) {
    if (child.name == "column") {
      if (const Attribute* key = child.find("key")) keys.push_back(key->value.text);
    } else if (child.name == "spread" || child.name == "if" || child.name == "else" || child.name == "include" ||
               child.name == "part") {
      collect_keys(child, keys);
    }
  }
}

}  // namespace

Node Checker::table_node(const Element& element) {
  TableNode made;
  const std::vector<std::string> outer = std::move(columns_);
  columns_.clear();
  collect_keys(element, columns_);
  made.head_style = style(element.find("head-style")).value_or(program_.standard.table_head);
  made.cell_style = style(element.find("cell-style")).value_or(program_.standard.table_cell);
  const std::string rules = word(element, "rules", "grid");
  if (rules == "horizontal") made.rules = doc::Rules::Horizontal;
  if (rules == "none") made.rules = doc::Rules::None;
  made.split_rows = flag(element, "split-rows", true);
  made.repeat_header = flag(element, "repeat-header", true);
  made.continuation = flag(element, "continuation", true);
  made.carry = flag(element, "carry", false);
  made.split_columns = flag(element, "split-columns", false);
  made.keys = number(element, "keys", 1);
  if (element.find("keys") != nullptr && !made.split_columns)
    found_.add(diagnostics::attribute_needs("keys", "split-columns", parsed_.position(element.find("keys")->place)));
  made.alternative = text(element.find("alternative"));
  made.style = value_style(element);
  const std::size_t errors = found_.errors();
  made.body = nodes(element);
  columns_ = outer;
  if (found_.errors() == errors) check_rows(element);  // a wrong key or span is said already
  return {element.place, std::move(made)};
}

Node Checker::column_node(const Element& element) {
  ColumnNode made;
  made.key = word(element, "key", "");
  const Attribute* key = element.find("key");
  if (std::count(columns_.begin(), columns_.end(), made.key) > 1 && key != nullptr) {
    found_.add(diagnostics::name_taken(made.key, at(key->value, 0)));
    columns_.erase(std::find(columns_.begin(), columns_.end(), made.key));  // one message for each key too many
  }
  if (const Attribute* width = element.find("width")) made.width = parse_width(width->value.text).value_or(made.width);
  made.align = align_of(word(element, "align", "left"));
  made.header = flag(element, "header", false);
  made.format = format(element.find("format"));
  made.style = value_style(element);
  return {element.place, std::move(made)};
}

Node Checker::row_node(const Element& element, doc::RowKind kind) {
  RowNode made;
  made.kind = kind;
  made.level = number(element, "level", 0);
  if (made.level > 9) {
    const Attribute* level = element.find("level");
    found_.add(diagnostics::bad_value("level", level->value.text, {"ระดับ 0 ถึง 9", "a level from 0 to 9"},
                                      at(level->value, 0)));
  }
  made.style = style(element.find("style"));
  made.keep = flag(element, "keep", false);
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

Node Checker::cell_node(const Element& element) {
  Scope scope(*this);
  CellNode made;
  exclude(element, {"from", "sum", "count", "derive"});
  exclude(element, {"from", "sum", "count", "control"});
  check_flow(element);
  made.column = key_range(element.find("column"));
  made.span = span_width(element.find("span"));
  made.rows = std::max(1, number(element, "rows", 1));
  if (const Attribute* align = element.find("align")) made.align = align_of(align->value.text);
  const std::string vertical = word(element, "valign", "top");
  if (vertical == "middle") made.vertical = doc::VerticalAlign::Middle;
  if (vertical == "bottom") made.vertical = doc::VerticalAlign::Bottom;
  made.style = style(element.find("style"));
  made.format = format(element.find("format"));
  made.depth = number(element, "depth", 0);
  made.value_style = value_style(element);
  if (const Attribute* merge = element.find("merge")) {
    const auto parsed = parse_path(merge->value.text);
    if (parsed)
      made.merge = single(*parsed, merge->value);
    else
      syntax(parsed.error(), merge->value);
  }
  if (const Attribute* from = element.find("from")) made.from = selection(element, from, element.find("as"));
  made.aggregate = aggregate(element);
  made.derive = derive(element);
  made.control = control(element, made.derive);
  const bool selects = element.find("from") != nullptr || element.find("sum") != nullptr ||
                       element.find("count") != nullptr || element.find("control") != nullptr;
  for (const char* name : {"as", "where", "sort"})
    if (!selects && element.find(name) != nullptr)
      found_.add(diagnostics::attribute_needs(name, "from / sum / count / control",
                                              parsed_.position(element.find(name)->place)));
  const bool computed =
      element.find("sum") != nullptr || element.find("count") != nullptr || element.find("derive") != nullptr;
  if (computed && !element.children.empty())
    found_.add(diagnostics::misplaced_text("cell sum/count/derive", parsed_.position(element.children.front().place)));
  // A look-up that failed to resolve leaves its name unbound: its content would only repeat the error.
  if (element.find("from") == nullptr || made.from) made.body = nodes(element);
  return {element.place, std::move(made)};
}

std::optional<Aggregate> Checker::control(const Element& element, const std::optional<Derive>& derive) {
  const Attribute* field = element.find("control");
  if (field == nullptr) return {};
  const bool adds =
      derive && (derive->derivation == doc::Derivation::Sum || derive->derivation == doc::Derivation::Subtotal);
  if (!adds) {
    found_.add(diagnostics::attribute_needs("control", "derive=\"sum\" / derive=\"subtotal\"",
                                            parsed_.position(field->place)));
    return {};
  }
  Aggregate made;
  aggregate_sum(element, *field, made);
  return made;
}

std::optional<SpanWidth> Checker::span_width(const Attribute* attribute) {
  if (attribute == nullptr) return {};
  SpanWidth made;
  const std::string& value = attribute->value.text;
  if (value == "all") {
    made.kind = SpanWidth::Kind::All;
  } else if (const auto count = parse_integer(value)) {
    made.count = std::max(1, *count);
  } else if (auto keys = key_range(attribute)) {
    made.kind = SpanWidth::Kind::Keys;
    made.keys = std::move(*keys);
  }
  return made;
}

std::optional<Derive> Checker::derive(const Element& element) {
  const Attribute* name = element.find("derive");
  const Attribute* of = element.find("of");
  if (name == nullptr) {
    if (of != nullptr) found_.add(diagnostics::attribute_needs("of", "derive", parsed_.position(of->place)));
    return {};
  }
  const doc::DerivationRow* row = doc::find_derivation(name->value.text);
  if (row == nullptr) {
    std::vector<std::string> known;
    for (const doc::DerivationRow& other : doc::derivations()) known.emplace_back(other.name);
    found_.add(diagnostics::unknown_derivation(name->value.text, known, at(name->value, 0)));
    return {};
  }
  Derive made;
  made.derivation = row->derivation;
  if (of != nullptr) {
    auto keys = parse_keys(of->value.text);
    if (!keys) {
      syntax(keys.error(), of->value);
      return {};
    }
    for (const KeyRange& range : *keys) check_keys(range, *of);
    made.of = std::move(*keys);
  }
  // Down a column the rows are the inputs; `of` then names another column, at most one.
  const bool fits = row->down          ? made.of.size() <= 1
                    : row->inputs == 0 ? !made.of.empty()
                                       : made.of.size() == static_cast<std::size_t>(row->inputs);
  if (!fits)
    found_.add(
        diagnostics::derivation_inputs(row->name, row->down ? 1 : row->inputs, made.of.size(), at(name->value, 0)));
  return made;
}

}  // namespace phaen::templates
