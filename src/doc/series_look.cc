// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/series_look.h"

#include <array>

namespace phaen::doc {

SeriesLook series_look(std::size_t series) {
  using H = Hatch;
  using M = Marker;
  using D = Dash;
  static constexpr std::array<SeriesLook, kSeriesLooks> kLooks{
      {{{0x2f, 0x6a, 0xa8}, {0x1f, 0x4f, 0x86}, H::None, D::Solid, M::Disc, false},
       {{0xfa, 0xdf, 0xbd}, {0xa8, 0x54, 0x08}, H::Rising, D::Dashed, M::Square, false},
       {{0x9d, 0xc8, 0x94}, {0x2f, 0x6f, 0x2a}, H::None, D::Solid, M::Triangle, true},
       {{0xf3, 0xec, 0xf8}, {0x6d, 0x36, 0x87}, H::Crossed, D::Dotted, M::Diamond, false},
       {{0xff, 0xff, 0xff}, {0x0d, 0x69, 0x6b}, H::Level, D::Dashed, M::Disc, true},
       {{0x2a, 0x2c, 0x3c}, {0x1c, 0x1e, 0x2c}, H::None, D::Solid, M::Square, true},
       {{0xfb, 0xe6, 0xec}, {0x9c, 0x2a, 0x54}, H::Falling, D::Dotted, M::Triangle, false},
       {{0xf8, 0xf4, 0xdc}, {0x75, 0x62, 0x0a}, H::Upright, D::Dashed, M::Diamond, true}}};
  return kLooks[series % kSeriesLooks];
}

base::Colour band_grey(std::size_t band, std::size_t bands) {
  const std::size_t step = bands < 2 ? 0 : 0x2c * band / (bands - 1);
  const auto grey = static_cast<std::uint8_t>(0xc6 + step);
  return {grey, grey, grey};
}

}  // namespace phaen::doc
