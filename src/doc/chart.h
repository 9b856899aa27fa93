// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart shows, as printed text with the exact figure and its origin beside it. It knows no plan, no page and no
// sheet: the diagram module draws it, the worksheet makes a chart of its own from the same figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/origin.h"
#include "doc/cell_value.h"

namespace phaen::doc {

enum class ChartKind : std::uint8_t {
  Bars,    ///< one bar a category and series, from zero
  Lines,   ///< one line a series; a missing figure parts it
  Radar,   ///< one axis a category from a common centre, one outline a series
  Bullet,  ///< one row a category: the figure as a bar, the target as a mark, bands behind
  Gauge,   ///< one half dial a category: the figure as a hand, the target as a mark, bands along the rim
  Gantt,   ///< one row a category: periods over the months of fiscal years
};

/// Which way the value axis of bars runs.
enum class ChartDirection : std::uint8_t {
  Auto,        ///< upwards, unless the names of the categories need more room than that leaves them
  Vertical,    ///< bars stand
  Horizontal,  ///< bars lie, their names at the left
};

/// What a series means.
enum class SeriesRole : std::uint8_t {
  Actual,  ///< the figures themselves
  Target,  ///< what they should be: a mark or a line across
  Band,    ///< the upper end of a range behind the figures; bands rise from series to series
};

struct ChartText {
  std::string text;  ///< digits already of the document's kind
  base::OriginId origin = base::kNoOrigin;
};

/// One figure of a series. A missing one is a gap, never a zero.
struct ChartFigure {
  std::optional<base::Decimal> number;  ///< exact, in the unit that is printed (million baht for `million-baht`)
  std::string text;                     ///< as printed
  CellValue value;                      ///< for the worksheet
  std::string_view format;              ///< name of a row of thai/formats.h, which holds it for good
  base::OriginId origin = base::kNoOrigin;
};

/// First and last day of one row of a Gantt chart, both included. Nothing is drawn when one of them is missing or
/// they are the wrong way round.
struct ChartPeriod {
  std::optional<base::Date> first, last;
  std::string text;  ///< as printed: `1 – 30 พ.ย. 2565`
  base::OriginId origin = base::kNoOrigin;
  bool is_whole() const { return first && last && *first <= *last; }
};

struct ChartSeries {
  ChartText name;
  SeriesRole role = SeriesRole::Actual;
  std::vector<ChartFigure> figures;  ///< one a category; empty in a Gantt chart
  std::vector<ChartPeriod> periods;  ///< one a category in a Gantt chart; else empty
};

struct Chart {
  ChartKind kind = ChartKind::Bars;
  bool stacked = false;  ///< bars of one category stand on one another
  ChartDirection direction = ChartDirection::Auto;
  bool own_scales = false;  ///< each row of a bullet chart has an axis of its own: its figures have units of their own
  bool labels = true;       ///< figures are printed at what they stand for, where there is room
  std::vector<ChartText> categories;
  std::vector<ChartSeries> series;
  std::vector<ChartFigure> totals;  ///< of stacked bars, one a category; else empty
  std::vector<ChartText> value_title;  ///< of the value axis, in pieces: `หน่วย : ล้านบาท`; may be empty
  base::OriginId origin = base::kNoOrigin;    ///< of all figures together: what ticks of the axis stand for
  std::optional<ChartText> categories_title;  ///< of the other axis, and of the first column of its table
};

/// Whether there is anything to draw: a figure, or a period with both ends.
bool has_figures(const Chart& chart);

/// `แผนภูมิแท่ง`: what a reader calls the kind.
std::string_view thai_name(ChartKind kind);
/// `bars`: as templates and dumps write it.
std::string_view name_of(ChartKind kind);

/// The figures as sentences, for those who do not see the chart: each series with its categories and figures; what is
/// missing is said to be.
std::string describe(const Chart& chart);

}  // namespace phaen::doc
