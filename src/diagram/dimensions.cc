// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/dimensions.h"

#include <algorithm>

#include "diagram/map_text.h"

namespace phaen::diagram {
namespace {

GridBox dimension_box(const doc::Dimension& dimension, std::size_t column, Drawing& drawing) {
  GridBox box;
  box.first_column = box.last_column = column;
  BoxText name;
  name.bold = true;
  name.pieces = {plain_piece(dimension.name)};
  if (!dimension.weight.text.empty()) {
    name.pieces.push_back(plain_piece(" "));
    name.pieces.push_back(to_piece(dimension.weight, drawing));
  }
  box.body.push_back(std::move(name));
  for (const doc::DimensionTopic& topic : dimension.topics) {
    BoxText label;
    label.pieces = {bold_piece(topic.label)};
    box.body.push_back(std::move(label));
    for (const doc::MapIndicator& indicator : topic.indicators) {
      BoxText text;
      text.marker = "•";
      text.indent = 1;
      text.pieces = to_pieces(indicator.sentence, drawing);
      box.body.push_back(std::move(text));
    }
    if (!topic.indicators.empty()) continue;
    BoxText gap = gap_text("ไม่มีตัวชี้วัด");
    gap.indent = 1;
    box.body.push_back(std::move(gap));
  }
  const bool empty = std::all_of(dimension.topics.begin(), dimension.topics.end(),
                                 [](const doc::DimensionTopic& topic) { return topic.indicators.empty(); });
  if (empty) box.style = gap_style();
  box.own_height = true;
  box.continued = dimension.name + " (ต่อ)";
  return box;
}

}  // namespace

void draw_dimensions(Drawing& drawing, const doc::DimensionFrame& map, const FrameSetting& setting) {
  std::vector<BoxGrid> grids;
  for (const doc::DimensionGroup& group : map.groups) {
    BoxGrid grid;
    grid.columns = std::max<std::size_t>(group.dimensions.size(), 1);
    grid.arrows = Arrows::None;
    GridRow row;
    row.label = group.name;
    for (std::size_t i = 0; i < group.dimensions.size(); ++i)
      row.boxes.push_back(dimension_box(group.dimensions[i], i, drawing));
    grid.rows = {std::move(row)};
    grids.push_back(std::move(grid));
  }
  draw_grids(drawing, frame_text(map.words, "กรอบการประเมินผลการปฏิบัติราชการสี่มิติ"), grids, setting);
}

}  // namespace phaen::diagram
