// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of figures (doc/chart.h) as placed items: bars, lines, radar, bullet, gauge, Gantt. Everything reads in grey:
// fills are hatched, lines dashed and marked. Nothing is set below kSmallest, no text lies on another, and what has no
// figure draws nothing.
#pragma once

#include <cstddef>

#include "diagram/canvas.h"
#include "doc/chart.h"

namespace phaen::diagram {

/// What charts are set with. What the setter refers to outlives the call.
struct ChartSetting {
  Typeface typeface;
  line::Setter setter;
  bool thai_digits = false;           ///< of the ticks; all other text is printed already
  page::TagId tag = page::kArtifact;  ///< of everything drawn: usually a Figure's
};

struct ChartRoom {
  base::Length width;
  base::Length height;  ///< as wanted; rows of names, bars that lie and periods take what they need instead
  base::Length most;    ///< no chart is higher
};

/// A chart, or as many of its rows as fit into the height: positions are from its top left corner.
struct SetChart {
  base::Size size;
  page::Page items;
  std::size_t next = 0;  ///< the first category that is not drawn; as many as there are: all are
};

/// Least room a chart can be drawn in; a smaller one is taken as this.
inline constexpr base::Size kLeastChart{base::Length::pt(160), base::Length::pt(110)};

/// Draws the categories from `first` on: all of them, or as many rows as fit when they lie below each other. Always at
/// least one. Adds G010 when series are too many to be told apart, G011 when a name had to be shortened.
SetChart set_chart(const doc::Chart& chart, const ChartRoom& room, const ChartSetting& setting, std::size_t first = 0);

}  // namespace phaen::diagram
