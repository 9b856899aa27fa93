// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/checker.h"
#include "template/diagnostics.h"
#include "template/joining.h"
#include "thai/digits.h"

namespace phaen::templates {

Text Checker::text(const PlacedText& written) {
  const auto pieces = parse_text(written.text);
  if (!pieces) {
    syntax(pieces.error(), written);
    return {};
  }
  Text text;
  for (const PieceText& piece : *pieces) {
    if (const auto* raw = std::get_if<LiteralText>(&piece))
      text.emplace_back(literal(raw->text, written.at(raw->offset)));
    else if (auto made = placeholder(std::get<PlaceholderText>(piece), written))
      text.emplace_back(std::move(*made));
  }
  return text;
}

Literal Checker::literal(std::string_view raw, Place place) {
  const Joined joined = fold_blanks(raw);
  Literal made;
  made.text = thai::localise_digits(joined.text, thai::Digits::Arabic);
  made.thai_text = thai::localise_digits(joined.text, thai::Digits::Thai);
  made.before = joined.before;
  made.after = joined.after;
  made.id = program_.literals++;
  made.place = place;
  return made;
}

std::optional<Placeholder> Checker::placeholder(const PlaceholderText& written, const PlacedText& text) {
  auto path = value(written.path, text);
  Placeholder made;
  bool good = path.has_value();
  for (std::size_t i = 0; i < written.formats.size(); ++i) {
    const FormatText& name = written.formats[i];
    const thai::Format* row = format(name.name, text, name.offset);
    good = good && row != nullptr;
    if (row == nullptr || !path) continue;
    const base::FieldType type = i == 0 ? path->type.type : base::FieldType::Text;
    if (!row->accepts.contains(type)) {
      std::string takes;
      for (base::FieldType accepted : row->accepts.list())
        takes += (takes.empty() ? "" : ", ") + std::string(name_of(accepted));
      const std::string what = i == 0 ? path->text : written.formats[i - 1].name;
      found_.add(diagnostics::format_mismatch(name.name, what, name_of(type), takes, at(text, name.offset)));
      good = false;
    }
    if (i == 0)
      made.format = row;
    else
      made.then.push_back(row);
  }
  if (!good) return {};
  made.path = std::move(*path);
  if (written.otherwise) made.otherwise = literal(*written.otherwise, text.at(written.path.offset));
  return made;
}

const thai::Format* Checker::format(std::string_view name, const PlacedText& text, std::size_t offset) {
  const thai::Format* row = thai::find_format(name);
  if (row == nullptr) found_.add(diagnostics::unknown_format(name, thai::format_names(), at(text, offset)));
  return row;
}

const thai::Format* Checker::format(const Attribute* attribute) {
  return attribute == nullptr ? nullptr : format(attribute->value.text, attribute->value, 0);
}

}  // namespace phaen::templates
