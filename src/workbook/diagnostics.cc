// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/diagnostics.h"

#include <utility>

#include "base/format.h"

namespace phaen::workbook::diagnostics {
namespace {

using base::Bilingual;
using base::Diagnostic;
using base::format;
using base::Severity;

// Messages about a workbook are about its sheets: the sheet stands where a plan table would, the cell as its record.
base::Position at(std::string_view sheet, std::string_view cell = {}) {
  base::Position where;
  where.table = sheet;
  where.record = cell;
  return where;
}

Diagnostic make(Severity severity, const char* code, base::Position where, Bilingual message, Bilingual hint) {
  return {severity, code, std::move(where), std::move(message), std::move(hint)};
}

}  // namespace

Diagnostic sheet_name_too_long(std::string_view name, std::size_t length, std::string_view fitted) {
  return make(Severity::Error, "W001", at(name),
              {format("ชื่อแผ่นงานยาวได้ไม่เกิน 31 อักขระ แต่ '{}' ยาว {} อักขระ", name, length),
               format("expected a sheet name of at most 31 characters, found {} in `{}`", length, name)},
              {format("ตั้งชื่อในแอตทริบิวต์ sheet ให้สั้นลง เช่น '{}'", fitted),
               format("give the section's `sheet` a shorter name, such as `{}`", fitted)});
}

Diagnostic sheet_name_invalid(std::string_view name, const Bilingual& found, std::string_view fitted) {
  return make(Severity::Error, "W002", at(name),
              {format("Excel ไม่รับชื่อแผ่นงาน '{}': พบ{}", name, found.th),
               format("expected a sheet name that Excel takes, found {} in `{}`", found.en, name)},
              {format("ห้ามใช้ [ ] : * ? / \\ และ ' ที่ต้นหรือท้ายชื่อ เขียนเป็น '{}' แทน", fitted),
               format("leave out [ ] : * ? / \\ and ' at either end: write `{}`", fitted)});
}

Diagnostic sheet_name_taken(std::string_view name, std::string_view fitted) {
  return make(Severity::Error, "W003", at(name),
              {format("ชื่อแผ่นงานต้องไม่ซ้ำกัน แต่ '{}' ถูกใช้แล้ว", name),
               format("expected sheet names that differ, found `{}` twice", name)},
              {format("ตั้งชื่ออื่น เช่น '{}' (Excel ถือว่าตัวพิมพ์เล็กและใหญ่เหมือนกัน)", fitted),
               format("choose another, such as `{}` (Excel does not tell upper from lower case)", fitted)});
}

Diagnostic text_too_long(std::string_view sheet, std::string_view cell, std::size_t length) {
  return make(Severity::Error, "W004", at(sheet, cell),
              {format("เซลล์หนึ่งมีข้อความได้ไม่เกิน 32,767 อักขระ แต่พบ {} อักขระ", length),
               format("expected at most 32,767 characters in a cell, found {}", length)},
              {"แบ่งข้อความเป็นหลายย่อหน้าหรือหลายแถว", "split the text over several paragraphs or rows"});
}

Diagnostic header_too_long(std::string_view sheet, std::size_t length) {
  return make(Severity::Warning, "W005", at(sheet),
              {format("หัวหรือท้ายกระดาษยาวได้ไม่เกิน 255 อักขระ แต่พบ {} อักขระ จึงตัดให้สั้นลง", length),
               format("expected at most 255 characters in the sheet's header, found {}; it was cut", length)},
              {"ย่อหัวกระดาษของส่วนนี้", "shorten the running head of the section"});
}

Diagnostic merges_overlap(std::string_view sheet, std::string_view first, std::string_view second) {
  return make(Severity::Error, "W006", at(sheet, second),
              {format("เซลล์ที่ผสานต้องไม่ซ้อนกัน แต่ {} ซ้อนกับ {}", second, first),
               format("expected merged cells that do not overlap, found {} over {}", second, first)},
              {"ตรวจจำนวนคอลัมน์และแถวที่เซลล์ครอบในแม่แบบ", "check the column and row spans of the cells in the template"});
}

Diagnostic too_many_rows(std::string_view sheet, std::size_t rows) {
  return make(Severity::Error, "W007", at(sheet),
              {format("แผ่นงานหนึ่งมีได้ 1,048,576 แถว แต่พบ {} แถว", rows),
               format("expected at most 1,048,576 rows on a sheet, found {}", rows)},
              {"แบ่งข้อมูลเป็นหลายแผ่นงาน เช่น ตามจังหวัดหรือปี", "spread the rows over several sheets, by province or by year"});
}

Diagnostic too_many_columns(std::string_view sheet, std::size_t columns) {
  return make(Severity::Error, "W007", at(sheet),
              {format("แผ่นงานหนึ่งมีได้ 16,384 คอลัมน์ แต่พบ {} คอลัมน์", columns),
               format("expected at most 16,384 columns on a sheet, found {}", columns)},
              {"แบ่งตารางเป็นหลายแผ่นงาน", "spread the table over several sheets"});
}

Diagnostic row_too_high(std::string_view sheet, std::string_view cell, int pixels) {
  return make(
      Severity::Warning, "W008", at(sheet, cell),
      {format("แถวสูงได้ไม่เกิน 409.5 พอยต์ แต่ข้อความต้องใช้ {} พอยต์ บางส่วนจึงถูกบัง", pixels * 3 / 4),
       format("expected a row of at most 409.5 pt, the text needs {} pt; part of it is hidden", pixels * 3 / 4)},
      {"ขยายคอลัมน์หรือแบ่งข้อความเป็นหลายแถว", "widen the column or split the text over several rows"});
}

Diagnostic figure_too_precise(std::string_view sheet, std::string_view cell, std::string_view figure) {
  return make(Severity::Warning, "W009", at(sheet, cell),
              {format("เซลล์เก็บตัวเลขได้ 15 หลัก แต่พบ {} หลักที่เกินจะคลาดเคลื่อน", figure),
               format("expected at most 15 significant digits, found {}; the cell holds the nearest number", figure)},
              {"ใช้หน่วยที่ใหญ่ขึ้นหรือทศนิยมน้อยลง", "use a larger unit or fewer decimals"});
}

Diagnostic page_reference(std::string_view sheet, std::string_view label) {
  return make(Severity::Warning, "W010", at(sheet),
              {format("แผ่นงานไม่มีเลขหน้า และ '{}' ไม่อยู่ในแผ่นงานใด จึงเขียน … แทน", label),
               format("a sheet has no page numbers and `{}` stands on no sheet; `…` was written instead", label)},
              {"ใส่ส่วนที่อ้างถึงไว้ในสมุดงานด้วย หรือเอาการอ้างหน้าออก",
               "put the section it refers to into the workbook too, or take the reference out"});
}

Diagnostic unwritable_character(std::string_view sheet, std::string_view cell) {
  return make(
      Severity::Error, "W011", at(sheet, cell),
      {"พบอักขระ U+FFFE หรือ U+FFFF ซึ่งเขียนลงไฟล์ .xlsx ไม่ได้", "found U+FFFE or U+FFFF, which an .xlsx file cannot hold"},
      {"ลบอักขระนั้นออกจากข้อมูล", "take the character out of the data"});
}

Diagnostic unreadable_picture(std::string_view sheet, std::string_view alternative) {
  return make(Severity::Error, "W012", at(sheet),
              {format("รูป '{}' ต้องเป็น PNG หรือ JPEG ที่สมบูรณ์ แต่อ่านขนาดไม่ได้", alternative),
               format("expected a sound PNG or JPEG for `{}`, its size cannot be read", alternative)},
              {"บันทึกรูปใหม่เป็น PNG", "save the picture again as PNG"});
}

Diagnostic outline_too_deep(std::string_view sheet, int levels) {
  return make(Severity::Warning, "W013", at(sheet),
              {format("Excel จัดกลุ่มแถวได้ 7 ระดับ แต่ตารางมี {} ระดับ ระดับที่ลึกกว่าจึงรวมกับระดับที่ 7", levels),
               format("expected at most 7 levels of groups, found {}; deeper ones join the seventh", levels)},
              {"ลดระดับของกลุ่มในตาราง", "use fewer group levels in the table"});
}

Diagnostic link_dropped(std::string_view sheet, std::string_view cell, const Bilingual& reason) {
  return make(Severity::Warning, "W014", at(sheet, cell),
              {format("ใส่ลิงก์ในแผ่นงานไม่ได้: {} ข้อความยังอยู่ครบ", reason.th),
               format("the link was left out of the sheet: {}; its text stays", reason.en)},
              {"ย่อลิงก์หรือลดจำนวนลิงก์", "shorten the link or use fewer of them"});
}

Diagnostic unknown_paper(std::string_view sheet, std::string_view size) {
  return make(Severity::Warning, "W015", at(sheet),
              {format("แผ่นงานพิมพ์ลง A4 หรือ A3 แต่ส่วนนี้ใช้กระดาษ {} จึงตั้งเป็น A4", size),
               format("expected A4 or A3 paper, found {}; the sheet prints on A4", size)},
              {"ตั้งกระดาษของส่วนนี้เป็น A4 หรือ A3", "set the section on A4 or A3"});
}

Diagnostic formula_too_long(std::string_view sheet, std::string_view cell, std::size_t length) {
  return make(
      Severity::Warning, "W016", at(sheet, cell),
      {format("สูตรยาวได้ไม่เกิน 8,192 อักขระ แต่ต้องใช้ {} อักขระ จึงเขียนเฉพาะค่า", length),
       format("expected a formula of at most 8,192 characters, found {}; the cell holds its value only", length)},
      {"จัดแถวที่รวมกันให้อยู่ติดกัน", "put the rows that are added up next to each other"});
}

Diagnostic formula_left_out(std::string_view sheet, std::string_view cell) {
  return make(
      Severity::Warning, "W017", at(sheet, cell),
      {"ตัวเลขที่นำมาคำนวณอยู่ในหน่วยต่างกันหรือแสดงเป็นข้อความ จึงเขียนเฉพาะค่า ไม่มีสูตร",
       "expected inputs in one unit and shown as numbers, found others; the cell holds its value without a formula"},
      {"ใช้รูปแบบตัวเลขเดียวกันทั้งคอลัมน์ เช่น million-baht และไม่ใช้ thai-digits กับตัวเลขที่นำไปรวม",
       "use one number format for the whole column, such as `million-baht`, and no `thai-digits` on figures that are "
       "added up"});
}

Diagnostic too_many_page_breaks(std::string_view sheet, std::size_t breaks) {
  return make(Severity::Warning, "W018", at(sheet),
              {format("แผ่นงานแบ่งหน้าได้ 1,023 จุด แต่พบ {} จุด จึงไม่แบ่งจุดที่เกิน", breaks),
               format("expected at most 1,023 page breaks on a sheet, found {}; the later ones were left out", breaks)},
              {"แบ่งส่วนนี้เป็นหลายแผ่นงาน", "spread the section over several sheets"});
}

Diagnostic writing_failed(std::string_view step, std::string_view reason) {
  return make(Severity::Error, "W020", {},
              {format("เขียนสมุดงานไม่สำเร็จที่ขั้น '{}': {}", step, reason),
               format("the workbook could not be written at `{}`: {}", step, reason)},
              {"ตรวจพื้นที่ว่างของดิสก์ชั่วคราว", "check the free space for temporary files"});
}

}  // namespace phaen::workbook::diagnostics
