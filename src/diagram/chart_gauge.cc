// SPDX-License-Identifier: GPL-3.0-or-later
// Gauges: half dials side by side, the figure as a hand, the target as a mark across the rim, bands along it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "diagram/chart_work.h"

namespace phaen::diagram {
namespace {

using base::Decimal;
using base::Length;
using base::Point;

constexpr Length kWidestDial = Length::pt(190), kNarrowestDial = Length::pt(120);
/// So fine that the straight sides do not show: 0.1 pt at a radius of 90 pt.
constexpr int kSidesOfHalfCircle = 60;

struct Dial {
  Point centre;
  Length radius;
  Axis axis;
  Point at(double share, double distance) const {
    const double angle = std::numbers::pi * (1 - share);
    return {centre.x + Length::pt(std::cos(angle) * radius.to_pt() * distance),
            centre.y - Length::pt(std::sin(angle) * radius.to_pt() * distance)};
  }
};

constexpr double kRing = 0.72;  ///< inner edge of the rim

void draw_ring(Canvas& canvas, const Dial& dial, double from, double to, base::Colour fill) {
  if (to <= from) return;
  const int sides = std::max(1, static_cast<int>(std::ceil((to - from) * kSidesOfHalfCircle)));
  std::vector<Point> outline;
  for (int i = 0; i <= sides; ++i) outline.push_back(dial.at(from + (to - from) * i / sides, 1));
  for (int i = sides; i >= 0; --i) outline.push_back(dial.at(from + (to - from) * i / sides, kRing));
  ShapeStyle style;
  style.fill = fill;
  style.colour = kGrey;
  style.thickness = Length::pt(0.5);
  canvas.polygon(outline, style);
}

/// From zero to the highest band, or to a round number above all figures.
Axis dial_axis(const doc::Chart& chart, std::size_t category) {
  const Extremes range = extremes(all_figures(chart, category, category + 1)).value_or(Extremes{});
  Axis axis = nice_axis(std::min(range.low, Decimal()), std::max(range.high, Decimal()), 5);
  for (const doc::ChartSeries& series : chart.series)
    if (const doc::ChartFigure* band = series.role == doc::SeriesRole::Band ? figure_at(series, category) : nullptr)
      if (*band->number == range.high && !range.low.is_negative() && !band->number->is_zero()) {
        axis.high = range.high.to_double();
        axis.ticks = {Decimal(), range.high};
        axis.decimals = range.high.scale();
      }
  return axis;
}

void draw_dial(ChartWork& work, const Dial& dial, std::size_t category) {
  const std::size_t bands = work.count(doc::SeriesRole::Band);
  double from = 0;
  std::size_t band = 0;
  draw_ring(work.canvas, dial, 0, 1, kWhite);
  for (const doc::ChartSeries& series : work.chart.series) {
    if (series.role != doc::SeriesRole::Band) continue;
    const std::size_t number = band++;
    const doc::ChartFigure* figure = figure_at(series, category);
    if (figure == nullptr) continue;
    const double to = dial.axis.share(*figure->number);
    draw_ring(work.canvas, dial, from, to, doc::band_grey(number, bands));
    from = std::max(from, to);
  }
  ShapeStyle mark = target_style();
  mark.stroke = page::Stroke::Solid;
  mark.thickness = Length::pt(2.4);
  std::size_t look = 0;
  for (const doc::ChartSeries& series : work.chart.series) {
    const doc::ChartFigure* figure = figure_at(series, category);
    const std::size_t number = series.role == doc::SeriesRole::Actual ? look++ : 0;
    if (figure == nullptr) continue;
    const double share = dial.axis.share(*figure->number);
    if (series.role == doc::SeriesRole::Target)
      work.canvas.strokes({{dial.at(share, kRing - 0.06), dial.at(share, 1.0)}}, mark);
    if (series.role != doc::SeriesRole::Actual) continue;
    const Point tip = dial.at(share, 0.9), left = dial.at(share + 0.5, 0.05), right = dial.at(share - 0.5, 0.05);
    work.canvas.polygon({tip, left, right}, filled(doc::series_look(number).ink));
  }
  work.canvas.disc(dial.centre, dial.radius * 7 / 100, filled(kInk));
}

/// Ends of the scale, figures and name below a dial.
Length label_dial(ChartWork& work, const Dial& dial, std::size_t category, Length left, Length across) {
  const Length lead = work.lead();
  Length y = dial.centre.y + Length::pt(5);
  if (!dial.axis.ticks.empty()) {
    const doc::ChartText low{tick_text(dial.axis.ticks.front(), dial.axis, work.setting.thai_digits),
                             work.chart.origin};
    const doc::ChartText high{tick_text(dial.axis.ticks.back(), dial.axis, work.setting.thai_digits),
                              work.chart.origin};
    const Length ring = Length::pt(dial.radius.to_pt() * (1 + kRing) / 2);
    const auto inside = [&](Length middle, Length wide) {
      return std::clamp(middle - wide / 2, left, std::max(left + across - wide, left));
    };
    work.try_line(low, inside(dial.centre.x - ring, work.wide(low.text)), y);
    work.try_line(high, inside(dial.centre.x + ring, work.wide(high.text)), y);
    y += lead;
  }
  for (const doc::SeriesRole role : {doc::SeriesRole::Actual, doc::SeriesRole::Target})
    for (const doc::ChartSeries& series : work.chart.series) {
      const doc::ChartFigure* figure = series.role == role ? figure_at(series, category) : nullptr;
      if (figure == nullptr || !work.chart.labels) continue;
      std::vector<doc::ChartText> pieces;
      if (!series.name.text.empty()) pieces = {series.name, {" "}};
      pieces.push_back(printed(*figure));
      const TextBlock block = work.set(pieces, across, line::Align::Centre);
      work.put(block, {left, y});
      y += block.height();
    }
  return y;
}

}  // namespace

ChartEnd draw_gauges(ChartWork& work) {
  const doc::Chart& chart = work.chart;
  const ChartHead head = set_head(work, 2, work.most / 3);
  const std::size_t left = chart.categories.size() - work.first;
  const std::size_t fit =
      std::max<std::size_t>(1, static_cast<std::size_t>(work.width.units() / kNarrowestDial.units()));
  const std::size_t columns = std::min(left, fit);
  const Length cell = work.width / static_cast<std::int64_t>(columns);
  const Length across = std::min(cell - kChartGap * 2, kWidestDial);
  draw_head(work, head, Swatch::Area);
  Length top = head.height + kChartGap;
  std::size_t next = work.first;
  while (next < chart.categories.size()) {
    const std::size_t end = std::min(next + columns, chart.categories.size());
    const ChartWork::Progress before = work.progress();
    Length bottom = top;
    for (std::size_t i = next; i < end; ++i) {
      const Length x = cell * static_cast<std::int64_t>(i - next) + (cell - across) / 2;
      Dial dial{{x + across / 2, top + across * 9 / 20}, across * 9 / 20, dial_axis(chart, i)};
      draw_dial(work, dial, i);
      const Length under = label_dial(work, dial, i, x, across);
      const TextBlock name = work.set_name(category(chart, i), across, line::Align::Centre, 4);
      work.put(name, {x, under});
      bottom = std::max(bottom, under + name.height());
    }
    if (next > work.first && bottom + kChartGap > work.most) {
      work.take_back(before);  // this row goes to the next page
      break;
    }
    top = bottom + kChartGap;
    next = end;
  }
  return {top, next};
}

}  // namespace phaen::diagram
