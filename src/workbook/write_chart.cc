// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/write_chart.h"

#include <algorithm>
#include <string>

#include "doc/series_look.h"
#include "workbook/excel_date.h"
#include "workbook/names.h"
#include "workbook/sheet_data.h"

namespace phaen::workbook {
namespace {

// Of a chart that is inserted without a scale (libxlsxwriter, worksheet_insert_chart).
constexpr double kOwnWidth = 480, kOwnHeight = 288;
constexpr base::Length kTitleSize = base::Length::pt(16), kTextSize = base::Length::pt(14);

lxw_color_t colour(base::Colour c) { return static_cast<lxw_color_t>((c.red << 16) | (c.green << 8) | c.blue); }

std::uint8_t library_type(ChartType type) {
  switch (type) {
    case ChartType::Column: return LXW_CHART_COLUMN;
    case ChartType::StackedColumn: return LXW_CHART_COLUMN_STACKED;
    case ChartType::Bar: return LXW_CHART_BAR;
    case ChartType::StackedBar: return LXW_CHART_BAR_STACKED;
    case ChartType::Line: return LXW_CHART_LINE;
    case ChartType::Radar: return LXW_CHART_RADAR_WITH_MARKERS;
  }
  return LXW_CHART_COLUMN;
}

std::uint8_t library_pattern(doc::Hatch hatch) {
  switch (hatch) {
    case doc::Hatch::None: return LXW_CHART_PATTERN_NONE;
    case doc::Hatch::Rising: return LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
    case doc::Hatch::Falling: return LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL;
    case doc::Hatch::Crossed: return LXW_CHART_PATTERN_OUTLINED_DIAMOND;
    case doc::Hatch::Level: return LXW_CHART_PATTERN_NARROW_HORIZONTAL;
    case doc::Hatch::Upright: return LXW_CHART_PATTERN_NARROW_VERTICAL;
  }
  return LXW_CHART_PATTERN_NONE;
}

std::uint8_t library_dash(doc::Dash dash) {
  switch (dash) {
    case doc::Dash::Solid: return LXW_CHART_LINE_DASH_SOLID;
    case doc::Dash::Dashed: return LXW_CHART_LINE_DASH_DASH;
    case doc::Dash::Dotted: return LXW_CHART_LINE_DASH_ROUND_DOT;
  }
  return LXW_CHART_LINE_DASH_SOLID;
}

std::uint8_t library_marker(doc::Marker marker) {
  switch (marker) {
    case doc::Marker::Disc: return LXW_CHART_MARKER_CIRCLE;
    case doc::Marker::Square: return LXW_CHART_MARKER_SQUARE;
    case doc::Marker::Triangle: return LXW_CHART_MARKER_TRIANGLE;
    case doc::Marker::Diamond: return LXW_CHART_MARKER_DIAMOND;
  }
  return LXW_CHART_MARKER_CIRCLE;
}

class ChartWriter {
 public:
  ChartWriter(const ChartTarget& target, const Chart& chart) : target_(target), chart_(chart) {
    out_ = workbook_add_chart(target.out, library_type(chart.type));
  }

  lxw_error write() {
    if (out_ == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
    for (const ChartSeries& series : chart_.series) add_series(series);
    set_titles();
    set_axes();
    set_legend();
    chart_show_blanks_as(out_, LXW_CHART_BLANKS_AS_GAP);
    if (is_bars()) set_bars();
    lxw_chart_options options = {};
    options.x_scale = chart_.width / kOwnWidth;
    options.y_scale = chart_.height / kOwnHeight;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    std::string description(cut_to_bytes(chart_.alternative, kMaxDescription));
    options.description = description.data();
    return worksheet_insert_chart_opt(target_.to, chart_.row, chart_.column, out_, &options);
  }

 private:
  bool is_bars() const { return chart_.type != ChartType::Line && chart_.type != ChartType::Radar; }
  bool is_stacked() const { return chart_.type == ChartType::StackedColumn || chart_.type == ChartType::StackedBar; }
  bool lies() const { return chart_.type == ChartType::Bar || chart_.type == ChartType::StackedBar; }

  lxw_chart_font font(base::Length size, bool bold = false) const {
    lxw_chart_font made = {};
    made.name = const_cast<char*>(target_.book.font.name.c_str());
    made.size = static_cast<double>(half_points(size, target_.book.font)) / 2;
    made.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    return made;
  }

  void add_series(const ChartSeries& series) {
    const std::string& sheet = target_.sheet.name;
    lxw_chart_series* made = chart_add_series(out_, nullptr, nullptr);
    const Range &names = chart_.categories, &values = series.values;
    chart_series_set_categories(made, sheet.c_str(), names.first_row, names.first_column, names.last_row,
                                names.last_column);
    chart_series_set_values(made, sheet.c_str(), values.first_row, values.first_column, values.last_row,
                            values.last_column);
    chart_series_set_name_range(made, sheet.c_str(), series.name_row, series.name_column);
    if (series.hidden)
      hide(made);
    else if (is_bars())
      style_area(made, series);
    else
      style_line(made, series);
    if (!chart_.labels || series.hidden || series.role == doc::SeriesRole::Band) return;
    chart_series_set_labels(made);
    lxw_chart_font small = font(kTextSize);
    chart_series_set_labels_font(made, &small);
  }

  static void hide(lxw_chart_series* series) {
    lxw_chart_fill fill = {};
    fill.none = LXW_TRUE;
    lxw_chart_line line = {};
    line.none = LXW_TRUE;
    chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &line);
  }

  // A target is an empty frame round the bars; a band is grey.
  void style_area(lxw_chart_series* series, const ChartSeries& source) const {
    const doc::SeriesLook look = doc::series_look(source.look);
    lxw_chart_line line = {};
    line.color = colour(look.ink);
    line.width = 0.75F;
    lxw_chart_fill fill = {};
    fill.color = colour(look.fill);
    if (source.role == doc::SeriesRole::Target) {
      line.color = colour(doc::kTargetInk);
      line.width = 2;
      fill.none = LXW_TRUE;
    } else if (source.role == doc::SeriesRole::Band) {
      const auto bands = std::count_if(chart_.series.begin(), chart_.series.end(),
                                       [](const ChartSeries& other) { return other.role == doc::SeriesRole::Band; });
      fill.color = colour(doc::band_grey(source.look, static_cast<std::size_t>(bands)));
    } else if (look.hatch != doc::Hatch::None) {
      lxw_chart_pattern pattern = {};
      pattern.fg_color = colour(look.ink);
      pattern.bg_color = colour(look.fill);
      pattern.type = library_pattern(look.hatch);
      chart_series_set_pattern(series, &pattern);
      chart_series_set_line(series, &line);
      return;
    }
    chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &line);
  }

  static void style_line(lxw_chart_series* series, const ChartSeries& source) {
    const doc::SeriesLook look = doc::series_look(source.look);
    const bool target = source.role != doc::SeriesRole::Actual;
    lxw_chart_line line = {};
    line.color = colour(target ? doc::kTargetInk : look.ink);
    line.width = target ? 1.5F : 2.25F;
    line.dash_type = target ? std::uint8_t{LXW_CHART_LINE_DASH_LONG_DASH} : library_dash(look.dash);
    chart_series_set_line(series, &line);
    if (target) return chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    chart_series_set_marker_type(series, library_marker(look.marker));
    chart_series_set_marker_size(series, 7);
    lxw_chart_fill fill = {};
    fill.color = look.hollow ? colour({0xff, 0xff, 0xff}) : colour(look.ink);
    chart_series_set_marker_fill(series, &fill);
    lxw_chart_line edge = {};
    edge.color = colour(look.ink);
    chart_series_set_marker_line(series, &edge);
  }

  void set_titles() {
    if (chart_.title.empty()) return chart_title_off(out_);
    chart_title_set_name(out_, chart_.title.c_str());
    lxw_chart_font bold = font(kTitleSize, true);
    chart_title_set_name_font(out_, &bold);
  }

  void set_axes() {
    lxw_chart_font small = font(kTextSize);
    // Of lying bars, too, x is the level axis to the library.
    lxw_chart_axis* names = lies() ? out_->y_axis : out_->x_axis;
    lxw_chart_axis* values = lies() ? out_->x_axis : out_->y_axis;
    const auto set = [&](lxw_chart_axis* axis, const std::string& name) {
      chart_axis_set_num_font(axis, &small);
      if (name.empty()) return;
      chart_axis_set_name(axis, name.c_str());
      chart_axis_set_name_font(axis, &small);
    };
    set(names, chart_.categories_title);
    set(values, chart_.value_title);
    lxw_chart_line grid = {};
    grid.color = 0xD4D4D4;
    grid.width = 0.5F;
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    const std::string& format = target_.book.number_formats.at(chart_.number_format);
    if (!format.empty()) chart_axis_set_num_format(values, format.c_str());
    // Rows read from the top, as in the table below.
    if (lies()) chart_axis_set_reverse(names);
    if (!chart_.days) return;
    chart_axis_set_min(values, static_cast<double>(excel_day(chart_.days->first)));
    chart_axis_set_max(values, static_cast<double>(excel_day(chart_.days->second)));
  }

  void set_legend() {
    const auto shown = std::count_if(chart_.series.begin(), chart_.series.end(),
                                     [](const ChartSeries& series) { return !series.hidden; });
    if (shown < 2) {
      chart_legend_set_position(out_, LXW_CHART_LEGEND_NONE);
      return;
    }
    chart_legend_set_position(out_, LXW_CHART_LEGEND_TOP);
    lxw_chart_font small = font(kTextSize);
    chart_legend_set_font(out_, &small);
  }

  void set_bars() {
    const bool framed = std::any_of(chart_.series.begin(), chart_.series.end(),
                                    [](const ChartSeries& series) { return series.role != doc::SeriesRole::Actual; });
    const auto actual = std::count_if(chart_.series.begin(), chart_.series.end(),
                                      [](const ChartSeries& series) { return series.role == doc::SeriesRole::Actual; });
    chart_set_series_gap(out_, 60);
    // A target frames its bar when there is one bar to frame.
    if (is_stacked() || (framed && actual == 1)) chart_set_series_overlap(out_, 100);
  }

  const ChartTarget& target_;
  const Chart& chart_;
  lxw_chart* out_ = nullptr;
};

}  // namespace

lxw_error write_chart(const ChartTarget& target, const Chart& chart) { return ChartWriter(target, chart).write(); }

}  // namespace phaen::workbook
