// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/date.h"

namespace phaen::workbook {

/// The number of a day in Excel's calendar, from 1 March 1900 on (ECMA-376 part 1, 18.17.4.1): its day 0 is
/// 30 December 1899.
inline std::int64_t excel_day(base::Date date) {
  constexpr std::int64_t kExcelEpoch = 25'569;  // days from day 0 to 1 January 1970
  return date.days() + kExcelEpoch;
}

}  // namespace phaen::workbook
