// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace phaen::thai {

/// The one switch of a document: which digits its figures are printed in.
enum class Digits { Thai, Arabic };

/// Every digit 0-9 becomes ๐-๙, and the other way round. Nothing else changes.
std::string to_thai_digits(std::string_view text);
std::string to_arabic_digits(std::string_view text);

/// The text with its figures in the digits of the document. Left alone both ways: URLs, e-mail addresses, file names
/// and paths. Left in Arabic digits: a word with a Latin letter in it (`I3-K1`, `CO2`), a number between two Latin
/// words
/// (`Vision 2030 plan`), a telephone number after a Latin word (`Tel. 0 5315 0100`).
/// Doing it twice changes nothing more; to Thai and back gives a text without Thai digits unchanged.
std::string localise_digits(std::string_view text, Digits digits);

/// A number written half in Thai and half in Arabic digits (`๒๕๖5`). Digits joined by `. , / - :` or an en dash are one
/// number (`๒๕๖๑-๒๕๖5`).
struct MixedDigits {
  std::size_t offset = 0;  ///< bytes
  std::size_t length = 0;  ///< bytes
  std::string number;
  bool operator==(const MixedDigits&) const = default;
};
std::vector<MixedDigits> find_mixed_digits(std::string_view text);

}  // namespace phaen::thai
