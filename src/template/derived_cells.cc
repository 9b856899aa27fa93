// SPDX-License-Identifier: GPL-3.0-or-later
// Derived cells: which cells they are computed from, in which order, each once.
#include <algorithm>

#include "template/diagnostics.h"
#include "template/table_builder.h"

namespace phaen::templates {

doc::Cell* TableBuilder::find_cell(std::size_t row, std::size_t column) {
  auto& cells = table_.rows[row].cells;
  const auto at = std::lower_bound(cells.begin(), cells.end(), column,
                                   [](const doc::Cell& cell, std::size_t wanted) { return cell.column < wanted; });
  return at == cells.end() || at->column != column ? nullptr : &*at;
}

bool TableBuilder::is_subtotal(const doc::Cell& cell) const {
  return cell.formula && cell.formula->derivation == doc::Derivation::Subtotal;
}

// The formula of every derived cell is set before any is computed: subtotals must know each other to leave each other
// out.
void TableBuilder::compute_all() {
  for (Pending& pending : pending_) {
    auto formula = std::make_shared<doc::Formula>();
    formula->derivation = pending.node->derive->derivation;
    table_.rows[pending.row].cells[pending.cell].formula = std::move(formula);
  }
  for (Pending& pending : pending_) compute(pending);
}

void TableBuilder::compute_first(std::size_t row, const doc::Cell& cell) {
  const auto index = static_cast<std::size_t>(&cell - table_.rows[row].cells.data());
  for (const auto& [cell_index, pending_index] : pending_at_[row])
    if (cell_index == index) compute(pending_[pending_index]);
}

// Rows that a table leaves out would be missing from its total, and nobody would see it: the data are asked again.
void TableBuilder::check_control(const Pending& pending, const doc::CellValue& sum) {
  if (!pending.control) return;
  const doc::Derived difference = doc::derive(doc::Derivation::Difference, {*pending.control, sum});
  const auto is_nothing = [](const doc::CellValue& value) {
    const auto* money = std::get_if<base::Money>(&value);
    const auto* number = std::get_if<base::Decimal>(&value);
    return std::holds_alternative<std::monostate>(value) || (money != nullptr && money->satang == 0) ||
           (number != nullptr && number->is_zero());
  };
  // A sum of nothing is missing, and a sum over nothing may be 0.
  const bool equal = is_nothing(sum) ? is_nothing(*pending.control)
                                     : !is_nothing(*pending.control) && is_nothing(difference.value) &&
                                           difference.problem == doc::DerivationProblem::None;
  if (equal) return;
  const auto written = [](const doc::CellValue& value) {
    const base::Value plain = doc::plain_value(value);
    return base::is_missing(plain) ? std::string("0") : base::canonical_text(plain);
  };
  expansion_.found_.add(
      diagnostics::sum_differs(written(sum), written(*pending.control), expansion_.at(pending.place)));
}

void TableBuilder::compute(Pending& pending) {
  if (pending.state == Pending::State::Done) return;
  const doc::Derivation derivation = pending.node->derive->derivation;
  const doc::DerivationRow& row = doc::row_of(derivation);
  if (pending.state == Pending::State::Computing) {
    expansion_.report_once(diagnostics::derived_from_itself(row.name, expansion_.at(pending.place)));
    return;
  }
  pending.state = Pending::State::Computing;
  const std::size_t found_before = expansion_.found_.all().size();
  auto formula = std::make_shared<doc::Formula>();
  formula->derivation = derivation;
  formula->inputs = row.down ? ranges_down(pending) : ranges_across(pending);
  std::vector<doc::CellValue> figures;
  std::vector<base::OriginId> inputs;
  gather(pending, formula->inputs, figures, inputs);
  doc::Derived derived;
  if (row.inputs == 0 || figures.size() == static_cast<std::size_t>(row.inputs))
    derived = doc::derive(derivation, figures);
  expansion_.report_derivation(derived.problem, row.name, pending.place);
  pending.state = Pending::State::Done;
  // A sum that could not be computed has its own message.
  if (expansion_.found_.all().size() == found_before) check_control(pending, derived.value);

  doc::Cell& cell = table_.rows[pending.row].cells[pending.cell];
  const ColumnInfo& info = columns_[cell.column];
  const thai::Format* format = pending.node->format != nullptr ? pending.node->format : info.format;
  const bool quotient = row.inputs > 0 && derivation != doc::Derivation::Difference;
  if (format == nullptr && quotient) format = thai::find_format("decimal2");
  if (pending.node->format == nullptr && derivation == doc::Derivation::Count) format = thai::find_format("integer");
  const ValueStyle outer = expansion_.value_style_;
  expansion_.value_style_.override_with(info.style);
  expansion_.value_style_.override_with(pending.node->value_style);
  const base::OriginId origin = inputs.empty() ? base::kNoOrigin : expansion_.origins_.add_derived(row.name, inputs);
  const Expansion::Printed printed = expansion_.print_figure(derived.value, format, origin);
  expansion_.value_style_ = outer;
  cell.formula = std::move(formula);
  cell.value = derived.value;
  cell.format = printed.figure.format;
  cell.origin = origin;
  if (printed.text.empty())
    cell.content.clear();
  else
    cell.content.front().content = {doc::TextSpan{printed.text, {}, origin, {}}};
}

// Whether a cell of the column belongs to a total: figures of body rows, and in subtotals other subtotals, which the
// derivation itself leaves out.
bool TableBuilder::counts_in(const doc::Row& row, const doc::Cell& cell, doc::Derivation derivation) const {
  const bool figure = cell.formula || !std::holds_alternative<std::monostate>(cell.value);
  if (!figure) return true;
  if (derivation == doc::Derivation::Subtotal && is_subtotal(cell)) return true;
  if (derivation == doc::Derivation::Count && is_subtotal(cell)) return false;
  return row.kind == doc::RowKind::Body;
}

// Runs of rows of the loop round the cell, without its own row and without rows that would be counted twice.
std::vector<doc::CellRange> TableBuilder::ranges_down(const Pending& pending) {
  const doc::Cell& own = table_.rows[pending.row].cells[pending.cell];
  std::size_t column = own.column;
  if (!pending.node->derive->of.empty()) {
    const std::vector<std::size_t> named = key_columns(pending.node->derive->of.front());
    if (named.size() != 1) {
      expansion_.report_once(diagnostics::several_columns(pending.node->derive->of.front().first, named.size(),
                                                          expansion_.at(pending.place)));
      return {};
    }
    column = named[0];
  }
  std::vector<doc::CellRange> ranges;
  bool open = false;
  for (std::size_t row = pending.first; row < pending.end; ++row) {
    const doc::Cell* cell = find_cell(row, column);
    const bool in =
        row != pending.row && (cell == nullptr || counts_in(table_.rows[row], *cell, pending.node->derive->derivation));
    if (in && open) ranges.back().last_row = static_cast<std::uint32_t>(row);
    if (in && !open)
      ranges.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(row),
                        static_cast<std::uint16_t>(column), static_cast<std::uint16_t>(column)});
    open = in;
  }
  return ranges;
}

// Cells of its own row, one range for each run of columns named.
std::vector<doc::CellRange> TableBuilder::ranges_across(const Pending& pending) {
  const bool exact = doc::row_of(pending.node->derive->derivation).inputs > 0;
  std::vector<doc::CellRange> ranges;
  const auto row = static_cast<std::uint32_t>(pending.row);
  for (const KeyRange& keys : pending.node->derive->of) {
    const std::vector<std::size_t> named = key_columns(keys);
    if (exact && named.size() != 1) {
      expansion_.report_once(diagnostics::several_columns(keys.first, named.size(), expansion_.at(pending.place)));
      return {};
    }
    bool fresh = true;
    for (const std::size_t column : named) {
      const auto c = static_cast<std::uint16_t>(column);
      if (!fresh && ranges.back().last_column + 1 == c)
        ranges.back().last_column = c;
      else
        ranges.push_back({row, row, c, c});
      fresh = false;
    }
  }
  return ranges;
}

void TableBuilder::gather(const Pending& pending, const std::vector<doc::CellRange>& ranges,
                          std::vector<doc::CellValue>& figures, std::vector<base::OriginId>& inputs) {
  const bool skips_subtotals = pending.node->derive->derivation == doc::Derivation::Subtotal;
  for (const doc::CellRange& range : ranges)
    for (std::size_t row = range.first_row; row <= range.last_row; ++row)
      for (std::size_t column = range.first_column; column <= range.last_column; ++column) {
        const doc::Cell* cell = find_cell(row, column);
        if (cell != nullptr && skips_subtotals && is_subtotal(*cell)) continue;
        if (cell != nullptr && cell->formula) compute_first(row, *cell);
        figures.push_back(cell == nullptr ? doc::CellValue{} : cell->value);
        if (cell != nullptr && cell->origin != base::kNoOrigin && !std::holds_alternative<std::monostate>(cell->value))
          inputs.push_back(cell->origin);
      }
}

}  // namespace phaen::templates
