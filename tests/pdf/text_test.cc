// SPDX-License-Identifier: GPL-3.0-or-later
// The text of hard strings comes back exactly in every reader installed.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "pdf/pdf.h"
#include "pdf/readers.h"
#include "support/pdf_checks.h"
#include "support/sample_pages.h"
#include "support/thai_cases.h"

using namespace phaen;
using support::SamplePages;

namespace {

// What has no ink is not given back by MuPDF and by two of Poppler's modes: a test of its own below.
bool has_ink_everywhere(const ThaiCase& thai) { return std::string_view(thai.number) != "TH25"; }

// Every hard string with three kinds of spacing, in the four faces.
SamplePages hard_pages(std::vector<std::string>& expected) {
  SamplePages sample;
  for (const int spread : {0, 3, 15}) {
    for (const int face : {0, 1, 2, 3}) {
      sample.new_page("1");
      const page::TagId paragraph = sample.tag(page::Role::P);
      double baseline = 60;
      for (const ThaiCase& thai : kThaiCases) {
        if (!has_ink_everywhere(thai)) continue;
        sample.line(50, baseline, thai.text, paragraph,
                    {.size = 10, .bold = face % 2 == 1, .italic = face >= 2, .spread = spread});
        expected.emplace_back(thai.text);
        baseline += 23;
      }
    }
  }
  return sample;
}

}  // namespace

TEST_CASE("TH01-TH33: hard Thai strings come back exactly in every reader, at any spacing, in every face") {
  std::vector<std::string> expected;
  SamplePages sample = hard_pages(expected);
  const base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
  REQUIRE(bytes.has_value());
  CHECK(support::to_text(support::check_pdf(*bytes)) == "");
  const readers::TemporaryFile file("hard.pdf", *bytes);
  for (const readers::Reader& reader : readers::all()) {
    CAPTURE(reader.name);
    const std::vector<std::string> found = readers::lines(reader, file.path());
    CHECK(found.size() == expected.size());
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) CHECK(found[i] == expected[i]);
  }
}

TEST_CASE("TH25: characters that draw nothing survive") {
  SamplePages sample;
  sample.new_page("1");
  const std::string text = "ชุมชน\u200Bและเมือง สาธารณ\u00ADสุข ก\u2060ข";
  sample.line(70, 70, text, sample.tag(page::Role::P));
  const base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
  REQUIRE(bytes.has_value());
  const readers::TemporaryFile file("ignorable.pdf", *bytes);
  CHECK(readers::lines({"poppler -raw", "pdftotext -raw '{}' -"}, file.path()) == std::vector<std::string>{text});
}

TEST_CASE("a change of weight, colour or origin inside a line costs no character and no space") {
  SamplePages sample;
  sample.new_page("1");
  const page::TagId paragraph = sample.tag(page::Role::P);
  sample.line(70, 70, {{"งบประมาณ", {}}, {" ", {}}, {"17,576,740", {}}, {" บาท", {}}}, paragraph);
  sample.line(70, 95, {{"เป้าหมายที่", {}}, {" ", {.colour = {200, 0, 0}}}, {"ฟื้นฟู", {.bold = true}}, {" แล้ว", {}}},
              paragraph);
  sample.line(70, 120, {{"ขีดเส้นใต้", {.underline = true}}, {" ", {.underline = true}}, {"น้ำ", {.colour = {0, 0, 200}}}},
              paragraph);
  const base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
  REQUIRE(bytes.has_value());
  CHECK(support::to_text(support::check_pdf(*bytes)) == "");
  const readers::TemporaryFile file("runs.pdf", *bytes);
  for (const readers::Reader& reader : readers::all()) {
    CAPTURE(reader.name);
    CHECK(readers::lines(reader, file.path()) ==
          std::vector<std::string>{"งบประมาณ 17,576,740 บาท", "เป้าหมายที่ ฟื้นฟู แล้ว", "ขีดเส้นใต้ น้ำ"});
  }
}

TEST_CASE("TH02: bold, italic, underline, superscript and colour inside a word cost no character and no space") {
  SamplePages sample;
  sample.new_page("1");
  const page::TagId paragraph = sample.tag(page::Role::P);
  sample.line(70, 70, {{"กำ", {}}, {"น้ำ", {.bold = true}}, {"ที่", {.colour = {200, 0, 0}}}, {"ปี่", {}}}, paragraph);
  sample.line(70, 100, {{"ญู", {.bold = true}}, {"ฐู", {}}, {"ฟื้น", {.italic = true}}, {"ฟู", {.underline = true}}},
              paragraph);
  sample.line(70, 130, {{"สำ", {.bold = true, .italic = true}}, {"คัญ", {.colour = {0, 0, 200}}}, {"ยิ่ง", {.size = 14}}},
              paragraph);
  const base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
  REQUIRE(bytes.has_value());
  const readers::TemporaryFile file("inside.pdf", *bytes);
  for (const readers::Reader& reader : readers::all()) {
    CAPTURE(reader.name);
    CHECK(readers::lines(reader, file.path()) == std::vector<std::string>{"กำน้ำที่ปี่", "ญูฐูฟื้นฟู", "สำคัญยิ่ง"});
  }
}

TEST_CASE("each face is one font in the file and no text needs a replacement") {
  SamplePages sample;
  sample.new_page("1");
  const page::TagId paragraph = sample.tag(page::Role::P);
  sample.line(70, 70, "ไทย Latin 123 น้ำ ที่", paragraph);
  sample.line(70, 95, "ไทย Latin 123 น้ำ ที่", paragraph, {.size = 9});
  sample.line(70, 120, "หนา Bold 456", paragraph, {.bold = true});
  const base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
  REQUIRE(bytes.has_value());
  CHECK(support::page_content(*bytes, 0).find("ActualText") == std::string::npos);
  const readers::TemporaryFile file("fonts.pdf", *bytes);
  int exit_code = 0;
  const std::string fonts = readers::output_of("pdffonts '" + file.path() + "'", exit_code);
  CHECK(exit_code == 0);
  CHECK(std::count(fonts.begin(), fonts.end(), '\n') == 4);  // two head lines, two fonts
  CHECK(fonts.find("Sarabun-Regular") != std::string::npos);
  CHECK(fonts.find("Sarabun-Bold") != std::string::npos);
}
