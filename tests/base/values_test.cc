// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <stdexcept>

#include "base/record.h"

using namespace phaen::base;

TEST_CASE("a record holds what was set, in any order, and everything else is missing") {
  Values values;
  values.resize(100);
  values[70] = std::string("seventy");
  values[3] = std::int64_t{3};
  values[99] = true;
  const Values& read = values;
  CHECK(read.size() == 100);
  CHECK(std::get<std::string>(read[70]) == "seventy");
  CHECK(std::get<std::int64_t>(read[3]) == 3);
  CHECK(std::get<bool>(read.at(99)));
  for (const std::size_t field : {0, 2, 4, 63, 64, 69, 71, 98}) CHECK(is_missing(read[field]));
  CHECK_THROWS_AS(read.at(100), std::out_of_range);
  CHECK_THROWS_AS(values.resize(Values::kMostFields + 1), std::length_error);
}

TEST_CASE("records are equal by their values, however they were made") {
  Values set;
  set.resize(3);
  set[0] = Missing{};  // takes room, and is missing still
  set[2] = Money{5};
  const Values listed = {Missing{}, Missing{}, Money{5}};
  const Values of_vector(std::vector<Value>{Missing{}, Missing{}, Money{5}});
  CHECK(set == listed);
  CHECK(listed == of_vector);
  CHECK_FALSE(listed == Values{Missing{}, Money{5}, Missing{}});
  CHECK_FALSE(listed == Values{Missing{}, Missing{}});
}

TEST_CASE("a record grows and shrinks at its end") {
  Values values;
  values.push_back(std::string("a"));
  values.push_back(Missing{});
  values.push_back(Date{2022, 9, 30});
  CHECK(values.size() == 3);
  CHECK(std::get<Date>(values.back()) == Date{2022, 9, 30});
  values.resize(2);
  values.resize(3);
  CHECK(is_missing(std::as_const(values)[2]));
  CHECK(std::get<std::string>(std::as_const(values)[0]) == "a");
}

TEST_CASE("quantities keep what their kind needs, copies included") {
  const Quantity ratio = Quantity::ratio({1, 0}, {3366, 0});
  const Quantity copy = ratio;
  CHECK(copy == ratio);
  CHECK(copy.second() == Decimal(3366, 0));
  CHECK(Quantity::number({5, 0}).text().empty());
  CHECK(Quantity::words("10 (เป้าหมายรวม)").text() == "10 (เป้าหมายรวม)");
  CHECK_FALSE(Quantity::ratio({5, 0}, {7, 0}) == Quantity::range({5, 0}, {7, 0}));
  CHECK_FALSE(Quantity::range({5, 0}, {7, 0}) == Quantity::range({5, 0}, {8, 0}));
}

TEST_CASE("the lineage of a value is found again among others") {
  LineageTable lineage;
  const FieldRef inputs[] = {{1, 2, 3}, {1, 4, 3}};
  lineage.add({9, 5, 1}, "sum", inputs);
  lineage.add({9, 2, 1}, "last", {});
  lineage.add({9, 5, 2}, "sum", std::span(inputs).first(1));
  REQUIRE(lineage.find({9, 5, 1}));
  CHECK(lineage.find({9, 5, 1})->rule == "sum");
  CHECK(lineage.find({9, 5, 1})->inputs.size() == 2);
  CHECK(lineage.find({9, 5, 1})->inputs[1] == FieldRef{1, 4, 3});
  CHECK(lineage.find({9, 2, 1})->rule == "last");
  CHECK(lineage.find({9, 2, 1})->inputs.empty());
  CHECK(lineage.find({9, 5, 2})->inputs.size() == 1);
  CHECK_FALSE(lineage.find({9, 3, 1}));
  CHECK_FALSE(lineage.find({9, 6, 1}));
  CHECK_FALSE(lineage.find({8, 5, 1}));
}
