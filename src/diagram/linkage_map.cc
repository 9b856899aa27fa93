// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/linkage_map.h"

#include <algorithm>

#include "base/format.h"
#include "diagram/map_text.h"

namespace phaen::diagram {
namespace {

using base::format;

constexpr const char* kMillionBaht = "ล้านบาท";

void add_sums(const doc::LinkageWork& work, GridBox& box) {
  box.sums.push_back({"รวมงบประมาณรายจ่าย", work.budget.text, kMillionBaht, work.budget.origin});
  box.sums.push_back({"รวมเงินนอกงบประมาณ", work.off_budget.text, kMillionBaht, work.off_budget.origin});
}

// Agencies are numbered in their ministry, projects in their agency.
void add_work(const doc::LinkageWork& work, Drawing& drawing, std::vector<BoxText>& body) {
  for (const doc::LinkageMinistry& ministry : work.ministries) {
    if (!ministry.name.text.empty()) {
      BoxText name;
      name.bold = true;
      name.pieces = {to_piece(ministry.name, drawing)};
      body.push_back(std::move(name));
    }
    for (std::size_t i = 0; i < ministry.agencies.size(); ++i) {
      const doc::LinkageAgency& agency = ministry.agencies[i];
      BoxText name;
      name.bold = true;
      name.marker = format("{}.", i + 1);
      name.pieces = {to_piece(agency.name, drawing)};
      body.push_back(std::move(name));
      for (std::size_t k = 0; k < agency.projects.size(); ++k) {
        BoxText project;
        project.indent = 1;
        project.marker = format("{})", k + 1);
        project.pieces = {to_piece(agency.projects[k], drawing)};
        body.push_back(std::move(project));
      }
    }
  }
}

GridBox spanning(std::size_t first, std::size_t last) {
  GridBox box;
  box.first_column = first;
  box.last_column = last;
  return box;
}

GridRow goal_row(const doc::LinkageMap& map, std::size_t columns, Drawing& drawing) {
  GridRow row;
  row.label = map.goal_row;
  GridBox box = spanning(0, columns - 1);
  box.body.push_back(labelled_text(map.goal_label, map.goal, drawing));
  for (const doc::MapIndicator& indicator : map.goal_indicators) box.body.push_back(indicator_text(indicator, drawing));
  box.continued = map.goal_label + " (ต่อ)";
  row.boxes.push_back(std::move(box));
  return row;
}

GridBox indicator_box(const doc::LinkageColumn& column, std::size_t at, const std::string& guideline,
                      Drawing& drawing) {
  GridBox box = spanning(at, at);
  for (const doc::MapIndicator& indicator : column.indicators) box.body.push_back(indicator_text(indicator, drawing));
  if (box.body.empty()) {
    box.body.push_back(gap_text("ไม่มีตัวชี้วัด"));
    box.style = gap_style();
  }
  box.continued = guideline + " (ต่อ)";
  return box;
}

GridBox work_box(const doc::LinkageColumn& column, std::size_t at, const std::string& guideline, Drawing& drawing) {
  GridBox box = spanning(at, at);
  add_work(column.work, drawing, box.body);
  if (box.body.empty()) {
    box.body.push_back(gap_text("ไม่มีโครงการรองรับ"));
    box.style = gap_style();
  }
  add_sums(column.work, box);
  box.continued = guideline + " (ต่อ)";
  return box;
}

GridRow supporting_row(const doc::LinkageMap& map, std::size_t columns, Drawing& drawing) {
  GridRow row;
  row.label = "ภารกิจสนับสนุน";
  row.supporting = true;
  GridBox box = spanning(0, columns - 1);
  box.style.stroke = page::Stroke::Dashed;
  for (const doc::LinkageWork& work : map.supporting) {
    if (!work.heading.text.empty()) {
      BoxText heading;
      heading.bold = true;
      heading.pieces = {to_piece(work.heading, drawing)};
      box.body.push_back(std::move(heading));
    }
    add_work(work, drawing, box.body);
  }
  add_sums(map.supporting_sums, box);
  box.text_columns = box.body.size() > 5 ? 2 : 1;
  box.continued = "ภารกิจสนับสนุน (ต่อ)";
  row.boxes.push_back(std::move(box));
  return row;
}

std::size_t column_count(const doc::LinkageMap& map) {
  std::size_t count = 0;
  for (const doc::LinkageGuideline& guideline : map.guidelines) count += guideline.columns.size();
  return std::max<std::size_t>(count, 1);
}

BoxGrid linkage_grid(const doc::LinkageMap& map, Drawing& drawing) {
  BoxGrid grid;
  grid.columns = column_count(map);
  grid.rows.push_back(goal_row(map, grid.columns, drawing));
  GridRow guidelines, indicators, work;
  guidelines.label = map.guideline_row;
  indicators.label = "ตัวชี้วัด";
  work.label = "หน่วยงาน / โครงการ";
  if (!map.host.text.empty()) work.label_notes = {"หน่วยงานเจ้าภาพ :", map.host.text};
  std::size_t at = 0;
  for (const doc::LinkageGuideline& guideline : map.guidelines) {
    if (guideline.columns.empty()) continue;
    GridBox box = spanning(at, at + guideline.columns.size() - 1);
    box.body.push_back(labelled_text(guideline.label, guideline.name, drawing));
    guidelines.boxes.push_back(std::move(box));
    for (const doc::LinkageColumn& column : guideline.columns) {
      indicators.boxes.push_back(indicator_box(column, at, guideline.label, drawing));
      work.boxes.push_back(work_box(column, at, guideline.label, drawing));
      ++at;
    }
  }
  guidelines.keeps_next = true;
  for (GridRow* row : {&guidelines, &indicators, &work})
    if (!row->boxes.empty()) grid.rows.push_back(std::move(*row));
  if (!map.supporting.empty()) grid.rows.push_back(supporting_row(map, grid.columns, drawing));
  return grid;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// What hangs on what, for those who do not see the arrows: goal, guideline, indicators, projects.
std::string describe(const doc::LinkageMap& map) {
  const std::string goal = format("{} {}", map.goal_label, map.goal.text);
  std::string text = format("แผนภาพความเชื่อมโยง: {}.", goal);
  for (const doc::LinkageGuideline& guideline : map.guidelines)
    for (const doc::LinkageColumn& column : guideline.columns) {
      std::vector<std::string> indicators, projects;
      for (const doc::MapIndicator& indicator : column.indicators)
        indicators.push_back(indicator.sentence.empty()
                                 ? indicator.code
                                 : format("{} {}", indicator.code, indicator.sentence.front().text));
      for (const doc::LinkageMinistry& ministry : column.work.ministries)
        for (const doc::LinkageAgency& agency : ministry.agencies)
          for (const doc::Printed& project : agency.projects) projects.push_back(project.text);
      text += format(" {} → {} {} → ตัวชี้วัด: {} → โครงการ: {};", map.goal_label, guideline.label, guideline.name.text,
                     indicators.empty() ? "ไม่มี" : joined(indicators), projects.empty() ? "ไม่มี" : joined(projects));
    }
  return text;
}

}  // namespace

void draw_linkage(Drawing& drawing, const doc::LinkageMap& map, const FrameSetting& setting) {
  const BoxGrid grid = linkage_grid(map, drawing);
  draw_grids(drawing, frame_text(map.words, describe(map)), {grid}, setting);
}

}  // namespace phaen::diagram
