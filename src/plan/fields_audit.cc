// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table audit_reports() {
  return with_provenance(
      {"audit_reports",
       "รายงานการตรวจสอบ",
       "Reports of the State Audit Office and other reviewers",
       {"code"},
       {required(code("code", "รหัส")), required(text("title", "ชื่อรายงาน")), text("auditor", "หน่วยตรวจสอบ"),
        choice("kind", "ประเภทการตรวจสอบ",
               {{"performance", "ผลสัมฤทธิ์และประสิทธิภาพการดำเนินงาน"},
                {"compliance", "การปฏิบัติตามกฎหมาย"},
                {"financial", "การเงิน"},
                {"inspection", "การตรวจราชการ"},
                {"internal", "ตรวจสอบภายใน"}}),
        text("letter_number", "เลขที่หนังสือ"), date("letter_date", "ลงวันที่"), date("received_date", "วันที่ได้รับ"),
        measured(integer("due_days", "กำหนดแจ้งผล", "days after receipt, as the letter says"), "วัน"),
        year("from_year", "ปีงบประมาณที่ตรวจ ตั้งแต่"), year("to_year", "ปีงบประมาณที่ตรวจ ถึง"), money("amount", "วงเงินที่ตรวจ"),
        measured(integer("projects", "จำนวนโครงการ"), "โครงการ"), prose("objective", "วัตถุประสงค์การตรวจสอบ"),
        prose("scope", "ขอบเขตการตรวจสอบ"), prose("summary", "สรุปผลการตรวจสอบ"),
        reference("evidence", "แฟ้มรายงาน", "evidence")}});
}

base::Table audit_events() {
  return with_provenance({"audit_events",
                          "ลำดับเหตุการณ์การตรวจสอบ",
                          "Letters and reminders between auditor and agency",
                          {"report", "ordinal"},
                          {required(reference("report", "รายงาน", "audit_reports", "events")),
                           required(integer("ordinal", "ลำดับ")), required(date("date", "วันที่")),
                           required(choice("kind", "เหตุการณ์",
                                           {{"received", "ได้รับรายงาน"},
                                            {"reminder", "หนังสือเตือน"},
                                            {"progress", "รายงานความก้าวหน้า"},
                                            {"extension", "ขอขยายเวลา"},
                                            {"response", "ส่งคำชี้แจง"},
                                            {"closed", "ยุติเรื่อง"}})),
                           text("letter_number", "เลขที่หนังสือ"), text("text", "รายละเอียด"),
                           reference("evidence", "หลักฐาน", "evidence", "audit_events")}});
}

base::Table findings() {
  return with_provenance(
      {"findings",
       "ข้อตรวจพบ",
       "Findings with their elements; the fifth, the recommendation, stands in a table of its own",
       {"code"},
       {required(code("code", "รหัส", "`A-F1`")), required(reference("report", "รายงาน", "audit_reports", "findings")),
        required(integer("ordinal", "ข้อที่")), required(text("title", "ข้อตรวจพบ")),
        choice("kind", "ประเภท", {{"finding", "ข้อตรวจพบ"}, {"remark", "ข้อสังเกต"}}), prose("criteria", "เกณฑ์"),
        prose("condition", "สภาพที่เกิดขึ้นจริง"), prose("cause", "สาเหตุ"), prose("effect", "ผลกระทบ"),
        text("page", "หน้าในรายงาน")}});
}

base::Table recommendations() {
  return with_provenance(
      {"recommendations",
       "ข้อเสนอแนะ",
       "What the auditor asks for",
       {"code"},
       {required(code("code", "รหัส", "`A-F1-R1`")),
        required(reference("finding", "ข้อตรวจพบ", "findings", "recommendations")), required(integer("ordinal", "ลำดับ")),
        required(prose("text", "ข้อเสนอแนะ")), reference("agency", "ผู้รับผิดชอบ", "agencies", "recommendations"),
        date("due_date", "กำหนดเสร็จ"),
        choice("status", "สถานะ",
               {{"done", "แล้วเสร็จ"},
                {"ongoing", "อยู่ระหว่างดำเนินการ"},
                {"not_started", "ยังไม่ดำเนินการ"},
                {"extended", "ขอขยายเวลา"}})}});
}

base::Table responses() {
  return with_provenance(
      {"responses",
       "คำชี้แจงของหน่วยรับตรวจ",
       "The agency's answer to a recommendation",
       {"code"},
       {required(code("code", "รหัส")),
        required(reference("recommendation", "ข้อเสนอแนะ", "recommendations", "responses")),
        required(integer("ordinal", "ลำดับ")), required(prose("text", "คำชี้แจง")),
        choice("position", "ความเห็น", {{"accepted", "เห็นด้วย"}, {"partly", "เห็นด้วยบางส่วน"}, {"rejected", "ไม่เห็นด้วย"}}),
        text("letter_number", "เลขที่หนังสือ"), date("date", "วันที่"),
        reference("signatory", "ผู้ลงนาม", "persons", "responses")}});
}

base::Table audit_actions() {
  return with_provenance({"audit_actions",
                          "การดำเนินการแก้ไข",
                          "What is done about a recommendation, by whom, until when",
                          {"code"},
                          {required(code("code", "รหัส", "`A-F1-R1-A1`")),
                           required(reference("recommendation", "ข้อเสนอแนะ", "recommendations", "actions")),
                           required(integer("ordinal", "ลำดับ")), required(prose("text", "การดำเนินการ/มาตรการแก้ไข")),
                           reference("owner", "หน่วยงานรับผิดชอบ", "agencies", "audit_actions"),
                           reference("person", "ผู้รับผิดชอบ", "persons", "audit_actions"), date("start_date", "เริ่ม"),
                           date("due_date", "กำหนดเสร็จ"),
                           required(choice("status", "สถานะ",
                                           {{"done", "แล้วเสร็จ"},
                                            {"ongoing", "อยู่ระหว่างดำเนินการ"},
                                            {"not_started", "ยังไม่ดำเนินการ"},
                                            {"extended", "ขอขยายเวลา"}})),
                           measured(decimal("progress", "ความก้าวหน้า"), "ร้อยละ"), date("finished_date", "วันที่แล้วเสร็จ"),
                           prose("result", "ผลการดำเนินการ"), text("remarks", "หมายเหตุ")}});
}

base::Table extensions() {
  return with_provenance({"action_extensions",
                          "การขยายเวลา",
                          "Each extension of an action's due date",
                          {"action", "ordinal"},
                          {required(reference("action", "การดำเนินการ", "audit_actions", "extensions")),
                           required(integer("ordinal", "ครั้งที่")), required(date("due_date", "กำหนดใหม่")),
                           required(prose("reason", "เหตุผล")), date("approved_date", "วันที่อนุมัติ"),
                           text("approved_by", "ผู้อนุมัติ"), reference("evidence", "หลักฐาน", "evidence", "extensions")}});
}

base::Table verifications() {
  return with_provenance(
      {"verifications",
       "การตรวจสอบยืนยัน",
       "What a verifier found about an action",
       {"action", "ordinal"},
       {required(reference("action", "การดำเนินการ", "audit_actions", "verifications")),
        required(integer("ordinal", "ครั้งที่")), required(date("date", "วันที่")), text("verifier", "ผู้ตรวจสอบยืนยัน"),
        required(choice(
            "result", "ผล",
            {{"confirmed", "ยืนยันว่าแล้วเสร็จ"}, {"partly", "แล้วเสร็จบางส่วน"}, {"rejected", "ยังไม่เป็นไปตามข้อเสนอแนะ"}})),
        prose("remarks", "ความเห็น"), reference("evidence", "หลักฐาน", "evidence", "verifications")}});
}

base::Table finding_kpis() {
  return with_provenance({"finding_kpis",
                          "ตัวชี้วัดที่ถูกทักท้วง",
                          "KPIs a finding is about, as they were then: the before side of the before/after sheet",
                          {"finding", "kpi"},
                          {required(reference("finding", "ข้อตรวจพบ", "findings", "kpis")),
                           required(reference("kpi", "ตัวชี้วัดปัจจุบัน", "kpis", "findings")), text("old_name", "ชื่อตัวชี้วัดเดิม"),
                           text("old_unit", "หน่วยวัดเดิม"), quantity("old_base", "ค่าฐานเดิม"),
                           text("old_targets", "ค่าเป้าหมายเดิม"), prose("old_definition", "คำจำกัดความเดิม"),
                           prose("criticism", "ประเด็นที่ถูกทักท้วง"), prose("improvement", "สิ่งที่ปรับปรุง")}});
}

base::Table finding_nodes() {
  return with_provenance({"finding_nodes",
                          "โครงการที่ถูกตรวจสอบ",
                          "Issues and projects a finding is about",
                          {"finding", "node"},
                          {required(reference("finding", "ข้อตรวจพบ", "findings", "nodes")),
                           required(reference("node", "ประเด็น/โครงการ", "nodes", "findings")),
                           money("amount", "จำนวนเงินที่เกี่ยวข้อง"), text("remarks", "หมายเหตุ")}});
}

base::Table finding_evidence() {
  return with_provenance({"finding_evidence",
                          "หลักฐานของข้อตรวจพบ",
                          "Evidence that bears on a finding",
                          {"finding", "evidence"},
                          {required(reference("finding", "ข้อตรวจพบ", "findings", "evidence")),
                           required(reference("evidence", "หลักฐาน", "evidence", "findings")),
                           text("pages", "หน้าที่อ้างถึง"), text("remarks", "หมายเหตุ")}});
}

base::Table action_evidence() {
  return with_provenance({"action_evidence",
                          "หลักฐานการดำเนินการแก้ไข",
                          "Evidence that an action was done",
                          {"action", "evidence"},
                          {required(reference("action", "การดำเนินการ", "audit_actions", "evidence")),
                           required(reference("evidence", "หลักฐาน", "evidence", "actions")), text("pages", "หน้าที่อ้างถึง"),
                           text("remarks", "หมายเหตุ")}});
}

}  // namespace

std::vector<base::Table> audit_tables() {
  return {audit_reports(), audit_events(),  findings(),     recommendations(), responses(),        audit_actions(),
          extensions(),    verifications(), finding_kpis(), finding_nodes(),   finding_evidence(), action_evidence()};
}

}  // namespace phaen::plan
