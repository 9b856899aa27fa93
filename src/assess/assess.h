// SPDX-License-Identifier: GPL-3.0-or-later
// Plan -> derived facts. Each derived table below is computed once, in satang and decimals, and every value of it names
// the values it was computed from (Dataset::lineage), so that templates print it like any field.
#pragma once

#include <memory>

#include "base/record.h"

namespace phaen::assess {

/// The plan's tables followed by the derived ones:
///   allocations   one record for each budget line in force: of each node and year the lines of the last stage reached
///                 (planned < requested < approved < transferred), with the project, programme and issue it is for
///   node_years    money of a node and all nodes below it, by fiscal year, in total and by expense category, with the
///                 issue, programme and project above it
///   node_totals   the same over all years of the plan
///   kpi_plans     the target of the whole plan, combined by the KPI's own rule (docs/sources.md: never assume a sum)
///   linkages      for each flagship, or project without one, the upper items it answers to (docs/sources.md);
///                 not those of the plan before, whose money lies in other years
std::shared_ptr<const base::Schema> assessed_schema();

/// REQUIRES: plan.schema is plan::plan_schema()'s. The plan's own records come out unchanged.
base::Dataset assess(base::Dataset plan);

}  // namespace phaen::assess
