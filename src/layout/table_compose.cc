// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_compose.h"

#include <algorithm>
#include <numeric>

#include "layout/carry.h"
#include "layout/diagnostics.h"
#include "layout/table_grid.h"
#include "layout/table_panels.h"
#include "layout/table_parts.h"
#include "layout/table_widths.h"

namespace phaen::layout {
namespace {

using base::Length;
using doc::RowKind;

/// The styles of the row kinds: the sheet's table-group and table-total, else the cell style in bold.
struct KindStyles {
  doc::ParagraphStyle head, body, group, total;

  const doc::ParagraphStyle& of(RowKind kind) const {
    switch (kind) {
      case RowKind::Header: return head;
      case RowKind::Group: return group;
      case RowKind::Total: return total;
      case RowKind::Body: return body;
    }
    return body;
  }
};

doc::ParagraphStyle bold_style(const doc::StyleSheet& styles, std::string_view name,
                               const doc::ParagraphStyle& cell_style) {
  if (const auto id = styles.find(name); id && styles.at(*id).size == cell_style.size) return styles.at(*id);
  doc::ParagraphStyle style = cell_style;
  style.bold = true;
  return style;
}

/// The passes over one table share what they are made of; each pass fills one part of the result.
class TableComposer {
 public:
  TableComposer(const doc::Table& table, Environment& environment)
      : table_(table),
        environment_(environment),
        name_(table_name(table)),
        grid_(resolve_spans(table, environment.section, environment.setter.diagnostics)) {
    const doc::StyleSheet& styles = environment.info.styles;
    styles_.head = styles.at(table.head_style);
    styles_.body = styles.at(table.cell_style);
    styles_.group = bold_style(styles, "table-group", styles_.body);
    styles_.total = bold_style(styles, "table-total", styles_.body);
    if (table.carry) plan_ = plan_carry(table, styles_.total);
  }

  const Grid& grid() const { return grid_; }
  std::vector<ColumnNeed> measure_columns();

  SetTable compose(const CellTags& tags) {
    result_.name = name_;
    result_.header_rows = grid_.header_rows;
    result_.rules = table_.rules;
    result_.split_rows = table_.split_rows;
    result_.repeat_header = table_.repeat_header;
    result_.owner = grid_.owner;
    set_edges();
    set_cells(tags);
    set_rows();
    if (table_.continuation_label) set_groups();
    set_heights();
    if (plan_) {
      result_.carry_height = carried_row_height(result_, *plan_, environment_);
      result_.carry = std::make_shared<const CarryPlan>(std::move(*plan_));
    }
    return std::move(result_);
  }

 private:
  void set_edges();
  ColumnNeed measure_cell(const GridCell& cell);
  void measure_carried(std::vector<ColumnNeed>& needs);
  void spread_need(const GridCell& cell, const ColumnNeed& need, std::vector<ColumnNeed>& needs) const;
  void report_widths(const std::vector<ColumnNeed>& needs, const std::vector<Length>& widths);
  void set_cells(const CellTags& tags);
  void set_again(std::uint32_t row);
  SetLines set_cell_lines(const GridCell& cell, CellTag tag, const doc::Inline* suffix);
  void append_paragraph(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style, ParagraphBox box,
                        SetLines& lines);
  void set_rows();
  std::vector<std::uint32_t> label_order(const SetRow& row) const;
  void set_groups();
  void set_heights();
  const doc::ParagraphStyle& style_of(const doc::Paragraph& paragraph, RowKind kind) const;
  line::Align align_of(const GridCell& cell) const;
  RowKind kind_of(const GridCell& cell) const { return table_.rows[cell.row].kind; }

  const doc::Table& table_;
  Environment& environment_;
  std::string name_;
  Grid grid_;
  KindStyles styles_;
  std::optional<CarryPlan> plan_;
  SetTable result_;
};

/// A paragraph that names no style of its own, or the table's cell style, is set in the style of its row's kind.
const doc::ParagraphStyle& TableComposer::style_of(const doc::Paragraph& paragraph, RowKind kind) const {
  if (paragraph.style == 0 || paragraph.style == table_.cell_style) return styles_.of(kind);
  return environment_.info.styles.at(paragraph.style);
}

line::Align TableComposer::align_of(const GridCell& cell) const {
  if (cell.cell->align) return to_line_align(*cell.cell->align);
  if (kind_of(cell) == RowKind::Header) return line::Align::Centre;
  return to_line_align(table_.columns[cell.column].align);
}

ColumnNeed TableComposer::measure_cell(const GridCell& cell) {
  ColumnNeed need;
  for (const doc::Paragraph& paragraph : cell.cell->content) {
    const doc::ParagraphStyle& style = style_of(paragraph, kind_of(cell));
    const line::Extent text = line::measure(styled_text(paragraph.content, style, environment_), environment_.setter);
    Length indent = style.indent + style.right_indent + 2 * kCellPaddingX;
    if (paragraph.depth > 0 || !paragraph.marker.empty()) indent += item_indent(paragraph, style, environment_).text;
    need.minimum = std::max(need.minimum, text.minimum + indent);
    need.natural = std::max(need.natural, text.natural + std::max(Length(), style.first_indent) + indent);
  }
  return need;
}

/// What a cell of several columns needs beyond its columns' own needs goes to its Auto columns alike, else to its
/// Fraction columns; Fixed columns do not grow.
void TableComposer::spread_need(const GridCell& cell, const ColumnNeed& need, std::vector<ColumnNeed>& needs) const {
  ColumnNeed have;
  std::vector<std::size_t> growing, sharing;
  for (std::size_t column = cell.column; column < std::size_t{cell.column} + cell.column_span; ++column) {
    const doc::ColumnWidth& width = table_.columns[column].width;
    const bool fixed = width.kind == doc::ColumnWidth::Kind::Fixed;
    have.minimum += fixed ? width.length : needs[column].minimum;
    have.natural += fixed ? width.length : needs[column].natural;
    if (width.kind == doc::ColumnWidth::Kind::Auto) growing.push_back(column);
    if (width.kind == doc::ColumnWidth::Kind::Fraction) sharing.push_back(column);
  }
  if (growing.empty()) growing = sharing;
  const auto count = static_cast<std::int64_t>(growing.size());
  for (const std::size_t column : growing) {
    if (need.minimum > have.minimum) needs[column].minimum += (need.minimum - have.minimum) / count;
    if (need.natural > have.natural) needs[column].natural += (need.natural - have.natural) / count;
    needs[column].natural = std::max(needs[column].natural, needs[column].minimum);
  }
}

std::vector<ColumnNeed> TableComposer::measure_columns() {
  std::vector<ColumnNeed> needs(grid_.columns, {2 * kCellPaddingX, 2 * kCellPaddingX});
  std::vector<std::pair<const GridCell*, ColumnNeed>> wide;
  for (const GridCell& cell : grid_.cells) {
    const ColumnNeed need = measure_cell(cell);
    if (cell.column_span > 1) {
      wide.emplace_back(&cell, need);
      continue;
    }
    needs[cell.column].minimum = std::max(needs[cell.column].minimum, need.minimum);
    needs[cell.column].natural = std::max(needs[cell.column].natural, need.natural);
  }
  for (const auto& [cell, need] : wide) spread_need(*cell, need, needs);
  if (plan_) measure_carried(needs);
  return needs;
}

/// Carried sums are wider than the figures they add, and their labels stand on one line.
void TableComposer::measure_carried(std::vector<ColumnNeed>& needs) {
  const auto width = [&](const std::string& text) {
    const doc::Inlines inlines{doc::TextSpan{text, {}, base::kNoOrigin, {}}};
    return line::measure(styled_text(inlines, plan_->style, environment_), environment_.setter).natural +
           2 * kCellPaddingX;
  };
  for (std::size_t i = 0; i < plan_->columns.size(); ++i) {
    ColumnNeed& need = needs[plan_->columns[i].column];
    for (const std::string& text : widest_sums(*plan_, i, environment_.info.digits)) {
      need.minimum = std::max(need.minimum, width(text));
      need.natural = std::max(need.natural, need.minimum);
    }
  }
  GridCell label;
  label.column_span = plan_->label_columns;
  const Length longest = std::max(width(kCarriedForward), width(kBroughtForward));
  spread_need(label, {longest, longest}, needs);
}

void TableComposer::report_widths(const std::vector<ColumnNeed>& needs, const std::vector<Length>& widths) {
  Length sum;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    sum += widths[column];
    if (needs[column].minimum <= widths[column]) continue;
    environment_.setter.diagnostics.add(
        diagnostics::word_wider_than_column(position_of(table_.columns[column].origin, environment_), name_,
                                            table_.columns[column].key, needs[column].minimum, widths[column]));
  }
  if (sum > environment_.measure) {
    environment_.setter.diagnostics.add(diagnostics::columns_too_wide(
        position_of(table_.columns.front().origin, environment_), name_, sum, environment_.measure));
  }
}

void TableComposer::set_edges() {
  const std::vector<ColumnNeed> needs = measure_columns();
  const std::vector<Length> widths = column_widths(table_.columns, needs, environment_.measure);
  report_widths(needs, widths);
  result_.edges.assign(1, Length());
  for (const Length width : widths) result_.edges.push_back(result_.edges.back() + width);
}

void TableComposer::append_paragraph(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style,
                                     ParagraphBox box, SetLines& lines) {
  const Length top = lines.empty() ? Length() : lines.back().bottom();
  const ItemIndent indent =
      paragraph.depth > 0 || !paragraph.marker.empty() ? item_indent(paragraph, style, environment_) : ItemIndent{};
  const Length left = box.left + style.indent, width = box.width - style.indent - style.right_indent;
  box.left = left + indent.text;
  // A column too narrow for the indent still sets its text, at least an em wide.
  box.width = std::max(width - indent.text, em(style, environment_));
  box.first_indent = paragraph.marker.empty() ? style.first_indent : Length();
  box.leading = leading(style);
  SetLines set = set_lines(styled_text(paragraph.content, style, environment_), box, environment_);
  if (!paragraph.marker.empty() && !set.empty()) {
    box.left = left + indent.marker;
    box.width = indent.text - indent.marker;
    box.align = line::Align::Left;
    set.front().companion = set_marker(paragraph, style, box, environment_);
  }
  for (SetLine& line : set) {
    line.top += top;
    lines.push_back(std::move(line));
  }
}

SetLines TableComposer::set_cell_lines(const GridCell& cell, CellTag tag, const doc::Inline* suffix) {
  const Length left = result_.edges[cell.column], right = result_.edges[std::size_t{cell.column} + cell.column_span];
  ParagraphBox box;
  box.left = left + kCellPaddingX;
  box.width = std::max(right - left - 2 * kCellPaddingX, Length::pt(1));
  box.align = align_of(cell);
  box.tag = tag.cell;
  SetLines lines;
  for (const doc::Paragraph& paragraph : cell.cell->content) {
    const auto index = static_cast<page::TagId>(&paragraph - cell.cell->content.data());
    if (tag.paragraphs != page::kArtifact) box.tag = tag.paragraphs + index;
    const doc::ParagraphStyle& style = style_of(paragraph, kind_of(cell));
    const bool last = &paragraph == &cell.cell->content.back();
    if (suffix && last) {
      doc::Paragraph continued = paragraph;
      continued.content.push_back(*suffix);
      append_paragraph(continued, style, box, lines);
    } else {
      append_paragraph(paragraph, style, box, lines);
    }
  }
  return lines;
}

void TableComposer::set_cells(const CellTags& tags) {
  result_.cells.reserve(grid_.cells.size());
  std::size_t first_tag = 0;
  for (std::uint32_t row = 0; row < grid_.rows; ++row) {
    const std::vector<doc::Cell>& source = table_.rows[row].cells;
    for (std::uint32_t i = grid_.first_cell[row]; i < grid_.first_cell[row + 1]; ++i) {
      const GridCell& cell = grid_.cells[i];
      SetCell set;
      set.column = cell.column;
      set.column_span = cell.column_span;
      set.row = row;
      set.row_span = cell.row_span;
      set.vertical = cell.cell->vertical;
      const bool head = row < grid_.header_rows;
      if (head && set.vertical == doc::VerticalAlign::Top) set.vertical = doc::VerticalAlign::Middle;
      set.lines = set_cell_lines(cell, tags[first_tag + static_cast<std::size_t>(cell.cell - source.data())], nullptr);
      result_.cells.push_back(std::move(set));
    }
    first_tag += source.size();
    if (table_.continuation_label && row >= grid_.header_rows) set_again(row);
  }
}

/// What heads a row, or several, heads them on the next page too. Of a single row only when it may be cut there.
void TableComposer::set_again(std::uint32_t row) {
  constexpr std::size_t kMayBeCut = 4;  // lines of another cell more than its own
  const doc::Inline suffix = continuation_label();
  std::size_t most = 0;
  for (std::uint32_t i = grid_.first_cell[row]; i < grid_.first_cell[row + 1]; ++i)
    if (grid_.cells[i].row_span == 1) most = std::max(most, result_.cells[i].lines.size());
  for (std::uint32_t i = grid_.first_cell[row]; i < grid_.first_cell[row + 1]; ++i) {
    const GridCell& cell = grid_.cells[i];
    SetCell& set = result_.cells[i];
    const bool heads = table_.columns[cell.column].header && most >= set.lines.size() + kMayBeCut;
    if (set.lines.empty() || !(cell.row_span > 1 || heads)) continue;
    auto lines = std::make_shared<SetLines>(set_cell_lines(cell, {}, &suffix));
    if (lines->size() == set.lines.size()) set.again = std::move(lines);
  }
}

/// Whether a row ends an open group: a group of the same or a higher place in the tree does, and a total of something
/// above the group. The group's own total stands inside it, first or last; body rows never end one.
bool ends_group(const doc::Row& row, const doc::Row& group) {
  switch (row.kind) {
    case RowKind::Group: return row.level <= group.level;
    case RowKind::Total: return row.level < group.level;
    case RowKind::Header:
    case RowKind::Body: return false;
  }
  return false;
}

/// Rows with the group that holds each.
void TableComposer::set_rows() {
  std::vector<std::uint32_t> open;  // rows of the groups that hold the current row
  for (std::uint32_t i = 0; i < grid_.rows; ++i) {
    const doc::Row& source = table_.rows[i];
    SetRow row;
    row.kind = source.kind;
    row.level = source.level;
    row.first_cell = grid_.first_cell[i];
    row.cell_count = grid_.first_cell[i + 1] - grid_.first_cell[i];
    row.minimum = leading(styles_.of(source.kind)) + 2 * kCellPaddingY;
    while (!open.empty() && ends_group(source, table_.rows[open.back()])) open.pop_back();
    if (!open.empty()) row.group = open.back();  // the group's row; set_groups turns it into an index
    if (source.kind == RowKind::Group) open.push_back(i);
    result_.rows.push_back(row);
  }
  if (table_.continuation_label) return;
  for (SetRow& row : result_.rows) row.group.reset();
}

/// The cells of a group's row, those of columns that head their rows first: the first with text is the group's label.
std::vector<std::uint32_t> TableComposer::label_order(const SetRow& row) const {
  std::vector<std::uint32_t> order(row.cell_count);
  std::iota(order.begin(), order.end(), row.first_cell);
  std::stable_partition(order.begin(), order.end(),
                        [this](std::uint32_t cell) { return table_.columns[result_.cells[cell].column].header; });
  return order;
}

void TableComposer::set_groups() {
  const doc::Inline suffix = continuation_label();
  std::vector<std::uint32_t> index_of_row(result_.rows.size(), 0);
  for (std::uint32_t i = 0; i < grid_.rows; ++i) {
    SetRow& row = result_.rows[i];
    if (row.group) row.group = index_of_row[*row.group];
    if (row.kind != RowKind::Group) continue;
    index_of_row[i] = static_cast<std::uint32_t>(result_.groups.size());
    ContinuedGroup group;
    group.row = i;
    group.height = row.minimum;
    for (const std::uint32_t cell : label_order(row)) {
      if (result_.cells[cell].lines.empty()) continue;
      // The label has the row to itself: its figures stand where the group began.
      GridCell whole = grid_.cells[cell];
      whole.column_span = static_cast<std::uint16_t>(grid_.columns - whole.column);
      group.cell = result_.cells[cell];
      group.cell.column_span = whole.column_span;
      group.cell.lines = set_cell_lines(whole, {}, &suffix);
      const auto count = static_cast<std::uint32_t>(group.cell.lines.size());
      group.height = std::max(group.height, extent(group.cell.lines, {0, count}) + 2 * kCellPaddingY);
      break;
    }
    result_.groups.push_back(std::move(group));
  }
}

/// Each row is as high as its highest cell; a spanning cell that needs more gives it to the last row it covers.
void TableComposer::set_heights() {
  std::vector<std::vector<std::uint32_t>> ending(result_.rows.size());
  for (std::uint32_t i = 0; i < result_.cells.size(); ++i) {
    const SetCell& cell = result_.cells[i];
    if (cell.row_span > 1) ending[cell.row + cell.row_span - 1].push_back(i);
  }
  std::vector<Length> tops(1);
  for (std::uint32_t i = 0; i < result_.rows.size(); ++i) {
    SetRow& row = result_.rows[i];
    row.height = std::max(row.minimum, parts_height(result_, row, remaining_parts(result_, row, {})));
    for (const std::uint32_t index : ending[i]) {
      const SetCell& cell = result_.cells[index];
      const auto count = static_cast<std::uint32_t>(cell.lines.size());
      const Length need = extent(cell.lines, {0, count}) + 2 * kCellPaddingY;
      row.height = std::max(row.height, need - (tops[i] - tops[cell.row]));
    }
    tops.push_back(tops.back() + row.height);
    if (i < result_.header_rows) result_.header_height += row.height;
  }
}

}  // namespace

namespace {

/// Gives each row the same height in all parts.
void share_heights(std::vector<TablePart>& parts) {
  for (std::size_t row = 0; row < parts.front().set.rows.size(); ++row) {
    Length highest;
    for (const TablePart& part : parts) highest = std::max(highest, part.set.rows[row].height);
    for (TablePart& part : parts) part.set.rows[row].height = part.set.rows[row].shared = highest;
  }
  for (TablePart& part : parts) {
    part.set.header_height = {};
    for (std::uint32_t row = 0; row < part.set.header_rows; ++row) part.set.header_height += part.set.rows[row].height;
  }
}

}  // namespace

std::vector<TablePart> compose_table(const doc::Table& table, page::TagId table_tag, std::vector<page::Tag>& tags,
                                     Environment& environment) {
  TableComposer whole(table, environment);
  CellTags cell_tags = add_table_tags(table, whole.grid(), table_tag, tags);
  std::vector<ColumnRange> ranges;
  if (table.split_columns) {
    ranges = column_parts(table, whole.grid(), whole.measure_columns(), environment.measure);
  }
  std::vector<TablePart> parts;
  if (ranges.size() < 2) {
    SetTable set = whole.compose(cell_tags);
    parts.push_back({nullptr, std::move(cell_tags), std::move(set)});
    return parts;
  }
  for (TablePanel& panel : split_columns(table, whole.grid(), cell_tags, ranges)) {
    auto slice = std::make_shared<const doc::Table>(std::move(panel.table));
    SetTable set = TableComposer(*slice, environment).compose(panel.tags);
    parts.push_back({std::move(slice), std::move(panel.tags), std::move(set)});
  }
  share_heights(parts);
  return parts;
}

doc::Inline continuation_label() { return doc::TextSpan{" (ต่อ)", {}, base::kNoOrigin, {}}; }

}  // namespace phaen::layout
