// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of performance dimensions (docs/sources.md): outer and inner, each dimension with its topics and
// indicators.
#pragma once

#include "diagram/map_frame.h"
#include "doc/map_values.h"

namespace phaen::diagram {

/// Adds the pages of the map, at least one.
void draw_dimensions(Drawing& drawing, const doc::DimensionFrame& map, const FrameSetting& setting);

}  // namespace phaen::diagram
