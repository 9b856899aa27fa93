// SPDX-License-Identifier: GPL-3.0-or-later
// Which boxes of a map stand on which page. Private to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diagram/cascade_page.h"
#include "diagram/leveled_graph.h"

namespace phaen::diagram {

struct MapPage {
  std::vector<std::vector<NodeIndex>> columns;  ///< by level
  std::vector<std::vector<bool>> repeated;      ///< parallel: stands on an earlier page already
  std::optional<std::uint16_t> group;           ///< the issue of a detail page
  bool summary = false;                         ///< only the upper levels, the lowest perhaps without what hangs there
};

struct MapPages {
  std::vector<MapPage> pages;
  std::vector<std::uint32_t> home;  ///< of each node: the page it stands on first of all
};

/// Where detail pages begin: the level that says so, else the last one with one box an issue.
std::size_t issue_level(const LeveledGraph& graph);

/// Whether every column of a page that shows everything fits.
bool fits_one_page(const LeveledGraph& graph, const std::vector<base::Length>& heights, base::Length capacity);
MapPages whole_page(const LeveledGraph& graph);

/// Heights of the boxes on either kind of page, and what a page holds.
struct PageRoom {
  const std::vector<base::Length>& summary_heights;
  const std::vector<base::Length>& detail_heights;
  base::Length summary;
  const std::vector<base::Length>& detail;  ///< of the pages of each issue, and last of all others
};
/// A summary of the upper levels, as many as fit, down to the issues; detail pages in plan order, each with the boxes
/// its own hang on repeated, a new page for each issue; upper boxes that stand nowhere else on further summaries at the
/// end.
MapPages cut_pages(const LeveledGraph& graph, const PageRoom& room);

/// The printed lines of each node that name the far ends of its links: those no page has both ends of, and those
/// between boxes of one level.
std::vector<std::vector<std::string>> cross_references(const LeveledGraph& graph, const MapPages& pages,
                                                       const MapOptions& options);

}  // namespace phaen::diagram
