// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/job.h"

namespace phaen::app {

/// What to print instead of running: help, the version, or a usage error.
struct Usage {
  std::string text;
  Exit exit = Exit::Done;
};

using Command = std::variant<Usage, NewJob, ImportJob, ExportJob, CheckJob, BuildJob, MapJob, TemplateJob>;

struct Invocation {
  Common common;
  Command command;
};

/// What the help says that has no Thai words: nothing.
std::vector<std::string> untranslated_help();

/// Reads the arguments; never prints, never exits.
Invocation parse_command_line(int argc, const char* const* argv);

}  // namespace phaen::app
