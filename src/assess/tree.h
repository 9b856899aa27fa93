// SPDX-License-Identifier: GPL-3.0-or-later
// The plan tree by indices; private to this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/record.h"

namespace phaen::assess {

struct Tree {
  std::vector<std::string> codes, levels;
  std::vector<std::optional<std::size_t>> parents;
  std::unordered_map<std::string_view, std::size_t> index;  ///< by code; views the plan's own records

  /// The node itself or the nearest above it of this level.
  std::optional<std::size_t> ancestor(std::size_t node, std::string_view level) const;
};

Tree make_tree(const base::Dataset& plan);

}  // namespace phaen::assess
