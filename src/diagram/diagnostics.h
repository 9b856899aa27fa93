// SPDX-License-Identifier: GPL-3.0-or-later
// All messages of diagrams, letter G.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::diagram::diagnostics {

/// G001: two boxes with one code, on one level or on two; the first is drawn.
base::Diagnostic code_twice(std::string_view code, std::string_view first_level, std::string_view second_level);
/// G002: a link that names a box that is not there; left out.
base::Diagnostic unknown_end(std::string_view from, std::string_view to, bool from_missing);
/// G003: a link that does not lead from an upper level to a lower one (part of a circle, or upside down); left out.
base::Diagnostic not_downwards(std::string_view from, std::string_view from_level, std::string_view to,
                               std::string_view to_level);
/// G004: nothing to draw.
base::Diagnostic empty_map(std::string_view title);
/// G005: a box on a level that the map does not have; left out.
base::Diagnostic unknown_level(std::string_view code, std::size_t level);
/// G006: a name longer than its box holds; cut with an ellipsis, in full in the alternative text.
base::Diagnostic name_cut(std::string_view code);
/// G007: the code to focus on is not in the map.
base::Diagnostic unknown_focus(std::string_view code, std::string_view meant);
/// G008: the family has no face.
base::Diagnostic no_face(std::string_view family);
/// G009: the paper is too narrow for so many levels.
base::Diagnostic too_many_levels(std::size_t levels, std::size_t most);
/// G010: an issue the map does not have.
base::Diagnostic unknown_issue(std::size_t issue, std::size_t issues);
/// G011: a level asked for that the map does not have.
base::Diagnostic unknown_level_key(std::string_view key, std::string_view meant);
/// G030: more series than looks: some of them look the same.
base::Diagnostic many_series(std::size_t series, std::size_t looks);
/// G031: a name of a chart longer than its place holds; cut with an ellipsis, in full in the alternative text.
base::Diagnostic chart_name_cut(std::string_view name);

}  // namespace phaen::diagram::diagnostics
