// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace phaen::thai {

/// A date as people type it, in Thai or Arabic digits and in either era:
///   16/05/2512  16-5-1969  16.05.69       numbers, day first; two figures are a Buddhist-era year of 25xx
///   2018-11-09  2561-11-09                 year first; a time of midnight after it is allowed, as worksheets write it
///   9 พฤศจิกายน ๒๕๖๑  วันที่ 24 ม.ค. 66  24 มค 2566  9 เดือน พ.ย. พ.ศ. 2561  9 พ.ย. ค.ศ. 2018
///   จันทร์ที่ 19 พ.ย. 2561                 a weekday, which must be the right one
/// A four-digit year of 2400-2700 is of the Buddhist era, of 1857-2157 of the common era (พ.ศ. and ค.ศ. must agree).
/// Errors: H001 no date, H002 no such day, H003 a year of neither era, H004 the weekday contradicts.
base::Result<base::Date> parse_date(std::string_view text, const base::Position& where = {});

/// A year as people type it (`2566`, `พ.ศ. ๒๕๖๖`, `ปี 66`, `ปีงบประมาณ 2566`, `ค.ศ. 2023`, `2023`), as a Buddhist-era
/// year. Errors: H009 no year, H003 a year of neither era.
base::Result<int> parse_year(std::string_view text, const base::Position& where = {});

}  // namespace phaen::thai
