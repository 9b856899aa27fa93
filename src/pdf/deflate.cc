// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/deflate.h"

#include <libdeflate.h>

#include <stdexcept>

namespace phaen::pdf {

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

std::string_view Deflater::compress(std::string_view bytes) {
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor_.get(), bytes.size());
  if (buffer_.size() < bound) buffer_.resize(bound);
  const std::size_t size =
      libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), buffer_.data(), buffer_.size());
  if (size == 0) throw std::logic_error("libdeflate needs more than its own bound");
  return std::string_view(buffer_).substr(0, size);
}

void Inflater::Free::operator()(libdeflate_decompressor* decompressor) const {
  libdeflate_free_decompressor(decompressor);
}

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()), buffer_(1 << 16, '\0') {
  if (!decompressor_) throw std::bad_alloc();
}

std::string_view Inflater::decompress(std::string_view bytes) {
  for (;;) {
    std::size_t size = 0;
    const libdeflate_result result = libdeflate_zlib_decompress(decompressor_.get(), bytes.data(), bytes.size(),
                                                                buffer_.data(), buffer_.size(), &size);
    if (result == LIBDEFLATE_SUCCESS) return std::string_view(buffer_).substr(0, size);
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) throw std::logic_error("a damaged stream in cairo's output");
    buffer_.resize(buffer_.size() * 2);
  }
}

}  // namespace phaen::pdf
