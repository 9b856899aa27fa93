// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/setting.h"

namespace phaen::layout {
namespace {

using base::Length;
using Texts = std::vector<std::string>;

TEST_CASE("a section of a heading, a paragraph and a list becomes a galley and pages") {
  Press press;
  doc::Section section = toy_section("body", 4);
  section.blocks.push_back(heading("ส่วนที่ 1", "part1"));
  section.blocks.push_back(paragraph("กำแพงเพชร"));
  doc::Paragraph item = paragraph("น้ำ");
  item.marker = "1)";
  section.blocks.push_back(item);
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  CHECK(press.galley == R"~(galley
  strip 0 height 20 bound mark part1 line x 0 "ส่วนที่ 1"
  strip 1 height 20 line x 0 "กำแพงเพชร"
  strip 2 height 20 line x 19.04 "1)" "น้ำ"
)~");
  CHECK(page::dump(pages, press.fonts, nullptr, nullptr) == R"~(pages: 
page 1 300x180 folio "1"
  anchor part1 at 50,50
  line 63.98 H1#1
    run 50+30.26 Sarabun Regular 9.52 "ส่วนที่ 1"
  line 83.98 P#2
    run 50+46.97 Sarabun Regular 9.52 "กำแพงเพชร"
  line 103.98 Lbl#5
    run 50+8.26 Sarabun Regular 9.52 "1)"
  line 103.98 LBody#6
    run 69.04+10.68 Sarabun Regular 9.52 "น้ำ"
  line 33.98 artifact
    run 244.76+5.24 Sarabun Regular 9.52 "1"
tags
  Document#0
    H1#1
    P#2
    L#3
      LI#4
        Lbl#5
        LBody#6
outline
  1 ส่วนที่ 1 -> part1
)~");
}

TEST_CASE("heading tags go down one level at a time, over sections too, whatever levels are skipped") {
  Press press;
  std::vector<doc::Section> sections;
  for (const std::vector<int>& levels : {std::vector<int>{2, 4}, std::vector<int>{4, 1, 3, 3, 2, 3, 6}}) {
    sections.push_back(toy_section("s" + std::to_string(sections.size()), 9));
    for (const int level : levels) sections.back().blocks.push_back(heading("น้ำ", {}, level));
  }
  const page::Pages pages = press.set(sections);
  std::string roles;
  for (const page::Tag& tag : pages.tags) roles += std::string(page::name(tag.role)) + " ";
  CHECK(roles == "Document H1 H2 H3 H1 H2 H3 H2 H3 H4 ");
}

TEST_CASE("list items stand in a list, deeper ones in a list inside the body of their item") {
  Press press;
  doc::Section section = toy_section("body", 9);
  for (const int depth : {0, 1, 0}) {
    doc::Paragraph item = paragraph("น้ำ");
    item.marker = "–";
    item.depth = depth;
    section.blocks.push_back(item);
  }
  section.blocks.push_back(paragraph("จบ"));
  const page::Pages pages = press.set({section});
  std::string roles;
  for (const page::Tag& tag : pages.tags)
    roles += std::string(page::name(tag.role)) + "<" + std::to_string(tag.parent) + " ";
  CHECK(roles == "Document<0 L<0 LI<1 Lbl<2 LBody<2 L<4 LI<5 Lbl<6 LBody<6 LI<1 Lbl<9 LBody<9 P<0 ");
}

TEST_CASE("folios run on over sections, restart, and may be missing on the first page") {
  Press press;
  doc::Section cover = toy_section("cover", 2), front = toy_section("front", 1), body = toy_section("body", 1),
               annex = toy_section("annex", 1);
  cover.folio = doc::Folio::None;
  front.folio = doc::Folio::ThaiLetters;
  annex.folio_on_first_page = false;
  for (doc::Section* section : {&cover, &front, &body, &annex}) {
    section->blocks.push_back(paragraph("น้ำ"));
    section->blocks.push_back(paragraph("ฟ้า"));
  }
  SUBCASE("Arabic digits") {
    const page::Pages pages = press.set({cover, front, body, annex});
    CHECK(press.texts(pages) == Texts{"น้ำ/ฟ้า/", "น้ำ/ก/", "ฟ้า/ข/", "น้ำ/1/", "ฟ้า/2/", "น้ำ/", "ฟ้า/4/"});
    CHECK(pages.pages[5].folio == "3");
    CHECK(pages.pages[0].folio.empty());
  }
  SUBCASE("Thai digits, restarted") {
    press.info.digits = doc::Digits::Thai;
    annex.restart_folio_at = 11;
    const page::Pages pages = press.set({cover, front, body, annex});
    CHECK(press.texts(pages) == Texts{"น้ำ/ฟ้า/", "น้ำ/ก/", "ฟ้า/ข/", "น้ำ/๑/", "ฟ้า/๒/", "น้ำ/", "ฟ้า/๑๒/"});
  }
  CHECK(press.codes() == "");
}

Length left_of(const page::Page& page, std::size_t line) { return page.runs.at(page.lines.at(line).first_run).x; }

TEST_CASE("an outer folio stands left on even pages, and the running head on the other side") {
  Press press;
  doc::Section section = toy_section("body", 1);
  section.folio_place = doc::FolioPlace::TopOuter;
  section.running_head = words("แผน");
  section.blocks.push_back(paragraph("น้ำ"));
  section.blocks.push_back(paragraph("ฟ้า"));
  const page::Pages pages = press.set({section});
  REQUIRE(press.texts(pages) == Texts{"น้ำ/แผน/1/", "ฟ้า/แผน/2/"});
  CHECK(left_of(pages.pages[0], 1) == Length::pt(50));
  CHECK(left_of(pages.pages[0], 2) > Length::pt(200));
  CHECK(left_of(pages.pages[1], 1) > Length::pt(200));
  CHECK(left_of(pages.pages[1], 2) == Length::pt(50));
  for (const page::Page& page : pages.pages) {
    CHECK(page.lines[1].tag == page::kArtifact);
    CHECK(page.lines[2].tag == page::kArtifact);
  }
}

// --- contents and references ----------------------------------------------------------------------------------------

doc::Section contents_section(int lines) {
  doc::Section section = toy_section("contents", lines);
  section.blocks.push_back(doc::Contents{});
  return section;
}

doc::Section chapters(int count) {
  doc::Section section = toy_section("chapters", 2);
  for (int i = 1; i <= count; ++i) {
    section.blocks.push_back(heading("บท " + std::to_string(i), "c" + std::to_string(i)));
    section.blocks.push_back(paragraph("น้ำ"));
  }
  return section;
}

TEST_CASE("contents before everything print the true page numbers, though their own length moves them") {
  Press press;
  const page::Pages pages = press.set({contents_section(2), chapters(5)});
  CHECK(press.codes() == "");
  REQUIRE(pages.pages.size() == 8);  // three of contents, then a page a chapter
  CHECK(press.text(pages, 0) == "บท 1/4/บท 2/5/1/");
  CHECK(press.text(pages, 1) == "บท 3/6/บท 4/7/2/");
  CHECK(press.text(pages, 2) == "บท 5/8/3/");
  CHECK(press.text(pages, 3) == "บท 1/น้ำ/4/");
  // dots between title and number, a link from both to the heading
  REQUIRE(pages.pages[0].rules.size() == 2);
  CHECK(pages.pages[0].rules[0].dash == Length::pt(4));
  CHECK(pages.links.at(pages.pages[0].runs.at(0).link) == "#c1");
  CHECK(pages.links.at(pages.pages[0].runs.at(1).link) == "#c1");
  CHECK(pages.pages[3].anchors.at(0).label == "c1");
  CHECK(pages.outline.size() == 5);
  CHECK(pages.tags.at(pages.pages[0].lines[0].tag).role == page::Role::TOCI);
  CHECK(pages.pages[0].lines[0].tag == pages.pages[0].lines[1].tag);
}

TEST_CASE("the number of an entry ends at the right edge of the measure") {
  Press press;
  const page::Pages pages = press.set({contents_section(9), chapters(3)});
  const page::Page& page = pages.pages.at(0);
  for (const std::size_t line : {1U, 3U, 5U}) {
    const page::TextRun& run = page.runs.at(page.lines.at(line).first_run);
    CHECK(run.x + run.width == Length::pt(250));
  }
}

TEST_CASE("contents list headings to their depth, or tables, or figures") {
  Press press;
  doc::Section body = toy_section("body", 9);
  body.blocks.push_back(heading("หนึ่ง", "one", 1));
  body.blocks.push_back(heading("สอง", "two", 2));
  doc::Heading hidden = heading("ปก", {}, 1);
  hidden.in_contents = false;
  body.blocks.push_back(hidden);
  doc::Table table = toy_table(1);
  table.caption = doc::Caption{doc::CaptionKind::Table, "1", words("ตารางที่ 1"), words("น้ำ"), "t1"};
  table.rows.push_back(row(doc::RowKind::Body, 0, {"ฟ้า"}));
  body.blocks.push_back(table);
  doc::Section contents = toy_section("contents", 9);
  contents.folio = doc::Folio::ThaiLetters;
  SUBCASE("headings of the first level") {
    contents.blocks.push_back(doc::Contents{doc::ContentsKind::Headings, 1});
    CHECK(press.text(press.set({contents, body}), 0) == "หนึ่ง/1/ก/");
  }
  SUBCASE("headings of two levels") {
    contents.blocks.push_back(doc::Contents{doc::ContentsKind::Headings, 2});
    CHECK(press.text(press.set({contents, body}), 0) == "หนึ่ง/1/สอง/1/ก/");
  }
  SUBCASE("tables") {
    contents.blocks.push_back(doc::Contents{doc::ContentsKind::Tables, 1});
    CHECK(press.text(press.set({contents, body}), 0) == "ตารางที่ 1 น้ำ/1/ก/");
  }
  CHECK(press.codes() == "");
}

TEST_CASE("a page reference prints the page of its label and links to it") {
  Press press;
  doc::Section first = toy_section("first", 2);
  doc::Paragraph see;
  see.content = {doc::TextSpan{"ดูหน้า ", {}, base::kNoOrigin, {}}, doc::PageRef{"c2", {}}};
  first.blocks.push_back(see);
  const page::Pages pages = press.set({first, chapters(2)});
  CHECK(press.codes() == "");
  CHECK(press.text(pages, 0) == "ดูหน้า 3/1/");
  CHECK(pages.links == page::Links{"", "#c2"});
}

TEST_CASE("a reference to a label that no block has is an error that names it") {
  Press press;
  doc::Section first = toy_section("first", 2);
  doc::Paragraph see;
  see.content = {doc::PageRef{"nowhere", {}}};
  first.blocks.push_back(see);
  press.set({first});
  REQUIRE(press.codes() == "Y006 ");
  CHECK(press.diagnostics.all()[0].message.en ==
        "a reference points at label `nowhere`, which no heading, caption or paragraph has");
  CHECK(press.diagnostics.all()[0].where.name == "first");
}

TEST_CASE("two blocks with one label are an error") {
  Press press;
  doc::Section section = toy_section("body", 5);
  section.blocks = {heading("หนึ่ง", "same"), heading("สอง", "same")};
  press.set({section});
  CHECK(press.codes() == "Y007 ");
}

/// Eight full pages, two lines on page 9, then a paragraph of three lines that prints the page it stands on behind
/// `width` letters. With room for one digit it has three lines and stays whole: page 10. With two digits it has a
/// fourth line and may be split: page 9.
doc::Section self_reference(std::size_t width) {
  doc::Section section = toy_section("body", 4);
  for (int i = 0; i < 8 * 4 + 2; ++i) section.blocks.push_back(paragraph("น้ำ"));
  doc::Paragraph block;
  block.label = "self";
  block.content = {doc::TextSpan{"ก", {}, base::kNoOrigin, {}},
                   doc::LineBreak{},
                   doc::TextSpan{"ข", {}, base::kNoOrigin, {}},
                   doc::LineBreak{},
                   doc::TextSpan{std::string(width, 'l') + " ", {}, base::kNoOrigin, {}},
                   doc::PageRef{"self", {}}};
  section.blocks.push_back(block);
  return section;
}

TEST_CASE("a page number that cannot settle is an error; one that settles is true") {
  int unsettled = 0;
  for (std::size_t width = 60; width < 72; ++width) {
    Press press;
    const page::Pages pages = press.set({self_reference(width)});
    if (!press.codes().empty()) {
      CHECK(press.codes() == "Y010 ");
      CHECK(press.diagnostics.all()[0].message.en == "the page number of `self` still changes after 3 rounds");
      ++unsettled;
      continue;
    }
    for (const page::Page& page : pages.pages) {
      if (page.anchors.empty()) continue;
      CHECK(press.text(pages, pages.pages.size() - 1).find(page.folio + "/") != std::string::npos);
    }
  }
  CHECK(unsettled > 0);
  CHECK(unsettled < 12);
}

// --- images, spaces, notes ------------------------------------------------------------------------------------------

std::shared_ptr<const std::string> png(unsigned char width, unsigned char height) {
  std::string bytes = "\x89PNG\r\n\x1a\n";
  bytes += std::string("\0\0\0\x0dIHDR\0\0\0", 11);
  bytes += static_cast<char>(width);
  bytes += std::string("\0\0\0", 3);
  bytes += static_cast<char>(height);
  return std::make_shared<const std::string>(bytes);
}

TEST_CASE("an image keeps its proportions, stands centred, and its caption stays with it") {
  Press press;
  doc::Section section = toy_section("body", 6);
  section.blocks.push_back(paragraph("น้ำ"));
  doc::Image image;
  image.bytes = png(100, 50);
  image.width = Length::pt(120);
  image.alternative = "แผนที่";
  image.caption = doc::Caption{doc::CaptionKind::Figure, "1", words("รูปที่ 1"), words("แผนที่"), "f1"};
  section.blocks.push_back(image);
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  REQUIRE(pages.pages.size() == 1);
  REQUIRE(pages.pages[0].pictures.size() == 1);
  CHECK(pages.pages[0].pictures[0].area ==
        base::Rect{Length::pt(90), Length::pt(50 + 20 + 6), Length::pt(120), Length::pt(60)});
  CHECK(pages.tags.at(pages.pages[0].pictures[0].tag).alternative == "แผนที่");
  CHECK(press.text(pages, 0) == "น้ำ/รูปที่ 1 แผนที่/1/");
}

TEST_CASE("an image that cannot be read, described or held by the page is reported") {
  Press press;
  doc::Section section = toy_section("body", 6);
  doc::Image image;
  image.bytes = png(10, 200);
  image.width = Length::pt(100);
  section.blocks.push_back(image);
  image.bytes = std::make_shared<const std::string>("GIF89a");
  image.alternative = "ภาพ";
  section.blocks.push_back(image);
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "Y003 Y005 Y004 ");
  CHECK(pages.pages[0].pictures[0].area.height == Length::pt(120));
  CHECK(pages.pages[0].pictures[0].area.width == Length::pt(6));
}

TEST_CASE("a page that shows a synthetic figure says so, and only such a page") {
  Press press;
  press.info.synthetic_note = "ข้อมูลสมมุติ";
  const base::OriginId real = press.origins.add_field(0, 0, 0, base::Fact::Real);
  const base::OriginId synthetic = press.origins.add_field(0, 1, 0, base::Fact::Synthetic);
  doc::Section section = toy_section("body", 1);
  section.blocks.push_back(doc::Paragraph{0, value("10", real), {}, 0, {}});
  section.blocks.push_back(doc::Paragraph{0, value("20", synthetic), {}, 0, {}});
  const page::Pages pages = press.set({section});
  CHECK(press.texts(pages) == Texts{"10/1/", "20/ข้อมูลสมมุติ/2/"});
  CHECK(pages.tags.at(pages.pages[1].lines[1].tag).role == page::Role::P);
  CHECK(pages.pages[1].lines[1].baseline > Length::pt(70));
}

TEST_CASE("emphasis, superscripts and colours reach the runs") {
  Press press;
  doc::Section section = toy_section("body", 2);
  doc::Paragraph block;
  doc::Emphasis strong, raised;
  strong.bold = strong.underline = true;
  strong.colour = base::Colour{255, 0, 0};
  raised.superscript = true;
  block.content = {doc::TextSpan{"น้ำ", strong, base::kNoOrigin, "https://example.org"},
                   doc::TextSpan{"2", raised, base::kNoOrigin, {}}};
  section.blocks.push_back(block);
  const page::Pages pages = press.set({section});
  const std::vector<page::TextRun>& runs = pages.pages[0].runs;
  REQUIRE(runs.size() >= 2);
  CHECK(press.fonts.face_name(runs[0].face) == "Sarabun Bold");
  CHECK(runs[0].underline);
  CHECK(runs[0].colour == base::Colour{255, 0, 0});
  CHECK(pages.links.at(runs[0].link) == "https://example.org");
  CHECK(runs[0].size == Length::pt(14 * 0.68));
  CHECK(runs[1].size == runs[0].size * 65 / 100);
  CHECK(runs[1].rise == runs[0].size * 33 / 100);
}

TEST_CASE("a keep block goes whole to the next page when one can hold it, and stays when none can") {
  Press press;
  doc::Section section = toy_section("body", 3);
  section.blocks.push_back(paragraph("ก"));
  doc::Keep keep;
  constexpr int lines = 3;
  SUBCASE("held") {
    for (int i = 0; i < lines; ++i) keep.blocks.push_back(paragraph("ข"));
    section.blocks.push_back(keep);
    CHECK(press.texts(press.set({section})) == Texts{"ก/1/", "ข/ข/ข/2/"});
  }
  SUBCASE("too high") {
    for (int i = 0; i < lines + 1; ++i) keep.blocks.push_back(paragraph("ข"));
    section.blocks.push_back(keep);
    CHECK(press.texts(press.set({section})) == Texts{"ก/ข/ข/1/", "ข/ข/2/"});
  }
}

TEST_CASE("margins that leave no room, a family without fonts, empty contents are reported") {
  Press press;
  SUBCASE("no room") {
    doc::Section section = toy_section("body", 3);
    section.geometry.left = Length::pt(300);
    section.blocks.push_back(paragraph("ก"));
    CHECK(press.set({section}).pages.empty());
    CHECK(press.codes() == "Y013 ");
  }
  SUBCASE("no such family") {
    press.info.styles.family = "Angsana";
    doc::Section section = toy_section("body", 3);
    section.blocks.push_back(paragraph("ก"));
    press.set({section});
    CHECK(press.codes() == "Y012 ");
  }
  SUBCASE("nothing to list") {
    press.set({contents_section(2)});
    CHECK(press.codes() == "Y014 ");
  }
}

TEST_CASE(
    "lines stand apart by the metrics of their font: stacked marks clear of the line above, whatever the family") {
  for (const bool bold : {false, true}) {
    Press press;
    press.info.styles.styles.at(style_id("body")).leading = {};
    press.info.styles.styles.at(style_id("body")).bold = bold;
    doc::Section section = toy_section("body", 9);
    section.blocks.push_back(paragraph("กฤษฏิ์ ฎุ ฏุ กฤษฏิ์ ฎุ ฏุ กฤษฏิ์ ฎุ ฏุ กฤษฏิ์ ฎุ ฏุ ปี่ ฟื้น ที่ ปี่ ฟื้น ที่ ปี่ ฟื้น ที่ ปี่ ฟื้น ที่ ปี่ ฟื้น ที่"));
    const page::Pages pages = press.set({section});
    const page::Page& page = pages.pages.at(0);
    REQUIRE(page.lines.size() > 2);
    const page::TextRun& run = page.runs.at(page.lines[0].first_run);
    const Length clip = press.fonts.width(run.face, press.fonts.metrics(run.face).clip_height, run.size);
    CHECK(clip > run.size * 18 / 10);
    CHECK(page.lines[1].baseline - page.lines[0].baseline >= clip);
  }
}

TEST_CASE("TH02: what follows a run that ends in a mark begins a hair behind it, for readers that sort by place") {
  Press press;
  doc::Section section = toy_section("body", 3);
  doc::Paragraph block = paragraph("ที");
  doc::TextSpan bold{"วีกา", {}, base::kNoOrigin, {}}, plain{"กา", {}, base::kNoOrigin, {}};
  bold.emphasis.bold = true;
  block.content.emplace_back(bold);
  block.content.emplace_back(plain);
  section.blocks.push_back(block);
  const page::Page page = press.set({section}).pages.at(0);
  REQUIRE(page.lines.at(0).run_count == 3);
  const auto run = [&](std::size_t i) { return page.runs.at(page.lines[0].first_run + i); };
  CHECK(run(1).x > run(0).x + run(0).width);
  CHECK(run(1).x < run(0).x + run(0).width + Length::pt(0.1));
  CHECK(run(2).x == run(1).x + run(1).width);
}

TEST_CASE("a leading smaller than the font's own line is not taken") {
  Press press;
  press.info.styles.styles.at(style_id("body")).leading = Length::pt(3);
  doc::Section section = toy_section("body", 9);
  section.blocks.push_back(paragraph("กำแพงเพชร กำแพงเพชร กำแพงเพชร กำแพงเพชร กำแพงเพชร กำแพงเพชร กำแพงเพชร"));
  const page::Pages pages = press.set({section});
  const page::Page& page = pages.pages.at(0);
  REQUIRE(page.lines.size() > 1);
  const page::TextRun& run = page.runs.at(page.lines[0].first_run);
  const text::FaceMetrics& metrics = press.fonts.metrics(run.face);
  CHECK(page.lines[1].baseline - page.lines[0].baseline ==
        press.fonts.width(run.face, metrics.ascent + metrics.descent, run.size));
}

TEST_CASE("the same sections give the same pages") {
  const auto set = [] {
    Press press;
    const page::Pages pages = press.set({contents_section(2), chapters(9)});
    return page::dump(pages, press.fonts, nullptr, nullptr);
  };
  CHECK(set() == set());
}

}  // namespace
}  // namespace phaen::layout
