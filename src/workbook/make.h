// SPDX-License-Identifier: GPL-3.0-or-later
// Document -> Workbook: each section with a sheet name becomes a worksheet.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "doc/document.h"
#include "text/breaks.h"
#include "text/fonts.h"
#include "workbook/workbook.h"

namespace phaen::workbook {

/// The pages of a map as pictures that are `width` wide.
using MapDrawer = std::function<std::vector<doc::Image>(const doc::MapFigure& map, base::Length width)>;

struct Options {
  SheetFont font;
  /// A first sheet `สารบัญ` with a link to each sheet, when there are two or more.
  bool index_sheet = true;
  /// Given: each figure gets a comment that describes its origin in the terms of this dataset.
  const base::Dataset* describe_origins = nullptr;
  std::vector<std::pair<std::string, std::string>> properties;  ///< custom document properties
  MapDrawer draw_map;                                           ///< empty: of a map only the caption is written
  /// Threads that large tables are measured on, at least 1. Each but the first gets its own book of the same fonts.
  int threads = 1;
  std::function<text::FontBook()> make_fonts;  ///< REQUIRES: not empty when threads > 1
};

/// Everything sheets are made with. References outlive the maker. Measuring shapes text: give it a font book of its
/// own, else the PDF's derived fonts carry the sheets' characters too.
struct Tools {
  text::FontBook& fonts;
  const text::Breaker& breaker;
  const base::OriginTable& origins;
  base::Diagnostics& diagnostics;
};

/// Collects sheets section by section; a section may be freed after add().
class WorkbookMaker {
 public:
  WorkbookMaker(const doc::DocumentInfo& info, Options options, Tools tools);
  ~WorkbookMaker();
  WorkbookMaker(WorkbookMaker&&) noexcept;

  /// A section without a sheet name is passed over.
  void add(const doc::Section& section);
  /// Resolves links between sheets and adds the index sheet. Call once, last.
  Workbook finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Workbook make_workbook(const doc::Document& document, Options options, Tools tools);

}  // namespace phaen::workbook
