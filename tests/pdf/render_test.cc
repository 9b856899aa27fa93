// SPDX-License-Identifier: GPL-3.0-or-later
#include <cairo.h>
#include <doctest/doctest.h>

#include <cstring>
#include <memory>

#include "pdf/pdf.h"
#include "support/sample_pages.h"

using namespace phaen;
using support::SamplePages;

namespace {

// A decoded PNG; pixels as 0xRRGGBB.
class Image {
 public:
  explicit Image(std::string_view png) {
    const auto read = [](void* closure, unsigned char* target, unsigned length) {
      auto& rest = *static_cast<std::string_view*>(closure);
      if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
      std::memcpy(target, rest.data(), length);
      rest.remove_prefix(length);
      return CAIRO_STATUS_SUCCESS;
    };
    surface_ = cairo_image_surface_create_from_png_stream(read, &png);
  }
  ~Image() { cairo_surface_destroy(surface_); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  int width() const { return cairo_image_surface_get_width(surface_); }
  int height() const { return cairo_image_surface_get_height(surface_); }
  std::uint32_t at(int x, int y) const {
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, cairo_image_surface_get_data(surface_) + y * cairo_image_surface_get_stride(surface_) + 4 * x,
                4);
    return pixel & 0xFFFFFF;
  }

 private:
  cairo_surface_t* surface_;
};

constexpr base::Length points(double value) { return base::Length::pt(value); }

}  // namespace

TEST_CASE("a page becomes a picture at the resolution asked for, with fills, pictures and ink where they belong") {
  SamplePages sample;
  sample.new_page("1", {points(144), points(72)});
  sample.page().fills.push_back({{points(0), points(0), points(36), points(36)}, {255, 0, 0}});
  const auto jpeg = std::make_shared<const std::string>(support::small_jpeg(1));
  sample.page().pictures.push_back({{points(108), points(36), points(36), points(36)}, jpeg, page::kArtifact});
  sample.line(50, 60, "กกก", page::kArtifact, {.size = 30});
  const auto png = pdf::render_png(sample.page(), sample.fonts, 144);
  REQUIRE(png.has_value());
  const Image image(*png);
  CHECK(image.width() == 288);
  CHECK(image.height() == 144);
  CHECK(image.at(10, 10) == 0xFF0000);
  CHECK(image.at(286, 2) == 0xFFFFFF);
  CHECK(image.at(250, 110) == 0x5A5A5A);
  int ink = 0;
  for (int x = 100; x < 200; ++x)
    for (int y = 60; y < 130; ++y) ink += image.at(x, y) == 0 ? 1 : 0;
  CHECK(ink > 100);
}

TEST_CASE("dotted rules leave gaps") {
  SamplePages sample;
  sample.new_page("1", {points(100), points(20)});
  sample.page().rules.push_back({{points(10), points(10)}, {points(90), points(10)}, points(2), {}, points(8)});
  const std::string png = pdf::render_png(sample.page(), sample.fonts, 72).value();
  const Image image(png);
  int dark = 0, light = 0;
  for (int x = 12; x < 88; ++x) (image.at(x, 10) < 0x808080 ? dark : light) += 1;
  CHECK(dark > 10);
  CHECK(light > 40);
}
