// SPDX-License-Identifier: GPL-3.0-or-later
// Any map of doc/map_values.h, for those who do not care which.
#pragma once

#include "diagram/map.h"
#include "doc/map_values.h"

namespace phaen::diagram {

/// Paper, orientation, family, page numbers and `inside` come from the options; focus and issue from the map. A drawing
/// without pages when something was wrong, which is reported.
Drawing draw_map(const doc::MapContent& map, const MapOptions& options, const line::Setter& setter);

}  // namespace phaen::diagram
