// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/place.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace phaen::templates {

Place PlacedText::at(std::size_t offset) const {
  if (segments.empty()) return {};
  offset = std::min(offset, text.size());
  auto after = std::upper_bound(segments.begin(), segments.end(), offset,
                                [](std::size_t o, const Segment& segment) { return o < segment.offset; });
  if (after != segments.begin()) --after;
  Place place = after->place;
  if (offset > after->offset) {
    const std::string_view between = std::string_view(text).substr(after->offset, offset - after->offset);
    place.column += static_cast<std::uint32_t>(base::utf8::count(between));
  }
  return place;
}

}  // namespace phaen::templates
