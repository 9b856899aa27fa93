// SPDX-License-Identifier: GPL-3.0-or-later
// What a PDF carries inside it, so that its reader can check and use the figures without asking for a file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/record.h"
#include "pdf/pdf.h"
#include "readback/readback.h"

namespace phaen::app {

/// The plan as one ZIP archive: the CSV folder `phaen export` writes, and the pictures the plan names. Evidence and
/// annexes stay outside: the plan holds their SHA-256. `data` may be assessed; `folder` is where the plan's files are.
/// The same plan gives the same archive, whatever the date.
pdf::Attachment plan_data(const base::Dataset& data, const std::string& folder, const base::Date& date);

/// The workbook that holds the same tables.
pdf::Attachment workbook_attachment(const std::string& name, std::shared_ptr<const std::string> bytes,
                                    const base::Date& date);

/// The same files, for reading back.
std::vector<readback::ExpectedFile> expected_files(const pdf::Attachments& attachments);

}  // namespace phaen::app
