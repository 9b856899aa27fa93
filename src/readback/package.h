// SPDX-License-Identifier: GPL-3.0-or-later
// An Office package (a ZIP archive of XML parts) and its XML, both read with liborcus: another library than the one
// that writes them.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/zip.h"

namespace phaen::readback {

/// The attributes of one element; names with their prefix as written (`r:id`), entities resolved.
class Attributes {
 public:
  void clear() { count_ = 0; }
  /// Whether it is the first of this name.
  bool add(std::string_view prefix, std::string_view name, std::string_view value);
  /// Nothing when the element has none of this name. The view lasts as long as the call that brought the attributes.
  std::optional<std::string_view> find(std::string_view name) const;

 private:
  struct Attribute {
    std::string name, value;
  };
  std::deque<Attribute> all_;  ///< kept from element to element for its memory
  std::size_t count_ = 0;
};

/// What is told of an XML part, in document order. Element names come without prefix.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view element, const Attributes& attributes);
  virtual void end(std::string_view element);
  /// Character data, possibly in several pieces; entities resolved.
  virtual void characters(std::string_view text);
};

/// Why a part is not well-formed XML. `offset` in bytes.
struct XmlFault {
  std::size_t offset = 0;
  std::string reason;  ///< English
};

/// Tells the whole part to `handler`. Beyond what the parser itself refuses: bytes that are not UTF-8, characters that
/// XML forbids, end tags of another name, attributes given twice, anything but one root element.
std::optional<XmlFault> parse_xml(std::string_view part, XmlHandler& handler);

class Package {
 public:
  /// `bytes` must outlive the package. The error is the reason, in English.
  static tl::expected<Package, std::string> open(std::string_view bytes);

  /// In alphabetical order.
  const std::vector<std::string>& names() const { return names_; }
  bool has(std::string_view name) const;
  /// The part, uncompressed; its memory is used again by the next read. The error is the reason, in English.
  tl::expected<std::string_view, std::string> read(const std::string& name) { return archive_.read(name); }

 private:
  explicit Package(base::ZipReader archive) : archive_(std::move(archive)) {}
  base::ZipReader archive_;
  std::vector<std::string> names_;
};

}  // namespace phaen::readback
