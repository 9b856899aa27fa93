// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;
struct libdeflate_decompressor;

namespace phaen::base {

/// Compressed streams of one level. Views stay valid until the next call.
class Deflater {
 public:
  enum class Form : std::uint8_t {
    Zlib,  ///< with header and checksum (RFC 1950): streams of PDF
    Raw,   ///< RFC 1951: entries of ZIP archives
  };
  /// 1 (fast) to 12 (small).
  explicit Deflater(int level, Form form = Form::Zlib);
  std::string_view compress(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  Form form_;
  std::unique_ptr<char[]> buffer_;  ///< not initialised: what is not written takes no memory
  std::size_t capacity_ = 0;
};

class Inflater {
 public:
  Inflater();
  /// REQUIRES: a whole zlib stream; anything else is a logic_error, since only streams of our own making are read.
  std::string_view decompress(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const;
  };
  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
  std::string buffer_;
};

/// The CRC-32 of ZIP archives and PNG.
std::uint32_t crc32(std::string_view bytes);

}  // namespace phaen::base
