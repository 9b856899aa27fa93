// SPDX-License-Identifier: GPL-3.0-or-later
// The document tree: what a template expands to, and what the PDF and the workbook are both made from. It knows no
// plan, no page breaks and no sheet rows; every value is printed text already, with its typed value and origin beside
// it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/length.h"
#include "base/origin.h"
#include "doc/cell_value.h"
#include "doc/chart.h"
#include "doc/style_sheet.h"
#include "thai/formats.h"

namespace phaen::doc {

// --- inlines -------------------------------------------------------------------------------------------------------

/// What a span adds to the style of its paragraph.
struct Emphasis {
  bool bold = false, italic = false, underline = false, superscript = false;
  std::optional<base::Colour> colour;
  bool operator==(const Emphasis&) const = default;
};

/// A stretch of text with one origin: literal text of the template, or one printed value.
struct TextSpan {
  std::string text;  ///< digits already of the document's kind; no line breaks
  Emphasis emphasis;
  base::OriginId origin = base::kNoOrigin;
  std::string link;            ///< `#label` inside the document, else a URI; empty: none
  std::uint32_t footnote = 0;  ///< the mark of this footnote of its section, from 1; 0: no mark
};
/// The page number on which the block with this label stands; filled in by layout's resolve.
struct PageRef {
  std::string label;
  Emphasis emphasis;
};
struct LineBreak {};

using Inline = std::variant<TextSpan, PageRef, LineBreak>;
using Inlines = std::vector<Inline>;

/// The text of the spans joined, line breaks as `\n`.
std::string plain_text(const Inlines& inlines);

// --- blocks --------------------------------------------------------------------------------------------------------

/// A heading of level 1-6. Its number (`ส่วนที่ 1`, `2.7.1`) is part of the content.
struct Heading {
  int level = 1;
  StyleId style = 0;
  Inlines content;
  std::string label;        ///< what references point at; unique in the document; may be empty
  bool in_contents = true;  ///< false: neither in contents nor in the outline (cover titles)
};

/// A paragraph; with a marker it is an item of a list (hanging indent, tagged LI).
struct Paragraph {
  StyleId style = 0;
  Inlines content;
  std::string marker;  ///< `1)`, `–`, `•`; empty: not a list item
  int depth = 0;       ///< list nesting, from 0; also the indent level of a tree column's cell
  std::string label;
  /// The text of this footnote of its section: it is set at the foot of the page on which its mark stands. On sheets it
  /// stays where it is, after the blocks that have the marks. 0: none.
  std::uint32_t footnote = 0;
};

enum class CaptionKind : std::uint8_t { Table, Figure };

/// A numbered caption; listed in contents of its kind.
struct Caption {
  CaptionKind kind = CaptionKind::Table;
  std::string number;  ///< `3`, digits of the document's kind
  Inlines lead;        ///< `ตารางที่ 3`: repeated with the continuation label on later pages
  Inlines content;     ///< what follows the lead
  std::string label;
};

/// Rows and columns are indices into Table::rows and Table::columns, both ends included.
struct CellRange {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint16_t first_column = 0, last_column = 0;
};

/// How a derived cell was computed; the worksheet repeats it as a formula. See doc/derivation.h for the rows.
enum class Derivation : std::uint8_t {
  Subtotal,    ///< down a column: adds the figures of the ranges but for cells that are themselves Subtotals
  Sum,         ///< adds every figure of the ranges
  Difference,  ///< first input - second input
  Ratio,       ///< first / second
  Percent,     ///< first / second x 100
  Change,      ///< (first - second) / second x 100
  Count,       ///< rows with a figure
  Weighted,    ///< first x second / third: a score by its weight
};

struct Formula {
  Derivation derivation = Derivation::Sum;
  std::vector<CellRange> inputs;
};

enum class Align : std::uint8_t { Left, Centre, Right, Distributed, Justified, Mixed };
enum class VerticalAlign : std::uint8_t { Top, Middle, Bottom };

struct Cell {
  std::uint16_t column = 0;  ///< first column it covers; cells of a row stand in column order and never overlap
  std::uint16_t column_span = 1;
  std::uint32_t row_span = 1;  ///< rows below that it covers have no cell in these columns
  std::vector<Paragraph> content;
  std::optional<Align> align;  ///< else the column's
  VerticalAlign vertical = VerticalAlign::Top;
  CellValue value;
  /// Name of a row of thai/formats.h, which holds it for good: how the worksheet shows `value`; empty: general.
  std::string_view format;
  base::OriginId origin = base::kNoOrigin;
  std::shared_ptr<const Formula> formula;  ///< null: a plain value
};

enum class RowKind : std::uint8_t {
  Header,  ///< repeated on each page
  Group,   ///< label of the rows below of a deeper level; repeated with (ต่อ) on a continuation
  Body,
  Total,
};

struct Row {
  RowKind kind = RowKind::Body;
  std::uint8_t level =
      0;  ///< group depth: a Group of level n holds the rows after it until a Group of level <= n or a Total < n
  bool keep_with_next = false;
  std::vector<Cell> cells;
};

/// A column's width: measured from its content, fixed, or a share of what the others leave.
struct ColumnWidth {
  enum class Kind : std::uint8_t { Auto, Fixed, Fraction };
  Kind kind = Kind::Auto;
  base::Length length;  ///< Fixed: real length
  int fraction = 1;     ///< Fraction
};

struct Column {
  std::string key;  ///< name for dumps and tests
  ColumnWidth width;
  Align align = Align::Left;
  bool header = false;                      ///< its cells head their rows (for screen readers)
  thai::FormatOptions figures;              ///< how figures that layout adds up in the column are printed
  base::OriginId origin = base::kNoOrigin;  ///< the template line it is written in
};

enum class Rules : std::uint8_t { Grid, Horizontal, None };

struct Table {
  std::optional<Caption> caption;
  Inlines unit_line;  ///< `หน่วย : บาท`, right-aligned above the table
  std::vector<Column> columns;
  std::vector<Row> rows;                   ///< Header rows first
  std::vector<Paragraph> notes;            ///< under the table, kept with its last row
  StyleId head_style = 0, cell_style = 0;  ///< paragraph styles
  Rules rules = Rules::Grid;
  bool split_rows = true;  ///< false: a row goes whole to the next page when it fits there
  bool repeat_header = true;
  bool continuation_label = true;  ///< `(ต่อ)` after caption and group labels on later pages
  bool carry = false;  ///< ยอดยกไป at the foot of a page, ยอดยกมา at the head of the next
  /// Columns that do not fit on the measure stand on pages after the others, with the first `key_columns` columns
  /// again.
  bool split_columns = false;
  std::uint16_t key_columns = 1;
  std::string alternative;  ///< summary for screen readers
};

struct Image {
  std::shared_ptr<const std::string> bytes;  ///< PNG or JPEG file content
  base::Length width;                        ///< as set; height follows the proportions
  std::string alternative;                   ///< text for those who do not see it; never empty
  std::optional<Caption> caption;
};

/// A chart of the text. On sheets its figures stand in a table below it.
struct ChartBlock {
  Chart chart;
  base::Length width, height;  ///< as wanted: rows of names and periods take what they need; zero: the usual
  std::string alternative;     ///< text for those who do not see it; empty: its figures, as describe() tells them
  std::optional<Caption> caption;
};

enum class ContentsKind : std::uint8_t { Headings, Tables, Figures };
/// A list of headings (to `depth` levels) or captions with page numbers, filled in by layout.
struct Contents {
  ContentsKind kind = ContentsKind::Headings;
  int depth = 3;
};

struct PageBreak {};
/// Vertical space that survives at the top of a page (covers).
struct Space {
  base::Length height;
};

struct Keep;
using Block = std::variant<Heading, Paragraph, Table, Image, ChartBlock, Contents, PageBreak, Space, Keep>;
/// Blocks that stay on one page when one page can hold them (signature blocks, a heading with its table).
struct Keep {
  std::vector<Block> blocks;
  bool with_previous = false;  ///< never on a page without the end of what stands before it (signatures)
};

// --- sections ------------------------------------------------------------------------------------------------------

enum class Folio : std::uint8_t { None, Decimal, ThaiLetters };
enum class FolioPlace : std::uint8_t { TopRight, TopOuter, BottomCentre };
enum class FolioForm : std::uint8_t {
  Number,  ///< `12`
  OfAll,   ///< `หน้า 12 จาก 40`: the last number of its count
};

struct PageGeometry {
  base::Size paper{base::Length::mm(210), base::Length::mm(297)};  ///< after orientation: landscape is wider than high
  base::Length left = base::Length::cm(3), right = base::Length::cm(2), top = base::Length::cm(2.5),
               bottom = base::Length::cm(2);
};

/// Starts on a new page.
struct Section {
  std::string name;  ///< for dumps
  PageGeometry geometry;
  Folio folio = Folio::Decimal;
  FolioPlace folio_place = FolioPlace::TopRight;
  FolioForm folio_form = FolioForm::Number;
  bool folio_on_first_page = true;
  std::optional<int> restart_folio_at;
  Inlines running_head;     ///< left of the folio's line; may be empty
  int running_heading = 0;  ///< 1-6: the page's heading of this level stands there instead, as soon as there is one
  std::string sheet;        ///< worksheet name; empty: not in the workbook
  std::vector<Block> blocks;
};

enum class Digits : std::uint8_t { Arabic, Thai };

/// What is known before any section is expanded.
struct DocumentInfo {
  std::string title, subject, author;  ///< of the file's metadata
  base::Date issue_date;
  Digits digits = Digits::Arabic;
  std::string file_name;  ///< stem of the output files
  bool to_pdf = true, to_workbook = false;
  StyleSheet styles;
  std::string mark;            ///< `ร่าง`, `ลับ`: large and grey at the head of every page; empty: none
  std::string synthetic_note;  ///< printed at the foot of every page and sheet that shows a synthetic figure
};

struct Document {
  DocumentInfo info;
  std::vector<Section> sections;
};

/// `document` dump: one line a block, cell or span, indented by depth; origins as numbers.
std::string dump(const DocumentInfo& info);
std::string dump(const Section& section);

}  // namespace phaen::doc
