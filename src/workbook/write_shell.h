// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of an .xlsx file but its cells and texts: styles, sheet settings, merges, links, pictures, charts,
// comments, drop-downs, document properties. Private to write_xlsx.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "workbook/workbook.h"

namespace phaen::workbook {

struct Shell {
  std::string bytes;                   ///< the archive; its sheets hold nothing that counts
  std::vector<std::uint32_t> formats;  ///< by style of the book: its index among the cell formats
};

/// Errors: W020, the writing library refused or the temporary file failed.
base::Result<Shell> write_shell(const Workbook& book);

}  // namespace phaen::workbook
