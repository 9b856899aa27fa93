// SPDX-License-Identifier: GPL-3.0-or-later
// What every layered map begins with; private to this folder.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "diagram/canvas.h"
#include "diagram/diagnostics.h"
#include "diagram/leveled_graph.h"
#include "diagram/map.h"
#include "diagram/node_box.h"

namespace phaen::diagram {

/// A map of this many pages at most is tried in larger type.
inline constexpr std::size_t kMostPagesTried = 12;

/// Checks graph and typeface, then draws with a `Kind(graph, options, type)` in the largest type, up to 16 nominal
/// points, that needs no more pages than 12 points do and cuts no more. A drawing without pages when anything was
/// wrong.
template <typename Kind>
Drawing draw_graph(const doc::Graph& graph, const MapOptions& options, const line::Setter& setter) {
  const std::size_t errors = setter.diagnostics.errors();
  const LeveledGraph leveled = make_leveled_graph(graph, options, setter.diagnostics);
  auto typeface = find_typeface(setter.fonts, options.family);
  if (typeface) typeface->thai_digits = options.thai_digits;
  if (!typeface) setter.diagnostics.add(diagnostics::no_face(options.family));
  if (!typeface || setter.diagnostics.errors() > errors) {
    Drawing nothing;
    nothing.title = graph.title;
    return nothing;
  }
  const auto draw = [&](base::Length size, base::Diagnostics& found) {
    const line::Setter own{setter.fonts, setter.breaker, found};
    return Kind(leveled, options, NodeType{*typeface, size, own}).draw();
  };
  base::Diagnostics found;
  Drawing drawing = draw(kSmallest, found);
  const auto same_pages = [&](const Drawing& other) {
    return std::equal(other.pages.begin(), other.pages.end(), drawing.pages.begin(), drawing.pages.end(),
                      [](const page::Page& a, const page::Page& b) { return a.size == b.size; });
  };
  for (base::Length size = kSmallest + base::Length::pt(1);
       size <= base::Length::pt(16) && drawing.pages.size() <= kMostPagesTried; size += base::Length::pt(1)) {
    base::Diagnostics larger_found;
    Drawing larger = draw(size, larger_found);
    if (!same_pages(larger) || larger_found.all().size() > found.all().size()) break;
    drawing = std::move(larger);
    found = std::move(larger_found);
  }
  // A box that stands on pages of both kinds was set for each.
  std::set<std::pair<std::string, std::string>> said;
  for (const base::Diagnostic& one : found.all())
    if (said.emplace(one.code, one.where.record + one.message.en).second) setter.diagnostics.add(one);
  return drawing;
}

}  // namespace phaen::diagram
