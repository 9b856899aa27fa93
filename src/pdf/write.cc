// SPDX-License-Identifier: GPL-3.0-or-later
#include <cairo.h>

#include <cmath>

#include "base/file.h"
#include "pdf/diagnostics.h"
#include "pdf/draw.h"
#include "pdf/finish.h"
#include "pdf/painter.h"
#include "pdf/pdf.h"

namespace phaen::pdf {
namespace {

struct FreeContext {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

int pixels(base::Length length, int dots_per_inch) {
  return static_cast<int>(std::lround(length.to_pt() * dots_per_inch / 72));
}

}  // namespace

base::Result<std::string> make_pdf(page::Pages&& pages, const text::FontBook& fonts, const Attachments& attachments,
                                   base::StageWatch* watch) {
  if (pages.pages.empty()) return base::Failure(diagnostics::no_pages());
  if (pages.info.title.empty()) return base::Failure(diagnostics::no_title());
  base::Result<Drawing> drawing = draw(pages, fonts);
  if (!drawing) return base::Failure(std::move(drawing.error()));
  const base::WatchedStage watched(watch, "finish");
  return finish(std::move(*drawing), pages, attachments);
}

base::Result<void> write_pdf(page::Pages&& pages, const text::FontBook& fonts, const Attachments& attachments,
                             const std::string& path) {
  const base::Result<std::string> bytes = make_pdf(std::move(pages), fonts, attachments);
  if (!bytes) return base::Failure(bytes.error());
  return base::write_file_atomically(path, *bytes);
}

base::Result<std::string> render_png(const page::Page& page, const text::FontBook& fonts, int dots_per_inch) {
  base::Result<Faces> faces = Faces::load(fonts);
  if (!faces) return base::Failure(std::move(faces.error()));
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(page.size.width, dots_per_inch),
                                                   pixels(page.size.height, dots_per_inch)));
  const std::unique_ptr<cairo_t, FreeContext> cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_scale(cairo.get(), dots_per_inch / 72.0, dots_per_inch / 72.0);
  Pictures pictures(Pictures::Use::Screen);
  Painter painter(cairo.get(), *faces, pictures);
  if (base::Result<void> drawn = painter.draw(page, {}, 1, nullptr); !drawn)
    return base::Failure(std::move(drawn.error()));
  std::string png;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
  if (status != CAIRO_STATUS_SUCCESS) return base::Failure(diagnostics::cannot_draw(1, cairo_status_to_string(status)));
  return png;
}

}  // namespace phaen::pdf
