// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace phaen::text {

/// Whether a character belongs to the cluster of the one before it: marks over and under, sara am, joiners and other
/// characters without ink. Text is never cut and never spaced before one.
bool extends_cluster(char32_t character);

/// Characters that are kept in the text but never drawn: U+200B-200D, U+2060, U+00AD.
bool is_ignorable(char32_t character);

/// U+0020, or one of the spaces that fonts often leave out and that are set as white space: U+00A0, U+2000-200A,
/// U+202F, U+205F.
bool is_white_space(char32_t character);

/// Thai letters and signs that make words: U+0E01-0E3A and U+0E40-0E4E without ฯ and ๆ.
inline bool is_thai_letter(char32_t c) {
  return c - 0x0E01U <= 0x0E4EU - 0x0E01U && (c <= 0x0E3A || c >= 0x0E40) && c != 0x0E2F && c != 0x0E46;
}
/// 0-9 and ๐-๙.
inline bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= 0x0E50 && c <= 0x0E59); }

}  // namespace phaen::text
