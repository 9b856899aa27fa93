// SPDX-License-Identifier: GPL-3.0-or-later
// The wording of what `phaen map` has to say. Letter V.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::app::diagnostics {

// `where` is the <map> of a template; without a file the command line asked.

/// V001: the focus names no node or indicator of the plan.
base::Diagnostic unknown_focus(const std::string& code, const std::vector<std::string>& codes,
                               const base::Position& where = {});
/// V002: the issue names no issue.
base::Diagnostic unknown_issue(const std::string& code, const std::vector<std::string>& issues,
                               const base::Position& where = {});
/// V003: the plan holds nothing this kind of map shows; `lacks` names the tables that are empty. A warning in a
/// document, which goes without the map.
base::Diagnostic nothing_to_draw(std::string_view kind, std::string_view lacks, const base::Position& where);
/// V004: the output's name ends in none of .pdf .svg .png .xlsx.
base::Diagnostic unknown_ending(const std::string& file);
/// V005: --levels names no level of the cascade.
base::Diagnostic unknown_level(const std::string& level, const std::vector<std::string>& levels);

/// V006: each of these nodes stands under the one before it, the first under the last.
base::Diagnostic circle_of_nodes(const std::vector<std::string>& codes);

}  // namespace phaen::app::diagnostics
