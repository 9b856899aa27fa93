// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>

#include <optional>

#include "pdf/drawing.h"
#include "pdf/faces.h"
#include "pdf/pictures.h"

namespace phaen::pdf {

/// Draws pages on a cairo context whose unit is the point. REQUIRES: everything passed outlives the painter.
class Painter {
 public:
  Painter(cairo_t* cairo, Faces& faces, Pictures& pictures) : cairo_(cairo), faces_(faces), pictures_(pictures) {}

  /// `number` counts from 1. With a record, marks are drawn and noted there. Errors: P001, P002, P004.
  base::Result<void> draw(const page::Page& page, const std::vector<page::Tag>& tags, std::size_t number,
                          PageRecord* record);
  /// The primers of every face (docs/text-layer.md, step 6).
  void draw_primers();

 private:
  void mark(Owner owner);
  void set_colour(base::Colour colour);
  void draw_fills(const page::Page& page);
  void draw_rules(const page::Page& page);
  void draw_paths(const page::Page& page);
  base::Result<void> draw_picture(const page::Picture& picture, std::size_t number);
  void draw_line(const page::Page& page, const page::TextLine& line, const std::vector<page::Tag>& tags);
  std::size_t gather(const page::Page& page, const page::TextLine& line, std::size_t first);
  void add_characters(const page::Page& page, const page::TextRun& run, double baseline);
  void show(text::FaceId face, base::Length size);
  void underline(const page::TextRun& run, base::Length baseline);
  void note_link(const page::TextRun& run, base::Length baseline);

  cairo_t* cairo_;
  Faces& faces_;
  Pictures& pictures_;
  PageRecord* record_ = nullptr;
  std::optional<base::Colour> colour_;
  std::vector<cairo_glyph_t> glyphs_;
  std::vector<cairo_text_cluster_t> clusters_;
  std::string text_;
};

}  // namespace phaen::pdf
