// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "pdf/drawing.h"

namespace phaen::pdf {

/// Draws every page with cairo and frees it. Errors: P001-P004, P006, F010.
base::Result<Drawing> draw(page::Pages& pages, const text::FontBook& fonts);

}  // namespace phaen::pdf
