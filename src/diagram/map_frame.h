// SPDX-License-Identifier: GPL-3.0-or-later
// The frame around a map of the grid family: paper, title centred in bold, page number outside top, notes at the foot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagram/canvas.h"
#include "diagram/drawing.h"
#include "line/line.h"

namespace phaen::diagram {

/// What a map is set on and with. What the setter refers to outlives the drawing.
struct FrameSetting {
  Paper paper = Paper::A4;
  Orientation orientation = Orientation::Landscape;
  Typeface typeface;
  line::Setter setter;
  std::optional<base::Size> inside;  ///< the type area of a document's pages that the map fills, instead of paper
};

/// What stands around one map.
struct FrameText {
  std::string title;
  std::string subtitle;            ///< under the title, regular; may be empty
  std::string unit_line;           ///< right above the body: `หน่วย : ล้านบาท`; may be empty
  std::vector<std::string> notes;  ///< at the foot of each page: legend, synthetic figures
  std::string alternative;         ///< what the picture shows, for those who do not see it
};

/// A page begun: its body is free to be drawn on.
struct FramedPage {
  std::size_t page = 0;  ///< index in the drawing
  page::TagId figure = page::kArtifact;
  base::Rect body;
};

/// Adds a page with title, number and notes. On a continuation the title ends in `(ต่อ)`. Inside a document neither
/// title nor number stand on it.
FramedPage begin_page(Drawing& drawing, const FrameText& text, const FrameSetting& setting, bool continued);

}  // namespace phaen::diagram
