// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and texts in SpreadsheetML (ECMA-376 part 1, 18.3 and 18.4). They are nearly all of a workbook, and the writing
// library takes figures as doubles: of 68.1 it makes 68.09999999999999. Here they keep their decimals.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "workbook/workbook.h"

namespace phaen::workbook {

/// Appends the `<sheetData>` element: rows with heights and outline levels, cells with values and formulas. What a
/// ruled or filled merge covers stands there blank, with the look of the merge. `formats`: for each style of the book
/// its index among the cell formats of the styles part.
void append_sheet_data(std::string& out, const Workbook& book, const Sheet& sheet,
                       const std::vector<std::uint32_t>& formats);

/// The whole part `xl/sharedStrings.xml`: the texts of the book, each at the index of its id. A text of runs takes the
/// type of the cell it stands in.
std::string shared_strings(const Workbook& book);

/// Excel steps font sizes by half points.
std::int64_t half_points(base::Length size, const SheetFont& font);

}  // namespace phaen::workbook
