// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/thai_character.h"

#include <array>

#include "base/utf8.h"

namespace phaen::thai {
namespace {

using enum CharacterClass;

constexpr char32_t kBlockStart = U'\u0E00';
constexpr char32_t kBlockEnd = U'\u0E5C';  // one past the last assigned character

struct Span {
  char32_t first, last;
  CharacterClass of;
};

constexpr Span kSpans[] = {
    {U'\u0E01', U'\u0E2E', Consonant},      {U'\u0E2F', U'\u0E2F', Sign},
    {U'\u0E30', U'\u0E30', FollowingVowel}, {U'\u0E31', U'\u0E31', AboveVowel},
    {U'\u0E32', U'\u0E33', FollowingVowel}, {U'\u0E34', U'\u0E37', AboveVowel},
    {U'\u0E38', U'\u0E39', BelowVowel},     {U'\u0E3A', U'\u0E3A', BelowMark},
    {U'\u0E3F', U'\u0E3F', Sign},           {U'\u0E40', U'\u0E44', LeadingVowel},
    {U'\u0E45', U'\u0E45', FollowingVowel}, {U'\u0E46', U'\u0E46', Sign},
    {U'\u0E47', U'\u0E47', AboveMark},      {U'\u0E48', U'\u0E4B', Tone},
    {U'\u0E4C', U'\u0E4E', AboveMark},      {U'\u0E4F', U'\u0E4F', Sign},
    {U'\u0E50', U'\u0E59', Digit},          {U'\u0E5A', U'\u0E5B', Sign},
};

constexpr auto kClasses = [] {
  std::array<CharacterClass, kBlockEnd - kBlockStart> classes{};
  for (const Span& span : kSpans)
    for (char32_t c = span.first; c <= span.last; ++c) classes[c - kBlockStart] = span.of;
  return classes;
}();

bool in(char32_t character, char32_t first, char32_t last) { return character >= first && character <= last; }

// Nothing attaches to a control or a line separator.
bool can_carry_marks(char32_t character) {
  return character >= 0x20 && !in(character, 0x7F, 0x9F) && !in(character, 0x2028, 0x2029);
}

}  // namespace

CharacterClass character_class(char32_t character) {
  return in(character, kBlockStart, kBlockEnd - 1) ? kClasses[character - kBlockStart] : Other;
}

bool is_thai(char32_t character) { return character_class(character) != Other; }
bool is_consonant(char32_t character) { return character_class(character) == Consonant; }
bool is_leading_vowel(char32_t character) { return character_class(character) == LeadingVowel; }
bool is_following_vowel(char32_t character) { return character_class(character) == FollowingVowel; }
bool is_above_vowel(char32_t character) { return character_class(character) == AboveVowel; }
bool is_below_vowel(char32_t character) { return character_class(character) == BelowVowel; }
bool is_tone(char32_t character) { return character_class(character) == Tone; }
bool is_thai_digit(char32_t character) { return character_class(character) == Digit; }

bool is_mark(char32_t character) {
  switch (character_class(character)) {
    case AboveVowel:
    case BelowVowel:
    case Tone:
    case AboveMark:
    case BelowMark: return true;
    case Other:
    case Consonant:
    case LeadingVowel:
    case FollowingVowel:
    case Digit:
    case Sign: return false;
  }
  return false;
}

bool extends_cluster(char32_t character) {
  return is_mark(character) || in(character, 0x0300, 0x036F) || in(character, 0x1AB0, 0x1AFF) ||
         in(character, 0x1DC0, 0x1DFF) || in(character, 0x20D0, 0x20FF) || in(character, 0xFE00, 0xFE0F) ||
         in(character, 0xFE20, 0xFE2F) || in(character, 0x200C, 0x200D);
}

std::size_t next_cluster(std::string_view text, std::size_t offset) {
  using base::utf8::decode;
  const auto first = decode(text, offset);
  std::size_t end = offset + first.length;
  if (first.character == U'\r' && end < text.size() && text[end] == '\n') return end + 1;
  if (!can_carry_marks(first.character)) return end;
  while (end < text.size()) {
    const auto next = decode(text, end);
    if (!extends_cluster(next.character) && next.character != kSaraAm) break;
    end += next.length;
  }
  return end;
}

std::vector<std::size_t> cluster_boundaries(std::string_view text) {
  std::vector<std::size_t> boundaries{0};
  while (boundaries.back() < text.size()) boundaries.push_back(next_cluster(text, boundaries.back()));
  return boundaries;
}

std::size_t count_clusters(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size(); at = next_cluster(text, at)) ++n;
  return n;
}

}  // namespace phaen::thai
