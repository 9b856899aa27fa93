// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/formula.h"

#include <doctest/doctest.h>

namespace phaen::workbook {
namespace {

using doc::Derivation;

// A table whose row 0 stands on sheet row 3 and whose columns are the sheet's.
const TablePlace kPlace{2, {0, 1, 2, 3, 4, 5}};

std::string text_of(Derivation derivation, std::vector<doc::CellRange> inputs, FormulaContext context = {}) {
  context.inputs.resize(inputs.size(), Scale::One);
  return formula_text({derivation, std::move(inputs)}, kPlace, context).value_or("none");
}

TEST_CASE("each derivation has its formula") {
  const doc::CellRange a{1, 1, 1, 1}, b{1, 1, 2, 2}, c{1, 1, 3, 3};
  CHECK(text_of(Derivation::Subtotal, {{1, 3, 1, 1}}) == "SUBTOTAL(9,B4:B6)");
  CHECK(text_of(Derivation::Sum, {{1, 1, 1, 3}}) == "SUM(B4:D4)");
  CHECK(text_of(Derivation::Count, {{1, 3, 1, 1}}) == "COUNT(B4:B6)");
  CHECK(text_of(Derivation::Difference, {a, b}) == "IF(COUNT(B4,C4)<2,\"\",B4-C4)");
  CHECK(text_of(Derivation::Ratio, {a, b}) == "IF(OR(COUNT(B4,C4)<2,N(C4)=0),\"\",B4/C4)");
  CHECK(text_of(Derivation::Percent, {a, b}) == "IF(OR(COUNT(B4,C4)<2,N(C4)=0),\"\",B4/C4*100)");
  CHECK(text_of(Derivation::Change, {a, b}) == "IF(OR(COUNT(B4,C4)<2,N(C4)=0),\"\",(B4-C4)/C4*100)");
  CHECK(text_of(Derivation::Weighted, {a, b, c}) == "IF(OR(COUNT(B4,C4,D4)<3,N(D4)=0),\"\",B4*C4/D4)");
}

TEST_CASE("neighbouring ranges become one, others stay apart") {
  CHECK(text_of(Derivation::Sum, {{1, 1, 1, 1}, {2, 2, 1, 1}, {4, 4, 1, 1}}) == "SUM(B4:B5,B7)");
  CHECK(text_of(Derivation::Sum, {{1, 1, 1, 1}, {1, 1, 2, 2}, {1, 1, 4, 4}}) == "SUM(B4:C4,E4)");
}

TEST_CASE("a total without any figure is an empty text, as in the document") {
  CHECK(text_of(Derivation::Subtotal, {{1, 3, 1, 1}}, {true, Scale::One, {}}) ==
        "IF(COUNT(B4:B6)=0,\"\",SUBTOTAL(9,B4:B6))");
}

TEST_CASE("more ranges than a function takes are added up in several calls") {
  std::vector<doc::CellRange> scattered;
  for (std::uint32_t i = 0; i < 300; ++i) scattered.push_back({2 * i, 2 * i, 1, 1});
  const std::string text = text_of(Derivation::Subtotal, scattered);
  CHECK(text.find("+SUBTOTAL(9,B511,") != std::string::npos);
  CHECK(std::count(text.begin(), text.end(), ',') == 300);
}

TEST_CASE("units are brought together: million baht beside baht") {
  const doc::CellRange a{1, 1, 1, 1}, b{1, 1, 2, 2};
  const auto text = [&](Derivation derivation, FormulaContext context) {
    return formula_text({derivation, {a, b}}, kPlace, context).value_or("none");
  };
  CHECK(text(Derivation::Sum, {false, Scale::Million, {Scale::One, Scale::One}}) == "(SUM(B4:C4))/1000000");
  CHECK(text(Derivation::Sum, {false, Scale::One, {Scale::Million, Scale::Million}}) == "(SUM(B4:C4))*1000000");
  CHECK(text(Derivation::Sum, {false, Scale::Million, {Scale::Million, Scale::One}}) == "none");
  CHECK(text(Derivation::Percent, {false, Scale::One, {Scale::Million, Scale::Million}}) ==
        "IF(OR(COUNT(B4,C4)<2,N(C4)=0),\"\",B4/C4*100)");
  CHECK(text(Derivation::Percent, {false, Scale::One, {Scale::One, Scale::Million}}) ==
        "IF(OR(COUNT(B4,C4)<2,N(C4)=0),\"\",B4/(C4*1000000)*100)");
  CHECK(text(Derivation::Difference, {false, Scale::Million, {Scale::Million, Scale::One}}) ==
        "IF(COUNT(B4,C4)<2,\"\",(B4*1000000-C4)/1000000)");
}

TEST_CASE("on a wider grid a formula names the first sheet column of each table column") {
  const TablePlace wide{0, {0, 3, 5, 8}};
  CHECK(formula_text({Derivation::Difference, {{1, 1, 1, 1}, {1, 1, 2, 2}}}, wide,
                     {false, Scale::One, {Scale::One, Scale::One}}) == "IF(COUNT(D2,F2)<2,\"\",D2-F2)");
}

}  // namespace
}  // namespace phaen::workbook
