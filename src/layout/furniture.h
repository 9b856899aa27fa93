// SPDX-License-Identifier: GPL-3.0-or-later
// Folios and running heads: what stands in the margins of every page.
#pragma once

#include <optional>
#include <string>

#include "doc/document.h"
#include "layout/make_up.h"
#include "layout/set_text.h"

namespace phaen::layout {

/// What of a section its margins are made from; kept until all page numbers are known.
struct Furniture {
  doc::PageGeometry geometry;
  doc::Folio folio = doc::Folio::Decimal;
  doc::FolioPlace place = doc::FolioPlace::TopRight;
  bool folio_on_first_page = true;
  std::optional<int> restart_at;
  doc::FolioForm form = doc::FolioForm::Number;
  doc::Inlines running_head;
  int running_heading = 0;
};
Furniture furniture_of(const doc::Section& section);

/// A page number as printed: `12`, `๑๒`, or ก ข ค … (the obsolete ฃ and ฅ, and ฆ, are skipped as in lettered lists;
/// after ฮ the letters are doubled: กก). Empty for Folio::None.
std::string folio_text(int number, doc::Folio folio, doc::Digits digits);

/// What the margins of one page say.
struct PageMatter {
  int number = 1;            ///< decides which side is outer
  std::string last;          ///< the last number of the count, as printed: `จาก 40`
  const doc::Inlines& head;  ///< the section's running head, or the page's heading
  bool first_page = false;
};

/// Draws folio, running head and the document's mark as artifacts. A head too long for its line ends in `…`.
void add_furniture(const Furniture& furniture, const PageMatter& matter, Environment& environment, page::Page& page);

}  // namespace phaen::layout
