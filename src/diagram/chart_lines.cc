// SPDX-License-Identifier: GPL-3.0-or-later
// Lines over categories: series told apart by dashes and markers, figures beside their points.
#include <algorithm>
#include <array>

#include "diagram/chart_plot.h"

namespace phaen::diagram {
namespace {

using base::Decimal;
using base::Length;
using base::Point;
using base::Rect;

struct ChartPoint {
  Point at;
  const doc::ChartFigure* figure = nullptr;
};

struct DrawnLine {
  const doc::ChartSeries* series = nullptr;
  std::size_t look = 0;
  std::vector<std::vector<ChartPoint>> parts;  ///< a missing figure ends a part
};

std::vector<DrawnLine> lines_of(const ChartWork& work, const StandingPlot& plot) {
  std::vector<DrawnLine> lines;
  std::size_t look = 0;
  for (const doc::ChartSeries& series : work.chart.series) {
    DrawnLine drawn{&series, series.role == doc::SeriesRole::Actual ? look++ : 0, {}};
    bool open = false;
    for (std::size_t i = 0; i < work.chart.categories.size(); ++i) {
      const doc::ChartFigure* figure = figure_at(series, i);
      if (figure != nullptr) {
        if (!open) drawn.parts.emplace_back();
        drawn.parts.back().push_back({{plot.centre(i), plot.y(*figure->number)}, figure});
      }
      open = figure != nullptr;
    }
    lines.push_back(std::move(drawn));
  }
  return lines;
}

/// From zero, unless that would press the lines together at the top.
Extremes line_range(const std::vector<const doc::ChartFigure*>& figures) {
  Extremes range = extremes(figures).value_or(Extremes{});
  const double low = range.low.to_double(), high = range.high.to_double();
  constexpr double kFlat = 0.25;
  if (low > 0 && high - low > high * kFlat) range.low = Decimal();
  if (high < 0 && high - low > -low * kFlat) range.high = Decimal();
  return range;
}

/// Whether a straight stretch runs through a box.
bool crosses(const Rect& box, Point from, Point to) {
  constexpr int kSamples = 24;
  for (int i = 0; i <= kSamples; ++i) {
    const Point at{from.x + (to.x - from.x) * i / kSamples, from.y + (to.y - from.y) * i / kSamples};
    if (at.x > box.x && at.x < box.right() && at.y > box.y && at.y < box.bottom()) return true;
  }
  return false;
}

bool crossed(const Rect& box, const std::vector<DrawnLine>& lines) {
  for (const DrawnLine& line : lines)
    for (const auto& part : line.parts) {
      for (std::size_t i = 0; i + 1 < part.size(); ++i)
        if (crosses(box, part[i].at, part[i + 1].at)) return true;
      for (const ChartPoint& point : part)
        if (overlap(box,
                    {point.at.x - kMarkerRadius, point.at.y - kMarkerRadius, kMarkerRadius * 2, kMarkerRadius * 2}))
          return true;
    }
  return false;
}

/// A place for the figure near its point that nothing crosses.
std::optional<Rect> label_place(const ChartWork& work, const ChartPoint& point, const std::vector<DrawnLine>& lines,
                                const std::vector<Rect>& planned) {
  const Length wide = work.wide(point.figure->text), lead = work.lead(), off = kMarkerRadius + Length::pt(1);
  const Length x = point.at.x - wide / 2;
  const std::array<Point, 6> places{{{x, point.at.y - off - lead},
                                     {x, point.at.y + off},
                                     {point.at.x + off, point.at.y - lead - off / 2},
                                     {point.at.x - off - wide, point.at.y - lead - off / 2},
                                     {point.at.x + off, point.at.y + off / 2},
                                     {point.at.x - off - wide, point.at.y + off / 2}}};
  for (const Point place : places) {
    const Rect box{place.x, place.y, wide, lead};
    const bool free = work.is_free(box) && std::none_of(planned.begin(), planned.end(),
                                                        [&](const Rect& other) { return overlap(box, other); });
    if (free && !crossed(box, lines)) return box;
  }
  return {};
}

/// Every figure, else those of the last points, else none: figures here and there would look like all there are.
void label_points(ChartWork& work, const std::vector<DrawnLine>& lines) {
  std::vector<const ChartPoint*> all, last;
  for (const DrawnLine& line : lines) {
    for (const auto& part : line.parts)
      for (const ChartPoint& point : part) all.push_back(&point);
    if (!line.parts.empty()) last.push_back(&line.parts.back().back());
  }
  for (const auto& chosen : {all, last}) {
    std::vector<Rect> planned;
    for (const ChartPoint* point : chosen) {
      const auto place = label_place(work, *point, lines, planned);
      if (!place) break;
      planned.push_back(*place);
    }
    if (planned.size() < chosen.size()) continue;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      work.put_line(printed(*chosen[i]->figure), planned[i].x, planned[i].y);
    return;
  }
}

}  // namespace

ChartEnd draw_lines(ChartWork& work) {
  PlotNeeds needs;
  needs.range = line_range(all_figures(work.chart, 0, work.chart.categories.size()));
  needs.swatch = Swatch::Line;
  if (work.chart.labels) needs.above = needs.below = work.lead();
  const StandingPlot plot = draw_standing_plot(work, needs);
  draw_zero_line(work, plot);
  const std::vector<DrawnLine> lines = lines_of(work, plot);
  for (const DrawnLine& line : lines) {
    const bool actual = line.series->role == doc::SeriesRole::Actual;
    const doc::SeriesLook look = doc::series_look(line.look);
    for (const auto& part : line.parts) {
      std::vector<Point> points;
      points.reserve(part.size());
      for (const ChartPoint& point : part) points.push_back(point.at);
      work.canvas.connector(points, actual ? line_style(look) : target_style());
    }
  }
  for (const DrawnLine& line : lines)
    for (const auto& part : line.parts)
      for (const ChartPoint& point : part)
        if (line.series->role == doc::SeriesRole::Actual)
          draw_marker(work.canvas, point.at, doc::series_look(line.look));
        else if (part.size() == 1)
          work.canvas.strokes({{{point.at.x - plot.slot / 3, point.at.y}, {point.at.x + plot.slot / 3, point.at.y}}},
                              target_style());
  if (work.chart.labels) label_points(work, lines);
  return {plot.bottom, work.chart.categories.size()};
}

}  // namespace phaen::diagram
