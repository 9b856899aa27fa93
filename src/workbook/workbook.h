// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the document tree -> sheets -> xlsx bytes. A Workbook is a plain value: everything an .xlsx file will show,
// decided and measured; writing it decides nothing. Rows and columns are counted from 0, as everywhere in the program;
// only A1 references in formulas and dumps count from 1.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/length.h"
#include "base/origin.h"
#include "base/result.h"
#include "doc/document.h"

namespace phaen::workbook {

/// Excel's own limits (Microsoft, "Excel specifications and limits").
inline constexpr std::size_t kMaxRows = 1'048'576;
inline constexpr std::size_t kMaxColumns = 16'384;
inline constexpr std::size_t kMaxSheetName = 31;      ///< UTF-16 units
inline constexpr std::size_t kMaxCellText = 32'767;   ///< UTF-16 units
inline constexpr std::size_t kMaxHeaderFooter = 255;  ///< UTF-16 units, control codes included
inline constexpr std::size_t kMaxPropertyText = 255;  ///< UTF-16 units
inline constexpr int kMaxRowHeight = 546;             ///< pixels: 409.5 pt
inline constexpr int kMaxColumnWidth = 1790;          ///< pixels: 255 characters
inline constexpr int kMaxOutlineLevel = 7;
inline constexpr std::size_t kMaxPageBreaks = 1'023;

/// The font the sheets name. `scale` and `pitch` are permille of the nominal office point: TH Sarabun 1000 and 1331;
/// Sarabun 680 and 884 (reference measurements of the family scales).
struct SheetFont {
  std::string name = "TH SarabunPSK";
  int scale_permille = 1000;
  int pitch_permille = 1331;  ///< distance of baselines
  bool operator==(const SheetFont&) const = default;
};

using StyleId = std::uint16_t;
using TextId = std::uint32_t;
/// Index into Workbook::formulas plus one; 0 = no formula.
using FormulaId = std::uint32_t;

/// How a cell looks.
struct Style {
  base::Length size = base::Length::pt(16);  ///< nominal office points
  bool bold = false, italic = false, underline = false;
  doc::Rules rules = doc::Rules::None;  ///< thin and black: on all four sides, or above and below
  bool wrap = true;
  doc::Align align = doc::Align::Left;  ///< Left, Centre or Right: Excel stretches the last line too
  doc::VerticalAlign vertical = doc::VerticalAlign::Top;
  std::uint8_t indent = 0;          ///< Excel's indent steps
  std::uint16_t number_format = 0;  ///< index into Workbook::number_formats
  base::Colour colour;
  std::optional<base::Colour> fill;
  bool operator==(const Style&) const = default;
};

/// A stretch of a text that looks unlike its cell.
struct TextRun {
  std::size_t end = 0;  ///< byte offset after the run
  doc::Emphasis emphasis;
  bool operator==(const TextRun&) const = default;
};
/// A text of the workbook; runs are empty when the cell's style says all.
struct Text {
  std::string text;  ///< `\n` between lines
  std::vector<TextRun> runs;
};

struct TextRef {
  TextId id = 0;
  bool operator==(const TextRef&) const = default;
};

/// What a cell holds; of a cell with a formula, the cached result. Nothing: blank.
using Value = std::variant<std::monostate, TextRef, base::Decimal, base::Date>;

struct Cell {
  std::uint16_t column = 0;
  StyleId style = 0;
  base::OriginId origin = base::kNoOrigin;
  FormulaId formula = 0;
  Value value;
};

struct Row {
  int height = 0;  ///< pixels of 1/96 inch
  std::uint8_t outline = 0;
  std::vector<Cell> cells;  ///< in column order; cells covered by a merge are not listed
};

/// Rows and columns, both ends included.
struct Range {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint16_t first_column = 0, last_column = 0;
  bool operator==(const Range&) const = default;
};

/// One look for the whole range; its value is that of the cell at its top left.
struct Merge {
  Range range;
  StyleId style = 0;
};

struct Link {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::string target;  ///< a URI, or `#'sheet'!A1`
};

/// A comment of a cell.
struct Note {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::string text;
};

/// A drop-down: cells that take only what another range lists. Always a range, never a list of its own (TH34).
struct Choice {
  Range cells;
  std::string source;  ///< `'lists'!$A$1:$A$7`
};

struct Picture {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::shared_ptr<const std::string> bytes;  ///< PNG or JPEG
  int width = 0, height = 0;                 ///< pixels of 1/96 inch, as shown
  int native_width = 0, native_height = 0;   ///< pixels of 1/96 inch at the resolution the file states
  std::string alternative;
};

enum class ChartType : std::uint8_t { Column, StackedColumn, Bar, StackedBar, Line, Radar };

/// A series of a native chart. Everything it shows stands in cells of its sheet.
struct ChartSeries {
  std::uint32_t name_row = 0;  ///< cell that holds its name
  std::uint16_t name_column = 0;
  Range values;          ///< one column
  std::size_t look = 0;  ///< doc::series_look, or the number of a band
  doc::SeriesRole role = doc::SeriesRole::Actual;
  bool hidden = false;  ///< drawn without ink: what lies before the periods of a Gantt chart
};

/// A native chart over cells of its sheet.
struct Chart {
  ChartType type = ChartType::Column;
  std::uint32_t row = 0;  ///< its top left corner
  std::uint16_t column = 0;
  int width = 0, height = 0;                         ///< pixels of 1/96 inch
  std::string title, value_title, categories_title;  ///< may be empty
  std::string alternative;
  Range categories;  ///< one column
  std::vector<ChartSeries> series;
  std::uint16_t number_format = 0;                        ///< of the value axis: index into Workbook::number_formats
  bool labels = false;                                    ///< figures at what they stand for
  std::optional<std::pair<base::Date, base::Date>> days;  ///< ends of an axis of days
};

enum class Paper : std::uint8_t { A4, A3 };

struct PrintSettings {
  Paper paper = Paper::A4;
  bool landscape = false;
  base::Length left, right, top, bottom;
  std::string header, footer;  ///< with Excel's control codes (`&P`)
  /// Header rows repeated on each printed page; columns only when both fit the defined name (see names.h).
  std::optional<std::pair<std::uint32_t, std::uint32_t>> title_rows;
  std::optional<std::pair<std::uint16_t, std::uint16_t>> title_columns;
  std::vector<std::uint32_t> page_breaks;  ///< rows that start a page
};

/// One worksheet. Prints one page wide.
struct Sheet {
  std::string name;
  std::string title;         ///< for the index sheet
  std::vector<int> columns;  ///< widths in pixels of 1/96 inch
  std::vector<Row> rows;
  std::vector<Merge> merges;
  std::vector<Link> links;
  std::vector<Note> notes;
  std::vector<Picture> pictures;
  std::vector<Chart> charts;
  std::vector<Choice> choices;
  std::uint32_t frozen_rows = 0;
  std::uint16_t frozen_columns = 0;
  std::optional<Range> filter;  ///< header row first
  bool hidden = false;          ///< lists behind drop-downs
  PrintSettings print;
};

struct Workbook {
  std::string title, subject, author;
  base::Date created;
  std::vector<std::pair<std::string, std::string>> properties;  ///< custom document properties
  SheetFont font;
  std::vector<Style> styles;
  std::vector<std::string> number_formats{""};  ///< Excel codes; 0 = General
  std::deque<Text> texts;
  std::vector<std::string> formulas;  ///< without `=`
  std::vector<Sheet> sheets;

  const std::string& text(TextRef ref) const { return texts.at(ref.id).text; }
};

/// Excel's width in characters of its standard font (7 pixels a digit and 5 of padding), in 1/100.
int width_in_characters_hundredths(int pixels);

/// `workbook` dump: styles, then each sheet with its settings, columns, rows, cells, merges, links.
std::string dump(const Workbook& workbook);

/// The .xlsx file, its parts made on up to `threads` threads. Same workbook, same bytes: its only date is `created`.
/// Errors: W001 to W003 a sheet's name, W006 overlapping merges, W007 a sheet that exceeds Excel's rows or columns,
/// W020 the writing library refused or the temporary file failed. REQUIRES: styles and texts that the book has.
base::Result<std::string> write_xlsx(const Workbook& workbook, int threads = 1);

}  // namespace phaen::workbook
