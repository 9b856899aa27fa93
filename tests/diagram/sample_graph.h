// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs shaped like a plan: random, but the same for the same seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "doc/graph.h"

namespace phaen::support {

/// Numbers that look random; the same sequence on every machine.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % limit;
  }

 private:
  std::uint32_t state_;
};

inline std::string sample_name(Dice& dice) {
  static const std::vector<std::string> kWords{"พัฒนา",     "โครงข่าย",  "การท่องเที่ยว", "เกษตรปลอดภัย", "มูลค่าการค้าชายแดน",
                                               "คุณภาพชีวิต", "ร้อยละของ", "ผู้ประกอบการ", "ป่าต้นน้ำ",      "เพิ่มขึ้น"};
  std::string name;
  for (std::uint32_t i = 0, count = 2 + dice.below(7); i < count; ++i)
    name += kWords[dice.below(static_cast<std::uint32_t>(kWords.size()))];
  return name;
}

/// Six levels, four issues, each node with one primary parent above in plan order and 35 in 100 with a second one.
inline doc::Graph sample_graph(const std::vector<std::uint32_t>& sizes, std::uint32_t seed) {
  Dice dice(seed);
  doc::Graph graph;
  graph.title = "ผังทดลอง";
  graph.groups = {"การค้า", "เกษตร", "ท่องเที่ยว", "สิ่งแวดล้อม"};
  std::vector<std::string> above;
  for (std::uint32_t level = 0; level < sizes.size(); ++level) {
    graph.levels.push_back({"level" + std::to_string(level), "ระดับที่ " + std::to_string(level + 1), true, level == 2});
    std::vector<std::string> here;
    for (std::uint32_t i = 0; i < sizes[level]; ++i) {
      doc::GraphNode node;
      node.code = "L" + std::to_string(level) + "-" + std::to_string(i + 1);
      node.name = sample_name(dice);
      node.level = static_cast<std::uint16_t>(level);
      if (level >= 2) node.group = static_cast<std::uint16_t>(i * 4 / sizes[level]);
      node.kind = level + 1 == sizes.size() ? doc::NodeKind::Project
                  : level == 3              ? doc::NodeKind::Indicator
                                            : doc::NodeKind::Item;
      if (!above.empty()) {
        const auto parent = static_cast<std::uint32_t>(std::uint64_t{i} * above.size() / sizes[level]);
        graph.edges.push_back({above[parent], node.code, true, {}});
        const std::uint32_t second = dice.below(static_cast<std::uint32_t>(above.size()));
        if (dice.below(100) < 35 && second != parent) graph.edges.push_back({above[second], node.code, false, {}});
      }
      here.push_back(node.code);
      graph.nodes.push_back(std::move(node));
    }
    above = here;
  }
  return graph;
}

inline doc::Graph sample_97() { return sample_graph({2, 3, 4, 12, 16, 60}, 7); }
inline doc::Graph sample_301() { return sample_graph({4, 8, 4, 35, 50, 200}, 7); }
inline doc::Graph sample_891() { return sample_graph({6, 15, 4, 66, 200, 600}, 7); }
inline doc::Graph sample_1756() { return sample_graph({6, 20, 4, 126, 400, 1200}, 7); }
inline doc::Graph sample_5176() { return sample_graph({6, 30, 4, 336, 800, 4000}, 7); }

}  // namespace phaen::support
