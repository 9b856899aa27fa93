// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/picture.h"

#include <cmath>
#include <cstdint>

namespace phaen::workbook {
namespace {

using Bytes = std::string_view;

std::uint32_t big_endian(Bytes bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

constexpr std::uint32_t kLargestSide = 100'000;  // pixels; more is a damaged header

std::optional<PictureSize> sized(std::uint32_t width, std::uint32_t height, double x_dpi, double y_dpi) {
  if (width == 0 || height == 0 || width > kLargestSide || height > kLargestSide) return std::nullopt;
  PictureSize size;
  size.pixel_width = static_cast<int>(width);
  size.pixel_height = static_cast<int>(height);
  size.width = static_cast<int>(std::lround(width * 96.0 / x_dpi));
  size.height = static_cast<int>(std::lround(height * 96.0 / y_dpi));
  return size;
}

// Chunks of a PNG: length, type, data, checksum. IHDR comes first, pHYs before IDAT.
std::optional<PictureSize> png_size(Bytes bytes) {
  if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  double x_dpi = 96, y_dpi = 96;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t length = big_endian(bytes, at, 4);
    const Bytes type = bytes.substr(at + 4, 4);
    if (type == "IDAT" || length > bytes.size() - at - 12) break;
    if (type == "pHYs" && length == 9 && bytes[at + 16] == 1) {
      const std::uint32_t x = big_endian(bytes, at + 8, 4), y = big_endian(bytes, at + 12, 4);
      if (x > 0 && y > 0) x_dpi = x * 0.0254, y_dpi = y * 0.0254;
    }
    at += 12 + length;
  }
  return sized(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4), x_dpi, y_dpi);
}

bool is_frame_header(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Segments of a JPEG: FF, marker, length with its own two bytes, data.
std::optional<PictureSize> jpeg_size(Bytes bytes) {
  double x_dpi = 96, y_dpi = 96;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (big_endian(bytes, at, 1) != 0xFF) return std::nullopt;
    const unsigned marker = big_endian(bytes, at + 1, 1);
    const std::size_t length = big_endian(bytes, at + 2, 2);
    if (length < 2 || length > bytes.size() - at - 2) return std::nullopt;
    if (is_frame_header(marker) && length >= 8) {
      return sized(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2), x_dpi, y_dpi);
    }
    if (marker == 0xE0 && length >= 14 && bytes.substr(at + 4, 4) == "JFIF") {
      const std::uint32_t unit = big_endian(bytes, at + 11, 1), x = big_endian(bytes, at + 12, 2),
                          y = big_endian(bytes, at + 14, 2);
      if (unit == 1 && x > 0 && y > 0) x_dpi = x, y_dpi = y;
      if (unit == 2 && x > 0 && y > 0) x_dpi = x * 2.54, y_dpi = y * 2.54;
    }
    at += 2 + length;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PictureSize> picture_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return png_size(bytes);
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  return std::nullopt;
}

}  // namespace phaen::workbook
