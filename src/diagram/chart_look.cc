// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/chart_look.h"

#include <algorithm>

namespace phaen::diagram {
namespace {

using base::Length;
using base::Point;
using base::Rect;
using doc::Hatch;
using doc::Marker;
using Lines = std::vector<std::pair<Point, Point>>;

constexpr Length kPitch = Length::pt(4);

/// Lines at 45 degrees through a rectangle, cut at its sides: x + y is constant along rising ones, x - y along falling
/// ones.
void add_slanted(Lines& lines, const Rect& area, bool rising) {
  const auto point = [&](Length along, Length down) {
    return Point{rising ? area.x + along : area.right() - along, area.y + down};
  };
  for (Length sum = kPitch; sum < area.width + area.height; sum += kPitch) {
    const Length left = std::max(sum - area.height, Length()), right = std::min(sum, area.width);
    lines.emplace_back(point(left, sum - left), point(right, sum - right));
  }
}

void add_hatch(Lines& lines, const Rect& area, Hatch hatch) {
  switch (hatch) {
    case Hatch::None: return;
    case Hatch::Rising: return add_slanted(lines, area, true);
    case Hatch::Falling: return add_slanted(lines, area, false);
    case Hatch::Crossed: add_slanted(lines, area, true); return add_slanted(lines, area, false);
    case Hatch::Level:
      for (Length y = kPitch / 2; y < area.height; y += kPitch * 3 / 4)
        lines.push_back({{area.x, area.bottom() - y}, {area.right(), area.bottom() - y}});
      return;
    case Hatch::Upright:
      for (Length x = kPitch / 2; x < area.width; x += kPitch * 3 / 4)
        lines.push_back({{area.x + x, area.y}, {area.x + x, area.bottom()}});
      return;
  }
}

}  // namespace

ShapeStyle filled(base::Colour colour) {
  ShapeStyle style;
  style.fill = colour;
  style.stroke = page::Stroke::None;
  return style;
}

void draw_area(Canvas& canvas, const Rect& area, const doc::SeriesLook& look) {
  constexpr Length kSlim = Length::pt(3);
  if (area.width < kSlim) return canvas.box(area, {}, filled(look.hatch == Hatch::None ? look.fill : look.ink));
  ShapeStyle ground = filled(look.fill);
  canvas.box(area, {}, ground);
  Lines lines;
  add_hatch(lines, area, look.hatch);
  ShapeStyle line;
  line.colour = look.ink;
  line.thickness = Length::pt(0.5);
  canvas.strokes(lines, line);
  ground.fill.reset();
  ground.stroke = page::Stroke::Solid;
  ground.colour = look.ink;
  ground.thickness = Length::pt(0.6);
  canvas.box(area, {}, ground);
}

void draw_marker(Canvas& canvas, Point centre, const doc::SeriesLook& look) {
  const Length r = kMarkerRadius;
  ShapeStyle style;
  style.fill = look.hollow ? kWhite : look.ink;
  style.colour = look.ink;
  style.thickness = Length::pt(1);
  const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
  switch (look.marker) {
    case Marker::Disc: return canvas.disc(centre, r, style);
    case Marker::Square: return canvas.box({centre.x - r, centre.y - r, r * 2, r * 2}, {}, style);
    case Marker::Triangle: return canvas.polygon({at({}, -r), at(r, r), at(-r, r)}, style);
    case Marker::Diamond: return canvas.polygon({at({}, -r), at(r, {}), at({}, r), at(-r, {})}, style);
  }
}

ShapeStyle line_style(const doc::SeriesLook& look) {
  ShapeStyle style;
  switch (look.dash) {
    case doc::Dash::Solid: style.stroke = page::Stroke::Solid; break;
    case doc::Dash::Dashed: style.stroke = page::Stroke::Dashed; break;
    case doc::Dash::Dotted: style.stroke = page::Stroke::Dotted; break;
  }
  style.colour = look.ink;
  style.thickness = Length::pt(1.5);
  return style;
}

ShapeStyle target_style() {
  ShapeStyle style;
  style.stroke = page::Stroke::Dashed;
  style.colour = doc::kTargetInk;
  style.thickness = Length::pt(1.2);
  return style;
}

ShapeStyle grid_style() {
  ShapeStyle style;
  style.colour = kGridLine;
  style.thickness = Length::pt(0.5);
  return style;
}

ShapeStyle axis_style() {
  ShapeStyle style;
  style.colour = kAxisLine;
  style.thickness = Length::pt(0.75);
  return style;
}

}  // namespace phaen::diagram
