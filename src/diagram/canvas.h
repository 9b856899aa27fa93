// SPDX-License-Identifier: GPL-3.0-or-later
// What diagrams are made of: boxes, connectors, chevrons and text set in a width, appended to a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.h"
#include "base/origin.h"
#include "line/line.h"
#include "page/page.h"

namespace phaen::diagram {

/// Nothing is set smaller (nominal office points): 12 pt prints Sarabun at 8.2 pt.
inline constexpr base::Length kSmallest = base::Length::pt(12);

/// The two faces of a diagram, and the digits it prints.
struct Typeface {
  text::FaceId regular = 0, bold = 0;
  bool thai_digits = false;  ///< of figures; codes stay Arabic
};
/// Nothing: the family has no upright face. Without a bold one the regular stands in.
std::optional<Typeface> find_typeface(const text::FontBook& fonts, std::string_view family);

struct TextStyle {
  base::Length size = kSmallest;  ///< nominal; set at kSmallest when smaller
  bool bold = false;
  base::Colour colour;
  line::Align align = line::Align::Left;
  bool operator==(const TextStyle&) const = default;
};

/// A stretch of text with one origin and link, in its own weight.
struct TextPiece {
  std::string text;
  bool bold = false;
  base::OriginId origin = base::kNoOrigin;
  line::LinkId link = 0;
  std::optional<base::Colour> colour;  ///< else the style's
};

/// Lines set in a width. `lines` are relative to the block's left edge.
struct TextBlock {
  std::vector<line::Line> lines;
  std::vector<bool> joins_next;  ///< of each line: goes on without a space
  base::Length leading, width;
  bool cut = false;  ///< it was longer than it was allowed to be; ends in `…`
  base::Length height() const { return leading * static_cast<std::int64_t>(lines.size()); }
};

/// Distance of baselines of a style: 1.4 times the real size.
base::Length leading(const TextStyle& style, const Typeface& typeface, const text::FontBook& fonts);

/// Sets pieces as one paragraph with the Thai line breaker. `most_lines` = 0: as many as it takes. Empty pieces give no
/// lines.
TextBlock set_text(const std::vector<TextPiece>& pieces, base::Length width, const TextStyle& style,
                   const Typeface& typeface, const line::Setter& setter, std::size_t most_lines = 0);
TextBlock set_text(std::string_view text, base::Length width, const TextStyle& style, const Typeface& typeface,
                   const line::Setter& setter, std::size_t most_lines = 0);
/// Widths without breaking lines: the widest piece that cannot be broken, and the text on one line.
line::Extent text_extent(std::string_view text, const TextStyle& style, const Typeface& typeface,
                         const line::Setter& setter);
/// On one line.
base::Length text_width(std::string_view text, const TextStyle& style, const Typeface& typeface,
                        const line::Setter& setter);

struct ShapeStyle {
  std::optional<base::Colour> fill;
  page::Stroke stroke = page::Stroke::Solid;
  base::Length thickness = base::Length::pt(0.75);
  base::Colour colour{0x33, 0x33, 0x33};  ///< of the stroke
};

/// How one issue is drawn. The tints differ in lightness as little as possible and the strokes are dark: text reads on
/// every tint. The issue's number goes on the stripe, so the map reads in grey.
struct IssueLook {
  base::Colour tint, strong;
};
/// Repeats after eight.
IssueLook issue_look(std::optional<std::uint16_t> group);

inline constexpr base::Colour kInk{0x1a, 0x1a, 0x1a}, kGrey{0x6b, 0x6b, 0x6b}, kPaleGrey{0xee, 0xee, 0xee},
    kWhite{0xff, 0xff, 0xff}, kAlarm{0xc0, 0x1c, 0x1c};

/// Appends to one page. Everything gets the tag it stands for: usually a Figure's, or kArtifact.
class Canvas {
 public:
  explicit Canvas(page::Page& page, page::TagId tag = page::kArtifact) : page_(page), tag_(tag) {}

  page::Page& page() { return page_; }
  void set_tag(page::TagId tag) { tag_ = tag; }

  /// Radius 0: square corners.
  void box(const base::Rect& area, base::Length radius, const ShapeStyle& style);
  void disc(base::Point centre, base::Length radius, const ShapeStyle& style);
  /// A closed outline.
  void polygon(const std::vector<base::Point>& points, const ShapeStyle& style);
  /// Pointing right; the tip takes up `tip` of the width on both sides.
  void chevron(const base::Rect& area, base::Length tip, const ShapeStyle& style);
  /// Through all points with rounded elbows; `fill` of the style is not used.
  void connector(const std::vector<base::Point>& points, const ShapeStyle& style, base::Length radius = {});
  /// Straight lines, each from one point to the next of its pair: the hatching of an area, the grid of a plot.
  void strokes(const std::vector<std::pair<base::Point, base::Point>>& lines, const ShapeStyle& style);
  /// A filled head whose tip stands on `tip`, coming from `from`.
  void arrow_head(base::Point from, base::Point tip, base::Length size, base::Colour colour);
  /// The block's left top edge at `at`. Lines are tagged `tag`.
  void text(const TextBlock& block, base::Point at);
  void text(const TextBlock& block, base::Point at, page::TagId tag);
  void anchor(const std::string& label, base::Point at) { page_.anchors.push_back({label, at}); }

 private:
  page::Path& add(const ShapeStyle& style);
  page::Page& page_;
  page::TagId tag_;
};

}  // namespace phaen::diagram
