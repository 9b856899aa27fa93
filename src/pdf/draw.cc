// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/draw.h"

#include <cairo-pdf.h>

#include <memory>
#include <utility>

#include "pdf/diagnostics.h"
#include "pdf/painter.h"

namespace phaen::pdf {
namespace {

struct FreeContext {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Context = std::unique_ptr<cairo_t, FreeContext>;

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

base::Result<void> note_anchors(const page::Page& page, std::size_t index, Destinations& destinations) {
  for (const page::Anchor& anchor : page.anchors)
    if (!destinations.emplace(anchor.label, Destination{index, anchor.at}).second)
      return base::Failure(diagnostics::duplicate_destination(anchor.label, index + 1));
  return {};
}

base::Result<void> check_pictures(const page::Page& page, const std::vector<page::Tag>& tags, std::size_t number) {
  for (const page::Picture& picture : page.pictures)
    if (picture.tag != page::kArtifact && tags.at(picture.tag).alternative.empty())
      return base::Failure(diagnostics::picture_without_alternative(number));
  return {};
}

}  // namespace

base::Result<Drawing> draw(page::Pages& pages, const text::FontBook& fonts) {
  base::Result<Faces> faces = Faces::load(fonts);
  if (!faces) return base::Failure(std::move(faces.error()));
  Drawing drawing;
  drawing.pages.reserve(pages.pages.size());
  // Address space for more than most documents take, so that the file is not copied while it grows.
  constexpr std::size_t kRoomOfPage = 8 << 10;
  drawing.file.reserve(pages.pages.size() * kRoomOfPage);
  // Any size: the primers' page is dropped. It must hold them, for cairo draws nothing outside a page.
  const Surface surface(cairo_pdf_surface_create_for_stream(append, &drawing.file, 4000, 4000));
  const Context cairo(cairo_create(surface.get()));
  Pictures pictures(Pictures::Use::Document);
  Painter painter(cairo.get(), *faces, pictures);
  painter.draw_primers();
  cairo_show_page(cairo.get());
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const page::Page page = std::exchange(pages.pages[i], {});
    PageRecord& record = drawing.pages.emplace_back(PageRecord{page.size, page.folio, {}, {}, {}});
    cairo_pdf_surface_set_size(surface.get(), page.size.width.to_pt(), page.size.height.to_pt());
    base::Result<void> done = check_pictures(page, pages.tags, i + 1);
    if (done) done = note_anchors(page, i, drawing.destinations);
    if (done) done = painter.draw(page, pages.tags, i + 1, &record);
    if (!done) return base::Failure(std::move(done.error()));
    cairo_show_page(cairo.get());
    const cairo_status_t status = cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS)
      return base::Failure(diagnostics::cannot_draw(i + 1, cairo_status_to_string(status)));
  }
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS)
    return base::Failure(diagnostics::cannot_draw(drawing.pages.size(), cairo_status_to_string(status)));
  return drawing;
}

}  // namespace phaen::pdf
