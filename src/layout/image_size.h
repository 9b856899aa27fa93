// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace phaen::layout {

struct PixelSize {
  std::uint32_t width = 0, height = 0;
  bool operator==(const PixelSize&) const = default;
};

/// Size of a PNG (IHDR) or JPEG (first SOF marker) file, from its header. Nothing for other or truncated bytes, or for
/// a side of zero.
std::optional<PixelSize> image_size(std::string_view bytes);

}  // namespace phaen::layout
