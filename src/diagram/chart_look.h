// SPDX-License-Identifier: GPL-3.0-or-later
// Series drawn in their looks (doc/series_look.h), and the lines around them.
#pragma once

#include "diagram/canvas.h"
#include "doc/series_look.h"

namespace phaen::diagram {

inline constexpr base::Colour kGridLine{0xd4, 0xd4, 0xd4}, kAxisLine{0x55, 0x55, 0x55};

/// A filled and hatched area. Slimmer than a hatch can show in, it is filled with ink.
void draw_area(Canvas& canvas, const base::Rect& area, const doc::SeriesLook& look);
void draw_marker(Canvas& canvas, base::Point centre, const doc::SeriesLook& look);
/// Half the side of a marker.
inline constexpr base::Length kMarkerRadius = base::Length::pt(2.6);

ShapeStyle line_style(const doc::SeriesLook& look);
ShapeStyle target_style();
ShapeStyle grid_style();
ShapeStyle axis_style();
ShapeStyle filled(base::Colour colour);

}  // namespace phaen::diagram
