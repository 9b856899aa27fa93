// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace phaen::readback::diagnostics {

/// A place on a page: `page` from 1, points from the top-left corner.
struct Place {
  std::string file;
  std::size_t page = 0;
  double x = 0, y = 0;
};

/// R001: the text at a place is not the text that was set there.
base::Diagnostic text_differs(const Place& place, std::string_view expected, std::string_view found);
/// R002: the file has another number of pages.
base::Diagnostic page_count_differs(const std::string& file, std::size_t expected, std::size_t found);
/// R003: a page label differs. `page` from 1.
base::Diagnostic label_differs(const std::string& file, std::size_t page, std::string_view expected,
                               std::string_view found);
/// R004: the outline differs at an entry, counted from 1.
base::Diagnostic outline_differs(const std::string& file, std::size_t entry, std::string_view expected,
                                 std::string_view found);
/// R005: title or author differs.
base::Diagnostic information_differs(const std::string& file, const base::Bilingual& what, std::string_view expected,
                                     std::string_view found);
/// R006: an attachment is missing or has other bytes.
base::Diagnostic attachment_differs(const std::string& file, std::string_view name);
/// R007: not a readable PDF.
base::Diagnostic unreadable(const std::string& file);
/// R008: text where none was set.
base::Diagnostic unexpected_text(const Place& place, std::string_view found);
/// R001 or R008: how many more there are than the messages shown.
base::Diagnostic more_differences(const std::string& file, const char* code, std::size_t count);

}  // namespace phaen::readback::diagnostics
