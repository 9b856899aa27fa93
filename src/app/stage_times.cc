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

StageTimes::Stage& StageTimes::stage(const char* name) {
  const auto known = std::find_if(stages_.begin(), stages_.end(), [&](const Stage& s) { return s.name == name; });
  if (known != stages_.end()) return *known;
  stages_.emplace_back().name = name;
  return stages_.back();
}

void StageTimes::add(const char* name, std::chrono::steady_clock::duration time) {
  Stage& added = stage(name);
  added.time += time;
  added.peak_kib = peak_kib();
}

void StageTimes::count(const char* name, std::size_t count, const char* unit) {
  Stage& counted = stage(name);
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
