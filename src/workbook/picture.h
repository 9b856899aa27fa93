// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace phaen::workbook {

struct PictureSize {
  int pixel_width = 0, pixel_height = 0;  ///< of the file
  int width = 0, height = 0;              ///< at the resolution the file states (else 96 dpi), in pixels of 1/96 inch
};

/// The size of a PNG or JPEG file from its header; nothing for any other content.
std::optional<PictureSize> picture_size(std::string_view bytes);

}  // namespace phaen::workbook
