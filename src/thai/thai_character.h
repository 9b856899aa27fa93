// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace phaen::thai {

/// What a character of the Thai block does in a written syllable.
enum class CharacterClass : std::uint8_t {
  Other,           ///< not Thai
  Consonant,       ///< ก-ฮ, and ฤ ฦ, which carry marks as consonants do
  LeadingVowel,    ///< เ แ โ ใ ไ: written, stored and read before its consonant
  FollowingVowel,  ///< ะ า ำ ๅ
  AboveVowel,      ///< ั ิ ี ึ ื
  BelowVowel,      ///< ุ ู
  Tone,            ///< ่ ้ ๊ ๋
  AboveMark,       ///< ็ ์ ํ ๎
  BelowMark,       ///< ฺ (phinthu)
  Digit,           ///< ๐-๙
  Sign,            ///< ฯ ๆ ฿ ๏ ๚ ๛
};

inline constexpr char32_t kMaiHanAkat = U'\u0E31';
inline constexpr char32_t kSaraAa = U'\u0E32';
inline constexpr char32_t kSaraAm = U'\u0E33';
inline constexpr char32_t kPhinthu = U'\u0E3A';
inline constexpr char32_t kSaraE = U'\u0E40';
inline constexpr char32_t kSaraAe = U'\u0E41';
inline constexpr char32_t kMaiYamok = U'\u0E46';
inline constexpr char32_t kPaiyannoi = U'\u0E2F';
inline constexpr char32_t kThanthakhat = U'\u0E4C';
inline constexpr char32_t kNikhahit = U'\u0E4D';
inline constexpr char32_t kThaiZero = U'\u0E50';

CharacterClass character_class(char32_t character);

/// An assigned character of the Thai block (U+0E01-0E3A, U+0E3F-0E5B).
bool is_thai(char32_t character);
bool is_consonant(char32_t character);
bool is_leading_vowel(char32_t character);
bool is_following_vowel(char32_t character);
bool is_above_vowel(char32_t character);
bool is_below_vowel(char32_t character);
bool is_tone(char32_t character);
/// ๐-๙.
bool is_thai_digit(char32_t character);
/// A Thai character that is drawn above or below its base and has no width: vowels above and below, tones, ็ ์ ํ ๎ ฺ.
/// ำ is no mark: it has a width.
bool is_mark(char32_t character);
/// A mark of any script the documents may hold: Thai marks, the combining diacritics of Latin, variation selectors,
/// joiners. It never begins a cluster when something stands before it.
bool extends_cluster(char32_t character);

/// The byte offset just after the cluster that begins at `offset`. A cluster is a base with its marks; ำ and what
/// follows it stays with its base; a leading vowel is a cluster of its own (it may be spaced from its consonant, but no
/// line ends after it); CR LF is one cluster. REQUIRES: offset < text.size() and offset at a cluster boundary.
std::size_t next_cluster(std::string_view text, std::size_t offset);

/// All boundaries of a text: 0, the end of each cluster, ..., text.size(). One element, 0, for the empty text.
std::vector<std::size_t> cluster_boundaries(std::string_view text);
std::size_t count_clusters(std::string_view text);

}  // namespace phaen::thai
