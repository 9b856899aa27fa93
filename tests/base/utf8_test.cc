// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <doctest/doctest.h>

namespace utf8 = phaen::base::utf8;

TEST_CASE("every code point survives encoding and decoding") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = utf8::encode(c);
    const utf8::Decoded decoded = utf8::decode(text, 0);
    if (decoded.character != c || decoded.length != text.size() || utf8::find_invalid(text)) {
      FAIL("U+" << static_cast<unsigned>(c));
    }
  }
  CHECK(utf8::from_utf32(utf8::to_utf32("น้ำ–A😀")) == "น้ำ–A😀");
  CHECK(utf8::count("น้ำ") == 3);
}

TEST_CASE("ill-formed bytes are found at their offset") {
  CHECK(utf8::find_invalid("ก\x80") == 3);
  CHECK(utf8::find_invalid("\xC0\xAF") == 0);          // overlong
  CHECK(utf8::find_invalid("a\xED\xA0\x80") == 1);     // surrogate
  CHECK(utf8::find_invalid("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(utf8::find_invalid("ab\xE0\xB8") == 2);        // truncated
  CHECK_FALSE(utf8::find_invalid("\xEF\xBF\xBD"));     // a well-formed U+FFFD is text
  CHECK(utf8::decode("\xE0\xB8", 0).character == U'\uFFFD');
}

TEST_CASE("text is writable when it is well-formed and of characters, tabs and line ends alone") {
  for (const char* text : {"", "แผนพัฒนา 2566–2570\tก\r\nข", "A😀µ\u00A0\u200B"}) CHECK(utf8::is_writable(text));
  for (const char* text : {"ก\x01", "\x7F", "\xC2\x85", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "ab\xE0\xB8", "\xE0\xB8\x41",
                           "\xED\xA0\x80", "\xFF"})
    CHECK_FALSE(utf8::is_writable(text));
  CHECK_FALSE(utf8::is_writable(std::string("a\0b", 3)));
}
