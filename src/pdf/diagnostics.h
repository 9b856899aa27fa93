// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/diagnostic.h"

namespace phaen::pdf::diagnostics {

/// P001: a picture that is neither PNG nor JPEG, or damaged. `page` counts from 1.
base::Diagnostic unreadable_picture(std::size_t page, std::string_view reason);
/// P002: a JPEG in CMYK, which PDF/A-3 with an sRGB output intent forbids.
base::Diagnostic cmyk_picture(std::size_t page);
/// P003: a picture of the text that has no alternative text (PDF/UA-1, 7.3).
base::Diagnostic picture_without_alternative(std::size_t page);
/// P004: a page cairo cannot draw, with cairo's reason.
base::Diagnostic cannot_draw(std::size_t page, std::string_view reason);
/// P005: a link or outline entry to a label no page carries.
base::Diagnostic unknown_destination(std::string_view label);
/// P006: a label that two places carry.
base::Diagnostic duplicate_destination(std::string_view label, std::size_t page);
/// P007: two attachments of one name.
base::Diagnostic duplicate_attachment(std::string_view name);
/// P008: a document without pages.
base::Diagnostic no_pages();
/// P009: a document without a title, which PDF/UA-1 (7.1) demands.
base::Diagnostic no_title();

}  // namespace phaen::pdf::diagnostics
