// SPDX-License-Identifier: GPL-3.0-or-later
// The values of the maps beside the cascade, filled from an assessed plan.
#pragma once

#include <optional>
#include <vector>

#include "app/plan_reader.h"
#include "doc/map_values.h"

namespace phaen::app {

/// One diagram for a node: of the goal the goal over the issues, of a project that of the project alone. Without a node
/// the whole plan: the goal's, then each issue's.
std::vector<doc::LinkageMap> linkage_maps(PlanReader& plan, std::optional<std::size_t> focus);

/// Projects x indicators of the issues. With a node: the indicators of its issue and the projects below the node or
/// serving them.
doc::Matrix project_matrix(PlanReader& plan, std::optional<std::size_t> focus);

/// One chain for each goal of the master plan (Y1) an issue answers to. With a node: of its issue.
doc::CausalMap causal_map(PlanReader& plan, std::optional<std::size_t> focus);

/// With a node: the chains of its issue.
doc::ValueChains value_chains(PlanReader& plan, std::optional<std::size_t> focus);

/// Indicators of the plan and its issues (not of projects) by dimension. With a node: those of its issue.
doc::DimensionFrame dimension_frame(PlanReader& plan, std::optional<std::size_t> focus);

/// Words every map begins with: the plan's title with its years.
doc::MapWords map_words(PlanReader& plan, std::string subtitle);
/// Adds the note of made-up figures when any was printed since the last call.
void add_synthetic_note(PlanReader& plan, doc::MapWords& words);

}  // namespace phaen::app
