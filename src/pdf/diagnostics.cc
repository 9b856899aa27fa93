// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/diagnostics.h"

#include "base/format.h"

namespace phaen::pdf::diagnostics {
namespace {

base::Diagnostic error(const char* code, base::Bilingual message, base::Bilingual hint) {
  return {base::Severity::Error, code, {}, std::move(message), std::move(hint)};
}

}  // namespace

base::Diagnostic unreadable_picture(std::size_t page, std::string_view reason) {
  return error("P001",
               {base::format("อ่านภาพในหน้าที่ {} ไม่ได้ ({}) ต้องเป็นแฟ้ม PNG หรือ JPEG", page, reason),
                base::format("cannot read a picture on page {} ({}); expected PNG or JPEG", page, reason)},
               {"เปิดภาพในโปรแกรมแต่งภาพแล้วบันทึกใหม่เป็น PNG", "open the picture in an image editor and save it as PNG"});
}

base::Diagnostic cmyk_picture(std::size_t page) {
  return error("P002",
               {base::format("ภาพ JPEG ในหน้าที่ {} เป็นสี CMYK ซึ่ง PDF/A ที่ใช้สี sRGB รับไม่ได้", page),
                base::format("a JPEG on page {} is in CMYK colours, which PDF/A with sRGB colours cannot hold", page)},
               {"แปลงภาพเป็น RGB แล้วสั่งใหม่", "convert the picture to RGB and run again"});
}

base::Diagnostic picture_without_alternative(std::size_t page) {
  return error("P003",
               {base::format("ภาพในหน้าที่ {} ไม่มีคำบรรยายแทนภาพสำหรับผู้ที่มองไม่เห็น", page),
                base::format("a picture on page {} has no alternative text for readers who cannot see it", page)},
               {"เติมคำบรรยายแทนภาพในแม่แบบ หรือทำให้เป็นภาพประดับ",
                "give the picture an alternative text in the template, or make it decoration"});
}

base::Diagnostic cannot_draw(std::size_t page, std::string_view reason) {
  return error(
      "P004",
      {base::format("วาดหน้าที่ {} ไม่สำเร็จ: {}", page, reason), base::format("cannot draw page {}: {}", page, reason)},
      {});
}

base::Diagnostic unknown_destination(std::string_view label) {
  return error("P005",
               {base::format("มีลิงก์ไปยัง \"{}\" แต่ไม่มีหน้าใดมีจุดหมายนี้", label),
                base::format("a link leads to `{}` but no page holds that label", label)},
               {"ตรวจชื่อป้ายในแม่แบบ", "check the label in the template"});
}

base::Diagnostic duplicate_destination(std::string_view label, std::size_t page) {
  return error("P006",
               {base::format("ป้าย \"{}\" ในหน้าที่ {} ซ้ำกับป้ายก่อนหน้า", label, page),
                base::format("the label `{}` on page {} stands at an earlier place too", label, page)},
               {"ตั้งชื่อป้ายให้ไม่ซ้ำกัน", "give each place a label of its own"});
}

base::Diagnostic duplicate_attachment(std::string_view name) {
  return error("P007",
               {base::format("มีแฟ้มแนบชื่อ \"{}\" มากกว่าหนึ่งแฟ้ม", name),
                base::format("more than one attachment is named `{}`", name)},
               {"ตั้งชื่อแฟ้มแนบให้ไม่ซ้ำกัน", "give each attachment a name of its own"});
}

base::Diagnostic no_pages() {
  return error("P008", {"เอกสารไม่มีหน้าเลย ต้องมีอย่างน้อยหนึ่งหน้า", "the document has no pages; expected at least one"},
               {"ตรวจว่าแม่แบบพิมพ์เนื้อหาออกมาหรือไม่", "check that the template prints anything"});
}

base::Diagnostic no_title() {
  return error("P009", {"เอกสารไม่มีชื่อเรื่อง ซึ่งมาตรฐาน PDF/UA กำหนดให้มี", "the document has no title, which PDF/UA demands"},
               {"เติมชื่อเรื่องในแม่แบบ", "give the document a title in the template"});
}

}  // namespace phaen::pdf::diagnostics
