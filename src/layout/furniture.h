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
  doc::Inlines running_head;
};
Furniture furniture_of(const doc::Section& section);

/// A page number as printed: `12`, `๑๒`, or ก ข ค … (the obsolete ฃ and ฅ, and ฆ, are skipped as in lettered lists;
/// after ฮ the letters are doubled: กก). Empty for Folio::None.
std::string folio_text(int number, doc::Folio folio, doc::Digits digits);

/// Draws folio and running head as artifacts. `number` decides which side is outer.
void add_furniture(const Furniture& furniture, int number, bool first_page, Environment& environment, page::Page& page);

}  // namespace phaen::layout
