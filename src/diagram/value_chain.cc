// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/value_chain.h"

#include <array>

#include "base/format.h"
#include "diagram/map_text.h"

namespace phaen::diagram {
namespace {

constexpr std::array<doc::Phase, 3> kPhases = {doc::Phase::Upstream, doc::Phase::Midstream, doc::Phase::Downstream};

std::string phase_name(doc::Phase phase) {
  switch (phase) {
    case doc::Phase::Upstream: return "ต้นทาง";
    case doc::Phase::Midstream: return "กลางทาง";
    case doc::Phase::Downstream: return "ปลายทาง";
  }
  return {};
}

void add_project(const doc::ChainProject& project, std::size_t number, Drawing& drawing, std::vector<BoxText>& body) {
  BoxText name;
  name.marker = base::format("{})", number);
  name.pieces = {to_piece(project.name, drawing)};
  body.push_back(std::move(name));
  BoxText details;
  details.indent = 1;
  details.colour = kGrey;
  if (!project.agency.text.empty()) details.pieces.push_back(to_piece(project.agency, drawing));
  if (!project.amount.text.empty()) {
    details.pieces.push_back(plain_piece(details.pieces.empty() ? "" : " · "));
    details.pieces.push_back(to_piece(project.amount, drawing));
    details.pieces.push_back(plain_piece(" ล้านบาท"));
  }
  if (!details.pieces.empty()) body.push_back(std::move(details));
}

/// The stages of one phase: usually one. None, or none with a project, is a gap.
GridBox phase_box(const doc::ValueChain& chain, std::size_t column, Drawing& drawing) {
  GridBox box;
  box.first_column = box.last_column = column;
  bool has_stage = false, has_project = false;
  for (const doc::ChainStage& stage : chain.stages) {
    if (stage.phase != kPhases[column]) continue;
    has_stage = true;
    if (!stage.description.text.empty()) {
      BoxText description;
      description.pieces = {to_piece(stage.description, drawing)};
      description.colour = kGrey;
      box.body.push_back(std::move(description));
    }
    for (std::size_t i = 0; i < stage.projects.size(); ++i) add_project(stage.projects[i], i + 1, drawing, box.body);
    has_project = has_project || !stage.projects.empty();
    if (!stage.projects.empty()) box.sums.push_back({"รวมงบประมาณ", stage.total.text, "ล้านบาท", stage.total.origin});
  }
  if (!has_project) {
    box.body.push_back(gap_text(has_stage ? "ช่องว่าง : ไม่มีโครงการรองรับ" : "ช่องว่าง : ไม่มีกิจกรรมในช่วงนี้"));
    box.style = gap_style();
  }
  box.continued = phase_name(kPhases[column]) + " (ต่อ)";
  return box;
}

GridBox head_box(const doc::ValueChain& chain, std::size_t column, base::Colour colour, Drawing& drawing) {
  GridBox box;
  box.first_column = box.last_column = column;
  box.shape = BoxShape::Chevron;
  box.style = {colour, page::Stroke::None, {}, {}};
  BoxText text;
  text.align = line::Align::Centre;
  text.bold = true;
  text.colour = kWhite;
  std::vector<TextPiece> names;
  for (const doc::ChainStage& stage : chain.stages) {
    if (stage.phase != kPhases[column]) continue;
    names.push_back(plain_piece(names.empty() ? " : " : " / "));
    names.push_back(to_piece(stage.name, drawing));
  }
  text.pieces = {plain_piece(phase_name(kPhases[column]))};
  text.pieces.insert(text.pieces.end(), names.begin(), names.end());
  box.body = {std::move(text)};
  return box;
}

}  // namespace

void draw_value_chains(Drawing& drawing, const doc::ValueChains& map, const FrameSetting& setting) {
  std::vector<BoxGrid> grids;
  std::uint16_t group = 0;
  for (const doc::ValueChain& chain : map.chains) {
    BoxGrid grid;
    grid.columns = kPhases.size();
    grid.arrows = Arrows::None;
    const base::Colour colour = issue_look(group++).strong;
    GridRow heads, boxes;
    heads.label = chain.label.empty() ? chain.name.text : chain.label + " " + chain.name.text;
    heads.keeps_next = true;
    for (std::size_t column = 0; column < kPhases.size(); ++column) {
      heads.boxes.push_back(head_box(chain, column, colour, drawing));
      boxes.boxes.push_back(phase_box(chain, column, drawing));
    }
    boxes.supporting = true;  // close below its heads, without arrows
    grid.rows = {std::move(heads), std::move(boxes)};
    grids.push_back(std::move(grid));
  }
  if (grids.empty()) return;
  draw_grids(drawing, frame_text(map.words, "ห่วงโซ่คุณค่า ต้นทาง กลางทาง ปลายทาง"), grids, setting);
}

}  // namespace phaen::diagram
