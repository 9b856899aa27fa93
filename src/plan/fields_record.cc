// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table evidence() {
  return with_provenance(
      {"evidence",
       "หลักฐาน",
       "Documents that prove a result, a decision or an action; the links to what they prove stand in other tables",
       {"code"},
       {required(code("code", "รหัสหลักฐาน", "`E001`")), required(text("title", "ชื่อเอกสาร")), text("issuer", "ผู้ออก"),
        date("date", "วันที่เอกสาร"),
        choice("kind", "ประเภท",
               {{"report", "รายงาน"},
                {"letter", "หนังสือราชการ"},
                {"order", "คำสั่ง"},
                {"minutes", "รายงานการประชุม"},
                {"contract", "สัญญา/ใบสั่งซื้อ"},
                {"payment", "หลักฐานการเบิกจ่าย"},
                {"statistics", "ข้อมูลสถิติ"},
                {"photo", "ภาพถ่าย"},
                {"form", "แบบฟอร์ม/แบบสอบถาม"},
                {"other", "อื่น ๆ"}}),
        choice("origin", "ที่มาของเอกสาร", {{"original", "ต้นฉบับจากภายนอก"}, {"internal", "จัดทำภายใน"}},
               "an original of an outside issuer outweighs an internal summary"),
        boolean("signed", "ลงนามแล้ว"), measured(integer("pages", "จำนวนหน้า"), "หน้า"),
        code("file", "แฟ้ม", "path beside the plan"), code("sha256", "SHA-256", "of the file, 64 hexadecimal digits"),
        code("url", "ที่อยู่เว็บ"), prose("proves", "ใช้พิสูจน์เรื่อง"), text("remarks", "หมายเหตุ")}});
}

base::Table meetings() {
  return with_provenance(
      {"meetings",
       "การประชุมและการให้ความเห็นชอบ",
       "Steps of the approval chain, in order",
       {"code"},
       {required(code("code", "รหัส")), required(integer("ordinal", "ลำดับขั้นตอน")),
        required(choice("step", "ขั้นตอน",
                        {{"criteria", "กำหนดหลักเกณฑ์"},
                         {"draft", "ยกร่างแผน"},
                         {"subgroup", "ประชุมกลุ่มภารกิจ"},
                         {"workshop", "ประชุมเชิงปฏิบัติการ"},
                         {"hearing", "รับฟังความคิดเห็น"},
                         {"committee", "คณะกรรมการกลุ่มจังหวัด/จังหวัด"},
                         {"central", "ทีมบูรณาการกลาง"},
                         {"policy", "คณะกรรมการนโยบาย"},
                         {"cabinet", "คณะรัฐมนตรี"},
                         {"monitoring", "ติดตามผล"}})),
        required(text("name", "ชื่อการประชุม")), reference("committee", "คณะกรรมการ", "committees", "meetings"),
        text("number", "ครั้งที่", "`ครั้งที่ 1/2565`"), date("date", "วันที่"), text("venue", "สถานที่"), text("chair", "ประธาน"),
        measured(integer("attendance", "จำนวนผู้เข้าร่วม"), "คน"), prose("resolution", "มติที่ประชุม"),
        reference("minutes", "รายงานการประชุม", "evidence", {}, "attendance list or minutes")}});
}

base::Table comments() {
  return with_provenance(
      {"hearing_comments",
       "ความคิดเห็นจากการรับฟัง",
       "What was said at a public hearing and what became of it",
       {"meeting", "ordinal"},
       {required(reference("meeting", "การประชุม", "meetings", "comments")), required(integer("ordinal", "ลำดับ")),
        choice("party", "ภาคส่วน",
               {{"state", "ภาครัฐ"},
                {"private", "ภาคเอกชน"},
                {"civil", "ภาคประชาสังคม"},
                {"academic", "ภาควิชาการ"},
                {"local", "องค์กรปกครองส่วนท้องถิ่น"},
                {"public", "ประชาชน"}}),
        reference("area", "พื้นที่", "areas"), required(prose("comment", "ความคิดเห็น/ข้อเสนอแนะ")),
        prose("response", "การดำเนินการ"), boolean("adopted", "นำไปปรับแผน")}});
}

base::Table decisions() {
  return with_provenance({"decisions",
                          "มติ/คำสั่งที่ให้เปลี่ยนแปลง",
                          "What allowed a target or a budget to change",
                          {"code"},
                          {required(code("code", "รหัส")), required(text("title", "เรื่อง")), date("date", "วันที่"),
                           reference("meeting", "การประชุม", "meetings", "decisions"), text("number", "เลขที่หนังสือ/มติ"),
                           prose("reason", "เหตุผล"), reference("evidence", "หลักฐาน", "evidence", "decisions")}});
}

base::Table calendar() {
  return with_provenance(
      {"calendar",
       "ปฏิทินการจัดทำแผน",
       "Steps of the planning and reporting year",
       {"code"},
       {required(code("code", "รหัส")), required(integer("ordinal", "ลำดับ")), required(text("name", "กิจกรรม")),
        date("start_date", "เริ่ม"), date("end_date", "สิ้นสุด"), reference("agency", "ผู้รับผิดชอบ", "agencies"),
        choice("level", "ระดับ", {{"national", "ส่วนกลาง"}, {"cluster", "กลุ่มจังหวัด"}, {"province", "จังหวัด"}}),
        choice("status", "สถานะ", {{"planned", "ยังไม่ถึงกำหนด"}, {"ongoing", "อยู่ระหว่างดำเนินการ"}, {"done", "แล้วเสร็จ"}}),
        text("remarks", "หมายเหตุ")}});
}

}  // namespace

std::vector<base::Table> record_tables() { return {evidence(), meetings(), comments(), decisions(), calendar()}; }

}  // namespace phaen::plan
