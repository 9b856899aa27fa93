// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/diagnostics.h"

#include <cmath>

#include "base/format.h"

namespace phaen::readback::diagnostics {
namespace {

base::Diagnostic error(const char* code, const std::string& file, base::Bilingual message, base::Bilingual hint = {}) {
  base::Diagnostic diagnostic{base::Severity::Error, code, {}, std::move(message), std::move(hint)};
  diagnostic.where.file = file;
  return diagnostic;
}

// Every difference means a fault of the program or of a font, or a file changed after it was made.
base::Bilingual report_hint() {
  return {"อย่าส่งแฟ้มนี้ออกไป แฟ้มถูกแก้หลังสร้าง หรือโปรแกรมมีข้อผิดพลาดที่ควรแจ้ง",
          "do not hand this file out: it was changed after it was made, or the program has a fault worth reporting"};
}

// Hundredths of a point, whole numbers only.
std::string point(double value) {
  const long tenths = std::lround(value * 10);
  return base::format("{}.{}", tenths / 10, tenths % 10);
}

}  // namespace

base::Diagnostic text_differs(const Place& place, std::string_view expected, std::string_view found) {
  const std::string x = point(place.x), y = point(place.y);
  return error(
      "R001", place.file,
      {base::format("หน้าที่ {} ที่ ({}, {}) pt: ควรเป็น \"{}\" แต่อ่านกลับได้ \"{}\"", place.page, x, y, expected, found),
       base::format("page {} at ({}, {}) pt: expected `{}`, read back `{}`", place.page, x, y, expected, found)},
      report_hint());
}

base::Diagnostic page_count_differs(const std::string& file, std::size_t expected, std::size_t found) {
  return error("R002", file,
               {base::format("ควรมี {} หน้า แต่แฟ้มมี {} หน้า", expected, found),
                base::format("expected {} pages, the file has {}", expected, found)},
               report_hint());
}

base::Diagnostic label_differs(const std::string& file, std::size_t page, std::string_view expected,
                               std::string_view found) {
  return error("R003", file,
               {base::format("หน้าที่ {} ควรมีเลขหน้า \"{}\" แต่อ่านกลับได้ \"{}\"", page, expected, found),
                base::format("page {} should be labelled `{}` but reads `{}`", page, expected, found)},
               report_hint());
}

base::Diagnostic outline_differs(const std::string& file, std::size_t entry, std::string_view expected,
                                 std::string_view found) {
  return error("R004", file,
               {base::format("สารบัญด้านข้างรายการที่ {} ควรเป็น \"{}\" แต่อ่านกลับได้ \"{}\"", entry, expected, found),
                base::format("outline entry {}: expected `{}`, read back `{}`", entry, expected, found)},
               report_hint());
}

base::Diagnostic information_differs(const std::string& file, const base::Bilingual& what, std::string_view expected,
                                     std::string_view found) {
  return error("R005", file,
               {base::format("{}ควรเป็น \"{}\" แต่อ่านกลับได้ \"{}\"", what.th, expected, found),
                base::format("{}: expected `{}`, read back `{}`", what.en, expected, found)},
               report_hint());
}

base::Diagnostic attachment_differs(const std::string& file, std::string_view name) {
  return error("R006", file,
               {base::format("แฟ้มแนบ \"{}\" หายไปหรือมีเนื้อหาต่างจากต้นฉบับ", name),
                base::format("the attachment `{}` is missing or differs from its source", name)},
               report_hint());
}

base::Diagnostic unreadable(const std::string& file) {
  return error("R007", file, {"เปิดแฟ้มเป็น PDF ไม่ได้", "cannot open the file as a PDF"},
               {"สร้างเอกสารใหม่", "build the document again"});
}

base::Diagnostic unexpected_text(const Place& place, std::string_view found) {
  const std::string x = point(place.x), y = point(place.y);
  return error("R008", place.file,
               {base::format("หน้าที่ {} ที่ ({}, {}) pt: พบ \"{}\" ในที่ที่ไม่ได้พิมพ์อะไร", place.page, x, y, found),
                base::format("page {} at ({}, {}) pt: found `{}` where nothing was set", place.page, x, y, found)},
               report_hint());
}

base::Diagnostic more_differences(const std::string& file, const char* code, std::size_t count) {
  return error(
      code, file,
      {base::format("มีข้อแตกต่างแบบนี้อีก {} แห่ง", count), base::format("{} more differences of this kind", count)});
}

}  // namespace phaen::readback::diagnostics
