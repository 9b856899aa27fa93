// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as a folder of CSV files, one for each table: docs/csv.md is the officers' guide to it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "base/zip.h"

namespace phaen::store {

/// Reads every table and reports every bad cell. A file that is not there is an empty table. The dataset is fit to be
/// stored only when no error was added: S001 to S020, B001, H005 to H007.
base::Dataset read_csv_folder(const std::string& folder, const std::shared_ptr<const base::Schema>& schema,
                              base::Diagnostics& diagnostics);

/// One table as CSV: all fields in schema order, values in canonical form.
std::string write_csv(const base::Table& table, const std::vector<base::Record>& records);

/// Adds the files write_csv_folder would write to an archive: its records in the tables of `schema`, which may be fewer
/// than the dataset's own (an assessed plan has derived ones).
void add_csv_tables(const base::Schema& schema, const base::Dataset& dataset, base::ZipWriter& archive);

/// Writes every table, header only when it is empty, so that officers see what can be filled in. Makes the folder when
/// its parent exists. Each file appears whole or not at all. Errors: S001, B002.
base::Result<void> write_csv_folder(const std::string& folder, const base::Dataset& dataset);

}  // namespace phaen::store
