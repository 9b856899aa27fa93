// SPDX-License-Identifier: GPL-3.0-or-later
// All messages of layout, letter Y. `section` is the section's name; `what` names the table, heading or paragraph.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/length.h"

namespace phaen::layout::diagnostics {

/// Y001: fixed columns are wider than the measure.
base::Diagnostic columns_too_wide(base::Position where, std::string_view table, base::Length columns,
                                  base::Length measure);
/// Y002: a column is narrower than the longest word in it.
base::Diagnostic word_wider_than_column(base::Position where, std::string_view table, std::string_view column,
                                        base::Length word, base::Length width);
/// Y003: an image without a text for those who do not see it.
base::Diagnostic image_without_alternative(std::string_view section);
/// Y004: image bytes that are neither PNG nor JPEG.
base::Diagnostic image_unreadable(std::string_view section, std::string_view alternative);
/// Y005: an image higher than the page, made smaller.
base::Diagnostic image_made_smaller(std::string_view section, std::string_view alternative);
/// Y006: a reference to a label that no block has.
base::Diagnostic unknown_label(std::string_view section, std::string_view label);
/// Y007: two blocks with one label.
base::Diagnostic label_twice(std::string_view section, std::string_view label);
/// Y008: cells that overlap or stand outside the columns or rows.
base::Diagnostic cells_overlap(std::string_view section, std::string_view table, std::size_t row, std::size_t column);
/// Y009: a strip higher than the page; it overflows.
base::Diagnostic higher_than_page(std::string_view section, base::Length height, base::Length body);
/// Y010: page numbers that still change in the last round.
base::Diagnostic numbers_do_not_settle(std::string_view label);
/// Y011: a table head that takes more than half of the page is not repeated.
base::Diagnostic head_not_repeated(std::string_view section, std::string_view table);
/// Y012: the family has no such face.
base::Diagnostic no_face(std::string_view family, bool bold, bool italic);
/// Y013: margins leave no room for text.
base::Diagnostic no_room(std::string_view section);
/// Y014: contents with nothing to list.
base::Diagnostic empty_contents(std::string_view section);

/// Y015: rows of carried sums that take more than a sixth of the page are left out.
base::Diagnostic sums_not_carried(std::string_view section, std::string_view table);

}  // namespace phaen::layout::diagnostics
