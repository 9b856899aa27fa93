// SPDX-License-Identifier: GPL-3.0-or-later
// Footnotes at the foot of pages: how high they are, and which of their lines fit.
#pragma once

#include <vector>

#include "layout/cuts.h"
#include "layout/galley.h"

namespace phaen::layout {

/// Between the text of a page and its first footnote; the rule stands in its middle.
inline constexpr base::Length kFootGap = base::Length::pt(8);

/// All of the notes whose marks stand in the strip.
std::vector<NotePart> notes_of(const Galley& galley, const Strip& strip);
/// Height of a foot with its gap; zero without notes.
base::Length foot_height(const Galley& galley, const std::vector<NotePart>& notes);
/// Moves the lines that fit into `room` from the front of `waiting` to `placed`: at least `least` lines.
void move_fitting(const Galley& galley, base::Length room, std::uint32_t least, std::vector<NotePart>& waiting,
                  std::vector<NotePart>& placed);

}  // namespace phaen::layout
