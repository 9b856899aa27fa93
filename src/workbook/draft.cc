// SPDX-License-Identifier: GPL-3.0-or-later
// First pass over a table: what its cells hold and how they look.
#include <algorithm>

#include "workbook/diagnostics.h"
#include "workbook/names.h"
#include "workbook/sheet_maker.h"

namespace phaen::workbook {
namespace {

// Header and group fills of the printed forms (docs/sources.md: grey F0F0F0); group rows are lighter.
constexpr base::Colour kHeadFill{0xF0, 0xF0, 0xF0};
constexpr base::Colour kGroupFill{0xF7, 0xF7, 0xF7};
constexpr base::Colour kLinkColour{0x05, 0x63, 0xC1};

// A missing value is a blank cell whatever the document prints for it.
bool is_nil_text(std::string_view text) { return text.empty() || text == "-" || text == "–" || text == "—"; }

class Drafter {
 public:
  Drafter(BookState& state, std::size_t sheet, const doc::Table& table, bool& synthetic)
      : state_(state), sheet_(sheet), table_(table), synthetic_(synthetic) {
    draft_.table = &table;
    draft_.needs.resize(table.columns.size());
    draft_.figures.resize(table.columns.size());
    draft_.rows.resize(table.rows.size());
  }

  TableDraft draft() {
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r) {
      draft_.rows[r].cells.reserve(table_.rows[r].cells.size());
      for (const doc::Cell& cell : table_.rows[r].cells) add_cell(r, cell);
    }
    return std::move(draft_);
  }

 private:
  void add_cell(std::uint32_t row, const doc::Cell& cell) {
    text_.clear();
    for (const doc::Paragraph& paragraph : cell.content) append(text_, paragraph, state_.tools.origins);
    const doc::RowKind kind = table_.rows[row].kind;
    Style style = style_of(cell, kind);

    Cell made;
    made.column = cell.column;
    made.origin = cell.origin != base::kNoOrigin ? cell.origin : text_.origin;
    // A year in a head is a name, not a figure: as a number it would be ### in a narrow column.
    const auto figure = state_.figures.figure_of(cell.value, cell.format, text_.text);
    if (figure && kind != doc::RowKind::Header) {
      take_figure(cell, *figure, made, style);
    } else if (!(std::holds_alternative<std::monostate>(cell.value) && !cell.format.empty() &&
                 is_nil_text(text_.text)) &&
               !text_.text.empty()) {
      take_text(row, cell, made, style);
    }
    if (text_.link != nullptr) {
      draft_.links.push_back({row, cell.column, *text_.link});
      style.underline = true;
      style.colour = kLinkColour;
    }
    made.style = state_.styles.intern(style);
    draft_.rows[row].cells.push_back(made);
  }

  Style style_of(const doc::Cell& cell, doc::RowKind kind) const {
    const bool head = kind == doc::RowKind::Header;
    const doc::StyleId id =
        !cell.content.empty() ? cell.content.front().style : (head ? table_.head_style : table_.cell_style);
    const doc::ParagraphStyle& paragraph = state_.info.styles.at(id);
    Style style;
    style.size = paragraph.size;
    style.bold = paragraph.bold || head || kind == doc::RowKind::Total;
    style.italic = paragraph.italic;
    style.rules = table_.rules;
    // Heads stand in the middle of their row, as the printed forms set them.
    style.vertical = head && cell.vertical == doc::VerticalAlign::Top ? doc::VerticalAlign::Middle : cell.vertical;
    if (paragraph.colour) style.colour = *paragraph.colour;
    if (head) style.fill = kHeadFill;
    if (kind == doc::RowKind::Group) style.fill = kGroupFill;
    const doc::Align own = cell.column < table_.columns.size() ? table_.columns[cell.column].align : doc::Align::Left;
    style.align = cell.align.value_or(head ? cell_align(paragraph.align) : own);
    if (style.align >= doc::Align::Distributed) style.align = doc::Align::Left;
    if (!cell.content.empty() && style.align == doc::Align::Left) {
      style.indent = static_cast<std::uint8_t>(std::clamp(cell.content.front().depth, 0, 15));
    }
    return style;
  }

  void take_figure(const doc::Cell& cell, const Figure& figure, Cell& made, Style& style) {
    made.value = figure.value;
    style.number_format = figure.number_format;
    style.wrap = false;
    const auto emphasis = common_emphasis(text_);
    if (emphasis) apply(*emphasis, style);
    const bool invented =
        made.origin != base::kNoOrigin && state_.tools.origins.fact(made.origin) == base::Fact::Synthetic;
    if (invented || text_.synthetic) {
      style.italic = true;
      synthetic_ = true;
    }
    if (cell.column >= draft_.figures.size()) return;
    auto& column = draft_.figures[cell.column];
    if (std::holds_alternative<base::Decimal>(figure.value)) {
      (state_.figures.scale_of(cell.format) == Scale::Million ? column.million : column.one) = true;
    }
    if (cell.column_span == 1) {
      // Excel writes #### over a figure that is too wide; a little air covers signs and brackets it adds itself.
      const int width = state_.ruler.figure_width(text_.text, type_of(style)) + kCellPadding;
      draft_.needs[cell.column].least = std::max(draft_.needs[cell.column].least, width);
    }
  }

  void take_text(std::uint32_t row, const doc::Cell& cell, Cell& made, Style& style) {
    if (text_.synthetic) synthetic_ = true;
    const TextRef ref = store_text(state_, sheet_, text_, style);
    made.value = ref;
    if (cell.column >= draft_.figures.size()) return;
    const bool head = table_.rows[row].kind == doc::RowKind::Header;
    const bool is_number =
        std::holds_alternative<base::Decimal>(cell.value) || std::holds_alternative<base::Money>(cell.value);
    if (is_number && !head) draft_.figures[cell.column].text = true;
    if (cell.column_span > 1) return;
    ColumnNeed& need = draft_.needs[cell.column];
    const int indent = style.indent * kIndentStep;
    if (head) {
      need.least = std::max(need.least, state_.ruler.minimum_width(text_.text, type_of(style)));
    }
    if (table_.columns[cell.column].width.kind == doc::ColumnWidth::Kind::Auto) {
      const int natural = state_.ruler.natural_width(ref.id, state_.book.text(ref), type_of(style));
      need.natural = std::max(need.natural, indent + natural);
    }
  }

  static void apply(const doc::Emphasis& emphasis, Style& style) {
    style.bold = style.bold || emphasis.bold;
    style.italic = style.italic || emphasis.italic;
    style.underline = style.underline || emphasis.underline;
    if (emphasis.colour) style.colour = *emphasis.colour;
  }

  BookState& state_;
  std::size_t sheet_;
  const doc::Table& table_;
  bool& synthetic_;
  TableDraft draft_;
  CellText text_;
};

}  // namespace

doc::Align cell_align(doc::TextAlign align) {
  switch (align) {
    case doc::TextAlign::Centre: return doc::Align::Centre;
    case doc::TextAlign::Right: return doc::Align::Right;
    case doc::TextAlign::Left:
    case doc::TextAlign::Distributed:
    case doc::TextAlign::Justified:
    case doc::TextAlign::Mixed: return doc::Align::Left;
  }
  return doc::Align::Left;
}

TextRef store_text(BookState& state, std::size_t sheet, const CellText& text, Style& style) {
  const auto emphasis = common_emphasis(text);
  if (emphasis) {
    style.bold = style.bold || emphasis->bold;
    style.italic = style.italic || emphasis->italic;
    style.underline = style.underline || emphasis->underline;
    if (emphasis->colour) style.colour = *emphasis->colour;
  }
  if (emphasis && text.page_references.empty()) return {state.texts.intern(text.text)};
  const TextId id = state.texts.add({text.text, emphasis ? std::vector<TextRun>{} : text.runs});
  for (const auto& reference : text.page_references) state.pending_references.push_back({sheet, id, reference});
  return {id};
}

TableDraft draft_table(BookState& state, std::size_t sheet, const doc::Table& table, bool& synthetic) {
  return Drafter(state, sheet, table, synthetic).draft();
}

}  // namespace phaen::workbook
