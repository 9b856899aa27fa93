// SPDX-License-Identifier: GPL-3.0-or-later
// Charts inside documents: place, caption, tags, parts.
#include <doctest/doctest.h>

#include "layout/setting.h"

namespace phaen::layout {
namespace {

using base::Length;

doc::ChartBlock chart_block(std::size_t categories, base::OriginId origin = base::kNoOrigin) {
  doc::ChartBlock block;
  block.caption = doc::Caption{doc::CaptionKind::Figure, "1", words("ภาพที่ 1"), words("งบ"), "f1"};
  block.chart.kind = doc::ChartKind::Bars;
  block.chart.direction = doc::ChartDirection::Horizontal;
  block.chart.origin = origin;
  block.chart.series.emplace_back();
  for (std::size_t i = 0; i < categories; ++i) {
    block.chart.categories.push_back({"ปี " + std::to_string(2500 + i)});
    const base::Decimal number = base::Decimal::integer(static_cast<std::int64_t>(i + 1));
    block.chart.series[0].figures.push_back({number, number.to_string(), number, "integer", base::kNoOrigin});
  }
  return block;
}

doc::Section wide_section(int lines) {
  doc::Section section = toy_section("body", lines);
  section.geometry.paper.width = Length::pt(500);
  return section;
}

}  // namespace

TEST_CASE("a chart stands in the text with its caption, tagged as a figure that tells its figures") {
  Press press;
  doc::Section section = wide_section(20);
  section.blocks.push_back(paragraph("ก่อน"));
  section.blocks.push_back(chart_block(2));
  section.blocks.push_back(paragraph("หลัง"));
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  REQUIRE(pages.pages.size() == 1);
  CHECK(press.text(pages, 0).find("ก่อน/0.0/0.5/1.0/1.5/2.0/ปี 2500/ปี 2501/1/2/ภาพที่ 1 งบ/หลัง/") == 0);
  const page::Page& page = pages.pages[0];
  REQUIRE(!page.paths.empty());
  const page::Tag& figure = pages.tags.at(page.paths[0].tag);
  CHECK(figure.role == page::Role::Figure);
  CHECK(figure.alternative == "แผนภูมิแท่ง; ปี 2500 1, ปี 2501 2");
  for (const page::Path& path : page.paths)
    for (const page::PathStep& step : path.steps)
      if (step.kind != page::PathStep::Kind::Close) CHECK(step.to.x >= Length::pt(50));
}

TEST_CASE("a chart that does not fit on the rest of the page goes whole to the next") {
  Press press;
  doc::Section section = wide_section(10);
  for (int i = 0; i < 6; ++i) section.blocks.push_back(paragraph("บรรทัด"));
  section.blocks.push_back(chart_block(4));
  const page::Pages pages = press.set({section});
  REQUIRE(pages.pages.size() == 2);
  CHECK(pages.pages[0].paths.empty());
  CHECK(!pages.pages[1].paths.empty());
  CHECK(press.text(pages, 1).find("ภาพที่ 1 งบ") != std::string::npos);
}

TEST_CASE("rows more than a page holds go on in a further part, captioned as one that continues") {
  Press press;
  doc::Section section = wide_section(10);
  section.blocks.push_back(chart_block(12));
  const page::Pages pages = press.set({section});
  REQUIRE(pages.pages.size() >= 2);
  CHECK(press.text(pages, 0).find("ภาพที่ 1 งบ") != std::string::npos);
  CHECK(press.text(pages, 1).find("ภาพที่ 1 (ต่อ)") != std::string::npos);
  CHECK(press.text(pages, pages.pages.size() - 1).find("ปี 2511") != std::string::npos);
}

TEST_CASE("a page whose chart shows synthetic figures says so even when no figure is printed") {
  Press press;
  press.info.synthetic_note = "ข้อมูลสมมุติ";
  const base::OriginId synthetic = press.origins.add_field(0, 0, 0, base::Fact::Synthetic);
  doc::Section section = wide_section(20);
  section.blocks.push_back(chart_block(2, press.origins.add_derived("chart", {synthetic})));
  const page::Pages pages = press.set({section});
  CHECK(press.text(pages, 0).find("ข้อมูลสมมุติ") != std::string::npos);
}

}  // namespace phaen::layout
