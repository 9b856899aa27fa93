// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of lines are set with.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "line/line.h"
#include "text/test_fonts.h"

namespace phaen::line::desk {

using base::Length;

inline const char* const kProse =
    "กลุ่มจังหวัดภาคเหนือตอนบน 2 ประกอบด้วยจังหวัดเชียงราย พะเยา แพร่ และน่าน มีที่ตั้งติดชายแดนและเชื่อมโยงกับประเทศเพื่อนบ้าน"
    "ในอนุภูมิภาคลุ่มแม่น้ำโขง จึงกำหนดเป้าหมายการพัฒนาให้เป็นประตูการค้าและการท่องเที่ยวเชิงวัฒนธรรม รายได้จากการท่องเที่ยว"
    "เพิ่มขึ้นร้อยละ 5.00 ต่อปี คิดเป็นมูลค่า 1,234.50 ล้านบาท ภายใน พ.ศ. 2570 ทั้งนี้ ได้จัดลำดับความสำคัญของโครงการต่าง ๆ "
    "ให้สอดคล้องกับยุทธศาสตร์ชาติ แผนแม่บท (ฉบับที่ 2) และความต้องการของประชาชนในพื้นที่ โดยใช้ข้อมูลจาก e-Plan (OSM) "
    "เพื่อลดความซ้ำซ้อนในการปฏิบัติงานของส่วนราชการ ปี่ ฟ้า น้ำ ญู ฐู กฤษฏิ์";

struct Desk {
  text::FontBook fonts = shipped_fonts();
  text::Breaker breaker{{}};
  base::Diagnostics diagnostics;
  line::Setter setter{fonts, breaker, diagnostics};

  std::vector<Line> compose(const line::StyledText& text, Measure measure, Align align) {
    return line::compose(text, measure, align, setter);
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) codes.push_back(diagnostic.code);
    return codes;
  }
};

inline line::Span span(std::size_t begin, std::size_t end, text::FaceId face = 0, double points = 10.9) {
  line::Span span;
  span.begin = begin;
  span.end = end;
  span.face = face;
  span.size = Length::pt(points);
  return span;
}

inline line::StyledText styled(const std::string& text, double points = 10.9) {
  return {text, {span(0, text.size(), 0, points)}};
}

inline std::string characters(const Desk& desk, const Line& line) {
  std::string out;
  for (const line::Run& run : line.runs)
    for (const text::GlyphRef glyph : run.glyphs) base::utf8::append(out, desk.fonts.character(run.face, glyph));
  return out;
}

inline std::string slice(const std::string& text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

}  // namespace phaen::line::desk
