// SPDX-License-Identifier: GPL-3.0-or-later
// The text of hard strings comes back exactly in every reader installed.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "pdf/pdf.h"
#include "pdf/readers.h"
#include "support/pdf_checks.h"
#include "support/sample_pages.h"

using namespace phaen;
using support::SamplePages;

namespace {

constexpr const char* kHard[] = {
    "น้ำ นำ กำ ที่ น้ำใจ",
    "สำคัญ จำนวน ดำเนินการ จัดทำ ประจำปี",
    "กรณีที่ ต้องการ ถึง คำนำ",
    "ที่ นั้น นี่ ทั้ง มั้ง บุหรี่",
    "หนี้ · นี้ · เท่านั้น · ซื้อ · เอี๊ยด",
    "ปี่ ฝ่าย ฟ้า ป่า ฬ้า ปั้น ฟื้นฟู ปั้นจั่น",
    "ญู ฐู ฎุ ฏุ กฤษฏิ์ กตัญญู",
    "หมู่ หมุ่ ที่",
    "A วันที่ · ABC วันที่",
    "แห่งได้เปิดขึ้นแล้ว เป็นครั้งใหญ่ครั้งแรก",
    "๑๒๓ พ.ศ. ๒๕๖๙ ร้อยละ 85.50 (1,234.50 ล้านบาท)",
    "“แผนพัฒนา” ‘เมือง’ – ≥ ± ฿ ฯลฯ ต่าง ๆ",
    "ก่ํกํ่ เเละ นํา",
};

// Every hard string with three kinds of spacing, plain and bold.
SamplePages hard_pages(std::vector<std::string>& expected) {
  SamplePages sample;
  for (const int spread : {0, 3, 15}) {
    sample.new_page("1");
    const page::TagId paragraph = sample.tag(page::Role::P);
    double baseline = 60;
    for (const bool bold : {false, true})
      for (const char* text : kHard) {
        sample.line(70, baseline, text, paragraph, {.size = 12, .bold = bold, .spread = spread});
        expected.push_back(text);
        baseline += 24;
      }
  }
  return sample;
}

}  // namespace

TEST_CASE("hard Thai strings come back exactly in every reader, at any spacing") {
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

TEST_CASE("characters that draw nothing survive") {
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
