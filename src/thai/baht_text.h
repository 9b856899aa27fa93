// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/decimal.h"

namespace phaen::thai {

/// When a one in the units place is read เอ็ด.
enum class EdRule {
  /// The Royal Institute: in the units place of the number and of every million block, after any higher digit
  /// (101 หนึ่งร้อยเอ็ด, 1,000,001 หนึ่งล้านเอ็ด, 5,001,000,000 ห้าพันเอ็ดล้าน).
  RoyalInstitute,
  /// The worksheet function BAHTTEXT: only after สิบ in the tens place (101 หนึ่งร้อยหนึ่ง).
  Spreadsheet,
};

/// A whole number in words: 21 is ยี่สิบเอ็ด, 0 is ศูนย์, negative numbers begin with ลบ.
std::string number_in_words(std::int64_t number, EdRule rule = EdRule::RoyalInstitute);

/// Money as contracts and letters read it: 10.25 is สิบบาทยี่สิบห้าสตางค์, 11 is สิบเอ็ดบาทถ้วน, 0.01 is หนึ่งสตางค์, 0 is
/// ศูนย์บาทถ้วน. No brackets: a document writes the figure first and the words in brackets of its own.
std::string baht_in_words(base::Money money, EdRule rule = EdRule::RoyalInstitute);

}  // namespace phaen::thai
