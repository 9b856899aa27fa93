// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/file.h"
#include "support/golden.h"
#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates::test;
using phaen::support::check_golden;

namespace {

const doc::ChartBlock& only_chart(const Outcome& outcome) {
  REQUIRE(outcome.sections.size() == 1);
  REQUIRE(outcome.sections[0].blocks.size() == 1);
  return std::get<doc::ChartBlock>(outcome.sections[0].blocks[0]);
}

Outcome expand_in(const std::string& blocks) { return expand({in_section(blocks)}); }

}  // namespace

TEST_CASE("budgets by issue and year, stacked: series from a loop, sums with their origins, totals, a caption") {
  const Outcome outcome = expand({base::read_file("tests/template/examples/budget_chart.xml").value()});
  CHECK(outcome.messages == "");
  check_golden("tests/golden/template/budget_chart.txt", outcome.dump);
}

TEST_CASE("figures are exact, in the unit of their format; a year without a record is a gap") {
  const Outcome outcome = expand_in(
      "<chart kind=\"bars\" format=\"million-baht\"><category each=\"y\" in=\"plan.years\" label=\"{y | year}\"/>"
      "<series name=\"งบประมาณ\" sum=\"budgets.amount\" as=\"b\" where=\"b.year = y and b.node = J1\"/></chart>");
  CHECK(outcome.messages == "");
  const doc::Chart& chart = only_chart(outcome).chart;
  REQUIRE(chart.series.size() == 1);
  REQUIRE(chart.series[0].figures.size() == 3);
  CHECK(chart.series[0].figures[1].number == base::Decimal::parse("20.5000005"));
  CHECK(chart.series[0].figures[1].text == "20.5000");
  CHECK(std::get<base::Money>(chart.series[0].figures[1].value) == base::Money{2050000050});
  CHECK_FALSE(chart.series[0].figures[2].number);
  CHECK(chart.series[0].figures[2].text.empty());
}

TEST_CASE("targets and a base: a series looks its records up as a cell does") {
  const Outcome outcome = expand_in(
      "<for each=\"k\" in=\"kpis\" where=\"k.code = I1-K1\"><chart kind=\"lines\" height=\"5cm\" width=\"50%\">"
      "<category each=\"y\" in=\"plan.years\" label=\"{y | year}\" title=\"ปีงบประมาณ\"/>"
      "<series name=\"เป้าหมาย\" role=\"target\" from=\"k.targets\" as=\"t\" where=\"t.year = y\">{t.value}</series>"
      "<series name=\"ค่าฐาน\">{k.base}</series></chart></for>");
  CHECK(outcome.messages == "");
  const doc::ChartBlock& block = only_chart(outcome);
  CHECK(block.height == base::Length::cm(5));
  CHECK(block.width == base::Length::cm(8));
  const doc::Chart& chart = block.chart;
  CHECK(chart.categories_title->text == "ปีงบประมาณ");
  CHECK(chart.series[0].role == doc::SeriesRole::Target);
  CHECK(chart.series[0].figures[1].number == base::Decimal::parse("5.5"));
  for (const doc::ChartFigure& figure : chart.series[1].figures) CHECK(figure.text == "9,981.97");
}

TEST_CASE("periods of a planning calendar are dates with their range as it is printed") {
  const Outcome outcome = expand_in(
      "<chart kind=\"gantt\"><category each=\"p\" in=\"plans\" label=\"{p.title}\"/>"
      "<series name=\"กำหนด\" start=\"p.issue_date\" end=\"p.issue_date\"/></chart>");
  CHECK(outcome.messages == "");
  const doc::ChartPeriod& period = only_chart(outcome).chart.series.at(0).periods.at(0);
  CHECK(period.is_whole());
  CHECK(period.text.find("65") != std::string::npos);
}

TEST_CASE("a period without its end, or the wrong way round, is drawn by nobody") {
  const Outcome outcome = expand_in(
      "<chart kind=\"gantt\"><category each=\"p\" in=\"projects\" label=\"{p.node.name}\"/>"
      "<series start=\"p.start_date\" end=\"p.end_date\"/></chart>");
  CHECK(outcome.messages.find("warning T116") != std::string::npos);
  const auto& periods = only_chart(outcome).chart.series.at(0).periods;
  REQUIRE(periods.size() == 3);
  CHECK(periods[0].is_whole());
  CHECK_FALSE(periods[1].is_whole());
  CHECK_FALSE(periods[2].is_whole());
}

TEST_CASE("a bullet chart of KPIs has a scale for each row, targets and bands") {
  const Outcome outcome = expand_in(
      "<figure><chart kind=\"bullet\" scale=\"own\" labels=\"no\" alternative=\"ผลกับเป้า\">"
      "<category each=\"k\" in=\"kpis\" where=\"k.code = I1-K1\" limit=\"3\" index=\"n\" label=\"{n}. {k.name}\"/>"
      "<series name=\"ผล\" from=\"k.targets\" as=\"t\" where=\"t.year = 2566\">{t.value}</series>"
      "<series name=\"เกณฑ์\" role=\"band\" from=\"k.targets\" as=\"t\" where=\"t.year = 2568\">{t.value}</series>"
      "<unit>หน่วย : {plan.title}</unit></chart></figure>");
  CHECK(outcome.messages == "");
  const doc::ChartBlock& block = only_chart(outcome);
  CHECK(block.chart.own_scales);
  CHECK_FALSE(block.chart.labels);
  CHECK(block.alternative == "ผลกับเป้า");
  CHECK(block.chart.categories.at(0).text == "1. มูลค่าการค้าชายแดน");
  CHECK(block.chart.value_title.size() == 2);
  CHECK(block.chart.series[1].role == doc::SeriesRole::Band);
}

TEST_CASE("a figure left without a chart has no number; the next one counts on") {
  const Outcome outcome = expand_in(
      "<figure><chart kind=\"bars\"><category each=\"y\" in=\"plan.years\" label=\"{y}\"/>"
      "<series sum=\"budgets.amount\" as=\"b\" where=\"b.node = none\"/></chart><caption>ว่าง</caption></figure>"
      "<figure><caption>งบ</caption><chart kind=\"bars\"><category each=\"y\" in=\"plan.years\" label=\"{y}\"/>"
      "<series sum=\"budgets.amount\"/></chart></figure>");
  CHECK(outcome.messages.find("warning T115") != std::string::npos);
  REQUIRE(only_chart(outcome).caption);
  CHECK(only_chart(outcome).caption->number == "1");
}
