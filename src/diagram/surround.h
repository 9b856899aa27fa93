// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a KPI Map on each page: title, page of pages, legend, quality measures. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "diagram/canvas.h"
#include "diagram/drawing.h"
#include "diagram/leveled_graph.h"

namespace phaen::diagram {

inline constexpr base::Length kMargin = base::Length::mm(10);

struct SurroundText {
  std::string title, subtitle;  ///< `ประเด็นที่ 1 …`
  std::string page;             ///< `หน้า 2 จาก 5`
  bool measures = true;         ///< the quality measures under the map
};

/// Title and subtitle at the top; legend and measures at the bottom. Gives the area left for the map.
base::Rect draw_surround(Canvas& canvas, Drawing& drawing, const LeveledGraph& graph, const SurroundText& text,
                         const Typeface& typeface, const line::Setter& setter);
/// The area draw_surround() would leave at least, without drawing.
base::Rect map_area(base::Size paper, const Typeface& typeface, const text::FontBook& fonts);

/// The mark of a link along which the unit of measure changes.
void draw_diamond(Canvas& canvas, base::Point centre);

/// What the measures say, one sentence each.
std::vector<std::string> measure_sentences(const doc::GraphMeasures& measures);

/// Boxes and links in words, for those who do not see the page.
std::string describe(const LeveledGraph& graph, const std::vector<std::vector<NodeIndex>>& columns);

}  // namespace phaen::diagram
