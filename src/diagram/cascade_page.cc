// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/cascade_page.h"

#include <algorithm>
#include <map>
#include <utility>

namespace phaen::diagram {

namespace {

/// A box with what hangs under it, or a lane or ghost: what is moved as one.
struct Unit {
  std::vector<BoxIndex> boxes;
  double key = 0;  ///< mean position of what it is linked with
  bool linked = false;
};

std::vector<Unit> units_of(const CascadePage& page, const CascadeColumn& column) {
  std::vector<Unit> units;
  for (const BoxIndex box : column.boxes) {
    if (page.boxes[box].host == kNoBox || units.empty()) units.emplace_back();
    units.back().boxes.push_back(box);
  }
  return units;
}

std::vector<BoxIndex> boxes_of(const std::vector<Unit>& units) {
  std::vector<BoxIndex> boxes;
  for (const Unit& unit : units) boxes.insert(boxes.end(), unit.boxes.begin(), unit.boxes.end());
  return boxes;
}

/// Positions of boxes in their columns, and for each box its links on either side.
struct Order {
  explicit Order(const CascadePage& page)
      : position(page.boxes.size()), left(page.boxes.size()), right(page.boxes.size()) {
    for (const CascadeLink& link : page.links) {
      right[link.from].push_back(link.to);
      left[link.to].push_back(link.from);
    }
    for (const CascadeColumn& column : page.columns) renumber(column);
  }
  void renumber(const CascadeColumn& column) {
    for (std::size_t i = 0; i < column.boxes.size(); ++i) position[column.boxes[i]] = static_cast<double>(i);
  }
  std::vector<double> position;
  std::vector<std::vector<BoxIndex>> left, right;
};

void set_keys(std::vector<Unit>& units, const std::vector<std::vector<BoxIndex>>& neighbours, const Order& order) {
  for (Unit& unit : units) {
    double sum = 0;
    std::size_t count = 0;
    for (const BoxIndex box : unit.boxes)
      for (const BoxIndex other : neighbours[box]) {
        sum += order.position[other];
        ++count;
      }
    unit.linked = count > 0;
    unit.key = count > 0 ? sum / static_cast<double>(count) : 0;
  }
}

/// Boxes keep their order; each lane goes before the first box whose links end below its own.
void insert_lanes(CascadePage& page, CascadeColumn& column, const Order& order) {
  std::vector<Unit> units = units_of(page, column);
  set_keys(units, order.right, order);
  std::vector<Unit> fixed, lanes;
  for (Unit& unit : units)
    (page.boxes[unit.boxes.front()].kind == CascadeBox::Kind::Node ? fixed : lanes).push_back(std::move(unit));
  if (lanes.empty()) return;
  std::stable_sort(lanes.begin(), lanes.end(), [](const Unit& a, const Unit& b) { return a.key < b.key; });
  std::vector<Unit> merged;
  std::size_t next = 0;
  double reached = -1;
  for (Unit& unit : fixed) {
    if (unit.linked) reached = std::max(reached, unit.key);
    while (unit.linked && next < lanes.size() && lanes[next].key < reached) merged.push_back(std::move(lanes[next++]));
    merged.push_back(std::move(unit));
  }
  while (next < lanes.size()) merged.push_back(std::move(lanes[next++]));
  column.boxes = boxes_of(merged);
}

void sort_column(CascadePage& page, CascadeColumn& column, const std::vector<std::vector<BoxIndex>>& neighbours,
                 Order& order) {
  std::vector<Unit> units = units_of(page, column);
  set_keys(units, neighbours, order);
  for (Unit& unit : units)
    if (!unit.linked) unit.key = order.position[unit.boxes.front()];
  std::stable_sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.key < b.key; });
  column.boxes = boxes_of(units);
  order.renumber(column);
}

/// Barycentre sweeps; the best order seen wins when it saves a fifth of the crossings.
void improve_order(CascadePage& page) {
  const std::vector<CascadeColumn> plan_order = page.columns;
  const std::uint64_t before = count_crossings(page);
  std::vector<CascadeColumn> best = plan_order;
  std::uint64_t fewest = before;
  Order order(page);
  for (int sweep = 0; sweep < 8 && fewest > 0; ++sweep) {
    if (sweep % 2 == 0)
      for (std::size_t i = 1; i < page.columns.size(); ++i) sort_column(page, page.columns[i], order.left, order);
    else
      for (std::size_t i = page.columns.size() - 1; i-- > 0;) sort_column(page, page.columns[i], order.right, order);
    const std::uint64_t now = count_crossings(page);
    if (now >= fewest) continue;
    fewest = now;
    best = page.columns;
  }
  page.columns = fewest * 5 <= before * 4 ? best : plan_order;
}

/// Makes the links of one page, with lanes where they pass columns.
class Linker {
 public:
  Linker(const LeveledGraph& graph, CascadePage& page) : graph_(graph), page_(page) {}

  void add(const LeveledEdge& edge, BoxIndex from, BoxIndex to) {
    BoxIndex at = from;
    for (std::uint32_t column = page_.boxes[from].column + 1; column < page_.boxes[to].column; ++column)
      at = pass(edge, from, at, column);
    link(edge, at, to);
  }

 private:
  BoxIndex pass(const LeveledEdge& edge, BoxIndex source, BoxIndex before, std::uint32_t column) {
    const bool ghost = edge.flaws.has(doc::Flaw::BrokenLevel) && graph_.source.levels[column].required;
    const auto [at, added] = lanes_.emplace(std::pair{source, column * 2 + (ghost ? 1U : 0U)}, kNoBox);
    if (!added) {
      const std::size_t known = into_.at(at->second);
      page_.links[known].primary |= edge.primary;
      return at->second;
    }
    CascadeBox lane;
    lane.kind = ghost ? CascadeBox::Kind::Ghost : CascadeBox::Kind::Lane;
    lane.node = page_.boxes[source].node;
    lane.column = column;
    lane.height = ghost ? kGhostHeight : kLaneHeight;
    at->second = static_cast<BoxIndex>(page_.boxes.size());
    page_.boxes.push_back(lane);
    page_.columns[column].boxes.push_back(at->second);
    into_.emplace(at->second, page_.links.size());
    link(edge, before, at->second);
    return at->second;
  }

  void link(const LeveledEdge& edge, BoxIndex from, BoxIndex to) {
    CascadeLink made;
    made.from = from;
    made.to = to;
    made.primary = edge.primary;
    made.flaws = edge.flaws;
    page_.links.push_back(std::move(made));
  }

  const LeveledGraph& graph_;
  CascadePage& page_;
  std::map<std::pair<BoxIndex, std::uint32_t>, BoxIndex> lanes_;
  std::map<BoxIndex, std::size_t> into_;  ///< the link that leads into a lane
};

}  // namespace

CascadePage make_cascade_page(const LeveledGraph& graph, const std::vector<std::vector<CascadeEntry>>& columns,
                              bool keep_order) {
  CascadePage page;
  page.columns.resize(columns.size());
  std::map<NodeIndex, BoxIndex> box_of;
  for (std::uint32_t column = 0; column < columns.size(); ++column)
    for (const CascadeEntry& entry : columns[column]) {
      CascadeBox box;
      box.node = entry.node;
      box.repeated = entry.repeated;
      box.column = column;
      box.height = entry.height;
      const auto host = box_of.find(graph.host[entry.node]);
      if (host != box_of.end()) box.host = host->second;
      const auto index = static_cast<BoxIndex>(page.boxes.size());
      box_of.emplace(entry.node, index);
      page.boxes.push_back(box);
      page.columns[column].boxes.push_back(index);
    }
  Linker linker(graph, page);
  for (const auto& [node, to] : box_of)
    for (const std::uint32_t index : graph.edges_into[node]) {
      const auto from = box_of.find(graph.edges[index].from);
      if (from != box_of.end()) linker.add(graph.edges[index], from->second, to);
    }
  Order order(page);
  for (std::size_t i = page.columns.size(); i-- > 0;) {
    insert_lanes(page, page.columns[i], order);
    order.renumber(page.columns[i]);
  }
  if (!keep_order) improve_order(page);
  return page;
}

std::uint64_t count_crossings(const CascadePage& page) {
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> pairs(page.columns.size());
  std::vector<std::size_t> position(page.boxes.size());
  for (const CascadeColumn& column : page.columns)
    for (std::size_t i = 0; i < column.boxes.size(); ++i) position[column.boxes[i]] = i;
  for (const CascadeLink& link : page.links)
    pairs[page.boxes[link.from].column].emplace_back(position[link.from], position[link.to]);
  std::uint64_t crossings = 0;
  for (std::size_t i = 0; i + 1 < page.columns.size(); ++i) {
    // Links sorted by their left ends: each crosses those before it that end below it. Counted in a Fenwick tree.
    std::sort(pairs[i].begin(), pairs[i].end());
    std::vector<std::uint64_t> tree(page.columns[i + 1].boxes.size() + 1);
    std::uint64_t seen = 0;
    for (const auto& pair : pairs[i]) {
      std::uint64_t not_below = 0;
      for (std::size_t at = pair.second + 1; at > 0; at &= at - 1) not_below += tree[at];
      crossings += seen++ - not_below;
      for (std::size_t at = pair.second + 1; at < tree.size(); at += at & (~at + 1)) ++tree[at];
    }
  }
  return crossings;
}

}  // namespace phaen::diagram
