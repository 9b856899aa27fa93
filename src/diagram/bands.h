// SPDX-License-Identifier: GPL-3.0-or-later
// The causal bands of a plan (docs/sources.md): project level X, master plan goals Y1 and Y2, national strategy Z,
// joined by upward arrows.
#pragma once

#include "diagram/map_frame.h"
#include "doc/map_values.h"

namespace phaen::diagram {

/// Adds the pages of the map, at least one.
void draw_bands(Drawing& drawing, const doc::CausalMap& map, const FrameSetting& setting);

}  // namespace phaen::diagram
