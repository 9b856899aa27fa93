// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/surround.h"

#include <algorithm>
#include <utility>

#include "base/format.h"

namespace phaen::diagram {

using base::Length;

namespace {

constexpr Length kTitleSize = Length::pt(20), kGap = Length::pt(5), kSample = Length::pt(24),
                 kSampleGap = Length::pt(3), kEntryGap = Length::pt(14);

std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0) return "ไม่มี";
  // Rounded half up, in tenths of a per cent.
  const std::size_t tenths = (part * 2000 + whole) / (whole * 2);
  return base::format("ร้อยละ {}.{} ({}/{})", tenths / 10, tenths % 10, part, whole);
}

TextStyle small() {
  TextStyle style;
  style.colour = kInk;
  return style;
}

TextStyle title_style() {
  TextStyle style;
  style.size = kTitleSize;
  style.bold = true;
  style.colour = kInk;
  return style;
}

}  // namespace

void draw_bars(Canvas& canvas, base::Point centre) {
  ShapeStyle style;
  style.colour = kAlarm;
  style.thickness = Length::pt(1.1);
  const Length r = Length::pt(2.8);
  for (const Length x : {centre.x - Length::pt(1.2), centre.x + Length::pt(1.2)})
    canvas.connector({{x, centre.y - r}, {x, centre.y + r}}, style);
}

void draw_diamond(Canvas& canvas, base::Point centre) {
  ShapeStyle style;
  style.fill = kWhite;
  style.colour = kAlarm;
  const Length r = Length::pt(2.4);
  canvas.polygon(
      {{centre.x - r, centre.y}, {centre.x, centre.y - r}, {centre.x + r, centre.y}, {centre.x, centre.y + r}}, style);
}

std::vector<std::string> measure_sentences(const doc::GraphMeasures& measures) {
  return {"ตัวชี้วัดที่มีตัวชี้วัดหรือแผนระดับบนรองรับ " + share(measures.indicators_with_parent, measures.indicators),
          "ตัวชี้วัดที่มีโครงการรองรับอย่างน้อย 1 โครงการ " + share(measures.indicators_with_project, measures.indicators),
          "โครงการที่ตอบตัวชี้วัดอย่างน้อย 1 ตัว " + share(measures.projects_with_indicator, measures.projects),
          base::format("รายการที่ไม่มีระดับบน {} รายการ", measures.orphans),
          base::format("ชื่อตัวชี้วัดที่ใช้ซ้ำหลายระดับ {} ชื่อ", measures.names_on_several_levels),
          base::format("หน่วยวัดที่เปลี่ยนตามเส้นเชื่อม {} เส้น", measures.unit_changes)};
}

Surround::Surround(const LeveledGraph& graph, SurroundKind kind, const Sheet& sheet, const Typeface& typeface,
                   const line::Setter& setter)
    : sheet_(sheet), margin_(sheet.furnished ? kMargin : Length()), typeface_(typeface), setter_(setter) {
  line_height_ = leading(small(), typeface, setter.fonts);
  const Length title = sheet.furnished ? leading(title_style(), typeface, setter.fonts) : Length();
  top_ = margin_ + title + line_height_ + kGap;
  if (kind == SurroundKind::Lines) find_links(graph);
  find_boxes(graph);
  std::string sentences;
  for (const std::string& sentence : measure_sentences(doc::measure(graph.source)))
    sentences += (sentences.empty() ? "" : "  ·  ") + sentence;
  measures_ =
      set_text("ความครบถ้วนของความเชื่อมโยง: " + sentences, sheet.size.width - margin_ * 2, small(), typeface, setter);
}

/// Entries follow each other in rows as wide as the page.
void Surround::add(Entry::Sample sample, std::string words) {
  Entry entry;
  entry.sample = sample;
  entry.width = text_width(words, small(), typeface_, setter_) + Length::pt(1);
  if (sample != Entry::Sample::None) entry.width += kSample + kSampleGap;
  entry.words = std::move(words);
  if (!entries_.empty()) {
    const Entry& before = entries_.back();
    entry.x = before.x + before.width + kEntryGap;
    entry.row = before.row;
    if (entry.x + entry.width > sheet_.size.width - margin_ * 2) {
      entry.x = Length();
      ++entry.row;
    }
  }
  entries_.push_back(std::move(entry));
}

void Surround::find_links(const LeveledGraph& graph) {
  const auto any = [&](const auto& holds) { return std::any_of(graph.edges.begin(), graph.edges.end(), holds); };
  const auto flawed = [&](doc::Flaw flaw) {
    return any([flaw](const LeveledEdge& edge) { return edge.flaws.has(flaw); });
  };
  if (any([](const LeveledEdge& edge) { return edge.primary; })) add(Entry::Sample::Primary, "เชื่อมโยงหลัก");
  if (any([](const LeveledEdge& edge) { return !edge.primary; })) add(Entry::Sample::Secondary, "เชื่อมโยงรอง");
  if (flawed(doc::Flaw::UnitChange)) add(Entry::Sample::UnitChange, "หน่วยวัดเปลี่ยนตามเส้น");
  if (flawed(doc::Flaw::DoubleCounting)) add(Entry::Sample::Twice, "นับซ้ำ: ผลถึงตัวชี้วัดบนตัวเดียวกันสองทาง");
  if (flawed(doc::Flaw::BrokenLevel)) add(Entry::Sample::Ghost, "ระดับที่ขาดหาย");
}

void Surround::find_boxes(const LeveledGraph& graph) {
  const auto any = [&](const auto& holds) {
    for (const auto& level : graph.levels)
      for (const NodeIndex node : level)
        if (holds(graph.source.nodes[node])) return true;
    return false;
  };
  const auto flawed = [&](doc::Flaw flaw) {
    return any([flaw](const doc::GraphNode& node) { return node.flaws.has(flaw); });
  };
  if (flawed(doc::Flaw::Orphan)) add(Entry::Sample::Orphan, "ไม่มีระดับบนรองรับ");
  if (flawed(doc::Flaw::DoubleCounting)) add(Entry::Sample::None, "! นับงบซ้ำ = เป็นโครงการหลักของหลายประเด็น");
  if (any([](const doc::GraphNode& node) { return node.light != doc::Light::None; }))
    add(Entry::Sample::None, "สถานะ: ข = เขียว บรรลุเป้าหมาย  ล = เหลือง ใกล้เป้าหมาย  ด = แดง ต่ำกว่าเป้าหมาย");
  if (any([](const doc::GraphNode& node) { return node.group.has_value(); }))
    add(Entry::Sample::None, "เลขบนแถบสี = ประเด็น");
}

base::Rect Surround::area() const {
  const std::size_t rows = entries_.empty() ? 0 : entries_.back().row + 1;
  const Length foot = line_height_ * static_cast<std::int64_t>(rows) + measures_.height() + kGap;
  return {margin_, top_, sheet_.size.width - margin_ * 2, sheet_.size.height - margin_ - foot - top_};
}

void Surround::draw_sample(Canvas& canvas, const Entry& entry, base::Point at) const {
  const Length middle = at.y + line_height_ / 2;
  const base::Point tip{at.x + kSample, middle};
  const auto arrow = [&](page::Stroke stroke) {
    ShapeStyle style;
    style.stroke = stroke;
    style.colour = kInk;
    style.thickness = Length::pt(stroke == page::Stroke::Solid ? 1 : 0.75);
    canvas.connector({{at.x, middle}, {tip.x - Length::pt(4), middle}}, style);
    canvas.arrow_head({at.x, middle}, tip, Length::pt(5), kInk);
  };
  const auto box = [&](base::Colour colour, base::Colour fill) {
    ShapeStyle style;
    style.stroke = page::Stroke::Dashed;
    style.colour = colour;
    style.fill = fill;
    canvas.box({at.x, at.y + Length::pt(1.5), kSample, line_height_ - Length::pt(3)}, Length::pt(2), style);
  };
  switch (entry.sample) {
    case Entry::Sample::Primary: return arrow(page::Stroke::Solid);
    case Entry::Sample::Secondary: return arrow(page::Stroke::Dashed);
    case Entry::Sample::UnitChange:
      arrow(page::Stroke::Solid);
      return draw_diamond(canvas, {tip.x - Length::pt(8), middle});
    case Entry::Sample::Twice: arrow(page::Stroke::Solid); return draw_bars(canvas, {tip.x - Length::pt(9), middle});
    case Entry::Sample::Orphan: return box(kAlarm, kWhite);
    case Entry::Sample::Ghost: return box(kGrey, kPaleGrey);
    case Entry::Sample::None: return;
  }
}

void Surround::draw_legend(Canvas& canvas, base::Point at, page::TagId tag) const {
  for (const Entry& entry : entries_) {
    const base::Point place{at.x + entry.x, at.y + line_height_ * static_cast<std::int64_t>(entry.row)};
    draw_sample(canvas, entry, place);
    const Length lead = entry.sample == Entry::Sample::None ? Length() : kSample + kSampleGap;
    canvas.text(set_text(entry.words, entry.width - lead, small(), typeface_, setter_), {place.x + lead, place.y}, tag);
  }
}

void Surround::draw_title(Canvas& canvas, Drawing& drawing, const SurroundText& text) const {
  const base::Rect area = this->area();
  const page::TagId heading = drawing.add_tag(page::Role::H1);
  const Length page_width = text_width(text.page, small(), typeface_, setter_) + Length::pt(2);
  TextStyle style = title_style();
  TextBlock title = set_text(text.title, area.width - page_width, style, typeface_, setter_, 1);
  for (; title.cut && style.size > kSmallest; style.size -= Length::pt(1))
    title = set_text(text.title, area.width - page_width, style, typeface_, setter_, 1);
  canvas.text(title, {area.x, kMargin}, heading);
  canvas.text(set_text(text.page, page_width, small(), typeface_, setter_), {area.right() - page_width, kMargin},
              page::kArtifact);
}

void Surround::draw(Canvas& canvas, Drawing& drawing, const SurroundText& text) const {
  const base::Rect area = this->area();
  if (sheet_.furnished) draw_title(canvas, drawing, text);
  if (!text.subtitle.empty()) {
    TextStyle subtitle = small();
    subtitle.bold = true;
    subtitle.colour = kGrey;
    const TextBlock block = set_text(text.subtitle, area.width, subtitle, typeface_, setter_, 1);
    canvas.text(block, {area.x, top_ - kGap - line_height_}, drawing.add_tag(page::Role::P));
  }
  const Length bottom = canvas.page().size.height - (sheet_.size.height - area.bottom());
  base::Point at{area.x, bottom + kGap};
  if (!entries_.empty()) {
    draw_legend(canvas, at, drawing.add_tag(page::Role::P));
    at.y += line_height_ * static_cast<std::int64_t>(entries_.back().row + 1);
  }
  if (text.measures) canvas.text(measures_, at, drawing.add_tag(page::Role::P));
}

std::string describe(const LeveledGraph& graph, const std::vector<std::vector<NodeIndex>>& columns) {
  std::string text = graph.source.title + ".";
  std::vector<bool> here(graph.host.size());
  for (const auto& column : columns)
    for (const NodeIndex node : column) here[node] = true;
  for (std::size_t level = 0; level < columns.size(); ++level) {
    if (columns[level].empty()) continue;
    text += " " + graph.source.levels[level].name + ":";
    for (const NodeIndex node : columns[level]) {
      const doc::GraphNode& source = graph.source.nodes[node];
      text += base::format(" {} {}", source.code, source.name);
      std::string upper;
      for (const std::uint32_t edge : graph.edges_into[node])
        if (here[graph.edges[edge].from])
          upper += base::format("{}{}{}", upper.empty() ? "" : ", ", graph.source.nodes[graph.edges[edge].from].code,
                                graph.edges[edge].primary ? "" : " (รอง)");
      for (const LeveledEdge& peer : graph.peers)
        if (peer.to == node && here[peer.from])
          upper += (upper.empty() ? "" : ", ") + graph.source.nodes[peer.from].code;
      if (!upper.empty()) text += base::format(" สนับสนุน {}", upper);
      text += ";";
    }
  }
  return text;
}

}  // namespace phaen::diagram
