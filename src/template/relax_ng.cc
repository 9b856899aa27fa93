// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary table as a RELAX NG grammar. An element that holds what its own place holds (`for`) becomes one
// pattern for each place: `for.blocks`, `for.rows`.
#include "base/format.h"
#include "template/template.h"
#include "template/vocabulary.h"

namespace phaen::templates {
namespace {

using base::format;

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

std::string value_pattern(const AttributeRow& row) {
  const auto one_of = [](const std::vector<std::string_view>& values) {
    std::string text = "<choice>";
    for (std::string_view value : values) text += format("<value>{}</value>", value);
    return text + "</choice>";
  };
  switch (row.kind) {
    case ValueKind::Boolean: return one_of({"yes", "no"});
    case ValueKind::Choice: return one_of(row.choices);
    case ValueKind::Names:
      if (row.choices.empty()) return "<text/>";
      return format("<list><oneOrMore>{}</oneOrMore></list>", one_of(row.choices));
    case ValueKind::Integer: return "<data type=\"nonNegativeInteger\"/>";
    case ValueKind::Text:
    case ValueKind::Name:
    case ValueKind::Literal:
    case ValueKind::Length:
    case ValueKind::Width:
    case ValueKind::Colour:
    case ValueKind::Style:
    case ValueKind::Format:
    case ValueKind::Variable:
    case ValueKind::Path:
    case ValueKind::Collection:
    case ValueKind::Condition:
    case ValueKind::Sort:
    case ValueKind::Derivation:
    case ValueKind::Keys:
    case ValueKind::Span: return "<text/>";
  }
  return {};
}

std::string attribute_pattern(const AttributeRow& row) {
  const std::string note = row.note.empty() ? "" : format("<a:documentation>{}</a:documentation>", escaped(row.note));
  const std::string text = format("<attribute name=\"{}\">{}{}</attribute>", row.name, note, value_pattern(row));
  return row.required ? text : format("<optional>{}</optional>", text);
}

std::string_view name_of_content(Content wanted) {
  for (const auto& [content, name] : contents())
    if (content == wanted) return name;
  return {};
}

// `place` is empty for elements whose content does not depend on where they stand.
std::string element_pattern(const ElementRow& row, std::string_view place, Content inside) {
  std::string text = format("  <define name=\"{}{}{}\">\n    <element name=\"{}\">\n", row.name,
                            place.empty() ? "" : ".", place, row.name);
  text += format("      <a:documentation>{}</a:documentation>\n", escaped(row.note));
  for (const AttributeRow& attribute : row.attributes) text += "      " + attribute_pattern(attribute) + "\n";
  const std::string_view content = name_of_content(inside);
  text += content.empty() ? "      <empty/>\n" : format("      <ref name=\"content.{}\"/>\n", content);
  return text + "    </element>\n  </define>\n";
}

std::string content_pattern(Content content, std::string_view name) {
  std::string text = format("  <define name=\"content.{}\">\n    <zeroOrMore>\n      <choice>\n", name);
  if (takes_text(content)) text += "        <text/>\n";
  for (const ElementRow& row : vocabulary())
    if (includes(row.stands_in, content))
      text += format("        <ref name=\"{}{}{}\"/>\n", row.name, row.inherits ? "." : "", row.inherits ? name : "");
  return text + "      </choice>\n    </zeroOrMore>\n  </define>\n";
}

}  // namespace

std::string relax_ng() {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- Generated from src/template/vocabulary.cc. -->\n"
      "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
      "         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
      "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
      "  <start>\n    <choice>\n      <ref name=\"document\"/>\n";
  for (const auto& [content, name] : contents()) text += format("      <ref name=\"part.{}\"/>\n", name);
  text += "    </choice>\n  </start>\n";
  for (const auto& [content, name] : contents()) text += content_pattern(content, name);
  for (const ElementRow& row : vocabulary()) {
    if (!row.inherits) {
      text += element_pattern(row, {}, row.holds);
      continue;
    }
    for (const auto& [content, name] : contents())
      if (row.name == "part" || includes(row.stands_in, content))
        text += element_pattern(row, name, content_inside(row, content));
  }
  return text + "</grammar>\n";
}

}  // namespace phaen::templates
