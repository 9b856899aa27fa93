// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/file.h"
#include "text/fonts.h"

/// The fonts the project ships, in the order regular, bold, italic, bold italic, symbols.
inline phaen::text::FontBook shipped_fonts() {
  std::vector<phaen::text::FontFile> files;
  for (const char* name : {"sarabun/Sarabun-Regular", "sarabun/Sarabun-Bold", "sarabun/Sarabun-Italic",
                           "sarabun/Sarabun-BoldItalic", "noto-sans-symbols-2/NotoSansSymbols2-Regular"}) {
    const std::string path = std::string("fonts/") + name + ".ttf";
    files.push_back({path, std::make_shared<const std::string>(phaen::base::read_file(path).value())});
  }
  phaen::text::FontBook fonts;
  phaen::base::Diagnostics diagnostics;
  fonts.add(files, diagnostics);
  if (!diagnostics.empty())
    throw std::runtime_error(to_text(diagnostics.all().front(), phaen::base::Language::English));
  return fonts;
}
