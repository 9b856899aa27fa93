// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"

namespace phaen::app {

/// The whole program: arguments to exit code.
Exit run(int argc, const char* const* argv);

}  // namespace phaen::app
