// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/derivation.h"

#include <algorithm>

namespace phaen::doc {
namespace {

using base::Decimal;
using base::Money;

// Quotients have no exact decimal; this many decimals are kept before a format rounds for print. More than any printed
// form shows, few enough that percentages of ministry-wide budgets fit into 64 bits.
constexpr int kQuotientScale = 10;

Derived failed(DerivationProblem problem) { return {{}, problem}; }

bool is_nil(const CellValue& figure) { return std::holds_alternative<std::monostate>(figure); }

std::optional<Decimal> number_of(const CellValue& figure) {
  if (const auto* decimal = std::get_if<Decimal>(&figure)) return *decimal;
  if (const auto* money = std::get_if<Money>(&figure)) return money->to_baht();
  return {};
}

Derived add_figures(const CellValue& a, const CellValue& b) {
  if (is_nil(a)) return {b};
  if (is_nil(b)) return {a};
  if (!number_of(a) || !number_of(b)) return failed(DerivationProblem::NotANumber);
  if (a.index() != b.index()) return failed(DerivationProblem::MixedKinds);
  if (const auto* money = std::get_if<Money>(&a)) {
    const auto sum = base::add(*money, std::get<Money>(b));
    return sum ? Derived{*sum} : failed(DerivationProblem::Overflow);
  }
  const auto sum = Decimal::sum(std::get<Decimal>(a), std::get<Decimal>(b));
  return sum ? Derived{*sum} : failed(DerivationProblem::Overflow);
}

Derived sum(const std::vector<CellValue>& figures) {
  Derived total;
  for (const CellValue& figure : figures) {
    if (!is_nil(figure) && !number_of(figure)) return failed(DerivationProblem::NotANumber);
    total = add_figures(total.value, figure);
    if (total.problem != DerivationProblem::None) return total;
  }
  return total;
}

Derived difference(const std::vector<CellValue>& figures) {
  if (is_nil(figures[0]) || is_nil(figures[1])) return {};
  const auto a = number_of(figures[0]), b = number_of(figures[1]);
  if (!a || !b) return failed(DerivationProblem::NotANumber);
  if (figures[0].index() != figures[1].index()) return failed(DerivationProblem::MixedKinds);
  if (const auto* money = std::get_if<Money>(&figures[0])) {
    std::int64_t satang = 0;
    if (__builtin_sub_overflow(money->satang, std::get<Money>(figures[1]).satang, &satang))
      return failed(DerivationProblem::Overflow);
    return {Money{satang}};
  }
  const auto result = Decimal::difference(*a, *b);
  return result ? Derived{*result} : failed(DerivationProblem::Overflow);
}

// a / b with as many decimals up to kQuotientScale as fit; the caller has made sure that b is not zero.
Derived divide(Decimal a, Decimal b) {
  for (int scale = kQuotientScale; scale >= 0; --scale)
    if (const auto result = Decimal::quotient(a, b, scale)) return {*result};
  return failed(DerivationProblem::Overflow);
}

Derived divide_times_hundred(Decimal a, Decimal b) {
  // A hundredth of b is b with two more decimals: no digit is lost and a may be as large as 64 bits allow.
  if (b.scale() + 2 <= Decimal::kMaxScale) return divide(a, Decimal(b.units(), b.scale() + 2));
  const auto hundredfold = Decimal::product(a, Decimal::integer(100));
  return hundredfold ? divide(*hundredfold, b) : failed(DerivationProblem::Overflow);
}

struct Pair {
  Decimal first, second;
};

// The two figures of a quotient, or why there are none: nil when one is missing or the second is zero.
std::optional<Pair> quotient_inputs(const std::vector<CellValue>& figures, Derived& otherwise) {
  if (is_nil(figures[0]) || is_nil(figures[1])) return {};
  const auto a = number_of(figures[0]), b = number_of(figures[1]);
  if (!a || !b) {
    otherwise = failed(DerivationProblem::NotANumber);
    return {};
  }
  if (figures[0].index() != figures[1].index()) {
    otherwise = failed(DerivationProblem::MixedKinds);
    return {};
  }
  if (b->is_zero()) return {};
  return Pair{*a, *b};
}

// Money per thing is no percentage, but it is a ratio: the one quotient whose inputs may differ in kind.
Derived ratio(const std::vector<CellValue>& figures) {
  if (is_nil(figures[0]) || is_nil(figures[1])) return {};
  const auto a = number_of(figures[0]), b = number_of(figures[1]);
  if (!a || !b) return failed(DerivationProblem::NotANumber);
  if (b->is_zero()) return {};
  return divide(*a, *b);
}

Derived percent(const std::vector<CellValue>& figures) {
  Derived otherwise;
  const auto inputs = quotient_inputs(figures, otherwise);
  return inputs ? divide_times_hundred(inputs->first, inputs->second) : otherwise;
}

Derived change(const std::vector<CellValue>& figures) {
  Derived otherwise;
  const auto inputs = quotient_inputs(figures, otherwise);
  if (!inputs) return otherwise;
  const auto grown = Decimal::difference(inputs->first, inputs->second);
  return grown ? divide_times_hundred(*grown, inputs->second) : failed(DerivationProblem::Overflow);
}

Derived count(const std::vector<CellValue>& figures) {
  const auto filled = std::count_if(figures.begin(), figures.end(), [](const CellValue& f) { return !is_nil(f); });
  return {Decimal::integer(filled)};
}

Derived weighted(const std::vector<CellValue>& figures) {
  if (std::any_of(figures.begin(), figures.end(), is_nil)) return {};
  const auto score = number_of(figures[0]), weight = number_of(figures[1]), whole = number_of(figures[2]);
  if (!score || !weight || !whole) return failed(DerivationProblem::NotANumber);
  if (whole->is_zero()) return {};
  const auto product = Decimal::product(*score, *weight);
  return product ? divide(*product, *whole) : failed(DerivationProblem::Overflow);
}

}  // namespace

base::Value plain_value(const CellValue& value) {
  struct Visitor {
    base::Value operator()(std::monostate) const { return base::Missing{}; }
    base::Value operator()(const base::Decimal& number) const { return number; }
    base::Value operator()(const base::Money& money) const { return money; }
    base::Value operator()(const base::Date& date) const { return date; }
    base::Value operator()(bool flag) const { return flag; }
  };
  return std::visit(Visitor{}, value);
}

const std::vector<DerivationRow>& derivations() {
  static const std::vector<DerivationRow> rows = {
      {Derivation::Subtotal, "subtotal", {"รวม", "subtotal"}, 0, true, sum},
      {Derivation::Sum, "sum", {"ผลรวม", "sum"}, 0, false, sum},
      {Derivation::Difference, "difference", {"ผลต่าง", "difference"}, 2, false, difference},
      {Derivation::Ratio, "ratio", {"อัตราส่วน", "ratio"}, 2, false, ratio},
      {Derivation::Percent, "percent", {"ร้อยละ", "per cent"}, 2, false, percent},
      {Derivation::Change, "change", {"ร้อยละการเปลี่ยนแปลง", "change in per cent"}, 2, false, change},
      {Derivation::Count, "count", {"จำนวน", "count"}, 0, true, count},
      {Derivation::Weighted, "weighted", {"คะแนนถ่วงน้ำหนัก", "weighted score"}, 3, false, weighted},
  };
  return rows;
}

const DerivationRow* find_derivation(std::string_view name) {
  const auto& rows = derivations();
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const DerivationRow& row) { return row.name == name; });
  return at == rows.end() ? nullptr : &*at;
}

const DerivationRow& row_of(Derivation derivation) { return derivations()[static_cast<std::size_t>(derivation)]; }

Derived derive(Derivation derivation, const std::vector<CellValue>& figures) {
  return row_of(derivation).compute(figures);
}

}  // namespace phaen::doc
