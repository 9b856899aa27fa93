// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "support/pdf_checks.h"

namespace phaen::support {

/// What one font dictionary breaks: embedding, CIDToGIDMap, ToUnicode and what it maps to, widths against the program
/// (ISO 19005-3, 6.2.11; ISO 14289-1, 7.21).
std::vector<Breach> check_font(QPDFObjectHandle font);

}  // namespace phaen::support
