// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "template/attribute_values.h"
#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool has_paragraphs(const Element& element) {
  return std::any_of(element.children.begin(), element.children.end(), [](const Element& child) {
    if (child.name == "p") return true;
    const bool control = child.name == "for" || child.name == "if" || child.name == "else" || child.name == "include" ||
                         child.name == "part";
    return control && has_paragraphs(child);
  });
}

bool is_bare_text(const Element& child) { return child.is_text() && !is_blank(child.text.text); }

}  // namespace

Nodes Checker::nodes(const Element& parent) {
  Nodes made;
  for (const Element& child : parent.children) {
    if (child.name == "else")
      add_branch(child, made);
    else if (auto one = node(child))
      made.push_back(std::move(*one));
  }
  return made;
}

std::optional<Node> Checker::node(const Element& element) {
  if (element.is_text()) return Node{element.place, TextNode{text(element.text)}};
  const std::string& name = element.name;
  const auto with_body = [&](auto made) {
    Node node{element.place, std::move(made)};
    std::get<decltype(made)>(node.is).body = nodes(element);
    return node;
  };
  if (name == "style" || name == "with" || name == "category") return {};  // read by their parents
  if (name == "for" || name == "spread") return for_node(element);
  if (name == "if") {
    Node node{element.place, IfNode{}};
    Nodes holder;
    holder.push_back(std::move(node));
    add_branch(element, holder);
    return std::move(holder.front());
  }
  if (name == "include") return include_node(element);
  if (name == "section") return section_node(element);
  if (name == "heading") return heading_node(element);
  if (name == "p") return paragraph_node(element);
  if (name == "list") return list_node(element);
  if (name == "span") return span_node(element);
  if (name == "br") return Node{element.place, LineBreakNode{}};
  if (name == "ref") return ref_node(element);
  if (name == "value") return value_node(element);
  if (name == "footnote") return with_body(FootnoteNode{});
  if (name == "keep") return with_body(KeepNode{});
  if (name == "figure") return with_body(FigureNode{});
  if (name == "signature") return with_body(SignatureNode{});
  if (name == "unit") return with_body(UnitNode{});
  if (name == "head") return with_body(HeadNode{});
  if (name == "break") return Node{element.place, BreakNode{}};
  if (name == "space") return Node{element.place, SpaceNode{length(element, "height", {})}};
  if (name == "image") return image_node(element);
  if (name == "chart") return chart_node(element);
  if (name == "series") return series_node(element);
  if (name == "map") return map_node(element);
  if (name == "signer") return signer_node(element);
  if (name == "caption") return caption_node(element);
  if (name == "table") return table_node(element);
  if (name == "column") return column_node(element);
  if (name == "row") return row_node(element, doc::RowKind::Body);
  if (name == "group") return row_node(element, doc::RowKind::Group);
  if (name == "total") return row_node(element, doc::RowKind::Total);
  if (name == "cell") return cell_node(element);
  if (name == "item" || name == "note") {
    check_flow(element);
    if (name == "note") return with_body(NoteNode{});
    Node item{element.place, ItemNode{text(element.find("label")), {}}};
    std::get<ItemNode>(item.is).body = nodes(element);
    return item;
  }
  const std::string kind = word(element, "kind", "headings");
  ContentsNode contents;
  if (kind == "tables") contents.kind = doc::ContentsKind::Tables;
  if (kind == "figures") contents.kind = doc::ContentsKind::Figures;
  contents.depth = number(element, "depth", 3);
  return Node{element.place, contents};
}

Node Checker::for_node(const Element& element) {
  Scope scope(*this);
  ForNode made;
  auto selected = selection(element, element.find("in"), element.find("each"));
  if (!selected) return {element.place, std::move(made)};  // its body would only repeat the one error
  made.selection = std::move(*selected);
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

// The parser has made sure that <else> follows an <if>: the last node is its IfNode.
void Checker::add_branch(const Element& element, Nodes& made) {
  Branch branch;
  if (const Attribute* test = element.find("test")) branch.test = condition(test->value).value_or(Condition{});
  branch.body = nodes(element);
  while (!made.empty() && std::holds_alternative<TextNode>(made.back().is)) made.pop_back();  // blanks between the two
  if (!made.empty() && std::holds_alternative<IfNode>(made.back().is))
    std::get<IfNode>(made.back().is).branches.push_back(std::move(branch));
}

Node Checker::include_node(const Element& element) {
  Scope scope(*this);
  IncludeNode made;
  std::vector<std::pair<const Element*, IncludeNode::Name>> pending;
  for (const Element& child : element.children) {
    if (child.name != "with") continue;
    exclude(child, {"path", "value"});
    IncludeNode::Name name;
    const Attribute* path = child.find("path");
    const Attribute* value = child.find("value");
    if (path == nullptr && value == nullptr)
      found_.add(diagnostics::attribute_needs("name", "path / value", parsed_.position(child.place)));
    if (value != nullptr) name.value = base::Value(value->value.text);
    if (path != nullptr) {
      const auto parsed = parse_path(path->value.text);
      if (!parsed) {
        syntax(parsed.error(), path->value);
        continue;
      }
      auto found = single(*parsed, path->value);
      if (!found) continue;
      name.value = std::move(*found);
    }
    pending.emplace_back(&child, std::move(name));
  }
  for (auto& [child, name] : pending) {
    const Attribute* written = child->find("name");
    const Path* path = std::get_if<Path>(&name.value);
    if (path != nullptr && path->end == Path::End::Record) {
      name.slot = bind_record(written->value.text, path->table, &written->value);
    } else {
      name.type = path == nullptr ? ValueType{base::FieldType::Code, nullptr} : path->type;
      name.slot = bind_value(written->value.text, name.type, &written->value);
    }
    made.names.push_back(std::move(name));
  }
  for (const Element& child : element.children)
    if (child.name == "part") made.body = nodes(child);
  return {element.place, std::move(made)};
}

Node Checker::heading_node(const Element& element) {
  HeadingNode made;
  const Attribute* level = element.find("level");
  made.level = number(element, "level", 1);
  if (made.level < 1 || made.level > 6)
    found_.add(diagnostics::bad_value("level", level->value.text, {"ระดับ 1 ถึง 6", "a level from 1 to 6"},
                                      at(level->value, 0)));
  const std::string standard = "heading" + std::to_string(std::clamp(made.level, 1, 4));
  made.style = style(element.find("style")).value_or(program_.styles.find(standard).value_or(0));
  const std::string numbering = word(element, "number", "none");
  if (numbering == "auto") made.numbering = HeadingNode::Number::Auto;
  if (numbering != "auto" && numbering != "none") {
    made.numbering = HeadingNode::Number::Given;
    made.number = text(element.find("number"));
  }
  made.label = text(element.find("label"));
  made.in_contents = flag(element, "contents", true);
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

Node Checker::paragraph_node(const Element& element) {
  ParagraphNode made;
  made.style = style(element.find("style"));
  made.label = text(element.find("label"));
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

Node Checker::list_node(const Element& element) {
  ListNode made;
  const std::string kind = word(element, "kind", "dash");
  const std::pair<std::string_view, ListKind> kinds[] = {{"dash", ListKind::Dash},     {"bullet", ListKind::Bullet},
                                                         {"number", ListKind::Number}, {"brackets", ListKind::Brackets},
                                                         {"letter", ListKind::Letter}, {"none", ListKind::None}};
  for (const auto& [name, value] : kinds)
    if (name == kind) made.kind = value;
  made.start = number(element, "start", 1);
  made.style = style(element.find("style"));
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

Node Checker::span_node(const Element& element) {
  SpanNode made;
  made.emphasis = emphasis(element);
  made.link = text(element.find("link"));
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

Node Checker::ref_node(const Element& element) {
  RefNode made;
  made.to = text(element.find("to"));
  made.number = word(element, "show", "page") == "number";
  program_.number_refs = program_.number_refs || made.number;
  return {element.place, std::move(made)};
}

Node Checker::value_node(const Element& element) {
  Scope scope(*this);
  ValueNode made;
  exclude(element, {"sum", "count"});
  if (element.find("sum") == nullptr && element.find("count") == nullptr)
    found_.add(diagnostics::attribute_needs("value", "sum / count", parsed_.position(element.place)));
  made.style = value_style(element);
  made.format = format(element.find("format"));
  if (auto aggregated = aggregate(element)) made.aggregate = std::move(*aggregated);
  if (made.format == nullptr) {
    const bool counts = made.aggregate.counts;
    made.format = &thai::default_format(counts ? base::FieldType::Integer : made.aggregate.field.type.type);
  }
  return {element.place, std::move(made)};
}

Node Checker::image_node(const Element& element) {
  ImageNode made;
  made.source = text(element.find("src"));
  made.width = text(element.find("width"));
  made.alternative = text(element.find("alternative"));
  return {element.place, std::move(made)};
}

Node Checker::map_node(const Element& element) {
  MapNode made;
  made.kind = doc::find_map_kind(word(element, "kind", "cascade")).value_or(doc::MapKind::Cascade);
  made.focus = text(element.find("focus"));
  made.issue = text(element.find("issue"));
  made.alternative = text(element.find("alternative"));
  const Attribute* levels = element.find("levels");
  if (levels == nullptr) return {element.place, std::move(made)};
  made.levels = split_words(levels->value.text);
  if (made.kind != doc::MapKind::Cascade && made.kind != doc::MapKind::Tree)
    found_.add(
        diagnostics::attribute_needs("levels", "kind=\"cascade\" / kind=\"tree\"", parsed_.position(levels->place)));
  return {element.place, std::move(made)};
}

Node Checker::signer_node(const Element& element) {
  SignerNode made;
  made.role = text(element.find("role"));
  made.name = text(element.find("name"));
  made.position = text(element.find("position"));
  made.date = flag(element, "date", true);
  return {element.place, std::move(made)};
}

Node Checker::caption_node(const Element& element) {
  CaptionNode made;
  made.numbered = flag(element, "numbered", true);
  made.label = text(element.find("label"));
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

Node Checker::section_node(const Element& element) {
  SectionNode made;
  made.name = text(element.find("name"));
  made.running_head = text(element.find("running-head"));
  made.sheet = text(element.find("sheet"));
  doc::PageGeometry& page = made.geometry;
  if (word(element, "paper", "A4") == "A3") page.paper = {base::Length::mm(297), base::Length::mm(420)};
  if (word(element, "orientation", "portrait") == "landscape") std::swap(page.paper.width, page.paper.height);
  page.left = length(element, "margin-left", page.left);
  page.right = length(element, "margin-right", page.right);
  page.top = length(element, "margin-top", page.top);
  page.bottom = length(element, "margin-bottom", page.bottom);
  const std::string folio = word(element, "folio", "decimal"), place = word(element, "folio-place", "top-right");
  if (folio == "none") made.folio = doc::Folio::None;
  if (folio == "thai-letters") made.folio = doc::Folio::ThaiLetters;
  if (place == "top-outer") made.folio_place = doc::FolioPlace::TopOuter;
  if (place == "bottom-centre") made.folio_place = doc::FolioPlace::BottomCentre;
  if (word(element, "folio-form", "number") == "of-all") made.folio_form = doc::FolioForm::OfAll;
  const std::string running = word(element, "running-heading", "none");
  if (running.starts_with("heading")) made.running_heading = running.back() - '0';
  made.first_folio = flag(element, "first-folio", true);
  if (element.find("restart") != nullptr) made.restart = number(element, "restart", 1);
  made.body = nodes(element);
  return {element.place, std::move(made)};
}

void Checker::check_flow(const Element& element) {
  if (!has_paragraphs(element)) return;
  const auto bare = std::find_if(element.children.begin(), element.children.end(), is_bare_text);
  if (bare != element.children.end())
    found_.add(diagnostics::text_beside_blocks(element.name, parsed_.position(bare->place)));
}

}  // namespace phaen::templates
