// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace phaen::app {

/// How long each stage of a job took (`phaen build --time`). The compiler itself knows no clock: only the command line
/// asks a steady one, and no result depends on it. Times of a stage that runs once a section add up.
class StageTimes {
 public:
  /// One stage: seconds, how much it handled, and the most memory the process had used when it last ended.
  struct Stage {
    std::string name;
    std::chrono::steady_clock::duration time{};
    std::size_t count = 0;
    const char* unit = "";
    std::size_t peak_kib = 0;
  };

  /// Runs `work` as part of a stage and hands on its result.
  template <class Work>
  decltype(auto) measure(const char* name, Work&& work) {
    const Measured measured{*this, name, std::chrono::steady_clock::now()};
    return std::forward<Work>(work)();
  }
  /// What a stage handled in all: `pages`, `rows`, `records`.
  void count(const char* name, std::size_t count, const char* unit);

  const std::vector<Stage>& stages() const { return stages_; }

 private:
  struct Measured {
    StageTimes& times;
    const char* name;
    std::chrono::steady_clock::time_point begin;
    ~Measured() { times.add(name, std::chrono::steady_clock::now() - begin); }
  };

  Stage& stage(const char* name);
  void add(const char* name, std::chrono::steady_clock::duration time);

  std::vector<Stage> stages_;
};

/// The stages as lines: `document  stage  seconds  peak MiB  count unit  per second`.
std::string stage_lines(const std::string& document, const StageTimes& times);

}  // namespace phaen::app
