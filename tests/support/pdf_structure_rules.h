// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "support/pdf_checks.h"

namespace phaen::support {

/// What the structure tree below the Document breaks: roles that are none, elements inside the wrong parent, the grid
/// of tables, the order of heading levels (ISO 14289-1, 7.1, 7.2, 7.4.2, numbered as veraPDF does).
std::vector<Breach> check_nesting(QPDFObjectHandle document);

}  // namespace phaen::support
