// SPDX-License-Identifier: GPL-3.0-or-later
// Literal attribute values as values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "doc/document.h"
#include "template/vocabulary.h"

namespace phaen::templates {

std::optional<int> parse_integer(std::string_view text);          ///< 0 to 9999
std::optional<base::Length> parse_length(std::string_view text);  ///< `2.5cm`, `10mm`, `12pt`; up to 10 m
std::optional<doc::ColumnWidth> parse_width(std::string_view text);
std::optional<base::Colour> parse_colour(std::string_view text);  ///< `#rrggbb`
std::vector<std::string> split_words(std::string_view text);

/// What the attribute expects, when `value` is not that. Kinds that need a schema, a style sheet or a scope pass.
std::optional<base::Bilingual> literal_problem(const AttributeRow& row, std::string_view value);
/// The choice that the first unknown word of `value` may have been meant as; empty: none is near.
std::string meant_value(const AttributeRow& row, std::string_view value);

}  // namespace phaen::templates
