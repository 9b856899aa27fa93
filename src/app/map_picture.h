// SPDX-License-Identifier: GPL-3.0-or-later
// Maps as pictures for worksheets.
#pragma once

#include <string>
#include <vector>

#include "doc/document.h"
#include "line/line.h"

namespace phaen::app {

/// The pages of a map as PNG, each `width` wide with the proportions of landscape paper; their alternative text is that
/// of the map's figures. None when the map cannot be drawn, which is reported.
std::vector<doc::Image> map_pictures(const doc::MapFigure& map, base::Length width, const std::string& family,
                                     text::FontBook& fonts, const line::Setter& setter);

}  // namespace phaen::app
