// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace phaen::base {

/// The whole file. Errors: B001 cannot be opened or read, with the system's reason.
Result<std::string> read_file(const std::string& path);
/// Writes beside the target, flushes, renames: the file appears whole or not at all. Errors: B002 with the system's
/// reason (full disk, no permission); the partial file is removed.
Result<void> write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace phaen::base
