// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/origin.h"
#include "doc/document.h"
#include "workbook/workbook.h"

namespace phaen::workbook {

/// The inlines of one sheet cell gathered into one text.
struct CellText {
  std::string text;
  std::vector<TextRun> runs;  ///< covering the text; one entry when it looks the same throughout
  struct PageReference {
    std::size_t at = 0;  ///< byte offset where the target's name is to be written
    std::string label;
  };
  std::vector<PageReference> page_references;
  const std::string* link = nullptr;        ///< of the first linked span; lives as long as the document
  base::OriginId origin = base::kNoOrigin;  ///< of the first span that has one
  bool synthetic = false;

  /// Empties it for the next cell, keeping its memory.
  void clear();
};

/// Appends a paragraph on a line of its own, its marker before it; `origins` tells which spans are synthetic.
void append(CellText& to, const doc::Paragraph& paragraph, const base::OriginTable& origins);
void append(CellText& to, const doc::Inlines& inlines, const base::OriginTable& origins);

/// The emphasis all of it shares, if it does and the style of a cell can have it.
std::optional<doc::Emphasis> common_emphasis(const CellText& text);

}  // namespace phaen::workbook
