// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "base/date.h"
#include "base/decimal.h"

namespace phaen::doc {

/// A typed cell value for the worksheet: monostate = the cell is text only (or nil).
using CellValue = std::variant<std::monostate, base::Decimal, base::Money, base::Date, bool>;

}  // namespace phaen::doc
