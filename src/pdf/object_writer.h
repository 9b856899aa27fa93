// SPDX-License-Identifier: GPL-3.0-or-later
// PDF syntax: numbered objects in, a PDF 1.7 file with object streams and a cross-reference stream out. Structure
// elements are many and small; they pass through here as text, so a document's structure never stands in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/deflate.h"
#include "base/length.h"

namespace phaen::pdf {

using ObjectId = std::uint32_t;

enum class Filter : std::uint8_t {
  Keep,     ///< the bytes are written as given; the entries name their filter, if any
  Deflate,  ///< the bytes are compressed and /Filter is added
};

class ObjectWriter {
 public:
  /// Room for `expected` bytes is set aside, so that a long file is not copied while it grows; not used, it costs
  /// nothing.
  explicit ObjectWriter(std::size_t expected = 0);

  /// The first of `count` consecutive new numbers. Each must be added exactly once.
  ObjectId reserve(std::size_t count = 1);
  /// Any object but a stream.
  void add(ObjectId id, std::string_view body);
  ObjectId add(std::string_view body);
  /// `entries`: the dictionary without `<<`, `>>` and /Length.
  void add_stream(ObjectId id, std::string_view entries, std::string_view bytes, Filter filter);
  ObjectId add_stream(std::string_view entries, std::string_view bytes, Filter filter);
  /// The whole file. Its /ID is made from its contents. The writer is empty afterwards.
  std::string finish(ObjectId catalog, ObjectId info);

 private:
  struct Place {
    std::uint32_t container = 0;  ///< number of the object stream, 0: stands by itself
    std::uint32_t at = 0;         ///< offset in the file, or index in the object stream
  };
  void write_stream(ObjectId id, std::string_view entries, std::string_view bytes, Filter filter);
  void flush_objects();
  std::string cross_references(ObjectId own);

  std::string out_;
  std::vector<Place> places_;  ///< by number; [0] is the head of the free list
  base::Deflater deflater_;
  ObjectId container_ = 0;  ///< number of the object stream being filled
  std::uint32_t contained_ = 0;
  std::string index_, bodies_;
};

/// `12 0 R`.
std::string reference(ObjectId id);
/// A text string: UTF-16 with byte order mark, in hexadecimal.
std::string text_string(std::string_view utf8);
/// A name with every byte outside the plain ones escaped: `/text#2Fcsv`.
std::string name_object(std::string_view name);
/// A byte string in parentheses; ASCII.
std::string literal_string(std::string_view ascii);
/// Points with four decimals at most.
std::string number(base::Length length);

}  // namespace phaen::pdf
