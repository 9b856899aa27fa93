// SPDX-License-Identifier: GPL-3.0-or-later
// Bullet: one row a category, the figure as a bar over bands, the target as a mark.
#include <algorithm>

#include "diagram/chart_work.h"

namespace phaen::diagram {
namespace {

using base::Decimal;
using base::Length;
using base::Rect;

/// One row's track.
struct Track {
  Rect area;
  Axis axis;
  Length x(Decimal value) const {
    return area.x + Length::raw(static_cast<std::int64_t>(static_cast<double>(area.width.units()) * axis.share(value)));
  }
};

Axis axis_over(const doc::Chart& chart, std::size_t first, std::size_t end) {
  const Extremes range = extremes(all_figures(chart, first, end)).value_or(Extremes{});
  return nice_axis(std::min(range.low, Decimal()), std::max(range.high, Decimal()), 4);
}

/// `85.7 / 90`: the figures of a row, with their targets.
std::vector<doc::ChartText> row_figures(const doc::Chart& chart, std::size_t row) {
  std::vector<doc::ChartText> pieces;
  for (const doc::SeriesRole role : {doc::SeriesRole::Actual, doc::SeriesRole::Target})
    for (const doc::ChartSeries& series : chart.series) {
      const doc::ChartFigure* figure = series.role == role ? figure_at(series, row) : nullptr;
      if (figure == nullptr || figure->text.empty()) continue;
      if (!pieces.empty()) pieces.push_back({" / "});
      pieces.push_back(printed(*figure));
    }
  return pieces;
}

Length width_of(const ChartWork& work, const std::vector<doc::ChartText>& pieces) {
  std::string all;
  for (const doc::ChartText& piece : pieces) all += piece.text;
  return work.wide(all);
}

void draw_bands(ChartWork& work, const Track& track, std::size_t row) {
  const std::size_t bands = work.count(doc::SeriesRole::Band);
  Length from = track.x(Decimal());
  std::size_t band = 0;
  ShapeStyle edge = grid_style();
  edge.colour = kGrey;
  for (const doc::ChartSeries& series : work.chart.series) {
    if (series.role != doc::SeriesRole::Band) continue;
    const std::size_t number = band++;
    const doc::ChartFigure* figure = figure_at(series, row);
    if (figure == nullptr) continue;
    const Length to = track.x(*figure->number);
    if (to <= from) continue;
    ShapeStyle style = edge;
    style.fill = doc::band_grey(number, bands);
    work.canvas.box({from, track.area.y, to - from, track.area.height}, {}, style);
    from = to;
  }
}

void draw_figures(ChartWork& work, const Track& track, std::size_t row) {
  const std::size_t places = std::max<std::size_t>(work.count(doc::SeriesRole::Actual), 1);
  const Length inner = track.area.height / 2, thick = inner / static_cast<std::int64_t>(places);
  std::size_t look = 0;
  for (const doc::ChartSeries& series : work.chart.series) {
    const doc::ChartFigure* figure = figure_at(series, row);
    if (series.role == doc::SeriesRole::Actual) {
      const std::size_t place = look++;
      if (figure == nullptr) continue;
      const Length zero = track.x(Decimal()), end = track.x(*figure->number);
      const Length top = track.area.y + inner / 2 + thick * static_cast<std::int64_t>(place);
      draw_area(work.canvas, {std::min(zero, end), top, std::max(zero, end) - std::min(zero, end), thick},
                doc::series_look(place));
    }
  }
  ShapeStyle mark = target_style();
  mark.stroke = page::Stroke::Solid;
  mark.thickness = Length::pt(2.4);
  for (const doc::ChartSeries& series : work.chart.series) {
    const doc::ChartFigure* figure = series.role == doc::SeriesRole::Target ? figure_at(series, row) : nullptr;
    if (figure == nullptr) continue;
    const Length x = track.x(*figure->number), inset = track.area.height / 8;
    work.canvas.strokes({{{x, track.area.y + inset}, {x, track.area.bottom() - inset}}}, mark);
  }
}

void draw_scale(ChartWork& work, const Track& track) {
  std::vector<std::pair<base::Point, base::Point>> marks;
  const Length y = track.area.bottom();
  for (const Decimal tick : track.axis.ticks) {
    const Length x = track.x(tick);
    marks.push_back({{x, y}, {x, y + Length::pt(2)}});
    const doc::ChartText text{tick_text(tick, track.axis, work.setting.thai_digits), work.chart.origin};
    const Length wide = work.wide(text.text);
    const Length left = std::clamp(x - wide / 2, Length(), std::max(work.width - wide, Length()));
    work.try_line(text, left, y + Length::pt(2));
  }
  marks.push_back({{track.area.x, y}, {track.area.right(), y}});
  work.canvas.strokes(marks, axis_style());
}

}  // namespace

ChartEnd draw_bullets(ChartWork& work) {
  const doc::Chart& chart = work.chart;
  const ChartHead head = set_head(work, 2, work.most / 3);
  const Length lead = work.lead(), track = lead * 5 / 4;
  const Length scale = lead + kChartGap / 2;
  const Length least = track + kChartGap * 2 + (chart.own_scales ? scale : Length());
  const Length foot = chart.own_scales ? Length() : scale;
  const ChartRows rows = set_rows(work, least, work.most - head.height - foot);
  Length figures;
  for (std::size_t i = work.first; chart.labels && i < rows.end; ++i)
    figures = std::max(figures, width_of(work, row_figures(chart, i)));
  figures = std::min(figures, work.width / 3);
  const Axis shared = axis_over(chart, 0, chart.categories.size());
  draw_head(work, head, Swatch::Area);
  Length y = head.height;
  Track last;
  for (std::size_t i = work.first; i < rows.end; ++i) {
    const TextBlock& name = rows.labels[i - work.first];
    const Length height = rows.heights[i - work.first];
    const Length own = chart.own_scales ? scale : Length();
    Track row;
    row.area = {rows.label_width + kChartGap * 2, y + (height - own - track) / 2,
                work.width - rows.label_width - figures - kChartGap * 4, track};
    row.axis = chart.own_scales ? axis_over(chart, i, i + 1) : shared;
    draw_bands(work, row, i);
    draw_figures(work, row, i);
    const Length middle = row.area.y + track / 2;
    work.put(name, {Length(), std::max(y, std::min(middle - name.height() / 2, y + height - name.height()))});
    if (figures > Length()) {
      const TextBlock text = work.set(row_figures(chart, i), figures, line::Align::Right);
      if (text.lines.size() == 1) work.put(text, {work.width - figures, middle - lead / 2});
    }
    if (chart.own_scales) draw_scale(work, row);
    y += height;
    last = row;
  }
  if (!chart.own_scales) {
    last.area.height = y - last.area.y;
    draw_scale(work, last);
  }
  return {y + foot, rows.end};
}

}  // namespace phaen::diagram
