// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "app/job.h"
#include "base/diagnostic.h"

namespace phaen::app {

/// Results on standard output, messages on standard error, progress on a terminal only. Safe from several threads.
class Console {
 public:
  Console(base::Language language, bool strict);

  base::Language language() const { return language_; }
  void print(std::string_view text);                  ///< a result
  void note(std::string_view text);                   ///< on standard error, as it is
  void report(const base::Diagnostics& diagnostics);  ///< messages, in order
  void progress(const std::string& line);             ///< replaces the line before; nothing off a terminal
  void clear_progress();
  /// Errors: 1; warnings under --strict: 3; else 0.
  Exit exit_for(const base::Diagnostics& diagnostics) const;

 private:
  base::Language language_;
  bool strict_;
  bool terminal_;
  std::mutex mutex_;
  bool shows_progress_ = false;
};

}  // namespace phaen::app
