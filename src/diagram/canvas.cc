// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "thai/digits.h"

namespace phaen::diagram {

using base::Colour;
using base::Length;
using base::Point;
using Kind = page::PathStep::Kind;

std::optional<Typeface> find_typeface(const text::FontBook& fonts, std::string_view family) {
  const auto regular = fonts.find_face(family, false, false);
  if (!regular) return {};
  return Typeface{*regular, fonts.find_face(family, true, false).value_or(*regular)};
}

// --- text -----------------------------------------------------------------------------------------------------------

namespace {

Length real_size(Length nominal, text::FaceId face, const text::FontBook& fonts) {
  return std::max(nominal, kSmallest) * fonts.metrics(face).scale_permille / 1000;
}

line::StyledText styled(const std::vector<TextPiece>& pieces, const TextStyle& style, const Typeface& typeface,
                        const text::FontBook& fonts) {
  line::StyledText result;
  for (const TextPiece& piece : pieces) {
    if (piece.text.empty()) continue;
    line::Span span;
    span.begin = result.text.size();
    result.text += typeface.thai_digits ? thai::localise_digits(piece.text, thai::Digits::Thai) : piece.text;
    span.end = result.text.size();
    span.face = style.bold || piece.bold ? typeface.bold : typeface.regular;
    span.size = real_size(style.size, span.face, fonts);
    span.colour = piece.colour.value_or(style.colour);
    span.origin = piece.origin;
    span.link = piece.link;
    result.spans.push_back(span);
  }
  return result;
}

/// The first `bytes` of a styled text, with an ellipsis.
line::StyledText shortened(const line::StyledText& text, std::size_t bytes) {
  constexpr std::string_view kEllipsis = "…";
  line::StyledText result;
  result.text = text.text.substr(0, bytes);
  while (!result.text.empty() && result.text.back() == ' ') result.text.pop_back();
  for (const line::Span& span : text.spans) {
    if (span.begin >= result.text.size() && !result.spans.empty()) break;
    result.spans.push_back(span);
    result.spans.back().end = std::min(span.end, result.text.size());
  }
  result.text += kEllipsis;
  result.spans.back().end = result.text.size();
  return result;
}

}  // namespace

Length leading(const TextStyle& style, const Typeface& typeface, const text::FontBook& fonts) {
  return real_size(style.size, style.bold ? typeface.bold : typeface.regular, fonts) * 14 / 10;
}

TextBlock set_text(const std::vector<TextPiece>& pieces, Length width, const TextStyle& style, const Typeface& typeface,
                   const line::Setter& setter, std::size_t most_lines) {
  TextBlock block;
  block.width = width;
  block.leading = leading(style, typeface, setter.fonts);
  const line::StyledText text = styled(pieces, style, typeface, setter.fonts);
  if (text.text.empty()) return block;
  block.lines = line::compose(text, {width, {}}, style.align, setter);
  if (most_lines > 0 && block.lines.size() > most_lines) {
    // The ellipsis may push the last word to a further line: one line end after the other is tried.
    block.cut = true;
    std::size_t keep = most_lines;
    std::size_t bytes = block.lines[keep - 1].end;
    const std::vector<line::Line> whole = block.lines;
    for (;;) {
      const line::StyledText shorter = shortened(text, bytes);
      block.lines = line::compose(shorter, {width, {}}, style.align, setter);
      if (block.lines.size() <= most_lines || keep == 1) break;
      bytes = block.lines[most_lines - 1].end;
      if (bytes >= shorter.text.size() - 3 || bytes >= whole[keep - 1].end) bytes = whole[--keep - 1].end;
    }
    block.lines.resize(std::min(block.lines.size(), most_lines));
  }
  for (std::size_t i = 0; i < block.lines.size(); ++i)
    block.joins_next.push_back(i + 1 < block.lines.size() && block.lines[i].end == block.lines[i + 1].begin);
  return block;
}

TextBlock set_text(std::string_view text, Length width, const TextStyle& style, const Typeface& typeface,
                   const line::Setter& setter, std::size_t most_lines) {
  TextPiece piece;
  piece.text = text;
  return set_text(std::vector<TextPiece>{piece}, width, style, typeface, setter, most_lines);
}

line::Extent text_extent(std::string_view text, const TextStyle& style, const Typeface& typeface,
                         const line::Setter& setter) {
  TextPiece piece;
  piece.text = text;
  return line::measure(styled({piece}, style, typeface, setter.fonts), setter);
}

Length text_width(std::string_view text, const TextStyle& style, const Typeface& typeface, const line::Setter& setter) {
  return text_extent(text, style, typeface, setter).natural;
}

// --- looks ----------------------------------------------------------------------------------------------------------

IssueLook issue_look(std::optional<std::uint16_t> group) {
  static constexpr std::array<IssueLook, 8> kLooks{{{{0xe3, 0xee, 0xf9}, {0x1f, 0x5a, 0x96}},
                                                    {{0xe6, 0xf3, 0xe2}, {0x2f, 0x6f, 0x2a}},
                                                    {{0xfc, 0xec, 0xd9}, {0xa8, 0x54, 0x08}},
                                                    {{0xf1, 0xe7, 0xf6}, {0x6d, 0x36, 0x87}},
                                                    {{0xdf, 0xf2, 0xf1}, {0x0d, 0x69, 0x6b}},
                                                    {{0xfb, 0xe6, 0xec}, {0x9c, 0x2a, 0x54}},
                                                    {{0xf6, 0xf1, 0xd6}, {0x75, 0x62, 0x0a}},
                                                    {{0xe9, 0xe9, 0xee}, {0x45, 0x48, 0x61}}}};
  if (!group) return {{0xf4, 0xf4, 0xf2}, {0x4a, 0x4a, 0x4a}};
  return kLooks[*group % kLooks.size()];
}

// --- shapes ---------------------------------------------------------------------------------------------------------

namespace {

page::PathStep move_to(Point at) { return {Kind::Move, at, {}, {}}; }
page::PathStep line_to(Point at) { return {Kind::Line, at, {}, {}}; }
page::PathStep close() { return {Kind::Close, {}, {}, {}}; }

/// A quarter of an ellipse from `from` to `to` with its corner at `corner`.
page::PathStep quarter(Point from, Point corner, Point to) {
  const auto along = [](Point a, Point b) {
    return Point{a.x + (b.x - a.x) * 5523 / 10000, a.y + (b.y - a.y) * 5523 / 10000};
  };
  return {Kind::Curve, to, along(from, corner), along(to, corner)};
}

Length distance(Point a, Point b) { return std::max(std::max(a.x - b.x, b.x - a.x), std::max(a.y - b.y, b.y - a.y)); }

/// The point `by` away from `from` towards `to`, along an axis.
Point towards(Point from, Point to, Length by) {
  const auto step = [by](Length a, Length b) { return a == b ? a : (b > a ? a + by : a - by); };
  return {step(from.x, to.x), step(from.y, to.y)};
}

}  // namespace

page::Path& Canvas::add(const ShapeStyle& style) {
  page::Path path;
  path.fill = style.fill;
  path.stroke = style.stroke;
  path.thickness = style.thickness;
  path.colour = style.colour;
  path.tag = tag_;
  page_.paths.push_back(std::move(path));
  return page_.paths.back();
}

void Canvas::box(const base::Rect& area, Length radius, const ShapeStyle& style) {
  const Length r = std::min({radius, area.width / 2, area.height / 2});
  const Length left = area.x, top = area.y, right = area.right(), bottom = area.bottom();
  if (r <= Length()) return polygon({{left, top}, {right, top}, {right, bottom}, {left, bottom}}, style);
  std::vector<page::PathStep>& steps = add(style).steps;
  steps = {move_to({left + r, top}),
           line_to({right - r, top}),
           quarter({right - r, top}, {right, top}, {right, top + r}),
           line_to({right, bottom - r}),
           quarter({right, bottom - r}, {right, bottom}, {right - r, bottom}),
           line_to({left + r, bottom}),
           quarter({left + r, bottom}, {left, bottom}, {left, bottom - r}),
           line_to({left, top + r}),
           quarter({left, top + r}, {left, top}, {left + r, top}),
           close()};
}

void Canvas::disc(Point centre, Length radius, const ShapeStyle& style) {
  box({centre.x - radius, centre.y - radius, radius * 2, radius * 2}, radius, style);
}

void Canvas::polygon(const std::vector<Point>& points, const ShapeStyle& style) {
  std::vector<page::PathStep>& steps = add(style).steps;
  for (const Point& point : points) steps.push_back(steps.empty() ? move_to(point) : line_to(point));
  steps.push_back(close());
}

void Canvas::chevron(const base::Rect& area, Length tip, const ShapeStyle& style) {
  const Length middle = area.y + area.height / 2;
  polygon({{area.x, area.y},
           {area.right() - tip, area.y},
           {area.right(), middle},
           {area.right() - tip, area.bottom()},
           {area.x, area.bottom()},
           {area.x + tip, middle}},
          style);
}

void Canvas::connector(const std::vector<Point>& points, const ShapeStyle& style, Length radius) {
  if (points.size() < 2) return;
  ShapeStyle open = style;
  open.fill.reset();
  std::vector<page::PathStep>& steps = add(open).steps;
  steps.push_back(move_to(points.front()));
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const Point before = points[i - 1], corner = points[i], after = points[i + 1];
    const Length r = std::min({radius, distance(before, corner) / 2, distance(corner, after) / 2});
    const bool straight =
        (before.x == corner.x && corner.x == after.x) || (before.y == corner.y && corner.y == after.y);
    const bool elbow = (before.x == corner.x || before.y == corner.y) && (after.x == corner.x || after.y == corner.y);
    if (r <= Length() || straight || !elbow) {
      steps.push_back(line_to(corner));
      continue;
    }
    const Point from = towards(corner, before, r), to = towards(corner, after, r);
    steps.push_back(line_to(from));
    steps.push_back(quarter(from, corner, to));
  }
  steps.push_back(line_to(points.back()));
}

void Canvas::strokes(const std::vector<std::pair<Point, Point>>& lines, const ShapeStyle& style) {
  if (lines.empty()) return;
  ShapeStyle open = style;
  open.fill.reset();
  std::vector<page::PathStep>& steps = add(open).steps;
  for (const auto& [from, to] : lines) {
    steps.push_back(move_to(from));
    steps.push_back(line_to(to));
  }
}

void Canvas::arrow_head(Point from, Point tip, Length size, Colour colour) {
  const double dx = (tip.x - from.x).to_pt(), dy = (tip.y - from.y).to_pt(), length = std::hypot(dx, dy);
  if (length <= 0) return;
  const double ux = dx / length, uy = dy / length, s = size.to_pt();
  const auto at = [&](double along, double across) {
    return Point{tip.x + Length::pt(-ux * along - uy * across), tip.y + Length::pt(-uy * along + ux * across)};
  };
  ShapeStyle style;
  style.fill = colour;
  style.stroke = page::Stroke::None;
  polygon({tip, at(s, s * 0.45), at(s, -s * 0.45)}, style);
}

void Canvas::text(const TextBlock& block, Point at) { text(block, at, tag_); }

void Canvas::text(const TextBlock& block, Point at, page::TagId tag) {
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const line::Line& line = block.lines[i];
    if (line.runs.empty()) continue;
    const Length spare = block.leading - line.ascent - line.descent;
    page::TextLine placed;
    placed.baseline = at.y + block.leading * static_cast<std::int64_t>(i) + spare / 2 + line.ascent;
    placed.first_run = static_cast<std::uint32_t>(page_.runs.size());
    placed.run_count = static_cast<std::uint32_t>(line.runs.size());
    placed.tag = tag;
    placed.joins_next = block.joins_next[i];
    for (const line::Run& run : line.runs) {
      page_.runs.push_back(
          {at.x + run.x, run.width, run.size, run.rise, static_cast<std::uint32_t>(page_.glyphs.size()),
           static_cast<std::uint16_t>(run.glyphs.size()), run.face, run.underline, run.colour, run.origin, run.link});
      page_.glyphs.insert(page_.glyphs.end(), run.glyphs.begin(), run.glyphs.end());
    }
    page_.lines.push_back(placed);
  }
}

}  // namespace phaen::diagram
