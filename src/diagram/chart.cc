// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/chart.h"

#include <algorithm>

#include "diagram/chart_work.h"
#include "diagram/diagnostics.h"

namespace phaen::diagram {
namespace {

using base::Length;

/// Fewer axes make no surface: their figures are bars.
constexpr std::size_t kLeastAxes = 3;

ChartEnd draw_bars(ChartWork& work) {
  switch (work.chart.direction) {
    case doc::ChartDirection::Vertical: return draw_standing_bars(work);
    case doc::ChartDirection::Horizontal: return draw_lying_bars(work);
    case doc::ChartDirection::Auto: break;
  }
  return names_fit_below(work) ? draw_standing_bars(work) : draw_lying_bars(work);
}

ChartEnd draw_kind(ChartWork& work) {
  switch (work.chart.kind) {
    case doc::ChartKind::Bars: return draw_bars(work);
    case doc::ChartKind::Lines: return draw_lines(work);
    case doc::ChartKind::Radar: return work.chart.categories.size() < kLeastAxes ? draw_bars(work) : draw_radar(work);
    case doc::ChartKind::Bullet: return draw_bullets(work);
    case doc::ChartKind::Gauge: return draw_gauges(work);
    case doc::ChartKind::Gantt: return draw_gantt(work);
  }
  return {};
}

/// What a chart without figures says.
ChartEnd draw_nothing(ChartWork& work) {
  const TextBlock words = work.set(doc::ChartText{"ไม่มีข้อมูล"}, work.width, line::Align::Centre);
  work.put(words, {Length(), kChartGap});
  return {words.height() + kChartGap * 2, work.chart.categories.size()};
}

}  // namespace

SetChart set_chart(const doc::Chart& chart, const ChartRoom& room, const ChartSetting& setting, std::size_t first) {
  ChartWork work(chart, room, setting, first);
  const std::size_t series = work.count(doc::SeriesRole::Actual);
  if (series > doc::kSeriesLooks) setting.setter.diagnostics.add(diagnostics::many_series(series, doc::kSeriesLooks));
  const ChartEnd end =
      doc::has_figures(chart) && first < chart.categories.size() ? draw_kind(work) : draw_nothing(work);
  SetChart made;
  made.size = {work.width, end.height};
  made.next = end.next;
  made.items = std::move(work.page);
  made.items.size = made.size;
  // The ground makes the figure's area that of the whole chart.
  page::Page ground;
  Canvas(ground, setting.tag).box({{}, {}, work.width, end.height}, {}, filled(kWhite));
  made.items.paths.insert(made.items.paths.begin(), ground.paths.begin(), ground.paths.end());
  return made;
}

}  // namespace phaen::diagram
