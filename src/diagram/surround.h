// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a KPI Map on each page: title, page of pages, legend, quality measures. Private to this folder.
#pragma once

#include <cstdint>
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

/// Whether links are drawn as lines, or some are named in words in the boxes.
enum class SurroundKind : std::uint8_t { Lines, Words };

/// What is the same around every page of a map: a legend of what occurs on it, the quality measures.
class Surround {
 public:
  Surround(const LeveledGraph& graph, SurroundKind kind, const Sheet& sheet, const Typeface& typeface,
           const line::Setter& setter);

  /// What is left for the map on a page of the paper.
  base::Rect area() const;
  /// Title, when the sheet has its own, and subtitle at the top; legend and measures at the bottom, wherever the page
  /// ends.
  void draw(Canvas& canvas, Drawing& drawing, const SurroundText& text) const;

 private:
  struct Entry {
    enum class Sample : std::uint8_t { Primary, Secondary, UnitChange, Twice, Orphan, Ghost, None };
    Sample sample = Sample::None;
    std::string words;
    base::Length x, width;  ///< the sample's left edge; of sample and words
    std::size_t row = 0;
  };
  void draw_title(Canvas& canvas, Drawing& drawing, const SurroundText& text) const;
  void add(Entry::Sample sample, std::string words);
  void find_links(const LeveledGraph& graph);
  void find_boxes(const LeveledGraph& graph);
  void draw_legend(Canvas& canvas, base::Point at, page::TagId tag) const;
  void draw_sample(Canvas& canvas, const Entry& entry, base::Point at) const;

  Sheet sheet_;
  base::Length margin_;
  const Typeface& typeface_;
  const line::Setter& setter_;
  base::Length line_height_, top_;
  std::vector<Entry> entries_;
  TextBlock measures_;
};

/// The mark of a link along which the unit of measure changes.
void draw_diamond(Canvas& canvas, base::Point centre);
/// The mark of a link whose result is added twice: two bars across it.
void draw_bars(Canvas& canvas, base::Point centre);

/// What the measures say, one sentence each.
std::vector<std::string> measure_sentences(const doc::GraphMeasures& measures);

/// Boxes and links in words, for those who do not see the page.
std::string describe(const LeveledGraph& graph, const std::vector<std::vector<NodeIndex>>& columns);

}  // namespace phaen::diagram
