// SPDX-License-Identifier: GPL-3.0-or-later
// How the series of a chart are told apart without colour, on paper and on sheets alike: by hatching, dashes, markers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/length.h"

namespace phaen::doc {

enum class Hatch : std::uint8_t { None, Rising, Falling, Crossed, Level, Upright };
enum class Dash : std::uint8_t { Solid, Dashed, Dotted };
enum class Marker : std::uint8_t { Disc, Square, Triangle, Diamond };

struct SeriesLook {
  base::Colour fill, ink;  ///< of areas; of outlines, hatching and lines
  Hatch hatch = Hatch::None;
  Dash dash = Dash::Solid;
  Marker marker = Marker::Disc;
  bool hollow = false;  ///< of the marker
};

/// Looks repeat after so many series.
inline constexpr std::size_t kSeriesLooks = 8;
SeriesLook series_look(std::size_t series);

/// Bands behind figures: darker greys first.
base::Colour band_grey(std::size_t band, std::size_t bands);
/// Target lines and marks.
inline constexpr base::Colour kTargetInk{0x10, 0x10, 0x10};

}  // namespace phaen::doc
