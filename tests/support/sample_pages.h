// SPDX-License-Identifier: GPL-3.0-or-later
// Pages set by hand, without layout: what the tests of pdf and readback draw.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace phaen::support {

/// The shipped Sarabun faces and the symbol font. Throws when a font is missing.
text::FontBook shipped_fonts();

struct Style {
  double size = 10.88;
  bool bold = false;
  bool italic = false;
  base::Colour colour;
  bool underline = false;
  line::LinkId link = 0;
  double rise = 0;
  std::string family = "Sarabun";
  int spread = 0;  ///< steps of 10/1000 em before each cluster but the first, as distributed text has
};

struct Piece {
  std::string text;
  Style style;
};

/// A document of one A4 page to begin with, titled in Thai.
class SamplePages {
 public:
  SamplePages();

  page::TagId tag(page::Role role, page::TagId parent = page::kRoot);
  page::Tag& tag_at(page::TagId tag) { return pages.tags.at(tag); }
  void new_page(std::string folio, base::Size size = {base::Length::pt(595.3), base::Length::pt(841.9)});
  /// A line whose pieces stand edge to edge; its width in points. Points from the top left.
  double line(double x, double baseline, const std::vector<Piece>& pieces, page::TagId tag);
  double line(double x, double baseline, std::string_view text, page::TagId tag, const Style& style = {});
  line::LinkId link(std::string target);
  page::Page& page() { return pages.pages.back(); }

  text::FontBook fonts;
  page::Pages pages;
};

/// `page_count` pages of Thai planning prose, 35 lines each, distributed spacing, headings and an outline.
SamplePages prose(std::size_t page_count);
/// `page_count` pages, each a table of 8 columns and 24 rows with head and rules.
SamplePages tables(std::size_t page_count);

/// A PNG of one colour, 4 x 4.
std::string small_png(bool with_alpha = false);
/// A 16 x 16 JPEG of 1 (grey), 3 (colour) or 4 (CMYK) channels.
std::string small_jpeg(int channels);

}  // namespace phaen::support
