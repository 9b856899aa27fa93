// SPDX-License-Identifier: GPL-3.0-or-later
// The spelling of Thai text as it comes in: typed, pasted from a PDF, or written by an old program. What is surely a
// slip is mended and reported; what only looks like one is reported and kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::thai {

enum class SpellingRule : std::uint8_t {
  InvisibleCharacter,    ///< U+FEFF, U+0000 and other controls but tab and line ends, noncharacters: taken out
  PrivateUse,            ///< U+F700-F71A of old Thai fonts: the real character
  DoubledSaraE,          ///< เ เ for แ
  MarkOrder,             ///< a tone or ์ before the vowel above or below, a tone after ำ: put in order
  DoubledMark,           ///< the same mark twice on one consonant, า after ำ: one taken out
  DecomposedSaraAm,      ///< ํ and า, a tone between or before them: ำ
  RepeatedMark,          ///< the same mark three times or more: kept, a person must decide
  ReplacementCharacter,  ///< U+FFFD, something was lost earlier: kept. A byte that is no UTF-8 becomes one
};

struct SpellingRuleText {
  SpellingRule rule;
  std::string_view th, en;
};
/// One row for each rule, in the order of the enumeration.
std::span<const SpellingRuleText> spelling_rules();

/// One thing found in a text.
struct SpellingChange {
  std::size_t offset = 0;  ///< bytes into the text that was given
  std::string found;
  std::string written;  ///< equal to `found` when it was kept
  SpellingRule rule = SpellingRule::InvisibleCharacter;
  bool is_kept() const { return found == written; }
  bool operator==(const SpellingChange&) const = default;
};

struct Normalised {
  std::string text;
  std::vector<SpellingChange> changes;  ///< by offset
};

/// The text with its slips mended. Doing it twice changes nothing more. The order of ํ and a tone (ก่ํ, กํ่) has a meaning
/// and is kept unless า follows; ็ and ฺ are never moved.
Normalised normalise(std::string_view text);

/// H006 for what was mended, H007 for what was kept.
base::Diagnostic to_diagnostic(const SpellingChange& change, base::Position where);

}  // namespace phaen::thai
