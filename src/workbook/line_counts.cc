// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/line_counts.h"

#include <algorithm>

#include "base/parallel.h"

namespace phaen::workbook {
namespace {

// To read the fonts once more costs as much as to count the lines of so many texts.
constexpr std::size_t kWorthAThread = 1'000;

}  // namespace

std::uint32_t LineCounts::want(TextId text, Type type, int width) {
  const auto [at, is_new] =
      known_.try_emplace(measure_key(text, type, width), static_cast<std::uint32_t>(wanted_.size()));
  if (is_new) wanted_.push_back({type, text, width});
  return at->second;
}

void LineCounts::count(const std::deque<Text>& texts, Ruler& own, const std::function<Ruler&(std::size_t)>& others,
                       int threads) {
  const std::size_t first = counted_, count = wanted_.size() - first;
  const std::size_t shares =
      std::clamp<std::size_t>(count / kWorthAThread, 1, static_cast<std::size_t>(std::max(threads, 1)));
  std::vector<Ruler*> rulers{&own};
  for (std::size_t i = 1; i < shares; ++i) rulers.push_back(&others(i - 1));
  base::for_each_index(shares, static_cast<int>(shares), [&](std::size_t share) {
    // Long texts tend to stand together: every thread takes some of each.
    for (std::size_t i = first + share; i < wanted_.size(); i += shares) {
      Wanted& wanted = wanted_[i];
      wanted.lines = rulers[share]->lines(texts[wanted.text].text, wanted.type, wanted.width);
    }
  });
  counted_ = wanted_.size();
}

}  // namespace phaen::workbook
