// SPDX-License-Identifier: GPL-3.0-or-later
// The wording of the messages about workbooks that were read back. All are errors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace phaen::readback::diagnostics {

/// A cell of a finished workbook: `D12`.
struct CellPlace {
  std::string_view file, sheet;
  std::string cell;
};

/// R020: not a readable workbook. `reason` is the reading library's, English.
base::Diagnostic workbook_unreadable(std::string_view file, std::string_view reason);
/// R021: a part is damaged or no well-formed XML; `offset` in its bytes.
base::Diagnostic part_damaged(std::string_view file, std::string_view part, std::size_t offset,
                              std::string_view reason);
/// R022: a part the workbook needs is not in the file.
base::Diagnostic part_missing(std::string_view file, std::string_view part);
/// R023: another number of sheets.
base::Diagnostic sheet_count_differs(std::string_view file, std::size_t expected, std::size_t found);
/// R024: a sheet has another name. `number` from 1.
base::Diagnostic sheet_name_differs(std::string_view file, std::size_t number, std::string_view expected,
                                    std::string_view found);
/// R025: a cell holds another value, or its formula another cached result.
base::Diagnostic value_differs(const CellPlace& place, const base::Bilingual& expected, const base::Bilingual& found);
/// R026: a cell has another formula, or none, or one it should not have. Empty: none.
base::Diagnostic formula_differs(const CellPlace& place, std::string_view expected, std::string_view found);
/// R027: a cell was lost.
base::Diagnostic cell_missing(const CellPlace& place, const base::Bilingual& expected);
/// R028: a cell where none was written.
base::Diagnostic unexpected_cell(const CellPlace& place, const base::Bilingual& found);
/// R029: a cell has another number format.
base::Diagnostic number_format_differs(const CellPlace& place, std::string_view expected, std::string_view found);
/// R030: a merged range was lost. `place.cell`: `A1:C1`.
base::Diagnostic merge_missing(const CellPlace& place);
/// R031: cells are merged that should not be.
base::Diagnostic unexpected_merge(const CellPlace& place);
/// R032: a setting of a sheet: a width, a height, frozen panes, printing.
base::Diagnostic setting_differs(std::string_view file, std::string_view sheet, const base::Bilingual& setting,
                                 std::string_view expected, std::string_view found);
/// R033: a link leads elsewhere. Empty: there is none.
base::Diagnostic link_differs(const CellPlace& place, std::string_view expected, std::string_view found);
/// R034: a comment says something else. Empty: there is none.
base::Diagnostic note_differs(const CellPlace& place, std::string_view expected, std::string_view found);
/// R035: a defined name is lost, added, cut short or names other cells. Empty: there is none.
base::Diagnostic defined_name_differs(std::string_view file, std::string_view name, std::string_view expected,
                                      std::string_view found);
/// R036: a document property.
base::Diagnostic property_differs(std::string_view file, std::string_view property, std::string_view expected,
                                  std::string_view found);
/// R037: how many more differences there are than the messages shown.
base::Diagnostic more_differences_in_workbook(std::string_view file, std::size_t count);

}  // namespace phaen::readback::diagnostics
