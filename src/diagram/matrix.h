// SPDX-License-Identifier: GPL-3.0-or-later
// Projects against indicators: ● primary, ○ secondary, counts of both ways, and the last column and row say what is
// missing.
#pragma once

#include "diagram/map_frame.h"
#include "doc/map_values.h"

namespace phaen::diagram {

/// Adds the pages of the matrix: indicators that do not stand side by side go to further pages, projects too.
/// Indicators are headed by code; their names stand in a key below, on the pages they head. REQUIRES: at least one
/// column.
void draw_matrix(Drawing& drawing, const doc::Matrix& matrix, const FrameSetting& setting);

}  // namespace phaen::diagram
