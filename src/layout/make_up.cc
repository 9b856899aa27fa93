// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/make_up.h"

#include <algorithm>
#include <set>

#include "layout/foot.h"
#include "layout/table_parts.h"
#include "layout/table_rules.h"

namespace phaen::layout {

using base::Length;
using base::Point;

Length body_height(const doc::PageGeometry& geometry) { return geometry.paper.height - geometry.top - geometry.bottom; }

Length measure_width(const doc::PageGeometry& geometry) {
  return geometry.paper.width - geometry.left - geometry.right;
}

void trim(page::Page& page) {
  page.fills.shrink_to_fit();
  page.rules.shrink_to_fit();
  page.paths.shrink_to_fit();
  page.lines.shrink_to_fit();
  page.runs.shrink_to_fit();
  page.glyphs.shrink_to_fit();
}

// --- lines ----------------------------------------------------------------------------------------------------------

void PageWriter::add(const SetLine& line, Point at, bool artifact) {
  const Length baseline = at.y + line.baseline();
  const auto tag = [&](page::TagId own) { return artifact ? page::kArtifact : own; };
  // A marker stands before its line, a page number after it: reading order is from left to right.
  const SetLine* companion = line.companion.get();
  const bool before = companion && companion->x < line.x;
  if (before) add_line(companion->line, at.x + companion->x, baseline, tag(companion->tag), false);
  add_line(line.line, at.x + line.x, baseline, tag(line.tag), line.joins_next);
  if (companion && !before) add_line(companion->line, at.x + companion->x, baseline, tag(companion->tag), false);
  if (companion && line.leader) add_leader(line, at);
}

void PageWriter::add(const page::Page& drawn, Point at) {
  const auto moved = [&](Point point) { return Point{point.x + at.x, point.y + at.y}; };
  for (page::Fill fill : drawn.fills) {
    fill.area.x += at.x;
    fill.area.y += at.y;
    page_.fills.push_back(fill);
  }
  for (page::Rule rule : drawn.rules) {
    rule.from = moved(rule.from);
    rule.to = moved(rule.to);
    page_.rules.push_back(rule);
  }
  for (page::Path path : drawn.paths) {
    for (page::PathStep& step : path.steps)
      step = {step.kind, moved(step.to), moved(step.control_1), moved(step.control_2)};
    page_.paths.push_back(std::move(path));
  }
  const auto first_run = static_cast<std::uint32_t>(page_.runs.size());
  const auto first_glyph = static_cast<std::uint32_t>(page_.glyphs.size());
  for (page::TextLine line : drawn.lines) {
    line.baseline += at.y;
    line.first_run += first_run;
    page_.lines.push_back(line);
  }
  for (page::TextRun run : drawn.runs) {
    run.x += at.x;
    run.first_glyph += first_glyph;
    page_.runs.push_back(run);
  }
  page_.glyphs.insert(page_.glyphs.end(), drawn.glyphs.begin(), drawn.glyphs.end());
}

void PageWriter::add_line(const line::Line& line, Length x, Length baseline, page::TagId tag, bool joins_next) {
  if (line.runs.empty()) return;
  page::TextLine text;
  text.baseline = baseline;
  text.first_run = static_cast<std::uint32_t>(page_.runs.size());
  text.run_count = static_cast<std::uint32_t>(line.runs.size());
  text.tag = tag;
  text.joins_next = joins_next;
  for (const line::Run& run : line.runs) {
    page::TextRun placed;
    placed.x = x + run.x;
    placed.width = run.width;
    placed.size = run.size;
    placed.rise = run.rise;
    placed.first_glyph = static_cast<std::uint32_t>(page_.glyphs.size());
    placed.glyph_count = static_cast<std::uint16_t>(run.glyphs.size());
    placed.face = run.face;
    placed.underline = run.underline;
    placed.colour = run.colour;
    placed.origin = run.origin;
    placed.link = run.link;
    page_.runs.push_back(placed);
    page_.glyphs.insert(page_.glyphs.end(), run.glyphs.begin(), run.glyphs.end());
  }
  page_.lines.push_back(text);
}

/// Dots stand on a raster of the page, so that those of neighbouring entries stand below each other.
void PageWriter::add_leader(const SetLine& line, Point at) {
  constexpr Length kPeriod = Length::pt(4), kDot = Length::pt(0.9), kGap = Length::pt(3);
  const line::Line& number = line.companion->line;
  const Length from = at.x + line.x + line.line.x + line.line.width + kGap;
  const Length to = at.x + line.companion->x + number.x - kGap;
  const auto raster = [&](Length x) { return Length::raw(x.units() / kPeriod.units() * kPeriod.units()); };
  const Length first = raster(from + kPeriod), last = raster(to);
  if (last <= first) return;
  const Length y = at.y + line.baseline() - kDot / 2;
  page_.rules.push_back({{first, y}, {last, y}, kDot, {}, kPeriod});
}

namespace {

// --- one section ----------------------------------------------------------------------------------------------------

class SectionMaker {
 public:
  SectionMaker(Galley galley, const PaperStock& stock) : galley_(std::move(galley)), stock_(stock) {
    result_.tags = std::move(galley_.tags);
  }

  void add_page(const PageCut& cut);
  SectionPages take() { return std::move(result_); }

 private:
  void place(const Placement& placement);
  void place_strip(const Strip& strip, const Placement& placement);
  void place_row(const SetTable& table, const RowBand& band, const Placement& placement);
  void place_head(std::uint32_t table, Length y, bool repeated);
  void place_cell(const SetCell& cell, LineRange lines, base::Rect box, bool artifact, bool cut);
  void place_span(const SpanPart& part);
  void place_again(const SetCell& cell, base::Rect box);
  void begin_fragment(std::uint32_t table);
  void end_fragment();
  void place_carried(const Placement& placement, Length y);
  void add_footnotes();
  void add_note();
  bool shows_synthetic() const;
  Length left() const { return stock_.geometry.left; }
  Length top() const { return stock_.geometry.top; }

  Galley galley_;
  const PaperStock& stock_;
  SectionPages result_;

  page::Page* page_ = nullptr;
  const PageCut* cut_ = nullptr;
  std::optional<std::uint32_t> table_;  ///< of the fragment being placed
  std::vector<FragmentRow> fragment_;
};

void SectionMaker::add_page(const PageCut& cut) {
  result_.pages.emplace_back();
  page_ = &result_.pages.back();
  page_->size = stock_.geometry.paper;
  cut_ = &cut;
  for (const Placement& placement : cut.placements) place(placement);
  end_fragment();
  add_footnotes();
  if (!stock_.synthetic_note.empty() && shows_synthetic()) add_note();
  trim(*page_);
}

void SectionMaker::place(const Placement& placement) {
  const Length y = top() + placement.y;
  switch (placement.kind) {
    case Placement::Kind::Strip: place_strip(galley_.strips[placement.index], placement); return;
    case Placement::Kind::ContinuedTitle: {
      const Strip& strip = galley_.tables[placement.table].continuation[placement.index];
      PageWriter(*page_).add(std::get<SetLine>(strip.band), {left(), y}, true);
      return;
    }
    case Placement::Kind::RepeatedHead: place_head(placement.table, y, true); return;
    case Placement::Kind::ContinuedGroup: {
      begin_fragment(placement.table);
      const SetTable& table = galley_.tables[placement.table];
      const ContinuedGroup& group = table.groups[placement.index];
      fragment_.push_back({group.row, y, group.height, FragmentRow::Kind::Group, 0});
      const auto count = static_cast<std::uint32_t>(group.cell.lines.size());
      place_cell(group.cell, {0, count}, {left(), y, {}, group.height}, true, false);
      return;
    }
    case Placement::Kind::CarriedForward:
    case Placement::Kind::BroughtForward: place_carried(placement, y); return;
  }
}

void SectionMaker::place_carried(const Placement& placement, Length y) {
  begin_fragment(placement.table);
  const SetTable& table = galley_.tables[placement.table];
  const auto found = table.carried.find(placement.index);
  if (found == table.carried.end()) return;
  const bool forward = placement.kind == Placement::Kind::CarriedForward;
  const std::vector<SetCell>& cells = forward ? found->second.forward : found->second.brought;
  const std::uint16_t label = cells.empty() ? std::uint16_t{0} : cells.front().column_span;
  fragment_.push_back({0, y, placement.height, FragmentRow::Kind::Carried, label});
  for (const SetCell& cell : cells) {
    const auto count = static_cast<std::uint32_t>(cell.lines.size());
    place_cell(cell, {0, count}, {left(), y, {}, placement.height}, true, false);
  }
}

/// The notes end at the bottom of the body, below a short rule.
void SectionMaker::add_footnotes() {
  if (cut_->notes.empty()) return;
  const Length height = foot_height(galley_, cut_->notes);
  const Length foot = top() + body_height(stock_.geometry) - height;
  const Length rule = foot + kFootGap / 2;
  page_->rules.push_back({{left(), rule}, {left() + measure_width(stock_.geometry) / 3, rule}, kRuleThickness, {}, {}});
  Length y = foot + kFootGap;
  for (const NotePart& part : cut_->notes) {
    const SetLines& lines = galley_.footnotes[part.note].lines;
    for (std::uint32_t i = part.lines.first; i < part.lines.last; ++i) {
      PageWriter(*page_).add(lines[i], {left(), y - lines[part.lines.first].top}, false);
    }
    y += extent(lines, part.lines);
  }
}

void SectionMaker::place_strip(const Strip& strip, const Placement& placement) {
  const Length y = top() + placement.y;
  // A row that is cut has its marks where it begins.
  const bool begins = placement.parts.empty() || std::all_of(placement.parts.begin(), placement.parts.end(),
                                                             [](LineRange part) { return part.first == 0; });
  for (std::uint32_t i = 0; begins && i < strip.mark_count; ++i) {
    const Mark& mark = galley_.marks[strip.first_mark + i];
    if (mark.kind != Mark::Kind::MapStart) page_->anchors.push_back({mark.label, {left(), y}});
    result_.marks.push_back({mark, static_cast<std::uint32_t>(result_.pages.size() - 1)});
  }
  if (const auto* row = std::get_if<RowBand>(&strip.band)) {
    begin_fragment(row->table);
    place_row(galley_.tables[row->table], *row, placement);
    return;
  }
  if (const auto* head = std::get_if<HeadBand>(&strip.band)) {
    place_head(head->table, y, false);
    return;
  }
  end_fragment();
  if (const auto* line = std::get_if<SetLine>(&strip.band)) PageWriter(*page_).add(*line, {left(), y}, false);
  if (const auto* figure = std::get_if<FigureBand>(&strip.band)) {
    page_->pictures.push_back({{left() + figure->x, y, figure->width, strip.height}, figure->bytes, figure->tag});
  }
  if (const auto* chart = std::get_if<ChartBand>(&strip.band))
    PageWriter(*page_).add(*chart->drawn, {left() + chart->x, y});
  if (const auto* map = std::get_if<MapBand>(&strip.band)) PageWriter(*page_).add(*map->drawn, {left(), y});
}

/// A cell's lines in a box: `box.x` is the measure's left edge, `y` and `height` those of the rows it stands in.
void SectionMaker::place_cell(const SetCell& cell, LineRange lines, base::Rect box, bool artifact, bool cut) {
  if (lines.first >= lines.last) return;
  const Length slack = box.height - 2 * kCellPaddingY - extent(cell.lines, lines);
  Length offset = kCellPaddingY - cell.lines[lines.first].top;
  if (!cut && slack > Length()) {
    if (cell.vertical == doc::VerticalAlign::Middle) offset += slack / 2;
    if (cell.vertical == doc::VerticalAlign::Bottom) offset += slack;
  }
  PageWriter writer(*page_);
  for (std::uint32_t i = lines.first; i < lines.last; ++i) {
    writer.add(cell.lines[i], {box.x, box.y + offset}, artifact);
  }
}

void SectionMaker::place_head(std::uint32_t index, Length y, bool repeated) {
  begin_fragment(index);
  const SetTable& table = galley_.tables[index];
  std::vector<Length> tops{y};
  for (std::uint32_t row = 0; row < table.header_rows; ++row) {
    fragment_.push_back({row, tops.back(), table.rows[row].height});
    tops.push_back(tops.back() + table.rows[row].height);
  }
  for (const SetCell& cell : table.cells) {
    if (cell.row >= table.header_rows) break;
    const auto count = static_cast<std::uint32_t>(cell.lines.size());
    const Length height = tops[cell.row + cell.row_span] - tops[cell.row];
    place_cell(cell, {0, count}, {left(), tops[cell.row], {}, height}, repeated, false);
  }
}

void SectionMaker::place_row(const SetTable& table, const RowBand& band, const Placement& placement) {
  const SetRow& row = table.rows[band.row];
  const Length y = top() + placement.y;
  fragment_.push_back({band.row, y, placement.height});
  const bool cut = !placement.parts.empty();
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const std::uint32_t index = row.first_cell + i;
    const SetCell& cell = table.cells[index];
    if (cell.row_span > 1) {
      for (const SpanPart& part : cut_->spans) {
        if (part.table == band.table && part.cell == index) place_span(part);
      }
      continue;
    }
    const LineRange lines = cut ? placement.parts[i] : LineRange{0, static_cast<std::uint32_t>(cell.lines.size())};
    const bool stood_before = cut && lines.first > 0 && lines.first == cell.lines.size();
    if (stood_before && cell.again) place_again(cell, {left(), y, {}, placement.height});
    place_cell(cell, lines, {left(), y, {}, placement.height}, false, cut);
  }
}

/// What heads a cut row, on the pages it goes on; left out where the rest of the row is not as high.
void SectionMaker::place_again(const SetCell& cell, base::Rect box) {
  const auto count = static_cast<std::uint32_t>(cell.again->size());
  SetCell continued = cell;
  continued.lines = *cell.again;
  if (extent(continued.lines, {0, count}) + 2 * kCellPaddingY <= box.height)
    place_cell(continued, {0, count}, box, true, false);
}

void SectionMaker::place_span(const SpanPart& part) {
  const SetCell& cell = galley_.tables[part.table].cells[part.cell];
  if (part.repeated && cell.again && part.lines.first == 0 && part.lines.last == cell.lines.size())
    return place_again(cell, {left(), top() + part.y, {}, part.height});
  const bool cut = part.lines.first > 0 || part.lines.last < cell.lines.size();
  place_cell(cell, part.lines, {left(), top() + part.y, {}, part.height}, part.repeated, cut);
}

/// Starts the part of a table on this page, with the spans that come from pages before.
void SectionMaker::begin_fragment(std::uint32_t table) {
  if (table_ == table) return;
  end_fragment();
  table_ = table;
  std::set<std::uint32_t> rows_here;
  for (const Placement& placement : cut_->placements) {
    if (placement.kind != Placement::Kind::Strip) continue;
    const auto* band = std::get_if<RowBand>(&galley_.strips[placement.index].band);
    if (band && band->table == table) rows_here.insert(band->row);
  }
  for (const SpanPart& part : cut_->spans) {
    if (part.table == table && !rows_here.contains(galley_.tables[table].cells[part.cell].row)) place_span(part);
  }
}

void SectionMaker::end_fragment() {
  if (!table_) return;
  draw_table_frame(galley_.tables[*table_], fragment_, left(), *page_);
  table_.reset();
  fragment_.clear();
}

bool SectionMaker::shows_synthetic() const {
  return std::any_of(page_->runs.begin(), page_->runs.end(), [&](const page::TextRun& run) {
    return run.origin != base::kNoOrigin && stock_.origins.fact(run.origin) == base::Fact::Synthetic;
  });
}

/// Directly below the body, in the bottom margin. It is text of the page, so it is tagged, at the section's end.
void SectionMaker::add_note() {
  page::Tag tag;
  tag.role = page::Role::P;
  result_.tags.push_back(tag);
  const Length y = stock_.geometry.paper.height - stock_.geometry.bottom + Length::pt(2);
  for (SetLine line : stock_.synthetic_note) {
    line.tag = static_cast<page::TagId>(result_.tags.size() - 1);
    PageWriter(*page_).add(line, {left(), y}, false);
  }
}

}  // namespace

SectionPages make_up(Galley galley, const std::vector<PageCut>& cuts, const PaperStock& stock) {
  SectionMaker maker(std::move(galley), stock);
  for (const PageCut& cut : cuts) maker.add_page(cut);
  return maker.take();
}

}  // namespace phaen::layout
