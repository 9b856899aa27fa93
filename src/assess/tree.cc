// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/tree.h"

#include "assess/view.h"

namespace phaen::assess {

std::optional<std::size_t> Tree::ancestor(std::size_t node, std::string_view level) const {
  std::optional<std::size_t> at = node;
  // A tree of n nodes is left after n steps; more would be a cycle of the data.
  for (std::size_t step = 0; at && step <= codes.size(); ++step) {
    if (levels[*at] == level) return at;
    at = parents[*at];
  }
  return {};
}

Tree make_tree(const base::Dataset& plan) {
  const View nodes(plan, "nodes");
  const std::size_t code = nodes.field("code"), parent = nodes.field("parent"), level = nodes.field("level");
  Tree tree;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    tree.codes.emplace_back(nodes.text(i, code));
    tree.levels.emplace_back(nodes.text(i, level));
    tree.index.emplace(nodes.text(i, code), i);
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto at = tree.index.find(nodes.text(i, parent));
    tree.parents.push_back(at == tree.index.end() ? std::nullopt : std::optional(at->second));
  }
  return tree;
}

}  // namespace phaen::assess
