// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of boxes over common columns, with labels and arrows at the left and arrows from row to row: the form of the
// Budget Bureau's linkage diagram, which causal bands, value chains and the frame of dimensions share.
//
// The type is the largest, up to 16 nominal points, that needs no more pages than 12 points do; column widths are
// chosen so that the boxes of a row end together. What does not fit goes on over the next page, box by box.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diagram/map_frame.h"

namespace phaen::diagram {

/// A paragraph of a box.
struct BoxText {
  std::vector<TextPiece> pieces;
  std::string marker;  ///< `1)`; the text hangs beside it
  int indent = 0;      ///< levels
  bool bold = false;
  std::optional<base::Colour> colour;
  line::Align align = line::Align::Left;
};

/// `รวมงบประมาณรายจ่าย  1,165.6937  ล้านบาท` at the foot of a box: the figures of a box stand below each other.
struct BoxSum {
  std::string label, figure, unit;
  base::OriginId origin = base::kNoOrigin;
};

enum class BoxShape : std::uint8_t { Rounded, Chevron };

struct GridBox {
  std::size_t first_column = 0, last_column = 0;  ///< both included
  std::vector<BoxText> body;
  std::vector<BoxSum> sums;
  std::string continued;  ///< heads the rest of it on the next page: `แนวทางที่ 1.1 (ต่อ)`
  std::size_t text_columns = 1;
  bool own_height = false;  ///< ends with its text, not with its row
  BoxShape shape = BoxShape::Rounded;
  ShapeStyle style{base::Colour{255, 255, 255}, page::Stroke::Solid, base::Length::pt(1), base::Colour{}};
};

struct GridRow {
  std::string label;                     ///< in a box at the left; empty: none
  std::vector<std::string> label_notes;  ///< below that box: the host agency
  bool supporting = false;               ///< no arrow joins it to the row above; its label is dotted
  bool keeps_next = false;               ///< never parted from the next row
  std::vector<GridBox> boxes;            ///< left to right, none over another
};

enum class Arrows : std::uint8_t { None, Down, Up };

struct BoxGrid {
  std::size_t columns = 1;
  std::vector<GridRow> rows;
  Arrows arrows = Arrows::Down;
  std::string arrow_label;  ///< beside each arrow between rows; may be empty
};

/// Grids below each other on as few pages as 12-point type needs, at least one.
void draw_grids(Drawing& drawing, const FrameText& text, const std::vector<BoxGrid>& grids,
                const FrameSetting& setting);

}  // namespace phaen::diagram
