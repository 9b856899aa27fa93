// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doc/document.h"
#include "workbook/tables.h"
#include "workbook/workbook.h"

namespace phaen::workbook {

/// Where a table of the document stands on a sheet.
struct TablePlace {
  std::uint32_t first_row = 0;  ///< sheet row of the table's row 0
  /// First sheet column of each table column, and one past the last: columns of a narrow table may cover several.
  std::vector<std::uint16_t> edges;
};

/// What a formula needs to know besides its ranges.
struct FormulaContext {
  bool is_nil = false;        ///< the computed result is missing
  Scale target = Scale::One;  ///< of the cell
  std::vector<Scale> inputs;  ///< of each range
};

/// The Excel formula, without `=`, that computes what the document computed: missing inputs and a zero denominator give
/// an empty text, never an error. Nothing when no formula can say it (a sum over figures in different units).
std::optional<std::string> formula_text(const doc::Formula& formula, const TablePlace& place,
                                        const FormulaContext& context);

/// Excel's limit for the text of a formula.
inline constexpr std::size_t kMaxFormula = 8'192;

}  // namespace phaen::workbook
