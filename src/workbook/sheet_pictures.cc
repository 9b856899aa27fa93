// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and maps of a sheet, which lie over rows as high as they are.
#include <algorithm>
#include <utility>

#include "workbook/diagnostics.h"
#include "workbook/names.h"
#include "workbook/picture.h"
#include "workbook/sheet_maker.h"

namespace phaen::workbook {

void SheetMaker::add_map(const doc::MapFigure& map) {
  std::uint32_t top = next_row();
  if (map.caption) add_caption(*map.caption);
  if (!state_.options.draw_map) return;
  const base::Length width =
      base::Length::pt(width_of(0, static_cast<std::uint16_t>(sheet_.columns.size() - 1)) * 0.75);
  for (const doc::Image& page : state_.options.draw_map(map, width)) {
    add_image(page);
    together_.push_back({std::exchange(top, next_row()), next_row() - 1});
  }
}

namespace {

// libxlsxwriter cuts longer attributes at a byte, in the middle of a letter.
constexpr std::size_t kMaxAlternative = 2'000;  // bytes as XML

std::size_t escaped_size(char c) {
  switch (c) {
    case '&': return 5;
    case '<':
    case '>': return 4;
    case '"': return 6;
    case '\n': return 5;
    default: return 1;
  }
}

/// The whole text, or as much of it as the file can hold and `…`.
std::string cut_alternative(const std::string& text) {
  std::size_t size = 0, end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts_letter = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (starts_letter && size + 3 <= kMaxAlternative) end = i;
    size += escaped_size(text[i]);
  }
  return size <= kMaxAlternative ? text : text.substr(0, end) + "…";
}

}  // namespace

void SheetMaker::add_image(const doc::Image& image) {
  const std::uint32_t top = next_row();
  if (image.caption) add_caption(*image.caption);
  const auto size = image.bytes ? picture_size(*image.bytes) : std::nullopt;
  if (!size) {
    state_.tools.diagnostics.add(diagnostics::unreadable_picture(sheet_.name, image.alternative));
    return;
  }
  Picture picture;
  picture.row = next_row();
  picture.bytes = image.bytes;
  picture.native_width = size->width;
  picture.native_height = size->height;
  picture.width = std::max(to_pixels(image.width), 1);
  picture.height = static_cast<int>(std::int64_t{picture.width} * size->pixel_height / size->pixel_width);
  picture.alternative = cut_alternative(image.alternative);
  // The rows under the picture are as high as the picture.
  add_room(picture.height);
  together_.push_back({top, next_row() - 1});
  sheet_.pictures.push_back(std::move(picture));
}

}  // namespace phaen::workbook
