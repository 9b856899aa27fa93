// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/surround.h"

#include <algorithm>

#include "base/format.h"

namespace phaen::diagram {

using base::Length;

namespace {

constexpr Length kTitleSize = Length::pt(20), kGap = Length::pt(5), kSample = Length::pt(24);
constexpr std::size_t kFootLines = 3;

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

/// One entry of the legend: a sample, then its words. Gives where the next one begins.
class Legend {
 public:
  Legend(Canvas& canvas, base::Point at, const Typeface& typeface, const line::Setter& setter, page::TagId tag)
      : canvas_(canvas), at_(at), typeface_(typeface), setter_(setter), tag_(tag) {
    height_ = leading(small(), typeface, setter.fonts);
  }

  void line(const char* words, page::Stroke stroke, base::Colour colour) {
    ShapeStyle style;
    style.stroke = stroke;
    style.colour = colour;
    style.thickness = Length::pt(stroke == page::Stroke::Solid ? 1 : 0.75);
    const base::Point from{at_.x, at_.y + height_ / 2}, to{at_.x + kSample, from.y};
    canvas_.connector({from, {to.x - Length::pt(4), to.y}}, style);
    canvas_.arrow_head(from, to, Length::pt(5), colour);
    text(words);
  }
  void box(const char* words, const ShapeStyle& style) {
    canvas_.box({at_.x + Length::pt(6), at_.y + Length::pt(1.5), kSample - Length::pt(6), height_ - Length::pt(3)},
                Length::pt(2), style);
    text(words);
  }
  void diamond(const char* words) {
    draw_diamond(canvas_, {at_.x + kSample - Length::pt(6), at_.y + height_ / 2});
    text(words);
  }
  void plain(const std::string& words) {
    at_.x -= kSample - Length::pt(2);
    text(words);
  }

 private:
  void text(const std::string& words) {
    const Length width = text_width(words, small(), typeface_, setter_) + Length::pt(1);
    canvas_.text(set_text(words, width, small(), typeface_, setter_), {at_.x + kSample + Length::pt(3), at_.y}, tag_);
    at_.x += kSample + width + Length::pt(16);
  }

  Canvas& canvas_;
  base::Point at_;
  const Typeface& typeface_;
  const line::Setter& setter_;
  page::TagId tag_;
  Length height_;
};

void draw_legend(Canvas& canvas, const LeveledGraph& graph, base::Point at, const Typeface& typeface,
                 const line::Setter& setter, page::TagId tag) {
  Legend legend(canvas, at, typeface, setter, tag);
  legend.line("เชื่อมโยงหลัก", page::Stroke::Solid, kInk);
  legend.line("เชื่อมโยงรอง", page::Stroke::Dashed, kInk);
  legend.diamond("หน่วยวัดเปลี่ยนตามเส้น");
  ShapeStyle orphan;
  orphan.stroke = page::Stroke::Dashed;
  orphan.colour = kAlarm;
  orphan.fill = kWhite;
  legend.box("ไม่มีระดับบนรองรับ", orphan);
  ShapeStyle ghost;
  ghost.stroke = page::Stroke::Dashed;
  ghost.colour = kGrey;
  ghost.fill = kPaleGrey;
  legend.box("ระดับที่ขาดหาย", ghost);
  const bool lights = std::any_of(graph.source.nodes.begin(), graph.source.nodes.end(),
                                  [](const doc::GraphNode& node) { return node.light != doc::Light::None; });
  if (lights) legend.plain("สถานะ: ข = เขียว บรรลุเป้าหมาย  ล = เหลือง ใกล้เป้าหมาย  ด = แดง ต่ำกว่าเป้าหมาย");
}

}  // namespace

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

base::Rect map_area(base::Size paper, const Typeface& typeface, const text::FontBook& fonts) {
  TextStyle title;
  title.size = kTitleSize;
  title.bold = true;
  const Length top = kMargin + leading(title, typeface, fonts) + leading(small(), typeface, fonts) + kGap;
  const Length foot = leading(small(), typeface, fonts) * kFootLines + kGap;
  return {kMargin, top, paper.width - kMargin * 2, paper.height - kMargin - foot - top};
}

base::Rect draw_surround(Canvas& canvas, Drawing& drawing, const LeveledGraph& graph, const SurroundText& text,
                         const Typeface& typeface, const line::Setter& setter) {
  const base::Rect area = map_area(canvas.page().size, typeface, setter.fonts);
  TextStyle title;
  title.size = kTitleSize;
  title.bold = true;
  title.colour = kInk;
  const page::TagId heading = drawing.add_tag(page::Role::H1);
  const Length page_width = text_width(text.page, small(), typeface, setter) + Length::pt(2);
  const TextBlock title_block = set_text(text.title, area.width - page_width, title, typeface, setter, 1);
  canvas.text(title_block, {area.x, kMargin}, heading);
  const TextBlock page_block = set_text(text.page, page_width, small(), typeface, setter);
  canvas.text(page_block, {area.right() - page_width, kMargin}, page::kArtifact);
  TextStyle subtitle = small();
  subtitle.bold = true;
  subtitle.colour = kGrey;
  if (!text.subtitle.empty()) {
    const TextBlock block = set_text(text.subtitle, area.width, subtitle, typeface, setter, 1);
    canvas.text(block, {area.x, kMargin + title_block.height()}, drawing.add_tag(page::Role::P));
  }
  const Length line_height = leading(small(), typeface, setter.fonts);
  base::Point at{area.x, canvas.page().size.height - kMargin - line_height * kFootLines};
  draw_legend(canvas, graph, at, typeface, setter, drawing.add_tag(page::Role::P));
  at.y += line_height;
  if (text.measures) {
    std::string sentences;
    for (const std::string& sentence : measure_sentences(doc::measure(graph.source)))
      sentences += (sentences.empty() ? "" : "  ·  ") + sentence;
    const TextBlock block = set_text("คุณภาพของผัง: " + sentences, area.width, small(), typeface, setter, kFootLines - 1);
    canvas.text(block, at, drawing.add_tag(page::Role::P));
  }
  return area;
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
      if (!upper.empty()) text += base::format(" หนุน {}", upper);
      text += ";";
    }
  }
  return text;
}

}  // namespace phaen::diagram
