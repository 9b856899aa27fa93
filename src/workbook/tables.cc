// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/tables.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "doc/derivation.h"
#include "thai/formats.h"

namespace phaen::workbook {
namespace {

// The first day both calendars agree on: Excel believes that 1900 was a leap year.
constexpr base::Date kFirstExcelDate{1900, 3, 1};

// Years and whole numbers are integers in the plan, decimals of scale 0 in a cell.
base::Value accepted_form(const thai::Format& format, const doc::CellValue& value) {
  base::Value plain = doc::plain_value(value);
  const auto* number = std::get_if<base::Decimal>(&value);
  if (number != nullptr && number->scale() == 0 && !thai::accepts(format, plain)) return number->units();
  return plain;
}

int scale_of_value(const doc::CellValue& value) {
  const auto* number = std::get_if<base::Decimal>(&value);
  return number != nullptr ? number->scale() : 0;
}

bool is_negative(const doc::CellValue& value) {
  if (const auto* number = std::get_if<base::Decimal>(&value)) return number->is_negative();
  if (const auto* money = std::get_if<base::Money>(&value)) return money->satang < 0;
  return false;
}

bool is_zero(const doc::CellValue& value) {
  if (const auto* number = std::get_if<base::Decimal>(&value)) return number->is_zero();
  if (const auto* money = std::get_if<base::Money>(&value)) return money->satang == 0;
  return false;
}

// What the printed text tells about the options it was printed with.
thai::FormatOptions options_seen(const doc::CellValue& value, std::string_view printed) {
  thai::FormatOptions options;
  if (is_negative(value) && !printed.empty() && printed.front() == '(')
    options.negative = thai::NegativeStyle::Brackets;
  if (!is_zero(value)) return options;
  for (const auto nil : {thai::NilStyle::Blank, thai::NilStyle::Hyphen, thai::NilStyle::Dash}) {
    if (printed != thai::nil_text(nil)) continue;
    options.zero = thai::ZeroStyle::Nil;
    options.nil = nil;
  }
  return options;
}

// Numbers stay in Arabic digits, which alone are portable; dates can show Thai ones (docs/sources.md).
std::string with_thai_digits(std::string code) {
  constexpr std::string_view kArabic = "[$-107041E]", kThai = "[$-D07041E]";
  if (code.starts_with(kArabic)) code.replace(0, kArabic.size(), kThai);
  return code;
}

std::size_t mix(std::size_t hash, std::uint64_t value) {
  return static_cast<std::size_t>((hash ^ value) * 0x9E3779B97F4A7C15ULL) ^ (hash >> 29);
}

std::uint64_t bits(base::Colour colour) {
  return (std::uint64_t{colour.red} << 16) | (std::uint64_t{colour.green} << 8) | colour.blue;
}

}  // namespace

std::size_t StyleTable::Hash::operator()(const Style& style) const {
  const std::uint64_t flags = (style.bold ? 1U : 0U) | (style.italic ? 2U : 0U) | (style.underline ? 4U : 0U) |
                              (style.wrap ? 16U : 0U) | (style.fill ? 32U : 0U);
  const std::uint64_t place = (static_cast<std::uint64_t>(style.align) << 8) |
                              (static_cast<std::uint64_t>(style.vertical) << 12) |
                              (static_cast<std::uint64_t>(style.rules) << 14) | (std::uint64_t{style.indent} << 16) |
                              (std::uint64_t{style.number_format} << 24);
  std::size_t hash = mix(0, static_cast<std::uint64_t>(style.size.units()));
  hash = mix(hash, flags | place);
  return mix(hash, (bits(style.colour) << 24) | (style.fill ? bits(*style.fill) : 0));
}

StyleId StyleTable::intern(const Style& style) {
  const auto found = known_.find(style);
  if (found != known_.end()) return found->second;
  if (styles_.size() > std::numeric_limits<StyleId>::max()) throw std::length_error("too many cell styles");
  const auto id = static_cast<StyleId>(styles_.size());
  styles_.push_back(style);
  known_.emplace(style, id);
  return id;
}

TextId TextTable::intern(std::string_view text) {
  const auto found = known_.find(text);
  if (found != known_.end()) return found->second;
  const TextId id = add({std::string(text), {}});
  known_.emplace(texts_.back().text, id);
  return id;
}

TextId TextTable::add(Text text) {
  texts_.push_back(std::move(text));
  return static_cast<TextId>(texts_.size() - 1);
}

FigureTable::Known& FigureTable::known(std::string_view name) {
  if (const auto at = known_.find(name); at != known_.end()) return at->second;
  Known& row = known_[std::string(name)];
  row.format = thai::find_format(name);
  const base::Value probe = base::Money::baht(1'000'000);
  if (row.format != nullptr && row.format->number != nullptr && thai::accepts(*row.format, probe)) {
    const auto million = row.format->number(probe);
    if (million && *million == base::Decimal::integer(1)) row.scale = Scale::Million;
  }
  return row;
}

std::uint16_t FigureTable::intern(std::string code) {
  const auto found = std::find(number_formats_.begin(), number_formats_.end(), code);
  if (found != number_formats_.end()) return static_cast<std::uint16_t>(found - number_formats_.begin());
  number_formats_.push_back(std::move(code));
  return static_cast<std::uint16_t>(number_formats_.size() - 1);
}

std::optional<Figure> FigureTable::plain_figure(const doc::CellValue& value) {
  if (const auto* number = std::get_if<base::Decimal>(&value)) return Figure{*number, 0};
  if (const auto* money = std::get_if<base::Money>(&value)) return Figure{money->to_baht(), 0};
  if (const auto* date = std::get_if<base::Date>(&value)) return Figure{*date, intern("yyyy-mm-dd")};
  return {};
}

std::optional<Figure> FigureTable::figure_of(const doc::CellValue& value, std::string_view format,
                                             std::string_view printed) {
  if (std::holds_alternative<std::monostate>(value) || std::holds_alternative<bool>(value)) return {};
  const auto* date = std::get_if<base::Date>(&value);
  if (date != nullptr && *date < kFirstExcelDate) return {};
  Known& row = known(format);
  if (row.format == nullptr) return plain_figure(value);

  const thai::FormatOptions options = options_seen(value, printed);
  const std::uint32_t key =
      static_cast<std::uint32_t>(value.index()) | static_cast<std::uint32_t>(scale_of_value(value)) << 4 |
      static_cast<std::uint32_t>(options.negative) << 12 | static_cast<std::uint32_t>(options.zero) << 14 |
      static_cast<std::uint32_t>(options.nil) << 16;
  const auto [code, is_new] = row.codes.try_emplace(key);
  const base::Value plain = accepted_form(*row.format, value);
  if (is_new && thai::cell_kind(*row.format, plain) != thai::CellKind::Text) {
    std::string text = thai::excel_number_format(*row.format, plain, options);
    if (digits_ == doc::Digits::Thai) text = with_thai_digits(std::move(text));
    code->second = intern(std::move(text));
  }
  if (!code->second) return {};
  if (row.format->number == nullptr)
    return date != nullptr ? std::optional(Figure{*date, *code->second}) : std::nullopt;
  const auto number = row.format->number(plain);
  return number ? std::optional(Figure{*number, *code->second}) : std::nullopt;
}

Scale FigureTable::scale_of(std::string_view format) { return known(format).scale; }

}  // namespace phaen::workbook
