// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/structure.h"

#include <doctest/doctest.h>

#include "pdf/pdf.h"
#include "support/pdf_checks.h"
#include "support/sample_pages.h"

using namespace phaen;
using page::Role;
using support::SamplePages;

namespace {

std::string made(SamplePages& sample) {
  base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
  REQUIRE_MESSAGE(bytes.has_value(), bytes.error().message.en);
  CHECK(support::to_text(support::check_pdf(*bytes)) == "");
  return *bytes;
}

}  // namespace

TEST_CASE("a paragraph stays one element across pages") {
  SamplePages sample;
  const page::TagId paragraph = sample.tag(Role::P);
  sample.new_page("1");
  sample.line(70, 700, "บรรทัดท้ายหน้า", paragraph);
  sample.new_page("2");
  sample.line(70, 70, "บรรทัดต้นหน้า", paragraph);
  CHECK(support::structure_text(made(sample)) ==
        "Document [P]\n"
        "  P [0 next:0]\n");
}

TEST_CASE("table cells cut by a page break go on in the same cells") {
  SamplePages sample;
  const page::TagId table = sample.tag(Role::Table);
  const page::TagId row = sample.tag(Role::TR, table);
  const page::TagId left = sample.tag(Role::TD, row), right = sample.tag(Role::TD, row);
  for (const char* folio : {"1", "2"}) {
    sample.new_page(folio);
    sample.line(70, 100, "ซ้าย", left);
    sample.line(200, 100, "ขวา", right);
  }
  CHECK(support::structure_text(made(sample)) ==
        "Document [Table]\n"
        "  Table [TR]\n"
        "    TR [TD TD]\n"
        "      TD [0 next:0]\n"
        "      TD [1 next:1]\n");
}

TEST_CASE("heads say what they head and cells say what they span") {
  SamplePages sample;
  const page::TagId table = sample.tag(Role::Table);
  const page::TagId head = sample.tag(Role::THead, table), body = sample.tag(Role::TBody, table);
  const page::TagId first = sample.tag(Role::TR, head);
  const page::TagId column = sample.tag(Role::TH, first);
  const page::TagId second = sample.tag(Role::TR, body);
  const page::TagId side = sample.tag(Role::TH, second);
  sample.tag_at(side).column_scope = false;
  const page::TagId cell = sample.tag(Role::TD, second), empty = sample.tag(Role::TD, second);
  const page::TagId third = sample.tag(Role::TR, body), other = sample.tag(Role::TH, third);
  sample.tag_at(other).column_scope = false;
  sample.tag_at(column).column_span = 3;
  sample.tag_at(cell).row_span = 2;
  CHECK(sample.tag(Role::TD, third) > empty);
  sample.new_page("1");
  sample.line(70, 100, "หัวตาราง", column);
  sample.line(70, 120, "หัวแถว", side);
  sample.line(170, 120, "ค่า", cell);
  sample.line(70, 140, "หัวแถว", other);
  CHECK(support::structure_text(made(sample)) ==
        "Document [Table]\n"
        "  Table [THead TBody]\n"
        "    THead [TR]\n"
        "      TR [TH]\n"
        "        TH /Column 3 [0]\n"
        "    TBody [TR TR]\n"
        "      TR [TH TD TD]\n"
        "        TH /Row [1]\n"
        "        TD 2 [2]\n"
        "        TD\n"
        "      TR [TH TD]\n"
        "        TH /Row [3]\n"
        "        TD\n");
}

TEST_CASE("a link inside a line becomes an element in its place, one over two lines stays one element") {
  SamplePages sample;
  const page::TagId paragraph = sample.tag(Role::P);
  const line::LinkId link = sample.link("https://example.go.th/แผน?a=(1)");
  sample.new_page("1");
  sample.line(70, 100, {{"อ่าน", {}}, {"แผนฉบับ", {.link = link}}}, paragraph);
  sample.line(70, 120, {{"เต็ม", {.link = link}}, {"ได้", {}}}, paragraph);
  const std::string bytes = made(sample);
  CHECK(support::structure_text(bytes) ==
        "Document [P]\n"
        "  P [0 Link 2]\n"
        "    Link [1 link link]\n");
}

TEST_CASE("a contents entry that is a link itself carries the link") {
  SamplePages sample;
  const page::TagId contents = sample.tag(Role::TOC);
  const page::TagId entry = sample.tag(Role::TOCI, contents);
  const page::TagId target = sample.tag(Role::Link, entry);
  const line::LinkId link = sample.link("#บทที่ 1");
  sample.new_page("ก");
  sample.line(70, 100, {{"บทที่ 1", {.link = link}}, {" หน้า 1", {.bold = true, .link = link}}}, target);
  sample.page().anchors.push_back({"บทที่ 1", {}});
  CHECK(support::structure_text(made(sample)) ==
        "Document [TOC]\n"
        "  TOC [TOCI]\n"
        "    TOCI [Link]\n"
        "      Link [0 link]\n");
}

TEST_CASE("an element's own text and its children stand in reading order") {
  SamplePages sample;
  const page::TagId item = sample.tag(Role::LBody, sample.tag(Role::LI, sample.tag(Role::L)));
  const page::TagId inner = sample.tag(Role::LBody, sample.tag(Role::LI, sample.tag(Role::L, item)));
  sample.new_page("1");
  sample.line(70, 100, "ข้อความก่อน", item);
  sample.line(90, 120, "ข้อย่อย", inner);
  sample.line(70, 140, "ข้อความหลัง", item);
  CHECK(support::structure_text(made(sample)) ==
        "Document [L]\n"
        "  L [LI]\n"
        "    LI [LBody]\n"
        "      LBody [0 L 2]\n"
        "        L [LI]\n"
        "          LI [LBody]\n"
        "            LBody [1]\n");
}

TEST_CASE("figures carry their text, notes an identity") {
  SamplePages sample;
  const page::TagId figure = sample.tag(Role::Figure);
  sample.tag_at(figure).alternative = "แผนผัง \"ความเชื่อมโยง\"";
  const page::TagId one = sample.tag(Role::Note), other = sample.tag(Role::Note);
  sample.new_page("1");
  const auto png = std::make_shared<const std::string>(support::small_png());
  sample.page().pictures.push_back(
      {{base::Length::pt(70), base::Length::pt(70), base::Length::pt(40), base::Length::pt(40)}, png, figure});
  sample.line(70, 700, "1 หมายเหตุ", one);
  sample.line(70, 720, "2 หมายเหตุ", other);
  CHECK(support::structure_text(made(sample)) ==
        "Document [Figure Note Note]\n"
        "  Figure \"แผนผัง \"ความเชื่อมโยง\"\" [0]\n"
        "  Note [1]\n"
        "  Note [2]\n");
}

TEST_CASE("rules, fills and running heads are artifacts") {
  SamplePages sample;
  sample.new_page("1");
  const auto points = [](double value) { return base::Length::pt(value); };
  sample.page().fills.push_back({{points(60), points(60), points(300), points(20)}, {230, 240, 250}});
  sample.page().rules.push_back({{points(60), points(80)}, {points(360), points(80)}, points(0.5), {}, {}});
  sample.page().rules.push_back({{points(60), points(90)}, {points(360), points(90)}, points(1), {}, points(4)});
  sample.line(70, 40, "หัวกระดาษ", page::kArtifact);
  const std::string bytes = made(sample);
  CHECK(support::structure_text(bytes) == "Document\n");
  const std::string content = support::page_content(bytes, 0);
  CHECK(content.find("/Artifact BMC") != std::string::npos);
  CHECK(content.find("BDC") == std::string::npos);
}
