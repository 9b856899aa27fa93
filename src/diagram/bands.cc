// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/bands.h"

#include <algorithm>

#include "base/format.h"
#include "diagram/map_text.h"

namespace phaen::diagram {
namespace {

using Items = std::vector<doc::BandItem>;

void add_item(const doc::BandItem& item, bool codes, Drawing& drawing, std::vector<BoxText>& body) {
  BoxText name;
  name.bold = true;
  if (codes && !item.code.empty()) name.pieces.push_back(plain_piece(item.code + " "));
  name.pieces.push_back(to_piece(item.name, drawing));
  body.push_back(std::move(name));
  for (const doc::Sentence& value : item.values) {
    BoxText text;
    text.marker = "•";
    text.pieces = to_pieces(value, drawing);
    body.push_back(std::move(text));
  }
}

bool same_items(const Items& a, const Items& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const doc::BandItem& x, const doc::BandItem& y) { return x.code == y.code; });
}

// Neighbours that name the same items share one box.
GridRow upper_row(const doc::CausalMap& map, const char* label, const Items doc::CausalChain::*band,
                  const std::string& gap, Drawing& drawing) {
  GridRow row;
  row.label = label;
  for (std::size_t i = 0; i < map.chains.size(); ++i) {
    const Items& items = map.chains[i].*band;
    if (i > 0 && !items.empty() && same_items(map.chains[i - 1].*band, items)) {
      row.boxes.back().last_column = i;
      continue;
    }
    GridBox box;
    box.first_column = box.last_column = i;
    for (const doc::BandItem& item : items) add_item(item, true, drawing, box.body);
    if (items.empty()) {
      box.body.push_back(gap_text(gap));
      box.style = gap_style();
    }
    row.boxes.push_back(std::move(box));
  }
  return row;
}

GridRow project_row(const doc::CausalMap& map, Drawing& drawing) {
  GridRow row;
  row.label = "X แผนระดับที่ 3 และโครงการ";
  for (std::size_t i = 0; i < map.chains.size(); ++i) {
    const doc::CausalChain& chain = map.chains[i];
    GridBox box;
    box.first_column = box.last_column = i;
    add_item(chain.x, false, drawing, box.body);
    if (!chain.projects.empty()) {
      BoxText heading;
      heading.bold = true;
      heading.pieces = {plain_piece("โครงการ")};
      box.body.push_back(std::move(heading));
    }
    for (std::size_t k = 0; k < chain.projects.size(); ++k) {
      BoxText project;
      project.marker = base::format("{})", k + 1);
      project.pieces = {to_piece(chain.projects[k], drawing)};
      box.body.push_back(std::move(project));
    }
    if (chain.projects.empty()) {
      box.body.push_back(gap_text("ไม่มีโครงการรองรับ"));
      box.style = gap_style();
    }
    box.continued = chain.x.name.text + " (ต่อ)";
    row.boxes.push_back(std::move(box));
  }
  return row;
}

}  // namespace

void draw_bands(Drawing& drawing, const doc::CausalMap& map, const FrameSetting& setting) {
  BoxGrid grid;
  grid.columns = std::max<std::size_t>(map.chains.size(), 1);
  grid.arrows = Arrows::Up;
  grid.arrow_label = "ส่งผลต่อ";
  grid.rows = {upper_row(map, "Z ยุทธศาสตร์ชาติ", &doc::CausalChain::z, "ไม่ระบุยุทธศาสตร์ชาติ", drawing),
               upper_row(map, "Y2 เป้าหมายระดับประเด็น แผนแม่บท", &doc::CausalChain::y2, "ไม่ระบุ Y2", drawing),
               upper_row(map, "Y1 เป้าหมายแผนแม่บทย่อย", &doc::CausalChain::y1, "ไม่ระบุ Y1", drawing),
               project_row(map, drawing)};
  draw_grids(drawing, frame_text(map.words, "แถบความสัมพันธ์เชิงเหตุและผล X ส่งผลต่อ Y1, Y1 ส่งผลต่อ Y2, Y2 ส่งผลต่อ Z"), {grid},
             setting);
}

}  // namespace phaen::diagram
