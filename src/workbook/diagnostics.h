// SPDX-License-Identifier: GPL-3.0-or-later
// The wording of every message of the module.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace phaen::workbook::diagnostics {

/// W001: `length` UTF-16 units, more than 31.
base::Diagnostic sheet_name_too_long(std::string_view name, std::size_t length, std::string_view fitted);
/// W002: one of `[ ] : * ? / \`, an apostrophe at an end, an empty or a reserved name. `found` names what it is.
base::Diagnostic sheet_name_invalid(std::string_view name, const base::Bilingual& found, std::string_view fitted);
/// W003: two sheets of one name; Excel does not tell upper from lower case.
base::Diagnostic sheet_name_taken(std::string_view name, std::string_view fitted);
/// W004: a cell of more than 32,767 UTF-16 units. `cell`: `D12`.
base::Diagnostic text_too_long(std::string_view sheet, std::string_view cell, std::size_t length);
/// W005, a warning: a header or footer of more than 255 UTF-16 units was cut.
base::Diagnostic header_too_long(std::string_view sheet, std::size_t length);
/// W006: two merged ranges share cells.
base::Diagnostic merges_overlap(std::string_view sheet, std::string_view first, std::string_view second);
/// W007: more rows than 1,048,576 or more columns than 16,384.
base::Diagnostic too_many_rows(std::string_view sheet, std::size_t rows);
base::Diagnostic too_many_columns(std::string_view sheet, std::size_t columns);
/// W008, a warning: a row would need more than 409.5 pt; its text is partly hidden until the column is widened.
base::Diagnostic row_too_high(std::string_view sheet, std::string_view cell, int pixels);
/// W009, a warning: a figure of more than 15 significant digits, which a cell cannot hold.
base::Diagnostic figure_too_precise(std::string_view sheet, std::string_view cell, std::string_view figure);
/// W010, a warning: a page number asked for on a sheet, whose target is on no sheet.
base::Diagnostic page_reference(std::string_view sheet, std::string_view label);
/// W011: a character XML cannot carry (U+FFFE, U+FFFF); it was replaced by U+FFFD.
base::Diagnostic unwritable_character(std::string_view sheet, std::string_view cell);
/// W012: a picture that is neither PNG nor JPEG, or damaged.
base::Diagnostic unreadable_picture(std::string_view sheet, std::string_view alternative);
/// W013, a warning: groups nested deeper than the 7 outline levels of Excel.
base::Diagnostic outline_too_deep(std::string_view sheet, int levels);
/// W014, a warning: a link longer than 2,079 bytes or a sheet with more than 65,530 links; the text stays, unlinked.
base::Diagnostic link_dropped(std::string_view sheet, std::string_view cell, const base::Bilingual& reason);
/// W015, a warning: paper other than A4 or A3 prints on A4.
base::Diagnostic unknown_paper(std::string_view sheet, std::string_view size);
/// W016: a formula longer than Excel's 8,192 characters; the cell holds its value only.
base::Diagnostic formula_too_long(std::string_view sheet, std::string_view cell, std::size_t length);
/// W017, a warning: a derived figure whose inputs a formula cannot combine (figures in different units, or shown as
/// text); the cell holds its value only.
base::Diagnostic formula_left_out(std::string_view sheet, std::string_view cell);
/// W018, a warning: more than 1,023 page breaks; the later ones were left out.
base::Diagnostic too_many_page_breaks(std::string_view sheet, std::size_t breaks);
/// W020: the writing library or the temporary file failed.
base::Diagnostic writing_failed(std::string_view step, std::string_view reason);

}  // namespace phaen::workbook::diagnostics
