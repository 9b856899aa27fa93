// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/chart.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "diagram/chart_axis.h"
#include "text/test_fonts.h"
#include "thai/numbers.h"

namespace phaen::diagram {
namespace {

using base::Decimal;
using base::Length;
using doc::ChartKind;

constexpr ChartKind kKinds[] = {ChartKind::Bars,   ChartKind::Lines, ChartKind::Radar,
                                ChartKind::Bullet, ChartKind::Gauge, ChartKind::Gantt};

struct Studio {
  text::FontBook fonts = shipped_fonts();
  text::Breaker breaker{{}};
  base::Diagnostics diagnostics;

  ChartSetting setting(bool thai_digits = false) {
    return {find_typeface(fonts, "Sarabun").value(), {fonts, breaker, diagnostics}, thai_digits, 1};
  }
  SetChart set(const doc::Chart& chart, std::size_t first = 0, ChartRoom room = room_of(440)) {
    return set_chart(chart, room, setting(), first);
  }
  static ChartRoom room_of(double width) { return {Length::pt(width), Length::pt(200), Length::pt(640)}; }
  std::string text(const SetChart& made) const {
    std::string all;
    for (const page::TextLine& line : made.items.lines) all += page::line_text(made.items, line, fonts) + "|";
    return all;
  }
};

doc::ChartFigure figure(Decimal number) {
  doc::ChartFigure made;
  made.number = number;
  made.text = thai::format_number(number);
  return made;
}

/// `series` of the values, each a little higher than the one before; nothing for a missing value.
doc::Chart chart_of(ChartKind kind, const std::vector<std::optional<Decimal>>& values, std::size_t series = 1,
                    const std::string& name = "ปี 25") {
  doc::Chart chart;
  chart.kind = kind;
  chart.value_title = {{"หน่วย : ล้านบาท"}};
  for (std::size_t i = 0; i < values.size(); ++i) chart.categories.push_back({name + std::to_string(60 + i)});
  for (std::size_t s = 0; s < series; ++s) {
    doc::ChartSeries made;
    made.name.text = "ชุดที่ " + std::to_string(s + 1) + (name.size() > 50 ? name : "");
    made.role = s > 0 && s + 1 == series ? doc::SeriesRole::Target : doc::SeriesRole::Actual;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (kind == ChartKind::Gantt) {
        doc::ChartPeriod period;
        if (values[i]) {
          const long shift = std::clamp<long>(static_cast<long>(values[i]->to_double()), -20000, 20000);
          period.first = base::Date::from_days(19266 + shift + static_cast<long>(s) * 20);
          period.last = base::Date::from_days(period.first->days() + static_cast<long>(i % 3) * 40);
          period.text = "1 ต.ค. 65 – 30 ก.ย. 66";
        }
        made.periods.push_back(period);
      } else if (values[i]) {
        made.figures.push_back(figure(*values[i]));
      } else {
        made.figures.emplace_back();
      }
    }
    chart.series.push_back(std::move(made));
  }
  return chart;
}

std::vector<std::optional<Decimal>> rising(std::size_t count) {
  std::vector<std::optional<Decimal>> values;
  for (std::size_t i = 0; i < count; ++i) values.emplace_back(Decimal(static_cast<std::int64_t>(i * 37 + 5), 1));
  return values;
}

std::vector<base::Rect> ink(const SetChart& made) {
  std::vector<base::Rect> boxes;
  for (const page::TextLine& line : made.items.lines) {
    const page::TextRun& first = made.items.runs.at(line.first_run);
    const page::TextRun& last = made.items.runs.at(line.first_run + line.run_count - 1);
    // Sarabun's letters with their usual marks.
    const Length up = first.size * 85 / 100, down = first.size * 25 / 100;
    boxes.push_back({first.x, line.baseline - up, last.x + last.width - first.x, up + down});
  }
  return boxes;
}

bool overlap(const base::Rect& a, const base::Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void check_sound(const SetChart& made, const Studio& studio) {
  const Length slack = Length::pt(0.6);
  const auto inside = [&](base::Point at) {
    return at.x >= -slack && at.x <= made.size.width + slack && at.y >= -slack && at.y <= made.size.height + slack;
  };
  for (const page::Path& path : made.items.paths)
    for (const page::PathStep& step : path.steps)
      if (step.kind != page::PathStep::Kind::Close) CHECK(inside(step.to));
  const std::vector<base::Rect> boxes = ink(made);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    CHECK(inside({boxes[i].x, boxes[i].y}));
    CHECK(inside({boxes[i].right(), boxes[i].bottom()}));
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      CHECK_MESSAGE(!overlap(boxes[i], boxes[j]),
                    page::line_text(made.items, made.items.lines[i], studio.fonts)
                        << " / " << page::line_text(made.items, made.items.lines[j], studio.fonts));
  }
  for (const page::TextRun& run : made.items.runs) CHECK(run.size >= kSmallest * 680 / 1000 - Length::raw(1));
}

/// All pages of a chart, each checked.
void check_whole(Studio& studio, const doc::Chart& chart, double width = 440) {
  CAPTURE(doc::name_of(chart.kind));
  CAPTURE(chart.categories.size());
  CAPTURE(chart.series.size());
  std::size_t next = 0, pages = 0;
  do {
    const SetChart made = studio.set(chart, next, Studio::room_of(width));
    CHECK(made.size.height <= Length::pt(640.5));
    CHECK((made.next > next || chart.categories.empty()));
    check_sound(made, studio);
    if (made.next <= next) break;
    next = made.next;
    ++pages;
  } while (next < chart.categories.size() && pages < 200);
  CHECK(next == chart.categories.size());
}

std::string long_name(std::size_t characters) {
  const std::string words = "การพัฒนาโครงข่ายคมนาคมและระบบโลจิสติกส์เชื่อมโยงการค้าชายแดน";
  std::string name;
  while (name.size() < characters * 3) name += words;
  return name.substr(0, characters * 3);
}

}  // namespace

TEST_CASE("axis steps are 1, 2 or 5 times a power of ten and hold both ends, exactly") {
  const auto ticks = [](const char* low, const char* high, int steps) {
    const Axis axis = nice_axis(Decimal::parse(low).value(), Decimal::parse(high).value(), steps);
    std::string all;
    for (const Decimal tick : axis.ticks) all += tick_text(tick, axis, false) + " ";
    return all;
  };
  CHECK(ticks("0", "10", 5) == "0 2 4 6 8 10 ");
  CHECK(ticks("0", "85700", 5) == "0 20,000 40,000 60,000 80,000 100,000 ");
  CHECK(ticks("0", "0.3", 6) == "0.00 0.05 0.10 0.15 0.20 0.25 0.30 ");
  CHECK(ticks("-3", "7", 5) == "-4 -2 0 2 4 6 8 ");
  CHECK(ticks("7", "7", 5) == "0 2 4 6 8 ");
  CHECK(ticks("0", "0", 2) == "0.0 0.5 1.0 ");
  CHECK(ticks("-5", "-5", 1) == "-5 0 ");
  CHECK(ticks("0", "0.000000000001", 3) == "0.000000000000 0.000000000001 ");
  CHECK(ticks("99.5", "100.5", 4) == "99.5 100.0 100.5 ");
}

TEST_CASE("ticks that 64 bits cannot hold are left out, the axis holds the figures still") {
  const Decimal huge(999'999'999'999'999'999, 0);
  const Axis axis = nice_axis(Decimal(), Decimal(9'200'000'000'000'000'000, 0), 5);
  CHECK(axis.high >= 9.2e18);
  CHECK(axis.share(huge) > 0.09);
  CHECK(axis.share(huge) < 0.11);
  CHECK(!axis.ticks.empty());
}

TEST_CASE("every kind draws any number of categories and series with no text on another and nothing outside") {
  Studio studio;
  for (const ChartKind kind : kKinds)
    for (const std::size_t categories : {1, 2, 3, 5, 12, 60})
      for (const std::size_t series : {1, 2, 3, 6}) check_whole(studio, chart_of(kind, rising(categories), series));
}

TEST_CASE("every kind draws negative, equal, zero, tiny and huge figures") {
  Studio studio;
  const std::vector<std::vector<std::optional<Decimal>>> sets{
      {Decimal(-5, 0), Decimal(12, 0), Decimal(-125, 1)},
      {Decimal(7, 0), Decimal(7, 0), Decimal(7, 0), Decimal(7, 0)},
      {Decimal(0, 0), Decimal(0, 0), Decimal(0, 0)},
      {Decimal(1, 12), Decimal(3, 12), Decimal(2, 12)},
      {Decimal(123'456'789'012'345'678, 0), Decimal(999'999'999'999'999'999, 0), Decimal(5, 0)},
      {Decimal(-999'999'999'999'999'999, 0), Decimal(-1, 0), Decimal(-5, 0)},
      {std::nullopt, Decimal(4, 0), std::nullopt, Decimal(8, 0), std::nullopt}};
  for (const ChartKind kind : kKinds)
    for (const auto& values : sets)
      for (const std::size_t series : {1, 3}) {
        doc::Chart chart = chart_of(kind, values, series);
        check_whole(studio, chart);
        chart.stacked = true;
        check_whole(studio, chart);
        chart.direction = doc::ChartDirection::Vertical;
        check_whole(studio, chart, 200);
        chart.direction = doc::ChartDirection::Horizontal;
        check_whole(studio, chart);
      }
}

TEST_CASE("names of 200 Thai characters are broken into lines or shortened, and said to be") {
  Studio studio;
  for (const ChartKind kind : kKinds)
    for (const std::size_t categories : {1, 4, 30})
      for (const std::size_t series : {1, 3}) {
        doc::Chart chart = chart_of(kind, rising(categories), series, long_name(200));
        check_whole(studio, chart);
        chart.direction = doc::ChartDirection::Vertical;
        check_whole(studio, chart);
      }
  CHECK(studio.diagnostics.all().front().code == "G031");
}

TEST_CASE("a missing figure draws nothing: no bar, no marker, no text") {
  Studio studio;
  for (const ChartKind kind : kKinds) {
    CAPTURE(doc::name_of(kind));
    const auto some = studio.set(chart_of(kind, {Decimal(4, 0), Decimal(4, 0), Decimal(4, 0)}));
    const auto fewer = studio.set(chart_of(kind, {Decimal(4, 0), std::nullopt, Decimal(4, 0)}));
    CHECK(fewer.items.paths.size() < some.items.paths.size());
    const auto zero = studio.set(chart_of(kind, {Decimal(4, 0), Decimal(0, 0), Decimal(4, 0)}));
    if (kind != ChartKind::Gantt) CHECK(studio.text(zero) != studio.text(fewer));
  }
}

TEST_CASE("a chart without any figure says so") {
  Studio studio;
  for (const ChartKind kind : kKinds) {
    CHECK(studio.text(studio.set(chart_of(kind, {std::nullopt, std::nullopt}))) == "ไม่มีข้อมูล|");
    CHECK(studio.text(studio.set(chart_of(kind, {}))) == "ไม่มีข้อมูล|");
  }
}

TEST_CASE("there is a legend from two series on, and looks differ in grey") {
  Studio studio;
  CHECK(studio.text(studio.set(chart_of(ChartKind::Lines, rising(3), 1))).find("ชุดที่") == std::string::npos);
  const std::string two = studio.text(studio.set(chart_of(ChartKind::Lines, rising(3), 2)));
  CHECK(two.find("ชุดที่ 1|ชุดที่ 2|") != std::string::npos);
}

TEST_CASE("a tiny chart: title, ticks, names, then figures") {
  Studio studio;
  const auto made = studio.set(chart_of(ChartKind::Bars, {Decimal(10, 0), std::nullopt, Decimal(30, 0)}));
  CHECK(studio.text(made) == "หน่วย : ล้านบาท|0|5|10|15|20|25|30|ปี 2560|ปี 2561|ปี 2562|10|30|");
  // Ground, grid, two bars of ground and outline, axis, grounds of two figures.
  CHECK(made.items.paths.size() == 9);
  const auto height = [&](std::size_t path) {
    return made.items.paths[path].steps[2].to.y - made.items.paths[path].steps[1].to.y;
  };
  CHECK(height(4) > height(2) * 29 / 10);
  CHECK(height(4) < height(2) * 31 / 10);
}

TEST_CASE("stacked bars print each part and the sum that is given") {
  Studio studio;
  doc::Chart chart = chart_of(ChartKind::Bars, {Decimal(10, 0), Decimal(20, 0)}, 3);
  for (doc::ChartSeries& series : chart.series) series.role = doc::SeriesRole::Actual;
  chart.stacked = true;
  chart.totals = {figure(Decimal(30, 0)), figure(Decimal(60, 0))};
  const std::string text = studio.text(studio.set(chart));
  CHECK(text.find("|20|20|20|") != std::string::npos);
  CHECK(text.ends_with("|30|60|"));
}

TEST_CASE("ticks are in the digits of the document") {
  Studio studio;
  const auto made = set_chart(chart_of(ChartKind::Bars, {Decimal(40, 0)}), Studio::room_of(300), studio.setting(true));
  CHECK(studio.text(made).find("๔๐") != std::string::npos);
}

TEST_CASE("a planning calendar has fiscal years from October on and a diamond for a single day") {
  Studio studio;
  doc::Chart chart;
  chart.kind = ChartKind::Gantt;
  chart.categories = {{"แจ้งกรอบวงเงิน"}, {"ก.บ.ก. พิจารณา"}};
  chart.series.emplace_back();
  chart.series[0].periods = {{base::Date{2022, 11, 1}, base::Date{2022, 11, 30}, "1 – 30 พ.ย. 65", 0},
                             {base::Date{2023, 10, 2}, base::Date{2023, 10, 2}, "2 ต.ค. 66", 0}};
  const std::string text = studio.text(studio.set(chart));
  CHECK(text.find("ปีงบประมาณ พ.ศ. 2566|") != std::string::npos);
  CHECK(text.find("พ.ย.|ธ.ค.|ม.ค.|") != std::string::npos);
  CHECK(text.find("1 – 30 พ.ย. 65|") != std::string::npos);
  CHECK(text.find("ก.ย.|") != std::string::npos);
}

TEST_CASE("rows that do not fit on one page go on in a next chart with legend and axis again") {
  Studio studio;
  doc::Chart chart = chart_of(ChartKind::Bars, rising(90), 2);
  chart.direction = doc::ChartDirection::Horizontal;
  const SetChart first = studio.set(chart);
  REQUIRE(first.next < 90);
  const SetChart second = studio.set(chart, first.next);
  CHECK(studio.text(second).find("ชุดที่ 1|") != std::string::npos);
  CHECK(studio.text(second).find(chart.categories[first.next].text) != std::string::npos);
}

}  // namespace phaen::diagram
