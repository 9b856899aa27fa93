// SPDX-License-Identifier: GPL-3.0-or-later
// How values are written in SVG. Private to this module.
#pragma once

#include <string>
#include <string_view>

#include "base/length.h"

namespace phaen::svg {

/// Text or an attribute's value: markup characters as entities, characters XML forbids as U+FFFD.
std::string escaped(std::string_view text);
/// Points with up to three decimals, rounded in integers: `12.5`.
std::string number(base::Length length);
/// `#rrggbb`
std::string hex(base::Colour colour);
/// A picture as a `data:` URI: PNG or JPEG by its first bytes.
std::string data_uri(std::string_view bytes);

}  // namespace phaen::svg
