// SPDX-License-Identifier: GPL-3.0-or-later
// A checked template: the typed tree that the expander runs. Every name has become an index or a slot, every literal
// value is of the type it is compared with, every style is an id. Made by check(), read by the expander, never changed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/record.h"
#include "doc/derivation.h"
#include "doc/document.h"
#include "doc/map_values.h"
#include "template/expression.h"
#include "template/template.h"
#include "thai/formats.h"

namespace phaen::templates {

// --- paths -----------------------------------------------------------------------------------------------------------

/// Index into the expander's frame: roots first, then loop variables, innermost last.
using Slot = std::uint16_t;

/// A reference field, walked forward (to the record it names) and backward (to the records that name one).
struct Link {
  std::uint16_t table = 0, field = 0;  ///< where the reference stands
  std::uint16_t target = 0;
  bool operator==(const Link&) const = default;
};

struct Step {
  enum class Kind : std::uint8_t {
    Reference,  ///< to the one record the field names
    Extension,  ///< back, to the one record whose whole key is the reference
    Inverse,    ///< back, to all records that name this one
    Descend,    ///< Inverse again and again, parents before children: `children*`
  };
  Kind kind = Kind::Reference;
  std::uint16_t link = 0;  ///< index into Program::links
};

/// How a value prints and compares. `field` is null for numbers of rounds and ranges; it belongs to the schema.
struct ValueType {
  base::FieldType type = base::FieldType::Text;
  const base::Field* field = nullptr;
};

struct Path {
  enum class End : std::uint8_t {
    Record,   ///< one record, perhaps missing
    Field,    ///< a field of it
    Value,    ///< the value in a slot
    Records,  ///< several records
    Years,    ///< the years from one field of a record to another
  };
  bool from_table = false;  ///< starts at all records of `table` instead of at `slot`
  Slot slot = 0;
  std::uint16_t start_table = 0;
  std::vector<Step> steps;
  End end = End::Record;
  std::uint16_t table = 0;             ///< of the record at the end of the steps
  std::uint16_t field = 0, until = 0;  ///< Field; Years: from `field` to `until`
  ValueType type;                      ///< Field, Value
  std::string text;                    ///< as written
};

using Operand = std::variant<base::Value, Path>;

struct Clause {
  Test test = Test::Exists;
  Path path;
  std::vector<Operand> operands;
};
using Condition = std::vector<Clause>;

struct SortKey {
  Path path;
  bool descending = false;
};

/// Which records or values a loop runs over, in which order.
struct Selection {
  enum class Source : std::uint8_t { Records, Years, Range, Distinct, Choices };
  Source source = Source::Records;
  Path path;                           ///< Records, Years; Distinct: the records
  Path tail;                           ///< Distinct: from the record in `slot` to its field
  int first = 0, last = 0;             ///< Range
  const base::Field* field = nullptr;  ///< Choices
  Slot slot = 0;                       ///< holds the record or value of the round
  std::optional<Slot> index;           ///< holds the number of the round
  Condition where;
  std::vector<SortKey> sort;
  std::optional<int> limit;
  Place place;
};

// --- text ------------------------------------------------------------------------------------------------------------

/// White space at the edge of a literal: a line end joins Thai to Thai without a space.
enum class Gap : std::uint8_t { None, Space, Line };

struct Literal {
  std::string text;       ///< inner white space joined already; digits Arabic
  std::string thai_text;  ///< the same with Thai digits
  Gap before = Gap::None, after = Gap::None;
  std::uint32_t id = 0;  ///< index of the literal in the program
  Place place;
};

struct Placeholder {
  Path path;
  const thai::Format* format = nullptr;   ///< null: the cell's, else the standard one of the type
  std::vector<const thai::Format*> then;  ///< applied to the text of the one before
  std::optional<Literal> otherwise;       ///< for a missing value
};

using Piece = std::variant<Literal, Placeholder>;
using Text = std::vector<Piece>;

/// nil, zero and negative style: what is not set comes from the element round it.
struct ValueStyle {
  std::optional<thai::NilStyle> nil;
  std::optional<thai::ZeroStyle> zero;
  std::optional<thai::NegativeStyle> negative;

  /// Attributes of an inner element over those of the one round it.
  void override_with(const ValueStyle& inner) {
    if (inner.nil) nil = inner.nil;
    if (inner.zero) zero = inner.zero;
    if (inner.negative) negative = inner.negative;
  }
};

/// A figure over records: their sum or their count.
struct Aggregate {
  bool counts = false;
  Selection selection;
  Path field;  ///< sum: from the record in selection.slot
};

// --- nodes -----------------------------------------------------------------------------------------------------------

struct Node;
using Nodes = std::vector<Node>;

struct TextNode {
  Text text;
};
struct ValueNode {
  Aggregate aggregate;
  const thai::Format* format = nullptr;
  ValueStyle style;
};
struct SpanNode {
  doc::Emphasis emphasis;
  Text link;
  Nodes body;
};
struct LineBreakNode {};
struct RefNode {
  Text to;
  bool number = false;
};
struct FootnoteNode {
  Nodes body;
};

struct ForNode {  ///< also <spread>
  Selection selection;
  Nodes body;
};
struct Branch {
  std::optional<Condition> test;  ///< nothing: always
  Nodes body;
};
struct IfNode {
  std::vector<Branch> branches;
};
/// The names an include hands to its part, then the part.
struct IncludeNode {
  struct Name {
    Slot slot = 0;
    std::variant<Path, base::Value> value;
    ValueType type;  ///< of a value
  };
  std::vector<Name> names;
  Nodes body;
};

struct ParagraphNode {
  std::optional<doc::StyleId> style;
  Text label;
  Nodes body;
};
struct HeadingNode {
  enum class Number : std::uint8_t { None, Auto, Given };
  int level = 1;
  doc::StyleId style = 0;
  Number numbering = Number::None;
  Text number;
  Text label;
  bool in_contents = true;
  Nodes body;
};
enum class ListKind : std::uint8_t { Dash, Bullet, Number, Brackets, Letter, None };
struct ListNode {
  ListKind kind = ListKind::Dash;
  int start = 1;
  std::optional<doc::StyleId> style;
  Nodes body;
};
struct ItemNode {
  Text label;
  Nodes body;
};
struct NoteNode {
  Nodes body;
};
struct KeepNode {
  Nodes body;
};
struct BreakNode {};
struct SpaceNode {
  base::Length height;
};
struct ContentsNode {
  doc::ContentsKind kind = doc::ContentsKind::Headings;
  int depth = 3;
};
struct ImageNode {
  Text source, width, alternative;
};
/// One figure of each category, read as a cell is; or the periods of a Gantt chart.
struct SeriesNode {
  Text name;
  doc::SeriesRole role = doc::SeriesRole::Actual;
  const thai::Format* format = nullptr;
  std::optional<Selection> from;
  std::optional<Aggregate> aggregate;
  std::optional<Path> start, end;
  Nodes body;
};
struct ChartNode {
  doc::ChartKind kind = doc::ChartKind::Bars;
  bool stacked = false, own_scales = false, labels = true;
  doc::ChartDirection direction = doc::ChartDirection::Auto;
  const thai::Format* format = nullptr;
  Text width, alternative;
  base::Length height;
  Selection categories;
  Text label, title;  ///< of the categories
  Nodes body;
};
struct MapNode {
  doc::MapKind kind = doc::MapKind::Cascade;
  Text focus, issue, alternative;
  std::vector<std::string> levels;
};
struct FigureNode {
  Nodes body;
};
struct CaptionNode {
  bool numbered = true;
  Text label;
  Nodes body;
};
struct SignerNode {
  Text role, name, position;
  bool date = true;
};
struct SignatureNode {
  Nodes body;
};

struct ColumnNode {
  std::string key;
  doc::ColumnWidth width;
  doc::Align align = doc::Align::Left;
  bool header = false;
  const thai::Format* format = nullptr;
  ValueStyle style;
};
struct UnitNode {
  Nodes body;
};
struct HeadNode {
  Nodes body;
};
struct RowNode {
  doc::RowKind kind = doc::RowKind::Body;
  int level = 0;
  std::optional<doc::StyleId> style;
  bool keep = false;
  Nodes body;
};

struct SpanWidth {
  enum class Kind : std::uint8_t { Count, All, Keys };
  Kind kind = Kind::Count;
  int count = 1;
  KeyRange keys;
};
struct Derive {
  doc::Derivation derivation = doc::Derivation::Sum;
  std::vector<KeyRange> of;
};
struct CellNode {
  std::optional<KeyRange> column;
  std::optional<SpanWidth> span;
  int rows = 1;
  std::optional<doc::Align> align;
  doc::VerticalAlign vertical = doc::VerticalAlign::Top;
  std::optional<doc::StyleId> style;
  const thai::Format* format = nullptr;
  int depth = 0;
  std::optional<Path> merge;
  std::optional<Selection> from;  ///< at most one match, or the first in order
  std::optional<Aggregate> aggregate;
  std::optional<Derive> derive;
  std::optional<Aggregate> control;  ///< what the derived sum must be
  ValueStyle value_style;
  Nodes body;
};
struct TableNode {
  doc::StyleId head_style = 0, cell_style = 0;
  doc::Rules rules = doc::Rules::Grid;
  bool split_rows = true, repeat_header = true, continuation = true, carry = false, split_columns = false;
  int keys = 1;
  Text alternative;
  ValueStyle style;
  Nodes body;
};

struct SectionNode {
  Text name, running_head, sheet;
  doc::PageGeometry geometry;
  doc::Folio folio = doc::Folio::Decimal;
  doc::FolioPlace folio_place = doc::FolioPlace::TopRight;
  doc::FolioForm folio_form = doc::FolioForm::Number;
  int running_heading = 0;
  bool first_folio = true;
  std::optional<int> restart;
  Nodes body;
};

struct Node {
  Place place;
  std::variant<TextNode, ValueNode, SpanNode, LineBreakNode, RefNode, FootnoteNode, ForNode, IfNode, IncludeNode,
               ParagraphNode, HeadingNode, ListNode, ItemNode, NoteNode, KeepNode, BreakNode, SpaceNode, ContentsNode,
               ImageNode, SeriesNode, ChartNode, MapNode, FigureNode, CaptionNode, SignerNode, SignatureNode,
               ColumnNode, UnitNode, HeadNode, RowNode, CellNode, TableNode, SectionNode>
      is;
};

/// Styles the expander sets by itself.
struct StandardStyles {
  doc::StyleId body = 0, list = 0, note = 0, signature = 0, table_head = 0, table_cell = 0, table_group = 0,
               table_total = 0;
};

struct Program {
  Template source;  ///< for positions and the names of files
  std::shared_ptr<const base::Schema> schema;
  Roots roots;  ///< slot n holds root n
  std::vector<Link> links;
  std::size_t slots = 0;
  std::uint32_t literals = 0;
  bool number_refs = false;  ///< some <ref show="number">: numbers must be known before the first section

  TemplateInfo info;
  Text title, subject, author, file_name, mark;
  std::optional<Condition> mark_when;  ///< nothing: always
  std::string part_word, synthetic_note;
  doc::Digits digits = doc::Digits::Arabic;
  ValueStyle style;
  doc::StyleSheet styles;
  StandardStyles standard;
  Nodes body;
};

}  // namespace phaen::templates
