// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_picture.h"

#include <memory>

#include "diagram/draw_map.h"
#include "pdf/pdf.h"

namespace phaen::app {
namespace {

constexpr int kDotsPerInch = 150;
// Type must read at 100 per cent of the sheet, so the map is drawn as large as it is shown, but never narrower than its
// columns need.
constexpr base::Length kNarrowest = base::Length::mm(400);

std::vector<std::string> alternatives(const diagram::Drawing& drawing) {
  std::vector<std::string> texts;
  for (const page::Tag& tag : drawing.tags)
    if (tag.role == page::Role::Figure) texts.push_back(tag.alternative);
  return texts;
}

}  // namespace

std::vector<doc::Image> map_pictures(const doc::MapFigure& map, base::Length width, const std::string& family,
                                     text::FontBook& fonts, const line::Setter& setter) {
  const base::Length drawn = std::max(width, kNarrowest);
  diagram::MapOptions options;
  options.family = family;
  options.inside = base::Size{drawn, drawn * 70 / 100};
  const diagram::Drawing drawing = diagram::draw_map(*map.content, options, setter);
  const std::vector<std::string> texts = alternatives(drawing);
  std::vector<doc::Image> images;
  for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
    base::Result<std::string> bytes = pdf::render_png(drawing.pages[i], fonts, kDotsPerInch);
    if (!bytes) {
      setter.diagnostics.add(bytes.error());
      return {};
    }
    doc::Image image;
    image.bytes = std::make_shared<const std::string>(std::move(*bytes));
    image.width = width;
    image.alternative = i < texts.size() ? texts[i] : drawing.title;
    images.push_back(std::move(image));
  }
  return images;
}

}  // namespace phaen::app
