// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "page/page.h"

namespace phaen::diagram {

enum class Paper : std::uint8_t { A4, A3 };
enum class Orientation : std::uint8_t { Landscape, Portrait };

base::Size paper_size(Paper paper, Orientation orientation);

/// What the pages of a map are drawn on.
struct Sheet {
  base::Size size;
  /// With margins, title and page numbers of its own; false: the map fills the type area of a document's pages, and the
  /// document prints them.
  bool furnished = true;
};

/// Finished pages of one diagram. `tags[0]` is the Document; each page has a Figure whose alternative text lists what
/// it shows, and paragraphs for the title and what stands around it.
struct Drawing {
  Drawing();
  std::string title;
  std::vector<page::Page> pages;
  std::vector<page::Tag> tags;
  std::vector<page::OutlineEntry> outline;
  page::Links links;  ///< entry 0 is unused

  page::TagId add_tag(page::Role role, page::TagId parent = page::kRoot, std::string alternative = {});
  /// The id of a link's target, made at its first use.
  line::LinkId link(const std::string& target);

 private:
  std::map<std::string, line::LinkId> link_ids_;
};

/// A file of its own. The title of the file is the drawing's.
page::Pages to_pages(Drawing&& drawing, page::FileInfo info);

}  // namespace phaen::diagram
