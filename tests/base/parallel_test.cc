// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

using phaen::base::for_each_index;

TEST_CASE("every number is worked on once, with any number of threads") {
  for (const int threads : {-1, 0, 1, 2, 7})
    for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
      std::vector<std::atomic<int>> calls(count);
      for_each_index(count, threads, [&](std::size_t i) { ++calls.at(i); });
      for (const std::atomic<int>& each : calls) CHECK(each == 1);
    }
}

TEST_CASE("what the work throws comes out, whichever thread it was on") {
  for (std::size_t bad = 0; bad < 4; ++bad)
    CHECK_THROWS_AS(for_each_index(4, 3,
                                   [&](std::size_t i) {
                                     if (i == bad) throw std::runtime_error("no");
                                   }),
                    std::runtime_error);
}
