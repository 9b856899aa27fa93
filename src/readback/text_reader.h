// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "readback/page_text.h"

namespace phaen::readback {

/// The characters of a PDF's pages as Poppler finds them. It stands on Poppler's core, not on poppler-cpp, which copies
/// the whole cross-reference table and reads every font's objects anew for each page. One reader for one thread;
/// several may read the same bytes at once.
class TextReader {
 public:
  /// REQUIRES: `bytes` outlive it and are less than 2 GiB.
  explicit TextReader(std::string_view bytes);
  ~TextReader();
  TextReader(const TextReader&) = delete;
  TextReader& operator=(const TextReader&) = delete;

  /// Whether Poppler can read the file at all.
  bool is_readable() const;
  /// In Poppler's order. REQUIRES: the page is there; `page` counts from 0.
  std::vector<FoundCharacter> characters(std::size_t page);

 private:
  struct Poppler;
  std::unique_ptr<Poppler> poppler_;
};

}  // namespace phaen::readback
