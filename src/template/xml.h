// SPDX-License-Identifier: GPL-3.0-or-later
// XML as a tree in which every name, attribute value and text knows its place. No vocabulary yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "template/place.h"

namespace phaen::templates {

struct ElementRow;    // vocabulary.h
struct AttributeRow;  // vocabulary.h

struct Attribute {
  std::string name;
  Place place;  ///< of the name
  PlacedText value;
  const AttributeRow* row = nullptr;  ///< set by the parser
};

/// An element, or a run of text when `name` is empty.
struct Element {
  std::string name;
  Place place;  ///< of `<`, or of the first character
  std::vector<Attribute> attributes;
  std::vector<Element> children;
  PlacedText text;
  const ElementRow* row = nullptr;  ///< set by the parser

  bool is_text() const { return name.empty(); }
  const Attribute* find(std::string_view attribute) const;
};

/// Elements inside elements a template may have: real ones have about ten, and recursion over the tree must be safe.
inline constexpr int kMaxDepth = 64;

/// What went wrong while reading one file, before it has a name and source lines.
struct XmlProblem {
  enum class Kind : std::uint8_t { Malformed, Doctype, TooDeep, NotUtf8 };
  Kind kind = Kind::Malformed;
  Place place;
  std::string reason;  ///< Malformed: Expat's words
};

struct XmlFile {
  std::optional<Element> root;  ///< nothing when there is a problem
  std::optional<XmlProblem> problem;
};

/// Reads one file. `file` becomes the file of every place. Total: any bytes give a tree or a problem.
XmlFile read_xml(std::string_view source, std::uint32_t file);

}  // namespace phaen::templates
