// SPDX-License-Identifier: GPL-3.0-or-later
// usage: check_pdf FILE.pdf ... : prints what each breaks of PDF/A-3a and PDF/UA-1, as far as the checker knows them.
#include <cstdio>

#include "base/file.h"
#include "support/pdf_checks.h"

int main(int count, char** arguments) {
  bool sound = count > 1;
  for (int i = 1; i < count; ++i) {
    const auto bytes = phaen::base::read_file(arguments[i]);
    const std::string found = bytes ? phaen::support::to_text(phaen::support::check_pdf(*bytes)) : "cannot be read\n";
    if (!found.empty()) std::printf("%s:\n%s", arguments[i], found.c_str());
    sound = sound && found.empty();
  }
  return sound ? 0 : 1;
}
