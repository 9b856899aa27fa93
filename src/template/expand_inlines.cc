// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "template/expansion.h"

namespace phaen::templates {

void Expansion::text(const Text& written, InlineBuilder& out, const InlineStyle& style) {
  for (const Piece& piece : written) {
    if (const auto* literal = std::get_if<Literal>(&piece)) {
      const bool blank = literal->text.empty();
      out.literal(digits_of(*literal), *literal, style, blank ? base::kNoOrigin : template_origin(*literal));
      continue;
    }
    const auto& placeholder = std::get<Placeholder>(piece);
    Printed printed = print(placeholder);
    if (printed.missing && placeholder.otherwise) {
      const Literal& otherwise = *placeholder.otherwise;
      out.literal(digits_of(otherwise), otherwise, style, template_origin(otherwise));
      continue;
    }
    out.figure(printed.figure);
    out.value(std::move(printed.text), style, printed.origin);
  }
}

void Expansion::inlines(const Nodes& nodes, InlineBuilder& out, const InlineStyle& style) {
  for (const Node& node : nodes) inline_node(node, out, style);
}

bool Expansion::inline_node(const Node& node, InlineBuilder& out, const InlineStyle& style) {
  if (const auto* text_node = std::get_if<TextNode>(&node.is)) {
    text(text_node->text, out, style);
    return true;
  }
  if (const auto* value = std::get_if<ValueNode>(&node.is)) {
    const ValueStyle outer = value_style_;
    value_style_.override_with(value->style);
    const Printed printed = print_aggregate(value->aggregate, node.place, value->format);
    value_style_ = outer;
    out.figure(printed.figure);
    out.value(printed.text, style, printed.origin);
    return true;
  }
  if (const auto* span = std::get_if<SpanNode>(&node.is)) {
    InlineStyle inner = style;
    inner.emphasis.bold |= span->emphasis.bold;
    inner.emphasis.italic |= span->emphasis.italic;
    inner.emphasis.underline |= span->emphasis.underline;
    inner.emphasis.superscript |= span->emphasis.superscript;
    if (span->emphasis.colour) inner.emphasis.colour = span->emphasis.colour;
    if (!span->link.empty()) inner.link = machine_text(span->link);
    if (inner.link.starts_with('#') && !span->link.empty()) references_.emplace_back(inner.link.substr(1), node.place);
    inlines(span->body, out, inner);
    return true;
  }
  if (std::holds_alternative<LineBreakNode>(node.is)) {
    out.piece(doc::LineBreak{});
    return true;
  }
  if (const auto* ref = std::get_if<RefNode>(&node.is)) {
    reference(*ref, node.place, out, style);
    return true;
  }
  if (const auto* note = std::get_if<FootnoteNode>(&node.is)) {
    footnote(*note, out, style);
    return true;
  }
  return control(node, [&](const Nodes& body) { inlines(body, out, style); });
}

void Expansion::reference(const RefNode& node, const Place& place, InlineBuilder& out, const InlineStyle& style) {
  const std::string to = machine_text(node.to);
  references_.emplace_back(to, place);
  if (!node.number) {
    out.piece(doc::PageRef{to, style.emphasis});
    return;
  }
  if (known_numbers_ == nullptr) return;
  const auto number = known_numbers_->find(to);
  if (number == known_numbers_->end()) return;
  InlineStyle linked = style;
  linked.link = "#" + to;
  out.literal(number->second, Literal{}, linked, place_origin(place));
}

void Expansion::footnote(const FootnoteNode& node, InlineBuilder& out, const InlineStyle& style) {
  if (footnotes_ == nullptr) return;
  const std::string number = localised(base::format("{})", ++footnotes_->count));
  const base::OriginId origin = base::kNoOrigin;  // a mark is furniture, as page numbers are
  InlineStyle raised = style;
  raised.emphasis.superscript = true;
  raised.footnote = footnotes_->at_page_foot ? footnotes_->count : 0;
  out.mark(number, raised, origin);
  InlineBuilder builder(false);
  inlines(node.body, builder, {});
  doc::Paragraph note;
  note.style = program_.standard.note;
  note.marker = number;
  note.footnote = raised.footnote;
  note.content = builder.take_line();
  footnotes_->notes.push_back(std::move(note));
}

doc::Inlines Expansion::line(const Nodes& nodes) {
  InlineBuilder builder(false);
  inlines(nodes, builder, {});
  return builder.take_line();
}

}  // namespace phaen::templates
