// SPDX-License-Identifier: GPL-3.0-or-later
// A map inside a document: diagram draws it into the type area, page by page; each page is one strip.
#include <algorithm>

#include "base/format.h"
#include "diagram/draw_map.h"
#include "layout/diagnostics.h"
#include "layout/furniture.h"
#include "layout/section_composer.h"

namespace phaen::layout {

using base::Length;

namespace {

constexpr Length kAbove = Length::pt(6), kCaptionGap = Length::pt(4);

/// `#a #b` is the first of the labels that the document has; an address is itself; 0: nothing to link to.
line::LinkId resolved(const std::string& targets, Environment& environment) {
  if (!targets.starts_with('#')) return targets.empty() ? line::LinkId{0} : environment.links.id(targets);
  for (std::size_t at = 0; at < targets.size();) {
    const std::size_t end = std::min(targets.find(' ', at), targets.size());
    const std::string target = targets.substr(at, end - at);
    if (environment.references.folios.contains(target.substr(1))) return environment.links.id(target);
    at = end + 1;
  }
  return 0;
}

/// Links of a drawing by its own ids.
std::vector<line::LinkId> resolved(const page::Links& links, Environment& environment) {
  std::vector<line::LinkId> ids;
  for (const std::string& target : links) ids.push_back(resolved(target, environment));
  return ids;
}

}  // namespace

/// What stands above on the page when a map may share it: a heading or two. Zero: the map begins a page.
Length SectionComposer::height_above(Length space_before) const {
  if (break_before_next_ || galley_.strips.empty()) return {};
  Length height;
  for (std::size_t i = galley_.strips.size(); i-- > 0;) {
    const Strip& strip = galley_.strips[i];
    const Length below = i + 1 == galley_.strips.size() ? space_before : galley_.strips[i + 1].space_before;
    height += strip.height + std::max(strip.space_after, below);
    if (height > environment_.body / 5) return {};
    if (strip.page_break_before) break;
  }
  return height;
}

SetLines SectionComposer::caption_lines(const doc::Inlines& text, page::TagId tag) {
  const doc::ParagraphStyle style = named_style(environment_.info.styles, "caption");
  ParagraphBox box = box_of(style, tag);
  box.align = line::Align::Centre;
  return set_lines(styled_text(text, style, environment_), box, environment_);
}

SectionComposer::Marks SectionComposer::add_map_marks(const doc::MapFigure& figure, const std::string& start) {
  Marks marks{static_cast<std::uint32_t>(galley_.marks.size()), 0};
  if (figure.caption) {
    add_mark({Mark::Kind::Figure, 0, true, whole_caption(*figure.caption), figure.caption->label});
    ++marks.count;
  }
  add_mark({Mark::Kind::MapStart, 0, false, {}, start});
  ++marks.count;
  return marks;
}

/// The drawing's tags behind those of the galley; its pages then carry the galley's tags and the document's links.
void SectionComposer::add_map_tags(diagram::Drawing& drawing, const std::string& alternative) {
  const auto offset = static_cast<page::TagId>(galley_.tags.size() - 1);
  bool said = alternative.empty();
  for (std::size_t i = 1; i < drawing.tags.size(); ++i) {
    page::Tag tag = std::move(drawing.tags[i]);
    if (tag.parent != page::kRoot) tag.parent += offset;
    if (!said && tag.role == page::Role::Figure) {
      tag.alternative = alternative + " " + tag.alternative;
      said = true;
    }
    galley_.tags.push_back(std::move(tag));
  }
  const auto renumbered = [&](page::TagId tag) {
    return tag == page::kArtifact || tag == page::kRoot ? tag : tag + offset;
  };
  const std::vector<line::LinkId> links = resolved(drawing.links, environment_);
  for (page::Page& page : drawing.pages) {
    page.anchors.clear();
    for (page::TextLine& line : page.lines) line.tag = renumbered(line.tag);
    for (page::Path& path : page.paths) path.tag = renumbered(path.tag);
    for (page::TextRun& run : page.runs) run.link = links.at(run.link);
  }
}

void SectionComposer::add_caption_strips(const SetLines& lines, page::TagId tag) {
  for (SetLine line : lines) {
    bind_last();
    line.top = {};
    line.tag = tag;
    Strip strip;
    strip.height = line.height;
    strip.band = std::move(line);
    add_strip(std::move(strip));
  }
}

void SectionComposer::place_map(diagram::Drawing drawing, const doc::MapFigure& figure, const MapPlace& place) {
  if (drawing.pages.empty()) return;  // what was wrong is reported
  add_map_tags(drawing, figure.alternative);
  const page::TagId caption = place.caption.empty() ? page::kArtifact : add_tag(page::Role::Caption, page::kRoot);
  const Marks marks = add_map_marks(figure, place.start);
  for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
    const bool first = i == 0;
    Strip strip;
    if (first) {
      strip.space_before = kAbove;
      strip.first_mark = marks.first;
      strip.mark_count = marks.count;
    }
    strip.space_after = kCaptionGap;
    strip.height = drawing.pages[i].size.height;
    strip.band = MapBand{std::make_shared<const page::Page>(std::move(drawing.pages[i]))};
    break_before_next_ = (!first || place.new_page) && !galley_.strips.empty();
    add_strip(std::move(strip));
    add_caption_strips(first ? place.caption : place.continued, first ? caption : page::kArtifact);
    galley_.strips.back().break_after = BreakAfter::Free;
  }
  break_before_next_ = true;
}

void SectionComposer::operator()(const doc::MapFigure& figure) {
  end_list();
  const Length above = height_above(kAbove);
  SetLines caption, continued;
  if (figure.caption) {
    caption = caption_lines(whole_caption(*figure.caption), page::kArtifact);
    doc::Inlines again = figure.caption->lead.empty() ? figure.caption->content : figure.caption->lead;
    again.push_back(continuation_label());
    continued = caption_lines(again, page::kArtifact);
  }
  const auto height_of = [](const SetLines& lines) { return lines.empty() ? Length() : lines.back().bottom(); };
  const Length below = std::max(height_of(caption), height_of(continued));
  const std::string start = base::format("_s{}.map{}", index_ + 1, ++maps_);
  diagram::MapOptions options;
  options.family = environment_.info.styles.family;
  options.inside =
      base::Size{environment_.measure, environment_.body - above - below - (below > Length() ? kCaptionGap : Length())};
  const auto known = environment_.references.map_pages.find(start);
  if (known != environment_.references.map_pages.end()) options.first_page = known->second;
  const doc::Folio folio = environment_.folio == doc::Folio::None ? doc::Folio::Decimal : environment_.folio;
  options.page_text = [folio, digits = environment_.info.digits](int number) {
    return folio_text(number, folio, digits);
  };
  options.thai_digits = environment_.info.digits == doc::Digits::Thai;
  diagram::Drawing drawing = diagram::draw_map(*figure.content, options, environment_.setter);
  place_map(std::move(drawing), figure, {start, above == Length(), std::move(caption), std::move(continued)});
}

}  // namespace phaen::layout
