// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include "base/format.h"
#include "diagram/cascade_page.h"
#include "diagram/diagnostics.h"
#include "diagram/draw_graph.h"
#include "diagram/map.h"
#include "diagram/map_pages.h"
#include "diagram/node_box.h"
#include "diagram/surround.h"

namespace phaen::diagram {

using base::Length;

namespace {

constexpr Length kNarrowestBox = Length::pt(78), kWidestBox = Length::pt(170), kNarrowestChannel = Length::pt(24),
                 kWidestChannel = Length::pt(64), kHeadGap = Length::pt(8), kHeadTip = Length::pt(7);
constexpr int kRoomStep = 8, kLeastRoom = 52;  ///< per cent of a page

/// Columns and channels of a page that shows the first `count` levels.
struct Columns {
  Length box_width;
  std::vector<Length> x;
};

/// How many boxes of a column have links to the right: the most trunks its channel can hold.
std::size_t trunks(const LeveledGraph& graph, std::size_t level) {
  std::size_t count = 0;
  for (const NodeIndex node : graph.levels[level]) count += graph.edges_from[node].empty() ? 0 : 1;
  return count;
}

Columns make_columns(const LeveledGraph& graph, std::size_t count, const base::Rect& area) {
  std::vector<Length> channels;
  Length free = area.width;
  for (std::size_t level = 0; level + 1 < count; ++level) {
    const Length wanted = kNarrowestChannel + Length::pt(2) * static_cast<std::int64_t>(trunks(graph, level));
    channels.push_back(std::min(wanted, kWidestChannel));
    free -= channels.back();
  }
  // Wide channels give way before boxes get too narrow.
  const Length missing = kNarrowestBox * static_cast<std::int64_t>(count) - free;
  if (missing > Length() && !channels.empty()) {
    for (Length& channel : channels) {
      free += channel - kNarrowestChannel;
      channel = kNarrowestChannel;
    }
  }
  Columns columns;
  columns.box_width = std::min(free / static_cast<std::int64_t>(count), kWidestBox);
  const Length spare = free - columns.box_width * static_cast<std::int64_t>(count);
  Length x = area.x;
  for (std::size_t level = 0; level < count; ++level) {
    columns.x.push_back(x);
    x += columns.box_width;
    if (level + 1 < count) x += channels[level] + spare / static_cast<std::int64_t>(count - 1);
  }
  return columns;
}

class Cascade {
 public:
  Cascade(const LeveledGraph& graph, const MapOptions& options, Typeface typeface, const line::Setter& setter)
      : graph_(graph), options_(options), typeface_(typeface), setter_(setter) {
    paper_ = paper_size(options.paper, options.orientation);
    area_ = map_area(paper_, typeface_, setter_.fonts);
    columns_ = make_columns(graph_, graph_.levels.size(), area_);
  }

  Drawing draw() {
    drawing_.title = graph_.source.title;
    if (columns_.box_width < kNarrowestBox) {
      const Length each = kNarrowestBox + kNarrowestChannel;
      setter_.diagnostics.add(diagnostics::too_many_levels(
          graph_.levels.size(), static_cast<std::size_t>((area_.width + kNarrowestChannel).units() / each.units())));
      return std::move(drawing_);
    }
    set_boxes();
    set_heads();
    cut();
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) draw_page(i);
    return std::move(drawing_);
  }

 private:
  void set_boxes() {
    boxes_.resize(graph_.host.size());
    heights_.resize(graph_.host.size());
    for (const auto& level : graph_.levels)
      for (const NodeIndex node : level) {
        const line::LinkId link = drawing_.link(graph_.source.nodes[node].link);
        boxes_[node] = set_node_box(graph_, node, columns_.box_width, typeface_, setter_, link);
        heights_[node] = boxes_[node].height;
      }
  }

  void set_heads() {
    TextStyle style;
    style.size = Length::pt(13);
    style.bold = true;
    style.align = line::Align::Centre;
    style.colour = kInk;
    for (const doc::GraphLevel& level : graph_.source.levels) {
      heads_.push_back(set_text(level.name, columns_.box_width - kHeadTip * 2, style, typeface_, setter_, 3));
      head_height_ = std::max(head_height_, heads_.back().height() + Length::pt(6));
    }
  }

  Length capacity() const { return area_.height - head_height_ - kHeadGap; }

  /// References are known when the pages are, and take room on them: the pages of an issue that then do not fit are cut
  /// again with less, those of the other issues stay as they are.
  void cut() {
    references_.assign(graph_.host.size(), {});
    std::vector<int> percents(graph_.source.groups.size() + 1, 100);
    while (true) {
      std::vector<Length> rooms;
      for (const int percent : percents) rooms.push_back(capacity() * percent / 100);
      pages_ = cut_pages(graph_, heights_, rooms);
      set_references_of_nodes();
      set_summary_references();
      std::vector<int> smaller = percents;
      for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
        if (needed_height(make_page(i)) <= capacity()) continue;
        const std::size_t group = std::min<std::size_t>(pages_.pages[i].group.value_or(0xFFFF), percents.size() - 1);
        smaller[group] = std::max(percents[group] - kRoomStep, kLeastRoom);
      }
      if (smaller == percents) return;
      percents = std::move(smaller);
    }
  }

  void set_references_of_nodes() {
    const auto lines = cross_references(graph_, pages_, options_.first_page);
    for (const auto& level : graph_.levels)
      for (const NodeIndex node : level)
        references_[node] = set_references(graph_, node, lines[node], columns_.box_width, typeface_, setter_);
  }

  /// Connectors stand on a box's home page; on the summary they name the detail pages of an issue.
  const TextBlock& references_on(const MapPage& page, NodeIndex node, bool repeated) const {
    static const TextBlock kNothing;
    if (!page.summary) return repeated ? kNothing : references_[node];
    const auto at = summary_references_.find(node);
    return at == summary_references_.end() ? kNothing : at->second;
  }

  void set_summary_references() {
    summary_references_.clear();
    if (pages_.pages.empty() || !pages_.pages.front().summary) return;
    for (const NodeIndex node : last_column(pages_.pages.front())) {
      if (graph_.host[node] != kNoNode) continue;
      std::size_t first = 0, last = 0;
      for (std::size_t i = 1; i < pages_.pages.size(); ++i) {
        const auto& column = pages_.pages[i].columns[graph_.source.nodes[node].level];
        if (std::find(column.begin(), column.end(), node) == column.end()) continue;
        if (first == 0) first = i;
        last = i;
      }
      if (first == 0) continue;
      const int from = static_cast<int>(first) + options_.first_page, to = static_cast<int>(last) + options_.first_page;
      const std::string line = from == to ? base::format("ต่อหน้า {}", from) : base::format("ต่อหน้า {} – {}", from, to);
      summary_references_.emplace(node, set_references(graph_, node, {line}, columns_.box_width, typeface_, setter_));
    }
  }

  static const std::vector<NodeIndex>& last_column(const MapPage& page) {
    std::size_t last = 0;
    for (std::size_t i = 0; i < page.columns.size(); ++i)
      if (!page.columns[i].empty()) last = i;
    return page.columns[last];
  }

  CascadePage make_page(std::size_t number) const {
    const MapPage& page = pages_.pages[number];
    std::vector<std::vector<CascadeEntry>> entries(page.columns.size());
    for (std::size_t level = 0; level < page.columns.size(); ++level)
      for (std::size_t i = 0; i < page.columns[level].size(); ++i) {
        const NodeIndex node = page.columns[level][i];
        const bool repeated = page.repeated[level][i];
        const Length height = height_of(boxes_[node], references_on(page, node, repeated));
        entries[level].push_back({node, repeated, height});
      }
    CascadePage made = make_cascade_page(graph_, entries, options_.keep_plan_order);
    for (std::size_t level = 0; level < made.columns.size(); ++level) {
      made.columns[level].x = columns_.x[level];
      made.columns[level].width = columns_.box_width;
    }
    return made;
  }

  std::string subtitle(const MapPage& page, std::size_t number) const {
    if (page.summary) return "ภาพรวม: รายละเอียดของแต่ละประเด็นอยู่ในหน้าถัดไป";
    if (!page.group || *page.group >= graph_.source.groups.size()) return {};
    const bool goes_on = number > 0 && pages_.pages[number - 1].group == page.group;
    return base::format("ประเด็นที่ {} {}{}", *page.group + 1, graph_.source.groups[*page.group], goes_on ? " (ต่อ)" : "");
  }

  void draw_page(std::size_t number) {
    const MapPage& source = pages_.pages[number];
    drawing_.pages.emplace_back();
    page::Page& page = drawing_.pages.back();
    page.size = paper_;
    page.folio = std::to_string(static_cast<int>(number) + options_.first_page);
    CascadePage sheet = make_page(number);
    place(sheet, capacity());
    route(sheet);
    // A box higher than a page makes its page higher: nothing is cut off.
    if (sheet.height > capacity()) page.size.height += sheet.height - capacity();
    Canvas canvas(page);
    SurroundText text;
    text.title = graph_.source.title;
    text.subtitle = subtitle(source, number);
    text.page = base::format("หน้า {} จาก {}", static_cast<int>(number) + options_.first_page,
                             static_cast<int>(pages_.pages.size()) + options_.first_page - 1);
    text.measures = number == 0;
    draw_surround(canvas, drawing_, graph_, text, typeface_, setter_);
    const page::TagId figure = drawing_.add_tag(page::Role::Figure, page::kRoot, describe(graph_, source.columns));
    canvas.set_tag(figure);
    const Length spare = std::max(Length(), capacity() - sheet.height);
    const Length top = area_.y + head_height_ + kHeadGap + std::min(spare / 2, Length::pt(60));
    shift(sheet, top);
    draw_heads(canvas, source);
    draw_links(canvas, sheet);
    draw_boxes(canvas, sheet, source, figure);
  }

  static void shift(CascadePage& sheet, Length by) {
    for (CascadeBox& box : sheet.boxes) box.area.y += by;
    for (CascadeLink& link : sheet.links)
      for (base::Point& point : link.path) point.y += by;
  }

  void draw_heads(Canvas& canvas, const MapPage& page) {
    for (std::size_t level = 0; level < heads_.size(); ++level) {
      if (page.columns[level].empty()) continue;
      const base::Rect area{columns_.x[level], area_.y, columns_.box_width, head_height_};
      ShapeStyle style;
      style.fill = kPaleGrey;
      style.stroke = page::Stroke::None;
      canvas.chevron({area.x - Length::pt(3), area.y, area.width + Length::pt(10), area.height}, kHeadTip, style);
      canvas.text(heads_[level], {area.x + kHeadTip, area.y + (area.height - heads_[level].height()) / 2});
    }
  }

  ShapeStyle link_style(const CascadePage& sheet, const CascadeLink& link) const {
    const CascadeBox& end = sheet.boxes[link.to];
    const NodeIndex node = end.kind == CascadeBox::Kind::Node ? end.node : sheet.boxes[link.from].node;
    ShapeStyle style;
    style.colour = issue_look(graph_.source.nodes[node].group).strong;
    style.thickness = Length::pt(link.primary ? 0.9 : 0.6);
    style.stroke = link.primary ? page::Stroke::Solid : page::Stroke::Dashed;
    return style;
  }

  /// Secondary links first: on a shared trunk the primary ones lie above them.
  void draw_links(Canvas& canvas, const CascadePage& sheet) {
    for (const bool primary : {false, true})
      for (const CascadeLink& link : sheet.links) {
        if (link.primary != primary) continue;
        const ShapeStyle style = link_style(sheet, link);
        const bool lane = sheet.boxes[link.to].kind == CascadeBox::Kind::Lane;
        std::vector<base::Point> path = link.path;
        const base::Point tip = path.back();
        if (!lane) path.back().x -= Length::pt(4);
        canvas.connector(path, style, Length::pt(2.5));
        if (lane) continue;
        canvas.arrow_head({tip.x - Length::pt(6), tip.y}, tip, Length::pt(5), style.colour);
        if (link.flaws.has(doc::Flaw::UnitChange)) draw_diamond(canvas, {tip.x - Length::pt(7), tip.y});
      }
  }

  void draw_boxes(Canvas& canvas, const CascadePage& sheet, const MapPage& source, page::TagId figure) {
    for (const CascadeColumn& column : sheet.columns)
      for (const BoxIndex index : column.boxes) {
        const CascadeBox& box = sheet.boxes[index];
        switch (box.kind) {
          case CascadeBox::Kind::Lane: break;
          case CascadeBox::Kind::Ghost: {
            ShapeStyle ghost;
            ghost.fill = kPaleGrey;
            ghost.stroke = page::Stroke::Dashed;
            ghost.colour = kGrey;
            canvas.box(box.area, Length::pt(3), ghost);
            break;
          }
          case CascadeBox::Kind::Node: {
            draw_node_box(canvas, graph_, box.node, boxes_[box.node], references_on(source, box.node, box.repeated),
                          {box.area, box.repeated, figure});
            break;
          }
        }
      }
  }

  const LeveledGraph& graph_;
  const MapOptions& options_;
  Typeface typeface_;
  const line::Setter& setter_;
  base::Size paper_;
  base::Rect area_;
  Columns columns_;
  Drawing drawing_;
  std::vector<NodeBox> boxes_;
  std::vector<Length> heights_;
  std::vector<TextBlock> heads_, references_;
  std::map<NodeIndex, TextBlock> summary_references_;
  Length head_height_;
  MapPages pages_;
};

}  // namespace

Drawing draw_cascade(const doc::Graph& graph, const MapOptions& options, const line::Setter& setter) {
  return draw_graph<Cascade>(graph, options, setter);
}

}  // namespace phaen::diagram
