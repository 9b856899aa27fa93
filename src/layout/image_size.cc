// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/image_size.h"

#include <cstddef>

namespace phaen::layout {
namespace {

using namespace std::string_view_literals;

/// Big-endian; REQUIRES: the bytes are there.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::optional<PixelSize> positive(PixelSize size) {
  if (size.width == 0 || size.height == 0) return std::nullopt;
  return size;
}

std::optional<PixelSize> png_size(std::string_view bytes) {
  // signature (8), chunk length (4), `IHDR`, width, height
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR"sv) return std::nullopt;
  return positive({number(bytes, 16, 4), number(bytes, 20, 4)});
}

/// Start of frame: C0-CF but for C4 (Huffman tables), C8 (reserved) and CC (arithmetic conditioning).
bool is_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PixelSize> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (number(bytes, at, 1) != 0xFF) return std::nullopt;
    const std::uint32_t marker = number(bytes, at + 1, 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {  // markers without a length
      at += 2;
      continue;
    }
    if (is_frame(marker)) {
      // marker (2), length (2), precision (1), height (2), width (2)
      if (at + 9 > bytes.size()) return std::nullopt;
      return positive({number(bytes, at + 7, 2), number(bytes, at + 5, 2)});
    }
    at += 2 + number(bytes, at + 2, 2);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PixelSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return png_size(bytes);
  if (bytes.starts_with("\xFF\xD8"sv)) return jpeg_size(bytes);
  return std::nullopt;
}

}  // namespace phaen::layout
