// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "base/file.h"

namespace phaen::support {

/// Compares with tests/golden/<path>. With PHAEN_UPDATE_GOLDEN set the file is rewritten: a reviewed change.
inline void check_golden(const std::string& path, const std::string& text) {
  if (std::getenv("PHAEN_UPDATE_GOLDEN") != nullptr) REQUIRE(base::write_file_atomically(path, text));
  const auto expected = base::read_file(path);
  REQUIRE_MESSAGE(expected.has_value(), "no golden " << path);
  CHECK_MESSAGE(text == *expected, path << " is not what was expected; now it is\n" << text);
}

}  // namespace phaen::support
