// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/chart.h"

#include <doctest/doctest.h>

#include <set>

#include "doc/series_look.h"

namespace phaen::doc {

TEST_CASE("a chart is told in words: unit, series, names and figures, and what is missing") {
  Chart chart;
  chart.kind = ChartKind::Lines;
  chart.value_title = {{"หน่วย : "}, {"ล้านบาท"}};
  chart.categories = {{"2566"}, {"2567"}};
  chart.series.emplace_back();
  chart.series[0].name.text = "เป้าหมาย";
  chart.series[0].figures.resize(2);
  chart.series[0].figures[0] = {base::Decimal::integer(12), "12", base::Decimal::integer(12), "integer", 0};
  CHECK(has_figures(chart));
  CHECK(describe(chart) == "แผนภูมิเส้น หน่วย : ล้านบาท; เป้าหมาย: 2566 12, 2567 ไม่มีข้อมูล");
}

TEST_CASE("periods are told with their days; one without an end is missing") {
  Chart chart;
  chart.kind = ChartKind::Gantt;
  chart.categories = {{"ขั้นที่ 1"}, {"ขั้นที่ 2"}};
  chart.series.emplace_back();
  chart.series[0].periods = {{base::Date{2022, 10, 1}, base::Date{2022, 10, 31}, "1 – 31 ต.ค. 65", 0},
                             {base::Date{2022, 11, 1}, {}, {}, 0}};
  CHECK(describe(chart) == "แผนภูมิช่วงเวลา; ขั้นที่ 1 1 – 31 ต.ค. 65, ขั้นที่ 2 ไม่มีข้อมูล");
  chart.series[0].periods.erase(chart.series[0].periods.begin());
  chart.categories.pop_back();
  CHECK_FALSE(has_figures(chart));
}

TEST_CASE("no two looks share hatch, lightness, dash and marker: they differ in grey") {
  std::set<std::string> areas, lines;
  for (std::size_t i = 0; i < kSeriesLooks; ++i) {
    const SeriesLook look = series_look(i);
    const int grey = (look.fill.red * 30 + look.fill.green * 59 + look.fill.blue * 11) / 100;
    areas.insert(std::to_string(static_cast<int>(look.hatch)) + "/" + std::to_string(grey / 40));
    lines.insert(std::to_string(static_cast<int>(look.dash)) + "/" + std::to_string(static_cast<int>(look.marker)) +
                 (look.hollow ? "o" : "*"));
  }
  CHECK(areas.size() == kSeriesLooks);
  CHECK(lines.size() == kSeriesLooks);
}

}  // namespace phaen::doc
