// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_widths.h"

#include <algorithm>
#include <cstddef>

namespace phaen::layout {
namespace {

using base::Length;
using Kind = doc::ColumnWidth::Kind;

/// length x part / whole without overflow for any length on paper and any sum of them.
Length share(Length length, std::int64_t part, std::int64_t whole) {
  return whole == 0 ? Length() : Length::raw(length.units() * part / whole);
}

struct Sums {
  Length fixed, automatic_minimum, automatic_natural, fraction_minimum;
  std::size_t automatic = 0, fractions = 0;
};

Sums add_up(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs) {
  Sums sums;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    switch (columns[i].width.kind) {
      case Kind::Fixed: sums.fixed += columns[i].width.length; break;
      case Kind::Auto:
        ++sums.automatic;
        sums.automatic_minimum += needs[i].minimum;
        sums.automatic_natural += needs[i].natural;
        break;
      case Kind::Fraction:
        ++sums.fractions;
        sums.fraction_minimum += needs[i].minimum;
        break;
    }
  }
  return sums;
}

/// Auto columns in `room`, which holds at least their minima.
Length automatic_width(const ColumnNeed& need, const Sums& sums, Length room) {
  if (room >= sums.automatic_natural) {
    if (sums.fractions > 0) return need.natural;
    return need.natural + share(room - sums.automatic_natural, need.natural.units(), sums.automatic_natural.units());
  }
  const Length lacking = sums.automatic_natural - sums.automatic_minimum;
  return need.minimum + share(room - sums.automatic_minimum, (need.natural - need.minimum).units(), lacking.units());
}

/// Shares `room` among the Fraction columns, none below its minimum: a column that would be keeps its minimum and the
/// others share again.
void share_fractions(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs, Length room,
                     std::vector<Length>& widths) {
  std::vector<bool> settled(columns.size(), false);
  bool again = true;
  while (again) {
    again = false;
    std::int64_t total = 0;
    Length left = room;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].width.kind != Kind::Fraction) continue;
      if (settled[i])
        left -= widths[i];
      else
        total += std::max(1, columns[i].width.fraction);
    }
    for (std::size_t i = 0; i < columns.size() && !again; ++i) {
      if (columns[i].width.kind != Kind::Fraction || settled[i]) continue;
      widths[i] = share(left, std::max(1, columns[i].width.fraction), total);
      if (widths[i] >= needs[i].minimum) continue;
      widths[i] = needs[i].minimum;
      settled[i] = again = true;
    }
  }
}

/// What rounding left over goes to the last column that is not Fixed.
void fill_up(const std::vector<doc::Column>& columns, Length measure, std::vector<Length>& widths) {
  Length sum;
  for (const Length width : widths) sum += width;
  for (std::size_t i = columns.size(); i-- > 0;) {
    if (columns[i].width.kind == Kind::Fixed) continue;
    widths[i] += measure - sum;
    return;
  }
}

}  // namespace

std::vector<Length> column_widths(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs,
                                  Length measure) {
  const Sums sums = add_up(columns, needs);
  const Length room = std::max(Length(), measure - sums.fixed);
  const Length minima = sums.automatic_minimum + sums.fraction_minimum;
  std::vector<Length> widths(columns.size());
  const bool crowded = minima > room;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].width.kind == Kind::Fixed)
      widths[i] = columns[i].width.length;
    else if (crowded)
      widths[i] = share(room, needs[i].minimum.units(), minima.units());
    else if (columns[i].width.kind == Kind::Auto)
      widths[i] = automatic_width(needs[i], sums, room - sums.fraction_minimum);
  }
  if (!crowded && sums.fractions > 0) {
    Length left = room;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].width.kind == Kind::Auto) left -= widths[i];
    }
    share_fractions(columns, needs, left, widths);
  }
  if (sums.automatic + sums.fractions > 0 && sums.fixed <= measure) fill_up(columns, measure, widths);
  return widths;
}

}  // namespace phaen::layout
