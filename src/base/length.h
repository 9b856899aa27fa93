// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace phaen::base {

/// A length in 1/1024 pt (1 pt = 1/72 inch). Positions and sizes on a page are exact integers: no epsilon, no drift.
class Length {
 public:
  constexpr Length() = default;
  static constexpr Length raw(std::int64_t units) { return Length(units); }
  static constexpr Length pt(double points) {
    return Length(static_cast<std::int64_t>(points * 1024 + (points < 0 ? -0.5 : 0.5)));
  }
  static constexpr Length mm(double millimetres) { return pt(millimetres * 72 / 25.4); }
  static constexpr Length cm(double centimetres) { return mm(centimetres * 10); }

  constexpr std::int64_t units() const { return units_; }
  /// The one exit to floating point, for drawing and for worksheet geometry.
  constexpr double to_pt() const { return static_cast<double>(units_) / 1024.0; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-units_); }
  constexpr Length& operator+=(Length other) {
    units_ += other.units_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    units_ -= other.units_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.units_ + b.units_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.units_ - b.units_); }
  friend constexpr Length operator*(Length a, std::int64_t n) { return Length(a.units_ * n); }
  friend constexpr Length operator*(std::int64_t n, Length a) { return a * n; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return Length(a.units_ / n); }

 private:
  explicit constexpr Length(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

/// Positions are from the page's (or galley's) top-left corner, y down.
struct Point {
  Length x, y;
  bool operator==(const Point&) const = default;
};

struct Size {
  Length width, height;
  bool operator==(const Size&) const = default;
};

struct Rect {
  Length x, y, width, height;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  bool operator==(const Rect&) const = default;
};

/// sRGB, 8 bits a channel.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

}  // namespace phaen::base
