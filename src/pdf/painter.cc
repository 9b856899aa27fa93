// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/painter.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "pdf/diagnostics.h"

namespace phaen::pdf {
namespace {

struct FreePattern {
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};

// Neighbouring runs go into one call when they share a font: a call without ink, a space alone, would be dropped by
// cairo. A run without ink has no colour to keep.
bool share_call(const page::TextRun& a, const page::TextRun& b, bool inks) {
  return a.face == b.face && a.size == b.size && a.rise == b.rise && a.link == b.link &&
         (a.colour == b.colour || !inks);
}

base::Rect underline_area(const page::TextRun& run, base::Length baseline, const text::FaceMetrics& metrics) {
  const auto scaled = [&](int units) { return run.size * units / metrics.units_per_em; };
  return {run.x, baseline - run.rise + scaled(metrics.underline_position), run.width,
          scaled(metrics.underline_thickness)};
}

void add_rectangle(cairo_t* cairo, const base::Rect& area) {
  cairo_rectangle(cairo, area.x.to_pt(), area.y.to_pt(), area.width.to_pt(), area.height.to_pt());
}

void add_outline(cairo_t* cairo, const page::Path& path) {
  cairo_new_path(cairo);
  for (const page::PathStep& step : path.steps) {
    const double x = step.to.x.to_pt(), y = step.to.y.to_pt();
    switch (step.kind) {
      case page::PathStep::Kind::Move: cairo_move_to(cairo, x, y); break;
      case page::PathStep::Kind::Line: cairo_line_to(cairo, x, y); break;
      case page::PathStep::Kind::Curve:
        cairo_curve_to(cairo, step.control_1.x.to_pt(), step.control_1.y.to_pt(), step.control_2.x.to_pt(),
                       step.control_2.y.to_pt(), x, y);
        break;
      case page::PathStep::Kind::Close: cairo_close_path(cairo); break;
    }
  }
}

base::Rect united(const base::Rect& a, const base::Rect& b) {
  const base::Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// Of the corner points: boxes and connectors have no curves that bulge beyond them.
base::Rect outline_area(const page::Path& path) {
  base::Rect area{path.steps.front().to.x, path.steps.front().to.y, {}, {}};
  for (const page::PathStep& step : path.steps)
    if (step.kind != page::PathStep::Kind::Close) area = united(area, {step.to.x, step.to.y, {}, {}});
  return area;
}

void cover(std::map<page::TagId, base::Rect>& areas, page::TagId tag, const base::Rect& area) {
  const auto [at, added] = areas.try_emplace(tag, area);
  if (!added) at->second = united(at->second, area);
}

}  // namespace

void Painter::mark(Owner owner) {
  if (record_ == nullptr || (!record_->marks.empty() && record_->marks.back() == owner)) return;
  record_->marks.push_back(owner);
  cairo_rectangle(cairo_, 0, 0, kMarkSide, kMarkSide);
  cairo_fill(cairo_);
}

void Painter::set_colour(base::Colour colour) {
  if (colour_ == colour) return;
  colour_ = colour;
  cairo_set_source_rgb(cairo_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

void Painter::draw_fills(const page::Page& page) {
  if (!page.fills.empty()) mark({});
  for (const page::Fill& fill : page.fills) {
    set_colour(fill.colour);
    add_rectangle(cairo_, fill.area);
    cairo_fill(cairo_);
  }
}

// Rules of one kind go into one stroke: a page of tables has hundreds, and each stroke is an object cairo keeps.
void Painter::draw_rules(const page::Page& page) {
  if (!page.rules.empty()) mark({});
  const auto alike = [](const page::Rule& a, const page::Rule& b) {
    return a.thickness == b.thickness && a.colour == b.colour && a.dash == b.dash;
  };
  for (std::size_t i = 0; i < page.rules.size(); ++i) {
    const page::Rule& rule = page.rules[i];
    cairo_move_to(cairo_, rule.from.x.to_pt(), rule.from.y.to_pt());
    cairo_line_to(cairo_, rule.to.x.to_pt(), rule.to.y.to_pt());
    if (i + 1 < page.rules.size() && alike(rule, page.rules[i + 1])) continue;
    set_colour(rule.colour);
    const double thickness = rule.thickness.to_pt();
    cairo_set_line_width(cairo_, thickness);
    // Dots are dashes of no length with round ends; the first and the last stay inside the rule's length.
    const bool dotted = rule.dash != base::Length();
    const std::array<double, 2> dots = {0, rule.dash.to_pt()};
    cairo_set_dash(cairo_, dots.data(), dotted ? 2 : 0, -thickness / 2);
    cairo_set_line_cap(cairo_, dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_stroke(cairo_);
  }
}

// Figures are noted with the area their paths cover.
void Painter::draw_paths(const page::Page& page) {
  std::map<page::TagId, base::Rect> areas;
  for (const page::Path& path : page.paths) {
    mark({path.tag, 0});
    add_outline(cairo_, path);
    if (path.tag != page::kArtifact) cover(areas, path.tag, outline_area(path));
    if (path.fill) {
      set_colour(*path.fill);
      cairo_fill_preserve(cairo_);
    }
    if (path.stroke != page::Stroke::None) {
      set_colour(path.colour);
      const double thickness = path.thickness.to_pt();
      const std::array<double, 2> dashes = {path.stroke == page::Stroke::Dotted ? 0 : 4 * thickness, 3 * thickness};
      const bool broken = path.stroke != page::Stroke::Solid;
      cairo_set_line_width(cairo_, thickness);
      cairo_set_dash(cairo_, dashes.data(), broken ? 2 : 0, 0);
      cairo_set_line_cap(cairo_, path.stroke == page::Stroke::Dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
      cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_MITER);
      cairo_stroke_preserve(cairo_);
    }
    cairo_new_path(cairo_);
  }
  if (record_ != nullptr)
    for (const auto& [tag, area] : areas) record_->figures.push_back({area, tag});
}

base::Result<void> Painter::draw_picture(const page::Picture& picture, std::size_t number) {
  const base::Result<cairo_surface_t*> surface = pictures_.open(picture.bytes, number);
  if (!surface) return base::Failure(surface.error());
  mark({picture.tag, 0});
  if (record_ != nullptr && picture.tag != page::kArtifact) record_->figures.push_back({picture.area, picture.tag});
  const int width = cairo_image_surface_get_width(*surface), height = cairo_image_surface_get_height(*surface);
  cairo_save(cairo_);
  cairo_translate(cairo_, picture.area.x.to_pt(), picture.area.y.to_pt());
  cairo_scale(cairo_, picture.area.width.to_pt() / width, picture.area.height.to_pt() / height);
  const std::unique_ptr<cairo_pattern_t, FreePattern> pattern(cairo_pattern_create_for_surface(*surface));
  // In a file any other filter asks the viewer to interpolate, which PDF/A forbids (6.2.8-3).
  cairo_pattern_set_filter(pattern.get(), record_ != nullptr ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_set_source(cairo_, pattern.get());
  // Rectangle and fill: an unclipped paint restarts cairo's recording of the page.
  cairo_rectangle(cairo_, 0, 0, width, height);
  cairo_fill(cairo_);
  cairo_restore(cairo_);
  return {};
}

// Adds the runs from `first` on that go into one call; the index after them.
std::size_t Painter::gather(const page::Page& page, const page::TextLine& line, std::size_t first) {
  glyphs_.clear();
  clusters_.clear();
  text_.clear();
  const std::size_t end = line.first_run + line.run_count;
  const page::TextRun& leader = page.runs[first];
  const auto inks = [&](const page::TextRun& run) {
    const LoadedFace& face = faces_.at(run.face);
    for (std::size_t i = 0; i < run.glyph_count; ++i)
      if (face.characters.at(page.glyphs.at(run.first_glyph + i)).inks) return true;
    return false;
  };
  std::size_t next = first;
  do {
    add_characters(page, page.runs[next], (line.baseline - leader.rise).to_pt());
    ++next;
  } while (next < end && share_call(leader, page.runs[next], inks(page.runs[next])));
  return next;
}

void Painter::add_characters(const page::Page& page, const page::TextRun& run, double baseline) {
  const LoadedFace& face = faces_.at(run.face);
  const double start = run.x.to_pt(), scale = run.size.to_pt() / face.metrics.units_per_em;
  std::int64_t pen = 0;
  for (std::size_t i = 0; i < run.glyph_count; ++i) {
    const DrawnCharacter& character = face.characters.at(page.glyphs.at(run.first_glyph + i));
    glyphs_.push_back({character.glyph, start + static_cast<double>(pen) * scale, baseline});
    clusters_.push_back({character.length, 1});
    text_.append(character.utf8.data(), character.length);
    pen += character.advance;
  }
}

void Painter::show(text::FaceId face, base::Length size) {
  if (glyphs_.empty()) return;
  cairo_set_scaled_font(cairo_, faces_.scaled(face, size));
  cairo_show_text_glyphs(cairo_, text_.data(), static_cast<int>(text_.size()), glyphs_.data(),
                         static_cast<int>(glyphs_.size()), clusters_.data(), static_cast<int>(clusters_.size()),
                         static_cast<cairo_text_cluster_flags_t>(0));
}

void Painter::underline(const page::TextRun& run, base::Length baseline) {
  if (!run.underline) return;
  add_rectangle(cairo_, underline_area(run, baseline, faces_.at(run.face).metrics));
  cairo_fill(cairo_);
}

void Painter::note_link(const page::TextRun& run, base::Length baseline) {
  const text::FaceMetrics& metrics = faces_.at(run.face).metrics;
  const base::Length ascent = run.size * metrics.ascent / metrics.units_per_em;
  const base::Length descent = run.size * metrics.descent / metrics.units_per_em;
  const base::Rect area{run.x, baseline - run.rise - ascent, run.width, ascent + descent};
  const auto owner = static_cast<std::uint32_t>(record_->marks.size() - 1);
  if (!record_->links.empty()) {
    LinkArea& last = record_->links.back();
    if (last.mark == owner && last.link == run.link && last.area.y == area.y && last.area.right() <= area.x) {
      last.area.width = area.right() - last.area.x;
      return;
    }
  }
  record_->links.push_back({area, run.link, owner});
}

void Painter::draw_line(const page::Page& page, const page::TextLine& line, const std::vector<page::Tag>& tags) {
  const bool artifact = line.tag == page::kArtifact;
  const bool is_link = !artifact && line.tag < tags.size() && tags[line.tag].role == page::Role::Link;
  const std::size_t end = line.first_run + line.run_count;
  for (std::size_t first = line.first_run; first < end;) {
    const page::TextRun& leader = page.runs.at(first);
    mark({line.tag, artifact || is_link ? 0 : leader.link});
    set_colour(leader.colour);
    const std::size_t next = gather(page, line, first);
    show(leader.face, leader.size);
    for (std::size_t i = first; i < next; ++i) {
      underline(page.runs[i], line.baseline);
      if (record_ != nullptr && !artifact && page.runs[i].link != 0) note_link(page.runs[i], line.baseline);
    }
    first = next;
  }
}

base::Result<void> Painter::draw(const page::Page& page, const std::vector<page::Tag>& tags, std::size_t number,
                                 PageRecord* record) {
  record_ = record;
  colour_.reset();
  set_colour({});
  draw_fills(page);
  draw_rules(page);
  draw_paths(page);
  for (const page::Picture& picture : page.pictures)
    if (base::Result<void> drawn = draw_picture(picture, number); !drawn) return drawn;
  colour_.reset();  // pictures were the source
  for (const page::TextLine& line : page.lines) draw_line(page, line, tags);
  const cairo_status_t status = cairo_status(cairo_);
  if (status != CAIRO_STATUS_SUCCESS)
    return base::Failure(diagnostics::cannot_draw(number, cairo_status_to_string(status)));
  return {};
}

void Painter::draw_primers() {
  record_ = nullptr;
  const base::Length size = base::Length::pt(10);
  for (std::size_t id = 0; id < faces_.size(); ++id) {
    glyphs_.clear();
    clusters_.clear();
    text_.clear();
    double x = 0;
    for (const DrawnCharacter& primer : faces_.at(static_cast<text::FaceId>(id)).primers) {
      glyphs_.push_back({primer.glyph, x, 20.0 * static_cast<double>(id + 1)});
      clusters_.push_back({primer.length, 1});
      text_.append(primer.utf8.data(), primer.length);
      x += size.to_pt();
    }
    if (!glyphs_.empty()) show(static_cast<text::FaceId>(id), size);
  }
}

}  // namespace phaen::pdf
