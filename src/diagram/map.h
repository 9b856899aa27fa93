// SPDX-License-Identifier: GPL-3.0-or-later
// The KPI Map (docs/kpi-map.md): the cascade, one column a level from the nation to the project, and the tree, one page
// an issue. A map that does not fit one page is a summary and detail pages with connectors labelled on both sides.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diagram/canvas.h"
#include "diagram/drawing.h"
#include "doc/graph.h"

namespace phaen::diagram {

struct MapOptions {
  Paper paper = Paper::A3;
  Orientation orientation = Orientation::Landscape;
  std::string family = "Sarabun";
  std::string focus;                   ///< code: only the chains through this box, up and down; empty: everything
  std::vector<std::string> levels;     ///< keys of the levels to draw; empty: all
  std::optional<std::uint16_t> issue;  ///< index of a group: only its boxes and what they hang on
  bool keep_plan_order = true;         ///< false: boxes may change places where that saves a fifth of the crossings
  int first_page = 1;                  ///< number of the first page, for connectors
  std::function<std::string(int)> page_text;  ///< how a page number is printed; empty: `12`
  bool thai_digits = false;                   ///< prints figures in Thai digits
  std::optional<base::Size> inside;  ///< the type area of a document's pages that the map fills, instead of paper
};

Sheet sheet_of(const MapOptions& options);
/// `page` counts from 0.
std::string page_text(const MapOptions& options, std::size_t page);

/// Adds G001-G009 for what cannot be drawn as it is; an error leaves the drawing without pages.
Drawing draw_cascade(const doc::Graph& graph, const MapOptions& options, const line::Setter& setter);
Drawing draw_tree(const doc::Graph& graph, const MapOptions& options, const line::Setter& setter);

}  // namespace phaen::diagram
