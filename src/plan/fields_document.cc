// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table indicators() {
  return with_provenance(
      {"indicators",
       "ตัวชี้วัดเปรียบเทียบ (Benchmark)",
       "Indicators whose values are compared across areas and years; physical facts (area, districts) stand here too",
       {"code"},
       {required(code("code", "รหัส")), required(text("name", "ชื่อตัวชี้วัด")),
        required(choice("dimension", "มิติ",
                        {{"physical", "ข้อมูลทางกายภาพ"},
                         {"population", "ประชากรและการปกครอง"},
                         {"economy", "เศรษฐกิจ"},
                         {"society", "สังคมและความมั่นคง"},
                         {"environment", "ทรัพยากรธรรมชาติและสิ่งแวดล้อม"}})),
        integer("ordinal", "ลำดับ"), text("unit", "หน่วย"), choice("direction", "ค่าที่ดี", direction_choices()),
        choice("kind", "ประเภท",
               {{"comparative", "Comparative Benchmark"},
                {"competitive", "Competitive Benchmark"},
                {"agenda", "Agenda Benchmark"}}),
        prose("definition", "คำจำกัดความ"), text("data_source", "แหล่งข้อมูล"),
        measured(integer("decimals", "จำนวนทศนิยม", "places printed"), "ตำแหน่ง"),
        reference("kpi", "ตัวชี้วัดของแผน", "kpis", "indicators")}});
}

base::Table series() {
  return with_provenance(
      {"series",
       "ค่าของตัวชี้วัดเปรียบเทียบ",
       "One value of an indicator for one area and year",
       {"indicator", "area", "year"},
       {required(reference("indicator", "ตัวชี้วัด", "indicators", "series")),
        required(reference("area", "พื้นที่", "areas", "series")), required(year("year", "ปี")),
        decimal("value", "ค่า", "missing: not published"),
        choice("status", "สถานะข้อมูล",
               {{"final", "ข้อมูลสุดท้าย"}, {"preliminary", "ข้อมูลเบื้องต้น"}, {"estimate", "ประมาณการ"}})}});
}

base::Table indicator_notes() {
  return with_provenance(
      {"indicator_notes",
       "บทวิเคราะห์ตัวชี้วัดเปรียบเทียบ",
       "What an analyst writes under a benchmark table",
       {"indicator", "ordinal"},
       {required(reference("indicator", "ตัวชี้วัด", "indicators", "notes")), required(integer("ordinal", "ลำดับ")),
        reference("area", "พื้นที่", "areas"), required(prose("text", "บทวิเคราะห์"))}});
}

base::Table narratives() {
  return with_provenance(
      {"narratives",
       "ข้อความในเอกสาร",
       "Text of a document's sections that is not a table: templates ask for it by section",
       {"section", "ordinal"},
       {required(code("section", "หัวข้อ", "key a template asks for: `preface`, `background.location`, `I1.situation`")),
        required(integer("ordinal", "ลำดับ")),
        required(choice("kind", "ชนิด",
                        {{"heading", "หัวข้อย่อย"},
                         {"paragraph", "ย่อหน้า"},
                         {"bullet", "ข้อย่อย"},
                         {"numbered", "ข้อย่อยมีเลข"},
                         {"quote", "ข้อความอ้าง"},
                         {"note", "หมายเหตุ"}})),
        required(prose("text", "ข้อความ")), reference("node", "ประเด็น/โครงการ", "nodes", "narratives"),
        reference("area", "พื้นที่", "areas", "narratives")}});
}

base::Table images() {
  return with_provenance(
      {"images",
       "ภาพประกอบ",
       "Pictures and maps with the text that stands for them",
       {"code"},
       {required(code("code", "รหัส")), code("section", "หัวข้อ", "as in `narratives`"),
        required(integer("ordinal", "ลำดับ")), required(code("file", "แฟ้มภาพ", "path beside the plan")),
        required(text("alternative", "ข้อความแทนภาพ", "what the picture shows, for readers who cannot see it")),
        text("caption", "คำบรรยายภาพ"), text("credit", "ที่มาของภาพ"),
        measured(integer("width", "ความกว้าง", "of the text width"), "ร้อยละ"), date("date", "วันที่ถ่าย"),
        reference("node", "ประเด็น/โครงการ", "nodes", "images")}});
}

base::Table attachments() {
  return with_provenance(
      {"attachments",
       "ภาคผนวกและเอกสารแนบ",
       "Annexes in the order they are bound",
       {"code"},
       {required(code("code", "รหัส")), required(integer("ordinal", "ลำดับ")), required(text("title", "ชื่อเอกสาร")),
        choice("kind", "ประเภท",
               {{"order", "คำสั่ง"},
                {"minutes", "รายงานการประชุม"},
                {"hearing", "สรุปการรับฟังความคิดเห็น"},
                {"kpi", "รายละเอียดตัวชี้วัด"},
                {"map", "แผนที่/ผัง"},
                {"other", "อื่น ๆ"}}),
        code("file", "แฟ้ม", "path beside the plan"), measured(integer("pages", "จำนวนหน้า"), "หน้า"),
        reference("evidence", "หลักฐาน", "evidence", "attachments"), text("remarks", "หมายเหตุ")}});
}

base::Table changes() {
  return with_provenance(
      {"changes",
       "ทะเบียนการเปลี่ยนแปลง",
       "Register of changes between editions: what it was, what it is, who allowed it",
       {"code"},
       {required(code("code", "รหัส")), date("date", "วันที่"),
        required(choice("kind", "สิ่งที่เปลี่ยน",
                        {{"kpi", "ตัวชี้วัด"},
                         {"target", "ค่าเป้าหมาย"},
                         {"project", "โครงการ"},
                         {"budget", "งบประมาณ"},
                         {"area", "พื้นที่"},
                         {"text", "ข้อความ"}})),
        reference("node", "ประเด็น/โครงการ", "nodes", "changes"), reference("kpi", "ตัวชี้วัด", "kpis", "changes"),
        required(text("what", "รายการ")), prose("before", "เดิม"), prose("after", "ใหม่"), prose("reason", "เหตุผล"),
        reference("decision", "มติ", "decisions", "changes")}});
}

}  // namespace

std::vector<base::Table> document_tables() {
  return {indicators(), series(), indicator_notes(), narratives(), images(), attachments(), changes()};
}

}  // namespace phaen::plan
