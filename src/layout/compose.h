// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doc/document.h"
#include "layout/galley.h"
#include "layout/set_text.h"

namespace phaen::layout {

/// Sets all blocks of a section on the environment's measure. `section_index` makes the labels of unlabelled headings
/// unique. Diagnostics: Y001-Y005, Y008, Y012, Y014 and those of line.
Galley compose(const doc::Section& section, std::size_t section_index, Environment& environment);

}  // namespace phaen::layout
