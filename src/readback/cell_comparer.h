// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readback/differences.h"
#include "readback/package.h"
#include "readback/spreadsheet_text.h"
#include "readback/workbook_parts.h"
#include "workbook/workbook.h"

namespace phaen::readback {

/// What cells refer to, and where differences go. All outlive the comparison.
struct CellContext {
  const workbook::Workbook& book;
  const SharedStringReader& texts;
  const StyleReader& styles;
  Differences& differences;
};

/// Compares the rows and cells of a worksheet with those it was made from, while they are read: nothing of the part is
/// kept but the cell at hand.
class CellComparer {
 public:
  /// `sheet` outlives the comparer.
  CellComparer(const CellContext& context, const workbook::Sheet& sheet);

  /// The elements of the worksheet, in order; those that are no part of a row are passed over.
  void start(std::string_view element, const Attributes& attributes);
  void end(std::string_view element);
  void characters(std::string_view text);
  /// After the last element: reports the rows that never came.
  void finish();

  std::size_t cells() const { return cells_; }
  std::size_t formulas() const { return formulas_; }

 private:
  struct Found {
    std::uint16_t column = 0;
    std::uint32_t style = 0;
    std::string type, value, formula;
    bool has_value = false, has_formula = false;
  };
  enum class Type : std::uint8_t { Blank, Text, Number, Other };
  /// A found value: `text` is the text, or the number or anything else as the file spells it.
  struct Content {
    Type type = Type::Blank;
    std::string_view text;
  };

  void begin_row(const Attributes& attributes);
  void begin_cell(const Attributes& attributes);
  void end_cell();
  void end_row();
  void lose_rows_before(std::uint32_t row);
  void lose_cells_before(std::uint16_t column);
  void compare_row(std::uint32_t row, int height, std::uint32_t outline);
  void compare_cell(const workbook::Cell& cell);
  bool is_merged_blank() const;
  Content content() const;
  bool is_equal(const workbook::Cell& cell, const Content& content) const;
  base::Bilingual described(const workbook::Cell& cell) const;
  base::Bilingual described(const Content& content) const;
  diagnostics::CellPlace place(std::uint16_t column) const;

  CellContext context_;
  const workbook::Sheet& sheet_;
  std::vector<const workbook::Merge*> merges_;     ///< by first row
  std::size_t next_merge_ = 0;                     ///< of merges_: the first below the row at hand
  std::vector<const workbook::Merge*> by_column_;  ///< the last merge that covers each column down to the row at hand
  std::uint32_t row_ = 0, next_row_ = 0;           ///< at hand; the first not yet compared
  std::uint16_t next_column_ = 0;                  ///< of a cell without a reference
  std::size_t next_cell_ = 0;                      ///< of the expected row: the first not yet compared
  Found found_;
  TextCollector collector_;
  RichTextReader inline_text_;
  bool in_cell_ = false, in_inline_text_ = false;
  std::size_t cells_ = 0, formulas_ = 0;
};

}  // namespace phaen::readback
