// SPDX-License-Identifier: GPL-3.0-or-later
// One function a command. Each returns what the program exits with; results go to `out`, messages to `console`.
#pragma once

#include <string>

#include "app/console.h"
#include "app/job.h"

namespace phaen::app {

Exit run_new(const NewJob& job, const Common& common, Console& console);
Exit run_import(const ImportJob& job, const Common& common, Console& console);
Exit run_export(const ExportJob& job, const Common& common, Console& console);
Exit run_check(const CheckJob& job, const Common& common, Console& console);
Exit run_build(const BuildJob& job, const Common& common, Console& console);
Exit run_map(const MapJob& job, const Common& common, Console& console);
Exit run_template(const TemplateJob& job, const Common& common, Console& console);

}  // namespace phaen::app
