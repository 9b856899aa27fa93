// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage_times.h"

#include <sys/resource.h>

#include <algorithm>

#include "base/format.h"

namespace phaen::app {
namespace {

std::size_t peak_kib() {
  rusage usage{};
  return getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<std::size_t>(usage.ru_maxrss) : 0;
}

}  // namespace

std::size_t StageTimes::stage(const char* name) {
  const auto known = std::find_if(stages_.begin(), stages_.end(), [&](const Stage& s) { return s.name == name; });
  const auto index = static_cast<std::size_t>(known - stages_.begin());
  if (known == stages_.end()) stages_.emplace_back().name = name;
  return index;
}

void StageTimes::add_running_time() {
  const auto now = std::chrono::steady_clock::now();
  if (!running_.empty()) stages_[running_.back()].time += now - last_;
  last_ = now;
}

void StageTimes::enter(const char* name) {
  add_running_time();
  running_.push_back(stage(name));
}

void StageTimes::leave() {
  add_running_time();
  Stage& ended = stages_[running_.back()];
  running_.pop_back();
  ended.peak_kib = 0;
  if (!running_.empty()) return;
  // Asking for the memory is dear: once for all that ended inside.
  const std::size_t peak = peak_kib();
  ended.peak_kib = peak;
  for (Stage& inner : stages_)
    if (inner.peak_kib == 0) inner.peak_kib = peak;
}

void StageTimes::count(const char* name, std::size_t count, const char* unit) {
  Stage& counted = stages_[stage(name)];
  counted.count = count;
  counted.unit = unit;
}

std::string stage_lines(const std::string& document, const StageTimes& times) {
  std::string lines;
  for (const StageTimes::Stage& stage : times.stages()) {
    const double seconds = std::chrono::duration<double>(stage.time).count();
    lines += base::format("time  {:<16}  {:<12} {:9.3f} s {:8.1f} MiB", document, stage.name, seconds,
                          static_cast<double>(stage.peak_kib) / 1024);
    if (stage.count > 0) {
      const double rate = seconds > 0 ? static_cast<double>(stage.count) / seconds : 0;
      lines += base::format(" {:9} {:<8} {:11.0f} /s", stage.count, stage.unit, rate);
    }
    lines += '\n';
  }
  return lines;
}

}  // namespace phaen::app
