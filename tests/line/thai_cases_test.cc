// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of docs/thai-cases.md that a paragraph shows: every string at every width.
#include "support/thai_cases.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "line/desk.h"
#include "text/clusters.h"

using namespace phaen;
using base::Length;
using line::Align;
using line::Line;
using namespace line::desk;

namespace {

std::vector<std::string> lines_of(Desk& desk, const std::string& text, double width, Align align = Align::Left) {
  std::vector<std::string> out;
  for (const Line& line : desk.compose(styled(text), {Length::pt(width), {}}, align))
    out.push_back(characters(desk, line));
  return out;
}

double width_of(Desk& desk, const std::string& text) {
  return line::measure(styled(text), desk.setter).natural.to_pt() + 0.01;
}

}  // namespace

TEST_CASE("TH01-TH33: no width parts a cluster, doubles a glyph or loses a character") {
  Desk desk;
  for (const ThaiCase& thai : kThaiCases) {
    CAPTURE(thai.number);
    const std::string text = thai.text;
    for (double width = 4; width < 400; width *= 1.3) {
      for (const Align align : {Align::Left, Align::Distributed, Align::Justified, Align::Mixed}) {
        std::size_t at = 0;
        for (const Line& line : desk.compose(styled(text), {Length::pt(width), {}}, align)) {
          for (; at < line.begin; ++at) CHECK(text[at] == ' ');
          CHECK(characters(desk, line) == slice(text, line));
          const bool after_zero_width = line.begin >= 3 && text.compare(line.begin - 3, 3, "\xE2\x80\x8B") == 0;
          if (!after_zero_width) CHECK_FALSE(text::extends_cluster(base::utf8::decode(text, line.begin).character));
          at = line.end;
        }
        CHECK(at == text.size());
      }
    }
  }
}

TEST_CASE("TH13: a word that does not fit its indent goes to the next line whole") {
  Desk desk;
  const std::string text = "งบิก นำ";
  const Length indent = Length::pt(85), width = Length::pt(85 + width_of(desk, "งบิก") - 2);
  const std::vector<Line> lines = desk.compose(styled(text), {width, indent}, Align::Left);
  std::string all;
  for (const Line& line : lines) all += characters(desk, line);
  CHECK((all == "งบิก นำ" || all == "งบิกนำ"));
}

TEST_CASE("TH16, TH17: text without spaces breaks between its words") {
  Desk desk;
  const double two = width_of(desk, "ดูการบ้านดู");
  CHECK(lines_of(desk, "ดูการบ้านดูการบ้านดูการบ้าน", two) == std::vector<std::string>{"ดูการบ้านดู", "การบ้านดู", "การบ้าน"});
  for (const std::string& line : lines_of(desk, kThaiCases[16].text, 120)) CHECK(width_of(desk, line) <= 120.02);
}

TEST_CASE("TH18: ๆ never begins a line, with its space or without") {
  Desk desk;
  for (double width = 12; width < 120; width += 3) {
    for (const char* text : {"ใด ๆ ต่าง ๆ ที่", "เร็วๆนี้"}) {
      for (const std::string& line : lines_of(desk, text, width)) CHECK_FALSE(line.starts_with("ๆ"));
    }
  }
}

TEST_CASE("TH19: quotes stay with their words") {
  Desk desk;
  for (double width = 60; width < 200; width += 3) {
    for (const std::string& line : lines_of(desk, "คำว่า “แผนพัฒนา” กับ ‘แผนปฏิบัติ’ ต่างกัน", width)) {
      CHECK_FALSE(line.starts_with("”"));
      CHECK_FALSE(line.starts_with("’"));
      CHECK_FALSE(line.ends_with("“"));
      CHECK_FALSE(line.ends_with("‘"));
    }
  }
}

TEST_CASE("TH21: a proper name moves to the next line whole, and is cut at a cluster only when no line holds it") {
  Desk desk;
  const std::string name = "พระนครศรีอยุธยา";
  CHECK(lines_of(desk, "เมือง " + name, width_of(desk, "เมือง " + name) - 1) == std::vector<std::string>{"เมือง", name});
  CHECK(desk.diagnostics.empty());
  CHECK(lines_of(desk, name, width_of(desk, name) - 1).size() == 2);
  CHECK(desk.codes() == std::vector<std::string>{"L002"});
}

TEST_CASE("TH22: ฯลฯ is whole, and a number stays with its unit and with what counts it") {
  Desk desk;
  const std::vector<std::pair<std::string, std::string>> kept = {{"จำนวน ", "สินค้า ฯลฯ"},     {"ปี ", "พ.ศ. ๒๕๖๙"},
                                                                 {"เพิ่ม ", "ร้อยละ 80"}, {"เป็น ", "1,234.50 ล้านบาท"},
                                                                 {"ตาม ", "ข้อ 1.2.3"}, {"ใน ", "กรุงเทพฯ"}};
  for (const auto& [before, whole] : kept) {
    CAPTURE(whole);
    for (double width = width_of(desk, whole); width < width_of(desk, before + whole); width += 1)
      CHECK(lines_of(desk, before + whole, width).back() == whole);
  }
  CHECK(desk.diagnostics.empty());
}

TEST_CASE("TH23: a long Latin token leaves no gap wider than the cap") {
  Desk desk;
  const line::StyledText text = styled("ผู้โจมตีพบว่าไฟล์ /var/www/html/config.yaml ที่มีรหัสผ่านอยู่ในเครื่องแม่ข่ายของหน่วยงาน");
  for (double width = 80; width < 300; width += 7) {
    for (const Line& line : desk.compose(text, {Length::pt(width), {}}, Align::Distributed)) {
      const double natural = width_of(desk, slice(text.text, line));
      const auto gaps = static_cast<double>(base::utf8::count(slice(text.text, line)));
      CHECK(line.width.to_pt() <= natural + gaps * 10.9 * 0.15);
    }
  }
}

TEST_CASE("TH24: no space begins or ends a line that is filled") {
  Desk desk;
  for (const Align align : {Align::Distributed, Align::Justified, Align::Mixed}) {
    for (double width = 60; width < 240; width += 5) {
      for (const std::string& line : lines_of(desk, kThaiCases[23].text, width, align)) {
        CHECK_FALSE(line.starts_with(' '));
        CHECK_FALSE(line.ends_with(' '));
      }
    }
  }
}

TEST_CASE("TH25: a zero-width space is a place to break, has no width and needs no glyph of the font") {
  Desk desk;
  const std::string text = "ชุมชน\xE2\x80\x8Bและเมือง";
  CHECK(width_of(desk, text) == width_of(desk, "ชุมชนและเมือง"));
  CHECK(lines_of(desk, text, width_of(desk, "และเมืองง")).size() == 2);
  CHECK(desk.diagnostics.empty());
}
