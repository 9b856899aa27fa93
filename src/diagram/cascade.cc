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
#include "diagram/upper_strip.h"

namespace phaen::diagram {

using base::Length;

namespace {

constexpr Length kNarrowestBox = Length::pt(96), kWidestBox = Length::pt(280), kNarrowestChannel = Length::pt(24),
                 kWidestChannel = Length::pt(64), kHeadGap = Length::pt(8), kHeadTip = Length::pt(7);
constexpr int kRoomStep = 8, kLeastRoom = 52;  ///< per cent of a page

/// How many boxes of a column have links to the right: the most trunks its channel can hold.
std::size_t trunks(const LeveledGraph& graph, std::size_t level) {
  std::size_t count = 0;
  for (const NodeIndex node : graph.levels[level]) count += graph.edges_from[node].empty() ? 0 : 1;
  return count;
}

/// The levels that one kind of page shows as columns, and every box of them set to their width.
struct Layout {
  std::size_t first = 0, last = 0;  ///< `last` excluded
  Length box_width;
  std::vector<Length> x;  ///< by level
  std::vector<NodeBox> boxes;
  std::vector<Length> heights;  ///< by node; zero of those of other levels
  std::vector<TextBlock> heads;
  Length head_height;
  bool is_wide_enough() const { return box_width >= kNarrowestBox; }
};

Layout make_layout(const LeveledGraph& graph, std::size_t first, std::size_t last, const base::Rect& area) {
  Layout layout;
  layout.first = first;
  layout.last = last;
  const auto count = static_cast<std::int64_t>(last - first);
  std::vector<Length> channels;
  Length free = area.width;
  for (std::size_t level = first; level + 1 < last; ++level) {
    const Length wanted = kNarrowestChannel + Length::pt(2) * static_cast<std::int64_t>(trunks(graph, level));
    channels.push_back(std::min(wanted, kWidestChannel));
    free -= channels.back();
  }
  // Wide channels give way before boxes get too narrow.
  if (kNarrowestBox * count > free) {
    for (Length& channel : channels) {
      free += channel - kNarrowestChannel;
      channel = kNarrowestChannel;
    }
  }
  layout.box_width = std::min(free / count, kWidestBox);
  const Length spare = free - layout.box_width * count;
  layout.x.assign(graph.levels.size(), area.x);
  Length x = area.x;
  for (std::size_t level = first; level < last; ++level) {
    layout.x[level] = x;
    x += layout.box_width;
    if (level + 1 < last) x += channels[level - first] + spare / (count - 1);
  }
  return layout;
}

class Cascade {
 public:
  Cascade(const LeveledGraph& graph, const MapOptions& options, const NodeType& type)
      : graph_(graph),
        options_(options),
        type_(type),
        sheet_(sheet_of(options)),
        surround_(graph, SurroundKind::Lines, sheet_, type_.typeface, type_.setter),
        area_(surround_.area()) {}

  Drawing draw() {
    drawing_.title = graph_.source.title;
    if (!make_pages()) {
      const Length each = kNarrowestBox + kNarrowestChannel;
      type_.setter.diagnostics.add(diagnostics::too_many_levels(
          graph_.levels.size(), static_cast<std::size_t>((area_.width + kNarrowestChannel).units() / each.units())));
      return std::move(drawing_);
    }
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) draw_page(i);
    return std::move(drawing_);
  }

 private:
  // --- what stands on which page ------------------------------------------------------------------------------------

  /// Everything on one page if that is wide and high enough; else a summary down to the issues and detail pages from
  /// the level above the issues on, what stands further up in a strip. False: the paper is too narrow for that too.
  bool make_pages() {
    const std::size_t top = issue_level(graph_), count = graph_.levels.size();
    summary_ = make_layout(graph_, 0, count, area_);
    if (summary_.is_wide_enough()) {
      set_layout(summary_);
      if (fits_one_page(graph_, summary_.heights, capacity(summary_))) {
        pages_ = whole_page(graph_);
        references_.assign(graph_.host.size(), {});
        set_references_of_nodes();
        if (needed_height(make_page(0)) <= capacity(summary_)) return true;
      }
    }
    summary_ = make_layout(graph_, 0, top + 1, area_);
    detail_ = make_layout(graph_, top == 0 ? 0 : top - 1, count, area_);
    if (!detail_.is_wide_enough()) detail_ = make_layout(graph_, top, count, area_);
    if (!summary_.is_wide_enough() || !detail_.is_wide_enough()) return false;
    set_layout(summary_);
    set_layout(detail_);
    cut();
    return true;
  }

  void set_layout(Layout& layout) {
    layout.boxes.resize(graph_.host.size());
    layout.heights.resize(graph_.host.size());
    TextStyle style;
    style.size = std::max(type_.size, Length::pt(13));
    style.bold = true;
    style.align = line::Align::Centre;
    style.colour = kInk;
    layout.heads.resize(graph_.levels.size());
    for (std::size_t level = layout.first; level < layout.last; ++level) {
      for (const NodeIndex node : graph_.levels[level]) {
        const line::LinkId link = drawing_.link(graph_.source.nodes[node].link);
        layout.boxes[node] = set_node_box(graph_, node, layout.box_width, type_, link);
        layout.heights[node] = layout.boxes[node].height;
      }
      layout.heads[level] = set_text(graph_.source.levels[level].name, layout.box_width - kHeadTip * 2, style,
                                     type_.typeface, type_.setter, 3);
      layout.head_height = std::max(layout.head_height, layout.heads[level].height() + Length::pt(6));
    }
  }

  Length capacity(const Layout& layout) const { return area_.height - layout.head_height - kHeadGap; }
  const Layout& layout_of(const MapPage& page) const {
    return page.summary || detail_.boxes.empty() ? summary_ : detail_;
  }

  UpperStrip strip_of(const MapPage& page) const {
    return set_upper_strip(graph_, page.columns, layout_of(page).first, area_.width, type_);
  }
  Length strip_room(const UpperStrip& strip) const { return strip.cells.empty() ? Length() : strip.height + kHeadGap; }
  std::size_t group_of(const MapPage& page) const {
    return std::min<std::size_t>(page.group.value_or(0xFFFF), graph_.source.groups.size());
  }

  /// References and strips are known when the pages are, and take room on them: the pages of an issue that then do not
  /// fit are cut again with less, those of the other issues stay as they are.
  void cut() {
    references_.assign(graph_.host.size(), {});
    std::vector<int> percents(graph_.source.groups.size() + 1, 100);
    std::vector<Length> strips(percents.size());
    for (bool again = true; again;) {
      again = false;
      std::vector<Length> rooms;
      for (std::size_t i = 0; i < percents.size(); ++i)
        rooms.push_back((capacity(detail_) - strips[i]) * percents[i] / 100);
      pages_ = cut_pages(graph_, {summary_.heights, detail_.heights, capacity(summary_), rooms});
      set_references_of_nodes();
      set_summary_references();
      std::vector<bool> full(percents.size());
      for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
        const MapPage& page = pages_.pages[i];
        if (page.summary) continue;
        const std::size_t group = group_of(page);
        const Length strip = strip_room(strip_of(page));
        if (strip > strips[group]) {
          strips[group] = strip;
          again = true;
        } else if (percents[group] > kLeastRoom && needed_height(make_page(i)) > capacity(detail_) - strip) {
          full[group] = true;
        }
      }
      for (std::size_t i = 0; i < percents.size(); ++i) {
        if (!full[i]) continue;
        percents[i] -= kRoomStep;
        again = true;
      }
    }
  }

  void set_references_of_nodes() {
    const auto lines = cross_references(graph_, pages_, options_);
    for (const auto& level : graph_.levels)
      for (const NodeIndex node : level) {
        const Length width = layout_of(pages_.pages[pages_.home[node]]).box_width;
        references_[node] = set_references(graph_, node, lines[node], width, type_);
      }
  }

  bool is_first_summary(const MapPage& page) const { return page.summary && &page == &pages_.pages.front(); }

  /// Connectors stand on a box's home page; on the summary they name the detail pages of an issue.
  const TextBlock& references_on(const MapPage& page, NodeIndex node, bool repeated) const {
    static const TextBlock kNothing;
    if (!is_first_summary(page)) return repeated ? kNothing : references_[node];
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
      const std::string from = page_text(options_, first), to = page_text(options_, last);
      const std::string line = from == to ? base::format("ต่อหน้า {}", from) : base::format("ต่อหน้า {} – {}", from, to);
      summary_references_.emplace(node, set_references(graph_, node, {line}, summary_.box_width, type_));
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
    const Layout& layout = layout_of(page);
    std::vector<std::vector<CascadeEntry>> entries(page.columns.size());
    for (std::size_t level = layout.first; level < layout.last; ++level)
      for (std::size_t i = 0; i < page.columns[level].size(); ++i) {
        const NodeIndex node = page.columns[level][i];
        const bool repeated = page.repeated[level][i];
        const Length height = height_of(layout.boxes[node], references_on(page, node, repeated));
        entries[level].push_back({node, repeated, height});
      }
    CascadePage made = make_cascade_page(graph_, entries, options_.keep_plan_order);
    for (std::size_t level = 0; level < made.columns.size(); ++level) {
      made.columns[level].x = layout.x[level];
      made.columns[level].width = layout.box_width;
    }
    return made;
  }

  // --- drawing ------------------------------------------------------------------------------------------------------

  std::string subtitle(const MapPage& page, std::size_t number) const {
    if (is_first_summary(page)) return "ภาพรวม: รายละเอียดของแต่ละประเด็นอยู่ในหน้าถัดไป";
    if (page.summary) return "ภาพรวม (ต่อ): แผนระดับบนที่ไม่มีประเด็นใดเชื่อมโยงถึง";
    if (!page.group || *page.group >= graph_.source.groups.size()) return {};
    const bool goes_on = number > 0 && pages_.pages[number - 1].group == page.group;
    return base::format("ประเด็นที่ {} {}{}", *page.group + 1, graph_.source.groups[*page.group], goes_on ? " (ต่อ)" : "");
  }

  void draw_page(std::size_t number) {
    const MapPage& source = pages_.pages[number];
    const Layout& layout = layout_of(source);
    drawing_.pages.emplace_back();
    page::Page& page = drawing_.pages.back();
    page.size = sheet_.size;
    page.folio = page_text(options_, number);
    const UpperStrip strip = strip_of(source);
    const Length room = capacity(layout) - strip_room(strip);
    CascadePage sheet = make_page(number);
    place(sheet, room);
    route(sheet);
    // A box higher than a page makes its page higher: nothing is cut off.
    if (sheet.height > room) page.size.height += sheet.height - room;
    Canvas canvas(page);
    SurroundText text;
    text.title = graph_.source.title;
    text.subtitle = subtitle(source, number);
    text.page = base::format("หน้า {} จาก {}", page.folio, page_text(options_, pages_.pages.size() - 1));
    text.measures = number == 0;
    surround_.draw(canvas, drawing_, text);
    const page::TagId figure = drawing_.add_tag(page::Role::Figure, page::kRoot, describe(graph_, source.columns));
    canvas.set_tag(figure);
    const Length top = area_.y + strip_room(strip);
    draw_upper_strip(canvas, strip, {area_.x, area_.y});
    draw_heads(canvas, source, layout, top);
    const Length spare = std::max(Length(), room - sheet.height);
    shift(sheet, top + layout.head_height + kHeadGap + std::min(spare / 2, Length::pt(24)));
    draw_links(canvas, sheet);
    draw_boxes(canvas, sheet, source, figure);
  }

  static void shift(CascadePage& sheet, Length by) {
    for (CascadeBox& box : sheet.boxes) box.area.y += by;
    for (CascadeLink& link : sheet.links)
      for (base::Point& point : link.path) point.y += by;
  }

  void draw_heads(Canvas& canvas, const MapPage& page, const Layout& layout, Length top) {
    for (std::size_t level = layout.first; level < layout.last; ++level) {
      if (page.columns[level].empty()) continue;
      const base::Rect area{layout.x[level], top, layout.box_width, layout.head_height};
      ShapeStyle style;
      style.fill = kPaleGrey;
      style.stroke = page::Stroke::None;
      canvas.chevron({area.x - Length::pt(3), area.y, area.width + Length::pt(10), area.height}, kHeadTip, style);
      const TextBlock& head = layout.heads[level];
      canvas.text(head, {area.x + kHeadTip, area.y + (area.height - head.height()) / 2});
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
        if (sheet.boxes[link.to].kind != CascadeBox::Kind::Node) continue;
        if (link.flaws.has(doc::Flaw::UnitChange)) draw_diamond(canvas, {tip.x - Length::pt(7), tip.y});
        if (link.flaws.has(doc::Flaw::DoubleCounting)) draw_bars(canvas, {tip.x - Length::pt(8), tip.y});
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
            draw_node_box(canvas, graph_, box.node, layout_of(source).boxes[box.node],
                          references_on(source, box.node, box.repeated), {box.area, box.repeated, figure});
            break;
          }
        }
      }
  }

  const LeveledGraph& graph_;
  const MapOptions& options_;
  NodeType type_;
  Sheet sheet_;
  Surround surround_;
  base::Rect area_;
  Layout summary_;  ///< of the only page too
  Layout detail_;   ///< nothing is set in it when there is but one page
  Drawing drawing_;
  std::vector<TextBlock> references_;
  std::map<NodeIndex, TextBlock> summary_references_;
  MapPages pages_;
};

}  // namespace

Drawing draw_cascade(const doc::Graph& graph, const MapOptions& options, const line::Setter& setter) {
  return draw_graph<Cascade>(graph, options, setter);
}

}  // namespace phaen::diagram
