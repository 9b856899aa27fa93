// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace phaen::templates {

/// A character of a template file: `file` indexes Template::files, line and column count from 1 in characters.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t line = 0, column = 0;
  bool operator==(const Place&) const = default;
};

/// Text read from XML with a way back to the file: entities and line ends make its offsets differ from the file's.
struct PlacedText {
  struct Segment {
    std::size_t offset = 0;  ///< bytes into `text`; in between, characters run on in one line of the file
    Place place;
  };
  std::string text;
  std::vector<Segment> segments;

  bool empty() const { return text.empty(); }
  /// The place of the character at byte `offset` (text.size() gives the place just after the last one).
  Place at(std::size_t offset) const;
};

}  // namespace phaen::templates
