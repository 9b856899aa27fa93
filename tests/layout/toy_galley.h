// SPDX-License-Identifier: GPL-3.0-or-later
// Galleys of toy sizes, made without fonts: every line is 10 pt high, a row of one line 12 pt (10 and its padding).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"

namespace phaen::layout::toy {

using base::Length;

inline constexpr Length kLine = Length::pt(10);
inline constexpr Length kRow = Length::pt(12);

inline SetLines lines(std::uint32_t count) {
  SetLines result(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    result[i].top = kLine * i;
    result[i].height = kLine;
  }
  return result;
}

inline Strip text_strip(BreakAfter quality = BreakAfter::Free) {
  Strip strip;
  strip.height = kLine;
  strip.break_after = quality;
  strip.band = SetLine{};
  return strip;
}

/// A paragraph of `count` lines with its widow and orphan classes.
inline void add_paragraph(Galley& galley, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool alone = i + 1 < count && (i == 0 || i + 2 == count);
    galley.strips.push_back(text_strip(alone ? BreakAfter::Widow : BreakAfter::Free));
  }
}

/// A paragraph like that, with a footnote of `note_lines` lines in each so many lines.
inline void add_noted_paragraph(Galley& galley, std::uint32_t count, std::uint32_t every, std::uint32_t note_lines) {
  const std::size_t first = galley.strips.size();
  add_paragraph(galley, count);
  for (std::size_t i = first + every - 1; i < galley.strips.size(); i += every) {
    auto& line = std::get<SetLine>(galley.strips[i].band);
    galley.footnotes.push_back({lines(note_lines)});
    line.first_footnote = static_cast<std::uint32_t>(galley.footnotes.size());
    line.footnote_count = 1;
  }
}

struct TableShape {
  std::uint32_t body_rows = 1;
  std::uint32_t header_rows = 0;
  std::uint32_t group_every = 0;  ///< a group row before each so many body rows
  bool total = false, title = false, note = false;
  bool split_rows = true;
  std::uint32_t tall_every = 0;  ///< each so many rows has a cell of 7 lines
  std::uint32_t span_every = 0;  ///< a cell of 3 lines in column 0 spans so many rows
  bool carry = false;            ///< rows of carried sums, of one line
};

/// One table of two columns.
class TableMaker {
 public:
  explicit TableMaker(const TableShape& shape) : shape_(shape) {
    table_.name = "toy";
    table_.edges = {Length(), Length::pt(50), Length::pt(100)};
    table_.split_rows = shape.split_rows;
    if (shape.carry) table_.carry_height = kRow;
  }

  void add_to(Galley& galley) {
    const auto index = static_cast<std::uint32_t>(galley.tables.size());
    if (shape_.title) add_title(galley);
    for (std::uint32_t i = 0; i < shape_.header_rows; ++i) add_row(doc::RowKind::Header, 0, 1, true);
    table_.header_rows = shape_.header_rows;
    table_.header_height = kRow * shape_.header_rows;
    if (shape_.header_rows > 0) {
      Strip head;
      head.height = table_.header_height;
      head.break_after = BreakAfter::Bound;
      head.band = HeadBand{index};
      galley.strips.push_back(head);
    }
    for (std::uint32_t i = 0; i < shape_.body_rows; ++i) {
      add_body(i);
      const bool group_ends = shape_.group_every > 0 && (i + 1) % shape_.group_every == 0;
      if (shape_.total && group_ends) add_row(doc::RowKind::Total, 1, 1, true);
    }
    if (shape_.total) {
      group_.reset();
      add_row(doc::RowKind::Total, 0, 1, true);
    }
    for (std::uint32_t row = table_.header_rows; row < table_.rows.size(); ++row) {
      Strip strip;
      strip.height = table_.rows[row].height;
      strip.band = RowBand{index, row};
      const bool before_total = row + 1 < table_.rows.size() && table_.rows[row + 1].kind == doc::RowKind::Total;
      if (table_.rows[row].kind == doc::RowKind::Group || before_total) strip.break_after = BreakAfter::Bound;
      galley.strips.push_back(strip);
    }
    if (shape_.note) {
      galley.strips.back().break_after = BreakAfter::Bound;
      galley.strips.push_back(text_strip());
    }
    galley.tables.push_back(std::move(table_));
  }

 private:
  void add_title(Galley& galley) {
    for (int i = 0; i < 2; ++i) {
      galley.strips.push_back(text_strip(BreakAfter::Bound));
      table_.continuation.push_back(text_strip());
    }
  }

  void add_body(std::uint32_t i) {
    if (shape_.group_every > 0 && i % shape_.group_every == 0) {
      group_.reset();
      add_row(doc::RowKind::Group, 0, 1, true);
      ContinuedGroup group;
      group.row = static_cast<std::uint32_t>(table_.rows.size() - 1);
      group.height = kRow;
      group.cell = table_.cells.back();
      group_ = static_cast<std::uint32_t>(table_.groups.size());
      table_.groups.push_back(std::move(group));
    }
    const bool tall = shape_.tall_every > 0 && i % shape_.tall_every == shape_.tall_every - 1;
    const std::uint32_t height = tall ? 7 : 1;
    if (shape_.span_every == 0) {
      add_row(doc::RowKind::Body, 1, height, true);
      return;
    }
    const bool starts = i % shape_.span_every == 0;
    const std::uint32_t covers = std::min(shape_.span_every, shape_.body_rows - i);
    add_row(doc::RowKind::Body, 1, height, false);
    if (!starts) return;
    SetCell cell;
    cell.row = static_cast<std::uint32_t>(table_.rows.size() - 1);
    cell.row_span = covers;
    cell.lines = lines(3);
    SetRow& row = table_.rows.back();
    table_.cells.push_back(std::move(cell));
    ++row.cell_count;
    if (covers == 1) row.height = std::max(row.height, kLine * 3 + 2 * kCellPaddingY);
  }

  void add_row(doc::RowKind kind, std::uint8_t level, std::uint32_t line_count, bool first_column) {
    SetRow row;
    row.kind = kind;
    row.level = level;
    row.group = group_;
    row.minimum = kRow;
    row.height = kLine * line_count + 2 * kCellPaddingY;
    row.first_cell = static_cast<std::uint32_t>(table_.cells.size());
    row.cell_count = first_column ? 2 : 1;
    for (std::uint16_t column = first_column ? 0 : 1; column < 2; ++column) {
      SetCell cell;
      cell.column = column;
      cell.row = static_cast<std::uint32_t>(table_.rows.size());
      cell.lines = lines(column == 0 ? 1 : line_count);
      table_.cells.push_back(std::move(cell));
    }
    table_.rows.push_back(row);
  }

  TableShape shape_;
  SetTable table_;
  std::optional<std::uint32_t> group_;
};

inline Galley table_galley(const TableShape& shape) {
  Galley galley;
  TableMaker(shape).add_to(galley);
  return galley;
}

}  // namespace phaen::layout::toy
