// SPDX-License-Identifier: GPL-3.0-or-later
// What every layered map begins with; private to this folder.
#pragma once

#include "diagram/canvas.h"
#include "diagram/diagnostics.h"
#include "diagram/leveled_graph.h"
#include "diagram/map.h"

namespace phaen::diagram {

/// Checks graph and typeface, then draws with a `Kind(graph, options, typeface, setter)`. A drawing without pages when
/// anything was wrong.
template <typename Kind>
Drawing draw_graph(const doc::Graph& graph, const MapOptions& options, const line::Setter& setter) {
  const std::size_t errors = setter.diagnostics.errors();
  const LeveledGraph leveled = make_leveled_graph(graph, options, setter.diagnostics);
  const auto typeface = find_typeface(setter.fonts, options.family);
  if (!typeface) setter.diagnostics.add(diagnostics::no_face(options.family));
  if (!typeface || setter.diagnostics.errors() > errors) {
    Drawing nothing;
    nothing.title = graph.title;
    return nothing;
  }
  return Kind(leveled, options, *typeface, setter).draw();
}

}  // namespace phaen::diagram
