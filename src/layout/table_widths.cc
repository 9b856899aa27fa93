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

std::int64_t square_root(std::int64_t value) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 31; bit > 0; bit >>= 1) {
    const std::int64_t next = root + bit;
    if (next * next <= value) root = next;
  }
  return root;
}

/// Auto columns in `room`, which holds their minima but not their natural widths. A column content with an even share
/// or less gets what it wants, so that figures and short heads never wrap for the sake of prose. The long columns share
/// the rest by the root of their natural widths, between even columns and even heights, none below its minimum.
void share_crowded(const std::vector<ColumnNeed>& needs, std::vector<std::size_t> open, Length room,
                   std::vector<Length>& widths) {
  const auto settle = [&](auto wants_less, auto width) {
    const auto at = std::find_if(open.begin(), open.end(), wants_less);
    if (at == open.end()) return false;
    widths[*at] = width(*at);
    room -= widths[*at];
    open.erase(at);
    return true;
  };
  const auto even = [&] { return room / static_cast<std::int64_t>(open.size()); };
  const auto minimum = [&](std::size_t i) { return needs[i].minimum; };
  const auto natural = [&](std::size_t i) { return needs[i].natural; };
  while (settle([&](std::size_t i) { return needs[i].minimum >= even(); }, minimum) ||
         settle([&](std::size_t i) { return needs[i].natural <= even(); }, natural)) {
  }
  const auto root = [&](std::size_t i) { return square_root(needs[i].natural.units()); };
  std::int64_t total = 0;
  const auto by_root = [&](std::size_t i) { return share(room, root(i), total); };
  do {
    total = 0;
    for (const std::size_t i : open) total += root(i);
  } while (settle([&](std::size_t i) { return by_root(i) < needs[i].minimum; }, minimum));
  for (const std::size_t i : open) widths[i] = by_root(i);
}

/// Auto columns in `room`, which holds at least their minima.
void share_automatic(const std::vector<doc::Column>& columns, const std::vector<ColumnNeed>& needs, const Sums& sums,
                     Length room, std::vector<Length>& widths) {
  std::vector<std::size_t> automatic;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].width.kind == Kind::Auto) automatic.push_back(i);
  }
  if (room < sums.automatic_natural) return share_crowded(needs, std::move(automatic), room, widths);
  const Length spare = sums.fractions > 0 ? Length() : room - sums.automatic_natural;
  for (const std::size_t i : automatic) {
    widths[i] = needs[i].natural + share(spare, needs[i].natural.units(), sums.automatic_natural.units());
  }
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
    if (columns[i].width.kind == Kind::Fixed) {
      widths[i] = columns[i].width.length;
    } else if (crowded) {
      widths[i] = share(room, needs[i].minimum.units(), minima.units());
    }
  }
  if (!crowded) share_automatic(columns, needs, sums, room - sums.fraction_minimum, widths);
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
