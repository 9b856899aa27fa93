// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a finished PDF with another library than the one that wrote it and compares it, line by line at its place,
// with the pages it was made from.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "page/page.h"

namespace phaen::readback {

/// Text that must stand at a place: one line, or the part of it on one baseline (a raised note mark is its own part).
struct ExpectedText {
  std::int32_t x = 0, baseline = 0, width = 0;  ///< 1/1024 pt from the page's top-left corner
  std::uint32_t begin = 0, end = 0;             ///< bytes of ExpectedPage::text
};

struct ExpectedPage {
  std::string folio;
  std::string text;  ///< of all lines, one after the other
  std::vector<ExpectedText> lines;
};

struct ExpectedFile {
  std::string name;
  std::shared_ptr<const std::string> bytes;
};

/// What a document must hold, about as large as its text: made before the pages are drawn and freed.
struct Expectation {
  std::string title, author;
  std::vector<std::string> outline;  ///< titles in order
  std::vector<ExpectedPage> pages;
  std::vector<ExpectedFile> attachments;
};

Expectation expect(const page::Pages& pages, const text::FontBook& fonts);

/// How much was compared and found equal.
struct Compared {
  std::size_t pages = 0, lines = 0, characters = 0;
};

/// Compares the text of every page by its positions: spaces where Poppler says so or where the characters stand apart;
/// a run of white space counts as one space. Also page labels, outline titles, title, author and attachments.
/// `path` names the file in messages; `threads` (at least 1) share the pages, whatever their number the result is one.
/// Adds errors R001-R008; of R001 and R008 at most 50 each, then their number.
Compared compare_pdf(const std::string& bytes, const Expectation& expectation, const std::string& path,
                     base::Diagnostics& diagnostics, int threads = 1);

}  // namespace phaen::readback
