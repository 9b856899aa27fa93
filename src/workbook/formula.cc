// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/formula.h"

#include <algorithm>

#include "base/format.h"
#include "workbook/names.h"

namespace phaen::workbook {
namespace {

using base::format;
using doc::CellRange;

// SUBTOTAL takes 254 ranges, SUM and COUNT 255.
constexpr std::size_t kMaxArguments = 254;

// Neighbouring ranges as one: a subtotal over three single rows below each other is one range.
std::vector<CellRange> joined(const std::vector<CellRange>& ranges) {
  std::vector<CellRange> result;
  for (const CellRange& range : ranges) {
    if (!result.empty()) {
      CellRange& last = result.back();
      const bool same_columns = last.first_column == range.first_column && last.last_column == range.last_column;
      const bool same_rows = last.first_row == range.first_row && last.last_row == range.last_row;
      if (same_columns && range.first_row == last.last_row + 1) {
        last.last_row = range.last_row;
        continue;
      }
      if (same_rows && range.first_column == last.last_column + 1) {
        last.last_column = range.last_column;
        continue;
      }
    }
    result.push_back(range);
  }
  return result;
}

std::string reference(const CellRange& range, const TablePlace& place) {
  return range_name({place.first_row + range.first_row, place.first_row + range.last_row,
                     place.edges.at(range.first_column), place.edges.at(range.last_column)});
}

// `SUM(A1:A3,A7)`, or several calls added up when there are too many ranges for one.
std::string over_ranges(std::string_view opening, const std::vector<CellRange>& ranges, const TablePlace& place) {
  std::string text;
  for (std::size_t begin = 0; begin < ranges.size(); begin += kMaxArguments) {
    if (begin > 0) text += '+';
    text += opening;
    const std::size_t end = std::min(begin + kMaxArguments, ranges.size());
    for (std::size_t i = begin; i < end; ++i) text += (i > begin ? "," : "") + reference(ranges[i], place);
    text += ')';
  }
  return text;
}

bool same_scale(const std::vector<Scale>& scales) {
  return std::all_of(scales.begin(), scales.end(), [&](Scale scale) { return scale == scales.front(); });
}

std::string rescaled(const std::string& expression, Scale from, Scale to) {
  if (from == to) return expression;
  return "(" + expression + (from == Scale::Million ? ")*1000000" : ")/1000000");
}

std::optional<std::string> total(std::string_view opening, const doc::Formula& formula, const TablePlace& place,
                                 const FormulaContext& context) {
  if (formula.inputs.empty() || !same_scale(context.inputs)) return std::nullopt;
  const std::vector<CellRange> ranges = joined(formula.inputs);
  const std::string sum = rescaled(over_ranges(opening, ranges, place), context.inputs.front(), context.target);
  if (!context.is_nil) return sum;
  return format("IF({}=0,\"\",{})", over_ranges("COUNT(", ranges, place), sum);
}

// One input of a formula over single cells, in its own unit unless the units differ.
std::string operand(const doc::Formula& formula, std::size_t index, const TablePlace& place,
                    const FormulaContext& context) {
  std::string cell = reference(formula.inputs.at(index), place);
  if (same_scale(context.inputs) || context.inputs.at(index) == Scale::One) return cell;
  return cell + "*1000000";
}

std::optional<std::string> difference(const doc::Formula& formula, const TablePlace& place,
                                      const FormulaContext& context) {
  if (formula.inputs.size() != 2) return std::nullopt;
  const std::string a = operand(formula, 0, place, context), b = operand(formula, 1, place, context);
  const Scale scale = same_scale(context.inputs) ? context.inputs.front() : Scale::One;
  return format("IF(COUNT({},{})<2,\"\",{})", reference(formula.inputs[0], place), reference(formula.inputs[1], place),
                rescaled(a + "-" + b, scale, context.target));
}

enum class Quotient : std::uint8_t { Ratio, Percent, Change, Weighted };

std::optional<std::string> quotient(Quotient kind, const doc::Formula& formula, const TablePlace& place,
                                    const FormulaContext& context) {
  const std::size_t count = kind == Quotient::Weighted ? 3 : 2;
  if (formula.inputs.size() != count) return std::nullopt;
  std::string inputs, cell;
  for (const CellRange& range : formula.inputs) {
    cell = reference(range, place);
    inputs += (inputs.empty() ? "" : ",") + cell;
  }
  const std::string a = operand(formula, 0, place, context), b = operand(formula, 1, place, context);
  const std::string divisor = b.find('*') == std::string::npos ? b : "(" + b + ")";
  std::string value;
  switch (kind) {
    case Quotient::Ratio: value = a + "/" + divisor; break;
    case Quotient::Percent: value = a + "/" + divisor + "*100"; break;
    case Quotient::Change: value = format("({}-{})/{}*100", a, b, divisor); break;
    case Quotient::Weighted: value = format("{}*{}/{}", a, b, cell); break;
  }
  return format("IF(OR(COUNT({})<{},N({})=0),\"\",{})", inputs, count, cell, value);
}

}  // namespace

std::optional<std::string> formula_text(const doc::Formula& formula, const TablePlace& place,
                                        const FormulaContext& context) {
  switch (formula.derivation) {
    case doc::Derivation::Subtotal: return total("SUBTOTAL(9,", formula, place, context);
    case doc::Derivation::Sum: return total("SUM(", formula, place, context);
    case doc::Derivation::Difference: return difference(formula, place, context);
    case doc::Derivation::Ratio: return quotient(Quotient::Ratio, formula, place, context);
    case doc::Derivation::Percent: return quotient(Quotient::Percent, formula, place, context);
    case doc::Derivation::Change: return quotient(Quotient::Change, formula, place, context);
    case doc::Derivation::Count: return over_ranges("COUNT(", joined(formula.inputs), place);
    case doc::Derivation::Weighted: return quotient(Quotient::Weighted, formula, place, context);
  }
  return std::nullopt;
}

}  // namespace phaen::workbook
