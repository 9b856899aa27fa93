// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <cstdio>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/console.h"

namespace phaen::app {
namespace {

struct Run {
  const Common& common;
  Console& console;

  Exit operator()(const Usage& usage) const {
    std::fputs(usage.text.c_str(), usage.exit == Exit::Done ? stdout : stderr);
    return usage.exit;
  }
  Exit operator()(const NewJob& job) const { return run_new(job, common, console); }
  Exit operator()(const ImportJob& job) const { return run_import(job, common, console); }
  Exit operator()(const ExportJob& job) const { return run_export(job, common, console); }
  Exit operator()(const CheckJob& job) const { return run_check(job, common, console); }
  Exit operator()(const BuildJob& job) const { return run_build(job, common, console); }
  Exit operator()(const MapJob& job) const { return run_map(job, common, console); }
  Exit operator()(const TemplateJob& job) const { return run_template(job, common, console); }
};

}  // namespace

Exit run(int argc, const char* const* argv) {
  const Invocation invocation = parse_command_line(argc, argv);
  Console console(invocation.common.language, invocation.common.strict);
  return std::visit(Run{invocation.common, console}, invocation.command);
}

}  // namespace phaen::app
