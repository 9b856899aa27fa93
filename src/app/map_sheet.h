// SPDX-License-Identifier: GPL-3.0-or-later
// A cascade or tree as a worksheet: the boxes as rows, indented and outlined as they hang.
#pragma once

#include "app/plan_reader.h"
#include "base/diagnostic.h"
#include "doc/document.h"
#include "doc/map_values.h"

namespace phaen::app {

/// One section with one table: for each level the codes a box stands under, then code, name, units, base, target,
/// weight, status, agency, budget, what is wrong, and the boxes it serves besides. Codes link to their rows. Focus and
/// issue of the map hold; adds G001-G011.
doc::Section map_sheet(PlanReader& plan, const doc::GraphMap& map, const doc::StyleSheet& styles,
                       base::Diagnostics& diagnostics);

}  // namespace phaen::app
