// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/spreadsheet_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace phaen::readback {
namespace {

constexpr std::size_t kExcerpt = 180;  // bytes: about 60 Thai characters
constexpr std::size_t kBefore = 60;    // of them before the difference

template <typename Number, typename... Format>
std::optional<Number> parse_all(std::string_view text, Format... format) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number, format...);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return std::min(at, text.size());
}

std::string excerpt(std::string_view text, std::size_t begin) {
  const std::size_t end = character_start(text, std::min(text.size(), begin + kExcerpt));
  std::string result = begin > 0 ? "…" : "";
  result += text.substr(begin, end - begin);
  if (end < text.size()) result += "…";
  return result;
}

}  // namespace

std::optional<CellReference> parse_cell_reference(std::string_view text) {
  if (text.starts_with('$')) text.remove_prefix(1);
  std::uint32_t column = 0;
  std::size_t letters = 0;
  while (letters < text.size() && letters < 4 && is_letter(text[letters])) {
    column = column * 26 + static_cast<std::uint32_t>(text[letters++] - 'A' + 1);
  }
  text.remove_prefix(letters);
  if (text.starts_with('$')) text.remove_prefix(1);
  const auto row = parse_count(text);
  if (column == 0 || column > workbook::kMaxColumns || !row || *row == 0 || *row > workbook::kMaxRows) {
    return std::nullopt;
  }
  return CellReference{*row - 1, static_cast<std::uint16_t>(column - 1)};
}

std::optional<workbook::Range> parse_range(std::string_view text) {
  const auto colon = text.find(':');
  const auto first = parse_cell_reference(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_cell_reference(text.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return workbook::Range{first->row, last->row, first->column, last->column};
}

std::optional<std::uint32_t> parse_count(std::string_view text) { return parse_all<std::uint32_t>(text); }

std::optional<double> parse_number(std::string_view text) { return parse_all<double>(text); }

void resolve_escapes(std::string& text) {
  std::string resolved;
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos;) {
    const auto code = parse_all<std::uint32_t>(std::string_view(text).substr(at + 2, 4), 16);
    const bool is_surrogate = code && *code >= 0xD800 && *code <= 0xDFFF;
    if (at + 6 >= text.size() || text[at + 6] != '_' || !code || is_surrogate) {
      ++at;
      continue;
    }
    resolved.append(text, copied, at - copied);
    base::utf8::append(resolved, static_cast<char32_t>(*code));
    copied = at += 7;
  }
  if (copied > 0) text = resolved + text.substr(copied);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

std::string_view built_in_number_format(std::uint32_t id) {
  // ECMA-376 part 1, 18.8.30; gaps are formats that differ by language.
  constexpr std::array<std::string_view, 50> kCodes = [] {
    std::array<std::string_view, 50> codes{};
    constexpr std::array<std::string_view, 22> kFirst = {
        "0",      "0.00",       "#,##0",         "#,##0.00", "",         "",           "",         "",
        "0%",     "0.00%",      "0.00E+00",      "# ?/?",    "# ?\?/??", "mm-dd-yy",   "d-mmm-yy", "d-mmm",
        "mmm-yy", "h:mm AM/PM", "h:mm:ss AM/PM", "h:mm",     "h:mm:ss",  "m/d/yy h:mm"};
    for (std::size_t i = 0; i < kFirst.size(); ++i) codes[i + 1] = kFirst[i];
    codes[37] = "#,##0 ;(#,##0)";
    codes[38] = "#,##0 ;[Red](#,##0)";
    codes[39] = "#,##0.00;(#,##0.00)";
    codes[40] = "#,##0.00;[Red](#,##0.00)";
    codes[45] = "mm:ss";
    codes[46] = "[h]:mm:ss";
    codes[47] = "mmss.0";
    codes[48] = "##0.0E+0";
    codes[49] = "@";
    return codes;
  }();
  return id < kCodes.size() ? kCodes[id] : std::string_view{};
}

Excerpts excerpts(std::string_view expected, std::string_view found) {
  if (expected.size() <= kExcerpt && found.size() <= kExcerpt) return {std::string(expected), std::string(found)};
  const auto difference = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end()).first;
  const auto at = static_cast<std::size_t>(difference - expected.begin());
  // Both share everything before the difference, so one character start serves both.
  const std::size_t begin = at > kBefore ? character_start(expected, at - kBefore) : 0;
  return {excerpt(expected, begin), excerpt(found, begin)};
}

}  // namespace phaen::readback
