// SPDX-License-Identifier: GPL-3.0-or-later
// The galley: all strips of a section, set and of known height, not yet on pages. Everything here depends on the
// measure alone. x is from the measure's left edge, y from the top of the strip or cell, y down.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "doc/document.h"
#include "line/line.h"
#include "page/page.h"

namespace phaen::layout {

/// A set line in its line box. Its ascent and descent stand centred in the box:
///
///   top ┌──────────────┐
///       │   half the   │  baseline = top + (height - ascent - descent) / 2 + ascent
///       │   leading    │
///       └──────────────┘ top + height
struct SetLine {
  base::Length x;  ///< the paragraph's left edge; the runs' x count from here
  base::Length top, height;
  line::Line line;
  page::TagId tag = page::kArtifact;
  bool joins_next = false;
  /// Set on the same baseline in the same box: the marker of a list item, the page number of a contents entry.
  std::shared_ptr<const SetLine> companion;
  bool leader = false;  ///< dots between the end of this line and its companion
  /// Marks of footnotes in the line: the number of the first one, from 1, and how many follow each other.
  std::uint32_t first_footnote = 0, footnote_count = 0;

  base::Length bottom() const { return top + height; }
  base::Length baseline() const { return top + (height - line.ascent - line.descent) / 2 + line.ascent; }
};
using SetLines = std::vector<SetLine>;

/// Where references, contents and the outline point.
struct Mark {
  enum class Kind : std::uint8_t {
    Heading,
    Table,
    Figure,
    Place,
    MapStart,  ///< the first page of a map, whose number its connectors count from
  };
  Kind kind = Kind::Place;
  int level = 0;        ///< Heading: 1-6
  bool listed = false;  ///< in contents and, for headings, in the outline
  doc::Inlines text;    ///< what contents print
  std::string label;    ///< never empty
};

/// How bad a page break after a strip is. When a chain does not fit on a page, the last break of the least class is
/// taken.
enum class BreakAfter : std::uint8_t {
  Free,
  Kept,   ///< inside a Keep block
  Widow,  ///< leaves one line of a paragraph alone, or a spanning cell without room for its text
  Bound,  ///< keep with next: headings, captions, heads, group rows
};

struct FigureBand {
  base::Length x, width;
  std::shared_ptr<const std::string> bytes;
  page::TagId tag = page::kArtifact;
};
/// A chart, drawn from its left top corner on; its tags are the galley's.
struct ChartBand {
  base::Length x;
  std::shared_ptr<const page::Page> drawn;
};
/// One page of a map, drawn from its left top corner on; links and tags are the galley's.
struct MapBand {
  std::shared_ptr<const page::Page> drawn;
};
/// Space that survives at the top of a page.
struct SpaceBand {};
/// All header rows of a table.
struct HeadBand {
  std::uint32_t table = 0;
};
/// A row below the head; the only strip that may be cut, between the lines of its cells.
struct RowBand {
  std::uint32_t table = 0, row = 0;
};
using Band = std::variant<SetLine, FigureBand, ChartBand, MapBand, SpaceBand, HeadBand, RowBand>;

/// One band of the galley. Between two strips stands the larger of the space after the one and before the other.
struct Strip {
  base::Length space_before, height, space_after;
  BreakAfter break_after = BreakAfter::Free;
  bool page_break_before = false;
  std::uint32_t first_mark = 0, mark_count = 0;  ///< into Galley::marks
  Band band;
};

/// A cell as set. `top` of its lines is from the top of its content, below the padding.
struct SetCell {
  std::uint16_t column = 0, column_span = 1;
  std::uint32_t row = 0, row_span = 1;
  doc::VerticalAlign vertical = doc::VerticalAlign::Top;
  SetLines lines;
  /// The same with `(ต่อ)`, for pages on which its rows go on; as many lines. Null: it is not set again, or as it is.
  std::shared_ptr<const SetLines> again;
};

struct SetRow {
  doc::RowKind kind = doc::RowKind::Body;
  std::uint8_t level = 0;
  std::optional<std::uint32_t> group;  ///< innermost group that holds the row: into SetTable::groups
  base::Length height;                 ///< uncut, with what its cells and the spans that end in it need
  base::Length minimum;                ///< of any part of it, however empty
  base::Length shared;  ///< uncut, at least: the same row's height in the other parts of a table split by columns
  std::uint32_t first_cell = 0, cell_count = 0;  ///< into SetTable::cells: the cells that start in this row
};

/// A group's label with `(ต่อ)` over all columns, for the pages it continues on.
struct ContinuedGroup {
  std::uint32_t row = 0;
  base::Length height;
  SetCell cell;
};

/// The row ยอดยกไป or ยอดยกมา of one page break.
struct CarriedRow {
  std::vector<SetCell> forward, brought;
};
struct CarryPlan;  // layout/carry.h

/// A table as set. Its strips in the galley name it by index.
struct SetTable {
  std::string name;                 ///< for messages: its caption, else its first column heads
  std::vector<base::Length> edges;  ///< of the columns, one more than columns
  std::vector<SetRow> rows;         ///< header rows first
  std::uint32_t header_rows = 0;
  base::Length header_height;
  std::vector<SetCell> cells;
  std::vector<std::uint32_t> owner;    ///< rows x columns: the cell that covers each place, or kUncovered
  std::vector<ContinuedGroup> groups;  ///< by row
  std::vector<Strip> continuation;     ///< caption with `(ต่อ)` and unit line: above the head on later pages
  doc::Rules rules = doc::Rules::Grid;
  bool split_rows = true, repeat_header = true;
  base::Length carry_height;                    ///< of a row of carried sums; zero: none are carried
  std::shared_ptr<const CarryPlan> carry;       ///< null: none are carried
  std::map<std::uint32_t, CarriedRow> carried;  ///< by the row the break stands before; filled when cuts are known

  std::size_t columns() const { return edges.size() - 1; }
};
inline constexpr std::uint32_t kUncovered = 0xFFFFFFFF;
inline constexpr base::Length kCellPaddingX = base::Length::pt(3);
inline constexpr base::Length kCellPaddingY = base::Length::pt(1);

/// A footnote, set: lines from top = 0.
struct SetNote {
  SetLines lines;
};

struct Galley {
  std::vector<Strip> strips;
  std::vector<SetTable> tables;
  std::vector<Mark> marks;
  std::vector<SetNote> footnotes;  ///< by number - 1
  std::vector<page::Tag> tags;     ///< in reading order; 0 stands for the document root
};

/// `galley` dump: one line a strip with its heights and break class, rows with their cells below.
std::string dump(const Galley& galley, const text::FontBook& fonts);

}  // namespace phaen::layout
