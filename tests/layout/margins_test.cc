// SPDX-License-Identifier: GPL-3.0-or-later
// What stands round the text: footnotes, running heads, folios, marks, signatures.
#include <doctest/doctest.h>

#include "layout/setting.h"

namespace phaen::layout {
namespace {

using base::Length;
using Texts = std::vector<std::string>;

doc::Paragraph marked(std::string text, std::uint32_t footnote) {
  doc::Paragraph block = paragraph(std::move(text));
  doc::TextSpan mark{std::to_string(footnote) + ")", {}, base::kNoOrigin, {}};
  mark.emphasis.superscript = true;
  mark.footnote = footnote;
  block.content.emplace_back(mark);
  return block;
}

doc::Paragraph note(std::string text, std::uint32_t footnote) {
  doc::Paragraph block = paragraph(std::move(text));
  block.marker = std::to_string(footnote) + ")";
  block.footnote = footnote;
  return block;
}

doc::Section plain_section(int lines) {
  doc::Section section = toy_section("margins", lines);
  section.folio = doc::Folio::None;
  return section;
}

TEST_CASE("a footnote is set at the foot of the page of its mark and read after its paragraph") {
  Press press;
  doc::Section section = plain_section(5);
  section.blocks = {marked("หนึ่ง", 1), paragraph("สอง"),    paragraph("สาม"),  paragraph("สี่"),
                    marked("ห้า", 2),  note("อธิบายหนึ่ง", 1), note("อธิบายห้า", 2)};
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  CHECK(press.texts(pages) == Texts{"หนึ่ง1)/สอง/สาม/1)/อธิบายหนึ่ง/", "สี่/ห้า2)/2)/อธิบายห้า/"});
  CHECK(tagged_text(pages, press.fonts) == "หนึ่ง1)1)อธิบายหนึ่งสองสามสี่ห้า2)2)อธิบายห้า");
  const page::Page& first = pages.pages[0];
  const page::TextLine& foot = first.lines.back();
  CHECK(pages.tags.at(pages.tags.at(foot.tag).parent).role == page::Role::Note);
  // The last line of the note ends at the bottom of the body: its box is 20 pt high.
  CHECK(foot.baseline > Length::pt(130));
  CHECK(foot.baseline < Length::pt(150));
  REQUIRE(first.rules.size() == 1);
  CHECK(first.rules[0].from.y == Length::pt(150 - 20 - 4));
}

TEST_CASE("a footnote longer than what is left of its page goes on on the next") {
  Press press;
  doc::Section section = plain_section(4);
  std::string words_of_note = "ก";
  for (int i = 0; i < 60; ++i) words_of_note += " โครงการ";
  section.blocks = {marked("หนึ่ง", 1), paragraph("สอง"), note(words_of_note, 1)};
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  CHECK(press.text(pages, 0).starts_with("หนึ่ง1)/1)/ก "));
  CHECK(press.text(pages, 1).find("/สอง/") == std::string::npos);
  CHECK(press.text(pages, 1).starts_with("สอง/"));
  std::string expected = "หนึ่ง1)1)" + words_of_note + "สอง";
  std::erase(expected, ' ');
  CHECK(tagged_text(pages, press.fonts) == expected);
}

TEST_CASE("a heading's footnote mark is not in the contents, and a note without a mark is still printed") {
  Press press;
  doc::Section front = plain_section(9), section = plain_section(9);
  front.blocks = {doc::Contents{}};
  doc::Heading title = heading("บทนำ");
  title.content.push_back(marked("", 1).content.back());
  section.blocks = {title, paragraph("ก"), note("อธิบาย", 1), note("ลอย", 2)};
  const page::Pages pages = press.set({front, section});
  CHECK(press.codes() == "");
  CHECK(press.text(pages, 0).starts_with("บทนำ/"));
  CHECK(press.text(pages, 1) == "บทนำ1)/ก/2)/ลอย/1)/อธิบาย/");
  REQUIRE(pages.outline.size() == 1);
  CHECK(pages.outline[0].title == "บทนำ");
}

TEST_CASE("the running head names the heading of its page, else the last one before it") {
  Press press;
  doc::Section section = plain_section(3);
  section.running_heading = 1;
  section.running_head = words("แผน");
  section.blocks = {paragraph("ปก"), doc::PageBreak{}, heading("หนึ่ง"), paragraph("ก"), doc::PageBreak{},
                    paragraph("ข"),  doc::PageBreak{}, paragraph("ค"), heading("สอง"), heading("สาม")};
  doc::Section next = plain_section(3);
  next.running_heading = 1;
  next.blocks = {paragraph("ง")};
  const page::Pages pages = press.set({section, next});
  CHECK(press.texts(pages) == Texts{"ปก/แผน/", "หนึ่ง/ก/หนึ่ง/", "ข/หนึ่ง/", "ค/สอง/สาม/สอง/", "ง/สาม/"});
}

TEST_CASE("a running head too long for its line ends in dots before the folio") {
  Press press;
  doc::Section section = plain_section(3);
  section.folio = doc::Folio::Decimal;
  for (int i = 0; i < 20; ++i) section.running_head.push_back(words("โครงการ ")[0]);
  section.blocks = {paragraph("ก")};
  const page::Pages pages = press.set({section});
  const page::Page& page = pages.pages[0];
  REQUIRE(page.lines.size() == 3);
  CHECK(press.text(pages, 0).find("…/1/") != std::string::npos);
  const page::TextRun& end = page.runs.at(page.lines[1].first_run + page.lines[1].run_count - 1);
  const page::TextRun& folio = page.runs.at(page.lines[2].first_run);
  CHECK(end.x + end.width < folio.x);
  CHECK(page.lines[1].tag == page::kArtifact);
}

TEST_CASE("page numbers of all: the last number of the count, in the digits of the document") {
  Press press;
  press.info.digits = doc::Digits::Thai;
  doc::Section first = plain_section(3), second = plain_section(3), third = plain_section(3);
  for (doc::Section* section : {&first, &second, &third}) {
    section->folio = doc::Folio::Decimal;
    section->folio_form = doc::FolioForm::OfAll;
    section->blocks = {paragraph("ก"), doc::PageBreak{}, paragraph("ข")};
  }
  third.restart_folio_at = 1;
  const page::Pages pages = press.set({first, second, third});
  CHECK(press.text(pages, 1) == "ข/หน้า ๒ จาก ๔/");
  CHECK(press.text(pages, 3) == "ข/หน้า ๔ จาก ๔/");
  CHECK(press.text(pages, 4) == "ก/หน้า ๑ จาก ๒/");
  CHECK(pages.pages[1].folio == "๒");
}

TEST_CASE("TH33: a marked document says so in large grey type at the head of every page, as an artifact") {
  Press press;
  press.info.mark = "ร่าง";
  doc::Section section = plain_section(3);
  section.blocks = {paragraph("ก"), doc::PageBreak{}, paragraph("ข")};
  const page::Pages pages = press.set({section});
  CHECK(press.texts(pages) == Texts{"ก/ร่าง/", "ข/ร่าง/"});
  for (const page::Page& page : pages.pages) {
    CHECK(page.lines[1].tag == page::kArtifact);
    const page::TextRun& mark = page.runs.at(page.lines[1].first_run);
    CHECK(mark.colour == base::Colour{0xb0, 0xb0, 0xb0});
    CHECK(mark.size > page.runs.at(0).size * 3 / 2);
    CHECK(page.lines[1].baseline < section.geometry.top);
  }
}

TEST_CASE("signatures take the end of what stands before them along") {
  doc::Keep signature;
  signature.with_previous = true;
  signature.blocks = {paragraph("ลงชื่อ"), paragraph("วันที่")};
  for (const bool spaced : {false, true}) {
    CAPTURE(spaced);
    Press press;
    doc::Section section = plain_section(spaced ? 6 : 5);
    for (int i = 1; i <= 4; ++i) section.blocks.push_back(paragraph("ก" + std::to_string(i)));
    if (spaced) section.blocks.push_back(doc::Space{Length::pt(20)});
    section.blocks.push_back(signature);
    CHECK(press.texts(press.set({section})) == Texts{"ก1/ก2/ก3/", "ก4/ลงชื่อ/วันที่/"});
  }
  Press press;
  doc::Section section = plain_section(5);
  doc::Table table = toy_table(1);
  table.rows = {row(doc::RowKind::Body, 0, {"ก"}), row(doc::RowKind::Body, 0, {"ข"}),
                row(doc::RowKind::Body, 0, {"ค"})};
  section.blocks = {table, signature};
  CHECK(press.texts(press.set({section})) == Texts{"ก/ข/", "ค/ลงชื่อ/วันที่/"});
}

TEST_CASE("references forward and backward print the pages on which their blocks came to stand") {
  Press press;
  press.info.digits = doc::Digits::Thai;
  doc::Section section = plain_section(3);
  section.folio = doc::Folio::Decimal;
  const auto see = [](std::string label) {
    doc::Paragraph block;
    block.content = {doc::TextSpan{"ดูหน้า ", {}, base::kNoOrigin, {}}, doc::PageRef{std::move(label), {}}};
    return block;
  };
  doc::Table table = toy_table(1);
  table.caption = doc::Caption{doc::CaptionKind::Table, "๑", words("ตารางที่ ๑"), words("งบ"), "t1"};
  table.rows = {row(doc::RowKind::Body, 0, {"ก"})};
  section.blocks = {
      heading("ต้น", "first"), see("t1"),    doc::PageBreak{}, table,
      doc::PageBreak{},       see("first"), see("t1"),        doc::Contents{doc::ContentsKind::Tables, 1}};
  const page::Pages pages = press.set({section});
  CHECK(press.codes() == "");
  CHECK(press.texts(pages) == Texts{"ต้น/ดูหน้า ๒/๑/", "ตารางที่ ๑ งบ/ก/๒/", "ดูหน้า ๑/ดูหน้า ๒/ตารางที่ ๑ งบ/๒/๓/"});
}

}  // namespace
}  // namespace phaen::layout
