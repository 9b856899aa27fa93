// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a CSV file or a worksheet as a value of its field: docs/csv.md says what is accepted.
#pragma once

#include <optional>
#include <string_view>

#include "base/record.h"

namespace phaen::store {

/// The value a cell stands for; Missing when the cell is empty. Nothing when it is no value of the field: then an error
/// is added: S012, S014, S017. Also adds H005 (one number in two kinds of digits), H006 and H007 (spelling), S019,
/// S020. REQUIRES: `text` is UTF-8. Whether a required value is there is checked later (check.h).
std::optional<base::Value> read_cell(const base::Field& field, std::string_view text, const base::Position& where,
                                     base::Diagnostics& diagnostics);

}  // namespace phaen::store
