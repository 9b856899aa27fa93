// SPDX-License-Identifier: GPL-3.0-or-later
// How many lines texts take in their cells: most of the work of a large sheet, each part of it apart from the others.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <unordered_map>
#include <vector>

#include "workbook/measure.h"

namespace phaen::workbook {

/// Counts each text of a width and type once, however many cells show it.
class LineCounts {
 public:
  /// Notes that a text is to be wrapped into `width` pixels. The number names the answer.
  std::uint32_t want(TextId text, Type type, int width);
  /// Answers what was wanted and not yet answered. `rulers`: one for each thread to count on, the first always there;
  /// the others are asked for only when there is enough to count.
  void count(const std::deque<Text>& texts, Ruler& own, const std::function<Ruler&(std::size_t)>& others, int threads);
  /// REQUIRES: counted.
  int lines(std::uint32_t wanted) const { return wanted_[wanted].lines; }

 private:
  struct Wanted {
    Type type;
    TextId text = 0;
    int width = 0, lines = 1;
  };
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
  std::vector<Wanted> wanted_;
  std::size_t counted_ = 0;
};

}  // namespace phaen::workbook
