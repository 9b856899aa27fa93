// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/map.h"

namespace phaen::diagram {

Sheet sheet_of(const MapOptions& options) {
  if (options.inside) return {*options.inside, false};
  return {paper_size(options.paper, options.orientation), true};
}

std::string page_text(const MapOptions& options, std::size_t page) {
  const int number = options.first_page + static_cast<int>(page);
  return options.page_text ? options.page_text(number) : std::to_string(number);
}

}  // namespace phaen::diagram
