// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/diagnostics.h"

#include "base/format.h"

namespace phaen::layout::diagnostics {
namespace {

using base::format;
using base::Severity;

base::Diagnostic make(Severity severity, const char* code, base::Position where, base::Bilingual message,
                      base::Bilingual hint) {
  return {severity, code, std::move(where), std::move(message), std::move(hint)};
}

base::Diagnostic make(Severity severity, const char* code, std::string_view section, base::Bilingual message,
                      base::Bilingual hint) {
  base::Position where;
  where.name = section;
  return make(severity, code, std::move(where), std::move(message), std::move(hint));
}

/// Points to one decimal.
std::string points(base::Length length) {
  const std::int64_t tenths = (length.units() * 10 + 512) / 1024;
  return format("{}.{}", tenths / 10, tenths % 10);
}

}  // namespace

base::Diagnostic columns_too_wide(base::Position where, std::string_view table, base::Length columns,
                                  base::Length measure) {
  return make(
      Severity::Error, "Y001", std::move(where),
      {format("ตาราง “{}” มีคอลัมน์กว้างรวม {} พอยต์ แต่หน้ากว้าง {} พอยต์", table, points(columns), points(measure)),
       format("the columns of table `{}` need {} pt, the page gives {} pt", table, points(columns), points(measure))},
      {"ลดความกว้างคอลัมน์ หรือใช้หน้าแนวนอนหรือ A3", "make columns narrower, or set the section landscape or on A3"});
}

base::Diagnostic word_wider_than_column(base::Position where, std::string_view table, std::string_view column,
                                        base::Length word, base::Length width) {
  return make(Severity::Warning, "Y002", std::move(where),
              {format("คอลัมน์ “{}” ของตาราง “{}” กว้าง {} พอยต์ แต่คำยาวที่สุดกว้าง {} พอยต์ จึงต้องตัดกลางคำ", column, table,
                      points(width), points(word)),
               format("column `{}` of table `{}` is {} pt wide, its longest word {} pt: the word is broken", column,
                      table, points(width), points(word))},
              {"เพิ่มความกว้างคอลัมน์ ลดจำนวนคอลัมน์ หรือใช้ตัวอักษรเล็กลง",
               "make the column wider, use fewer columns, or a style of smaller type"});
}

base::Diagnostic image_without_alternative(std::string_view section) {
  return make(Severity::Error, "Y003", section, {"รูปภาพไม่มีคำบรรยายแทนภาพ", "an image has no alternative text"},
              {"ใส่ข้อความที่บอกว่าภาพแสดงอะไร", "say in `alternative` what the image shows"});
}

base::Diagnostic image_unreadable(std::string_view section, std::string_view alternative) {
  return make(Severity::Error, "Y004", section,
              {format("รูปภาพ “{}” ไม่ใช่แฟ้ม PNG หรือ JPEG ที่อ่านได้", alternative),
               format("image `{}` is not a readable PNG or JPEG file", alternative)},
              {"แปลงภาพเป็น PNG หรือ JPEG", "convert the image to PNG or JPEG"});
}

base::Diagnostic image_made_smaller(std::string_view section, std::string_view alternative) {
  return make(Severity::Warning, "Y005", section,
              {format("รูปภาพ “{}” ใหญ่กว่าหน้ากระดาษ จึงย่อให้พอดีหน้า", alternative),
               format("image `{}` is larger than the page and was made smaller to fit", alternative)},
              {"กำหนดความกว้างภาพให้น้อยลง", "give the image a smaller width"});
}

base::Diagnostic unknown_label(std::string_view section, std::string_view label) {
  return make(Severity::Error, "Y006", section,
              {format("อ้างถึงป้าย “{}” แต่ไม่มีหัวข้อ ตาราง รูป หรือย่อหน้าใดใช้ป้ายนี้", label),
               format("a reference points at label `{}`, which no heading, caption or paragraph has", label)},
              {"แก้ชื่อป้ายให้ตรงกัน", "give the block this label, or mend the reference"});
}

base::Diagnostic label_twice(std::string_view section, std::string_view label) {
  return make(Severity::Error, "Y007", section,
              {format("ป้าย “{}” ใช้ซ้ำมากกว่าหนึ่งแห่ง", label), format("label `{}` stands on more than one block", label)},
              {"ตั้งป้ายให้ไม่ซ้ำกันทั้งเอกสาร", "labels are unique in a document"});
}

base::Diagnostic cells_overlap(std::string_view section, std::string_view table, std::size_t row, std::size_t column) {
  return make(
      Severity::Error, "Y008", section,
      {format("ตาราง “{}” แถวที่ {} คอลัมน์ที่ {}: ช่องซ้อนกันหรืออยู่นอกตาราง", table, row + 1, column + 1),
       format("table `{}`, row {}, column {}: cells overlap or stand outside the table", table, row + 1, column + 1)},
      {"ตรวจจำนวนช่องที่ผสาน (span) ของแถวนี้และแถวก่อนหน้า", "check the spans of this row and of the rows above"});
}

base::Diagnostic higher_than_page(std::string_view section, base::Length height, base::Length body) {
  return make(Severity::Error, "Y009", section,
              {format("เนื้อหาสูง {} พอยต์ แต่หน้าสูงเพียง {} พอยต์", points(height), points(body)),
               format("something {} pt high does not fit on a page of {} pt", points(height), points(body))},
              {"ลดขอบกระดาษ ขนาดตัวอักษร หรือใช้กระดาษใหญ่ขึ้น", "use smaller margins, smaller type or larger paper"});
}

base::Diagnostic numbers_do_not_settle(std::string_view label) {
  return make(Severity::Error, "Y010", std::string_view(),
              {format("เลขหน้าของ “{}” ยังเปลี่ยนอยู่หลังจัดหน้า 3 รอบ", label),
               format("the page number of `{}` still changes after 3 rounds", label)},
              {"ให้สารบัญขึ้นส่วนใหม่ที่นับเลขหน้าแยก", "put the contents in a section that numbers its pages apart"});
}

base::Diagnostic head_not_repeated(std::string_view section, std::string_view table) {
  return make(Severity::Warning, "Y011", section,
              {format("หัวตาราง “{}” สูงเกินครึ่งหน้า จึงไม่พิมพ์ซ้ำในหน้าถัดไป", table),
               format("the head of table `{}` takes more than half of the page and is not repeated", table)},
              {"ลดความสูงของหัวตาราง", "use shorter column headings"});
}

base::Diagnostic no_face(std::string_view family, bool bold, bool italic) {
  const std::string face = format("{}{}{}", family, bold ? " Bold" : "", italic ? " Italic" : "");
  return make(Severity::Error, "Y012", std::string_view(),
              {format("ไม่มีแบบอักษร “{}” ในงานนี้", face), format("the job has no font `{}`", face)},
              {"เพิ่มแฟ้มแบบอักษรนี้ หรือเลือกตระกูลอื่นในสไตล์", "add its font file, or name another family in the styles"});
}

base::Diagnostic no_room(std::string_view section) {
  return make(Severity::Error, "Y013", section, {"ขอบกระดาษไม่เหลือที่ให้ข้อความ", "the margins leave no room for text"},
              {"ลดขอบกระดาษหรือใช้กระดาษใหญ่ขึ้น", "use smaller margins or larger paper"});
}

base::Diagnostic empty_contents(std::string_view section) {
  return make(Severity::Warning, "Y014", section, {"สารบัญไม่มีรายการให้แสดง", "the contents have nothing to list"},
              {"ตรวจชนิดของสารบัญและหัวข้อที่ให้แสดง", "check the kind of the contents and which headings they list"});
}

base::Diagnostic sums_not_carried(std::string_view section, std::string_view table) {
  return make(Severity::Warning, "Y015", section,
              {format("แถวยอดยกไปของตาราง “{}” สูงเกินหนึ่งในหกของหน้า จึงไม่พิมพ์", table),
               format("the carried sums of the table `{}` take more than a sixth of the page and are left out", table)},
              {"ใช้กระดาษใหญ่ขึ้นหรือขยายคอลัมน์แรก", "use larger paper or widen the first columns"});
}

}  // namespace phaen::layout::diagnostics
