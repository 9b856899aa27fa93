// SPDX-License-Identifier: GPL-3.0-or-later
// Galley and cuts → pages of one section: everything gets its place on the paper. Decides nothing about breaks.
#pragma once

#include <cstdint>
#include <vector>

#include "base/origin.h"
#include "doc/document.h"
#include "layout/cuts.h"
#include "layout/galley.h"
#include "page/page.h"

namespace phaen::layout {

/// A mark and the page of the section (from 0) on which it stands.
struct PlacedMark {
  Mark mark;
  std::uint32_t page = 0;
};

/// Pages of one section without folios and running heads; tags count from the section's own root.
struct SectionPages {
  std::vector<page::Page> pages;
  std::vector<page::Tag> tags;
  std::vector<PlacedMark> marks;
};

/// Places set lines on a page, as TextLines, runs and glyphs.
class PageWriter {
 public:
  explicit PageWriter(page::Page& page) : page_(page) {}
  /// `at` is the page's position of the line's x = 0 and top = 0.
  void add(const SetLine& line, base::Point at, bool artifact);
  /// Everything another page shows, moved by `at`.
  void add(const page::Page& drawn, base::Point at);

 private:
  void add_line(const line::Line& line, base::Length x, base::Length baseline, page::TagId tag, bool joins_next);
  void add_leader(const SetLine& line, base::Point at);
  page::Page& page_;
};

/// What make-up needs beside galley and cuts. References outlive the call.
struct PaperStock {
  const doc::PageGeometry& geometry;
  const base::OriginTable& origins;
  const SetLines& synthetic_note;  ///< set on the measure; printed in the bottom margin of pages with synthetic figures
};

/// Height of a page's body.
base::Length body_height(const doc::PageGeometry& geometry);
base::Length measure_width(const doc::PageGeometry& geometry);

/// Gives back memory the page's lists have reserved and do not use: pages stay in memory until they are drawn.
void trim(page::Page& page);

SectionPages make_up(Galley galley, const std::vector<PageCut>& cuts, const PaperStock& stock);

}  // namespace phaen::layout
