// SPDX-License-Identifier: GPL-3.0-or-later
// Area value chains (docs/sources.md): upstream, midstream and downstream as chevrons, the projects of each stage with
// agency and budget below; a stage without projects is shown as a gap.
#pragma once

#include "diagram/map_frame.h"
#include "doc/map_values.h"

namespace phaen::diagram {

/// Adds the pages of the map, at least one.
void draw_value_chains(Drawing& drawing, const doc::ValueChains& map, const FrameSetting& setting);

}  // namespace phaen::diagram
