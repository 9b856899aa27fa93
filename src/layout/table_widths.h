// SPDX-License-Identifier: GPL-3.0-or-later
// Second pass over a table: column widths, from what the cells need.
#pragma once

#include <vector>

#include "base/length.h"
#include "doc/document.h"

namespace phaen::layout {

/// What the cells of a column need, padding included.
struct ColumnNeed {
  base::Length minimum;  ///< its longest word
  base::Length natural;  ///< its longest paragraph on one line
};

/// Widths of the columns, that fill `measure` unless all are Fixed. Fixed columns get their length; Auto columns their
/// natural width when all fit, else short ones keep it and long ones share the rest; Fraction columns share
/// what is left, none below its minimum. With less room than the minima, all shrink alike. A sum of Fixed widths above
/// the measure is kept as it is: the caller reports it.
std::vector<base::Length> column_widths(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs,
                                        base::Length measure);

}  // namespace phaen::layout
