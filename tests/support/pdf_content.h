// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace phaen::support {

/// What the content stream of one page holds.
struct ContentScan {
  std::vector<int> content_ids;     ///< MCIDs in order
  std::vector<std::string> faults;  ///< painting outside marked content, wrong nesting, .notdef drawn
  bool uses_cmyk = false;
};

ContentScan scan_content(QPDFObjectHandle page);

}  // namespace phaen::support
