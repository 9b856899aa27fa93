// SPDX-License-Identifier: GPL-3.0-or-later
// What drawing leaves for the finishing pass: cairo's file, and for each page what the marks in it stand for.
//
// cairo's own tags are not used: they cannot take up a table cell again on the next page, they keep every element in
// memory, and a wrong nesting makes the file unreadable. Instead a mark is drawn wherever the structure element
// changes: a square of 1/16 pt at the page's corner, which forces cairo to close what it has open. The pass replaces
// each mark by the marked-content operators of PDF.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "page/page.h"

namespace phaen::pdf {

/// As cairo writes it. No page item is that small.
inline constexpr std::string_view kMark = "0 0 0.062 0.062 re f\n";
inline constexpr double kMarkSide = 0.0625;

/// Who owns the content after a mark.
struct Owner {
  page::TagId tag = page::kArtifact;
  line::LinkId link = 0;  ///< the content is a link of this element
  bool operator==(const Owner&) const = default;
};

/// The area of a link on its page.
struct LinkArea {
  base::Rect area;
  line::LinkId link = 0;
  std::uint32_t mark = 0;  ///< index into PageRecord::marks
};

/// The area of a picture that is a figure of the text.
struct FigureArea {
  base::Rect area;
  page::TagId tag = 0;
};

struct PageRecord {
  base::Size size;
  std::string folio;
  std::vector<Owner> marks;
  std::vector<LinkArea> links;  ///< in order of their marks
  std::vector<FigureArea> figures;
};

struct Destination {
  std::size_t page = 0;  ///< from 0
  base::Point at;
};
using Destinations = std::unordered_map<std::string, Destination>;

struct Drawing {
  std::string file;  ///< cairo's PDF; its first page holds the primers
  std::vector<PageRecord> pages;
  Destinations destinations;
};

}  // namespace phaen::pdf
