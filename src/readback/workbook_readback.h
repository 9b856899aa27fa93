// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a finished workbook with another library than the one that wrote it and compares it, cell by cell, with the
// value it was made from.
#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostic.h"
#include "workbook/workbook.h"

namespace phaen::readback {

/// How much was compared; all of it was equal when `differences` is 0.
struct ComparedWorkbook {
  std::size_t parts = 0;  ///< of the file, each well-formed
  std::size_t sheets = 0;
  std::size_t cells = 0;
  std::size_t formulas = 0;  ///< with their cached results
  std::size_t merges = 0, links = 0, notes = 0, charts = 0;
  std::size_t differences = 0;
  bool operator==(const ComparedWorkbook&) const = default;
};

/// Compares names and order of sheets; each cell's text, number, date, formula, cached result and number format; that
/// no cell is lost and none added; merges, widths, heights, outline levels, frozen panes, filter, drop-downs, print
/// settings, links, comments, defined names, document properties, and native charts: the cells they draw and what they
/// keep of their values. Every part of the file must be well-formed XML
/// (pictures aside). Time is linear in the file; memory holds one part and the shared texts. `path` names the file in
/// messages. Adds errors R020-R036, at most 50, then their number (R037).
ComparedWorkbook compare_workbook(const std::string& bytes, const workbook::Workbook& expected, const std::string& path,
                                  base::Diagnostics& diagnostics);

}  // namespace phaen::readback
