// SPDX-License-Identifier: GPL-3.0-or-later
// Names and references as Excel spells them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "workbook/workbook.h"

namespace phaen::workbook {

/// Length in UTF-16 units, in which Excel counts names and texts.
std::size_t utf16_length(std::string_view text);
/// The longest beginning of at most `units` UTF-16 units that does not cut a Thai cluster.
std::string_view cut_to_utf16(std::string_view text, std::size_t units);

/// `N`, `XFD`.
std::string column_name(std::uint16_t column);
/// `B12`; with `Absolute::Yes`, `$B$12`.
enum class Absolute : std::uint8_t { No, Yes };
std::string cell_name(std::uint32_t row, std::uint16_t column, Absolute absolute = Absolute::No);
/// `H3:K3`, or `H3` for one cell.
std::string range_name(const Range& range);
/// `'ชื่อ''แผ่น'`: quoted always, which Excel accepts for any name.
std::string quoted_sheet(std::string_view name);

/// Whether a print-titles name for rows and columns together stays within the 127 bytes the writing library keeps; a
/// longer one would be cut in the middle of the sheet name (TH35).
bool print_titles_fit(std::string_view sheet, std::pair<std::uint32_t, std::uint32_t> rows,
                      std::pair<std::uint16_t, std::uint16_t> columns);

/// The name of the next sheet: the wanted one when Excel takes it, else the nearest that it takes, with a diagnostic
/// (W001 too long, W002 a character or form Excel forbids, W003 taken by an earlier sheet).
std::string sheet_name(const std::string& wanted, const std::vector<Sheet>& earlier, base::Diagnostics& diagnostics);

/// At most so many bytes, ending between two characters.
std::string_view cut_to_bytes(std::string_view text, std::size_t bytes);
/// Bytes of a text for those who do not see a picture that the writing library keeps; it cuts inside characters.
inline constexpr std::size_t kMaxDescription = 2'070;

/// The cell that stands there; null: none does.
const Cell* cell_at(const Sheet& sheet, std::uint32_t row, std::uint16_t column);

}  // namespace phaen::workbook
