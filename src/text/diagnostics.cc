// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/diagnostics.h"

#include "base/format.h"
#include "base/utf8.h"

namespace phaen::text::diagnostics {
namespace {

base::Diagnostic error(const char* code, const std::string& file, base::Bilingual message, base::Bilingual hint) {
  base::Diagnostic diagnostic{base::Severity::Error, code, {}, std::move(message), std::move(hint)};
  diagnostic.where.file = file;
  return diagnostic;
}

}  // namespace

base::Diagnostic not_a_font(const std::string& path, std::string_view what) {
  return error("F001", path,
               {base::format("ต้องเป็นแบบอักษร TrueType แต่{}",
                             what.empty() ? "อ่านไม่ได้" : base::format("ตาราง `{}` ขาดหรือเสีย", what)),
                base::format("expected a TrueType font, found {}",
                             what.empty() ? "bytes that cannot be read as one"
                                          : base::format("a missing or damaged table `{}`", what))},
               {"ใช้แฟ้ม .ttf ที่สมบูรณ์", "use a complete .ttf file"});
}

base::Diagnostic cff_outlines(const std::string& path) {
  return error("F002", path,
               {"ต้องเป็นแบบอักษรที่มีเส้นแบบ TrueType แต่พบเส้นแบบ PostScript (CFF)",
                "expected a font with TrueType outlines, found PostScript outlines (CFF)"},
               {"ใช้แฟ้ม .ttf ของแบบอักษรเดียวกันแทน .otf", "use the .ttf file of the same font instead of the .otf"});
}

base::Diagnostic embedding_forbidden(const std::string& path, unsigned fs_type) {
  return error(
      "F003", path,
      {base::format("แบบอักษรไม่อนุญาตให้ฝังหรือตัดย่อยในเอกสาร (fsType 0x{:04x})", fs_type),
       base::format("the font forbids embedding or subsetting in documents (fsType 0x{:04x})", fs_type)},
      {"ใช้แบบอักษรที่มีสัญญาอนุญาตให้ฝังได้ เช่น Sarabun", "use a font whose licence allows embedding, such as Sarabun"});
}

base::Diagnostic no_such_face(std::string_view wanted, const std::vector<std::string>& families) {
  std::string known;
  for (const std::string& family : families) known += (known.empty() ? "" : ", ") + family;
  return error("F004", {},
               {base::format("ไม่มีแบบอักษร \"{}\" ในงานนี้ มีแต่ {}", wanted, known),
                base::format("no face `{}` among the fonts of the job, found {}", wanted, known)},
               {"เพิ่มแฟ้มแบบอักษรนั้น หรือเปลี่ยนชื่อในแผ่นลักษณะ", "add that font file, or change the family in the style sheet"});
}

base::Diagnostic too_many_glyphs(const std::string& face) {
  return error("F010", {},
               {base::format("เอกสารใช้อักขระของแบบอักษร \"{}\" เกิน 65,535 แบบ", face),
                base::format("the document needs more than 65,535 glyphs of `{}`", face)},
               {"แยกเอกสารเป็นหลายเล่ม", "split the document into volumes"});
}

base::Diagnostic missing_glyph(const std::string& face, char32_t character) {
  const auto code = static_cast<unsigned>(character);
  const std::string shown = base::utf8::encode(character);
  return error("F011", {},
               {base::format("แบบอักษร \"{}\" ไม่มีรูปอักขระของ \"{}\" (U+{:04X})", face, shown, code),
                base::format("`{}` has no glyph for `{}` (U+{:04X})", face, shown, code)},
               {"เปลี่ยนอักขระ หรือเพิ่มแบบอักษรที่มีอักขระนี้", "change the character, or add a font that draws it"});
}

}  // namespace phaen::text::diagnostics
