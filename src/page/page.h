// SPDX-License-Identifier: GPL-3.0-or-later
// The finished page: positioned items and the structure they belong to. All coordinates in 1/1024 pt from the page's
// top-left corner, y down. A text item holds characters (text::GlyphRef), not glyph ids.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/length.h"
#include "base/origin.h"
#include "line/line.h"
#include "text/fonts.h"

namespace phaen::page {

/// Index into Pages::tags. 0 is the document root. Artifacts (running heads, rules, folios) carry kArtifact.
using TagId = std::uint32_t;
inline constexpr TagId kRoot = 0;
inline constexpr TagId kArtifact = 0xFFFFFFFF;

/// Structure roles of PDF (ISO 32000-1, 14.8.4).
enum class Role : std::uint8_t {
  Document,
  Part,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  P,
  L,
  LI,
  Lbl,
  LBody,
  Table,
  THead,
  TBody,
  TR,
  TH,
  TD,
  Caption,
  Figure,
  TOC,
  TOCI,
  Link,
  Span,
  Note
};

struct Tag {
  Role role = Role::P;
  TagId parent = kRoot;
  std::uint16_t row_span = 1, column_span = 1;  ///< TH, TD
  bool column_scope = true;                     ///< TH: heads its column (else its row)
  std::string alternative;                      ///< Figure
};

/// One run of a line; `first_glyph` and `glyph_count` are into Page::glyphs.
struct TextRun {
  base::Length x, width;  ///< x from the page's left
  base::Length size, rise;
  std::uint32_t first_glyph = 0;
  std::uint16_t glyph_count = 0;
  text::FaceId face = 0;
  bool underline = false;
  base::Colour colour;
  base::OriginId origin = base::kNoOrigin;
  line::LinkId link = 0;
};

/// One set line of a paragraph or cell: what readback compares and what one drawing call shows.
struct TextLine {
  base::Length baseline;                       ///< y
  std::uint32_t first_run = 0, run_count = 0;  ///< into Page::runs
  TagId tag = kArtifact;
  bool joins_next = false;  ///< the paragraph goes on in the next line without a space in the text
};

struct Rule {
  base::Point from, to;
  base::Length thickness;
  base::Colour colour;
  base::Length dash;  ///< zero: solid; else a row of round dots as wide as the rule is thick, this far apart (leaders)
};
struct Fill {
  base::Rect area;
  base::Colour colour;
};
/// One step of an outline. `control_1` and `control_2` are used by Curve alone (cubic Bézier).
struct PathStep {
  enum class Kind : std::uint8_t { Move, Line, Curve, Close };
  Kind kind = Kind::Line;
  base::Point to, control_1, control_2;
};
enum class Stroke : std::uint8_t { None, Solid, Dashed, Dotted };
/// A drawn outline of a diagram: boxes, connectors, arrow heads. Filled first, then stroked.
struct Path {
  std::vector<PathStep> steps;
  std::optional<base::Colour> fill;
  Stroke stroke = Stroke::Solid;
  base::Length thickness;
  base::Colour colour;    ///< of the stroke
  TagId tag = kArtifact;  ///< the Figure it is part of
};
struct Picture {
  base::Rect area;
  std::shared_ptr<const std::string> bytes;  ///< PNG or JPEG
  TagId tag = kArtifact;
};
/// A destination for links, contents and the outline.
struct Anchor {
  std::string label;
  base::Point at;
};

struct Page {
  base::Size size;
  std::string folio;        ///< as printed; page label of the file; empty on covers
  std::vector<Fill> fills;  ///< drawn first, then rules, paths, pictures, lines
  std::vector<Rule> rules;
  std::vector<Path> paths;
  std::vector<Picture> pictures;
  std::vector<TextLine> lines;
  std::vector<TextRun> runs;
  std::vector<text::GlyphRef> glyphs;
  std::vector<Anchor> anchors;
};

struct OutlineEntry {
  int level = 1;
  std::string title;
  std::string label;  ///< of an Anchor
};

/// A link of the document: `#label`, or a URI. Index = line::LinkId; entry 0 is unused.
using Links = std::vector<std::string>;

struct FileInfo {
  std::string title, subject, author;
  base::Date date;
};

struct Pages {
  FileInfo info;
  std::vector<Page> pages;
  std::vector<Tag> tags;  ///< in reading order: a parent stands before its children
  std::vector<OutlineEntry> outline;
  Links links;
};

/// The name of a role as the file writes it: `TBody`.
std::string_view name(Role role);

/// The text of a line as set: the characters of its runs in order.
std::string line_text(const Page& page, const TextLine& line, const text::FontBook& fonts);

/// `pages` dump: each page with size and folio, each line with position, tag role, runs (face, size, origin, text),
/// rules, fills, links. `origin_text` describes an origin; may be null.
using DescribeOrigin = std::string (*)(base::OriginId, const void* context);
std::string dump(const Pages& pages, const text::FontBook& fonts, DescribeOrigin describe, const void* context);

}  // namespace phaen::page
