// SPDX-License-Identifier: GPL-3.0-or-later
// allocations, node_years, node_totals; private to this folder.
#pragma once

#include "assess/tree.h"
#include "base/record.h"

namespace phaen::assess {

/// REQUIRES: the dataset has the derived tables, still empty.
void add_money(base::Dataset& dataset, const Tree& tree);

}  // namespace phaen::assess
