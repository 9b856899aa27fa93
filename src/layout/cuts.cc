// SPDX-License-Identifier: GPL-3.0-or-later
// First fit with a way back: strips are placed until one does not fit, then the page ends at the best break it has
// seen. A page is refilled from that break, so the work is linear in strips.
#include "layout/cuts.h"

#include <algorithm>
#include <set>

#include "layout/diagnostics.h"
#include "layout/foot.h"
#include "layout/table_parts.h"

namespace phaen::layout {
namespace {

using base::Length;

/// A row-spanning cell that has begun and not ended.
struct OpenSpan {
  std::uint32_t table = 0, cell = 0;
  Length top;               ///< of its part on this page
  std::uint32_t shown = 0;  ///< lines that stand on earlier pages
};

/// Where the next page goes on.
struct Cursor {
  std::uint32_t strip = 0;
  std::vector<std::uint32_t> taken;  ///< of a row that is cut: the lines of each cell on earlier pages; else empty
};

/// A break the page may end at: everything needed to take back what was placed after it.
struct Candidate {
  BreakAfter quality = BreakAfter::Free;
  Cursor next;
  std::size_t placements = 0, spans = 0, notes = 0, waiting = 0;
  std::vector<OpenSpan> open;
  Length y;
};

class Cutter {
 public:
  Cutter(const Galley& galley, Length body, const std::string& section, base::Diagnostics& diagnostics)
      : galley_(galley), body_(body), section_(section), diagnostics_(diagnostics) {}

  std::vector<PageCut> run() {
    std::vector<PageCut> pages;
    while (cursor_.strip < galley_.strips.size() || !waiting_.empty()) pages.push_back(fill_page());
    return pages;
  }

 private:
  PageCut fill_page();
  bool place_next();
  void place_waiting_notes();
  void place_continuation();
  void place_carried_forward();
  bool place_with_cut_notes(const Strip& strip, Length gap);
  Length carry_height(std::uint32_t table);
  Length bottom_of(const Strip& strip);
  Length bottom_of_part(const RowBand& band);
  Candidate here(BreakAfter quality) const;
  void append_notes(const Strip& strip, std::vector<NotePart>& notes) const {
    for (const NotePart& part : notes_of(galley_, strip)) notes.push_back(part);
  }
  Length place_continued_title(const SetTable& table, std::uint32_t index);
  void place_whole(const Strip& strip, Length gap, Length height);
  void end_at_overflow(const Strip& strip, Length gap);
  bool place_row_part(const RowBand& band, Length gap, RowSplit split, Length bottom);
  bool is_total(const Strip& strip) const;
  bool cut_last_row();
  void remember_break(const Strip& strip);
  void take_back_to(const Candidate& candidate);
  void end_at(const Candidate& candidate);
  void close_spans_on_this_page();
  void close_span(const OpenSpan& span, Length bottom);
  void open_spans(const SetTable& table, const RowBand& band, Length top);
  void close_ended_spans(const SetTable& table, const RowBand& band);
  Length row_height(const RowBand& band, Length top);
  Length room_of_span(const OpenSpan& span);
  bool spans_have_room(Length bottom);
  bool ends_in(const OpenSpan& span, const RowBand& band) const;

  const Galley& galley_;
  const Length body_;
  const std::string& section_;
  base::Diagnostics& diagnostics_;

  Cursor cursor_;
  PageCut page_;
  Length y_, space_after_;
  std::vector<OpenSpan> open_;
  std::optional<Candidate> best_;
  std::optional<Candidate> before_row_;  ///< the state before the last row that was placed whole and is no total
  bool done_ = false;                    ///< the page has ended
  bool empty_ = true;                    ///< no strip of its own stands on the page yet
  std::vector<NotePart> waiting_;        ///< lines of footnotes that did not fit on the page of their mark
  std::set<std::uint32_t> told_;         ///< tables whose head is known not to repeat
  std::set<std::uint32_t> not_carried_;  ///< tables whose carried sums are known to be too high
};

/// Lines [first, first + n) of a cell that fit into a height.
std::uint32_t fitting_lines(const SetLines& lines, std::uint32_t first, Length room) {
  std::uint32_t last = first;
  while (last < lines.size() && extent(lines, {first, last + 1}) <= room) ++last;
  return last;
}

PageCut Cutter::fill_page() {
  page_ = {};
  y_ = space_after_ = {};
  best_.reset();
  before_row_.reset();
  done_ = false;
  empty_ = true;
  for (OpenSpan& span : open_) span.top = {};
  place_waiting_notes();
  if (cursor_.strip < galley_.strips.size()) place_continuation();
  while (!done_ && cursor_.strip < galley_.strips.size()) done_ = !place_next();
  place_carried_forward();
  return std::move(page_);
}

/// What is left of footnotes from the page before, in at most half of the page while there is other text.
void Cutter::place_waiting_notes() {
  const bool alone = cursor_.strip == galley_.strips.size();
  move_fitting(galley_, alone ? body_ : body_ / 2, 1, waiting_, page_.notes);
}

// --- carried sums ----------------------------------------------------------------------------------------------------

/// Height of a row of carried sums; a page must have room for two of them and some rows.
Length Cutter::carry_height(std::uint32_t index) {
  const SetTable& table = galley_.tables[index];
  if (table.carry_height <= body_ / 6) return table.carry_height;
  if (not_carried_.insert(index).second) diagnostics_.add(diagnostics::sums_not_carried(section_, table.name));
  return {};
}

/// Where the page ends for a strip: above the footnotes of the page and its own, and above the carried sums, unless the
/// strip is the last row of its table.
Length Cutter::bottom_of(const Strip& strip) {
  std::vector<NotePart> notes = page_.notes;
  if (waiting_.empty()) append_notes(strip, notes);
  const Length bottom = body_ - foot_height(galley_, notes);
  const auto* row = std::get_if<RowBand>(&strip.band);
  const bool last = row && row->row + 1 == galley_.tables[row->table].rows.size();
  return row && !last ? bottom - carry_height(row->table) : bottom;
}

Length Cutter::bottom_of_part(const RowBand& band) {
  return body_ - foot_height(galley_, page_.notes) - carry_height(band.table);
}

/// The page has ended: when a table goes on, the sums of the rows that have begun stand below them. The figures of a
/// row that is cut stand in its first part.
void Cutter::place_carried_forward() {
  if (cursor_.strip == galley_.strips.size()) return;
  const auto* band = std::get_if<RowBand>(&galley_.strips[cursor_.strip].band);
  const bool began = std::any_of(page_.placements.begin(), page_.placements.end(),
                                 [](const Placement& placement) { return placement.kind == Placement::Kind::Strip; });
  if (!band || !began) return;
  const std::uint32_t row = band->row + (cursor_.taken.empty() ? 0 : 1);
  const Length height = carry_height(band->table);
  if (height <= Length() || row == galley_.tables[band->table].header_rows) return;
  page_.placements.push_back({Placement::Kind::CarriedForward, row, band->table, y_, height, {}});
}

/// Places the strip at the cursor. False: the page has ended.
bool Cutter::place_next() {
  const Strip& strip = galley_.strips[cursor_.strip];
  if (strip.page_break_before && !empty_) {
    close_spans_on_this_page();
    return false;
  }
  const Length gap = page_.placements.empty() ? Length() : std::max(space_after_, strip.space_before);
  const auto* row = std::get_if<RowBand>(&strip.band);
  const Length height = row ? row_height(*row, y_ + gap) : strip.height;
  if (y_ + gap + height > bottom_of(strip)) {
    end_at_overflow(strip, gap);
    return false;
  }
  place_whole(strip, gap, height);
  return true;
}

/// The head of a table that goes on from the page before: caption with (ต่อ), unit line, header rows, open groups.
/// They may take half of the page; a head that needs more is left out with a message.
void Cutter::place_continuation() {
  const auto* band = std::get_if<RowBand>(&galley_.strips[cursor_.strip].band);
  if (!band) return;
  const SetTable& table = galley_.tables[band->table];
  const bool first_row = band->row == table.header_rows && cursor_.taken.empty();
  if (first_row && table.header_rows == 0) return;
  const Length limit = body_ / 2;
  const Length brought = first_row ? Length() : carry_height(band->table);
  Length head = table.repeat_header ? table.header_height : Length();
  if (head > limit - brought) {
    if (told_.insert(band->table).second) {
      diagnostics_.add(diagnostics::head_not_repeated(section_, table.name));
    }
    head = {};
  }
  if (continuation_height(table) + head + brought <= limit) y_ = place_continued_title(table, band->table);
  if (head > Length()) {
    page_.placements.push_back({Placement::Kind::RepeatedHead, 0, band->table, y_, head, {}});
    y_ += head;
  }
  if (brought > Length()) {
    const std::uint32_t row = band->row + (cursor_.taken.empty() ? 0 : 1);
    page_.placements.push_back({Placement::Kind::BroughtForward, row, band->table, y_, brought, {}});
    y_ += brought;
  }
  std::vector<std::uint32_t> groups;
  for (auto group = table.rows[band->row].group; group; group = table.rows[table.groups[*group].row].group) {
    groups.push_back(*group);
  }
  Length groups_height;
  for (const std::uint32_t group : groups) groups_height += table.groups[group].height;
  if (y_ + groups_height <= limit) {
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
      const Length height = table.groups[*group].height;
      page_.placements.push_back({Placement::Kind::ContinuedGroup, *group, band->table, y_, height, {}});
      y_ += height;
    }
  }
  for (OpenSpan& span : open_) span.top = y_;
}

Length Cutter::place_continued_title(const SetTable& table, std::uint32_t index) {
  Length y = y_;
  for (std::uint32_t i = 0; i < table.continuation.size(); ++i) {
    const Strip& strip = table.continuation[i];
    if (i > 0) y += std::max(table.continuation[i - 1].space_after, strip.space_before);
    page_.placements.push_back({Placement::Kind::ContinuedTitle, i, index, y, strip.height, {}});
    y += strip.height;
  }
  return table.continuation.empty() ? y : y + table.continuation.back().space_after;
}

void Cutter::place_whole(const Strip& strip, Length gap, Length height) {
  if (std::holds_alternative<RowBand>(strip.band) && !is_total(strip)) before_row_ = here(BreakAfter::Free);
  y_ += gap;
  Placement placement{Placement::Kind::Strip, cursor_.strip, 0, y_, height, {}};
  const auto* band = std::get_if<RowBand>(&strip.band);
  if (band) {
    const SetTable& table = galley_.tables[band->table];
    if (cursor_.taken.empty()) {
      open_spans(table, *band, y_);
    } else {
      placement.parts = remaining_parts(table, table.rows[band->row], cursor_.taken);
    }
    cursor_.taken.clear();
  }
  page_.placements.push_back(std::move(placement));
  append_notes(strip, waiting_.empty() ? page_.notes : waiting_);  // in the order of their marks
  y_ += height;
  if (band) close_ended_spans(galley_.tables[band->table], *band);
  space_after_ = strip.space_after;
  empty_ = false;
  ++cursor_.strip;
  remember_break(strip);
}

void Cutter::remember_break(const Strip& strip) {
  const BreakAfter quality = spans_have_room(y_) ? strip.break_after : std::max(strip.break_after, BreakAfter::Widow);
  if (best_ && best_->quality < quality) return;
  best_ = here(quality);
}

Candidate Cutter::here(BreakAfter quality) const {
  return {quality, cursor_, page_.placements.size(), page_.spans.size(), page_.notes.size(), waiting_.size(),
          open_,   y_};
}

/// The strip at the cursor does not fit. In order of preference: cut the row so that no cell is left with a lone line;
/// end at a break that is not Bound; cut the row anywhere, or the footnotes of the line; cut the row before; end at a
/// Bound break; leave the page to footnotes; let it overflow, with a message.
void Cutter::end_at_overflow(const Strip& strip, Length gap) {
  const auto* row = std::get_if<RowBand>(&strip.band);
  if (row && galley_.tables[row->table].split_rows &&
      place_row_part(*row, gap, RowSplit::Careful, bottom_of_part(*row))) {
    return;
  }
  if (best_ && best_->quality < BreakAfter::Bound) return end_at(*best_);
  if (row && place_row_part(*row, gap, RowSplit::Anywhere, bottom_of_part(*row))) return;
  if (place_with_cut_notes(strip, gap)) return;
  if (best_ && cut_last_row()) return;
  if (best_) return end_at(*best_);
  if (empty_ && !page_.notes.empty()) return;
  const Length height = row ? row_height(*row, y_ + gap) : strip.height;
  diagnostics_.add(diagnostics::higher_than_page(section_, height, body_));
  place_whole(strip, gap, height);
  close_spans_on_this_page();
}

/// Places a line whose footnotes do not fit below it: what does not fit of them goes to the next page. False, and
/// nothing placed, when the line itself does not fit.
bool Cutter::place_with_cut_notes(const Strip& strip, Length gap) {
  std::vector<NotePart> notes = notes_of(galley_, strip);
  if (notes.empty() || !waiting_.empty() || y_ + gap + strip.height > body_ - foot_height(galley_, page_.notes))
    return false;
  const std::size_t before = page_.notes.size();
  place_whole(strip, gap, strip.height);
  page_.notes.resize(before);
  move_fitting(galley_, body_ - y_, 0, notes, page_.notes);
  waiting_ = std::move(notes);
  close_spans_on_this_page();
  return true;
}

/// Places the lines of the row that fit. False, and nothing placed, when none do or when the split would not be
/// Careful.
bool Cutter::place_row_part(const RowBand& band, Length gap, RowSplit split, Length bottom) {
  const SetTable& table = galley_.tables[band.table];
  const SetRow& row = table.rows[band.row];
  const Length top = y_ + gap;
  const auto parts = split_row(table, row, cursor_.taken, bottom - top, split);
  if (!parts) return false;
  const std::vector<OpenSpan> open_before = open_;
  if (cursor_.taken.empty()) open_spans(table, band, top);
  const bool cells_done = is_complete(table, row, *parts);
  // With all lines of its own cells placed, the row only waits for a spanning cell that ends in it: it fills the page.
  const Length height = cells_done ? bottom - top : std::max(row.minimum, parts_height(table, row, *parts));
  const bool spans_grow = std::any_of(open_.begin(), open_.end(), [&](const OpenSpan& span) {
    const SetLines& lines = table.cells[span.cell].lines;
    return span.shown < lines.size() &&
           fitting_lines(lines, span.shown, top + height - span.top - 2 * kCellPaddingY) > span.shown;
  });
  const bool progress = takes_lines(*parts) || (cells_done && spans_grow);
  const bool allowed = split == RowSplit::Careful ? !cells_done && spans_have_room(top + height) : progress;
  if (top + height > bottom || !allowed) {
    open_ = open_before;
    return false;
  }
  cursor_.taken.clear();
  for (const LineRange& part : *parts) cursor_.taken.push_back(part.last);
  page_.placements.push_back({Placement::Kind::Strip, cursor_.strip, 0, top, height, *parts});
  y_ = top + height;
  close_spans_on_this_page();
  return true;
}

bool Cutter::is_total(const Strip& strip) const {
  const auto* band = std::get_if<RowBand>(&strip.band);
  return band && galley_.tables[band->table].rows[band->row].kind == doc::RowKind::Total;
}

/// Takes back the last row and its totals and places it again without its last lines, for a note or a total that may
/// not stand alone. False, and nothing changed, when the row cannot be cut so.
bool Cutter::cut_last_row() {
  if (!before_row_) return false;
  const auto first = galley_.strips.begin() + before_row_->next.strip + 1;
  const auto last = galley_.strips.begin() + cursor_.strip;
  if (first > last || !std::all_of(first, last, [this](const Strip& strip) { return is_total(strip); })) return false;
  const auto& band = std::get<RowBand>(galley_.strips[before_row_->next.strip].band);
  if (!galley_.tables[band.table].split_rows) return false;
  const Placement row = page_.placements[before_row_->placements];
  const Candidate after = here(BreakAfter::Bound);
  const PageCut page = page_;
  take_back_to(*before_row_);
  const Length bottom = std::min(row.y + row.height - Length::raw(1), bottom_of_part(band));
  if (place_row_part(band, row.y - y_, RowSplit::Careful, bottom)) return true;
  page_ = page;
  take_back_to(after);
  return false;
}

void Cutter::take_back_to(const Candidate& candidate) {
  page_.placements.resize(candidate.placements);
  page_.spans.resize(candidate.spans);
  page_.notes.resize(candidate.notes);
  waiting_.resize(candidate.waiting);
  open_ = candidate.open;
  cursor_ = candidate.next;
  y_ = candidate.y;
}

void Cutter::end_at(const Candidate& candidate) {
  take_back_to(candidate);
  close_spans_on_this_page();
}

/// Each open span shows on this page the lines that fit; one whose text has stood in full is set again.
void Cutter::close_spans_on_this_page() {
  for (OpenSpan& span : open_) {
    const SetLines& lines = galley_.tables[span.table].cells[span.cell].lines;
    const Length height = y_ - span.top;
    const Length room = height - 2 * kCellPaddingY;
    const bool repeated = span.shown >= lines.size();
    const std::uint32_t first = repeated ? 0 : span.shown;
    const std::uint32_t last = fitting_lines(lines, first, room);
    if (repeated && last < lines.size()) continue;
    if (last > first) page_.spans.push_back({span.table, span.cell, span.top, height, {first, last}, repeated});
    if (!repeated) span.shown = last;
  }
}

/// The last part of a span: all lines that are left, or the whole text again.
void Cutter::close_span(const OpenSpan& span, Length bottom) {
  const SetLines& lines = galley_.tables[span.table].cells[span.cell].lines;
  const auto count = static_cast<std::uint32_t>(lines.size());
  const Length height = bottom - span.top;
  const bool repeated = span.shown >= count;
  if (repeated && extent(lines, {0, count}) > height - 2 * kCellPaddingY) return;
  const std::uint32_t first = repeated ? 0 : span.shown;
  if (count > 0)
    page_.spans.push_back({span.table, span.cell, span.top, height, {first, count}, repeated && count > 0});
}

void Cutter::open_spans(const SetTable& table, const RowBand& band, Length top) {
  const SetRow& row = table.rows[band.row];
  for (std::uint32_t cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell) {
    if (table.cells[cell].row_span > 1) open_.push_back({band.table, cell, top, 0});
  }
}

void Cutter::close_ended_spans(const SetTable& table, const RowBand& band) {
  std::erase_if(open_, [&](const OpenSpan& span) {
    const SetCell& cell = table.cells[span.cell];
    const bool ends = cell.row + cell.row_span - 1 == band.row;
    if (ends) close_span(span, y_);
    return ends;
  });
}

bool Cutter::ends_in(const OpenSpan& span, const RowBand& band) const {
  const SetCell& cell = galley_.tables[span.table].cells[span.cell];
  return cell.row + cell.row_span - 1 == band.row;
}

/// Height the span's part on a page needs for its text: what is left of it, or all of it again; a text of more than two
/// thirds of a page is not worth a row stretched for it, nor one that heads, sums and footnotes leave no room for.
Length Cutter::room_of_span(const OpenSpan& span) {
  const SetTable& table = galley_.tables[span.table];
  const SetLines& lines = table.cells[span.cell].lines;
  const auto count = static_cast<std::uint32_t>(lines.size());
  if (count == 0) return {};
  if (span.shown < count) return extent(lines, {span.shown, count}) + 2 * kCellPaddingY;
  const Length whole = extent(lines, {0, count}) + 2 * kCellPaddingY;
  const Length bottom = body_ - foot_height(galley_, page_.notes) - carry_height(span.table);
  return whole > body_ * 2 / 3 || (empty_ && span.top + whole > bottom) ? Length() : whole;
}

bool Cutter::spans_have_room(Length bottom) {
  return std::all_of(open_.begin(), open_.end(),
                     [&](const OpenSpan& span) { return bottom - span.top >= room_of_span(span); });
}

/// Height of what is left of a row when it stands at `top`: its cells, and the spans that end in it.
Length Cutter::row_height(const RowBand& band, Length top) {
  const SetTable& table = galley_.tables[band.table];
  const SetRow& row = table.rows[band.row];
  Length height = std::max(cursor_.taken.empty() ? std::max(row.minimum, row.shared) : row.minimum,
                           parts_height(table, row, remaining_parts(table, row, cursor_.taken)));
  for (const OpenSpan& span : open_) {
    if (ends_in(span, band)) height = std::max(height, room_of_span(span) - (top - span.top));
  }
  return height;
}

}  // namespace

std::vector<PageCut> cut(const Galley& galley, Length body, const std::string& section,
                         base::Diagnostics& diagnostics) {
  return Cutter(galley, body, section, diagnostics).run();
}

}  // namespace phaen::layout
