// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table positionings() {
  return with_provenance(
      {"positionings",
       "จุดยืนการพัฒนา (Positioning)",
       "What the area wants to be known for, in order",
       {"code"},
       {required(code("code", "รหัส")), required(integer("ordinal", "ลำดับ")), required(text("text", "จุดยืนการพัฒนา")),
        prose("rationale", "เหตุผลสนับสนุน"), reference("issue", "ประเด็นการพัฒนา", "nodes", "positionings")}});
}

base::Table missions() {
  return with_provenance({"missions",
                          "พันธกิจและเป้าประสงค์",
                          "Missions and main purposes of the plan",
                          {"code"},
                          {required(code("code", "รหัส")),
                           required(choice("kind", "ประเภท", {{"mission", "พันธกิจ"}, {"purpose", "เป้าประสงค์"}})),
                           required(integer("ordinal", "ลำดับ")), required(text("text", "ข้อความ"))}});
}

base::Table swot_items() {
  return with_provenance(
      {"swot_items",
       "ผลการวิเคราะห์ SWOT",
       "Strengths, weaknesses, opportunities, threats",
       {"code"},
       {required(code("code", "รหัส", "`S1`, `W1`, `O1`, `T1`")),
        required(
            choice("kind", "ประเภท",
                   {{"strength", "จุดแข็ง"}, {"weakness", "จุดอ่อน"}, {"opportunity", "โอกาส"}, {"threat", "ภัยคุกคาม"}})),
        required(integer("ordinal", "ลำดับ")), required(text("text", "ข้อความ")), decimal("weight", "น้ำหนัก"),
        decimal("score", "คะแนน"), prose("evidence", "ข้อมูลสนับสนุน")}});
}

base::Table tows_items() {
  return with_provenance(
      {"tows_items",
       "กลยุทธ์จาก TOWS",
       "Strategies drawn from pairs of SWOT items",
       {"code"},
       {required(code("code", "รหัส")),
        required(choice("kind", "ประเภท",
                        {{"so", "เชิงรุก (SO)"}, {"wo", "เชิงแก้ไข (WO)"}, {"st", "เชิงป้องกัน (ST)"}, {"wt", "เชิงรับ (WT)"}})),
        required(integer("ordinal", "ลำดับ")), required(text("text", "กลยุทธ์")),
        code("drawn_from", "มาจาก", "codes of SWOT items: `S1 O2`"),
        reference("issue", "ประเด็นการพัฒนา", "nodes", "tows_items")}});
}

base::Table needs() {
  return with_provenance(
      {"needs",
       "ประเด็นปัญหาและความต้องการเชิงพื้นที่",
       "What districts, business and people ask for",
       {"code"},
       {required(code("code", "รหัส")), required(integer("ordinal", "ลำดับ")), required(text("text", "ปัญหา/ความต้องการ")),
        choice("origin", "ที่มา",
               {{"community", "หมู่บ้าน/ชุมชน"},
                {"district", "อำเภอ"},
                {"local", "องค์กรปกครองส่วนท้องถิ่น"},
                {"agency", "ส่วนราชการ"},
                {"private", "ภาคเอกชน"},
                {"civil", "ภาคประชาสังคม"}}),
        choice("topic", "ด้าน", topic_choices()), reference("area", "พื้นที่", "areas", "needs"),
        prose("support", "ข้อมูลสนับสนุน"), integer("priority", "ลำดับความสำคัญ")}});
}

base::Table node_needs() {
  return with_provenance(
      {"node_needs",
       "โครงการที่ตอบสนองความต้องการ",
       "Which project answers which need",
       {"node", "need"},
       {required(reference("node", "โครงการ", "nodes", "needs")),
        required(reference("need", "ความต้องการ", "needs", "projects")), text("remarks", "หมายเหตุ")}});
}

base::Table criteria() {
  return with_provenance(
      {"criteria",
       "เกณฑ์ประเมินคุณภาพ",
       "Criteria of the plan-quality and project-quality scores: sets of different years stand side by side",
       {"code"},
       {required(code("code", "รหัส", "`PLAN-1`, `NESDC69-Q1`")), required(text("set", "ชุดเกณฑ์")),
        required(choice("subject", "ประเมิน", {{"plan", "แผน"}, {"project", "โครงการ"}})),
        required(integer("ordinal", "ลำดับ")), required(text("name", "เกณฑ์")), decimal("max_score", "คะแนนเต็ม"),
        decimal("weight", "น้ำหนัก")}});
}

base::Table plan_scores() {
  return with_provenance(
      {"plan_scores",
       "ผลประเมินคุณภาพแผน",
       "Score of the plan by criterion, each deduction with its reason",
       {"criterion"},
       {required(reference("criterion", "เกณฑ์", "criteria", "plan_score")), required(decimal("score", "คะแนน")),
        prose("reason", "เหตุผล"), text("place", "หน้า/หัวข้อที่อ้างถึง"), date("date", "วันที่ประเมิน"),
        reference("assessor", "ผู้ประเมิน", "agencies")}});
}

base::Table project_scores() {
  return with_provenance(
      {"project_scores",
       "ผลประเมินคุณภาพโครงการ",
       "Score of a project by criterion",
       {"node", "criterion"},
       {required(reference("node", "โครงการ", "nodes", "scores")),
        required(reference("criterion", "เกณฑ์", "criteria", "project_scores")), required(decimal("score", "คะแนน")),
        prose("reason", "เหตุผล"), date("date", "วันที่ประเมิน"), reference("assessor", "ผู้ประเมิน", "agencies")}});
}

}  // namespace

std::vector<base::Table> analysis_tables() {
  return {positionings(), missions(), swot_items(),  tows_items(),    needs(),
          node_needs(),   criteria(), plan_scores(), project_scores()};
}

}  // namespace phaen::plan
