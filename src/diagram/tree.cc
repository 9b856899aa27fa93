// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <utility>

#include "base/format.h"
#include "diagram/diagnostics.h"
#include "diagram/draw_graph.h"
#include "diagram/map.h"
#include "diagram/node_box.h"
#include "diagram/surround.h"
#include "diagram/tree_pages.h"

namespace phaen::diagram {

using base::Length;
using base::Point;

namespace {

constexpr Length kColumnWidth = Length::pt(128), kWidestColumn = Length::pt(280), kColumnGap = Length::pt(12),
                 kRowGap = Length::pt(16), kUpperGap = Length::pt(12);

class Tree {
 public:
  Tree(const LeveledGraph& graph, const MapOptions& options, const NodeType& type)
      : graph_(graph),
        options_(options),
        type_(type),
        parents_(tree_parents(graph)),
        sheet_(sheet_of(options)),
        surround_(graph, SurroundKind::Words, sheet_, type_.typeface, type_.setter),
        area_(surround_.area()) {
    const Length each = kColumnWidth + kColumnGap;
    set_columns(static_cast<std::size_t>((area_.width + kColumnGap).units() / each.units()));
    boxes_.resize(graph.host.size());
  }

  Drawing draw() {
    drawing_.title = graph_.source.title;
    make_pages();
    // Where no page has as many columns as it could, all are wider.
    std::size_t used = 1;
    for (const TreePage& page : pages_) used = std::max(used, page.columns.size());
    if (used < measure_.columns) {
      set_columns(used);
      make_pages();
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) draw_page(i);
    return std::move(drawing_);
  }

 private:
  void set_columns(std::size_t count) {
    measure_.columns = count;
    column_width_ = std::min((area_.width + kColumnGap) / static_cast<std::int64_t>(count) - kColumnGap, kWidestColumn);
  }

  void make_pages() {
    depth_ = find_depths();
    references_.assign(graph_.host.size(), {});
    home_.assign(graph_.host.size(), 0);
    referenced_ = false;
    for (const auto& level : graph_.levels)
      for (const NodeIndex node : level) set_box(node);
    cut();
  }

  /// Depth below the head of the column; the root and all above it have -1.
  std::vector<int> find_depths() const {
    std::vector<int> depths(graph_.host.size(), -1);
    const TreeMeasure endless{measure_.columns, Length::pt(1e9), [](NodeIndex) { return Length(); }};
    for (const TreePage& page : cut_tree(graph_, endless))
      for (const TreeColumn& column : page.columns)
        for (const TreeEntry& entry : column.entries) depths[entry.node] = entry.depth;
    return depths;
  }

  Length box_width(NodeIndex node) const {
    if (depth_[node] >= 0) return column_width_ - kTreeIndent * std::min(depth_[node], 4);
    const std::size_t top = graph_.source.nodes[node].level;
    return is_root(node) ? area_.width * 3 / 5 : upper_width(top);
  }
  bool is_root(NodeIndex node) const {
    return std::any_of(pages_.begin(), pages_.end(), [&](const TreePage& page) { return page.root == node; });
  }
  Length upper_width(std::size_t) const { return (area_.width + kUpperGap) / 3 - kUpperGap; }

  void set_box(NodeIndex node) {
    const line::LinkId link = drawing_.link(graph_.source.nodes[node].link);
    boxes_[node] = set_node_box(graph_, node, full_width(node), type_, link);
  }
  /// What set_node_box() is to be told: it takes the indent of hanging boxes off again.
  Length full_width(NodeIndex node) const {
    return box_width(node) + (graph_.host[node] != kNoNode ? kNodeIndent : Length());
  }
  Length height(NodeIndex node) const { return height_of(boxes_[node], references_[node]); }

  Length upper_height(const TreePage& page) const {
    Length total, row;
    for (std::size_t i = 0; i < page.upper.size(); ++i) {
      row = std::max(row, boxes_[page.upper[i]].height);
      if (i % 3 == 2 || i + 1 == page.upper.size()) {
        total += row + Length::pt(5);
        row = Length();
      }
    }
    return total + (page.upper.empty() ? Length() : kRowGap);
  }

  /// References name pages, and take room on them: cut until the pages stay the same.
  void cut() {
    measure_.height_of = [this](NodeIndex node) { return height(node); };
    measure_.height = area_.height * 2 / 3;
    pages_ = cut_tree(graph_, measure_);
    for (const TreePage& page : pages_) set_box(page.root);
    for (int round = 0; round < 3; ++round) {
      Length top;
      for (const TreePage& page : pages_) top = std::max(top, upper_height(page) + height(page.root) + kRowGap * 2);
      measure_.height = std::max(area_.height - top, area_.height / 4);
      pages_ = cut_tree(graph_, measure_);
      if (!set_references_of_nodes()) return;
    }
  }

  bool set_references_of_nodes() {
    std::vector<std::size_t> home(home_.size(), 0);
    for (std::size_t i = pages_.size(); i-- > 0;) {
      home[pages_[i].root] = i;
      for (const TreeColumn& column : pages_[i].columns)
        for (const TreeEntry& entry : column.entries) home[entry.node] = i;
    }
    const bool changed = home != home_ || !referenced_;
    home_ = std::move(home);
    referenced_ = true;
    std::vector<References> lines(home_.size());
    const auto page_of = [&](NodeIndex node) { return page_text(options_, home_[node]); };
    const auto add = [&](const LeveledEdge& edge) {
      if (depth_[edge.from] < 0 || depth_[edge.to] < 0 || parents_[edge.to] == edge.from) return;
      const std::string &upper = graph_.source.nodes[edge.from].code, &lower = graph_.source.nodes[edge.to].code;
      const std::string how = words_of(edge);
      if (home_[edge.from] == home_[edge.to]) {
        lines[edge.to].push_back(base::format("สนับสนุน {}{}", upper, how));
        return;
      }
      lines[edge.to].push_back(base::format("จากหน้า {}: สนับสนุน {}{}", page_of(edge.from), upper, how));
      lines[edge.from].push_back(base::format("ต่อหน้า {}: {}{}", page_of(edge.to), lower, how));
    };
    for (const LeveledEdge& edge : graph_.edges) add(edge);
    for (const LeveledEdge& peer : graph_.peers) add(peer);
    for (NodeIndex node = 0; node < lines.size(); ++node)
      references_[node] =
          lines[node].empty() ? TextBlock() : set_references(graph_, node, lines[node], full_width(node), type_);
    return changed;
  }

  /// What its line would show.
  static std::string words_of(const LeveledEdge& edge) {
    std::string words;
    const auto add = [&words](const char* word) { words += (words.empty() ? "" : ", ") + std::string(word); };
    if (!edge.primary) add("รอง");
    if (edge.flaws.has(doc::Flaw::UnitChange)) add("หน่วยต่างกัน");
    if (edge.flaws.has(doc::Flaw::DoubleCounting)) add("นับซ้ำ");
    return words.empty() ? words : " (" + words + ")";
  }

  void draw_page(std::size_t number) {
    TreePage& tree = pages_[number];
    drawing_.pages.emplace_back();
    page::Page& page = drawing_.pages.back();
    page.size = sheet_.size;
    page.folio = page_text(options_, number);
    Length y = place_columns(tree);
    if (y > area_.bottom()) page.size.height += y - area_.bottom();
    Canvas canvas(page);
    SurroundText text;
    text.title = graph_.source.title;
    const auto& group = graph_.source.nodes[tree.root].group;
    if (group && *group < graph_.source.groups.size())
      text.subtitle =
          base::format("ประเด็นที่ {} {}{}", *group + 1, graph_.source.groups[*group], tree.continued ? " (ต่อ)" : "");
    text.page = base::format("หน้า {} จาก {}", page.folio, page_text(options_, pages_.size() - 1));
    text.measures = number == 0;
    surround_.draw(canvas, drawing_, text);
    figure_ = drawing_.add_tag(page::Role::Figure, page::kRoot, describe(graph_, columns_of(tree)));
    canvas.set_tag(figure_);
    draw_upper(canvas, tree);
    draw_links(canvas, tree);
    draw_node_box(canvas, graph_, tree.root, boxes_[tree.root], references_[tree.root],
                  {tree.root_area, tree.continued, figure_});
    for (const TreeColumn& column : tree.columns)
      for (std::size_t i = 0; i < column.entries.size(); ++i) {
        const TreeEntry& entry = column.entries[i];
        draw_node_box(canvas, graph_, entry.node, boxes_[entry.node], references_[entry.node],
                      {entry.area, entry.repeated || home_[entry.node] != number, figure_});
      }
  }

  std::vector<std::vector<NodeIndex>> columns_of(const TreePage& tree) const {
    std::vector<std::vector<NodeIndex>> columns(graph_.levels.size());
    const auto put = [&](NodeIndex node) { columns[graph_.source.nodes[node].level].push_back(node); };
    for (const NodeIndex node : tree.upper) put(node);
    put(tree.root);
    for (const TreeColumn& column : tree.columns)
      for (const TreeEntry& entry : column.entries) put(entry.node);
    return columns;
  }

  /// Gives the lower end of the lowest box.
  Length place_columns(TreePage& tree) {
    Length y = area_.y + upper_height(tree);
    const Length width = area_.width * 3 / 5;
    tree.root_area = {area_.x + (area_.width - width) / 2, y, width, height(tree.root)};
    y += tree.root_area.height + kRowGap;
    const auto count = static_cast<std::int64_t>(tree.columns.size());
    Length x = area_.x + (area_.width - (column_width_ + kColumnGap) * count + kColumnGap) / 2, lowest = y;
    for (TreeColumn& column : tree.columns) {
      Length at = y;
      for (TreeEntry& entry : column.entries) {
        const Length indent = column_width_ - box_width(entry.node);
        entry.area = {x + indent, at, column_width_ - indent, height(entry.node)};
        at += entry.area.height + kTreeGap;
      }
      lowest = std::max(lowest, at - kTreeGap);
      x += column_width_ + kColumnGap;
    }
    return lowest;
  }

  /// The upper plans as a strip of three boxes a row, joined by arrows in the order of the levels.
  void draw_upper(Canvas& canvas, const TreePage& tree) {
    const Length width = upper_width(0);
    Length y = area_.y, row;
    for (std::size_t i = 0; i < tree.upper.size(); ++i) {
      const NodeIndex node = tree.upper[i];
      const Length x = area_.x + (width + kUpperGap) * static_cast<std::int64_t>(i % 3);
      if (i % 3 == 0) {
        row = Length();
        for (std::size_t j = i; j < std::min(i + 3, tree.upper.size()); ++j)
          row = std::max(row, boxes_[tree.upper[j]].height);
      }
      draw_node_box(canvas, graph_, node, boxes_[node], {}, {{x, y, width, row}, true, figure_});
      if (i % 3 == 2) y += row + Length::pt(5);
    }
    if (tree.upper.empty()) return;
    const Length middle = tree.root_area.x + tree.root_area.width / 2;
    const Point from{middle, tree.root_area.y - kRowGap}, tip{middle, tree.root_area.y};
    canvas.connector({from, {tip.x, tip.y - Length::pt(4)}}, link_style(tree.root));
    canvas.arrow_head(from, tip, Length::pt(5), link_style(tree.root).colour);
  }

  ShapeStyle link_style(NodeIndex node) const {
    ShapeStyle style;
    style.colour = issue_look(graph_.source.nodes[node].group).strong;
    style.thickness = Length::pt(0.9);
    return style;
  }

  void arrow(Canvas& canvas, std::vector<Point> path, NodeIndex node, bool down) {
    const Point tip = path.back();
    const Point before = down ? Point{tip.x, tip.y - Length::pt(6)} : Point{tip.x - Length::pt(6), tip.y};
    (down ? path.back().y : path.back().x) -= Length::pt(4);
    canvas.connector(path, link_style(node), Length::pt(2.5));
    canvas.arrow_head(before, tip, Length::pt(5), link_style(node).colour);
  }

  void draw_links(Canvas& canvas, const TreePage& tree) {
    const Point out{tree.root_area.x + tree.root_area.width / 2, tree.root_area.bottom()};
    const Length bus = out.y + kRowGap / 2;
    for (const TreeColumn& column : tree.columns) {
      if (column.entries.empty()) continue;
      const base::Rect& head = column.entries.front().area;
      const Length middle = head.x + head.width / 2;
      if (middle == out.x)
        arrow(canvas, {out, {middle, head.y}}, tree.root, true);
      else
        arrow(canvas, {out, {out.x, bus}, {middle, bus}, {middle, head.y}}, tree.root, true);
      for (std::size_t i = 1; i < column.entries.size(); ++i) {
        const TreeEntry& entry = column.entries[i];
        const base::Rect& upper = column.entries[entry.parent].area;
        const Length x = upper.x + Length::pt(4.5), y = entry.area.y + std::min(entry.area.height / 2, Length::pt(9));
        if (entry.area.x > x) arrow(canvas, {{x, upper.bottom()}, {x, y}, {entry.area.x, y}}, entry.node, false);
      }
    }
  }

  static constexpr Length kNodeIndent = Length::pt(9);

  const LeveledGraph& graph_;
  const MapOptions& options_;
  NodeType type_;
  std::vector<NodeIndex> parents_;
  Sheet sheet_;
  Surround surround_;
  base::Rect area_;
  Length column_width_;
  TreeMeasure measure_;
  Drawing drawing_;
  std::vector<int> depth_;
  std::vector<NodeBox> boxes_;
  std::vector<TextBlock> references_;
  std::vector<std::size_t> home_;
  bool referenced_ = false;
  std::vector<TreePage> pages_;
  page::TagId figure_ = page::kArtifact;
};

}  // namespace

Drawing draw_tree(const doc::Graph& graph, const MapOptions& options, const line::Setter& setter) {
  return draw_graph<Tree>(graph, options, setter);
}

}  // namespace phaen::diagram
