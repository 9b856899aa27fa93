// SPDX-License-Identifier: GPL-3.0-or-later
// One chart being drawn: the page it grows on and the text that stands there already. Private to chart*.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagram/chart.h"
#include "diagram/chart_axis.h"
#include "diagram/chart_look.h"

namespace phaen::diagram {

/// What stands between two things of a chart.
inline constexpr base::Length kChartGap = base::Length::pt(4);

struct ChartWork {
  ChartWork(const doc::Chart& drawn, const ChartRoom& given, const ChartSetting& set_with, std::size_t from);

  ChartWork(const ChartWork&) = delete;
  ChartWork& operator=(const ChartWork&) = delete;

  const doc::Chart& chart;
  const ChartSetting& setting;
  base::Length width, height, most;
  std::size_t first = 0;
  page::Page page;
  Canvas canvas;
  std::vector<base::Rect> taken;  ///< by text
  bool told_cut = false;          ///< that a name was shortened

  base::Length lead() const;
  base::Length wide(std::string_view text) const;
  TextBlock set(const doc::ChartText& text, base::Length across, line::Align align, std::size_t most_lines = 0);
  TextBlock set(const std::vector<doc::ChartText>& pieces, base::Length across, line::Align align);
  /// A name: shortened when it takes more lines, which is reported once a chart.
  TextBlock set_name(const doc::ChartText& text, base::Length across, line::Align align, std::size_t most_lines);

  /// Draws a block and takes the room of its ink.
  void put(const TextBlock& block, base::Point at);
  /// One line, its ink beginning at `x`, its line box at `y`.
  void put_line(const doc::ChartText& text, base::Length x, base::Length y);
  /// The line box of the ink a line at that place would take up.
  base::Rect line_box(const doc::ChartText& text, base::Length x, base::Length y) const;
  /// Inside the chart's width, and on no other text.
  bool is_free(const base::Rect& box) const;
  /// A white ground for a line, so that no grid line runs through it.
  void plate(const base::Rect& box);
  /// Draws the line there when nothing is in the way.
  bool try_line(const doc::ChartText& text, base::Length x, base::Length y);

  /// How much has been drawn; and back to where it was.
  struct Progress {
    std::size_t paths = 0, lines = 0, runs = 0, glyphs = 0, taken = 0;
  };
  Progress progress() const;
  void take_back(const Progress& to);

  /// How many series have the role.
  std::size_t count(doc::SeriesRole role) const;
};

/// Ink of a block as it would stand at a place.
base::Rect ink_of(const TextBlock& block, base::Point at);
bool overlap(const base::Rect& a, const base::Rect& b);
/// What a category is called.
const doc::ChartText& category(const doc::Chart& chart, std::size_t index);
/// The figure of a series at a category; null: none.
const doc::ChartFigure* figure_at(const doc::ChartSeries& series, std::size_t category);
doc::ChartText printed(const doc::ChartFigure& figure);

/// Lowest and highest figure of the series that `take` accepts; nothing when there is none.
struct Extremes {
  base::Decimal low, high;
};
std::optional<Extremes> extremes(const std::vector<const doc::ChartFigure*>& figures);
std::vector<const doc::ChartFigure*> all_figures(const doc::Chart& chart, std::size_t first, std::size_t end);

// --- parts -----------------------------------------------------------------------------------------------------------

/// How a series is shown in the legend.
enum class Swatch : std::uint8_t { Area, Line };

/// The names of the series with their looks, in rows; empty when there are not two of them.
struct Legend {
  struct Entry {
    std::size_t series = 0, look = 0;  ///< look: its number among its role
    base::Point at;
    TextBlock name;
  };
  std::vector<Entry> entries;
  base::Length height;
};
Legend set_legend(ChartWork& work, std::size_t most_lines, base::Length most_height);
void draw_legend(ChartWork& work, const Legend& legend, Swatch swatch, base::Length y);

/// Legend and title of the value axis at the head of a chart.
struct ChartHead {
  Legend legend;
  TextBlock title;
  base::Length height;
};
ChartHead set_head(ChartWork& work, std::size_t most_lines, base::Length most_height);
void draw_head(ChartWork& work, const ChartHead& head, Swatch swatch);

/// Rows of names at the left, as many as fit.
struct ChartRows {
  base::Length label_width;  ///< of the column of names
  std::vector<TextBlock> labels;
  std::vector<base::Length> heights;
  base::Length height;  ///< of all
  std::size_t end = 0;  ///< the category after the last
};
/// `least`: of a row, besides what its name needs; `available`: for all rows.
ChartRows set_rows(ChartWork& work, base::Length least, base::Length available);

// --- kinds: each draws everything and gives the height used and the first category it left out
// ------------------------

struct ChartEnd {
  base::Length height;
  std::size_t next = 0;
};
ChartEnd draw_standing_bars(ChartWork& work);
ChartEnd draw_lying_bars(ChartWork& work);
ChartEnd draw_lines(ChartWork& work);
ChartEnd draw_radar(ChartWork& work);
ChartEnd draw_bullets(ChartWork& work);
ChartEnd draw_gauges(ChartWork& work);
ChartEnd draw_gantt(ChartWork& work);

/// Whether the names of the categories fit below standing bars.
bool names_fit_below(ChartWork& work);

}  // namespace phaen::diagram
