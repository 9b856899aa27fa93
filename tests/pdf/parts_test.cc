// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of the finishing pass by themselves.
#include <doctest/doctest.h>

#include "pdf/cairo_file.h"
#include "pdf/icc.h"
#include "pdf/navigation.h"
#include "pdf/object_writer.h"
#include "pdf/pictures.h"
#include "pdf/xmp.h"
#include "support/sample_pages.h"

using namespace phaen;

namespace {

std::string big(std::uint32_t value, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
  return out;
}

// A font file with the four tables that tell widths: two glyphs of their own advance, a third that repeats the last.
std::string font_with_widths(std::uint32_t units_per_em) {
  const std::string head = std::string(18, '\0') + big(units_per_em, 2);
  const std::string hhea = std::string(34, '\0') + big(2, 2);
  const std::string maxp = std::string(4, '\0') + big(3, 2);
  const std::string hmtx = big(1000, 2) + big(0, 2) + big(683, 2) + big(0, 2) + big(0, 2);
  std::string directory = big(0x00010000, 4) + big(4, 2) + std::string(6, '\0'), body;
  for (const auto& [tag, table] : {std::pair("head", head), {"hhea", hhea}, {"maxp", maxp}, {"hmtx", hmtx}}) {
    directory += tag + big(0, 4) + big(static_cast<std::uint32_t>(12 + 64 + body.size()), 4) +
                 big(static_cast<std::uint32_t>(table.size()), 4);
    body += table;
  }
  return directory + body;
}

std::vector<pdf::PageRecord> with_folios(const std::vector<std::string>& folios) {
  std::vector<pdf::PageRecord> pages;
  for (const std::string& folio : folios) pages.push_back({{}, folio, {}, {}, {}});
  return pages;
}

}  // namespace

TEST_CASE("widths are exact when the em is not 1000 units") {
  CHECK(pdf::exact_widths(font_with_widths(2048)) == "[0[488.281 333.496 333.496]]");
  CHECK(pdf::exact_widths(font_with_widths(1000)) == "");
}

TEST_CASE("the sRGB profile describes itself truly") {
  const std::string profile = pdf::srgb_profile();
  CHECK(profile.size() < 520);
  CHECK(profile.substr(0, 4) == big(static_cast<std::uint32_t>(profile.size()), 4));
  CHECK(profile.substr(128, 4) == big(10, 4));
  for (std::size_t tag = 0; tag < 10; ++tag) {
    const std::string entry = profile.substr(132 + 12 * tag, 12);
    const auto value = [&](std::size_t at) {
      std::size_t number = 0;
      for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(entry[at + i]);
      return number;
    };
    CHECK(value(4) % 4 == 0);
    CHECK(value(4) + value(8) <= profile.size());
  }
}

TEST_CASE("XMP escapes markup and names both standards") {
  const std::string xmp = pdf::xmp_packet({"ก < ข & ค", "เรื่อง", "ผู้ทำ", {2022, 9, 30}});
  CHECK(xmp.find("ก &lt; ข &amp; ค") != std::string::npos);
  CHECK(xmp.find("<pdfaid:conformance>A</pdfaid:conformance>") != std::string::npos);
  CHECK(xmp.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
  CHECK(xmp.find("2022-09-30T00:00:00+07:00") != std::string::npos);
  CHECK(pdf::pdf_date({2022, 9, 30}) == "D:20220930000000+07'00'");
}

TEST_CASE("numbers, strings and names are written as PDF wants them") {
  CHECK(pdf::number(base::Length::pt(595.3)) == "595.2998");
  CHECK(pdf::number(base::Length::pt(12)) == "12");
  CHECK(pdf::number(base::Length::pt(-0.5)) == "-0.5");
  CHECK(pdf::number(base::Length::raw(0)) == "0");
  CHECK(pdf::text_string("ก😀") == "<FEFF0E01D83DDE00>");
  CHECK(pdf::name_object("text/csv") == "/text#2Fcsv");
  CHECK(pdf::literal_string("a(b)\\") == "(a\\(b\\)\\\\)");
}

TEST_CASE("page labels: Arabic runs as ranges, others as they are, none as none") {
  CHECK(pdf::page_labels(with_folios({"", "ก", "ข", "1", "2", "3", "10", "๑๑"})) ==
        "<</Nums[0<<>>1<</P<FEFF0E01>>>2<</P<FEFF0E02>>>3<</S/D/St 1>>6<</S/D/St 10>>7<</P<FEFF0E510E51>>>]>>");
}

TEST_CASE("an object that was reserved and never written is a fault of the program") {
  pdf::ObjectWriter writer;
  const pdf::ObjectId catalog = writer.add("<<>>"), info = writer.add("<<>>");
  writer.reserve();
  CHECK_THROWS_AS(writer.finish(catalog, info), std::logic_error);
}

TEST_CASE("the size of a JPEG is read from its frame header") {
  const auto size = pdf::jpeg_size(support::small_jpeg(3));
  REQUIRE(size.has_value());
  CHECK(size->width == 16);
  CHECK(size->height == 16);
  CHECK(size->components == 3);
  CHECK(!pdf::jpeg_size(support::small_png()).has_value());
  CHECK(!pdf::jpeg_size("\xFF\xD8\xFF").has_value());
}
