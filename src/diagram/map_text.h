// SPDX-License-Identifier: GPL-3.0-or-later
// Values of doc/map_values.h as paragraphs of boxes. Private to this module.
#pragma once

#include <string>
#include <vector>

#include "diagram/box_grid.h"
#include "doc/map_values.h"

namespace phaen::diagram {

TextPiece plain_piece(std::string text);
TextPiece bold_piece(std::string text);
TextPiece to_piece(const doc::Printed& printed, Drawing& drawing);
std::vector<TextPiece> to_pieces(const doc::Sentence& sentence, Drawing& drawing);

/// `ตัวชี้วัดที่ 1 : …` with its label in bold.
BoxText indicator_text(const doc::MapIndicator& indicator, Drawing& drawing);
/// `label` in bold, then the text. An empty label is left out.
BoxText labelled_text(const std::string& label, const doc::Printed& text, Drawing& drawing);
/// A gap, in the alarm colour: what is missing is said in words.
BoxText gap_text(std::string text);
ShapeStyle gap_style();

FrameText frame_text(const doc::MapWords& words, std::string alternative);

}  // namespace phaen::diagram
