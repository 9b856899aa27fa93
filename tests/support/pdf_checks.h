// SPDX-License-Identifier: GPL-3.0-or-later
// A checker of the machine-checkable rules of PDF/A-3a and PDF/UA-1 that finished files claim (docs name the rule
// numbers; veraPDF, which checks them all, is not at hand when tests run).
#pragma once

#include <string>
#include <vector>

namespace phaen::support {

/// One broken rule: its number in ISO 19005-3 or ISO 14289-1 and what is wrong.
struct Breach {
  std::string rule;
  std::string what;
};

/// All breaches of a PDF, in a fixed order. A file qpdf cannot read cleanly breaks `syntax`.
std::vector<Breach> check_pdf(const std::string& bytes);
/// `6.1.3-1: no file identifier`, one a line.
std::string to_text(const std::vector<Breach>& breaches);

/// The structure tree as text: one element a line, indented, with role, attributes and number of marked contents.
std::string structure_text(const std::string& bytes);
/// The content stream of a page, inflated; counts from 0.
std::string page_content(const std::string& bytes, std::size_t page);

}  // namespace phaen::support
