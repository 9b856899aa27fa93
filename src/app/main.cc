// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <exception>

#include "app/program.h"

int main(int argc, char** argv) {
  try {
    return static_cast<int>(phaen::app::run(argc, argv));
  } catch (const std::exception& error) {
    // User mistakes are diagnostics; only bugs and exhausted memory come here.
    std::fprintf(stderr, "phaen: internal error: %s\nplease report it with the plan and the command\n", error.what());
    return static_cast<int>(phaen::app::Exit::Internal);
  }
}
