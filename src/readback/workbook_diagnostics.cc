// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/workbook_diagnostics.h"

#include "base/format.h"

namespace phaen::readback::diagnostics {
namespace {

using base::Bilingual;
using base::format;

base::Diagnostic error(const char* code, std::string_view file, Bilingual message) {
  base::Diagnostic diagnostic{base::Severity::Error, code, {}, std::move(message), {}};
  diagnostic.where.file = file;
  // Every difference means a fault of the program, or a file changed after it was made.
  diagnostic.hint = {"อย่าส่งแฟ้มนี้ออกไป แฟ้มถูกแก้หลังสร้าง หรือโปรแกรมมีข้อผิดพลาดที่ควรแจ้ง",
                     "do not hand this file out: it was changed after it was made, or the program has a fault worth "
                     "reporting"};
  return diagnostic;
}

Bilingual quoted_or_none(std::string_view text) {
  if (text.empty()) return {"ไม่มี", "none"};
  return {format("\"{}\"", text), format("`{}`", text)};
}

// `แผ่นงาน "ก" เซลล์ B2` / ``sheet `ก`, cell B2``, then what is wrong with it.
base::Diagnostic cell_error(const char* code, const CellPlace& place, const Bilingual& what) {
  return error(code, place.file,
               {format("แผ่นงาน \"{}\" เซลล์ {}: {}", place.sheet, place.cell, what.th),
                format("sheet `{}`, cell {}: {}", place.sheet, place.cell, what.en)});
}

Bilingual expected_and_found(const Bilingual& expected, const Bilingual& found) {
  return {format("ควรเป็น {} แต่อ่านกลับได้ {}", expected.th, found.th),
          format("expected {}, read back {}", expected.en, found.en)};
}

Bilingual expected_and_found(std::string_view expected, std::string_view found) {
  return expected_and_found(quoted_or_none(expected), quoted_or_none(found));
}

Bilingual labelled(const Bilingual& label, const Bilingual& what) {
  return {label.th + " " + what.th, label.en + ": " + what.en};
}

}  // namespace

base::Diagnostic workbook_unreadable(std::string_view file, std::string_view reason) {
  base::Diagnostic diagnostic = error("R020", file,
                                      {format("เปิดแฟ้มเป็นสมุดงาน Excel ไม่ได้ ({})", reason),
                                       format("cannot open the file as an Excel workbook ({})", reason)});
  diagnostic.hint = {"สร้างเอกสารใหม่", "build the document again"};
  return diagnostic;
}

base::Diagnostic part_damaged(std::string_view file, std::string_view part, std::size_t offset,
                              std::string_view reason) {
  return error("R021", file,
               {format("ส่วน {} ของสมุดงานเสียหายที่ไบต์ {} ({})", part, offset, reason),
                format("the part {} of the workbook is damaged at byte {} ({})", part, offset, reason)});
}

base::Diagnostic part_missing(std::string_view file, std::string_view part) {
  return error("R022", file, {format("สมุดงานไม่มีส่วน {}", part), format("the workbook lacks its part {}", part)});
}

base::Diagnostic sheet_count_differs(std::string_view file, std::size_t expected, std::size_t found) {
  return error("R023", file,
               {format("ควรมี {} แผ่นงาน แต่แฟ้มมี {} แผ่น", expected, found),
                format("expected {} sheets, the file has {}", expected, found)});
}

base::Diagnostic sheet_name_differs(std::string_view file, std::size_t number, std::string_view expected,
                                    std::string_view found) {
  const Bilingual what = expected_and_found(expected, found);
  return error("R024", file,
               {format("ชื่อแผ่นงานที่ {} {}", number, what.th), format("name of sheet {}: {}", number, what.en)});
}

base::Diagnostic value_differs(const CellPlace& place, const Bilingual& expected, const Bilingual& found) {
  return cell_error("R025", place, expected_and_found(expected, found));
}

base::Diagnostic formula_differs(const CellPlace& place, std::string_view expected, std::string_view found) {
  return cell_error("R026", place, labelled({"สูตร", "formula"}, expected_and_found(expected, found)));
}

base::Diagnostic cell_missing(const CellPlace& place, const Bilingual& expected) {
  return cell_error("R027", place,
                    {format("เซลล์หายไป ควรเป็น {}", expected.th), format("the cell is lost, expected {}", expected.en)});
}

base::Diagnostic unexpected_cell(const CellPlace& place, const Bilingual& found) {
  return cell_error(
      "R028", place,
      {format("มีเซลล์เกินมา อ่านได้ {}", found.th), format("a cell where none was written, read back {}", found.en)});
}

base::Diagnostic number_format_differs(const CellPlace& place, std::string_view expected, std::string_view found) {
  return cell_error("R029", place, labelled({"รูปแบบตัวเลข", "number format"}, expected_and_found(expected, found)));
}

base::Diagnostic merge_missing(const CellPlace& place) {
  return cell_error("R030", place, {"ควรผสานเซลล์ แต่แฟ้มไม่ผสาน", "should be merged and is not"});
}

base::Diagnostic unexpected_merge(const CellPlace& place) {
  return cell_error("R031", place, {"เซลล์ถูกผสานโดยไม่ควร", "is merged and should not be"});
}

base::Diagnostic setting_differs(std::string_view file, std::string_view sheet, const Bilingual& setting,
                                 std::string_view expected, std::string_view found) {
  const Bilingual what = expected_and_found(expected, found);
  return error("R032", file,
               {format("แผ่นงาน \"{}\" {}: {}", sheet, setting.th, what.th),
                format("sheet `{}`, {}: {}", sheet, setting.en, what.en)});
}

base::Diagnostic link_differs(const CellPlace& place, std::string_view expected, std::string_view found) {
  return cell_error("R033", place, labelled({"ลิงก์", "link"}, expected_and_found(expected, found)));
}

base::Diagnostic note_differs(const CellPlace& place, std::string_view expected, std::string_view found) {
  return cell_error("R034", place, labelled({"ข้อคิดเห็น", "comment"}, expected_and_found(expected, found)));
}

base::Diagnostic defined_name_differs(std::string_view file, std::string_view name, std::string_view expected,
                                      std::string_view found) {
  const Bilingual what = expected_and_found(expected, found);
  return error("R035", file, {format("ชื่อที่กำหนด {} {}", name, what.th), format("defined name {}: {}", name, what.en)});
}

base::Diagnostic property_differs(std::string_view file, std::string_view property, std::string_view expected,
                                  std::string_view found) {
  const Bilingual what = expected_and_found(expected, found);
  return error(
      "R036", file,
      {format("คุณสมบัติเอกสาร {} {}", property, what.th), format("document property {}: {}", property, what.en)});
}

base::Diagnostic more_differences_in_workbook(std::string_view file, std::size_t count) {
  return error("R037", file, {format("มีข้อแตกต่างอีก {} แห่ง", count), format("{} more differences", count)});
}

}  // namespace phaen::readback::diagnostics
