// SPDX-License-Identifier: GPL-3.0-or-later
// The `pages` dump. One item a line, lengths in points with up to two decimals:
//
//   pages: TITLE
//   page 1 595.28x841.89 folio "1"
//     anchor LABEL at X,Y
//     fill X,Y WxH #rrggbb
//     rule X,Y - X,Y T            (dotted D)
//     picture X,Y WxH TAG
//     line Y TAG [joins]
//       run X+W FACE SIZE [rise R] [underline] [#rrggbb] [-> LINK] [from ORIGIN] "TEXT"
//   tags: one a line, indented by depth
//   outline: LEVEL TITLE -> LABEL
#include <vector>

#include "base/format.h"
#include "base/utf8.h"
#include "page/page.h"

namespace phaen::page {
namespace {

using base::format;

/// Rounded to hundredths in integers, so that no float formatting decides a golden.
std::string points(base::Length length) {
  const std::int64_t units = length.units();
  const std::int64_t magnitude = units < 0 ? -units : units;
  const std::int64_t hundredths = (magnitude * 100 + 512) / 1024;
  std::string text = format("{}{}", units < 0 && hundredths != 0 ? "-" : "", hundredths / 100);
  if (hundredths % 100 != 0)
    text += hundredths % 10 == 0 ? format(".{}", hundredths / 10 % 10) : format(".{:02}", hundredths % 100);
  return text;
}

std::string at(base::Point point) { return format("{},{}", points(point.x), points(point.y)); }

std::string area(const base::Rect& rect) {
  return format("{},{} {}x{}", points(rect.x), points(rect.y), points(rect.width), points(rect.height));
}

std::string colour(base::Colour value) {
  return format("#{:02x}{:02x}{:02x}", unsigned{value.red}, unsigned{value.green}, unsigned{value.blue});
}

std::string tag_text(const Pages& pages, TagId tag) {
  if (tag == kArtifact) return "artifact";
  return format("{}#{}", name(pages.tags.at(tag).role), tag);
}

std::string run_text(const Page& page, const TextRun& run, const text::FontBook& fonts) {
  std::string text;
  for (std::uint32_t i = 0; i < run.glyph_count; ++i) {
    base::utf8::append(text, fonts.character(run.face, page.glyphs.at(run.first_glyph + i)));
  }
  return text;
}

/// Everything the dump of one run needs beside the run.
struct Source {
  const Pages& pages;
  const text::FontBook& fonts;
  DescribeOrigin describe;
  const void* context;
};

std::string dump_run(const Page& page, const TextRun& run, const Source& source) {
  std::string out = format("    run {}+{} {} {}", points(run.x), points(run.width), source.fonts.face_name(run.face),
                           points(run.size));
  if (run.rise != base::Length()) out += format(" rise {}", points(run.rise));
  if (run.underline) out += " underline";
  if (run.colour != base::Colour{}) out += " " + colour(run.colour);
  if (run.link != 0) out += " -> " + source.pages.links.at(run.link);
  if (run.origin != base::kNoOrigin) {
    out += " from " + (source.describe ? source.describe(run.origin, source.context) : format("{}", run.origin));
  }
  return out + format(" \"{}\"\n", run_text(page, run, source.fonts));
}

std::string_view stroke_name(Stroke stroke) {
  switch (stroke) {
    case Stroke::None: return "no stroke";
    case Stroke::Solid: return "solid";
    case Stroke::Dashed: return "dashed";
    case Stroke::Dotted: return "dotted";
  }
  return {};
}

void dump_path(const Path& path, const Source& source, std::string& out) {
  out += format("  path{} {}", tag_text(source.pages, path.tag), stroke_name(path.stroke));
  if (path.stroke != Stroke::None) out += format(" {} {}", points(path.thickness), colour(path.colour));
  if (path.fill) out += " fill " + colour(*path.fill);
  for (const PathStep& step : path.steps) {
    switch (step.kind) {
      case PathStep::Kind::Move: out += " M" + at(step.to); break;
      case PathStep::Kind::Line: out += " L" + at(step.to); break;
      case PathStep::Kind::Curve:
        out += format(" C{} {} {}", at(step.control_1), at(step.control_2), at(step.to));
        break;
      case PathStep::Kind::Close: out += " Z"; break;
    }
  }
  out += "\n";
}

void dump_page(const Page& page, std::size_t number, const Source& source, std::string& out) {
  out += format("page {} {}x{} folio \"{}\"\n", number, points(page.size.width), points(page.size.height), page.folio);
  for (const Anchor& anchor : page.anchors) out += format("  anchor {} at {}\n", anchor.label, at(anchor.at));
  for (const Fill& fill : page.fills) out += format("  fill {} {}\n", area(fill.area), colour(fill.colour));
  for (const Rule& rule : page.rules) {
    out += format("  rule {} - {} {}", at(rule.from), at(rule.to), points(rule.thickness));
    if (rule.colour != base::Colour{}) out += " " + colour(rule.colour);
    if (rule.dash != base::Length()) out += " dotted " + points(rule.dash);
    out += "\n";
  }
  for (const Path& path : page.paths) dump_path(path, source, out);
  for (const Picture& picture : page.pictures) {
    out += format("  picture {} {}\n", area(picture.area), tag_text(source.pages, picture.tag));
  }
  for (const TextLine& line : page.lines) {
    out += format("  line {} {}{}\n", points(line.baseline), tag_text(source.pages, line.tag),
                  line.joins_next ? " joins" : "");
    for (std::uint32_t i = 0; i < line.run_count; ++i) {
      out += dump_run(page, page.runs.at(line.first_run + i), source);
    }
  }
}

void dump_tags(const Pages& pages, std::string& out) {
  out += "tags\n";
  std::vector<std::size_t> depth(pages.tags.size(), 0);
  for (std::size_t i = 0; i < pages.tags.size(); ++i) {
    const Tag& tag = pages.tags[i];
    depth[i] = i == 0 ? 1 : depth.at(tag.parent) + 1;
    out += std::string(depth[i] * 2, ' ') + format("{}#{}", name(tag.role), i);
    if (tag.column_span != 1 || tag.row_span != 1) out += format(" span {}x{}", tag.column_span, tag.row_span);
    if (tag.role == Role::TH && !tag.column_scope) out += " row scope";
    if (!tag.alternative.empty()) out += format(" \"{}\"", tag.alternative);
    out += "\n";
  }
}

}  // namespace

std::string line_text(const Page& page, const TextLine& line, const text::FontBook& fonts) {
  std::string text;
  for (std::uint32_t i = 0; i < line.run_count; ++i) text += run_text(page, page.runs.at(line.first_run + i), fonts);
  return text;
}

std::string dump(const Pages& pages, const text::FontBook& fonts, DescribeOrigin describe, const void* context) {
  const Source source{pages, fonts, describe, context};
  std::string out = format("pages: {}\n", pages.info.title);
  for (std::size_t i = 0; i < pages.pages.size(); ++i) dump_page(pages.pages[i], i + 1, source, out);
  dump_tags(pages, out);
  out += "outline\n";
  for (const OutlineEntry& entry : pages.outline) {
    out += format("  {} {} -> {}\n", entry.level, entry.title, entry.label);
  }
  return out;
}

}  // namespace phaen::page
