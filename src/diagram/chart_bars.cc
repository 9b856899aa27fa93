// SPDX-License-Identifier: GPL-3.0-or-later
// Bars, standing and lying, side by side and stacked.
#include <algorithm>

#include "diagram/chart_plot.h"

namespace phaen::diagram {
namespace {

using base::Decimal;
using base::Length;
using base::Rect;

constexpr Length kWidestBar = Length::pt(44);

/// A stretch of the value axis in a series' look.
struct Bar {
  std::size_t category = 0, place = 0;  ///< place: from the left or top of its category's bars
  std::size_t look = 0;
  Decimal from, to;
  const doc::ChartFigure* figure = nullptr;
};

struct BarSet {
  std::vector<Bar> bars;
  std::size_t places = 1;
  Extremes range;  ///< with zero and the targets
  bool negative = false;
};

Decimal sum(Decimal a, Decimal b) { return Decimal::sum(a, b).value_or(a); }

void add_stack(const doc::Chart& chart, std::size_t category, std::vector<Bar>& bars) {
  Decimal up, down;
  std::size_t look = 0;
  for (const doc::ChartSeries& series : chart.series) {
    if (series.role != doc::SeriesRole::Actual) continue;
    if (const doc::ChartFigure* figure = figure_at(series, category)) {
      Decimal& end = figure->number->is_negative() ? down : up;
      const Decimal from = end;
      end = sum(end, *figure->number);
      bars.push_back({category, 0, look, from, end, figure});
    }
    ++look;
  }
}

BarSet collect(const ChartWork& work, std::size_t end) {
  const doc::Chart& chart = work.chart;
  BarSet set;
  const bool stacked = chart.stacked && chart.kind == doc::ChartKind::Bars;
  if (!stacked) set.places = std::max<std::size_t>(work.count(doc::SeriesRole::Actual), 1);
  for (std::size_t i = work.first; i < end; ++i) {
    if (stacked) {
      add_stack(chart, i, set.bars);
      continue;
    }
    std::size_t place = 0;
    for (const doc::ChartSeries& series : chart.series) {
      if (series.role != doc::SeriesRole::Actual) continue;
      if (const doc::ChartFigure* figure = figure_at(series, i))
        set.bars.push_back({i, place, place, Decimal(), *figure->number, figure});
      ++place;
    }
  }
  const auto widen = [&](Decimal value) {
    set.range.low = std::min(set.range.low, value);
    set.range.high = std::max(set.range.high, value);
  };
  for (const Bar& bar : set.bars) widen(bar.to);
  for (const doc::ChartSeries& series : chart.series)
    for (std::size_t i = work.first; series.role != doc::SeriesRole::Actual && i < end; ++i)
      if (const doc::ChartFigure* figure = figure_at(series, i)) widen(*figure->number);
  set.negative = set.range.low.is_negative();
  return set;
}

Length widest_label(const ChartWork& work, const BarSet& set) {
  Length widest;
  for (const Bar& bar : set.bars) widest = std::max(widest, work.wide(bar.figure->text));
  for (const doc::ChartFigure& total : work.chart.totals) widest = std::max(widest, work.wide(total.text));
  return widest;
}

/// The figure's text on a white plate, in the middle of its segment, when the segment holds it.
void label_segment(ChartWork& work, const Bar& bar, const Rect& area) {
  const doc::ChartText text = printed(*bar.figure);
  const Length wide = work.wide(text.text), lead = work.lead();
  if (text.text.empty() || wide + Length::pt(2) > area.width || lead > area.height) return;
  const Rect box{area.x + (area.width - wide) / 2, area.y + (area.height - lead) / 2, wide, lead};
  if (!work.is_free(box)) return;
  work.plate({box.x - Length::pt(1), box.y, box.width + Length::pt(1), box.height});
  work.put_line(text, box.x, box.y);
}

/// The ends of the stack of a category.
Extremes stack_ends(const BarSet& set, std::size_t category) {
  Extremes ends;
  for (const Bar& bar : set.bars) {
    if (bar.category != category) continue;
    ends.low = std::min(ends.low, bar.to);
    ends.high = std::max(ends.high, bar.to);
  }
  return ends;
}

const doc::ChartFigure* total_of(const ChartWork& work, std::size_t category) {
  if (category >= work.chart.totals.size() || !work.chart.totals[category].number) return nullptr;
  return &work.chart.totals[category];
}

bool is_constant(const ChartWork& work, const doc::ChartSeries& series) {
  const doc::ChartFigure* first = nullptr;
  for (std::size_t i = 0; i < work.chart.categories.size(); ++i) {
    const doc::ChartFigure* figure = figure_at(series, i);
    if (figure == nullptr || (first != nullptr && *figure->number != *first->number)) return false;
    first = figure;
  }
  return first != nullptr;
}

ShapeStyle mark_style() {
  ShapeStyle style = target_style();
  style.stroke = page::Stroke::Solid;
  style.thickness = Length::pt(2);
  return style;
}

// --- standing --------------------------------------------------------------------------------------------------------

/// The bars' widths within a slot.
struct BarWidths {
  Length bar, left;  ///< left: of the first bar, from the slot's centre
  BarWidths(Length slot, std::size_t places) {
    const auto count = static_cast<std::int64_t>(places);
    bar = std::max(std::min(slot * 4 / 5 / count, kWidestBar), Length::raw(1));
    left = -(bar * count) / 2;
  }
};

Rect standing_area(const StandingPlot& plot, const Bar& bar, const BarWidths& widths) {
  const Length from = plot.y(bar.from), to = plot.y(bar.to);
  const Length left = plot.centre(bar.category) + widths.left + widths.bar * static_cast<std::int64_t>(bar.place);
  return {left, std::min(from, to), widths.bar, std::max(from, to) - std::min(from, to)};
}

void draw_standing_targets(ChartWork& work, const StandingPlot& plot) {
  for (const doc::ChartSeries& series : work.chart.series) {
    if (series.role == doc::SeriesRole::Actual) continue;
    if (is_constant(work, series)) {
      const Length y = plot.y(*series.figures.front().number);
      work.canvas.strokes({{{plot.area.x, y}, {plot.area.right(), y}}}, target_style());
      continue;
    }
    for (std::size_t i = 0; i < work.chart.categories.size(); ++i) {
      const doc::ChartFigure* figure = figure_at(series, i);
      if (figure == nullptr) continue;
      const Length y = plot.y(*figure->number), half = plot.slot * 9 / 20;
      work.canvas.strokes({{{plot.centre(i) - half, y}, {plot.centre(i) + half, y}}}, mark_style());
    }
  }
}

/// Places of the target marks of a category.
std::vector<Length> target_places(const ChartWork& work, const StandingPlot& plot, std::size_t category) {
  std::vector<Length> places;
  for (const doc::ChartSeries& series : work.chart.series)
    if (const doc::ChartFigure* figure = figure_at(series, category);
        figure != nullptr && series.role != doc::SeriesRole::Actual)
      places.push_back(plot.y(*figure->number));
  return places;
}

void label_standing_bar(ChartWork& work, const StandingPlot& plot, const Bar& bar, const Rect& area) {
  const doc::ChartText text = printed(*bar.figure);
  const Length x = area.x + (area.width - work.wide(text.text)) / 2;
  const bool down = bar.figure->number->is_negative();
  Length y = down ? area.bottom() : area.y - work.lead();
  // A target's mark does not cross the figure: it is set beyond the mark where there is room.
  for (const Length mark : target_places(work, plot, bar.category))
    if (mark > y && mark < y + work.lead()) y = down ? mark : mark - work.lead();
  if (y < plot.area.y - work.lead()) y = area.y - work.lead();
  if (work.is_free(work.line_box(text, x, y))) work.plate(work.line_box(text, x, y));
  work.try_line(text, x, y);
}

void label_standing(ChartWork& work, const StandingPlot& plot, const BarSet& set) {
  const BarWidths widths(plot.slot, set.places);
  if (work.chart.totals.empty() && !work.chart.stacked) {
    // All figures or none: a bar without one would look like a bar without a value.
    const Length room = set.places == 1 ? plot.slot : widths.bar;
    if (widest_label(work, set) > room) return;
    for (const Bar& bar : set.bars) label_standing_bar(work, plot, bar, standing_area(plot, bar, widths));
    return;
  }
  for (const Bar& bar : set.bars) label_segment(work, bar, standing_area(plot, bar, widths));
  for (std::size_t i = 0; i < work.chart.categories.size(); ++i) {
    const doc::ChartFigure* total = total_of(work, i);
    if (total == nullptr || work.wide(total->text) > plot.slot) continue;
    const Length top = plot.y(stack_ends(set, i).high);
    work.try_line(printed(*total), plot.centre(i) - work.wide(total->text) / 2, top - work.lead());
  }
}

}  // namespace

ChartEnd draw_standing_bars(ChartWork& work) {
  const BarSet set = collect(work, work.chart.categories.size());
  PlotNeeds needs;
  needs.range = set.range;
  if (work.chart.labels) needs.above = work.lead();
  if (work.chart.labels && set.negative) needs.below = work.lead();
  const StandingPlot plot = draw_standing_plot(work, needs);
  const BarWidths widths(plot.slot, set.places);
  for (const Bar& bar : set.bars) draw_area(work.canvas, standing_area(plot, bar, widths), doc::series_look(bar.look));
  draw_zero_line(work, plot);
  draw_standing_targets(work, plot);
  if (work.chart.labels) label_standing(work, plot, set);
  return {plot.bottom, work.chart.categories.size()};
}

// --- lying -----------------------------------------------------------------------------------------------------------

namespace {

struct LyingPlot {
  Rect area;
  Axis axis;
  std::vector<Length> tops;  ///< of the rows, one more than rows
  std::size_t first = 0;
  Length x(Decimal value) const {
    return area.x + Length::raw(static_cast<std::int64_t>(static_cast<double>(area.width.units()) * axis.share(value)));
  }
  Length middle(std::size_t category) const { return (tops[category - first] + tops[category - first + 1]) / 2; }
};

/// The most steps whose tick labels stand beside each other.
Axis lying_axis(const ChartWork& work, const Extremes& range, Length width) {
  for (int steps = 8; steps > 1; --steps) {
    Axis axis = nice_axis(range.low, range.high, steps);
    Length widest;
    for (const Decimal tick : axis.ticks)
      widest = std::max(widest, work.wide(tick_text(tick, axis, work.setting.thai_digits)));
    if ((widest + kChartGap * 2) * static_cast<std::int64_t>(axis.ticks.size()) <= width) return axis;
  }
  return nice_axis(range.low, range.high, 1);
}

void draw_lying_axis(ChartWork& work, const LyingPlot& plot) {
  std::vector<std::pair<base::Point, base::Point>> grid;
  for (const Decimal tick : plot.axis.ticks) {
    const Length x = plot.x(tick);
    grid.push_back({{x, plot.area.y}, {x, plot.area.bottom()}});
    const doc::ChartText text{tick_text(tick, plot.axis, work.setting.thai_digits), work.chart.origin};
    const Length wide = work.wide(text.text);
    const Length left = std::clamp(x - wide / 2, Length(), std::max(work.width - wide, Length()));
    work.try_line(text, left, plot.area.bottom() + kChartGap / 2);
  }
  work.canvas.strokes(grid, grid_style());
}

Rect lying_area(const LyingPlot& plot, const Bar& bar, Length thick, std::size_t places) {
  const Length from = plot.x(bar.from), to = plot.x(bar.to);
  const Length top = plot.middle(bar.category) - thick * static_cast<std::int64_t>(places) / 2 +
                     thick * static_cast<std::int64_t>(bar.place);
  return {std::min(from, to), top, std::max(from, to) - std::min(from, to), thick};
}

void label_lying(ChartWork& work, const LyingPlot& plot, const BarSet& set, Length thick) {
  const Length gap = Length::pt(2);
  if (work.chart.totals.empty() && !work.chart.stacked) {
    for (const Bar& bar : set.bars) {
      const Rect area = lying_area(plot, bar, thick, set.places);
      const doc::ChartText text = printed(*bar.figure);
      const bool left = bar.figure->number->is_negative();
      const Length x = left ? area.x - gap - work.wide(text.text) : area.right() + gap;
      work.try_line(text, x, area.y + (area.height - work.lead()) / 2);
    }
    return;
  }
  for (const Bar& bar : set.bars) label_segment(work, bar, lying_area(plot, bar, thick, set.places));
  for (std::size_t i = plot.first; i + 1 < plot.first + plot.tops.size(); ++i)
    if (const doc::ChartFigure* total = total_of(work, i))
      work.try_line(printed(*total), plot.x(stack_ends(set, i).high) + gap, plot.middle(i) - work.lead() / 2);
}

void draw_lying_targets(ChartWork& work, const LyingPlot& plot) {
  for (const doc::ChartSeries& series : work.chart.series) {
    if (series.role == doc::SeriesRole::Actual) continue;
    for (std::size_t i = plot.first; i + 1 < plot.first + plot.tops.size(); ++i) {
      const doc::ChartFigure* figure = figure_at(series, i);
      if (figure == nullptr) continue;
      const Length x = plot.x(*figure->number), inset = kChartGap / 2;
      work.canvas.strokes({{{x, plot.tops[i - plot.first] + inset}, {x, plot.tops[i - plot.first + 1] - inset}}},
                          mark_style());
    }
  }
}

}  // namespace

ChartEnd draw_lying_bars(ChartWork& work) {
  const bool stacked = work.chart.stacked && work.chart.kind == doc::ChartKind::Bars;
  const Length thick = work.lead() * (stacked ? 5 : 4) / 4;  // parts of a stack hold their figures
  const std::size_t places = stacked ? 1 : std::max<std::size_t>(work.count(doc::SeriesRole::Actual), 1);
  const ChartHead head = set_head(work, 2, work.most / 3);
  const Length foot = work.lead() + kChartGap;
  const Length least = thick * static_cast<std::int64_t>(places) + kChartGap * 2;
  const ChartRows rows = set_rows(work, least, work.most - head.height - foot);
  const BarSet set = collect(work, rows.end);
  const Length label = work.chart.labels ? widest_label(work, set) + Length::pt(3) : Length();
  LyingPlot plot;
  plot.first = work.first;
  const Length before = set.negative ? label : Length();
  plot.area.x = rows.label_width + kChartGap + before;
  plot.area.y = head.height;
  plot.area.width = std::max(work.width - plot.area.x - std::max(label, Length::pt(12)), Length::pt(24));
  plot.area.height = rows.height;
  // Rows of all pages share the axis of the whole chart.
  ChartWork whole(work.chart, {work.width, work.height, work.most}, work.setting, 0);
  plot.axis = lying_axis(work, collect(whole, work.chart.categories.size()).range, plot.area.width);
  plot.tops.push_back(plot.area.y);
  for (const Length height : rows.heights) plot.tops.push_back(plot.tops.back() + height);
  draw_head(work, head, Swatch::Area);
  draw_lying_axis(work, plot);
  for (std::size_t i = 0; i < rows.labels.size(); ++i)
    work.put(rows.labels[i], {Length(), (plot.tops[i] + plot.tops[i + 1] - rows.labels[i].height()) / 2});
  for (const Bar& bar : set.bars)
    draw_area(work.canvas, lying_area(plot, bar, thick * 9 / 10, set.places), doc::series_look(bar.look));
  const Length zero = plot.x(Decimal());
  work.canvas.strokes({{{zero, plot.area.y}, {zero, plot.area.bottom()}}}, axis_style());
  draw_lying_targets(work, plot);
  if (work.chart.labels) label_lying(work, plot, set, thick * 9 / 10);
  return {plot.area.bottom() + foot, rows.end};
}

}  // namespace phaen::diagram
