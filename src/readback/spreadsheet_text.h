// SPDX-License-Identifier: GPL-3.0-or-later
// How spreadsheet parts spell references, numbers and texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/workbook.h"

namespace phaen::readback {

struct CellReference {
  std::uint32_t row = 0;  ///< from 0
  std::uint16_t column = 0;
  auto operator<=>(const CellReference&) const = default;
};

/// `B12`, `$B$12`; nothing on another form or beyond Excel's limits.
std::optional<CellReference> parse_cell_reference(std::string_view text);
/// `A1:C3`, or `A1` for one cell.
std::optional<workbook::Range> parse_range(std::string_view text);
/// A whole number, digits only.
std::optional<std::uint32_t> parse_count(std::string_view text);
/// A number as XML Schema writes a double, independent of the locale.
std::optional<double> parse_number(std::string_view text);

/// Replaces Excel's escapes in place: `_x000D_` stands for the character U+000D.
void resolve_escapes(std::string& text);
/// Drops white space at both ends, as Excel does with a text not marked `xml:space="preserve"`.
std::string_view trimmed(std::string_view text);

/// The code of one of Excel's numbered formats, those that need no `numFmt` element; `0` and `General` are "".
std::string_view built_in_number_format(std::uint32_t id);

/// What to print of two texts that differ: all of short ones; of long ones the surroundings of the first difference.
struct Excerpts {
  std::string expected, found;
};
Excerpts excerpts(std::string_view expected, std::string_view found);

}  // namespace phaen::readback
