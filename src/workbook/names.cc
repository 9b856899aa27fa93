// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/names.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "text/clusters.h"
#include "workbook/diagnostics.h"

namespace phaen::workbook {
namespace {

using base::Bilingual;

constexpr std::string_view kForbidden = "[]:*?/\\";
// libxlsxwriter keeps defined names and their formulas in 128 bytes, the last one a zero, and cuts without an error.
constexpr std::size_t kMaxDefinedNameBytes = 127;

std::size_t utf16_units(char32_t character) { return character > 0xFFFF ? 2 : 1; }

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::optional<Bilingual> fault_of(std::string_view name) {
  if (name.empty()) return Bilingual{"ชื่อว่าง", "an empty name"};
  const auto forbidden = name.find_first_of(kForbidden);
  if (forbidden != std::string_view::npos) {
    return Bilingual{base::format("อักขระ '{}'", name[forbidden]), base::format("the character `{}`", name[forbidden])};
  }
  if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; })) {
    return Bilingual{"อักขระควบคุม", "a control character"};
  }
  if (name.front() == '\'' || name.back() == '\'') {
    return Bilingual{"เครื่องหมาย ' ที่ต้นหรือท้าย", "an apostrophe at an end"};
  }
  if (ascii_lower(name) == "history") return Bilingual{"ชื่อที่ Excel สงวนไว้", "a name Excel keeps for itself"};
  return std::nullopt;
}

std::string mended(std::string_view name) {
  std::string result;
  for (char c : name) {
    const bool bad = kForbidden.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20;
    result += bad ? '-' : c;
  }
  while (!result.empty() && result.front() == '\'') result.erase(0, 1);
  while (!result.empty() && result.back() == '\'') result.pop_back();
  if (result.empty()) return "แผ่นงาน";
  if (ascii_lower(result) == "history") return result + " (2)";
  return result;
}

bool is_taken(std::string_view name, const std::vector<Sheet>& earlier) {
  const std::string lower = ascii_lower(name);
  return std::any_of(earlier.begin(), earlier.end(), [&](const Sheet& s) { return ascii_lower(s.name) == lower; });
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = base::utf8::decode(text, at);
    units += utf16_units(decoded.character);
    at += decoded.length;
  }
  return units;
}

std::string_view cut_to_utf16(std::string_view text, std::size_t units) {
  std::size_t used = 0, cluster = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = base::utf8::decode(text, at);
    if (!text::extends_cluster(decoded.character)) cluster = at;
    used += utf16_units(decoded.character);
    if (used > units) return text.substr(0, cluster);
    at += decoded.length;
  }
  return text;
}

std::string column_name(std::uint16_t column) {
  std::string name;
  for (unsigned rest = column + 1U; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

std::string cell_name(std::uint32_t row, std::uint16_t column, Absolute absolute) {
  const char* mark = absolute == Absolute::Yes ? "$" : "";
  return base::format("{}{}{}{}", mark, column_name(column), mark, row + 1);
}

std::string range_name(const Range& range) {
  std::string first = cell_name(range.first_row, range.first_column);
  if (range.first_row == range.last_row && range.first_column == range.last_column) return first;
  return first + ":" + cell_name(range.last_row, range.last_column);
}

std::string_view cut_to_bytes(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

const Cell* cell_at(const Sheet& sheet, std::uint32_t row, std::uint16_t column) {
  if (row >= sheet.rows.size()) return nullptr;
  for (const Cell& cell : sheet.rows[row].cells)
    if (cell.column == column) return &cell;
  return nullptr;
}

std::string quoted_sheet(std::string_view name) {
  std::string quoted = "'";
  for (char c : name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

bool print_titles_fit(std::string_view sheet, std::pair<std::uint32_t, std::uint32_t> rows,
                      std::pair<std::uint16_t, std::uint16_t> columns) {
  const std::string name = quoted_sheet(sheet);
  const std::string formula = base::format("{}!${}:${},{}!${}:${}", name, column_name(columns.first),
                                           column_name(columns.second), name, rows.first + 1, rows.second + 1);
  return formula.size() <= kMaxDefinedNameBytes;
}

std::string sheet_name(const std::string& wanted, const std::vector<Sheet>& earlier, base::Diagnostics& diagnostics) {
  std::string name = wanted;
  if (const auto fault = fault_of(name)) {
    name = mended(name);
    diagnostics.add(diagnostics::sheet_name_invalid(wanted, *fault, cut_to_utf16(name, kMaxSheetName)));
  }
  if (const std::size_t length = utf16_length(name); length > kMaxSheetName) {
    name = mended(cut_to_utf16(name, kMaxSheetName));
    diagnostics.add(diagnostics::sheet_name_too_long(wanted, length, name));
  }
  if (!is_taken(name, earlier)) return name;
  for (int number = 2;; ++number) {
    const std::string suffix = base::format(" ({})", number);
    std::string next = std::string(cut_to_utf16(name, kMaxSheetName - suffix.size())) + suffix;
    if (is_taken(next, earlier)) continue;
    diagnostics.add(diagnostics::sheet_name_taken(wanted, next));
    return next;
  }
}

}  // namespace phaen::workbook
