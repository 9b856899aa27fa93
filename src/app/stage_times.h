// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/stage_watch.h"

namespace phaen::app {

/// How long each stage of a job took (`phaen build --time`). The compiler itself knows no clock: only the command line
/// asks a steady one, and no result depends on it. Times of a stage that runs once a section add up; while a stage runs
/// inside another, the other's time stands still.
class StageTimes final : public base::StageWatch {
 public:
  /// One stage: seconds, how much it handled, and the most memory the process had used when the outermost stage it was
  /// part of last ended.
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
    const base::WatchedStage measured(this, name);
    return std::forward<Work>(work)();
  }
  void enter(const char* name) override;
  void leave() override;
  /// What a stage handled in all: `pages`, `rows`, `records`.
  void count(const char* name, std::size_t count, const char* unit);

  const std::vector<Stage>& stages() const { return stages_; }

 private:
  std::size_t stage(const char* name);
  void add_running_time();

  std::vector<Stage> stages_;
  std::vector<std::size_t> running_;  // outermost first
  std::chrono::steady_clock::time_point last_;
};

/// The stages as lines: `document  stage  seconds  peak MiB  count unit  per second`.
std::string stage_lines(const std::string& document, const StageTimes& times);

}  // namespace phaen::app
