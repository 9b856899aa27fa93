// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "plan/schema.h"

namespace phaen::plan {
namespace {

using base::format;

std::string type_text(const base::Field& field) {
  switch (field.type) {
    case base::FieldType::Text: return field.multiline ? "ข้อความหลายบรรทัด (text, many lines)" : "ข้อความ (text)";
    case base::FieldType::Code: return "รหัส (code)";
    case base::FieldType::Integer: return "จำนวนเต็ม (integer)";
    case base::FieldType::Decimal: return "ทศนิยม (decimal)";
    case base::FieldType::Money: return "จำนวนเงิน (money)";
    case base::FieldType::Date: return "วันที่ (date)";
    case base::FieldType::Year: return "ปี พ.ศ. (year)";
    case base::FieldType::Boolean: return "ใช่/ไม่ใช่ (true, false)";
    case base::FieldType::Choice: return "ตัวเลือก (choice)";
    case base::FieldType::Reference: return format("อ้างถึง (reference) [{0}](#{0})", field.target);
    case base::FieldType::Quantity: return "ค่าตัวชี้วัด (quantity)";
  }
  return {};
}

std::string remarks(const base::Field& field) {
  std::string text = field.note;
  const auto add = [&text](const std::string& part) {
    if (!text.empty()) text += "; ";
    text += part;
  };
  if (!field.unit.empty()) add("หน่วย " + field.unit);
  if (!field.inverse.empty()) add(format("`{}.{}`", field.target, field.inverse));
  std::string choices;
  for (const base::Choice& choice : field.choices)
    choices += format("{}`{}` {}", choices.empty() ? "" : ", ", choice.value, choice.label);
  if (!choices.empty()) add(choices);
  return text;
}

std::string table_text(const base::Table& table) {
  std::string keys;
  for (const std::string& key : table.key) keys += format("{}`{}`", keys.empty() ? "" : ", ", key);
  std::string text = format("## {0}\n\n**{1}**. {2}.\n\nKey: {3}\n\n", table.name, table.label, table.note, keys);
  text += "| field | ชื่อช่อง | ชนิด (type) | จำเป็น | notes |\n|---|---|---|---|---|\n";
  for (const base::Field& field : table.fields)
    text += format("| `{}` | {} | {} | {} | {} |\n", field.name, field.label, type_text(field),
                   field.required ? "ใช่" : "", remarks(field));
  return text + "\n";
}

}  // namespace

std::string data_dictionary(const base::Schema& schema) {
  std::string text =
      "# พจนานุกรมข้อมูล (data dictionary)\n\n"
      "ตารางและช่องข้อมูลทั้งหมดของฐานข้อมูลแผน เอกสารนี้สร้างจากตารางใน `src/plan` อย่าแก้ไขด้วยมือ\n\n"
      "All tables and fields of the plan database, generated from the rows in `src/plan`. How cells are written:\n"
      "[csv.md](csv.md).\n\n| table | ตาราง | fields |\n|---|---|---|\n";
  for (const base::Table& table : schema.tables)
    text += format("| [{0}](#{0}) | {1} | {2} |\n", table.name, table.label, table.fields.size());
  text += "\n";
  for (const base::Table& table : schema.tables) text += table_text(table);
  return text;
}

}  // namespace phaen::plan
