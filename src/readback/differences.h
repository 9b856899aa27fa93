// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "readback/workbook_diagnostics.h"

namespace phaen::readback {

/// The differences found in one file: the first 50 become diagnostics, the others are counted.
class Differences {
 public:
  static constexpr std::size_t kShown = 50;

  Differences(std::string file, base::Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  const std::string& file() const { return file_; }
  std::size_t count() const { return count_; }
  /// `make` is called, without arguments, only for a diagnostic that is shown.
  template <typename Make>
  void add(Make make) {
    if (count_++ < kShown) diagnostics_.add(make());
  }
  /// Call once, last.
  void finish() {
    if (count_ > kShown) diagnostics_.add(diagnostics::more_differences_in_workbook(file_, count_ - kShown));
  }

 private:
  std::string file_;
  base::Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace phaen::readback
