// SPDX-License-Identifier: GPL-3.0-or-later
// One section -> one sheet: widths first (the grid all tables of the sheet share), then rows from top to bottom.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "workbook/cell_text.h"
#include "workbook/formula.h"
#include "workbook/grid.h"
#include "workbook/line_counts.h"
#include "workbook/make.h"
#include "workbook/measure.h"
#include "workbook/page_breaks.h"
#include "workbook/tables.h"

namespace phaen::workbook {

/// A place that links and page references point at.
struct Place {
  std::size_t sheet = 0;
  std::uint32_t row = 0;
  std::uint16_t column = 0;
};

/// Shared by all sheets of one workbook.
struct BookState {
  BookState(const doc::DocumentInfo& info_, Options options_, Tools tools_);

  doc::DocumentInfo info;
  Options options;
  Tools tools;
  Workbook book;
  StyleTable styles;
  TextTable texts;
  FigureTable figures;
  Ruler ruler;
  LineCounts line_counts;
  /// Counts what is wanted of `line_counts`.
  void count_lines();
  std::unordered_map<std::string, Place> labels;
  struct PendingLink {
    Place from;
    std::string label;
  };
  std::vector<PendingLink> pending_links;
  struct PendingReference {
    std::size_t sheet = 0;
    TextId text = 0;
    CellText::PageReference reference;
  };
  std::vector<PendingReference> pending_references;

 private:
  // Of the second thread and those after it.
  struct OtherRuler {
    text::FontBook fonts;
    Ruler ruler;
    explicit OtherRuler(const BookState& state);
  };
  std::deque<OtherRuler> other_rulers_;
};

/// A table's rows before its place on the sheet is known: cells stand in table columns, heights are 0.
struct TableDraft {
  const doc::Table* table = nullptr;
  std::vector<Row> rows;
  std::vector<ColumnNeed> needs;
  struct ColumnFigures {
    bool one = false, million = false;  ///< units of its figures
    bool text = false;                  ///< a figure that the sheet shows as text, which no formula can add
  };
  std::vector<ColumnFigures> figures;
  struct CellLink {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    std::string target;
  };
  std::vector<CellLink> links;
  std::vector<int> widths;
};

/// Drafts the rows of a table: texts, figures and styles. Sets `synthetic` when a figure of it is synthetic.
TableDraft draft_table(BookState& state, std::size_t sheet, const doc::Table& table, bool& synthetic);

/// The text of a gathered cell: interned, or with its runs and references. `style` takes on what all of it shares.
TextRef store_text(BookState& state, std::size_t sheet, const CellText& text, Style& style);

/// A paragraph's alignment as a cell has it: distributed text stands left.
doc::Align cell_align(doc::TextAlign align);

/// Type of a style, for measuring.
inline Type type_of(const Style& style) { return {style.size, style.bold, style.italic}; }

class SheetMaker {
 public:
  SheetMaker(BookState& state, const doc::Section& section);
  /// The finished sheet, which the caller appends as the next one.
  Sheet make();

 private:
  void set_page();
  void find_tables(const std::vector<doc::Block>& blocks);
  void make_grid();
  void add_blocks(const std::vector<doc::Block>& blocks);
  void add_block(const doc::Block& block);
  TablePlace add_table(TableDraft& draft);
  void add_image(const doc::Image& image);
  void add_chart(const doc::ChartBlock& block);
  void add_room(int height);
  void add_map(const doc::MapFigure& map);
  void add_text_row(const CellText& text, const doc::ParagraphStyle& style, int depth);
  void add_caption(const doc::Caption& caption);
  void add_label(const std::string& label);
  void add_link(std::uint32_t row, std::uint16_t column, const std::string& target);
  void set_titles(const TableDraft& draft, const TablePlace& place);
  void set_header_footer();

  std::uint32_t next_row() const { return static_cast<std::uint32_t>(sheet_.rows.size()); }
  int width_of(std::uint16_t first, std::uint16_t last) const;

  BookState& state_;
  const doc::Section& section_;
  std::size_t index_;  ///< of this sheet
  Sheet sheet_;
  PrintArea area_;  ///< between the margins of the page
  std::vector<Together> together_;
  std::deque<doc::Table> chart_tables_;  ///< the figures of charts; drafts point at them
  std::vector<TableDraft> drafts_;
  std::size_t next_draft_ = 0;
  bool synthetic_ = false;
  bool after_table_ = false;
};

/// Puts the drafted rows on the sheet: columns on the grid, spans as merges, blanks under the rules, formulas, heights.
void place_table(BookState& state, Sheet& sheet, TableDraft& draft, const TablePlace& place);

}  // namespace phaen::workbook
