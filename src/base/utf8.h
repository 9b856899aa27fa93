// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace phaen::base::utf8 {

/// One code point read from UTF-8 text.
struct Decoded {
  char32_t character = 0;
  std::size_t length = 0;  ///< bytes it took; 1 for an invalid byte, which reads as U+FFFD
};

/// REQUIRES: offset < text.size().
Decoded decode(std::string_view text, std::size_t offset);
void append(std::string& text, char32_t character);
std::string encode(char32_t character);
std::u32string to_utf32(std::string_view text);
std::string from_utf32(std::u32string_view text);
/// Code points, not bytes.
std::size_t count(std::string_view text);
/// The byte offset of the first ill-formed sequence (overlong, surrogate, above U+10FFFF, truncated), if any.
std::optional<std::size_t> find_invalid(std::string_view text);
/// Whether the text is well-formed and holds no control character but tab and line ends, nor U+FFFE or U+FFFF: what
/// every file format of the program can carry.
bool is_writable(std::string_view text);

}  // namespace phaen::base::utf8
