// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/job.h"
#include "base/diagnostic.h"

namespace phaen::app {

/// What `check` found in the form asked for: text as on the console, JSON (one array), or SARIF 2.1.0 for editors and
/// continuous integration. Ends with a newline.
std::string findings_report(const base::Diagnostics& diagnostics, CheckFormat format, base::Language language);

}  // namespace phaen::app
