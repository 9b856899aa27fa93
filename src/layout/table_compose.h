// SPDX-License-Identifier: GPL-3.0-or-later
// A table of the document → a set table: grid, widths, cells, row heights, each a pass of its own.
#pragma once

#include "doc/document.h"
#include "layout/galley.h"
#include "layout/set_text.h"

namespace phaen::layout {

/// Sets the cells and adds the tags of the table below `table_tag`. Diagnostics: Y001, Y002, Y008 and those of line.
SetTable compose_table(const doc::Table& table, page::TagId table_tag, std::vector<page::Tag>& tags,
                       Environment& environment);

/// `(ต่อ)` after a space: what marks the continuation of a caption or a group.
doc::Inline continuation_label();

}  // namespace phaen::layout
