// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/picture.h"

#include "doc/map_values.h"
#include "sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;

std::string number(unsigned value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

// The head of a PNG of 600 x 300 pixels, with or without a resolution in pixels a metre.
std::string png(unsigned per_metre) {
  std::string bytes = "\x89PNG\r\n\x1a\n" + number(13, 4) + "IHDR" + number(600, 4) + number(300, 4) +
                      std::string("\x08\x02\x00\x00\x00", 5) + number(0, 4);
  if (per_metre > 0)
    bytes += number(9, 4) + "pHYs" + number(per_metre, 4) + number(per_metre, 4) + "\x01" + number(0, 4);
  return bytes + number(0, 4) + "IDAT" + number(0, 4) + number(0, 4) + "IEND" + number(0, 4);
}

std::string jpeg(unsigned dpi) {
  return "\xFF\xD8\xFF\xE0" + number(16, 2) + std::string("JFIF\0\1\2\1", 8) + number(dpi, 2) + number(dpi, 2) +
         std::string(2, '\0') + "\xFF\xC0" + number(11, 2) + "\x08" + number(300, 2) + number(600, 2) + "\x01\x01\x11" +
         std::string(1, '\0');
}

TEST_CASE("a PNG says its size and its resolution") {
  const auto plain = picture_size(png(0)), fine = picture_size(png(11811));  // 300 dpi
  REQUIRE(plain.has_value());
  CHECK(plain->pixel_width == 600);
  CHECK(plain->pixel_height == 300);
  CHECK(plain->width == 600);
  REQUIRE(fine.has_value());
  CHECK(fine->width == 192);
  CHECK(fine->height == 96);
}

TEST_CASE("every cut of a picture is read without harm") {
  for (const std::string& whole : {png(11811), jpeg(300)}) {
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const auto size = picture_size(whole.substr(0, length));
      if (size) CHECK(size->pixel_width == 600);
    }
  }
  CHECK_FALSE(picture_size("").has_value());
  CHECK_FALSE(picture_size("GIF89a").has_value());
}

TEST_CASE("a picture keeps its proportions at the width the document sets") {
  doc::Image image;
  image.bytes = std::make_shared<const std::string>(png(11811));
  image.width = base::Length::pt(300);
  image.alternative = "แผนที่";
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผ่น", {image, paragraph("body", "ใต้รูป")})}));
  CHECK(bench.codes() == "");
  const Sheet& sheet = book.sheets[0];
  REQUIRE(sheet.pictures.size() == 1);
  CHECK(sheet.pictures[0].width == 400);
  CHECK(sheet.pictures[0].height == 200);
  CHECK(sheet.rows[0].height == 200);
  const Package file(book);
  const std::string drawing = file.part("xl/drawings/drawing1.xml");
  CHECK(drawing.find("<a:ext cx=\"38100") != std::string::npos);  // 300 pt = 3,810,000 EMU, the dpi being rounded
  CHECK(drawing.find("cy=\"19050") != std::string::npos);
  CHECK(drawing.find("editAs=\"oneCell\"") != std::string::npos);
  CHECK(drawing.find("descr=\"แผนที่\"") != std::string::npos);
}

TEST_CASE("a map is the pictures of its pages; a long alternative text is cut at a letter") {
  Bench bench;
  doc::MapFigure map;
  map.content = std::make_shared<const doc::MapContent>();
  Options options;
  options.draw_map = [](const doc::MapFigure&, base::Length width) {
    doc::Image image;
    image.bytes = std::make_shared<const std::string>(png(11811));
    image.width = width;
    for (int i = 0; i < 1000; ++i) image.alternative += "ก&";
    return std::vector<doc::Image>(2, image);
  };
  const Workbook book = bench.make(document_of({section_of("ผัง", {map})}), options);
  REQUIRE(book.sheets.at(0).pictures.size() == 2);
  const std::string& alternative = book.sheets[0].pictures[0].alternative;
  CHECK(alternative.ends_with("ก…"));
  CHECK(alternative.size() < 1100);
  CHECK(book.sheets[0].pictures[1].row > book.sheets[0].pictures[0].row);
  const Package file(book);
  CHECK(file.part("xl/drawings/drawing1.xml").find("ก…\"") != std::string::npos);
}

}  // namespace
}  // namespace phaen::workbook
