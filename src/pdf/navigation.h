// SPDX-License-Identifier: GPL-3.0-or-later
// Links, outline and page labels of the finished file.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "page/page.h"
#include "pdf/drawing.h"
#include "pdf/object_writer.h"
#include "pdf/structure.h"

namespace phaen::pdf {

/// Every internal link and outline entry must lead to a place. Errors: P005.
base::Result<void> check_destinations(const Drawing& drawing, const page::Links& links,
                                      const std::vector<page::OutlineEntry>& outline);

/// The annotations of all pages, numbered from numbering.first_annotation. REQUIRES: check_destinations passed.
void write_annotations(const Drawing& drawing, const page::Links& links, const Numbering& numbering,
                       ObjectWriter& writer);
/// Entry of the catalog, `/Outlines 5 0 R/PageMode/UseOutlines`; empty when there is none.
std::string write_outline(const Drawing& drawing, const std::vector<page::OutlineEntry>& outline,
                          const Numbering& numbering, ObjectWriter& writer);
/// The page label tree: runs of Arabic numbers as ranges, all other folios (ก, ๑๒) as they are.
std::string page_labels(const std::vector<PageRecord>& pages);

}  // namespace phaen::pdf
