// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/chart_plot.h"

#include <algorithm>

namespace phaen::diagram {

using base::Length;

namespace {

constexpr Length kLeastPlot = Length::pt(48);
constexpr Length kNameGap = Length::pt(3);

Length scaled(Length length, double share) {
  return Length::raw(static_cast<std::int64_t>(static_cast<double>(length.units()) * share));
}

/// Names below the slots: of all categories, or of every n-th on one line each.
struct NamesBelow {
  std::size_t every = 1;
  std::vector<TextBlock> blocks;
  Length height;
  bool whole = true;  ///< every name stands there, neither cut nor broken inside a word
};

NamesBelow set_names(ChartWork& work, Length slot, std::size_t most_lines) {
  const std::vector<doc::ChartText>& categories = work.chart.categories;
  std::vector<line::Extent> extents;
  extents.reserve(categories.size());
  for (const doc::ChartText& name : categories)
    extents.push_back(text_extent(name.text, TextStyle{}, work.setting.typeface, work.setting.setter));
  const auto fits = [&](std::size_t every) {
    for (std::size_t i = 0; i < extents.size(); i += every)
      if ((every == 1 ? extents[i].minimum : extents[i].natural) >
          slot * static_cast<std::int64_t>(every) - kNameGap * 2)
        return false;
    return true;
  };
  NamesBelow names;
  while (names.every < categories.size() && !fits(names.every)) ++names.every;
  names.whole = names.every == 1 && fits(1);
  if (!fits(names.every)) names.every = 1;
  const Length across = std::max(slot * static_cast<std::int64_t>(names.every) - kNameGap, Length::pt(8));
  for (std::size_t i = 0; i < categories.size(); i += names.every) {
    names.blocks.push_back(work.set_name(categories[i], across, line::Align::Centre, most_lines));
    names.whole = names.whole && !names.blocks.back().cut;
    names.height = std::max(names.height, names.blocks.back().height());
  }
  return names;
}

/// Everything whose size the plot depends on.
struct Surroundings {
  ChartHead head;
  Axis axis;
  Length tick_width, slot;
  NamesBelow names;
  TextBlock title;  ///< of the categories
  Length above, below;
};

Surroundings surround(ChartWork& work, const PlotNeeds& needs, std::size_t most_lines) {
  Surroundings made;
  made.head = set_head(work, most_lines, work.most / 3);
  const Length rough = std::max(work.height - made.head.height - work.lead() * 3, kLeastPlot);
  const auto steps = static_cast<int>(std::clamp<std::int64_t>(rough.units() / (work.lead() * 2).units(), 1, 6));
  made.axis = nice_axis(needs.range.low, needs.range.high, steps);
  for (const base::Decimal tick : made.axis.ticks)
    made.tick_width = std::max(made.tick_width, work.wide(tick_text(tick, made.axis, work.setting.thai_digits)));
  const auto count = static_cast<std::int64_t>(work.chart.categories.size());
  made.slot = std::max((work.width - made.tick_width - kChartGap) / count, Length::raw(1));
  made.names = set_names(work, made.slot, most_lines);
  if (work.chart.categories_title)
    made.title = work.set(*work.chart.categories_title, work.width, line::Align::Centre, 1);
  made.above = made.head.height + std::max(needs.above, work.lead() / 2);
  made.below = std::max(needs.below, Length()) + kChartGap + made.names.height + made.title.height();
  return made;
}

void draw_names(ChartWork& work, const StandingPlot& plot, const NamesBelow& names, Length y) {
  for (std::size_t i = 0; i < names.blocks.size(); ++i) {
    const TextBlock& block = names.blocks[i];
    const Length centre = plot.centre(i * names.every);
    // Names at the edges are moved inwards; one that would touch its neighbour is left out.
    base::Rect ink = ink_of(block, {centre - block.width / 2, y});
    Length shift;
    if (ink.x < Length()) shift = -ink.x;
    if (ink.right() > work.width) shift = work.width - ink.right();
    ink.x += shift;
    if (work.is_free(ink)) work.put(block, {centre - block.width / 2 + shift, y});
  }
}

}  // namespace

Length StandingPlot::y(base::Decimal value) const { return area.bottom() - scaled(area.height, axis.share(value)); }

Length StandingPlot::centre(std::size_t category) const {
  return area.x + slot * static_cast<std::int64_t>(category) + slot / 2;
}

StandingPlot draw_standing_plot(ChartWork& work, const PlotNeeds& needs) {
  Surroundings around;
  for (std::size_t lines = 3; lines > 0; --lines) {
    around = surround(work, needs, lines);
    if (around.above + around.below + kLeastPlot <= work.most) break;
  }
  const Length height = std::max(work.height, around.above + around.below + kLeastPlot);
  StandingPlot plot;
  plot.axis = around.axis;
  plot.slot = around.slot;
  plot.area = {around.tick_width + kChartGap, around.above,
               around.slot * static_cast<std::int64_t>(work.chart.categories.size()),
               height - around.above - around.below};
  plot.bottom = height;
  draw_head(work, around.head, needs.swatch);
  std::vector<std::pair<base::Point, base::Point>> grid;
  for (const base::Decimal tick : plot.axis.ticks) {
    const Length y = plot.y(tick);
    grid.push_back({{plot.area.x, y}, {plot.area.right(), y}});
    const doc::ChartText text{tick_text(tick, plot.axis, work.setting.thai_digits), work.chart.origin};
    work.try_line(text, around.tick_width - work.wide(text.text), y - work.lead() / 2);
  }
  work.canvas.strokes(grid, grid_style());
  const Length names_top = plot.area.bottom() + needs.below + kChartGap;
  draw_names(work, plot, around.names, names_top);
  work.put(around.title, {Length(), names_top + around.names.height});
  return plot;
}

void draw_zero_line(ChartWork& work, const StandingPlot& plot) {
  const Length zero = plot.y(base::Decimal());
  work.canvas.strokes({{{plot.area.x, zero}, {plot.area.right(), zero}},
                       {{plot.area.x, plot.area.y}, {plot.area.x, plot.area.bottom()}}},
                      axis_style());
}

bool names_fit_below(ChartWork& work) {
  const auto count = static_cast<std::int64_t>(work.chart.categories.size());
  const bool told = work.told_cut;
  work.told_cut = true;  // a trial tells nothing
  const NamesBelow names = set_names(work, (work.width - Length::pt(40)) / count, 3);
  work.told_cut = told;
  return names.whole;
}

}  // namespace phaen::diagram
