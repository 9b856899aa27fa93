// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/record.h"

#include <doctest/doctest.h>

#include "base/origin.h"

using namespace phaen::base;

namespace {

std::shared_ptr<const Schema> toy_schema() {
  auto schema = std::make_shared<Schema>();
  schema->tables.push_back(
      {"kpis",
       "ตัวชี้วัด",
       "",
       {"code"},
       {{.name = "code", .type = FieldType::Code}, {.name = "name"}, {.name = "base", .type = FieldType::Quantity}}});
  return schema;
}

}  // namespace

TEST_CASE("a quantity is what the office wrote") {
  CHECK(Quantity::parse("9,981.97")->kind() == Quantity::Kind::Number);
  CHECK(Quantity::parse("9,981.97")->to_string() == "9981.97");
  CHECK(Quantity::parse("1:3,366")->kind() == Quantity::Kind::Ratio);
  CHECK(Quantity::parse("1:3,366")->to_string() == "1:3366");
  CHECK(Quantity::parse("5..7")->kind() == Quantity::Kind::Range);
  CHECK(Quantity::parse("10 (เป้าหมายรวม)")->kind() == Quantity::Kind::Text);
  CHECK_FALSE(Quantity::parse(""));
  for (const char* text : {"5.00", "1:2500", "3.5..4", "ระดับ 4", "-2"}) {
    CHECK(Quantity::parse(text)->to_string() == text);
    CHECK(Quantity::parse(Quantity::parse(text)->to_string()) == Quantity::parse(text));
  }
}

TEST_CASE("canonical text is exact and missing is empty") {
  CHECK(canonical_text(Missing{}).empty());
  CHECK(canonical_text(Money{1757674000000}) == "17576740000");
  CHECK(canonical_text(Money{-150}) == "-1.50");
  CHECK(canonical_text(Date{2022, 9, 30}) == "2022-09-30");
  CHECK(canonical_text(true) == "true");
}

TEST_CASE("an origin says where a value came from, and a total is synthetic when any input is") {
  Dataset dataset(toy_schema());
  dataset.tables[0].push_back({{std::string("I1-K1"), std::string("รายได้"), Quantity{}}});
  OriginTable origins;
  const OriginId real = origins.add_field(0, 0, 2, Fact::Real);
  const OriginId invented = origins.add_field(0, 0, 2, Fact::Synthetic);
  const OriginId total = origins.add_derived("sum", {real, invented});
  const OriginId whole = origins.add_derived("sum", {real, real});
  CHECK(origins.describe(real, dataset) == "kpis I1-K1 base");
  CHECK(origins.describe(total, dataset) == "sum(kpis I1-K1 base, kpis I1-K1 base)");
  CHECK(origins.fact(total) == Fact::Synthetic);
  CHECK(origins.fact(whole) == Fact::Real);
  CHECK(origins.describe(origins.add_template("plan.xml", 12), dataset) == "plan.xml:12");
  CHECK(origins.describe(kNoOrigin, dataset) == "-");
}

TEST_CASE("the dump of a dataset leaves missing values out") {
  Dataset dataset(toy_schema());
  dataset.tables[0].push_back({{std::string("I1-K1"), std::string("รายได้"), Missing{}}});
  CHECK(dump(dataset) == "table kpis (1 records)\n  record I1-K1\n    code = I1-K1\n    name = รายได้\n");
}
