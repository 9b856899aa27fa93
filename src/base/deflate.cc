// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deflate.h"

#include <libdeflate.h>

#include <new>
#include <stdexcept>

namespace phaen::base {

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

Deflater::Deflater(int level, Form form) : compressor_(libdeflate_alloc_compressor(level)), form_(form) {
  if (!compressor_) throw std::bad_alloc();
}

std::string_view Deflater::compress(std::string_view bytes) {
  const bool zlib = form_ == Form::Zlib;
  const std::size_t bound = zlib ? libdeflate_zlib_compress_bound(compressor_.get(), bytes.size())
                                 : libdeflate_deflate_compress_bound(compressor_.get(), bytes.size());
  if (capacity_ < bound) {
    buffer_.reset();
    buffer_ = std::make_unique_for_overwrite<char[]>(bound);
    capacity_ = bound;
  }
  const auto compress = zlib ? libdeflate_zlib_compress : libdeflate_deflate_compress;
  const std::size_t size = compress(compressor_.get(), bytes.data(), bytes.size(), buffer_.get(), capacity_);
  if (size == 0) throw std::logic_error("libdeflate needs more than its own bound");
  return {buffer_.get(), size};
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

std::uint32_t crc32(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

}  // namespace phaen::base
