// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;
struct libdeflate_decompressor;

namespace phaen::pdf {

/// zlib streams of one level. Views stay valid until the next call.
class Deflater {
 public:
  /// 1 (fast) to 12 (small).
  explicit Deflater(int level);
  std::string_view compress(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string buffer_;
};

class Inflater {
 public:
  Inflater();
  /// REQUIRES: a whole zlib stream; anything else is a logic_error, since only cairo's own output is read.
  std::string_view decompress(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const;
  };
  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
  std::string buffer_;
};

}  // namespace phaen::pdf
