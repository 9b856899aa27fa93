// SPDX-License-Identifier: GPL-3.0-or-later
// The closed vocabulary of templates as one table: elements, where they stand, what stands in them, their attributes.
// The parser checks against it, the RELAX NG file and the reference are made from it, a test walks it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phaen::templates {

/// The kinds of content an element can stand in, as bits.
enum class Content : std::uint16_t {
  None = 0,
  Document = 1 << 0,     ///< styles and sections
  Blocks = 1 << 1,       ///< headings, paragraphs, tables ...
  Inlines = 1 << 2,      ///< text and what stands in a line
  Flow = 1 << 3,         ///< inlines or paragraphs, and lists: cells, items, notes
  Items = 1 << 4,        ///< list items
  Table = 1 << 5,        ///< columns, head, rows
  Columns = 1 << 6,      ///< inside a spread of columns
  Head = 1 << 7,         ///< header rows
  Rows = 1 << 8,         ///< inside a loop over rows
  Cells = 1 << 9,        ///< inside a row
  Figure = 1 << 10,      ///< image and caption
  Signers = 1 << 11,     ///< columns of a signature block
  Parameters = 1 << 12,  ///< what an include hands to the part
  Chart = 1 << 13        ///< categories, series, unit
};

constexpr Content operator|(Content a, Content b) {
  return static_cast<Content>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool includes(Content set, Content one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}
/// Text other than blanks may stand there.
constexpr bool takes_text(Content content) { return includes(Content::Inlines | Content::Flow, content); }

/// What an attribute's value is. Values of kinds up to `Text` hold placeholders, all others are literal.
enum class ValueKind : std::uint8_t {
  Text,        ///< text with placeholders
  Name,        ///< a word: no placeholders
  Names,       ///< words with blanks between
  Literal,     ///< text without placeholders
  Integer,     ///< 0 or more
  Boolean,     ///< yes or no
  Choice,      ///< one of the row's choices
  Length,      ///< `2.5cm`, `10mm`, `12pt`
  Width,       ///< of a column: `auto`, a length, or a share `2*`
  Colour,      ///< `#rrggbb`
  Style,       ///< name of a paragraph style
  Format,      ///< name of a format of thai/formats.h
  Variable,    ///< a name this element brings into scope
  Path,        ///< to a value
  Collection,  ///< of records or values
  Condition,
  Sort,
  Derivation,  ///< name of a row of doc/derivation.h
  Keys,        ///< column keys: `a, b`, `a..b`
  Span,        ///< a number of columns, `all`, a column key or `a..b`
};

struct AttributeRow {
  std::string_view name;
  ValueKind kind = ValueKind::Text;
  bool required = false;
  std::vector<std::string_view> choices;  ///< Choice; Names: the words there are, empty: any
  std::string_view standard;              ///< what it is without the attribute; empty: none
  std::string_view note;
};

struct ElementRow {
  std::string_view name;
  Content stands_in = Content::None;
  Content holds = Content::None;
  bool inherits = false;  ///< holds what the place it stands in holds (for, if, else, include, part)
  std::string_view note;
  std::vector<AttributeRow> attributes;

  const AttributeRow* find(std::string_view attribute) const;
};

const std::vector<ElementRow>& vocabulary();
const ElementRow* find_element(std::string_view name);
/// What the children of `row` stand in when it stands in `here` itself.
Content content_inside(const ElementRow& row, Content here);
/// All single kinds of content, with their names.
const std::vector<std::pair<Content, std::string_view>>& contents();
std::string_view name_of(ValueKind kind);

}  // namespace phaen::templates
