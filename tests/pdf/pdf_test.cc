// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdf.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "pdf/readers.h"
#include "support/pdf_checks.h"
#include "support/sample_pages.h"

using namespace phaen;
using support::SamplePages;

namespace {

SamplePages one_line(const char* text) {
  SamplePages sample;
  sample.new_page("1");
  sample.line(70, 70, text, sample.tag(page::Role::P));
  return sample;
}

base::Diagnostic failure(SamplePages& sample, const pdf::Attachments& attachments = {}) {
  const base::Result<std::string> bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, attachments);
  REQUIRE(!bytes.has_value());
  return bytes.error();
}

page::Picture picture(std::string bytes, page::TagId tag) {
  const base::Length side = base::Length::pt(40);
  return {{side, side, side, side}, std::make_shared<const std::string>(std::move(bytes)), tag};
}

}  // namespace

TEST_CASE("the same pages give the same bytes") {
  for (const bool table : {false, true}) {
    SamplePages one = table ? support::tables(3) : support::prose(5),
                other = table ? support::tables(3) : support::prose(5);
    const auto first = pdf::make_pdf(std::move(one.pages), one.fonts, {});
    const auto second = pdf::make_pdf(std::move(other.pages), other.fonts, {});
    REQUIRE(first.has_value());
    CHECK(*first == *second);
  }
}

TEST_CASE("another date makes another identifier") {
  SamplePages one = one_line("ก"), other = one_line("ก");
  other.pages.info.date = {2022, 10, 1};
  const auto identifier = [](const SamplePages& sample, page::Pages&& pages) {
    const std::string bytes = pdf::make_pdf(std::move(pages), sample.fonts, {}).value();
    return bytes.substr(bytes.find("/ID["), 70);
  };
  CHECK(identifier(one, std::move(one.pages)) != identifier(other, std::move(other.pages)));
}

TEST_CASE("a long document of prose and of tables keeps every rule") {
  for (const bool table : {false, true}) {
    SamplePages sample = table ? support::tables(10) : support::prose(150);
    const auto bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {});
    REQUIRE(bytes.has_value());
    CHECK(support::to_text(support::check_pdf(*bytes)) == "");
  }
}

TEST_CASE("pages are given away while they are drawn") {
  SamplePages sample = support::prose(2);
  REQUIRE(pdf::make_pdf(std::move(sample.pages), sample.fonts, {}).has_value());
  for (const page::Page& page : sample.pages.pages) CHECK(page.glyphs.empty());
}

TEST_CASE("each page keeps its own size") {
  SamplePages sample = one_line("ก");
  sample.new_page("2", {base::Length::mm(297), base::Length::mm(210)});
  sample.line(700, 590, "ขวาล่าง", sample.tag(page::Role::P));
  const std::string bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {}).value();
  const readers::TemporaryFile file("sizes.pdf", bytes);
  int exit_code = 0;
  const std::string info = readers::output_of("pdfinfo -f 1 -l 2 '" + file.path() + "'", exit_code);
  CHECK(info.find("Page    1 size:  595.3") != std::string::npos);
  CHECK(info.find("Page    2 size:  841.89") != std::string::npos);
  CHECK(readers::output_of("pdftotext -f 2 -x 690 -y 570 -W 100 -H 25 '" + file.path() + "' -", exit_code)
            .starts_with("ขวาล่าง"));
}

TEST_CASE("the file is written whole, or not at all and with the reason") {
  SamplePages sample = one_line("ก");
  const std::string path = (std::filesystem::temp_directory_path() / "phaen-no-such-folder" / "a.pdf").string();
  const base::Result<void> written = pdf::write_pdf(std::move(sample.pages), sample.fonts, {}, path);
  REQUIRE(!written.has_value());
  CHECK(written.error().code == "B002");
  CHECK(!std::filesystem::exists(path));
}

TEST_CASE("what cannot be drawn or linked is refused and named") {
  SamplePages sample = one_line("ก");
  SUBCASE("P001: a picture that is no picture") {
    sample.page().pictures.push_back(picture("GIF89a", page::kArtifact));
    CHECK(failure(sample).message.en.starts_with("cannot read a picture on page 1"));
  }
  SUBCASE("P001: a picture cut short") {
    sample.page().pictures.push_back(picture(support::small_png().substr(0, 60), page::kArtifact));
    CHECK(failure(sample).code == "P001");
  }
  SUBCASE("P002: a picture in CMYK") {
    sample.page().pictures.push_back(picture(support::small_jpeg(4), page::kArtifact));
    CHECK(failure(sample).message.en ==
          "a JPEG on page 1 is in CMYK colours, which PDF/A with sRGB colours cannot hold");
  }
  SUBCASE("P003: a figure without alternative text") {
    sample.page().pictures.push_back(picture(support::small_png(), sample.tag(page::Role::Figure)));
    CHECK(failure(sample).code == "P003");
  }
  SUBCASE("P005: a link to nowhere") {
    const line::LinkId link = sample.link("#ไม่มี");
    sample.line(70, 100, "ไป", sample.tag(page::Role::P), {.link = link});
    CHECK(failure(sample).message.en == "a link leads to `ไม่มี` but no page holds that label");
  }
  SUBCASE("P005: an outline entry to nowhere") {
    sample.pages.outline.push_back({1, "บท", "ไม่มี"});
    CHECK(failure(sample).code == "P005");
  }
  SUBCASE("P006: one label at two places") {
    sample.page().anchors = {{"ก", {}}, {"ก", {}}};
    CHECK(failure(sample).code == "P006");
  }
  SUBCASE("P007: two attachments of one name") {
    const auto bytes = std::make_shared<const std::string>("x");
    const pdf::Attachment attachment{"a.csv", "text/csv", "", pdf::Relationship::Data, bytes, {2022, 1, 1}};
    CHECK(failure(sample, {attachment, attachment}).code == "P007");
  }
  SUBCASE("P008: no pages") {
    sample.pages.pages.clear();
    CHECK(failure(sample).code == "P008");
  }
  SUBCASE("P009: no title") {
    sample.pages.info.title.clear();
    CHECK(failure(sample).code == "P009");
  }
  SUBCASE("P004: a picture without an area, which cairo cannot draw") {
    sample.page().pictures.push_back(picture(support::small_png(), page::kArtifact));
    sample.page().pictures.back().area.width = {};
    CHECK(failure(sample).code == "P004");
  }
}

TEST_CASE("grey and colour JPEGs pass through untouched") {
  for (const int channels : {1, 3}) {
    SamplePages sample = one_line("ก");
    const std::string jpeg = support::small_jpeg(channels);
    sample.page().pictures.push_back(picture(jpeg, page::kArtifact));
    const std::string bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {}).value();
    CHECK(bytes.find(jpeg) != std::string::npos);
    CHECK(support::to_text(support::check_pdf(bytes)) == "");
  }
}

TEST_CASE("a picture used on every page is in the file once") {
  SamplePages sample;
  for (int i = 0; i < 6; ++i) {
    sample.new_page("");
    sample.page().pictures.push_back(picture(support::small_png(), page::kArtifact));
  }
  const std::string bytes = pdf::make_pdf(std::move(sample.pages), sample.fonts, {}).value();
  std::size_t images = 0;
  for (std::size_t at = 0; (at = bytes.find("/Subtype /Image", at)) != std::string::npos; ++at) ++images;
  CHECK(images == 1);
}
