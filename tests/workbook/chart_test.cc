// SPDX-License-Identifier: GPL-3.0-or-later
// Charts on sheets: the table of the figures and the native chart over it.
#include <doctest/doctest.h>

#include "workbook/sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;

doc::ChartFigure amount(std::int64_t baht, std::string text) {
  const base::Money money = base::Money::baht(baht);
  return {money.to_baht(), std::move(text), money, "baht", base::kNoOrigin};
}

doc::ChartBlock budget_chart(doc::ChartKind kind = doc::ChartKind::Bars) {
  doc::ChartBlock block;
  block.caption = doc::Caption{doc::CaptionKind::Figure, "1", words("ภาพที่ 1"), words("งบประมาณ"), {}};
  doc::Chart& chart = block.chart;
  chart.kind = kind;
  chart.categories = {{"2566"}, {"2567"}, {"2568"}};
  chart.categories_title = doc::ChartText{"ปี"};
  chart.value_title = {{"หน่วย : บาท"}};
  chart.series.resize(2);
  chart.series[0].name.text = "งบดำเนินงาน";
  chart.series[0].figures = {amount(100, "100"), {}, amount(300, "300")};
  chart.series[1].name.text = "งบลงทุน";
  chart.series[1].figures = {amount(1000, "1,000"), amount(2000, "2,000"), amount(-50, "-50")};
  return block;
}

std::string dumped(const doc::ChartBlock& block) {
  Bench bench;
  return dump(bench.make(document_of({section_of("แผนภูมิ", {block})})));
}

}  // namespace

TEST_CASE("a chart's figures are numbers in a table, and the chart names their cells") {
  const std::string text = dumped(budget_chart());
  CHECK(text.find("chart A2 column") != std::string::npos);
  CHECK(text.find("categories=A5:A7 values=\"หน่วย : บาท\" names=\"ปี\"") != std::string::npos);
  CHECK(text.find("series B4 B5:B7 look=0\n") != std::string::npos);
  CHECK(text.find("series C4 C5:C7 look=1\n") != std::string::npos);
  CHECK(text.find("number 2000") != std::string::npos);
  CHECK(text.find("text \"2,000\"") == std::string::npos);
}

TEST_CASE("the written chart keeps the values of its cells; a missing one is a gap") {
  Bench bench;
  const Package package(bench.make(document_of({section_of("แผนภูมิ", {budget_chart()})})));
  CHECK(package.xml_errors() == "");
  const std::string chart = package.part("xl/charts/chart1.xml");
  CHECK(chart.find("<c:f>'แผนภูมิ'!$B$5:$B$7</c:f>") != std::string::npos);
  CHECK(chart.find("<c:pt idx=\"0\"><c:v>100</c:v></c:pt>") != std::string::npos);
  CHECK(chart.find("<c:pt idx=\"2\"><c:v>300</c:v></c:pt>") != std::string::npos);
  CHECK(chart.find("<c:v>0</c:v>") == std::string::npos);
  CHECK(chart.find("<c:v>2567</c:v>") != std::string::npos);
  CHECK(chart.find("dispBlanksAs val=\"zero\"") == std::string::npos);
  CHECK(chart.find("TH SarabunPSK") != std::string::npos);
  CHECK(package.part("xl/drawings/drawing1.xml").find("descr=\"แผนภูมิแท่ง") != std::string::npos);
}

TEST_CASE("kinds: lines and radar are drawn as such, a stack has its sums, names that are long lie") {
  CHECK(dumped(budget_chart(doc::ChartKind::Lines)).find("chart A2 line") != std::string::npos);
  CHECK(dumped(budget_chart(doc::ChartKind::Radar)).find("chart A2 radar") != std::string::npos);
  doc::ChartBlock stack = budget_chart();
  stack.chart.stacked = true;
  stack.chart.totals = {amount(1100, "1,100"), amount(2000, "2,000"), amount(250, "250")};
  const std::string stacked = dumped(stack);
  CHECK(stacked.find("stacked-column") != std::string::npos);
  CHECK(stacked.find("number 1100") != std::string::npos);
  stack.chart.categories[0].text = "การพัฒนาโครงข่ายคมนาคมเชื่อมโยงการค้าชายแดน";
  CHECK(dumped(stack).find("stacked-bar") != std::string::npos);
}

TEST_CASE("a gauge, and rows with scales of their own, are tables without a chart") {
  CHECK(dumped(budget_chart(doc::ChartKind::Gauge)).find("  chart ") == std::string::npos);
  doc::ChartBlock own = budget_chart(doc::ChartKind::Bullet);
  own.chart.own_scales = true;
  CHECK(dumped(own).find("  chart ") == std::string::npos);
  CHECK(dumped(own).find("number 300") != std::string::npos);
  own.chart.own_scales = false;
  own.chart.series[1].role = doc::SeriesRole::Target;
  CHECK(dumped(own).find("look=0 target") != std::string::npos);
}

TEST_CASE("periods are first days and numbers of days: a bar without ink, then one with it, over an axis of days") {
  doc::ChartBlock block = budget_chart(doc::ChartKind::Gantt);
  block.chart.series.resize(1);
  block.chart.series[0].figures.clear();
  block.chart.series[0].periods = {{base::Date{2022, 11, 1}, base::Date{2022, 11, 30}, "1 – 30 พ.ย. 65", 0},
                                   {},
                                   {base::Date{2023, 8, 17}, base::Date{2023, 8, 17}, "17 ส.ค. 66", 0}};
  const std::string text = dumped(block);
  CHECK(text.find("days=2022-11-01..2023-09-01") != std::string::npos);
  CHECK(text.find("look=0 hidden") != std::string::npos);
  CHECK(text.find("date 2022-11-01") != std::string::npos);
  CHECK(text.find("number 30\n") != std::string::npos);
}

}  // namespace phaen::workbook
