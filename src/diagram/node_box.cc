// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/node_box.h"

#include <algorithm>

#include "diagram/diagnostics.h"

namespace phaen::diagram {

using base::Length;

namespace {

constexpr Length kPadding = Length::pt(4), kPaddingY = Length::pt(2.5), kRadius = Length::pt(3),
                 kLightRadius = Length::pt(5);
constexpr std::size_t kMostNameLines = 4, kMostValueLines = 3, kMostReferenceLines = 6;

Length inner_width(Length width) { return width - kStripe - kPadding * 2; }

std::string value_text(const doc::GraphNode& node) {
  std::string text = node.value;
  // A no-break space keeps the weight on one line.
  if (!node.weight.empty()) text += (text.empty() ? "" : " · ") + std::string("น้ำหนัก\u00A0") + node.weight;
  return text;
}

std::string warning_text(doc::Flaws flaws) {
  std::string text;
  const auto add = [&](doc::Flaw flaw, const char* words) {
    if (flaws.has(flaw)) text += (text.empty() ? "! " : " · ") + std::string(words);
  };
  add(doc::Flaw::Orphan, "ไม่มีระดับบนรองรับ");
  add(doc::Flaw::NoProject, "ไม่มีโครงการรองรับ");
  add(doc::Flaw::NoIndicator, "ไม่ตอบตัวชี้วัดใด");
  add(doc::Flaw::SameName, "ชื่อซ้ำกับระดับอื่น");
  add(doc::Flaw::DoubleCounting, "นับงบซ้ำ");
  return text;
}

struct LightLook {
  base::Colour colour;
  const char* letter;
};
/// Indicators and boxes that stand on an earlier page already have a stripe of the tint, the others of the full colour.
bool has_pale_stripe(const doc::GraphNode& node, bool repeated) {
  return repeated || node.kind == doc::NodeKind::Indicator;
}

LightLook light_look(doc::Light light) {
  switch (light) {
    case doc::Light::Green: return {{0x2e, 0x7d, 0x32}, "ข"};
    case doc::Light::Yellow: return {{0xf2, 0xc0, 0x37}, "ล"};
    case doc::Light::Red: return {{0xc6, 0x28, 0x28}, "ด"};
    case doc::Light::None: break;
  }
  return {kGrey, ""};
}

}  // namespace

NodeBox set_node_box(const LeveledGraph& graph, NodeIndex node, Length width, const NodeType& type, line::LinkId link) {
  const doc::GraphNode& source = graph.source.nodes[node];
  if (graph.host[node] != kNoNode) width -= Length::pt(9);
  const bool light = source.light != doc::Light::None;
  const Length inner = inner_width(width);
  std::vector<TextPiece> pieces(2);
  pieces[0].text = source.code + " ";
  pieces[0].bold = true;
  pieces[0].link = link;
  pieces[0].colour = issue_look(source.group).strong;
  pieces[1].text = source.name;
  pieces[1].origin = source.name_origin;
  pieces[1].link = link;
  pieces[1].bold = source.kind == doc::NodeKind::Item;
  TextStyle style;
  style.size = type.size;
  style.colour = kInk;
  NodeBox box;
  box.light_radius = kLightRadius * type.size.units() / kSmallest.units();
  const auto set_name = [&] {
    return set_text(pieces, inner - (light ? box.light_radius * 2 : Length()), style, type.typeface, type.setter,
                    kMostNameLines);
  };
  box.name = set_name();
  if (box.name.cut && !source.short_name.empty()) {
    pieces[1].text = source.short_name;
    box.name = set_name();
  }
  if (box.name.cut) type.setter.diagnostics.add(diagnostics::name_cut(source.code));
  TextPiece value;
  value.text = value_text(source);
  value.origin = source.value_origin;
  box.value = set_text(std::vector<TextPiece>{value}, inner, style, type.typeface, type.setter, kMostValueLines);
  style.colour = kAlarm;
  style.bold = true;
  box.warnings = set_text(warning_text(source.flaws), inner, style, type.typeface, type.setter, kMostValueLines);
  if (light) {
    style.colour = source.light == doc::Light::Yellow ? kInk : kWhite;
    style.align = line::Align::Centre;
    box.light = set_text(light_look(source.light).letter, box.light_radius * 2, style, type.typeface, type.setter);
  }
  if (source.group) {
    // The issue's number: the map reads without its colours.
    style.align = line::Align::Centre;
    style.size = kSmallest;
    style.colour = has_pale_stripe(source, false) ? issue_look(source.group).strong : kWhite;
    box.number = set_text(std::to_string(*source.group + 1), kStripe, style, type.typeface, type.setter, 1);
  }
  box.height = height_of(box, {});
  return box;
}

TextBlock set_references(const LeveledGraph& graph, NodeIndex node, const References& references, Length width,
                         const NodeType& type) {
  std::string text;
  for (const std::string& reference : references) text += (text.empty() ? "" : "\n") + reference;
  if (graph.host[node] != kNoNode) width -= Length::pt(9);
  TextStyle style;
  style.size = type.size;
  style.bold = true;
  style.colour = issue_look(graph.source.nodes[node].group).strong;
  return set_text(text, inner_width(width), style, type.typeface, type.setter, kMostReferenceLines);
}

Length height_of(const NodeBox& box, const TextBlock& references) {
  const Length rule = box.value.lines.empty() ? Length() : Length::pt(1.5);
  return kPaddingY * 2 + box.name.height() + rule + box.value.height() + box.warnings.height() + references.height();
}

void draw_node_box(Canvas& canvas, const LeveledGraph& graph, NodeIndex node, const NodeBox& box,
                   const TextBlock& references, const NodeBoxPlace& place) {
  const doc::GraphNode& source = graph.source.nodes[node];
  const IssueLook look = issue_look(source.group);
  const base::Rect& area = place.area;
  const bool alarm = source.flaws.has(doc::Flaw::Orphan);
  const bool indicator = source.kind == doc::NodeKind::Indicator;
  ShapeStyle shape;
  shape.fill = place.repeated || indicator ? kWhite : look.tint;
  shape.colour = alarm ? kAlarm : look.strong;
  shape.thickness = Length::pt(alarm ? 1.25 : 0.75);
  shape.stroke = alarm ? page::Stroke::Dashed : page::Stroke::Solid;
  canvas.box(area, kRadius, shape);
  ShapeStyle stripe;
  stripe.stroke = page::Stroke::None;
  stripe.fill = has_pale_stripe(source, place.repeated) ? look.tint : look.strong;
  const Length inset = Length::pt(alarm ? 1.5 : 0.375);
  canvas.box({area.x + inset, area.y + inset, kStripe, area.height - inset * 2}, kRadius - inset, stripe);
  if (!box.number.lines.empty()) {
    TextBlock number = box.number;
    // Repeated boxes turn pale after their text was set.
    const bool pale = has_pale_stripe(source, place.repeated);
    for (line::Line& line : number.lines)
      for (line::Run& run : line.runs) run.colour = pale ? look.strong : kWhite;
    canvas.text(number, {area.x + inset, area.y + kPaddingY}, page::kArtifact);
  }
  Length y = area.y + kPaddingY;
  const Length x = area.x + kStripe + kPadding;
  canvas.text(box.name, {x, y}, place.tag);
  if (source.light != doc::Light::None) {
    ShapeStyle disc;
    disc.fill = light_look(source.light).colour;
    disc.stroke = page::Stroke::None;
    const base::Point centre{area.right() - kPadding - box.light_radius + Length::pt(1),
                             y + box.light_radius + Length::pt(0.5)};
    canvas.disc(centre, box.light_radius, disc);
    canvas.text(box.light, {centre.x - box.light_radius, centre.y - box.light.height() / 2}, place.tag);
  }
  y += box.name.height();
  if (!box.value.lines.empty()) {
    ShapeStyle rule;
    rule.colour = look.strong;
    rule.thickness = Length::pt(0.35);
    canvas.connector({{x, y + Length::pt(0.75)}, {area.right() - kPadding, y + Length::pt(0.75)}}, rule);
    y += Length::pt(1.5);
    canvas.text(box.value, {x, y}, place.tag);
    y += box.value.height();
  }
  canvas.text(box.warnings, {x, y}, place.tag);
  y += box.warnings.height();
  canvas.text(references, {x, y}, place.tag);
}

}  // namespace phaen::diagram
