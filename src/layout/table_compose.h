// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "layout/galley.h"
#include "layout/set_text.h"
#include "layout/table_tags.h"

namespace phaen::layout {

/// A table, or one part of a table that is split by columns.
struct TablePart {
  std::shared_ptr<const doc::Table> slice;  ///< null: the table itself
  CellTags tags;                            ///< of the cells of the slice or the table
  SetTable set;
};

/// Spans, widths, lines, groups, carried sums and heights of a table; its tags go below `table_tag`. A row is as high
/// in all parts, so that their pages lie side by side. Diagnostics: Y001, Y002, Y008.
std::vector<TablePart> compose_table(const doc::Table& table, page::TagId table_tag, std::vector<page::Tag>& tags,
                                     Environment& environment);

/// ` (ต่อ)`, after caption and group labels of a table that goes on from the page before.
doc::Inline continuation_label();

}  // namespace phaen::layout
