// SPDX-License-Identifier: GPL-3.0-or-later
// A native chart through libxlsxwriter. Private to write_shell.cc.
#pragma once

#include <xlsxwriter.h>

#include "workbook/workbook.h"

namespace phaen::workbook {

/// The sheet a chart goes to, in the library's hands and as it was made.
struct ChartTarget {
  lxw_workbook* out;
  lxw_worksheet* to;
  const Workbook& book;
  const Sheet& sheet;
};
lxw_error write_chart(const ChartTarget& target, const Chart& chart);

}  // namespace phaen::workbook
