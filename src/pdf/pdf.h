// SPDX-License-Identifier: GPL-3.0-or-later
// Pages to PDF: PDF/A-3a with PDF/UA-1 structure, every character of the text exact in every reader. Cairo draws, a
// finishing pass adds structure, links, metadata and conformance. One page to PNG with the same drawing code.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/stage_watch.h"
#include "page/page.h"

namespace phaen::pdf {

/// What an attached file is to the document (PDF/A-3, AFRelationship).
enum class Relationship : std::uint8_t {
  Source,      ///< the document was made from it
  Data,        ///< it holds the figures the document shows
  Supplement,  ///< it adds to the document
};

/// A file carried inside the PDF.
struct Attachment {
  std::string name;         ///< with its extension; unique in the document
  std::string mime;         ///< `text/csv`
  std::string description;  ///< Thai, shown by viewers
  Relationship relationship = Relationship::Data;
  std::shared_ptr<const std::string> bytes;
  base::Date date;  ///< last changed
};
using Attachments = std::vector<Attachment>;

/// The finished file as bytes. Each page is freed as soon as it is drawn, so memory does not grow with pages beyond the
/// file itself and about 10 bytes for each change of structure element. The same input gives the same bytes.
/// REQUIRES: tags[0] is the Document, each other tag stands after its parent; every glyph comes from `fonts`.
/// `watch` hears of `finish`, the pass after drawing. Errors: P001-P009 of diagnostics.h, F010.
base::Result<std::string> make_pdf(page::Pages&& pages, const text::FontBook& fonts, const Attachments& attachments,
                                   base::StageWatch* watch = nullptr);

/// make_pdf, then written whole or not at all. Errors: also B002.
base::Result<void> write_pdf(page::Pages&& pages, const text::FontBook& fonts, const Attachments& attachments,
                             const std::string& path);

/// One page as a PNG on white. REQUIRES: dots_per_inch > 0. Errors: P001-P004.
base::Result<std::string> render_png(const page::Page& page, const text::FontBook& fonts, int dots_per_inch);

}  // namespace phaen::pdf
