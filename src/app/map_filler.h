// SPDX-License-Identifier: GPL-3.0-or-later
// What a map shows, filled from an assessed plan: the way of the command line and of documents alike.
#pragma once

#include <memory>

#include "app/plan_reader.h"
#include "base/diagnostic.h"
#include "doc/map_values.h"
#include "template/template.h"

namespace phaen::app {

/// Null when a code or level is unknown or when there is nothing to draw; adds V001, V002, V003, V005.
std::shared_ptr<const doc::MapContent> fill_map(PlanReader& plan, const templates::MapRequest& request,
                                                base::Diagnostics& diagnostics);

}  // namespace phaen::app
