// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <unistd.h>

#include <cstdio>

namespace phaen::app {
namespace {

void write(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

}  // namespace

Console::Console(base::Language language, bool strict)
    : language_(language), strict_(strict), terminal_(isatty(STDERR_FILENO) == 1) {}

void Console::print(std::string_view text) {
  clear_progress();
  const std::lock_guard lock(mutex_);
  write(stdout, text);
}

void Console::note(std::string_view text) {
  clear_progress();
  const std::lock_guard lock(mutex_);
  write(stderr, text);
}

void Console::report(const base::Diagnostics& diagnostics) {
  clear_progress();
  const std::lock_guard lock(mutex_);
  for (const base::Diagnostic& diagnostic : diagnostics.all()) write(stderr, base::to_text(diagnostic, language_));
}

void Console::progress(const std::string& line) {
  if (!terminal_) return;
  const std::lock_guard lock(mutex_);
  write(stderr, "\r\x1b[K" + line);
  shows_progress_ = true;
}

void Console::clear_progress() {
  const std::lock_guard lock(mutex_);
  if (shows_progress_) write(stderr, "\r\x1b[K");
  shows_progress_ = false;
}

Exit Console::exit_for(const base::Diagnostics& diagnostics) const {
  if (diagnostics.has_errors()) return Exit::Errors;
  return strict_ && diagnostics.warnings() > 0 ? Exit::Warnings : Exit::Done;
}

}  // namespace phaen::app
