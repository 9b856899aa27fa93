// SPDX-License-Identifier: GPL-3.0-or-later
// The structure of a table for screen readers: one for the whole table, on however many pages its parts stand.
#pragma once

#include <vector>

#include "doc/document.h"
#include "layout/table_grid.h"
#include "page/page.h"

namespace phaen::layout {

struct CellTag {
  page::TagId cell = page::kArtifact;
  /// P of the cell's first paragraph, those of the others follow; kArtifact: the only paragraph is the cell's own.
  page::TagId paragraphs = page::kArtifact;
};
/// Of all cells of a doc::Table, row by row. Artifacts: left out, or set again.
using CellTags = std::vector<CellTag>;

/// THead, TBody, TR, TH and TD below `table_tag`. Cells of columns that are `header` head their rows; a cell of several
/// paragraphs has a P for each.
CellTags add_table_tags(const doc::Table& table, const Grid& grid, page::TagId table_tag, std::vector<page::Tag>& tags);

}  // namespace phaen::layout
