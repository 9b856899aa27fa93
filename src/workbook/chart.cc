// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/chart.h"

#include <algorithm>

#include "base/utf8.h"
#include "thai/calendar.h"
#include "thai/digits.h"
#include "thai/numbers.h"
#include "workbook/measure.h"

namespace phaen::workbook {
namespace {

constexpr int kUsualHeight = 320, kLeastHeight = 280, kRowOfBars = 26, kAroundBars = 130;
constexpr std::uint16_t kColumnsOfPeriod = 3;

doc::Cell text_cell(std::size_t column, doc::StyleId style, const doc::ChartText& text) {
  doc::Cell cell;
  cell.column = static_cast<std::uint16_t>(column);
  cell.origin = text.origin;
  doc::Paragraph paragraph;
  paragraph.style = style;
  if (!text.text.empty()) paragraph.content.push_back(doc::TextSpan{text.text, {}, text.origin, {}});
  cell.content.push_back(std::move(paragraph));
  return cell;
}

class TableMaker {
 public:
  TableMaker(const doc::ChartBlock& block, const doc::DocumentInfo& info) : chart_(block.chart), info_(info) {
    table_.head_style = info.styles.find("table-head").value_or(0);
    table_.cell_style = info.styles.find("table-cell").value_or(0);
    table_.alternative = block.alternative.empty() ? doc::describe(chart_) : block.alternative;
    for (const doc::ChartText& piece : chart_.value_title)
      table_.unit_line.push_back(doc::TextSpan{piece.text, {}, piece.origin, {}});
  }

  doc::Table make() {
    add_heads();
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) add_row(i);
    return std::move(table_);
  }

 private:
  void add_column(const doc::ChartText& head, bool figures) {
    doc::Column column;
    column.key = figures ? "figure" : "name";
    column.align = figures ? doc::Align::Right : doc::Align::Left;
    column.header = !figures;
    doc::Cell cell = text_cell(table_.columns.size(), table_.head_style, head);
    cell.align = doc::Align::Centre;
    table_.columns.push_back(std::move(column));
    table_.rows.front().cells.push_back(std::move(cell));
  }

  void add_heads() {
    table_.rows.emplace_back();
    table_.rows.front().kind = doc::RowKind::Header;
    add_column(chart_.categories_title.value_or(doc::ChartText{"รายการ"}), false);
    for (const doc::ChartSeries& series : chart_.series) {
      if (chart_.kind != doc::ChartKind::Gantt) {
        add_column(series.name.text.empty() ? doc::ChartText{"ค่า"} : series.name, true);
        continue;
      }
      for (const char* part : {"เริ่ม", "สิ้นสุด", "จำนวนวัน"}) {
        doc::ChartText head = series.name;
        head.text += (head.text.empty() ? "" : " ") + std::string(part);
        add_column(head, true);
      }
    }
    if (!chart_.totals.empty()) add_column({"รวม"}, true);
  }

  void add_row(std::size_t category) {
    table_.rows.emplace_back();
    std::vector<doc::Cell>& cells = table_.rows.back().cells;
    cells.push_back(text_cell(0, table_.cell_style, chart_.categories[category]));
    for (const doc::ChartSeries& series : chart_.series) {
      if (chart_.kind == doc::ChartKind::Gantt)
        add_period(series.periods.at(category), cells);
      else
        add_figure(series.figures.at(category), cells);
    }
    if (!chart_.totals.empty()) add_figure(chart_.totals.at(category), cells);
  }

  void add_figure(const doc::ChartFigure& figure, std::vector<doc::Cell>& cells) {
    doc::Cell cell = text_cell(cells.size(), table_.cell_style, {figure.text, figure.origin});
    cell.value = figure.value;
    cell.format = figure.format;
    cells.push_back(std::move(cell));
  }

  void add_period(const doc::ChartPeriod& period, std::vector<doc::Cell>& cells) {
    const bool whole = period.is_whole();
    for (const auto& date : {period.first, period.last}) {
      doc::ChartFigure figure;
      if (whole) figure = {{}, localised(thai::date_medium(*date)), *date, "date-medium", period.origin};
      add_figure(figure, cells);
    }
    doc::ChartFigure days;
    if (whole) {
      const base::Decimal count = base::Decimal::integer(period.last->days() - period.first->days() + 1);
      days = {{}, localised(thai::format_number(count)), count, "integer", period.origin};
    }
    add_figure(days, cells);
  }

  std::string localised(const std::string& text) const {
    return info_.digits == doc::Digits::Thai ? thai::to_thai_digits(text) : text;
  }

  const doc::Chart& chart_;
  const doc::DocumentInfo& info_;
  doc::Table table_;
};

/// Names too long to stand below columns lie beside bars.
bool lies(const doc::Chart& chart) {
  if (chart.direction != doc::ChartDirection::Auto) return chart.direction == doc::ChartDirection::Horizontal;
  constexpr std::size_t kLongestName = 60;  // bytes: twenty Thai characters
  return std::any_of(chart.categories.begin(), chart.categories.end(),
                     [](const doc::ChartText& name) { return name.text.size() > kLongestName; });
}

ChartType type_of(const doc::Chart& chart) {
  switch (chart.kind) {
    case doc::ChartKind::Lines: return ChartType::Line;
    case doc::ChartKind::Radar: return chart.categories.size() < 3 ? ChartType::Column : ChartType::Radar;
    case doc::ChartKind::Gantt: return ChartType::StackedBar;
    case doc::ChartKind::Bullet: return ChartType::Bar;
    case doc::ChartKind::Gauge:
    case doc::ChartKind::Bars: break;
  }
  if (lies(chart)) return chart.stacked ? ChartType::StackedBar : ChartType::Bar;
  return chart.stacked ? ChartType::StackedColumn : ChartType::Column;
}

/// From the first of the first month to the last of the last one.
std::pair<base::Date, base::Date> days_of(const doc::Chart& chart) {
  std::optional<base::Date> first, last;
  for (const doc::ChartSeries& series : chart.series)
    for (const doc::ChartPeriod& period : series.periods) {
      if (!period.is_whole()) continue;
      first = first ? std::min(*first, *period.first) : *period.first;
      last = last ? std::max(*last, *period.last) : *period.last;
    }
  if (!first) return {};
  const base::Date after =
      last->month == 12 ? base::Date{last->year + 1, 1, 1} : base::Date{last->year, last->month + 1, 1};
  return {base::Date{first->year, first->month, 1}, after};
}

// Pixels of a bar beside its name, which readers wrap into half of the chart.
int row_of_bars(const doc::Chart& chart) {
  constexpr std::size_t kLettersALine = 36;
  constexpr int kLineOfName = 20;
  std::size_t longest = 0;
  for (const doc::ChartText& name : chart.categories) longest = std::max(longest, base::utf8::count(name.text));
  return kRowOfBars + static_cast<int>(longest / kLettersALine) * kLineOfName;
}

}  // namespace

doc::Table chart_table(const doc::ChartBlock& block, const doc::DocumentInfo& info) {
  return TableMaker(block, info).make();
}

std::optional<Chart> native_chart(const doc::ChartBlock& block, doc::Digits) {
  const doc::Chart& source = block.chart;
  if (source.kind == doc::ChartKind::Gauge || (source.kind == doc::ChartKind::Bullet && source.own_scales)) return {};
  // One base line under stacked bars holds one series of periods.
  if (source.kind == doc::ChartKind::Gantt && source.series.size() != 1) return {};
  Chart chart;
  chart.type = type_of(source);
  chart.height = block.height > base::Length() ? std::max(to_pixels(block.height), kLeastHeight) : kUsualHeight;
  const bool lying = chart.type == ChartType::Bar || chart.type == ChartType::StackedBar;
  if (lying)
    chart.height =
        std::max(chart.height, static_cast<int>(source.categories.size()) * row_of_bars(source) + kAroundBars);
  for (const doc::ChartText& piece : source.value_title) chart.value_title += piece.text;
  // Beside lying bars names take what room there is; the head of the table says what they are.
  if (source.categories_title && !lying) chart.categories_title = source.categories_title->text;
  chart.alternative = block.alternative.empty() ? doc::describe(source) : block.alternative;
  chart.labels = source.labels && source.kind != doc::ChartKind::Gantt && source.categories.size() <= 12;
  if (source.kind == doc::ChartKind::Gantt) chart.days = days_of(source);
  return chart;
}

void place_references(Chart& chart, const doc::Chart& source, const TablePlace& place) {
  const std::uint32_t head = place.first_row, first = head + 1;
  const auto last = static_cast<std::uint32_t>(head + source.categories.size());
  const auto column_range = [&](std::size_t column) {
    return Range{first, last, place.edges.at(column), place.edges.at(column)};
  };
  const auto add = [&](std::size_t column, std::size_t look, doc::SeriesRole role, bool hidden) {
    chart.series.push_back({head, place.edges.at(column), column_range(column), look, role, hidden});
  };
  chart.categories = column_range(0);
  if (source.kind == doc::ChartKind::Gantt) {
    for (std::size_t s = 0; s < source.series.size(); ++s) {
      add(1 + s * kColumnsOfPeriod, s, doc::SeriesRole::Actual, true);
      add(3 + s * kColumnsOfPeriod, s, doc::SeriesRole::Actual, false);
    }
    return;
  }
  std::size_t looks[3] = {};
  for (std::size_t s = 0; s < source.series.size(); ++s) {
    const doc::SeriesRole role = source.series[s].role;
    add(1 + s, looks[static_cast<std::size_t>(role)]++, role, false);
  }
}

const doc::ChartFigure* first_figure(const doc::Chart& chart) {
  for (const doc::ChartSeries& series : chart.series)
    for (const doc::ChartFigure& figure : series.figures)
      if (figure.number) return &figure;
  return nullptr;
}

}  // namespace phaen::workbook
