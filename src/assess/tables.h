// SPDX-License-Identifier: GPL-3.0-or-later
// The derived tables as field rows; private to this folder.
#pragma once

#include <vector>

#include "base/record.h"

namespace phaen::assess {

std::vector<base::Table> derived_tables();

}  // namespace phaen::assess
