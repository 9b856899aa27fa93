// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "page/page.h"
#include "text/test_fonts.h"

namespace phaen::page {
namespace {

using base::Length;

/// One page with one item of each kind, and a line of two runs.
Pages sample(text::FontBook& fonts) {
  Pages pages;
  pages.info.title = "แผน";
  pages.tags = {
      {Role::Document, kRoot, 1, 1, true, {}}, {Role::Table, kRoot, 1, 1, true, "สรุป"}, {Role::TH, 1, 2, 3, false, {}}};
  pages.links = {"", "#here"};
  pages.outline = {{1, "บทนำ", "here"}};
  Page page;
  page.size = {Length::pt(100), Length::pt(60)};
  page.folio = "ก";
  page.anchors = {{"here", {Length::pt(1), Length::pt(-2.5)}}};
  page.fills = {{{Length::pt(1), Length::pt(2), Length::pt(3), Length::pt(4)}, {0xf0, 0xf0, 0xf0}}};
  page.rules = {{{Length::pt(1), Length::pt(2)}, {Length::pt(30), Length::pt(2)}, Length::pt(0.5), {}, Length::pt(4)}};
  page.pictures = {{{Length::pt(0), Length::pt(0), Length::pt(10), Length::pt(10.25)}, nullptr, kArtifact}};
  const auto regular = fonts.find_face("Sarabun", false, false).value();
  for (const char* word : {"น้ำ", "2"}) {
    TextRun run;
    run.size = Length::pt(10);
    run.x = Length::pt(5);
    run.face = regular;
    run.first_glyph = static_cast<std::uint32_t>(page.glyphs.size());
    const std::vector<text::GlyphRef>& glyphs = fonts.shape(regular, word);
    page.glyphs.insert(page.glyphs.end(), glyphs.begin(), glyphs.end());
    run.glyph_count = static_cast<std::uint16_t>(glyphs.size());
    page.runs.push_back(run);
  }
  page.runs[1].rise = Length::pt(3);
  page.runs[1].underline = true;
  page.runs[1].colour = {255, 0, 0};
  page.runs[1].link = 1;
  page.runs[1].origin = 7;
  page.lines = {{Length::pt(20), 0, 2, 2, true}};
  pages.pages.push_back(page);
  return pages;
}

TEST_CASE("the text of a line is the characters of its runs in order") {
  text::FontBook fonts = shipped_fonts();
  const Pages pages = sample(fonts);
  CHECK(line_text(pages.pages[0], pages.pages[0].lines[0], fonts) == "น้ำ2");
}

TEST_CASE("the dump shows every item of a page, the tags and the outline") {
  text::FontBook fonts = shipped_fonts();
  const Pages pages = sample(fonts);
  const auto describe = [](base::OriginId origin, const void* context) {
    return *static_cast<const std::string*>(context) + std::to_string(origin);
  };
  const std::string prefix = "origin ";
  CHECK(dump(pages, fonts, describe, &prefix) == R"~(pages: แผน
page 1 100x60 folio "ก"
  anchor here at 1,-2.5
  fill 1,2 3x4 #f0f0f0
  rule 1,2 - 30,2 0.5 dotted 4
  picture 0,0 10x10.25 artifact
  line 20 TH#2 joins
    run 5+0 Sarabun Regular 10 "น้ำ"
    run 5+0 Sarabun Regular 10 rise 3 underline #ff0000 -> #here from origin 7 "2"
tags
  Document#0
    Table#1 "สรุป"
      TH#2 span 3x2 row scope
outline
  1 บทนำ -> here
)~");
}

TEST_CASE("every role has a name of its own") {
  std::set<std::string_view> names;
  for (int role = 0; role <= static_cast<int>(Role::Note); ++role) names.insert(name(static_cast<Role>(role)));
  CHECK(names.size() == static_cast<std::size_t>(Role::Note) + 1);
}

}  // namespace
}  // namespace phaen::page
