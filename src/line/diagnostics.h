// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/length.h"

namespace phaen::line::diagnostics {

/// L001 (warning): a distributed line stays short of its measure by `missing` with every gap at its widest.
base::Diagnostic short_line(std::string_view line, base::Length missing);
/// L002 (warning): an unbreakable piece is wider than its measure and was broken inside, or stands out when it cannot
/// be broken (a number).
base::Diagnostic wide_word(std::string_view word, base::Length width, base::Length measure);
/// L003 (error): no face of the job draws the character.
base::Diagnostic missing_character(char32_t character, const std::string& face, std::string_view text);

}  // namespace phaen::line::diagnostics
