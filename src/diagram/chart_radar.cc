// SPDX-License-Identifier: GPL-3.0-or-later
// Radar: one axis a category from a common centre, one outline a series.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "diagram/chart_work.h"
#include "diagram/diagnostics.h"

namespace phaen::diagram {
namespace {

using base::Length;
using base::Point;
using base::Rect;

constexpr Length kNameOff = Length::pt(6), kLeastRadius = Length::pt(24);

struct RadarPlot {
  Point centre;
  Length radius;
  Axis axis;
  std::size_t axes = 0;

  double angle(std::size_t category) const {
    return 2 * std::numbers::pi * static_cast<double>(category) / static_cast<double>(axes) - std::numbers::pi / 2;
  }
  Point at(std::size_t category, Length distance) const {
    return {centre.x + Length::pt(std::cos(angle(category)) * distance.to_pt()),
            centre.y + Length::pt(std::sin(angle(category)) * distance.to_pt())};
  }
  Point at(std::size_t category, base::Decimal value) const {
    return at(category, Length::pt(radius.to_pt() * axis.share(value)));
  }
};

/// A name at the end of its axis; with a single series its figure below.
struct AxisName {
  TextBlock name, figure;
  Length height() const { return name.height() + figure.height(); }
};

std::vector<AxisName> set_axis_names(ChartWork& work, Length across, std::size_t most_lines) {
  const bool single = work.chart.labels && work.chart.series.size() == 1;
  std::vector<AxisName> names;
  for (std::size_t i = 0; i < work.chart.categories.size(); ++i) {
    AxisName made;
    made.name = work.set_name(category(work.chart, i), across, line::Align::Centre, most_lines);
    const doc::ChartFigure* figure = single ? figure_at(work.chart.series.front(), i) : nullptr;
    if (figure != nullptr) made.figure = work.set(printed(*figure), across, line::Align::Centre, 1);
    names.push_back(std::move(made));
  }
  return names;
}

/// Around the rim: beside it on the left and right, above and below at the poles.
void draw_axis_names(ChartWork& work, const RadarPlot& plot, const std::vector<AxisName>& names, Length bottom) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Point rim = plot.at(i, plot.radius + kNameOff);
    const double across = std::cos(plot.angle(i)), down = std::sin(plot.angle(i));
    const Rect ink = ink_of(names[i].name, {});
    const Rect below = ink_of(names[i].figure, {});
    const Length wide = std::max(ink.width, below.width);
    // From the middle of the ink at the poles to its edge at the equator.
    const Length middle = rim.x + Length::pt(wide.to_pt() / 2 * std::clamp(across * 3, -1.0, 1.0));
    Length top = rim.y + Length::pt(names[i].height().to_pt() / 2 * (down - 1));
    top = std::clamp(top, Length(), std::max(bottom - names[i].height(), Length()));
    const Length half = std::min(wide / 2, work.width / 2);
    const Length x = std::clamp(middle, half, work.width - half) - names[i].name.width / 2;
    const Rect box{x + names[i].name.width / 2 - half, top, half * 2, names[i].height()};
    if (!work.is_free(box)) {
      if (!work.told_cut)
        work.setting.setter.diagnostics.add(diagnostics::chart_name_cut(category(work.chart, i).text));
      work.told_cut = true;
      continue;
    }
    work.put(names[i].name, {x, top});
    work.put(names[i].figure, {x, top + names[i].name.height()});
  }
}

void draw_web(ChartWork& work, const RadarPlot& plot) {
  for (const base::Decimal tick : plot.axis.ticks) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < plot.axes; ++i) ring.push_back(plot.at(i, tick));
    ShapeStyle style = grid_style();
    work.canvas.polygon(ring, style);
  }
  std::vector<std::pair<Point, Point>> spokes;
  for (std::size_t i = 0; i < plot.axes; ++i) spokes.emplace_back(plot.centre, plot.at(i, plot.radius));
  work.canvas.strokes(spokes, grid_style());
}

void draw_ticks(ChartWork& work, const RadarPlot& plot) {
  for (const base::Decimal tick : plot.axis.ticks) {
    const doc::ChartText text{tick_text(tick, plot.axis, work.setting.thai_digits), work.chart.origin};
    const Point at = plot.at(0, tick);
    work.try_line(text, at.x - work.wide(text.text) - Length::pt(2), at.y - work.lead() / 2);
  }
}

void draw_outline(ChartWork& work, const RadarPlot& plot, const doc::ChartSeries& series, std::size_t look) {
  const bool actual = series.role == doc::SeriesRole::Actual;
  const ShapeStyle style = actual ? line_style(doc::series_look(look)) : target_style();
  std::vector<std::pair<Point, Point>> sides;
  for (std::size_t i = 0; i < plot.axes; ++i) {
    const std::size_t next = (i + 1) % plot.axes;
    const doc::ChartFigure* from = figure_at(series, i);
    const doc::ChartFigure* to = figure_at(series, next);
    if (from != nullptr && to != nullptr) sides.emplace_back(plot.at(i, *from->number), plot.at(next, *to->number));
  }
  work.canvas.strokes(sides, style);
  for (std::size_t i = 0; actual && i < plot.axes; ++i)
    if (const doc::ChartFigure* figure = figure_at(series, i))
      draw_marker(work.canvas, plot.at(i, *figure->number), doc::series_look(look));
}

}  // namespace

ChartEnd draw_radar(ChartWork& work) {
  const ChartHead head = set_head(work, 2, work.most / 3);
  const Length across = work.width * 3 / 10;
  std::vector<AxisName> names;
  Length tallest, room;
  for (std::size_t lines = 3; lines > 0; --lines) {
    names = set_axis_names(work, across, lines);
    tallest = Length();
    for (const AxisName& name : names) tallest = std::max(tallest, name.height());
    room = std::max(work.height - head.height, std::min(work.most - head.height, tallest * 2 + kLeastRadius * 2));
    if ((tallest + kNameOff) * 2 + kLeastRadius * 2 <= room) break;
  }
  RadarPlot plot;
  plot.axes = names.size();
  Length widest;
  for (const AxisName& name : names)
    widest = std::max({widest, ink_of(name.name, {}).width, ink_of(name.figure, {}).width});
  plot.radius = std::max(std::min(work.width / 2 - widest - kNameOff, room / 2 - tallest - kNameOff), Length::pt(12));
  plot.centre = {work.width / 2, head.height + tallest + kNameOff + plot.radius};
  const Extremes range = extremes(all_figures(work.chart, 0, work.chart.categories.size())).value_or(Extremes{});
  plot.axis = nice_axis(std::min(range.low, base::Decimal()), std::max(range.high, base::Decimal()), 5);
  const Length bottom = plot.centre.y + plot.radius + kNameOff + tallest;
  draw_head(work, head, Swatch::Line);
  draw_web(work, plot);
  std::size_t look = 0;
  for (const doc::ChartSeries& series : work.chart.series)
    draw_outline(work, plot, series, series.role == doc::SeriesRole::Actual ? look++ : 0);
  draw_axis_names(work, plot, names, bottom);
  draw_ticks(work, plot);
  return {bottom, work.chart.categories.size()};
}

}  // namespace phaen::diagram
