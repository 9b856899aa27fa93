// SPDX-License-Identifier: GPL-3.0-or-later
#include "line/diagnostics.h"

#include "base/format.h"
#include "base/utf8.h"

namespace phaen::line::diagnostics {
namespace {

// Messages quote the beginning of a text: this many characters of it.
constexpr std::size_t kQuoted = 60;

std::string quote(std::string_view text) {
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < text.size(); ++count) {
    if (count == kQuoted) return std::string(text.substr(0, offset)) + "…";
    offset += base::utf8::decode(text, offset).length;
  }
  return std::string(text);
}

// Points with one decimal.
std::string points(base::Length length) {
  const std::int64_t tenths = (length.units() * 10 + 512) / 1024;
  return base::format("{}.{}", tenths / 10, tenths % 10);
}

}  // namespace

base::Diagnostic short_line(std::string_view line, base::Length missing) {
  return {base::Severity::Warning,
          "L001",
          {},
          {base::format("บรรทัดสั้นกว่าความกว้าง {} พอยต์ แม้ขยายช่องไฟสุดแล้ว: \"{}\"", points(missing), quote(line)),
           base::format("the line stays {} pt short of its measure with every gap at its widest: `{}`", points(missing),
                        quote(line))},
          {"เพิ่มที่แบ่งบรรทัด หรือจัดชิดซ้าย", "allow more line breaks, or set the paragraph ragged"}};
}

base::Diagnostic wide_word(std::string_view word, base::Length width, base::Length measure) {
  return {base::Severity::Warning,
          "L002",
          {},
          {base::format("ข้อความที่ตัดไม่ได้กว้าง {} พอยต์ เกินความกว้าง {} พอยต์: \"{}\"", points(width), points(measure),
                        quote(word)),
           base::format("text that should stay whole is {} pt wide and the measure {} pt: `{}`", points(width),
                        points(measure), quote(word))},
          {"ขยายคอลัมน์ ลดขนาดตัวอักษร หรือย่อข้อความ", "widen the column, use a smaller size, or shorten the text"}};
}

base::Diagnostic missing_character(char32_t character, const std::string& face, std::string_view text) {
  const auto code = static_cast<unsigned>(character);
  const std::string shown = character < 0x20 ? "" : base::utf8::encode(character);
  return {
      base::Severity::Error,
      "L003",
      {},
      {base::format("ไม่มีแบบอักษรใดในงานที่มี \"{}\" (U+{:04X}) ต้องการใน \"{}\": \"{}\"", shown, code, face, quote(text)),
       base::format("no font of the job draws `{}` (U+{:04X}), wanted in `{}`: `{}`", shown, code, face, quote(text))},
      {"เปลี่ยนอักขระ หรือเพิ่มแบบอักษรที่มีอักขระนี้", "change the character, or add a font that draws it"}};
}

}  // namespace phaen::line::diagnostics
