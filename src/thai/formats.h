// SPDX-License-Identifier: GPL-3.0-or-later
// The named formats of templates, `{amount | baht}`, as one table: what each takes, what it prints, how a worksheet
// shows the same value. The table is the documentation, and a test runs every example in it.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"
#include "thai/numbers.h"

namespace phaen::thai {

/// How a document or a table prints values that are missing, zero or negative.
struct FormatOptions {
  NilStyle nil = NilStyle::Hyphen;
  ZeroStyle zero = ZeroStyle::Figure;
  NegativeStyle negative = NegativeStyle::Minus;
  bool operator==(const FormatOptions&) const = default;
};

/// A set of field types.
class FieldTypes {
 public:
  constexpr FieldTypes(std::initializer_list<base::FieldType> types) {
    for (base::FieldType type : types) bits_ |= bit(type);
  }
  constexpr bool contains(base::FieldType type) const { return (bits_ & bit(type)) != 0; }
  std::vector<base::FieldType> list() const;

 private:
  static constexpr std::uint32_t bit(base::FieldType type) { return std::uint32_t{1} << static_cast<unsigned>(type); }
  std::uint32_t bits_ = 0;
};

/// Which digits the result is printed in.
enum class DigitRule : std::uint8_t {
  ByDocument,  ///< Arabic digits, which the switch of the document may turn into Thai ones (thai/digits.h)
  Fixed,       ///< the digits are the point of the format: nothing changes them later
};

/// What a worksheet cell of the format holds.
enum class CellKind : std::uint8_t { Text, Number, Date };

struct FormatExample {
  base::FieldType type = base::FieldType::Text;
  std::string_view input;  ///< in the canonical form of the CSV files (base::canonical_text)
  std::string_view output;
};

struct Format {
  std::string_view name;
  FieldTypes accepts;
  std::string_view th, en;  ///< what it prints, in one line
  /// The Excel number format of a cell, without prefix, suffix and sections: `#,##0`. `@` for text.
  std::string_view excel;
  std::string_view prefix, suffix;  ///< printed before and after the figure: `ร้อยละ `, `%`
  /// The decimals of the value decide how many the cell shows (`excel` then has none).
  bool keeps_scale = false;
  CellKind cell = CellKind::Text;
  DigitRule digits = DigitRule::ByDocument;
  /// The exact number a Number cell holds, in the unit the format prints (million baht for `million-baht`). Nothing for
  /// a value that is no number, such as a ratio.
  std::optional<base::Decimal> (*number)(const base::Value&) = nullptr;
  /// REQUIRES: the value is accepted and not missing.
  std::string (*apply)(const base::Value&, const FormatOptions&) = nullptr;
  std::array<FormatExample, 5> example_slots;

  std::span<const FormatExample> examples() const;
};

/// All formats, in the order the documentation lists them.
std::span<const Format> formats();
/// Nothing (nullptr) for an unknown name.
const Format* find_format(std::string_view name);
/// The format of a field that a template prints without naming one.
const Format& default_format(base::FieldType type);
/// All names, for "did you mean".
std::vector<std::string> format_names();

/// Whether the format can print a value of this kind. A missing value always.
bool accepts(const Format& format, const base::Value& value);
/// The printed text. A missing value is the nil text; with ZeroStyle::Nil a number that is exactly zero too.
/// Throws std::logic_error when the format does not accept the value: templates are checked before any data is read.
std::string format_value(const Format& format, const base::Value& value, const FormatOptions& options = {});

/// The kind of the cell for this very value: a ratio in a number format is text; a missing value is text too.
CellKind cell_kind(const Format& format, const base::Value& value);
/// The complete Excel number format, with prefix, suffix and the sections for negative numbers and zero.
std::string excel_number_format(const Format& format, const base::Value& value, const FormatOptions& options = {});

}  // namespace phaen::thai
