// SPDX-License-Identifier: GPL-3.0-or-later
// The linkage diagram in the form of the Budget Bureau (แผนภาพความเชื่อมโยง): goal with indicators, guidelines,
// indicators, agencies and projects with two sums, supporting missions.
#pragma once

#include "diagram/map_frame.h"
#include "doc/map_values.h"

namespace phaen::diagram {

/// Adds the pages of one diagram. Type is never smaller than 12 nominal points: what does not fit goes on over the next
/// page.
void draw_linkage(Drawing& drawing, const doc::LinkageMap& map, const FrameSetting& setting);

}  // namespace phaen::diagram
