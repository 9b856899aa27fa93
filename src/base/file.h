// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace phaen::base {

/// The whole file. Errors: B001 cannot be opened or read, with the system's reason.
Result<std::string> read_file(const std::string& path);
/// Writes beside the target, flushes, renames: the file appears whole or not at all. Errors: B002 with the system's
/// reason (full disk, no permission); the partial file is removed.
Result<void> write_file_atomically(const std::string& path, std::string_view bytes);

/// Several files that appear together: all are written beside their targets first, and renamed only when every one of
/// them is whole. What was not committed is removed by the destructor.
class StagedFiles {
 public:
  StagedFiles() = default;
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  /// Errors: B002.
  Result<void> add(const std::string& path, std::string_view bytes);
  /// Errors: B002.
  Result<void> commit();

 private:
  std::vector<std::string> paths_;
};

}  // namespace phaen::base
