// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check.h"

#include <doctest/doctest.h>

#include "support.h"

using namespace phaen::base;
using phaen::test::codes;

namespace {

using Codes = std::vector<std::string>;

// One sound record, changed by the test, and what the check says about it.
template <typename Change>
Codes codes_after(const Change& change) {
  Dataset dataset(phaen::test::small_schema());
  Record record;
  record.values.resize(dataset.schema->tables[1].fields.size());
  record.values[0] = std::string("A");
  record.values[1] = std::string("หนึ่ง");
  dataset.tables[1].push_back(record);
  change(dataset.tables[1]);
  Diagnostics diagnostics;
  phaen::store::check_dataset(dataset, phaen::store::locate_by_record(dataset, "plan.db"), diagnostics);
  return codes(diagnostics);
}

Codes codes_with(std::size_t field, const Value& value) {
  return codes_after([&](std::vector<Record>& records) { records[0].values[field] = value; });
}

}  // namespace

TEST_CASE("a sound record has no message") {
  CHECK(codes_after([](auto&) {}) == Codes{});
}

TEST_CASE("what a database would refuse is found before") {
  CHECK(codes_with(1, Missing{}) == Codes{"S013"});
  CHECK(codes_with(1, std::string()) == Codes{"S013"});
  CHECK(codes_with(1, std::int64_t{5}) == Codes{"S012"});
  CHECK(codes_with(3, std::string("5")) == Codes{"S012"});
  CHECK(codes_with(5, Decimal(5, 0)) == Codes{"S012"});
  CHECK(codes_with(7, std::int64_t{2023}) == Codes{"S012"});
  CHECK(codes_with(7, std::int64_t{2701}) == Codes{"S012"});
  CHECK(codes_with(7, std::int64_t{2700}) == Codes{});
  CHECK(codes_with(9, std::string("tertiary")) == Codes{"S014"});
  CHECK(codes_with(10, std::string("B")) == Codes{"S016"});
  CHECK(codes_with(10, std::string("A")) == Codes{});
  CHECK(codes_with(11, std::string("R/2566")) == Codes{"S016"});
  CHECK(codes_with(1, std::string("a\nb")) == Codes{"S017"});
  CHECK(codes_with(2, std::string("a\nb")) == Codes{});
  CHECK(codes_with(2, std::string("a\0b", 3)) == Codes{"S018"});
  CHECK(codes_with(2, std::string("a\x1B[31m")) == Codes{"S018"});
}

TEST_CASE("two records of one key are named with the human name of the second") {
  Dataset dataset(phaen::test::small_schema());
  for (const char* name : {"หนึ่ง", "สอง"}) {
    Record record;
    record.values.resize(dataset.schema->tables[1].fields.size());
    record.values[0] = std::string("A");
    record.values[1] = std::string(name);
    dataset.tables[1].push_back(record);
  }
  Diagnostics diagnostics;
  phaen::store::check_dataset(dataset, phaen::store::locate_by_record(dataset, "plan.db"), diagnostics);
  REQUIRE(codes(diagnostics) == Codes{"S015"});
  CHECK(to_text(diagnostics.all().front(), Language::English) ==
        "plan.db, table items, record A (สอง), field code: error S015: the key `A` stands twice in items\n"
        "    hint: give one of the records another key, or delete it\n");
}
