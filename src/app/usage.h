// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's help and its mistakes, in Thai and English.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::app {

/// Puts descriptions and captions of the help of `app` and of all its commands into the language. Written in the code
/// they are English.
void set_help_language(CLI::App& app, base::Language language);
/// Descriptions of `app` and its commands that have no Thai words: none, or a row is missing in usage.cc.
std::vector<std::string> untranslated(const CLI::App& app);

/// What is wrong with the arguments: the command, the option or the value, and what may have been meant. A020-A026.
base::Diagnostic usage_mistake(const CLI::App& app, const CLI::ParseError& error);

/// The language that `--lang` asks for, wherever it stands: what is wrong with the other arguments is said in it too.
base::Language asked_language(int argc, const char* const* argv);

}  // namespace phaen::app
