// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace phaen::base {

/// The text as a JSON string, quotes included; UTF-8 stays as it is.
std::string json_quoted(std::string_view text);

}  // namespace phaen::base
