// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pdf/drawing.h"
#include "pdf/pdf.h"

namespace phaen::pdf {

/// Makes the final file from cairo's: drops the primers' page, turns marks into marked content, repairs the fonts, and
/// adds structure, navigation, metadata and attachments. `pages` has given away its pages already. Errors: P005, P007.
base::Result<std::string> finish(Drawing drawing, const page::Pages& pages, const Attachments& attachments);

}  // namespace phaen::pdf
