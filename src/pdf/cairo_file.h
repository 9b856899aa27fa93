// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the PDF that cairo wrote and carries its fonts, pictures and resources over.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/deflate.h"
#include "pdf/object_writer.h"

class QPDF;
class QPDFObjectHandle;

namespace phaen::pdf {

class CairoFile {
 public:
  /// REQUIRES: `bytes` and the writer outlive it.
  CairoFile(const std::string& bytes, ObjectWriter& writer);
  ~CairoFile();
  CairoFile(const CairoFile&) = delete;
  CairoFile& operator=(const CairoFile&) = delete;

  std::size_t page_count() const;
  /// The content stream of a page, inflated. Valid until the next call.
  std::string_view content(std::size_t page);
  /// The page's resources, carried over; pages with equal resources share one object.
  ObjectId resources(std::size_t page);
  /// The transparency group of the page, as a dictionary; empty without one.
  std::string group(std::size_t page);
  /// Writes everything the resources refer to.
  void write_carried();

 private:
  QPDFObjectHandle page(std::size_t index) const;
  std::string carried(QPDFObjectHandle object);
  std::string carried_entries(QPDFObjectHandle dictionary);
  ObjectId carry(QPDFObjectHandle indirect);
  std::string font_widths(QPDFObjectHandle cid_font);

  std::unique_ptr<QPDF> file_;
  ObjectWriter& writer_;
  base::Inflater inflater_;
  std::map<int, ObjectId> numbers_;  ///< cairo's object numbers to ours
  std::map<int, ObjectId> pending_;  ///< carried, not yet written
  std::unordered_map<std::string, ObjectId> resources_;
};

/// The /W array of a CID font that holds this TrueType file, with three decimals; empty when its em is 1000 units,
/// where cairo's own is exact.
std::string exact_widths(std::string_view truetype);

}  // namespace phaen::pdf
