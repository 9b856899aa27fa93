// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/diagnostics.h"

#include "base/format.h"

namespace phaen::store::diagnostics {
namespace {

using base::format;
using base::Severity;

Diagnostic make(const char* code, Position where, Bilingual message, Bilingual hint = {},
                Severity severity = Severity::Error) {
  return {severity, code, std::move(where), std::move(message), std::move(hint)};
}

Position at_file(const std::string& location) {
  Position where;
  where.file = location;
  return where;
}

// The value as found, short enough for one line of a terminal.
std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 90;  // bytes: thirty Thai letters
  if (text.size() <= kLongest) return std::string(text);
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a character
  return std::string(text.substr(0, end)) + "…";
}

Bilingual did_you_mean(const std::string& nearest, const Bilingual& otherwise) {
  if (nearest.empty()) return otherwise;
  return {format("หมายถึง “{}” หรือไม่", nearest), format("did you mean `{}`?", nearest)};
}

}  // namespace

Diagnostic no_folder(const std::string& folder) {
  return make("S001", at_file(folder), {"เปิดโฟลเดอร์ไม่ได้", "cannot open the folder"},
              {"ระบุโฟลเดอร์ที่มีแฟ้ม CSV ของแผน", "name the folder that holds the CSV files of the plan"});
}

Diagnostic no_tables(const std::string& folder) {
  return make("S002", at_file(folder), {"ไม่พบแฟ้มตารางของแผนในโฟลเดอร์นี้", "the folder holds no table of a plan"},
              {"แต่ละตารางเป็นแฟ้มหนึ่ง เช่น plans.csv, nodes.csv, kpis.csv",
               "each table is a file: `plans.csv`, `nodes.csv`, `kpis.csv` …"});
}

Diagnostic unknown_file(const std::string& file, const std::string& nearest) {
  return make("S003", at_file(file), {"ไม่มีตารางชื่อนี้ ไม่ได้อ่านแฟ้ม", "no table has this name; the file is not read"},
              did_you_mean(nearest.empty() ? nearest : nearest + ".csv",
                           {"ชื่อตารางอยู่ใน docs/data-dictionary.md", "the tables are listed in docs/data-dictionary.md"}),
              Severity::Warning);
}

Diagnostic bad_utf8(Position where, bool looks_thai_single_byte) {
  const Bilingual hint = looks_thai_single_byte
                             ? Bilingual{"แฟ้มน่าจะเป็นรหัส TIS-620/Windows-874 ใน Excel ให้เลือกบันทึกเป็น “CSV UTF-8”",
                                         "the file seems to be TIS-620/Windows-874; in Excel save it as “CSV UTF-8”"}
                             : Bilingual{"บันทึกแฟ้มเป็น UTF-8 ใน Excel เลือก “CSV UTF-8”",
                                         "save the file as UTF-8; in Excel choose “CSV UTF-8”"};
  return make("S004", std::move(where), {"ไม่ใช่ข้อความ UTF-8", "not UTF-8 text"}, hint);
}

Diagnostic unclosed_quote(Position where) {
  return make("S005", std::move(where),
              {"เครื่องหมาย \" เปิดตรงนี้แต่ไม่มีตัวปิดจนจบแฟ้ม",
               "a quotation mark opens here and is not closed before the end of the file"},
              {"ใส่ \" ปิดท้ายเซลล์ หรือพิมพ์ซ้ำเป็น \"\" ถ้าเป็นส่วนของข้อความ",
               "close the cell with a quotation mark, or double it when it is part of the text"});
}

Diagnostic stray_quote(Position where) {
  return make("S006", std::move(where),
              {"เครื่องหมาย \" อยู่ผิดที่ ต้องอยู่หัวและท้ายเซลล์เท่านั้น",
               "a quotation mark may stand only at the start and the end of a cell"},
              {"ครอบทั้งเซลล์ด้วย \" และพิมพ์ \" ข้างในซ้ำเป็น \"\"",
               "put the whole cell in quotation marks and double the ones inside"});
}

Diagnostic ragged_row(std::size_t expected, std::size_t found, Position where) {
  return make("S007", std::move(where),
              {format("แถวนี้มี {} เซลล์ แต่แถวหัวมี {}", found, expected),
               format("the row has {} cells, the header row {}", found, expected)},
              {"ข้อความที่มีจุลภาคต้องครอบด้วยเครื่องหมาย \"", "a text with a comma must stand in quotation marks"});
}

Diagnostic unknown_column(const std::string& column, const std::string& nearest, Position where) {
  return make("S008", std::move(where),
              {format("ไม่มีช่องข้อมูลชื่อ “{}” ในตารางนี้", column), format("the table has no field `{}`", column)},
              did_you_mean(nearest, {"ช่องข้อมูลของแต่ละตารางอยู่ใน docs/data-dictionary.md",
                                     "the fields of each table are listed in docs/data-dictionary.md"}));
}

Diagnostic duplicate_column(const std::string& column, Position where) {
  return make("S009", std::move(where),
              {format("ช่อง “{}” ซ้ำกัน", column), format("the column `{}` stands twice", column)},
              {"ลบสดมภ์ที่เกิน", "remove one of them"});
}

Diagnostic missing_column(const Field& field, Position where) {
  return make("S010", std::move(where),
              {format("ไม่มีสดมภ์ “{}” ({}) ซึ่งจำเป็น", field.name, field.label),
               format("the required column `{}` ({}) is missing", field.name, field.label)},
              {format("เพิ่มสดมภ์ {} ในแถวหัว", field.name), format("add `{}` to the header row", field.name)});
}

Diagnostic no_header(Position where) {
  return make("S011", std::move(where), {"แฟ้มว่าง ไม่มีแถวหัว", "the file is empty: it has no header row"},
              {"แถวแรกต้องเป็นชื่อช่องข้อมูล หรือลบแฟ้มถ้าตารางว่าง",
               "the first row names the fields; delete the file when the table is empty"});
}

Diagnostic bad_value(std::string_view found, const Bilingual& rule, const Bilingual& mend, Position where) {
  return make(
      "S012", std::move(where),
      {format("ต้องเป็น{} แต่พบ “{}”", rule.th, shown(found)), format("expected {}, found `{}`", rule.en, shown(found))},
      mend);
}

Diagnostic required_missing(const Field& field, Position where) {
  return make("S013", std::move(where),
              {format("ช่อง “{}” ต้องมีค่า แต่ว่างอยู่", field.label),
               format("`{}` ({}) is required and empty", field.name, field.label)},
              {"กรอกค่าในช่องนี้", "fill in the cell"});
}

Diagnostic unknown_choice(const Field& field, std::string_view found, Position where) {
  std::vector<std::string> candidates;
  std::string all;
  for (const base::Choice& choice : field.choices) {
    candidates.push_back(choice.value);
    candidates.push_back(choice.label);
    all += format("{}{} ({})", all.empty() ? "" : ", ", choice.value, choice.label);
  }
  return make("S014", std::move(where),
              {format("ช่อง “{}” ต้องเป็นตัวเลือกหนึ่งใน {} แต่พบ “{}”", field.label, all, shown(found)),
               format("`{}` must be one of {}; found `{}`", field.name, all, shown(found))},
              did_you_mean(base::did_you_mean(found, candidates), {"เลือกค่าจากรายการ", "choose one of the list"}));
}

Diagnostic duplicate_key(const Table& table, const std::string& key, const Position& first, Position where) {
  const bool lines = first.line > 0;
  return make("S015", std::move(where),
              {format("รหัส “{}” ซ้ำในตาราง{}{}", key, table.label, lines ? format(" (พบแล้วที่บรรทัด {})", first.line) : ""),
               format("the key `{}` stands twice in {}{}", key, table.name,
                      lines ? format(" (first in line {})", first.line) : "")},
              {"ให้รหัสใหม่แก่รายการหนึ่ง หรือลบรายการที่ซ้ำ", "give one of the records another key, or delete it"});
}

Diagnostic dangling_reference(const Field& field, std::string_view found, const std::string& nearest, Position where) {
  return make("S016", std::move(where),
              {format("“{}” อ้างถึงรหัส “{}” ซึ่งไม่มีในตาราง {}", field.label, shown(found), field.target),
               format("`{}` names `{}`, which is not in {}", field.name, shown(found), field.target)},
              did_you_mean(nearest, {format("เพิ่มรายการใน {} หรือแก้รหัส", field.target),
                                     format("add the record to {} or mend the code", field.target)}));
}

Diagnostic line_break(const Field& field, Position where) {
  return make("S017", std::move(where),
              {format("ช่อง “{}” ขึ้นบรรทัดใหม่ไม่ได้", field.label), format("`{}` may not hold a line break", field.name)},
              {"พิมพ์เป็นบรรทัดเดียว", "write it on one line"});
}

Diagnostic control_character(char32_t character, Position where) {
  return make("S018", std::move(where),
              {format("พบอักขระควบคุม U+{:04X} ซึ่งพิมพ์ไม่ได้", static_cast<unsigned>(character)),
               format("the control character U+{:04X} cannot be printed", static_cast<unsigned>(character))},
              {"ลบอักขระนั้น มักติดมาจากการคัดลอก", "delete it; it often comes along when text is copied"});
}

Diagnostic common_era_year(std::string_view found, int buddhist_year, Position where) {
  return make("S019", std::move(where),
              {format("อ่านปี ค.ศ. “{}” เป็น พ.ศ. {}", shown(found), buddhist_year),
               format("the common-era year `{}` was read as {} of the Buddhist era", shown(found), buddhist_year)},
              {}, Severity::Note);
}

Diagnostic spaces_removed(std::string_view found, Position where) {
  return make("S020", std::move(where),
              {format("ตัดวรรคหัวท้ายของ “{}”", shown(found)), format("spaces round `{}` were removed", shown(found))}, {},
              Severity::Note);
}

Diagnostic cannot_open(const std::string& location, std::string_view reason) {
  return make("S030", at_file(location),
              {format("เปิดฐานข้อมูลไม่ได้: {}", reason), format("cannot open the database: {}", reason)},
              {"ตรวจชื่อแฟ้มหรือที่อยู่ของเครื่องแม่ข่าย ฐานข้อมูลใหม่สร้างด้วย phaen new",
               "check the file name or the address of the server; `phaen new` makes a new database"});
}

Diagnostic not_a_database(const std::string& location, std::string_view reason) {
  return make("S031", at_file(location),
              {format("ไม่ใช่ฐานข้อมูล SQLite หรือแฟ้มเสียหาย: {}", reason),
               format("not an SQLite database, or a damaged one: {}", reason)},
              {"แฟ้ม CSV และสมุดงานนำเข้าด้วย phaen import", "CSV folders and workbooks are read by `phaen import`"});
}

Diagnostic not_a_plan(const std::string& location) {
  return make("S032", at_file(location),
              {"เป็นฐานข้อมูลของโปรแกรมอื่น ไม่ใช่ฐานข้อมูลแผน", "a database of another program, not a plan database"},
              {"สร้างฐานข้อมูลแผนด้วย phaen new", "make a plan database with `phaen new`"});
}

Diagnostic newer_schema(const std::string& location, int found, int known) {
  return make("S033", at_file(location),
              {format("ฐานข้อมูลรุ่น {} ใหม่กว่ารุ่น {} ที่โปรแกรมนี้รู้จัก", found, known),
               format("the database has schema {}, this program knows up to {}", found, known)},
              {"ใช้ phaen รุ่นใหม่กว่า", "use a newer phaen"});
}

Diagnostic locked(const std::string& location, std::string_view reason) {
  return make("S034", at_file(location),
              {format("ฐานข้อมูลถูกใช้งานอยู่: {}", reason), format("the database is in use: {}", reason)},
              {"ปิดโปรแกรมอื่นที่เปิดฐานข้อมูลนี้แล้วสั่งใหม่", "close the other program that has it open and run again"});
}

Diagnostic disk_full(const std::string& location, std::string_view reason) {
  return make(
      "S035", at_file(location),
      {format("ดิสก์เต็ม ข้อมูลเดิมไม่เปลี่ยน: {}", reason), format("the disk is full; nothing was changed: {}", reason)},
      {"ลบแฟ้มที่ไม่ใช้แล้วสั่งใหม่", "free some space and run again"});
}

Diagnostic already_exists(const std::string& location) {
  return make("S036", at_file(location), {"มีฐานข้อมูลหรือแฟ้มชื่อนี้อยู่แล้ว", "a database or file of this name exists already"},
              {"ใช้ชื่ออื่น หรือลบของเดิมก่อน", "choose another name, or delete the old one first"});
}

Diagnostic database_failed(const std::string& location, std::string_view reason) {
  return make("S037", at_file(location),
              {format("ฐานข้อมูลทำงานไม่สำเร็จ ข้อมูลเดิมไม่เปลี่ยน: {}", reason),
               format("the database failed; nothing was changed: {}", reason)},
              {"ตรวจสิทธิ์เขียนแฟ้มและโฟลเดอร์", "check that the file and its folder may be written"});
}

Diagnostic bad_stored_value(const Field& field, std::string_view found, Position where) {
  return make(
      "S038", std::move(where),
      {format("ค่า “{}” ในฐานข้อมูลไม่ใช่ค่าของช่อง “{}”", shown(found), field.label),
       format("the stored value `{}` is none of `{}`", shown(found), field.name)},
      {"มีโปรแกรมอื่นแก้ฐานข้อมูล แก้ค่านี้แล้วสั่งใหม่", "another program changed the database; mend the value and run again"});
}

Diagnostic schema_differs(const std::string& location, std::string_view reason) {
  return make("S039", at_file(location),
              {format("ตารางในฐานข้อมูลไม่ตรงกับที่โปรแกรมนี้รู้จัก: {}", reason),
               format("the tables of the database are not those this program knows: {}", reason)},
              {"ส่งออกเป็น CSV ด้วยโปรแกรมรุ่นที่สร้างฐานข้อมูลแล้วนำเข้าใหม่",
               "export it to CSV with the version that made it and import that"});
}

Diagnostic constraint_violated(const std::string& location, std::string_view reason) {
  return make("S040", at_file(location),
              {format("ข้อมูลขัดกับกฎของฐานข้อมูล ไม่ได้บันทึก: {}", reason),
               format("the data break a rule of the database; nothing was stored: {}", reason)},
              {"สั่ง phaen check เพื่อหารายการที่ผิด", "run `phaen check` to find the record"});
}

}  // namespace phaen::store::diagnostics
