// SPDX-License-Identifier: GPL-3.0-or-later
// Gantt: periods over the months of fiscal years (October to September), years headed in the Buddhist era.
#include <algorithm>

#include "base/format.h"
#include "diagram/chart_work.h"
#include "thai/calendar.h"
#include "thai/digits.h"

namespace phaen::diagram {
namespace {

using base::Length;
using base::Rect;

/// Months counted from October of fiscal year 0: a fiscal year is twelve of them, a quarter three.
int month_number(base::Date date) { return thai::to_buddhist_year(date.year) * 12 + date.month - 1 + 3; }
int fiscal_year_of(int month) { return month / 12; }

int days_in_month(base::Date date) {
  const base::Date first{date.year, date.month, 1};
  const base::Date next = date.month == 12 ? base::Date{date.year + 1, 1, 1} : base::Date{date.year, date.month + 1, 1};
  return static_cast<int>(next.days() - first.days());
}

/// What a column of the calendar stands for.
enum class Unit : std::uint8_t { Month = 1, Quarter = 3, Year = 12 };
int months_of(Unit unit) { return static_cast<int>(unit); }

struct Calendar {
  int first = 0, end = 0;  ///< months; whole units
  Unit unit = Unit::Month;
  Rect area;  ///< of the rows
  /// Where a day begins, or ends.
  Length x(base::Date date, bool at_end) const {
    const double days = days_in_month(date), past = at_end ? date.day : date.day - 1;
    const double months = month_number(date) - first + past / days;
    return area.x + Length::pt(area.width.to_pt() * months / (end - first));
  }
  Length x(int month) const { return area.x + area.width * (month - first) / (end - first); }
};

std::optional<std::pair<int, int>> span_of(const doc::Chart& chart) {
  std::optional<std::pair<int, int>> span;
  for (const doc::ChartSeries& series : chart.series)
    for (const doc::ChartPeriod& period : series.periods) {
      if (!period.is_whole()) continue;
      const int first = month_number(*period.first), end = month_number(*period.last) + 1;
      if (!span) span = {first, end};
      span = {std::min(span->first, first), std::max(span->second, end)};
    }
  return span;
}

std::string localised(const ChartWork& work, const std::string& text) {
  return work.setting.thai_digits ? thai::to_thai_digits(text) : text;
}

std::string unit_text(const ChartWork& work, int month, Unit unit) {
  switch (unit) {
    case Unit::Month: return std::string(thai::month_abbreviation((month - 3 + 12) % 12 + 1));
    case Unit::Quarter: return localised(work, base::format("ไตรมาส {}", month % 12 / 3 + 1));
    case Unit::Year: return {};
  }
  return {};
}

/// The first of the texts that fits.
std::string fitting(const ChartWork& work, const std::vector<std::string>& texts, Length width) {
  for (const std::string& text : texts)
    if (work.wide(text) + Length::pt(2) <= width) return text;
  return {};
}

/// The finest unit whose columns hold their heads.
Calendar make_calendar(const ChartWork& work, std::pair<int, int> span, const Rect& area) {
  Calendar calendar;
  calendar.area = area;
  for (const Unit unit : {Unit::Month, Unit::Quarter, Unit::Year}) {
    const int months = months_of(unit);
    calendar.unit = unit;
    calendar.first = span.first / months * months;
    calendar.end = (span.second + months - 1) / months * months;
    const Length column = area.width * months / (calendar.end - calendar.first);
    const std::string widest = unit == Unit::Quarter ? localised(work, "4") : "มิ.ย.";
    if (work.wide(widest) + Length::pt(2) <= column) return calendar;
  }
  return calendar;
}

void draw_head_cell(ChartWork& work, const Rect& cell, const std::string& text) {
  ShapeStyle style;
  style.fill = kPaleGrey;
  style.colour = kAxisLine;
  style.thickness = Length::pt(0.5);
  work.canvas.box(cell, {}, style);
  if (!text.empty()) work.try_line({text, work.chart.origin}, cell.x + (cell.width - work.wide(text)) / 2, cell.y);
}

void draw_heads(ChartWork& work, const Calendar& calendar, Length y) {
  const Length lead = work.lead();
  for (int month = calendar.first; month < calendar.end;) {
    const int year = fiscal_year_of(month), next = std::min((year + 1) * 12, calendar.end);
    const Rect cell{calendar.x(month), y, calendar.x(next) - calendar.x(month), lead};
    const std::string number = localised(work, base::format("{}", year));
    const std::string short_number = localised(work, base::format("{:02}", year % 100));
    draw_head_cell(work, cell,
                   fitting(work, {"ปีงบประมาณ พ.ศ. " + number, "ปีงบฯ " + number, number, short_number}, cell.width));
    month = next;
  }
  if (calendar.unit == Unit::Year) return;
  const int step = months_of(calendar.unit);
  for (int month = calendar.first; month < calendar.end; month += step) {
    const Rect cell{calendar.x(month), y + lead, calendar.x(month + step) - calendar.x(month), lead};
    const std::string bare =
        calendar.unit == Unit::Quarter ? localised(work, base::format("{}", month % 12 / 3 + 1)) : std::string();
    draw_head_cell(work, cell, fitting(work, {unit_text(work, month, calendar.unit), bare}, cell.width));
  }
}

void draw_grid(ChartWork& work, const Calendar& calendar, const std::vector<Length>& tops) {
  std::vector<std::pair<base::Point, base::Point>> months, years;
  const int step = months_of(calendar.unit);
  for (int month = calendar.first; month <= calendar.end; month += step) {
    const Length x = calendar.x(month);
    (month % 12 == 0 || month == calendar.end || month == calendar.first ? years : months)
        .push_back({{x, tops.front()}, {x, tops.back()}});
  }
  for (const Length y : tops) months.push_back({{Length(), y}, {calendar.area.right(), y}});
  work.canvas.strokes(months, grid_style());
  work.canvas.strokes(years, axis_style());
}

void draw_period(ChartWork& work, const Calendar& calendar, const doc::ChartPeriod& period, const Rect& row,
                 std::size_t look) {
  const Length from = calendar.x(*period.first, false);
  const Length to = std::max(calendar.x(*period.last, true), from + Length::pt(1));
  const Length inset = row.height / 6, gap = Length::pt(3);
  Length left = from, right = to;
  if (*period.first == *period.last) {
    // A day is a milestone: a diamond, however narrow its column.
    const Length half = row.height / 2 - inset, middle = row.y + row.height / 2;
    const Length x = std::clamp((from + to) / 2, calendar.area.x + half, calendar.area.right() - half);
    work.canvas.polygon({{x, middle - half}, {x + half, middle}, {x, middle + half}, {x - half, middle}},
                        filled(doc::series_look(look).ink));
    left = x - half;
    right = x + half;
  } else {
    draw_area(work.canvas, {from, row.y + inset, to - from, row.height - inset * 2}, doc::series_look(look));
  }
  if (!work.chart.labels) return;
  const doc::ChartText text{period.text, period.origin};
  const Length y = row.y + (row.height - work.lead()) / 2;
  if (right + gap + work.wide(text.text) <= calendar.area.right() && work.try_line(text, right + gap, y)) return;
  const Length before = left - gap - work.wide(text.text);
  if (before >= calendar.area.x) work.try_line(text, before, y);
}

}  // namespace

ChartEnd draw_gantt(ChartWork& work) {
  const doc::Chart& chart = work.chart;
  const auto span = span_of(chart);
  if (!span) return {work.lead(), chart.categories.size()};
  const ChartHead head = set_head(work, 2, work.most / 3);
  const std::size_t places = std::max<std::size_t>(chart.series.size(), 1);
  const Length lead = work.lead(), heads = lead * 2;
  const ChartRows rows =
      set_rows(work, lead * static_cast<std::int64_t>(places) + kChartGap, work.most - head.height - heads - kChartGap);
  const Length left = rows.label_width + kChartGap;
  Calendar calendar = make_calendar(work, *span, {left, Length(), work.width - left - Length::pt(1), Length()});
  const Length top = head.height + (calendar.unit == Unit::Year ? lead : heads);
  calendar.area.y = top;
  calendar.area.height = rows.height;
  draw_head(work, head, Swatch::Area);
  draw_heads(work, calendar, head.height);
  std::vector<Length> tops{top};
  for (const Length height : rows.heights) tops.push_back(tops.back() + height);
  draw_grid(work, calendar, tops);
  for (std::size_t i = work.first; i < rows.end; ++i) {
    const Length row_top = tops[i - work.first], row_height = rows.heights[i - work.first];
    const TextBlock& name = rows.labels[i - work.first];
    work.put(name, {Length(), row_top + (row_height - name.height()) / 2});
    const Length band = lead * static_cast<std::int64_t>(places);
    Length y = row_top + (row_height - band) / 2;
    for (std::size_t s = 0; s < chart.series.size(); ++s, y += lead) {
      const auto& periods = chart.series[s].periods;
      if (i < periods.size() && periods[i].is_whole())
        draw_period(work, calendar, periods[i], {calendar.area.x, y, calendar.area.width, lead}, s);
    }
  }
  return {tops.back() + Length::pt(1), rows.end};
}

}  // namespace phaen::diagram
