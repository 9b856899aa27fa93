// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/draw_map.h"

#include "diagram/bands.h"
#include "diagram/diagnostics.h"
#include "diagram/dimensions.h"
#include "diagram/linkage_map.h"
#include "diagram/matrix.h"
#include "diagram/value_chain.h"

namespace phaen::diagram {
namespace {

struct Framed {
  Drawing& drawing;
  const FrameSetting& setting;

  void operator()(const doc::GraphMap&) const {}  // drawn with its options
  void operator()(const doc::LinkageMaps& maps) const {
    if (!maps.empty()) drawing.title = maps.front().words.title;
    for (const doc::LinkageMap& map : maps) draw_linkage(drawing, map, setting);
  }
  void operator()(const doc::Matrix& matrix) const {
    drawing.title = matrix.words.title;
    if (!matrix.columns.empty()) draw_matrix(drawing, matrix, setting);
  }
  void operator()(const doc::CausalMap& map) const {
    drawing.title = map.words.title;
    if (!map.chains.empty()) draw_bands(drawing, map, setting);
  }
  void operator()(const doc::ValueChains& map) const {
    drawing.title = map.words.title;
    draw_value_chains(drawing, map, setting);
  }
  void operator()(const doc::DimensionFrame& map) const {
    drawing.title = map.words.title;
    draw_dimensions(drawing, map, setting);
  }
};

}  // namespace

Drawing draw_map(const doc::MapContent& map, const MapOptions& options, const line::Setter& setter) {
  if (const auto* graph = std::get_if<doc::GraphMap>(&map.value)) {
    MapOptions with = options;
    with.focus = graph->focus;
    with.issue = graph->issue;
    return graph->kind == doc::MapKind::Tree ? draw_tree(graph->graph, with, setter)
                                             : draw_cascade(graph->graph, with, setter);
  }
  Drawing drawing;
  auto typeface = find_typeface(setter.fonts, options.family);
  if (!typeface) {
    setter.diagnostics.add(diagnostics::no_face(options.family));
    return drawing;
  }
  typeface->thai_digits = options.thai_digits;
  const FrameSetting setting{options.paper, options.orientation, *typeface, setter, options.inside};
  std::visit(Framed{drawing, setting}, map.value);
  return drawing;
}

}  // namespace phaen::diagram
