// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/format.h"
#include "template/attribute_values.h"
#include "template/chart_builder.h"
#include "template/diagnostics.h"
#include "template/expansion.h"
#include "template/table_builder.h"
#include "thai/letters.h"

namespace phaen::templates {
namespace {

constexpr std::string_view kDots = "................................";
constexpr std::string_view kShortDots = "........................";

bool is_bare_inline(const Node& node) {
  return std::holds_alternative<TextNode>(node.is) || std::holds_alternative<ValueNode>(node.is) ||
         std::holds_alternative<SpanNode>(node.is) || std::holds_alternative<LineBreakNode>(node.is) ||
         std::holds_alternative<RefNode>(node.is) || std::holds_alternative<FootnoteNode>(node.is);
}

}  // namespace

void Expansion::blocks(const Nodes& nodes, std::vector<doc::Block>& out) {
  for (const Node& node : nodes) block(node, out);
}

void Expansion::block(const Node& node, std::vector<doc::Block>& out) {
  const auto flow_into = [&](Flow& flow) {
    flow_end(flow);
    for (doc::Paragraph& paragraph : flow.paragraphs) out.emplace_back(std::move(paragraph));
  };
  if (const auto* heading_node = std::get_if<HeadingNode>(&node.is)) {
    out.emplace_back(heading(*heading_node, node.place));
  } else if (const auto* p = std::get_if<ParagraphNode>(&node.is)) {
    Flow flow{program_.standard.body};
    paragraph(*p, node.place, flow);
    flow_into(flow);
  } else if (const auto* list_node = std::get_if<ListNode>(&node.is)) {
    Flow flow{program_.standard.list};
    list(*list_node, node.place, flow, 0);
    flow_into(flow);
  } else if (const auto* note = std::get_if<NoteNode>(&node.is)) {
    Flow into{program_.standard.note};
    flow(note->body, into);
    flow_into(into);
  } else if (const auto* table = std::get_if<TableNode>(&node.is)) {
    out.emplace_back(TableBuilder(*this, *table, node.place).build());
  } else if (const auto* keep = std::get_if<KeepNode>(&node.is)) {
    doc::Keep kept;
    blocks(keep->body, kept.blocks);
    out.emplace_back(std::move(kept));
  } else if (const auto* figure_node = std::get_if<FigureNode>(&node.is)) {
    FigureParts parts;
    figure(figure_node->body, parts);
    finish_figure(std::move(parts), out);
  } else if (const auto* chart_node = std::get_if<ChartNode>(&node.is)) {
    if (auto made = ChartBuilder(*this, *chart_node, node.place).build()) out.emplace_back(std::move(*made));
  } else if (const auto* image_node = std::get_if<ImageNode>(&node.is)) {
    if (auto made = image(*image_node, node.place)) out.emplace_back(std::move(*made));
  } else if (const auto* contents = std::get_if<ContentsNode>(&node.is)) {
    out.emplace_back(doc::Contents{contents->kind, contents->depth});
  } else if (std::holds_alternative<BreakNode>(node.is)) {
    out.emplace_back(doc::PageBreak{});
  } else if (const auto* space = std::get_if<SpaceNode>(&node.is)) {
    out.emplace_back(doc::Space{space->height});
  } else if (const auto* sign = std::get_if<SignatureNode>(&node.is)) {
    out.emplace_back(signature(*sign, node.place));
  } else {
    control(node, [&](const Nodes& body) { blocks(body, out); });
  }
}

// --- paragraphs and lists --------------------------------------------------------------------------------------------

void Expansion::flow(const Nodes& nodes, Flow& into) {
  for (const Node& node : nodes) {
    if (const auto* p = std::get_if<ParagraphNode>(&node.is)) {
      paragraph(*p, node.place, into);
    } else if (const auto* list_node = std::get_if<ListNode>(&node.is)) {
      list(*list_node, node.place, into, into.in_cell ? 0 : into.depth + 1);
    } else if (is_bare_inline(node)) {
      inline_node(node, into.builder, into.inline_style);
    } else {
      control(node, [&](const Nodes& body) { flow(body, into); });
    }
  }
}

// Turns the bare inlines gathered so far into paragraphs.
void Expansion::flow_end(Flow& into) {
  if (into.builder.is_one_figure()) into.figure = into.builder.one_figure();
  for (doc::Inlines& content : into.builder.take()) {
    doc::Paragraph made;
    made.style = into.style;
    made.depth = into.depth;
    made.content = std::move(content);
    into.paragraphs.push_back(std::move(made));
  }
}

void Expansion::paragraph(const ParagraphNode& node, const Place& place, Flow& into) {
  flow_end(into);
  InlineBuilder builder(true);
  inlines(node.body, builder, into.inline_style);
  std::vector<doc::Inlines> contents = builder.take();
  // <p/> is a blank line; a paragraph whose values are all missing is none.
  if (contents.empty() && node.body.empty()) contents.emplace_back();
  const std::string name = label(node.label, place);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    doc::Paragraph made;
    made.style = node.style.value_or(into.style);
    made.depth = into.depth;
    made.content = std::move(contents[i]);
    if (i == 0) made.label = name;
    into.paragraphs.push_back(std::move(made));
  }
}

void Expansion::list(const ListNode& node, const Place&, Flow& into, int depth) {
  flow_end(into);
  ListState state{node.kind, node.start, depth, node.style.value_or(into.style)};
  items(node.body, state, into);
}

void Expansion::items(const Nodes& nodes, ListState& state, Flow& into) {
  for (const Node& node : nodes) {
    if (const auto* one = std::get_if<ItemNode>(&node.is))
      item(*one, node.place, state, into);
    else if (const auto* inner = std::get_if<ListNode>(&node.is))
      list(*inner, node.place, into, state.depth + 1);
    else
      control(node, [&](const Nodes& body) { items(body, state, into); });
  }
}

void Expansion::item(const ItemNode& node, const Place& place, ListState& state, Flow& into) {
  Flow inner{state.style, state.depth};
  inner.inline_style = into.inline_style;
  flow(node.body, inner);
  flow_end(inner);
  if (inner.paragraphs.empty()) return;
  doc::Paragraph& first = inner.paragraphs.front();
  first.marker = marker(state);
  first.label = label(node.label, place, first.marker);
  ++state.number;
  for (doc::Paragraph& paragraph : inner.paragraphs) into.paragraphs.push_back(std::move(paragraph));
}

std::string Expansion::marker(const ListState& state) const {
  switch (state.kind) {
    case ListKind::Dash: return "–";
    case ListKind::Bullet: return "•";
    case ListKind::Number: return localised(base::format("{})", state.number));
    case ListKind::Brackets: return localised(base::format("({})", state.number));
    case ListKind::Letter: return thai::list_letter(state.number).value_or("") + ".";
    case ListKind::None: return {};
  }
  return {};
}

// --- headings, captions, labels --------------------------------------------------------------------------------------

doc::Heading Expansion::heading(const HeadingNode& node, const Place& place) {
  doc::Heading made;
  made.level = node.level;
  made.style = node.style;
  made.in_contents = node.in_contents;
  const std::string number = heading_number(node);
  InlineBuilder builder(false);
  if (!number.empty()) {
    builder.literal(number, Literal{}, {}, place_origin(place));
    Literal blank;
    blank.before = Gap::Space;
    builder.literal({}, blank, {}, base::kNoOrigin);
  }
  inlines(node.body, builder, {});
  made.content = builder.take_line();
  made.label = label(node.label, place, number);
  return made;
}

// Automatic numbers count on from the last heading of the level, given numbers (`2.7`) set the counters.
std::string Expansion::heading_number(const HeadingNode& node) {
  if (node.numbering == HeadingNode::Number::None) return {};
  const auto level = static_cast<std::size_t>(node.level);
  heading_counters_.resize(std::max(heading_counters_.size(), level), 0);
  if (node.numbering == HeadingNode::Number::Given) {
    const std::string number = machine_text(node.number);
    std::size_t part = 0;
    bool digits = false;
    int value = 0;
    for (std::size_t i = 0; i <= number.size() && part < level; ++i) {
      const char c = i < number.size() ? number[i] : '.';
      if (c >= '0' && c <= '9' && value < 10000) {
        value = value * 10 + (c - '0');
        digits = true;
      } else if (c == '.' && digits) {
        heading_counters_[part++] = value;
        value = 0;
        digits = false;
      }
    }
    heading_counters_.resize(level);
    return localised(number);
  }
  ++heading_counters_[level - 1];
  heading_counters_.resize(level);
  std::string number = level == 1 && !program_.part_word.empty() ? program_.part_word + " " : "";
  for (std::size_t i = 0; i < level; ++i) number += (i == 0 ? "" : ".") + std::to_string(heading_counters_[i]);
  return localised(number);
}

doc::Caption Expansion::caption(const CaptionNode& node, const Place& place, doc::CaptionKind kind) {
  doc::Caption made;
  made.kind = kind;
  const bool table = kind == doc::CaptionKind::Table;
  if (node.numbered) {
    int& counter = table ? tables_ : figures_;
    made.number = localised(std::to_string(++counter));
    const std::string lead = std::string(table ? "ตารางที่ " : "ภาพที่ ") + made.number;
    made.lead.emplace_back(doc::TextSpan{lead, {}, place_origin(place), {}});
  }
  made.content = line(node.body);
  made.label = label(node.label, place, made.number);
  return made;
}

std::string Expansion::label(const Text& written, const Place& place) {
  if (written.empty()) return {};
  std::string name = machine_text(written);
  if (!name.empty() && !labels_.insert(name).second) found_.add(diagnostics::label_twice(name, at(place)));
  return name;
}

std::string Expansion::label(const Text& written, const Place& place, const std::string& number) {
  std::string name = label(written, place);
  if (!name.empty()) numbers_[name] = number;
  return name;
}

// --- images and signatures -------------------------------------------------------------------------------------------

std::optional<doc::Image> Expansion::image(const ImageNode& node, const Place& place) {
  const std::string path = machine_text(node.source);
  doc::Image made;
  made.bytes = options_.load_image ? options_.load_image(path) : nullptr;
  if (made.bytes == nullptr) {
    found_.add(diagnostics::image_not_found(path, at(node.source, place)));
    return {};
  }
  made.alternative = plain(node.alternative);
  if (made.alternative.empty())
    found_.add(diagnostics::bad_expanded_value("alternative", made.alternative,
                                               {"ข้อความแทนภาพ", "the text that stands for the image"}, at(place)));
  made.width = block_width(node.width, place).value_or(text_width_);
  return made;
}

// A length or a share of the text width; nothing when none is written or the data has none.
std::optional<base::Length> Expansion::block_width(const Text& written, const Place& place) {
  if (written.empty()) return {};
  const std::string width = machine_text(written);
  const bool percent = width.ends_with('%');
  const auto share = percent ? parse_integer(std::string_view(width).substr(0, width.size() - 1)) : std::nullopt;
  const auto length = percent ? std::nullopt : parse_length(width);
  if (share && *share > 0 && *share <= 100) return text_width_ * *share / 100;
  if (length) return length;
  if (width != "%" && !width.empty())
    found_.add(diagnostics::bad_expanded_value(
        "width", width, {"ความยาวหรือร้อยละ 1% ถึง 100%", "a length or a share from 1% to 100%"}, at(place)));
  return {};
}

// The caption may stand before what it names: it is read last, and only when there is something to name.
void Expansion::figure(const Nodes& nodes, FigureParts& parts) {
  for (const Node& node : nodes) {
    if (const auto* picture = std::get_if<ImageNode>(&node.is))
      parts.image = image(*picture, node.place);
    else if (const auto* drawn = std::get_if<ChartNode>(&node.is))
      parts.chart = ChartBuilder(*this, *drawn, node.place).build();
    else if (const auto* words = std::get_if<CaptionNode>(&node.is))
      parts.caption = words, parts.place = node.place;
    else
      control(node, [&](const Nodes& body) { figure(body, parts); });
  }
}

void Expansion::finish_figure(FigureParts&& parts, std::vector<doc::Block>& out) {
  const auto add = [&](auto& made) {
    if (!made) return;
    if (parts.caption != nullptr) made->caption = caption(*parts.caption, parts.place, doc::CaptionKind::Figure);
    out.emplace_back(std::move(*made));
  };
  add(parts.image);
  add(parts.chart);
}

// One column for each signer, one row, no rules: role, dotted line, name in brackets, position, date.
doc::Keep Expansion::signature(const SignatureNode& node, const Place&) {
  doc::Table table;
  table.rules = doc::Rules::None;
  table.split_rows = false;
  table.repeat_header = false;
  table.continuation_label = false;
  table.head_style = table.cell_style = program_.standard.signature;
  table.rows.emplace_back();
  signers(node.body, table);
  doc::Keep keep;
  keep.with_previous = true;
  if (!table.columns.empty()) keep.blocks.emplace_back(std::move(table));
  return keep;
}

void Expansion::signers(const Nodes& nodes, doc::Table& table) {
  for (const Node& node : nodes) {
    const auto* signer = std::get_if<SignerNode>(&node.is);
    if (signer == nullptr) {
      control(node, [&](const Nodes& body) { signers(body, table); });
      continue;
    }
    doc::Cell cell;
    cell.column = static_cast<std::uint16_t>(table.columns.size());
    const auto add = [&](std::string_view before, const Text& written, std::string_view dots, std::string_view after) {
      InlineBuilder builder(false);
      const base::OriginId origin = place_origin(node.place);
      if (!before.empty()) builder.literal(before, Literal{}, {}, origin);
      InlineBuilder inner(false);
      text(written, inner, {});
      doc::Inlines words = inner.take_line();
      if (words.empty()) words.emplace_back(doc::TextSpan{std::string(dots), {}, origin, {}});
      doc::Paragraph paragraph;
      paragraph.style = program_.standard.signature;
      paragraph.content = builder.take_line();
      paragraph.content.insert(paragraph.content.end(), words.begin(), words.end());
      if (!after.empty()) paragraph.content.emplace_back(doc::TextSpan{std::string(after), {}, origin, {}});
      cell.content.push_back(std::move(paragraph));
    };
    add("ลงชื่อ ", {}, kDots, {});
    add("(", signer->name, kDots, ")");
    add("ตำแหน่ง ", signer->position, kShortDots, {});
    add({}, signer->role, kShortDots, {});
    if (signer->date) add("วันที่ ", {}, "......./......./.......", {});
    table.columns.push_back({base::format("signer{}", table.columns.size() + 1),
                             {doc::ColumnWidth::Kind::Fraction, {}, 1},
                             doc::Align::Centre,
                             false,
                             {}});
    table.rows.front().cells.push_back(std::move(cell));
  }
}

}  // namespace phaen::templates
