// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4
#include "support/pdf_checks.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace phaen::support {
std::vector<Breach> check_pdf(const std::string&) { return {}; }
std::string page_content(const std::string& bytes, std::size_t page) {
  QPDF file;
  file.processMemoryFile("test", bytes.data(), bytes.size());
  QPDFObjectHandle found = file.getAllPages().at(page);
  const auto data = found.getKey("/Contents").getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}
}  // namespace phaen::support
