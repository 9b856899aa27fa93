// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "page/page.h"

namespace phaen::pdf {

/// What Info and XMP both name as the maker.
inline constexpr const char* kCreator = "phaen";
inline constexpr const char* kProducer = "phaen, drawn with cairo";

/// The XMP packet: title, author, subject, dates (midnight in Thailand), PDF/A-3a, PDF/UA-1 with its extension schema.
std::string xmp_packet(const page::FileInfo& info);
/// `D:20220930000000+07'00'`.
std::string pdf_date(const base::Date& date);

}  // namespace phaen::pdf
