// SPDX-License-Identifier: GPL-3.0-or-later
// The plot of charts whose values stand upwards over named categories. Private to chart*.cc.
#pragma once

#include "diagram/chart_work.h"

namespace phaen::diagram {

struct StandingPlot {
  base::Rect area;
  Axis axis;
  base::Length slot;    ///< width of a category
  base::Length bottom;  ///< of the whole chart
  base::Length y(base::Decimal value) const;
  base::Length centre(std::size_t category) const;
};

struct PlotNeeds {
  Extremes range;
  base::Length above, below;  ///< room for labels over the highest and under the lowest place of the plot
  Swatch swatch = Swatch::Area;
};

/// Draws legend, titles, grid, ticks and the names of the categories.
StandingPlot draw_standing_plot(ChartWork& work, const PlotNeeds& needs);

/// Draws the lines of the axis where its zero stands, over the grid and under the figures.
void draw_zero_line(ChartWork& work, const StandingPlot& plot);

}  // namespace phaen::diagram
