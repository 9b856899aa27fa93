// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/image_size.h"

#include <doctest/doctest.h>

#include <string>

namespace phaen::layout {
namespace {

using namespace std::string_literals;

TEST_CASE("the size of a PNG is read from its header") {
  const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\1\x02\0\0\0\x20"s;
  CHECK(image_size(png) == PixelSize{258, 32});
  CHECK_FALSE(image_size(png.substr(0, 20)));
}

TEST_CASE("the size of a JPEG is read from its frame, past other segments") {
  const std::string jpeg = "\xFF\xD8\xFF\xE0\0\4ab\xFF\xFF\xC2\0\x11\x08\0\x20\1\x02\3"s;
  CHECK(image_size(jpeg) == PixelSize{258, 32});
  CHECK_FALSE(image_size(jpeg.substr(0, 12)));
}

TEST_CASE("other bytes, empty images and truncated files have no size") {
  CHECK_FALSE(image_size(""));
  CHECK_FALSE(image_size("GIF89a"));
  CHECK_FALSE(image_size("\xFF\xD8\xFF\xDB\0\2"s));
  CHECK_FALSE(image_size("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\0\x20"s));
}

}  // namespace
}  // namespace phaen::layout
