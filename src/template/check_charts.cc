// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "template/attribute_values.h"
#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {
namespace {

doc::ChartKind kind_of(std::string_view word) {
  for (const doc::ChartKind kind : {doc::ChartKind::Lines, doc::ChartKind::Radar, doc::ChartKind::Bullet,
                                    doc::ChartKind::Gauge, doc::ChartKind::Gantt})
    if (doc::name_of(kind) == word) return kind;
  return doc::ChartKind::Bars;
}

}  // namespace

const Element* Checker::category_of(const Element& chart) {
  const Element* category = nullptr;
  std::size_t count = 0;
  for (const Element& child : chart.children) {
    if (child.name != "category") continue;
    category = &child;
    ++count;
  }
  if (count != 1) found_.add(diagnostics::one_category(count, parsed_.position(chart.place)));
  return category;
}

Node Checker::chart_node(const Element& element) {
  Scope scope(*this);
  ChartNode made;
  made.kind = kind_of(word(element, "kind", "bars"));
  made.stacked = flag(element, "stacked", false);
  made.own_scales = word(element, "scale", "shared") == "own";
  made.labels = flag(element, "labels", true);
  const std::string direction = word(element, "direction", "auto");
  if (direction == "vertical") made.direction = doc::ChartDirection::Vertical;
  if (direction == "horizontal") made.direction = doc::ChartDirection::Horizontal;
  made.format = format(element.find("format"));
  made.width = text(element.find("width"));
  made.height = length(element, "height", {});
  made.alternative = text(element.find("alternative"));
  const bool bars = made.kind == doc::ChartKind::Bars;
  const auto only_for = [&](const char* name, bool fits) {
    const Attribute* attribute = element.find(name);
    if (attribute != nullptr && !fits)
      found_.add(diagnostics::not_of_this_kind({name}, doc::name_of(made.kind), parsed_.position(attribute->place)));
  };
  only_for("stacked", bars);
  only_for("direction", bars);
  only_for("scale", made.kind == doc::ChartKind::Bullet);
  const Element* category = category_of(element);
  if (category == nullptr) return {element.place, std::move(made)};
  auto selected = selection(*category, category->find("in"), category->find("each"));
  if (!selected) return {element.place, std::move(made)};  // its series would only repeat the one error
  made.categories = std::move(*selected);
  made.label = text(category->find("label"));
  made.title = text(category->find("title"));
  const doc::ChartKind outer = std::exchange(chart_, made.kind);
  made.body = nodes(element);
  chart_ = outer;
  return {element.place, std::move(made)};
}

std::optional<Path> Checker::date_path(const Element& element, std::string_view attribute) {
  const Attribute* written = element.find(attribute);
  if (written == nullptr) return {};
  const auto parsed = parse_path(written->value.text);
  if (!parsed) {
    syntax(parsed.error(), written->value);
    return {};
  }
  auto path = value(*parsed, written->value);
  if (path && path->type.type != base::FieldType::Date) {
    found_.add(
        diagnostics::bad_value(attribute, path->text, {"เส้นทางไปยังวันที่", "a path to a date"}, at(written->value, 0)));
    return {};
  }
  return path;
}

Node Checker::series_node(const Element& element) {
  Scope scope(*this);
  SeriesNode made;
  exclude(element, {"from", "sum", "count"});
  made.name = text(element.find("name"));
  const std::string role = word(element, "role", "actual");
  if (role == "target") made.role = doc::SeriesRole::Target;
  if (role == "band") made.role = doc::SeriesRole::Band;
  made.format = format(element.find("format"));
  made.start = date_path(element, "start");
  made.end = date_path(element, "end");
  const bool gantt = chart_ == doc::ChartKind::Gantt;
  std::vector<std::string> strange;
  for (const char* name : {"from", "sum", "count", "role", "format"})
    if (gantt && element.find(name) != nullptr) strange.emplace_back(name);
  for (const char* name : {"start", "end"})
    if (!gantt && element.find(name) != nullptr) strange.emplace_back(name);
  const bool ranges = chart_ == doc::ChartKind::Bullet || chart_ == doc::ChartKind::Gauge;
  if (made.role == doc::SeriesRole::Band && !ranges && !gantt) strange.emplace_back("role=\"band\"");
  if (!strange.empty())
    found_.add(diagnostics::not_of_this_kind(strange, doc::name_of(chart_), parsed_.position(element.place)));
  for (const char* name : {"start", "end"})
    if (gantt && element.find(name) == nullptr)
      found_.add(diagnostics::missing_attribute(name, "series", parsed_.position(element.place)));
  const Attribute* from = element.find("from");
  if (from != nullptr) made.from = selection(element, from, element.find("as"));
  made.aggregate = aggregate(element);
  const bool computed = element.find("sum") != nullptr || element.find("count") != nullptr;
  for (const char* name : {"as", "where", "sort"})
    if (!computed && from == nullptr && element.find(name) != nullptr)
      found_.add(diagnostics::attribute_needs(name, "from / sum / count", parsed_.position(element.find(name)->place)));
  if ((computed || gantt) && !element.children.empty())
    found_.add(diagnostics::misplaced_text(gantt ? "series start/end" : "series sum/count",
                                           parsed_.position(element.children.front().place)));
  if (from == nullptr || made.from) made.body = nodes(element);
  return {element.place, std::move(made)};
}

}  // namespace phaen::templates
