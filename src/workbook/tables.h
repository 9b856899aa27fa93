// SPDX-License-Identifier: GPL-3.0-or-later
// The interned parts of a workbook: each style, text and number format stands in it once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "workbook/workbook.h"

namespace phaen::thai {
struct Format;
}

namespace phaen::workbook {

class StyleTable {
 public:
  explicit StyleTable(std::vector<Style>& styles) : styles_(styles) {}
  /// Throws std::length_error at more than 65,535 styles, which no style sheet can ask for.
  StyleId intern(const Style& style);

 private:
  struct Hash {
    std::size_t operator()(const Style& style) const;
  };
  std::vector<Style>& styles_;
  std::unordered_map<Style, StyleId, Hash> known_;
};

class TextTable {
 public:
  explicit TextTable(std::deque<Text>& texts) : texts_(texts) {}
  TextId intern(std::string_view text);
  /// A text with runs, or one that is still to be completed: never shared.
  TextId add(Text text);

 private:
  std::deque<Text>& texts_;
  std::unordered_map<std::string_view, TextId> known_;  ///< views of texts_, whose elements never move
};

/// A typed value as a worksheet holds it: exact, in the unit its format prints.
struct Figure {
  Value value;  ///< a Decimal or a Date
  std::uint16_t number_format = 0;
};

/// Unit of a figure's cell, as far as a formula over several cells must know it.
enum class Scale : std::uint8_t { One, Million };

class FigureTable {
 public:
  FigureTable(std::vector<std::string>& number_formats, doc::Digits digits)
      : number_formats_(number_formats), digits_(digits) {}

  /// The figure of a cell; nothing when the cell shows text: its value is missing or a yes/no, its format prints text,
  /// or a date stands before March 1900, where Excel's calendar has a day too many. `printed` tells how the document
  /// prints negative numbers and zero.
  std::optional<Figure> figure_of(const doc::CellValue& value, std::string_view format, std::string_view printed);
  Scale scale_of(std::string_view format);

 private:
  struct Known {
    const thai::Format* format = nullptr;
    Scale scale = Scale::One;
    std::map<std::uint32_t, std::optional<std::uint16_t>> codes;  ///< by kind of value, decimals, sign and zero style
  };
  Known& known(std::string_view name);
  std::uint16_t intern(std::string code);
  std::optional<Figure> plain_figure(const doc::CellValue& value);

  std::vector<std::string>& number_formats_;
  doc::Digits digits_;
  std::map<std::string, Known, std::less<>> known_;
};

}  // namespace phaen::workbook
