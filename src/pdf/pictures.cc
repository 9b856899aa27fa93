// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4  // qpdf then hands out std::shared_ptr only
#include "pdf/pictures.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_DCT.hh>

#include "base/format.h"
#include "pdf/diagnostics.h"

namespace phaen::pdf {
namespace {

// Logos and seals in running heads; photographs come once.
constexpr std::size_t kKeptOpen = 4;

struct Reader {
  std::string_view rest;
};

cairo_status_t read_bytes(void* closure, unsigned char* target, unsigned length) {
  std::string_view& rest = static_cast<Reader*>(closure)->rest;
  if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(target, rest.data(), length);
  rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

// cairo puts a picture into the file once for each id; the id is the content's own.
void set_identity(cairo_surface_t* surface, std::string_view bytes) {
  auto id = std::make_unique<std::string>(base::format("{:x}-{}", std::hash<std::string_view>{}(bytes), bytes.size()));
  const auto* start = reinterpret_cast<const unsigned char*>(id->data());
  const auto free_id = [](void* owned) { delete static_cast<std::string*>(owned); };
  const cairo_status_t status =
      cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID, start, id->size(), free_id, id.get());
  if (status == CAIRO_STATUS_SUCCESS) (void)id.release();
}

// cairo passes the JPEG on untouched; the surface only lends its size. 16 bits a pixel is the smallest opaque format.
Surface carried_jpeg(const std::shared_ptr<const std::string>& bytes, const JpegSize& size) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB16_565, size.width, size.height));
  auto owner = std::make_unique<std::shared_ptr<const std::string>>(bytes);
  const auto release = [](void* owned) { delete static_cast<std::shared_ptr<const std::string>*>(owned); };
  const cairo_status_t status = cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG,
                                                            reinterpret_cast<const unsigned char*>(bytes->data()),
                                                            bytes->size(), release, owner.get());
  if (status == CAIRO_STATUS_SUCCESS) (void)owner.release();
  return surface;
}

// qpdf carries a JPEG decoder; its rows are packed grey or RGB bytes.
Surface decoded_jpeg(const std::string& bytes, const JpegSize& size) {
  Pl_Buffer pixels("pixels");
  Pl_DCT decoder("jpeg", &pixels);
  decoder.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  decoder.finish();
  const std::shared_ptr<Buffer> decoded = pixels.getBufferSharedPointer();
  const std::string_view rows(reinterpret_cast<const char*>(decoded->getBuffer()), decoded->getSize());
  const auto width = static_cast<std::size_t>(size.width), channels = static_cast<std::size_t>(size.components);
  if (rows.size() < width * channels * static_cast<std::size_t>(size.height)) return nullptr;
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return surface;
  unsigned char* target = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  for (std::size_t y = 0; y < static_cast<std::size_t>(size.height); ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      const char* source = &rows[(y * width + x) * channels];
      const auto channel = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(source[channels == 1 ? 0 : i]));
      };
      const std::uint32_t pixel = channel(0) << 16 | channel(1) << 8 | channel(2);
      std::memcpy(target + y * stride + 4 * x, &pixel, 4);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

std::optional<JpegSize> jpeg_size(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(bytes[i])); };
  if (bytes.substr(0, 2) != "\xFF\xD8") return std::nullopt;
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (byte(at) != 0xFF) return std::nullopt;
    const int marker = byte(at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    // Frame headers are C0-CF but for the Huffman tables C4, the extension C8 and the arithmetic tables CC.
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
      return JpegSize{byte(at + 7) * 256 + byte(at + 8), byte(at + 5) * 256 + byte(at + 6), byte(at + 9)};
    at += 2 + static_cast<std::size_t>(byte(at + 2) * 256 + byte(at + 3));
  }
  return std::nullopt;
}

base::Result<cairo_surface_t*> Pictures::open(const std::shared_ptr<const std::string>& bytes, std::size_t page) {
  const auto known = std::find_if(recent_.begin(), recent_.end(), [&](const Opened& o) { return o.bytes == bytes; });
  if (known != recent_.end()) return known->surface.get();
  Surface surface;
  if (const std::optional<JpegSize> size = jpeg_size(*bytes)) {
    if (size->components == 4) return base::Failure(diagnostics::cmyk_picture(page));
    if (size->components != 1 && size->components != 3)
      return base::Failure(diagnostics::unreadable_picture(page, base::format("{} channels", size->components)));
    try {
      surface = use_ == Use::Document ? carried_jpeg(bytes, *size) : decoded_jpeg(*bytes, *size);
    } catch (const std::exception& error) {
      return base::Failure(diagnostics::unreadable_picture(page, error.what()));
    }
  } else {
    Reader reader{*bytes};
    surface.reset(cairo_image_surface_create_from_png_stream(read_bytes, &reader));
  }
  const cairo_status_t status = surface ? cairo_surface_status(surface.get()) : CAIRO_STATUS_READ_ERROR;
  if (status != CAIRO_STATUS_SUCCESS)
    return base::Failure(diagnostics::unreadable_picture(page, cairo_status_to_string(status)));
  set_identity(surface.get(), *bytes);
  if (recent_.size() == kKeptOpen) recent_.erase(recent_.begin());
  recent_.push_back({bytes, std::move(surface)});
  return recent_.back().surface.get();
}

}  // namespace phaen::pdf
