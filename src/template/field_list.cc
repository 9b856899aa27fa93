// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "template/field_types.h"
#include "template/template.h"
#include "template/vocabulary.h"

namespace phaen::templates {
namespace {

using base::format;

std::string cell(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string type_text(const base::Field& field) {
  if (field.type == base::FieldType::Reference) return format("→ `{}`", field.target);
  std::string text(name_of(field.type));
  if (field.multiline) text += ", paragraphs";
  if (field.choices.empty()) return text;
  text += ": ";
  for (std::size_t i = 0; i < field.choices.size(); ++i)
    text += format("{}`{}` {}", i == 0 ? "" : ", ", field.choices[i].value, field.choices[i].label);
  return text;
}

bool is_extension(const base::Table& table, const base::Field& field) {
  return table.key.size() == 1 && table.key[0] == field.name;
}

std::string inverses(const base::Schema& schema, const base::Table& table) {
  std::string text;
  for (const base::Table& other : schema.tables)
    for (const base::Field& field : other.fields) {
      if (field.target != table.name || field.inverse.empty()) continue;
      const bool one = is_extension(other, field), itself = other.name == table.name;
      text += format("| `{}`{} | {} `{}` | {} |\n", field.inverse, itself ? format(", `{}*`", field.inverse) : "",
                     one ? "one of" : "many of", other.name, cell(other.label));
    }
  if (table.find_field("start_year") && table.find_field("end_year"))
    text += "| `years` | the years from `start_year` to `end_year` | ปี |\n";
  return text;
}

}  // namespace

std::string field_list(const base::Schema& schema, const Roots& roots) {
  std::string text = "# Fields of templates\n\nA path begins with ";
  for (const Root& root : roots) text += format("`{}` (one record of `{}`), ", root.name, root.table);
  text += "the name of a table (all its records) or a name a loop brings.\n";
  for (const base::Table& table : schema.tables) {
    text += format("\n## `{}` {}\n\n", table.name, table.label);
    if (!table.note.empty()) text += table.note + "\n\n";
    text += "| step | type | ชื่อ | note |\n|---|---|---|---|\n";
    for (const base::Field& field : table.fields)
      text += format("| `{}` | {} | {}{} | {} |\n", field.name, type_text(field), cell(field.label),
                     field.unit.empty() ? "" : format(" ({})", field.unit), cell(field.note));
    const std::string back = inverses(schema, table);
    if (!back.empty()) text += "\n| back to | | |\n|---|---|---|\n" + back;
  }
  return text;
}

std::string vocabulary_reference() {
  std::string text = "# Elements and attributes of templates\n\nGenerated from `src/template/vocabulary.cc`.\n";
  for (const ElementRow& row : vocabulary()) {
    std::string places;
    for (const auto& [content, name] : contents())
      if (includes(row.stands_in, content)) places += (places.empty() ? "" : ", ") + std::string(name);
    text += format("\n## `<{}>`\n\n{}.{}\n", row.name, row.note, places.empty() ? "" : " Stands in: " + places + ".");
    if (row.attributes.empty()) continue;
    text += "\n| attribute | value | standard | note |\n|---|---|---|---|\n";
    for (const AttributeRow& attribute : row.attributes) {
      std::string value;
      for (std::string_view choice : attribute.choices)
        value += (value.empty() ? "`" : ", `") + std::string(choice) + "`";
      if (value.empty()) value = name_of(attribute.kind);
      text += format("| `{}` | {} | {} | {} |\n", attribute.name, value,
                     attribute.required ? "**required**" : cell(attribute.standard), cell(attribute.note));
    }
  }
  return text;
}

}  // namespace phaen::templates
