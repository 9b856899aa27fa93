// SPDX-License-Identifier: GPL-3.0-or-later
// Page numbers of labels and the entries of contents: what is known only when pages exist.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "doc/document.h"
#include "layout/galley.h"

namespace phaen::layout {

/// One entry of contents.
struct Listed {
  Mark::Kind kind = Mark::Kind::Heading;
  int level = 1;
  std::string text;
  std::string label;
  std::string folio;
  bool operator==(const Listed&) const = default;
};

struct References {
  std::vector<Listed> listed;                              ///< in document order
  std::map<std::string, std::string, std::less<>> folios;  ///< by label
  std::map<std::string, int, std::less<>> map_pages;       ///< of the first page of each map, by its MapStart
  bool operator==(const References&) const = default;
};

/// Whether a section prints page numbers of other pages, or asks which labels there are: contents, `ดูหน้า n`, maps.
bool needs_references(const doc::Section& section);
/// Everything of `references` that the section prints, as one text: two equal texts set the same galley.
std::string used_references(const doc::Section& section, const References& references);
/// The labels of all PageRefs of a section, in order.
std::vector<std::string> referred_labels(const doc::Section& section);

}  // namespace phaen::layout
