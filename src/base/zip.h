// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/deflate.h"

namespace phaen::base {

/// A ZIP archive in the form every file manager opens. The same entries give the same bytes: no clock, all entries
/// dated 1 January 1980, the first day the format knows.
class ZipWriter {
 public:
  ZipWriter();
  /// `name`: UTF-8, folders parted by `/`; each only once. Throws length_error beyond 65,535 entries or 4 GiB.
  void add(std::string_view name, std::string_view bytes);
  /// The whole archive. The writer is empty afterwards.
  std::string finish();

 private:
  Deflater deflater_;
  std::string out_;
  std::string directory_;
  std::uint32_t entries_ = 0;
};

}  // namespace phaen::base
