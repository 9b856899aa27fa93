// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "pdf/pdf.h"
#include "readback/readback.h"
#include "support/sample_pages.h"

using namespace phaen;
using page::Role;
using readback::Expectation;
using support::SamplePages;

namespace {

// Draws the pages and compares the file with what `change` made of the expectation.
std::string compared(SamplePages& sample, const std::function<void(Expectation&)>& change = {},
                     const pdf::Attachments& attachments = {}) {
  Expectation expectation = readback::expect(sample.pages, sample.fonts);
  for (const pdf::Attachment& attachment : attachments)
    expectation.attachments.push_back({attachment.name, attachment.bytes});
  if (change) change(expectation);
  const auto bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, attachments);
  REQUIRE_MESSAGE(bytes.has_value(), bytes.error().message.en);
  base::Diagnostics diagnostics;
  readback::compare_pdf(*bytes, expectation, "a.pdf", diagnostics);
  std::string out;
  for (const base::Diagnostic& diagnostic : diagnostics.all())
    out += diagnostic.code + " " + diagnostic.message.en + "\n";
  return out;
}

SamplePages small() {
  SamplePages sample;
  sample.new_page("ก");
  const page::TagId paragraph = sample.tag(Role::P);
  sample.line(70, 70, "น้ำท่วมที่ปี่ ฟื้นฟู", paragraph);
  sample.line(70, 100, "ร้อยละ 85.50", paragraph);
  sample.page().anchors.push_back({"บท", {}});
  sample.pages.outline = {{1, "บทที่ 1", "บท"}, {2, "1.1 น้ำ", "บท"}, {1, "บทที่ 2", "บท"}};
  return sample;
}

}  // namespace

TEST_CASE("every line of long prose and of tables is found at its place") {
  for (const bool table : {false, true}) {
    SamplePages sample = table ? support::tables(12) : support::prose(60);
    CHECK(compared(sample) == "");
  }
}

TEST_CASE("several threads find the same as one, in the same order") {
  SamplePages sample = support::prose(61);
  Expectation expectation = readback::expect(sample.pages, sample.fonts);
  const std::string bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {}).value();
  // Two differences on every second page: more than are shown, in every stretch.
  for (std::size_t i = 0; i < expectation.pages.size(); i += 2)
    for (const std::size_t line : {std::size_t{3}, std::size_t{20}})
      expectation.pages[i].text[expectation.pages[i].lines[line].begin] = 'X';
  const auto found = [&](int threads) {
    base::Diagnostics diagnostics;
    const readback::Compared compared = readback::compare_pdf(bytes, expectation, "a.pdf", diagnostics, threads);
    CHECK(compared.pages == 61);
    std::string out = std::to_string(compared.lines) + " " + std::to_string(compared.characters) + "\n";
    for (const base::Diagnostic& diagnostic : diagnostics.all())
      out += diagnostic.code + " " + diagnostic.message.en + "\n";
    return out;
  };
  const std::string alone = found(1);
  CHECK(std::count(alone.begin(), alone.end(), '\n') == 52);
  CHECK(alone.ends_with("R001 12 more differences of this kind\n"));
  for (const int threads : {2, 3, 7, 64}) CHECK(found(threads) == alone);
}

TEST_CASE("how much was compared is told") {
  SamplePages sample = small();
  const Expectation expectation = readback::expect(sample.pages, sample.fonts);
  const std::string bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {}).value();
  base::Diagnostics diagnostics;
  const readback::Compared compared = readback::compare_pdf(bytes, expectation, "a.pdf", diagnostics);
  CHECK(diagnostics.empty());
  CHECK(compared.pages == 1);
  CHECK(compared.lines == 2);
  CHECK(compared.characters == 32);
}

TEST_CASE("marks, ignorables, raised marks, colours, links, weights and symbols compare equal") {
  SamplePages sample;
  sample.new_page("1");
  const page::TagId paragraph = sample.tag(Role::P);
  const line::LinkId link = sample.link("https://example.go.th");
  sample.line(280, 40, "- 1 -", page::kArtifact);
  sample.line(280, 52, "ก ข ค", page::kArtifact);
  sample.line(70, 70, {{"ตามมติ", {}}, {"1", {.size = 7, .rise = 4}}, {" ครั้งที่ 2", {}}}, paragraph);
  sample.line(70, 90, "ชุมชน\u200Bและเมือง ก่ํกํ่ ญู ฐู กตัญญู", paragraph, {.spread = 15});
  sample.line(70, 110,
              {{"ปี่", {.bold = true}},
               {" ", {}},
               {"ฟ้า", {.italic = true}},
               {"น้ำ", {.link = link}},
               {"ไทย", {.colour = {9, 9, 90}}}},
              paragraph);
  sample.line(70, 130, {{"รวม", {.underline = true}}, {"  ", {}}, {"17,576,740.00", {.bold = true}}, {" บาท", {}}},
              paragraph);
  sample.line(70, 150, {{"ผ่าน ", {}}, {"✓ ☐ ● 🗹", {.family = "Noto Sans Symbols 2"}}, {" แล้ว", {}}},
              paragraph);
  CHECK(compared(sample) == "");
}

TEST_CASE("cells on one baseline are told apart, even when they almost touch and lines are close") {
  SamplePages sample;
  sample.new_page("1");
  const page::TagId paragraph = sample.tag(Role::TD);
  for (int row = 0; row < 12; ++row) {
    double x = 60;
    for (const char* text : {"1,250", "น้ำ", "ปี่ที่", "(ร่าง)", "๑๒"})
      x += sample.line(x, 80 + 13.0 * row, text, paragraph, {.size = 10}) + 1.5;
  }
  CHECK(compared(sample) == "");
}

TEST_CASE("columns with different line spacing side by side compare equal") {
  SamplePages sample;
  sample.new_page("1");
  const page::TagId paragraph = sample.tag(Role::P);
  for (int i = 0; i < 20; ++i) sample.line(60, 80 + 21.3 * i, "คอลัมน์ซ้าย ที่นี่", paragraph);
  for (int i = 0; i < 28; ++i) sample.line(320, 80 + 15.1 * i, "คอลัมน์ขวา ฟื้นฟู", paragraph, {.size = 9});
  for (int i = 0; i < 7; ++i) sample.line(470, 90 + 40.0 * i, "ใหญ่", paragraph, {.size = 30});
  CHECK(compared(sample) == "");
}

TEST_CASE("R001: a character more, less or changed is named with its place") {
  SamplePages sample = small();
  const auto replaced = [](std::string_view from, std::string_view to) {
    return [from, to](Expectation& e) {
      const std::size_t at = e.pages[0].text.find(from);
      REQUIRE(at != std::string::npos);
      REQUIRE(from.size() == to.size());
      e.pages[0].text.replace(at, from.size(), to);
    };
  };
  SUBCASE("another tone") {
    CHECK(compared(sample, replaced("ที่", "ที้")) ==
          "R001 page 1 at (70.0, 70.0) pt: expected `น้ำท่วมที้ปี่ ฟื้นฟู`, read back `น้ำท่วมที่ปี่ ฟื้นฟู`\n");
  }
  SUBCASE("marks in another order") {
    CHECK(compared(sample, replaced("ที่", "ท\u0E48\u0E35")).starts_with("R001 page 1 at (70.0, 70.0)"));
  }
  SUBCASE("another digit") {
    CHECK(compared(sample, replaced("85.50", "85.05")) ==
          "R001 page 1 at (70.0, 100.0) pt: expected `ร้อยละ 85.05`, read back `ร้อยละ 85.50`\n");
  }
  SUBCASE("a lost space") {
    CHECK(compared(sample, replaced(" 85.50", "85.500")).starts_with("R001 page 1 at (70.0, 100.0)"));
  }
}

TEST_CASE("R001: the right text at the wrong place is an error") {
  SamplePages sample = small();
  const std::string found =
      compared(sample, [](Expectation& e) { std::swap(e.pages[0].lines[0].baseline, e.pages[0].lines[1].baseline); });
  CHECK(found.starts_with("R001 page 1 at (70.0, 100.0) pt: expected `น้ำท่วม"));
}

TEST_CASE("R001 and R008: after fifty differences only their number is told") {
  SamplePages sample = support::prose(3);
  const std::string found = compared(sample, [](Expectation& e) {
    for (readback::ExpectedPage& page : e.pages)
      for (char& byte : page.text)
        if (byte == ' ') byte = '_';
  });
  CHECK(std::count(found.begin(), found.end(), '\n') == 51);
  CHECK(found.find("more differences of this kind") != std::string::npos);
}

TEST_CASE("R008: text that was never set is named") {
  SamplePages sample = small();
  CHECK(compared(sample, [](Expectation& e) { e.pages[0].lines.pop_back(); }).starts_with("R008 page 1 at (70.0, "));
}

TEST_CASE("R002 to R006: pages, labels, outline, title and attachments are compared") {
  SamplePages sample = small();
  const auto bytes = std::make_shared<const std::string>("a,b\n");
  const pdf::Attachments attached = {{"แผน.csv", "text/csv", "", pdf::Relationship::Data, bytes, {2022, 1, 1}}};
  SUBCASE("nothing changed") { CHECK(compared(sample, {}, attached) == ""); }
  SUBCASE("a page too many") {
    CHECK(compared(sample, [](Expectation& e) { e.pages.emplace_back(); }) ==
          "R002 expected 2 pages, the file has 1\n");
  }
  SUBCASE("a label") {
    CHECK(compared(sample, [](Expectation& e) { e.pages[0].folio = "ข"; }) ==
          "R003 page 1 should be labelled `ข` but reads `ก`\n");
  }
  SUBCASE("an outline title") {
    CHECK(compared(sample, [](Expectation& e) { e.outline[1] = "1.2"; }) ==
          "R004 outline entry 2: expected `1.2`, read back `1.1 น้ำ`\n");
  }
  SUBCASE("the title") {
    CHECK(compared(sample, [](Expectation& e) {
            e.title = "อื่น";
          }).starts_with("R005 title: expected `อื่น`, read back `แผน"));
  }
  SUBCASE("an attachment") {
    CHECK(compared(
              sample, [](Expectation& e) { e.attachments[0].bytes = std::make_shared<const std::string>("a,c\n"); },
              attached) == "R006 the attachment `แผน.csv` is missing or differs from its source\n");
  }
}

TEST_CASE("R007: what is no PDF is refused") {
  base::Diagnostics diagnostics;
  readback::compare_pdf("not a pdf", {}, "a.pdf", diagnostics);
  REQUIRE(diagnostics.errors() == 1);
  CHECK(diagnostics.all()[0].code == "R007");
  CHECK(diagnostics.all()[0].where.file == "a.pdf");
}
