// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/derivation.h"

#include <doctest/doctest.h>

#include <limits>

using namespace phaen;
using base::Decimal;
using base::Money;
using doc::CellValue;
using doc::Derivation;
using doc::DerivationProblem;

namespace {

CellValue number(const char* text) { return Decimal::parse(text).value(); }
std::string result(Derivation derivation, const std::vector<CellValue>& figures) {
  const doc::Derived derived = doc::derive(derivation, figures);
  CHECK(derived.problem == DerivationProblem::None);
  if (const auto* decimal = std::get_if<Decimal>(&derived.value)) return decimal->to_string();
  if (const auto* money = std::get_if<Money>(&derived.value)) return money->to_baht().to_string() + " baht";
  return "nil";
}

}  // namespace

TEST_CASE("the derivation table has a row for each derivation, in the order of the enum") {
  for (std::size_t i = 0; i < doc::derivations().size(); ++i) {
    const doc::DerivationRow& row = doc::derivations()[i];
    CHECK(static_cast<std::size_t>(row.derivation) == i);
    CHECK(doc::find_derivation(row.name) == &row);
    CHECK_FALSE(row.label.th.empty());
    CHECK((row.compute != nullptr));
  }
  CHECK(doc::derivations().size() == 8);
  CHECK(doc::find_derivation("average") == nullptr);
}

TEST_CASE("sums keep the kind of their figures and skip what is missing") {
  CHECK(result(Derivation::Sum, {number("0.1"), {}, number("0.2")}) == "0.3");
  CHECK(result(Derivation::Subtotal, {Money{50}, Money{51}}) == "1.01 baht");
  CHECK(result(Derivation::Sum, {}) == "nil");
  CHECK(result(Derivation::Sum, {{}, {}}) == "nil");
}

TEST_CASE("quotients are rounded once and nil without a denominator") {
  CHECK(result(Derivation::Ratio, {number("1"), number("3")}) == "0.3333333333");
  CHECK(result(Derivation::Percent, {number("2"), number("3")}) == "66.6666666667");
  CHECK(result(Derivation::Percent, {Money{100}, Money{400}}) == "25.0000000000");
  CHECK(result(Derivation::Change, {number("110"), number("100")}) == "10.0000000000");
  CHECK(result(Derivation::Change, {number("90"), number("100")}) == "-10.0000000000");
  CHECK(result(Derivation::Ratio, {Money::baht(100), number("4")}) == "25.0000000000");
  CHECK(result(Derivation::Percent, {number("1"), number("0")}) == "nil");
  CHECK(result(Derivation::Ratio, {{}, number("1")}) == "nil");
}

TEST_CASE("a quotient too large for ten decimals keeps fewer") {
  CHECK(result(Derivation::Percent, {number("900000000000000000"), number("1000")}) == "90000000000000000.00");
}

TEST_CASE("difference, count and weighted score") {
  CHECK(result(Derivation::Difference, {Money{100}, Money{250}}) == "-1.50 baht");
  CHECK(result(Derivation::Count, {number("0"), {}, Money{1}}) == "2");
  CHECK(result(Derivation::Weighted, {number("4.5"), number("20"), number("100")}) == "0.9000000000");
}

TEST_CASE("what cannot be computed is a problem, not a figure") {
  const auto problem = [](Derivation derivation, const std::vector<CellValue>& figures) {
    const doc::Derived derived = doc::derive(derivation, figures);
    CHECK(std::holds_alternative<std::monostate>(derived.value));
    return derived.problem;
  };
  const CellValue most = Money{std::numeric_limits<std::int64_t>::max()};
  const CellValue least = Money{std::numeric_limits<std::int64_t>::min()};
  CHECK(problem(Derivation::Sum, {number("1"), Money{1}}) == DerivationProblem::MixedKinds);
  CHECK(problem(Derivation::Percent, {number("1"), Money{1}}) == DerivationProblem::MixedKinds);
  CHECK(problem(Derivation::Sum, {most, most}) == DerivationProblem::Overflow);
  CHECK(problem(Derivation::Difference, {least, most}) == DerivationProblem::Overflow);
  CHECK(problem(Derivation::Sum, {base::Date{}}) == DerivationProblem::NotANumber);
  CHECK(problem(Derivation::Ratio, {true, number("1")}) == DerivationProblem::NotANumber);
}
