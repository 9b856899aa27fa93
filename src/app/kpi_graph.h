// SPDX-License-Identifier: GPL-3.0-or-later
// An assessed plan -> the graph its KPI Maps are drawn from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/origin.h"
#include "base/record.h"
#include "doc/graph.h"

namespace phaen::app {

struct KpiGraphOptions {
  /// Keys of kpi_graph_levels(); empty: those of default_kpi_graph_levels(). What a level left out links is linked
  /// directly.
  std::vector<std::string> levels;
  bool indicators_of_projects = true;  ///< project KPIs hang under their projects
  /// The year whose results the lights show; missing: no lights.
  std::optional<std::int64_t> result_year;
};

/// strategy, master, national, region, goal, issue, guideline, programme, flagship, project, activity.
std::vector<doc::GraphLevel> kpi_graph_levels();
/// The ones a wall map shows: without guideline, programme, flagship, activity.
std::vector<std::string> default_kpi_graph_levels();

/// Nodes in plan order, KPIs hanging under the node they measure. Upper plans are those an issue answers to, linked as
/// a chain in the order of the levels: two neighbours are linked when one issue answers to both. `origins` (may be
/// null) takes the origin of each printed name and value. REQUIRES: data is assess::assess()'s and holds one plan.
doc::Graph make_kpi_graph(const base::Dataset& data, const KpiGraphOptions& options, base::OriginTable* origins);

}  // namespace phaen::app
