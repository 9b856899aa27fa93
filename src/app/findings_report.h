// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "app/job.h"
#include "base/diagnostic.h"

namespace phaen::app {

/// What `check` found in the form asked for: text as on the console, JSON (one array), or SARIF 2.1.0 for editors and
/// continuous integration. Ends with a newline.
std::string findings_report(const base::Diagnostics& diagnostics, CheckFormat format, base::Language language);

/// The messages as text, in order; of warnings and notes of one code the first `most_of_a_kind`, then how many more
/// there were. Errors are never left out.
std::string folded_text(const base::Diagnostics& diagnostics, std::size_t most_of_a_kind, base::Language language);

}  // namespace phaen::app
