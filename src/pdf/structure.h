// SPDX-License-Identifier: GPL-3.0-or-later
// The structure tree of the finished file, from the tags of Pages and what each mark of the drawing stands for.
#pragma once

#include <vector>

#include "page/page.h"
#include "pdf/drawing.h"
#include "pdf/object_writer.h"

namespace phaen::pdf {

/// The numbers of objects that refer to each other.
struct Numbering {
  ObjectId first_page = 0;        ///< one number a page, consecutive
  ObjectId first_annotation = 0;  ///< one a link area, in page order
};

/// Writes the elements and the parent tree. The parent tree's keys are page indices, then annotations in order.
/// Returns the StructTreeRoot. REQUIRES: as make_pdf of the tags.
ObjectId write_structure(const std::vector<page::Tag>& tags, const std::vector<PageRecord>& pages,
                         const Numbering& numbering, ObjectWriter& writer);

}  // namespace phaen::pdf
