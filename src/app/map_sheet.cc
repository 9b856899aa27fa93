// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_sheet.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/format.h"
#include "diagram/leveled_graph.h"
#include "thai/formats.h"

namespace phaen::app {
namespace {

using diagram::NodeIndex;

struct ColumnText {
  const char *key, *head;
  int share;
  doc::Align align;
};
constexpr ColumnText kColumns[] = {
    {"code", "รหัส", 14, doc::Align::Left},
    {"name", "ชื่อ", 44, doc::Align::Left},
    {"base", "ค่าฐาน", 11, doc::Align::Right},
    {"base-unit", "หน่วยของค่าฐาน", 12, doc::Align::Left},
    {"base-year", "ปีฐาน", 7, doc::Align::Centre},
    {"target", "ค่าเป้าหมาย", 11, doc::Align::Right},
    {"target-unit", "หน่วยของเป้าหมาย", 12, doc::Align::Left},
    {"target-year", "ปีเป้าหมาย", 8, doc::Align::Centre},
    {"weight", "น้ำหนัก", 7, doc::Align::Right},
    {"status", "สถานะ", 7, doc::Align::Centre},
    {"agency", "หน่วยงาน", 20, doc::Align::Left},
    {"budget", "งบประมาณ (บาท)", 22, doc::Align::Right},
    {"others", "หนุนเพิ่มเติม", 14, doc::Align::Left},
    {"flaws", "ข้อสังเกต", 16, doc::Align::Left},
};

const char* light_text(doc::Light light) {
  switch (light) {
    case doc::Light::Green: return "ข";
    case doc::Light::Yellow: return "ล";
    case doc::Light::Red: return "ด";
    case doc::Light::None: break;
  }
  return "";
}

std::string flaw_text(doc::Flaws flaws) {
  std::string text;
  const auto add = [&](doc::Flaw flaw, const char* words) {
    if (flaws.has(flaw)) text += (text.empty() ? "" : ", ") + std::string(words);
  };
  add(doc::Flaw::Orphan, "ไม่มีระดับบนรองรับ");
  add(doc::Flaw::NoProject, "ไม่มีโครงการรองรับ");
  add(doc::Flaw::NoIndicator, "ไม่ตอบตัวชี้วัดใด");
  add(doc::Flaw::BrokenLevel, "ข้ามระดับ");
  add(doc::Flaw::DoubleCounting, "นับซ้ำ");
  add(doc::Flaw::SameName, "ชื่อซ้ำกับระดับอื่น");
  return text;
}

class MapSheet {
 public:
  MapSheet(PlanReader& plan, const diagram::LeveledGraph& graph, const doc::StyleSheet& styles)
      : plan_(plan), graph_(graph), styles_(styles), kpis_(plan, "kpis"), targets_(plan, "targets") {
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      if (targets_.text(i, "version") == "requested") continue;
      const std::pair now{targets_.integer(i, "year").value_or(0), targets_.integer(i, "revision").value_or(0)};
      const auto [at, added] = target_of_.emplace(targets_.text(i, "kpi"), Target{now, i});
      if (!added && !(now < at->second.when)) at->second = {now, i};
    }
    build_tree();
  }

  doc::Table table() {
    doc::Table made;
    made.alternative = graph_.source.title;
    made.head_style = style("table-head");
    made.cell_style = style("table-cell");
    made.caption = doc::Caption{doc::CaptionKind::Table, {}, {}, words(graph_.source.title), {}};
    doc::Row head;
    head.kind = doc::RowKind::Header;
    const auto add_column = [&](const std::string& key, const std::string& text, int share, doc::Align align) {
      made.columns.push_back({key, {doc::ColumnWidth::Kind::Fraction, {}, share}, align, key == "name", {}});
      head.cells.push_back(cell(head.cells.size(), words(text), made.head_style));
    };
    for (const doc::GraphLevel& level : graph_.source.levels) add_column(level.key, level.name, 12, doc::Align::Left);
    for (const ColumnText& column : kColumns) add_column(column.key, column.head, column.share, column.align);
    made.rows.push_back(std::move(head));
    for (const NodeIndex root : roots_) add_rows(root, 0, made);
    return made;
  }

 private:
  struct Target {
    std::pair<std::int64_t, std::int64_t> when;
    std::size_t record = 0;
  };

  doc::StyleId style(const char* name) const { return styles_.find(name).value_or(doc::StyleId{0}); }

  static doc::Inlines words(std::string text, base::OriginId origin = base::kNoOrigin, std::string link = {}) {
    if (text.empty()) return {};
    return {doc::TextSpan{std::move(text), {}, origin, std::move(link)}};
  }

  static doc::Cell cell(std::size_t column, doc::Inlines content, doc::StyleId style) {
    doc::Cell made;
    made.column = static_cast<std::uint16_t>(column);
    if (!content.empty()) made.content.push_back({style, std::move(content), {}, 0, {}});
    return made;
  }

  /// Under its host, else under its primary link upwards.
  NodeIndex parent(NodeIndex node) const {
    return graph_.host[node] != diagram::kNoNode ? graph_.host[node] : graph_.parent[node];
  }

  void build_tree() {
    children_.resize(graph_.host.size());
    for (const auto& level : graph_.levels)
      for (const NodeIndex node : level) {
        const NodeIndex above = parent(node);
        (above == diagram::kNoNode ? roots_ : children_[above]).push_back(node);
      }
  }

  void add_rows(NodeIndex node, int depth, doc::Table& table) {
    doc::Row row;
    row.kind = children_[node].empty() ? doc::RowKind::Body : doc::RowKind::Group;
    row.level = static_cast<std::uint8_t>(depth + 1);
    const doc::StyleId own = row.kind == doc::RowKind::Group ? style("table-group") : table.cell_style;
    add_level_cells(node, row, own);
    add_own_cells(node, depth, row, own);
    table.rows.push_back(std::move(row));
    for (const NodeIndex child : children_[node]) add_rows(child, depth + 1, table);
  }

  std::string label(NodeIndex node) const { return "row-" + graph_.source.nodes[node].code; }

  /// Codes, the first of which is a link to its row.
  doc::Inlines codes(const std::vector<NodeIndex>& nodes) const {
    std::string text;
    for (const NodeIndex node : nodes) text += (text.empty() ? "" : ", ") + graph_.source.nodes[node].code;
    return words(std::move(text), base::kNoOrigin, nodes.empty() ? std::string() : "#" + label(nodes.front()));
  }

  /// All boxes above a box along primary links, and itself.
  std::vector<NodeIndex> above(NodeIndex node) const {
    std::vector<NodeIndex> found{node};
    std::set<NodeIndex> seen{node};
    const auto visit = [&](NodeIndex at) {
      if (seen.insert(at).second) found.push_back(at);
    };
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (graph_.host[found[i]] != diagram::kNoNode) visit(graph_.host[found[i]]);
      for (const std::uint32_t edge : graph_.edges_into[found[i]])
        if (graph_.edges[edge].primary) visit(graph_.edges[edge].from);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  void add_level_cells(NodeIndex node, doc::Row& row, doc::StyleId own) const {
    const std::vector<NodeIndex> chain = above(node);
    for (std::size_t level = 0; level < graph_.source.levels.size(); ++level) {
      std::vector<NodeIndex> here;
      for (const NodeIndex one : chain)
        if (graph_.source.nodes[one].level == level && graph_.host[one] == diagram::kNoNode) here.push_back(one);
      row.cells.push_back(cell(row.cells.size(), codes(here), own));
    }
  }

  /// The boxes a box is linked to upwards besides the one it hangs under.
  std::vector<NodeIndex> others(NodeIndex node) const {
    std::vector<NodeIndex> found;
    for (const std::uint32_t edge : graph_.edges_into[node])
      if (graph_.edges[edge].from != parent(node)) found.push_back(graph_.edges[edge].from);
    for (const diagram::LeveledEdge& peer : graph_.peers)
      if (peer.to == node) found.push_back(peer.from);
    return found;
  }

  void add_own_cells(NodeIndex node, int depth, doc::Row& row, doc::StyleId own) {
    const doc::GraphNode& box = graph_.source.nodes[node];
    const auto add = [&](doc::Inlines content) -> doc::Cell& {
      row.cells.push_back(cell(row.cells.size(), std::move(content), own));
      return row.cells.back();
    };
    add(words(box.code)).content.front().label = label(node);
    add(words(box.name, box.name_origin)).content.front().depth = depth;
    const auto kpi = box.kind == doc::NodeKind::Indicator ? plan_.find_kpi(box.code) : std::nullopt;
    if (kpi)
      add_values(*kpi, row, own);
    else
      for (int i = 0; i < 7; ++i) add({});
    add(words(light_text(box.light)));
    const auto plan_node = plan_.find_node(box.code);
    add(plan_node ? agency(*plan_node, box.kind) : doc::Inlines{});
    const auto amount = plan_node ? plan_.amount(*plan_node) : std::nullopt;
    doc::Cell& budget = add(amount ? words(print("baht", amount->money), amount->origin) : doc::Inlines{});
    if (amount) set_figure(budget, amount->money, "baht", amount->origin);
    add(codes(others(node)));
    add(words(flaw_text(box.flaws)));
  }

  doc::Inlines agency(std::size_t node, doc::NodeKind kind) {
    if (kind != doc::NodeKind::Project) return {};
    const Rows agencies(plan_, "agencies");
    const auto lead = plan_.lead_agency(node);
    if (!lead) return {};
    const doc::Printed name = agencies.printed(*lead, "name");
    return words(name.text, name.origin);
  }

  static std::string print(const char* format, const base::Value& value) {
    return thai::format_value(*thai::find_format(format), value, {});
  }

  static void set_figure(doc::Cell& cell, doc::CellValue value, const char* format, base::OriginId origin) {
    cell.value = value;
    cell.format = format;
    cell.origin = origin;
  }

  /// A quantity that is one number is a number; a ratio, a range or a level is text.
  void add_quantity(const Rows& rows, std::size_t record, const char* field, doc::Row& row, doc::StyleId own) {
    const base::Value& value = rows.value(record, field);
    const auto* quantity = std::get_if<base::Quantity>(&value);
    const doc::Printed printed =
        rows.printed_as(quantity == nullptr ? std::string() : print("quantity", value), record, field);
    row.cells.push_back(cell(row.cells.size(), words(printed.text, printed.origin), own));
    if (quantity != nullptr && quantity->kind() == base::Quantity::Kind::Number)
      set_figure(row.cells.back(), quantity->first(), "quantity", printed.origin);
  }

  void add_year(const Rows& rows, std::size_t record, const char* field, doc::Row& row, doc::StyleId own) {
    const auto year = rows.integer(record, field);
    row.cells.push_back(cell(row.cells.size(), year ? words(base::format("{}", *year)) : doc::Inlines{}, own));
    if (year) set_figure(row.cells.back(), base::Decimal(*year, 0), "year", base::kNoOrigin);
  }

  void add_values(std::size_t kpi, doc::Row& row, doc::StyleId own) {
    const auto unit = [&](const std::string& first, const std::string& second) {
      row.cells.push_back(cell(row.cells.size(), words(first.empty() ? second : first), own));
    };
    const std::string& usual = kpis_.text(kpi, "unit");
    add_quantity(kpis_, kpi, "base", row, own);
    unit(base::is_missing(kpis_.value(kpi, "base")) ? std::string() : kpis_.text(kpi, "base_unit"),
         base::is_missing(kpis_.value(kpi, "base")) ? std::string() : usual);
    add_year(kpis_, kpi, "base_year", row, own);
    const auto target = target_of_.find(kpis_.text(kpi, "code"));
    if (target != target_of_.end()) {
      const std::size_t record = target->second.record;
      const std::string& own_unit = targets_.text(record, "unit");
      add_quantity(targets_, record, "value", row, own);
      unit(own_unit.empty() ? kpis_.text(kpi, "target_unit") : own_unit, usual);
      add_year(targets_, record, "year", row, own);
    } else {
      for (int i = 0; i < 3; ++i) row.cells.push_back(cell(row.cells.size(), {}, own));
    }
    const base::Value& weight = kpis_.value(kpi, "weight");
    const auto* figure = std::get_if<base::Decimal>(&weight);
    row.cells.push_back(cell(row.cells.size(), figure ? words(print("decimal", weight)) : doc::Inlines{}, own));
    if (figure) set_figure(row.cells.back(), *figure, "decimal", kpis_.printed_as("x", kpi, "weight").origin);
  }

  PlanReader& plan_;
  const diagram::LeveledGraph& graph_;
  const doc::StyleSheet& styles_;
  Rows kpis_, targets_;
  std::map<std::string, Target> target_of_;
  std::vector<std::vector<NodeIndex>> children_;
  std::vector<NodeIndex> roots_;
};

}  // namespace

doc::Section map_sheet(PlanReader& plan, const doc::GraphMap& map, const doc::StyleSheet& styles,
                       base::Diagnostics& diagnostics) {
  diagram::MapOptions options;
  options.focus = map.focus;
  options.issue = map.issue;
  const diagram::LeveledGraph graph = diagram::make_leveled_graph(map.graph, options, diagnostics);
  doc::Section section;
  section.name = section.sheet = "ผังตัวชี้วัด";
  section.geometry.paper = {base::Length::mm(420), base::Length::mm(297)};
  section.geometry.left = section.geometry.right = base::Length::cm(1.5);
  section.blocks.emplace_back(MapSheet(plan, graph, styles).table());
  return section;
}

}  // namespace phaen::app
