// SPDX-License-Identifier: GPL-3.0-or-later
#include "svg/svg.h"

#include <doctest/doctest.h>

#include <string>

#include "svg/xml_text.h"
#include "text/test_fonts.h"

namespace phaen::svg {
namespace {

using base::Length;

struct Piece {
  std::string text;
  bool bold = false;
  line::LinkId link = 0;
};

void add_line(page::Page& page, text::FontBook& fonts, const std::vector<Piece>& pieces) {
  page::TextLine line{Length::pt(20), static_cast<std::uint32_t>(page.runs.size()),
                      static_cast<std::uint32_t>(pieces.size()), page::kArtifact, false};
  Length x = Length::pt(5);
  for (const Piece& piece : pieces) {
    page::TextRun run;
    run.face = fonts.find_face("Sarabun", piece.bold, false).value();
    run.size = Length::pt(10);
    run.x = x;
    run.link = piece.link;
    run.first_glyph = static_cast<std::uint32_t>(page.glyphs.size());
    std::int64_t units = 0;
    for (const text::GlyphRef glyph : std::vector<text::GlyphRef>(fonts.shape(run.face, piece.text))) {
      page.glyphs.push_back(glyph);
      units += fonts.advance(run.face, glyph);
      ++run.glyph_count;
    }
    run.width = fonts.width(run.face, units, run.size);
    x += run.width;
    page.runs.push_back(run);
  }
  page.lines.push_back(line);
}

page::Page blank() {
  page::Page page;
  page.size = {Length::pt(100), Length::pt(60.5)};
  return page;
}

std::string only(const page::Pages& pages, const text::FontBook& fonts) {
  return make_svg(pages, {"map.svg"}, fonts).at(0);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

TEST_CASE("a page with one item of each kind is written in drawing order") {
  text::FontBook fonts = shipped_fonts();
  page::Pages pages;
  pages.info.title = "แผน & \"ผัง\"";
  pages.tags = {{page::Role::Document, page::kRoot, 1, 1, true, {}},
                {page::Role::Figure, page::kRoot, 1, 1, true, "กล่อง <1>"}};
  page::Page page = blank();
  page.fills = {{{Length::pt(1), Length::pt(2), Length::pt(3), Length::pt(4)}, {0xf0, 0xf0, 0xf0}}};
  page.rules = {{{Length::pt(1), Length::pt(2)}, {Length::pt(30), Length::pt(2)}, Length::pt(0.5), {}, Length()}};
  page::Path path;
  path.tag = 1;
  path.stroke = page::Stroke::Dashed;
  path.thickness = Length::pt(1);
  path.fill = base::Colour{255, 255, 255};
  path.steps = {{page::PathStep::Kind::Move, {Length::pt(1), Length::pt(1)}, {}, {}},
                {page::PathStep::Kind::Curve,
                 {Length::pt(9), Length::pt(9)},
                 {Length::pt(3), Length::pt(1)},
                 {Length::pt(9), Length::pt(5)}},
                {page::PathStep::Kind::Close, {}, {}, {}}};
  page.paths = {path};
  page.pictures = {{{Length::pt(0), Length::pt(0), Length::pt(10), Length::pt(10)},
                    std::make_shared<const std::string>("\x89PNG"),
                    page::kArtifact}};
  add_line(page, fonts, {{"น้ำ", true, 0}});
  pages.pages = {page};
  CHECK(only(pages, fonts) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
        "xml:lang=\"th\" xml:space=\"preserve\" width=\"100pt\" height=\"60.5pt\" viewBox=\"0 0 100 60.5\">\n"
        "<title>แผน &amp; &quot;ผัง&quot;</title>\n"
        "<rect width=\"100\" height=\"60.5\" fill=\"#ffffff\"/>\n"
        "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#f0f0f0\"/>\n"
        "<line x1=\"1\" y1=\"2\" x2=\"30\" y2=\"2\" stroke=\"#000000\" stroke-width=\"0.5\"/>\n"
        "<g role=\"img\" aria-label=\"กล่อง &lt;1&gt;\">\n"
        "<path d=\"M1 1C3 1 9 5 9 9Z\" fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"1\" "
        "stroke-dasharray=\"4 3\"/>\n"
        "</g>\n"
        "<image x=\"0\" y=\"0\" width=\"10\" height=\"10\" preserveAspectRatio=\"none\" "
        "xlink:href=\"data:image/png;base64,iVBORw==\"/>\n"
        "<text><tspan x=\"5\" y=\"20\" font-family=\"'Sarabun', sans-serif\" font-size=\"10\" font-weight=\"bold\" "
        "textLength=\"" +
            number(pages.pages[0].runs[0].width) +
            "\" lengthAdjust=\"spacingAndGlyphs\">น้ำ</tspan></text>\n"
            "</svg>\n");
}

TEST_CASE("links become anchors: addresses, labels of this page and of another file; a lost label is plain text") {
  text::FontBook fonts = shipped_fonts();
  page::Pages pages;
  pages.tags = {{page::Role::Document, page::kRoot, 1, 1, true, {}}};
  pages.links = {"", "https://example.org/?a=1&b=2", "#here", "#there", "#nowhere"};
  page::Page first = blank(), second = blank();
  first.anchors = {{"here", {}}};
  second.anchors = {{"there", {}}};
  add_line(first, fonts, {{"ก1", false, 1}, {"ก2", false, 2}, {"ก3", false, 3}, {"ก4", false, 4}});
  pages.pages = {first, second};
  const std::vector<std::string> files = make_svg(pages, {"a.svg", "a-2.svg"}, fonts);
  REQUIRE(files.size() == 2);
  CHECK(count(files[0], "<a ") == 3);
  CHECK(count(files[0], "xlink:href=\"https://example.org/?a=1&amp;b=2\"") == 1);
  CHECK(count(files[0], "xlink:href=\"#here\"") == 1);
  CHECK(count(files[0], "xlink:href=\"a-2.svg#there\"") == 1);
  CHECK(count(files[0], ">ก4</tspan>") == 1);
  CHECK(count(files[1], "<g id=\"there\"") == 1);
}

TEST_CASE("text of a plan never becomes markup") {
  text::FontBook fonts = shipped_fonts();
  page::Pages pages;
  page::Page page = blank();
  add_line(page, fonts, {{"</text><b>&\"", false, 0}});
  pages.pages = {page};
  const std::string text = only(pages, fonts);
  CHECK(count(text, "&lt;/text&gt;&lt;b&gt;&amp;&quot;") == 1);
  CHECK(count(text, "</text>") == 1);
  CHECK(escaped(std::string("a\x01z")) == "a\xEF\xBF\xBDz");
}

TEST_CASE("numbers have up to three decimals, rounded in integers, and no trailing zeros") {
  CHECK(number(Length::pt(12.5)) == "12.5");
  CHECK(number(Length::pt(3)) == "3");
  CHECK(number(Length::raw(1)) == "0.001");
  CHECK(number(Length::raw(-1)) == "-0.001");
  CHECK(number(Length::raw(0)) == "0");
  CHECK(number(Length::raw(1023)) == "0.999");
  CHECK(hex({1, 255, 16}) == "#01ff10");
}

TEST_CASE("pictures are carried in base 64 with the type of their first bytes") {
  CHECK(data_uri("\xff\xd8\xff") == "data:image/jpeg;base64,/9j/");
  CHECK(data_uri("\x89PNGa") == "data:image/png;base64,iVBOR2E=");
}

}  // namespace
}  // namespace phaen::svg
