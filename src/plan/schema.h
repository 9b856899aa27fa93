// SPDX-License-Identifier: GPL-3.0-or-later
// The plan model is data: tables and fields as rows (fields_*.cc). SQL schema, CSV headers, data dictionary and
// template paths all follow from it, so adding a field is adding one row.
//
// Conventions:
// - Each table has a key of one or more required fields; a Reference holds the key of its target, the parts joined by
//   `/` (`I3-K1/2566/q4`).
// - A table whose whole key is one Reference extends its target: `projects` says more about some `nodes`. Seen from the
//   target the inverse is then one record, not a list: `project.brief.rationale`.
// - The last two fields of a table are `fact` (real or synthetic) and `source`.
// - Years are Buddhist-era fiscal years. Periods count from the start of the fiscal year: what is recorded for `q2` is
//   the result of the first six months together.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/record.h"

namespace phaen::plan {

/// All tables, each after those it refers to. Keep the pointer in a variable while walking its tables.
std::shared_ptr<const base::Schema> plan_schema();

/// The tables every plan shares (cycles, areas, national plans ...): what `samples/reference` holds and a new plan
/// database starts with.
std::vector<std::string> reference_table_names();

/// The data dictionary as Markdown, Thai and English: each table with its fields, types, choices and notes.
std::string data_dictionary(const base::Schema& schema);

}  // namespace phaen::plan
