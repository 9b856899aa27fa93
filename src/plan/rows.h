// SPDX-License-Identifier: GPL-3.0-or-later
// Makers of field rows, so that a table reads as a table: one line a field, name first, Thai label second. Private to
// the tables of this folder.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/record.h"

namespace phaen::plan {

inline base::Field field(base::FieldType type, std::string name, std::string label, std::string note) {
  base::Field made;
  made.type = type;
  made.name = std::move(name);
  made.label = std::move(label);
  made.note = std::move(note);
  return made;
}

inline base::Field text(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Text, std::move(name), std::move(label), std::move(note));
}
/// Text of several paragraphs, one a line.
inline base::Field prose(std::string name, std::string label, std::string note = {}) {
  base::Field made = text(std::move(name), std::move(label), std::move(note));
  made.multiline = true;
  return made;
}
inline base::Field code(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Code, std::move(name), std::move(label), std::move(note));
}
inline base::Field integer(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Integer, std::move(name), std::move(label), std::move(note));
}
inline base::Field decimal(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Decimal, std::move(name), std::move(label), std::move(note));
}
inline base::Field money(std::string name, std::string label, std::string note = {}) {
  base::Field made = field(base::FieldType::Money, std::move(name), std::move(label), std::move(note));
  made.unit = "บาท";
  return made;
}
inline base::Field date(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Date, std::move(name), std::move(label), std::move(note));
}
inline base::Field year(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Year, std::move(name), std::move(label), std::move(note));
}
inline base::Field boolean(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Boolean, std::move(name), std::move(label), std::move(note));
}
inline base::Field quantity(std::string name, std::string label, std::string note = {}) {
  return field(base::FieldType::Quantity, std::move(name), std::move(label), std::move(note));
}
inline base::Field choice(std::string name, std::string label, std::vector<base::Choice> choices,
                          std::string note = {}) {
  base::Field made = field(base::FieldType::Choice, std::move(name), std::move(label), std::move(note));
  made.choices = std::move(choices);
  return made;
}
/// `inverse` is what the target's records call the records that name them; empty when nobody walks back.
inline base::Field reference(std::string name, std::string label, std::string target, std::string inverse = {},
                             std::string note = {}) {
  base::Field made = field(base::FieldType::Reference, std::move(name), std::move(label), std::move(note));
  made.target = std::move(target);
  made.inverse = std::move(inverse);
  return made;
}

inline base::Field required(base::Field made) {
  made.required = true;
  return made;
}
inline base::Field measured(base::Field made, std::string unit) {
  made.unit = std::move(unit);
  return made;
}

/// Whether the facts of a record were found in a source or made up for tests: the last two fields of each table.
inline base::Table with_provenance(base::Table table) {
  table.fields.push_back(required(choice("fact", "ข้อมูลจริงหรือสมมุติ", {{"real", "จริง"}, {"synthetic", "สมมุติ"}},
                                         "`synthetic` is printed wherever a figure of the record is printed")));
  table.fields.push_back(reference("source", "แหล่งที่มา", "sources", {}, "the document the facts were taken from"));
  return table;
}

}  // namespace phaen::plan
