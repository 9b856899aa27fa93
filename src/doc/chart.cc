// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/chart.h"

#include <algorithm>

namespace phaen::doc {
namespace {

std::string joined(const std::vector<ChartText>& pieces) {
  std::string text;
  for (const ChartText& piece : pieces) text += piece.text;
  return text;
}

}  // namespace

bool has_figures(const Chart& chart) {
  return std::any_of(chart.series.begin(), chart.series.end(), [](const ChartSeries& series) {
    return std::any_of(series.figures.begin(), series.figures.end(),
                       [](const ChartFigure& figure) { return figure.number.has_value(); }) ||
           std::any_of(series.periods.begin(), series.periods.end(),
                       [](const ChartPeriod& period) { return period.is_whole(); });
  });
}

std::string_view thai_name(ChartKind kind) {
  switch (kind) {
    case ChartKind::Bars: return "แผนภูมิแท่ง";
    case ChartKind::Lines: return "แผนภูมิเส้น";
    case ChartKind::Radar: return "แผนภูมิใยแมงมุม";
    case ChartKind::Bullet: return "แผนภูมิเทียบเป้าหมาย";
    case ChartKind::Gauge: return "แผนภูมิหน้าปัด";
    case ChartKind::Gantt: return "แผนภูมิช่วงเวลา";
  }
  return {};
}

std::string_view name_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::Bars: return "bars";
    case ChartKind::Lines: return "lines";
    case ChartKind::Radar: return "radar";
    case ChartKind::Bullet: return "bullet";
    case ChartKind::Gauge: return "gauge";
    case ChartKind::Gantt: return "gantt";
  }
  return {};
}

std::string describe(const Chart& chart) {
  constexpr std::string_view kMissing = "ไม่มีข้อมูล";
  std::string text(thai_name(chart.kind));
  if (const std::string unit = joined(chart.value_title); !unit.empty()) text += " " + unit;
  for (const ChartSeries& series : chart.series) {
    text += "; " + series.name.text + (series.name.text.empty() ? "" : ": ");
    const std::size_t count = std::max(series.figures.size(), series.periods.size());
    for (std::size_t i = 0; i < count && i < chart.categories.size(); ++i) {
      const std::string printed = i < series.periods.size()  ? series.periods[i].text
                                  : series.figures[i].number ? series.figures[i].text
                                                             : std::string();
      text += (i == 0 ? "" : ", ") + chart.categories[i].text + " ";
      text += printed.empty() ? std::string(kMissing) : printed;
    }
  }
  return text;
}

}  // namespace phaen::doc
