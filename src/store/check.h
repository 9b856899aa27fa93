// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for a dataset before it is stored, wherever it came from.
#pragma once

#include <functional>
#include <optional>

#include "base/record.h"

namespace phaen::store {

/// Where a value was read. Nothing: the cell was already reported as bad.
using Locate = std::function<std::optional<base::Position>(std::size_t table, std::size_t record, std::size_t field)>;

/// Adds S012 (a value of another type, a year out of range), S013, S014, S015, S016, S017, S018: everything the
/// database would refuse, and references to records with keys of several fields, which it cannot check.
void check_dataset(const base::Dataset& dataset, const Locate& locate, base::Diagnostics& diagnostics);

/// The place of a value by table, record and field, for a dataset that was not read from a file.
Locate locate_by_record(const base::Dataset& dataset, std::string location);

}  // namespace phaen::store
