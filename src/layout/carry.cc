// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/carry.h"

#include <algorithm>
#include <array>

#include "base/record.h"
#include "doc/derivation.h"
#include "layout/table_parts.h"
#include "thai/digits.h"

namespace phaen::layout {
namespace {

using base::Length;

/// Whether sums of the cell's figure mean something: percentages, ratios and counts do not add up.
bool adds_up(const doc::Cell& cell) {
  const bool number =
      std::holds_alternative<base::Decimal>(cell.value) || std::holds_alternative<base::Money>(cell.value);
  if (!number || !cell.formula) return number;
  switch (cell.formula->derivation) {
    case doc::Derivation::Subtotal:
    case doc::Derivation::Sum:
    case doc::Derivation::Difference: return true;
    case doc::Derivation::Ratio:
    case doc::Derivation::Percent:
    case doc::Derivation::Change:
    case doc::Derivation::Count:
    case doc::Derivation::Weighted: return false;
  }
  return false;
}

/// Columns in which a row of the kind has a figure that adds up, and none that does not.
std::vector<bool> adding_columns(const doc::Table& table, doc::RowKind kind) {
  std::vector<bool> adding(table.columns.size(), false), never(table.columns.size(), false);
  for (const doc::Row& row : table.rows) {
    if (row.kind != kind) continue;
    for (const doc::Cell& cell : row.cells) {
      if (cell.column >= table.columns.size() || std::holds_alternative<std::monostate>(cell.value)) continue;
      (adds_up(cell) ? adding : never)[cell.column] = true;
    }
  }
  for (std::size_t i = 0; i < adding.size(); ++i) adding[i] = adding[i] && !never[i];
  return adding;
}

base::Value value_of(const doc::CellValue& value) {
  if (const auto* decimal = std::get_if<base::Decimal>(&value)) return *decimal;
  if (const auto* money = std::get_if<base::Money>(&value)) return *money;
  return base::Missing{};
}

std::string printed(const CarriedColumn& column, const doc::CellValue& sum, doc::Digits digits) {
  const base::Value value = value_of(sum);
  const thai::Format* format = column.format;
  if (format == nullptr || !thai::accepts(*format, value)) {
    const bool money = std::holds_alternative<base::Money>(sum);
    format = &thai::default_format(money ? base::FieldType::Money : base::FieldType::Decimal);
  }
  std::string text = thai::format_value(*format, value, column.options);
  const bool thai_digits = digits == doc::Digits::Thai && format->digits == thai::DigitRule::ByDocument;
  return thai_digits ? thai::to_thai_digits(text) : text;
}

/// Adds the row's figures to the sums so far. A sum that cannot be kept (another kind of figure, an overflow) is none.
void add_row(const doc::Row& row, CarryPlan& plan, std::vector<doc::CellValue>& sums, std::vector<bool>& broken) {
  for (const doc::Cell& cell : row.cells) {
    if (!adds_up(cell)) continue;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
      CarriedColumn& column = plan.columns[i];
      if (column.column != cell.column || broken[i]) continue;
      const doc::Derived sum = doc::derive(doc::Derivation::Sum, {sums[i], cell.value});
      broken[i] = sum.problem != doc::DerivationProblem::None;
      sums[i] = broken[i] ? doc::CellValue{} : sum.value;
      if (!cell.format.empty()) column.format = thai::find_format(cell.format);
      if (cell.align) column.align = *cell.align;
    }
  }
}

/// Compares figures of one kind.
bool less(const doc::CellValue& a, const doc::CellValue& b) {
  const auto* money = std::get_if<base::Money>(&a);
  if (money && std::holds_alternative<base::Money>(b)) return *money < std::get<base::Money>(b);
  const auto* decimal = std::get_if<base::Decimal>(&a);
  return decimal && std::holds_alternative<base::Decimal>(b) && *decimal < std::get<base::Decimal>(b);
}

std::vector<SetCell> set_row(const SetTable& table, const CarryPlan& plan, const std::string& label,
                             const doc::CellValue* sums, Environment& environment) {
  std::vector<SetCell> cells;
  const auto add = [&](std::uint16_t column, std::uint16_t span, const std::string& text, doc::Align align) {
    SetCell cell;
    cell.column = column;
    cell.column_span = span;
    ParagraphBox box;
    box.left = table.edges[column] + kCellPaddingX;
    box.width = std::max(table.edges[std::size_t{column} + span] - box.left - kCellPaddingX, Length::pt(1));
    box.align = to_line_align(align);
    box.leading = leading(plan.style);
    const doc::Inlines inlines{doc::TextSpan{text, {}, base::kNoOrigin, {}}};
    cell.lines = set_lines(styled_text(inlines, plan.style, environment), box, environment);
    cells.push_back(std::move(cell));
  };
  add(0, plan.label_columns, label, doc::Align::Left);
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    const CarriedColumn& column = plan.columns[i];
    add(column.column, 1, printed(column, sums[i], environment.info.digits), column.align);
  }
  return cells;
}

}  // namespace

std::optional<CarryPlan> plan_carry(const doc::Table& table, const doc::ParagraphStyle& style) {
  CarryPlan plan;
  plan.style = style;
  std::vector<bool> carried = adding_columns(table, doc::RowKind::Total);
  const std::vector<bool> figures = adding_columns(table, doc::RowKind::Body);
  const bool totals = std::find(carried.begin(), carried.end(), true) != carried.end();
  for (std::size_t i = 1; i < table.columns.size(); ++i) {
    if (!figures[i] || (totals && !carried[i])) continue;
    plan.columns.push_back({static_cast<std::uint16_t>(i), nullptr, table.columns[i].figures, table.columns[i].align});
  }
  if (plan.columns.empty()) return std::nullopt;
  plan.label_columns = plan.columns.front().column;
  std::vector<doc::CellValue> sums(plan.columns.size());
  std::vector<bool> broken(plan.columns.size(), false);
  plan.sums.reserve(table.rows.size() * plan.columns.size());
  for (const doc::Row& row : table.rows) {
    if (row.kind == doc::RowKind::Body) add_row(row, plan, sums, broken);
    plan.sums.insert(plan.sums.end(), sums.begin(), sums.end());
  }
  return plan;
}

namespace {

/// The text with all its digits turned into `digit`, Thai into Thai.
std::string of_one_digit(std::string text, int digit) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool thai =
        i >= 2 && text[i - 2] == '\xE0' && text[i - 1] == '\xB9' && text[i] >= '\x90' && text[i] <= '\x99';
    if (thai) text[i] = static_cast<char>('\x90' + digit);
    if (text[i] >= '0' && text[i] <= '9') text[i] = static_cast<char>('0' + digit);
  }
  return text;
}

}  // namespace

std::vector<std::string> widest_sums(const CarryPlan& plan, std::size_t column, doc::Digits digits) {
  std::optional<doc::CellValue> least, greatest;
  for (std::size_t i = column; i < plan.sums.size(); i += plan.columns.size()) {
    if (std::holds_alternative<std::monostate>(plan.sums[i])) continue;
    if (!least || less(plan.sums[i], *least)) least = plan.sums[i];
    if (!greatest || !less(plan.sums[i], *greatest)) greatest = plan.sums[i];
  }
  if (!least) return {};
  // Thai digits are not equally wide: a sum between the two may be wider than both.
  std::vector<std::string> texts;
  for (const doc::CellValue& sum : {*least, *greatest})
    for (int digit = 0; digit <= 9; ++digit)
      texts.push_back(of_one_digit(printed(plan.columns[column], sum, digits), digit));
  return texts;
}

Length carried_row_height(const SetTable& table, const CarryPlan& plan, Environment& environment) {
  Length height = leading(plan.style);
  for (const char* label : {kCarriedForward, kBroughtForward}) {
    const doc::CellValue* last = plan.sums.data() + plan.sums.size() - plan.columns.size();
    for (const SetCell& cell : set_row(table, plan, label, last, environment)) {
      height = std::max(height, extent(cell.lines, {0, static_cast<std::uint32_t>(cell.lines.size())}));
    }
  }
  return height + 2 * kCellPaddingY;
}

void set_carried_rows(Galley& galley, const std::vector<PageCut>& cuts, Environment& environment) {
  for (const PageCut& cut : cuts) {
    for (const Placement& placement : cut.placements) {
      const bool forward = placement.kind == Placement::Kind::CarriedForward;
      if (!forward && placement.kind != Placement::Kind::BroughtForward) continue;
      SetTable& table = galley.tables[placement.table];
      if (!table.carry) continue;
      const doc::CellValue* sums = table.carry->sums.data() + (placement.index - 1) * table.carry->columns.size();
      CarriedRow& row = table.carried[placement.index];
      (forward ? row.forward : row.brought) =
          set_row(table, *table.carry, forward ? kCarriedForward : kBroughtForward, sums, environment);
    }
  }
}

}  // namespace phaen::layout
