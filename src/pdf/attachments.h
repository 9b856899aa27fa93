// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"
#include "pdf/object_writer.h"
#include "pdf/pdf.h"

namespace phaen::pdf {

/// Writes the attached files; the entries of the catalog that name them, empty without any. Errors: P007.
base::Result<std::string> write_attachments(const Attachments& attachments, ObjectWriter& writer);

}  // namespace phaen::pdf
