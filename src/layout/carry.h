// SPDX-License-Identifier: GPL-3.0-or-later
// Sums carried over the page breaks of a table: ยอดยกไป at the foot of a page, ยอดยกมา at the head of the next.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "doc/document.h"
#include "layout/cuts.h"
#include "layout/galley.h"
#include "layout/set_text.h"
#include "thai/formats.h"

namespace phaen::layout {

/// A column whose figures are carried, printed as its last figure is.
struct CarriedColumn {
  std::uint16_t column = 0;
  const thai::Format* format = nullptr;
  thai::FormatOptions options;
  doc::Align align = doc::Align::Right;
};

/// The exact sums of a table's body rows.
struct CarryPlan {
  std::vector<CarriedColumn> columns;
  std::vector<doc::CellValue> sums;  ///< of the rows up to and with each row: rows x columns; monostate: no figure yet
  doc::ParagraphStyle style;
  std::uint16_t label_columns = 1;  ///< the first columns, that carry nothing
};

/// What of a table is carried: the columns its total rows add; without total rows every column of amounts and figures.
/// Never the first column, which holds the label. Nothing when there is no such column.
std::optional<CarryPlan> plan_carry(const doc::Table& table, const doc::ParagraphStyle& style);

/// Texts at least as wide as any sum of a carried column: its least and its greatest as printed, in every digit.
std::vector<std::string> widest_sums(const CarryPlan& plan, std::size_t column, doc::Digits digits);
inline constexpr const char* kCarriedForward = "ยอดยกไป";
inline constexpr const char* kBroughtForward = "ยอดยกมา";

/// Height of the higher of the two rows.
base::Length carried_row_height(const SetTable& table, const CarryPlan& plan, Environment& environment);
/// Sets the rows of carried sums that the cuts ask for.
void set_carried_rows(Galley& galley, const std::vector<PageCut>& cuts, Environment& environment);

}  // namespace phaen::layout
