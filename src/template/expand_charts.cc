// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/chart_builder.h"
#include "template/diagnostics.h"
#include "thai/calendar.h"

namespace phaen::templates {
namespace {

/// The number a figure stands for in the unit its format prints.
std::optional<base::Decimal> drawn_number(const doc::CellValue& value, std::string_view name) {
  const base::Value plain = doc::plain_value(value);
  if (base::is_missing(plain)) return {};
  const thai::Format* format = thai::find_format(name);
  if (format != nullptr && format->number != nullptr && thai::accepts(*format, plain)) return format->number(plain);
  if (const auto* number = std::get_if<base::Decimal>(&value)) return *number;
  if (const auto* money = std::get_if<base::Money>(&value)) return money->to_baht();
  return {};
}

}  // namespace

std::optional<doc::ChartBlock> ChartBuilder::build() {
  const ValueStyle outer = expansion_.value_style_;
  expansion_.value_style_.nil = thai::NilStyle::Blank;  // a missing figure is a gap, whatever cells print
  doc::ChartBlock block;
  block.width = expansion_.block_width(node_.width, place_).value_or(base::Length());
  block.height = node_.height;
  chart_.kind = node_.kind;
  chart_.stacked = node_.stacked;
  chart_.direction = node_.direction;
  chart_.own_scales = node_.own_scales;
  chart_.labels = node_.labels;
  rounds_ = expansion_.evaluator_.select(node_.categories);
  categories();
  parts(node_.body);
  if (chart_.stacked) totals();
  chart_.origin = expansion_.origins_.add_derived("chart", origins_);
  block.alternative = expansion_.plain(node_.alternative);
  expansion_.value_style_ = outer;
  if (!doc::has_figures(chart_)) {
    expansion_.report_once(diagnostics::empty_chart(expansion_.at(place_)));
    return {};
  }
  block.chart = std::move(chart_);
  return block;
}

/// The record or value of a category, in the slots its paths read.
void ChartBuilder::enter(std::size_t category) {
  std::vector<SlotContent>& frame = expansion_.evaluator_.frame();
  frame[node_.categories.slot] = rounds_[category];
  if (node_.categories.index)
    frame[*node_.categories.index] = {kNoRecord, static_cast<std::int64_t>(category + 1),
                                      expansion_.place_origin(place_)};
}

/// A text with the origin of its first value, or of the template when it has none.
doc::ChartText ChartBuilder::words(const Text& text) {
  InlineBuilder builder(false);
  expansion_.text(text, builder, {});
  const doc::Inlines made = builder.take_line();
  doc::ChartText words{doc::plain_text(made)};
  for (const doc::Inline& piece : made) {
    const auto* span = std::get_if<doc::TextSpan>(&piece);
    if (span == nullptr || span->origin == base::kNoOrigin) continue;
    const bool value = expansion_.origins_.at(span->origin).kind != base::Origin::Kind::Template;
    if (words.origin == base::kNoOrigin || value) words.origin = span->origin;
    if (value) break;
  }
  return words;
}

std::vector<doc::ChartText> ChartBuilder::pieces(const Nodes& nodes) {
  std::vector<doc::ChartText> made;
  for (const doc::Inline& piece : expansion_.line(nodes))
    if (const auto* span = std::get_if<doc::TextSpan>(&piece)) made.push_back({span->text, span->origin});
  return made;
}

void ChartBuilder::categories() {
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    enter(i);
    chart_.categories.push_back(words(node_.label));
  }
  if (!node_.title.empty()) chart_.categories_title = words(node_.title);
}

void ChartBuilder::parts(const Nodes& nodes) {
  for (const Node& node : nodes) {
    if (const auto* one = std::get_if<SeriesNode>(&node.is))
      series(*one, node.place);
    else if (const auto* unit = std::get_if<UnitNode>(&node.is))
      chart_.value_title = pieces(unit->body);
    else
      expansion_.control(node, [&](const Nodes& body) { parts(body); });
  }
}

void ChartBuilder::series(const SeriesNode& node, const Place& place) {
  doc::ChartSeries made;
  made.name = words(node.name);
  made.role = node.role;
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    enter(i);
    if (chart_.kind == doc::ChartKind::Gantt)
      made.periods.push_back(period(node, place));
    else
      made.figures.push_back(figure(node, place));
  }
  chart_.series.push_back(std::move(made));
}

/// As a cell reads its figure: computed, looked up, or written.
doc::ChartFigure ChartBuilder::found_figure(const SeriesNode& node, const Place& place) {
  doc::ChartFigure made;
  if (node.aggregate) {
    const Expansion::Printed printed = expansion_.print_aggregate(*node.aggregate, place, format_of(node));
    return {{}, printed.text, printed.figure.value, printed.figure.format, printed.origin};
  }
  if (node.from && !expansion_.look_up(*node.from, place)) return made;
  Expansion::Flow flow{expansion_.program_.standard.table_cell};
  expansion_.flow(node.body, flow);
  expansion_.flow_end(flow);
  if (flow.figure) {
    made.value = flow.figure->value;
    made.format = flow.figure->format;
    made.origin = flow.figure->origin;
  }
  for (const doc::Paragraph& paragraph : flow.paragraphs) made.text += doc::plain_text(paragraph.content);
  return made;
}

doc::ChartFigure ChartBuilder::figure(const SeriesNode& node, const Place& place) {
  expansion_.cell_format_ = format_of(node);
  doc::ChartFigure made = found_figure(node, place);
  expansion_.cell_format_ = nullptr;
  made.number = drawn_number(made.value, made.format);
  if (!made.number && !made.text.empty())
    expansion_.report_once(diagnostics::no_number_to_draw(made.text, expansion_.at(place)));
  if (!made.number) return {};
  if (total_format_ == nullptr) total_format_ = thai::find_format(made.format);
  origins_.push_back(made.origin);
  return made;
}

doc::ChartPeriod ChartBuilder::period(const SeriesNode& node, const Place& place) {
  doc::ChartPeriod made;
  if (!node.start || !node.end) return made;
  std::vector<base::OriginId> inputs;
  const auto date = [&](const Path& path) -> std::optional<base::Date> {
    const FoundValue found = expansion_.evaluator_.value(path);
    if (found.missing()) return {};
    inputs.push_back(expansion_.evaluator_.origin(found));
    const auto* day = std::get_if<base::Date>(found.value);
    return day == nullptr ? std::optional<base::Date>() : *day;
  };
  made.first = date(*node.start);
  made.last = date(*node.end);
  if (!made.first || !made.last) return made;
  if (*made.last < *made.first) {
    expansion_.report_once(
        diagnostics::period_reversed(made.first->to_iso(), made.last->to_iso(), expansion_.at(place)));
    return made;
  }
  made.text = expansion_.localised(thai::date_range(*made.first, *made.last, thai::DateStyle::Short));
  made.origin = expansion_.origins_.add_derived("period", inputs);
  origins_.push_back(made.origin);
  return made;
}

/// The sum of the figures of each category, in the format of the first figure.
void ChartBuilder::totals() {
  for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
    std::vector<doc::CellValue> figures;
    std::vector<base::OriginId> inputs;
    for (const doc::ChartSeries& series : chart_.series) {
      if (series.role != doc::SeriesRole::Actual || !series.figures[i].number) continue;
      figures.push_back(series.figures[i].value);
      inputs.push_back(series.figures[i].origin);
    }
    doc::ChartFigure total;
    const doc::Derived sum = doc::derive(doc::Derivation::Sum, figures);
    expansion_.report_derivation(sum.problem, "sum", place_);
    if (!inputs.empty() && sum.problem == doc::DerivationProblem::None) {
      const Expansion::Printed printed =
          expansion_.print_figure(sum.value, total_format_, expansion_.origins_.add_derived("sum", inputs));
      total = {{}, printed.text, printed.figure.value, printed.figure.format, printed.origin};
      total.number = drawn_number(total.value, total.format);
    }
    chart_.totals.push_back(std::move(total));
  }
}

}  // namespace phaen::templates
