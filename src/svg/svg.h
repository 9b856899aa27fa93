// SPDX-License-Identifier: GPL-3.0-or-later
// Pages to SVG 1.1 with real text: it can be searched, copied and edited. The fonts are named, not carried; each run
// says how wide it is, so that a reader without them sets the same places with another font.
#pragma once

#include <string>
#include <vector>

#include "page/page.h"
#include "text/fonts.h"

namespace phaen::svg {

/// One file a page, in order, each ending with a newline. `names` are the files' names as they will stand beside each
/// other: a link to a label on another page names that page's file. One user unit is one point.
/// REQUIRES: names.size() == pages.pages.size(); every glyph comes from `fonts`.
std::vector<std::string> make_svg(const page::Pages& pages, const std::vector<std::string>& names,
                                  const text::FontBook& fonts);

}  // namespace phaen::svg
