// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of the document on a sheet: its figures as a table, and over them a native chart when one shows them
// truthfully. A gauge, and a bullet chart whose rows have scales of their own, are tables alone.
#pragma once

#include <optional>

#include "workbook/formula.h"
#include "workbook/workbook.h"

namespace phaen::workbook {

/// Categories down, series across; a Gantt chart has first day, last day and number of days for each series.
doc::Table chart_table(const doc::ChartBlock& block, const doc::DocumentInfo& info);

/// The chart without its place and its references; nothing when it is a table alone.
std::optional<Chart> native_chart(const doc::ChartBlock& block, doc::Digits digits);

/// Points the chart at the cells of its table.
void place_references(Chart& chart, const doc::Chart& source, const TablePlace& place);

/// The figure whose format the value axis has; null: none.
const doc::ChartFigure* first_figure(const doc::Chart& chart);

}  // namespace phaen::workbook
