// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a box as lines that can be cut anywhere. Private to box_grid.
#pragma once

#include <vector>

#include "diagram/box_grid.h"

namespace phaen::diagram {

inline constexpr base::Length kPadding = base::Length::pt(6);

/// One line: a marker and its text, or the three parts of a sum.
struct BoxLine {
  struct Part {
    base::Length x;  ///< from the text's left edge
    TextBlock block;
  };
  std::vector<Part> parts;
  base::Length height;
  std::size_t paragraph = 0;  ///< lines of one paragraph share a tag
  bool keeps_next = false;    ///< never the last line before a cut: a heading, or a line of a short paragraph
};

/// `sums` of one box.
struct BoxLines {
  std::vector<BoxLine> body, sums;
};

/// What text is set with.
struct BoxType {
  base::Length size;  ///< nominal
  const FrameSetting& setting;
};

/// Lines for an outer width of the box.
BoxLines set_box(const GridBox& box, base::Length width, const BoxType& type);
/// The line that heads the rest of a box.
std::vector<BoxLine> set_continued(const GridBox& box, base::Length width, const BoxType& type);

base::Length height_of(const std::vector<BoxLine>& lines);
/// How many lines from `first` on go into `columns` columns of this height.
std::size_t lines_that_fit(const std::vector<BoxLine>& lines, std::size_t first, std::size_t columns,
                           base::Length height);
/// The least height of `columns` columns that hold the lines from `first` on.
base::Length column_height(const std::vector<BoxLine>& lines, std::size_t first, std::size_t columns);

/// Side padding: the tips of a chevron hold no text.
base::Length side_padding(const GridBox& box);

}  // namespace phaen::diagram
