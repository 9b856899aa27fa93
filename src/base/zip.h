// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/deflate.h"

namespace phaen::base {

/// A ZIP archive in the form every file manager opens. The same entries give the same bytes: no clock, all entries
/// dated 1 January 1980, the first day the format knows.
class ZipWriter {
 public:
  /// What goes in, compressed when that makes it smaller. Entries can be made on several threads and added after.
  struct Entry {
    std::string data;
    bool deflated = false;
    std::uint32_t crc = 0;
    std::size_t size = 0;  ///< uncompressed
  };
  static Entry make_entry(std::string_view bytes);

  /// `name`: UTF-8, folders parted by `/`; each only once. Throws length_error beyond 65,535 entries or 4 GiB.
  void add(std::string_view name, const Entry& entry);
  void add(std::string_view name, std::string_view bytes) { add(name, make_entry(bytes)); }
  /// The whole archive. The writer is empty afterwards.
  std::string finish();

 private:
  std::string out_;
  std::string directory_;
  std::uint32_t entries_ = 0;
};

/// The entries of an archive that lies in memory. Errors are reasons, in English.
class ZipReader {
 public:
  /// `bytes` must outlive the reader.
  static tl::expected<ZipReader, std::string> open(std::string_view bytes);
  ~ZipReader();
  ZipReader(ZipReader&&) noexcept;

  /// In the order of the archive's directory.
  const std::vector<std::string>& names() const { return names_; }
  /// The entry, uncompressed; its memory is used again by the next read.
  tl::expected<std::string_view, std::string> read(const std::string& name);

 private:
  struct Archive;
  explicit ZipReader(std::unique_ptr<Archive> archive);
  std::unique_ptr<Archive> archive_;
  std::vector<std::string> names_;
  std::vector<unsigned char> entry_;
};

}  // namespace phaen::base
