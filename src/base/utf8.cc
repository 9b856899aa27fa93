// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

namespace phaen::base::utf8 {
namespace {

constexpr Decoded kInvalid{U'\uFFFD', 1};

unsigned byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

bool is_ill_formed(char32_t character, std::size_t length) {
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) return true;
  const char32_t least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
  return character < least;
}

// Tells an ill-formed byte from a well-formed U+FFFD of the text, which decode() alone does not.
bool decode_checked(std::string_view text, std::size_t offset, Decoded& out) {
  const unsigned lead = byte_at(text, offset);
  if (lead < 0x80) {
    out = {lead, 1};
    return true;
  }
  out = kInvalid;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
  if (length == 0 || lead > 0xF4 || offset + length > text.size()) return false;
  char32_t character = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(text, offset + i);
    if ((next & 0xC0) != 0x80) return false;
    character = character << 6 | (next & 0x3F);
  }
  if (is_ill_formed(character, length)) return false;
  out = {character, length};
  return true;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t offset) {
  Decoded decoded;
  decode_checked(text, offset, decoded);
  return decoded;
}

void append(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string encode(char32_t character) {
  std::string text;
  append(text, character);
  return text;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode(text, i);
    out += decoded.character;
    i += decoded.length;
  }
  return out;
}

std::string from_utf32(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (char32_t character : text) append(out, character);
  return out;
}

std::size_t count(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size(); i += decode(text, i).length) ++n;
  return n;
}

bool is_writable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    // Nearly all of a plan: ASCII, and Thai, which is E0 B8 or E0 B9 and a third byte.
    if (byte(i) >= 0x20 && byte(i) < 0x7F) {
      ++i;
      continue;
    }
    if (byte(i) == 0xE0 && i + 2 < text.size() && (byte(i + 1) & 0xFEU) == 0xB8 && (byte(i + 2) & 0xC0U) == 0x80) {
      i += 3;
      continue;
    }
    Decoded decoded;
    if (!decode_checked(text, i, decoded)) return false;
    const char32_t c = decoded.character;
    const bool control = (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7F && c <= 0x9F);
    if (control || c == 0xFFFE || c == 0xFFFF) return false;
    i += decoded.length;
  }
  return true;
}

std::optional<std::size_t> find_invalid(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    Decoded decoded;
    if (!decode_checked(text, i, decoded)) return i;
    i += decoded.length;
  }
  return {};
}

}  // namespace phaen::base::utf8
