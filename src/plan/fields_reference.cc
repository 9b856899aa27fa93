// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table sources() {
  return {"sources",
          "แหล่งที่มาของข้อมูล",
          "Documents that facts come from; every table but this one names them in its field `source`",
          {"code"},
          {required(code("code", "รหัส")), required(text("title", "ชื่อเอกสาร")), text("issuer", "ผู้จัดทำ/หน่วยงาน"),
           choice("kind", "ประเภท",
                  {{"law", "กฎหมายและประกาศ"},
                   {"plan", "แผน"},
                   {"statistics", "สถิติ"},
                   {"report", "รายงาน"},
                   {"letter", "หนังสือราชการ"},
                   {"budget", "เอกสารงบประมาณ"},
                   {"news", "ข่าว"},
                   {"data", "ชุดข้อมูล"},
                   {"other", "อื่น ๆ"}}),
           date("published", "วันที่เผยแพร่"), text("page", "หน้า/ตาราง", "page, table or section"), code("url", "ที่อยู่เว็บ"),
           date("retrieved", "วันที่สืบค้น"), code("file", "แฟ้ม", "path beside the plan"), code("sha256", "SHA-256"),
           prose("remarks", "หมายเหตุ"),
           required(choice("fact", "ข้อมูลจริงหรือสมมุติ", {{"real", "จริง"}, {"synthetic", "สมมุติ"}}))}};
}

base::Table committees() {
  return with_provenance(
      {"committees",
       "คณะกรรมการ",
       "Committees by period: the law changes their names (ก.น.จ. until 2565, then ก.น.บ.)",
       {"code"},
       {required(code("code", "รหัส")), required(text("name", "ชื่อคณะกรรมการ")), required(text("short_name", "ชื่อย่อ")),
        required(choice("level", "ระดับ",
                        {{"policy", "นโยบาย"},
                         {"region", "ภาค"},
                         {"cluster", "กลุ่มจังหวัด"},
                         {"province", "จังหวัด"},
                         {"governance", "ธรรมาภิบาล"},
                         {"joint", "ร่วมภาครัฐและเอกชน"}})),
        date("valid_from", "มีผลตั้งแต่"), date("valid_to", "มีผลถึง"), text("law", "กฎหมายที่จัดตั้ง")}});
}

base::Table cycles() {
  return with_provenance(
      {"cycles",
       "รอบแผน",
       "Planning cycles with the words and committees documents of that cycle use",
       {"code"},
       {required(code("code", "รหัสรอบแผน", "first year of the cycle: `2566`")),
        required(text("name", "ชื่อรอบแผน")),
        required(year("start_year", "ปีเริ่มต้น")),
        required(year("end_year", "ปีสิ้นสุด")),
        required(text("issue_word", "คำเรียกประเด็น", "ประเด็นยุทธศาสตร์ or ประเด็นการพัฒนา")),
        required(text("goal_word", "คำเรียกเป้าหมาย", "วิสัยทัศน์ or เป้าหมายการพัฒนา")),
        required(text("guideline_word", "คำเรียกแนวทาง", "กลยุทธ์ or แนวทางการพัฒนา")),
        text("programme_word", "คำเรียกแผนงาน"),
        text("flagship_word", "คำเรียกโครงการสำคัญ"),
        integer("national_plan_number", "แผนพัฒนาฯ ฉบับที่", "the national economic and social development plan in force"),
        text("national_plan_name", "ชื่อแผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ"),
        text("region_plan_word", "คำเรียกแผนระดับภาค", "แผนพัฒนาภาค, or เป้าหมายและแนวทางการพัฒนาภาค since 2565"),
        reference("policy_committee", "คณะกรรมการนโยบาย", "committees"),
        reference("criteria_committee", "คณะกรรมการที่ออกหลักเกณฑ์", "committees"),
        reference("cluster_committee", "คณะกรรมการระดับกลุ่มจังหวัด", "committees"),
        reference("province_committee", "คณะกรรมการระดับจังหวัด", "committees"),
        text("law", "กฎหมายแม่บท"),
        text("criteria_title", "ชื่อหลักเกณฑ์การจัดทำแผน"),
        text("criteria_resolution", "มติที่กำหนดหลักเกณฑ์"),
        date("criteria_date", "วันที่มติ")}});
}

base::Table cycle_forms() {
  return with_provenance(
      {"cycle_forms",
       "แบบฟอร์มประจำรอบแผน",
       "Form numbers and titles: they change every cycle",
       {"cycle", "form"},
       {required(reference("cycle", "รอบแผน", "cycles", "forms")),
        required(code("form", "รหัสแบบ", "`kj1`, `kj1_1`, `kj2`, `kj3` for clusters, `j1` ... for provinces")),
        required(text("number", "เลขแบบ", "as printed at the top right: `แบบ กจ.1`")), required(text("title", "ชื่อแบบ")),
        choice("area_kind", "ใช้กับ", {{"cluster", "กลุ่มจังหวัด"}, {"province", "จังหวัด"}}),
        choice("orientation", "แนวกระดาษ", {{"portrait", "แนวตั้ง"}, {"landscape", "แนวนอน"}}),
        required(choice("evidence", "หลักฐาน",
                        {{"seen", "พบแบบจริง"}, {"analogy", "เทียบเคียงจากแบบอื่น"}, {"unconfirmed", "ยังไม่ยืนยัน"}},
                        "how well the number and title are known")),
        text("remarks", "หมายเหตุ")}});
}

base::Table areas() {
  return with_provenance({"areas",
                          "พื้นที่",
                          "Country, regions, clusters, provinces and, where a plan needs them, districts",
                          {"code"},
                          {required(code("code", "รหัสพื้นที่", "`R-N`, `N-U2`, `TH-57` (ISO 3166-2)")),
                           required(choice("kind", "ประเภท", area_kind_choices())),
                           required(text("name", "ชื่อ", "`เชียงราย`, `กลุ่มจังหวัดภาคเหนือตอนบน 2`")),
                           text("full_name", "ชื่อเต็ม", "with its kind: `จังหวัดเชียงราย`"), text("short_name", "ชื่อย่อ"),
                           text("nickname", "ชื่อเรียกอื่น"), integer("ordinal", "ลำดับ"), date("valid_from", "มีผลตั้งแต่"),
                           date("valid_to", "มีผลถึง")}});
}

base::Table memberships() {
  return with_provenance(
      {"memberships",
       "การเป็นสมาชิกของพื้นที่",
       "Which area belongs to which, since when: announcements move provinces and clusters",
       {"group", "member", "valid_from"},
       {required(reference("group", "กลุ่ม", "areas", "members", "region or cluster")),
        required(reference("member", "สมาชิก", "areas", "memberships", "cluster or province")),
        required(date("valid_from", "มีผลตั้งแต่")), date("valid_to", "มีผลถึง", "last day; missing while in force"),
        integer("ordinal", "ลำดับ", "the fixed order of the group's own papers, not the alphabet"),
        boolean("is_centre", "เป็นศูนย์ปฏิบัติการ", "operating centre of the cluster; missing where it is not known"),
        choice("centre_evidence", "หลักฐานของศูนย์ปฏิบัติการ",
               {{"source", "พบในแหล่งอ้างอิง"}, {"inferred", "อนุมาน"}, {"memory", "ยังไม่ยืนยัน"}, {"unknown", "ไม่ทราบ"}},
               "how well `is_centre` is known")}});
}

base::Table upper_items() {
  return with_provenance(
      {"upper_items",
       "แผนระดับบน",
       "Everything a plan answers to: national strategy (Z), master plan (Y2, Y1), national plan, region, SDG, policy",
       {"code"},
       {required(code("code", "รหัส", "`NS2`, `MP05`, `050001`, `050101`, `P13-M02`, `R-N-1`, `SDG08`")),
        required(choice("kind", "ประเภท",
                        {{"strategy", "ยุทธศาสตร์ชาติ"},
                         {"strategy_goal", "เป้าหมายยุทธศาสตร์ชาติ"},
                         {"master_issue", "ประเด็นแผนแม่บทภายใต้ยุทธศาสตร์ชาติ"},
                         {"master_y2", "เป้าหมายระดับประเด็น (Y2)"},
                         {"master_subplan", "แผนย่อยของแผนแม่บท"},
                         {"master_y1", "เป้าหมายแผนแม่บทย่อย (Y1)"},
                         {"reform", "แผนปฏิรูปประเทศ"},
                         {"national_plan", "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ"},
                         {"milestone", "หมุดหมายของแผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ"},
                         {"region_direction", "เป้าหมายและแนวทางการพัฒนาภาค"},
                         {"province_goal", "เป้าหมายการพัฒนาจังหวัด 20 ปี"},
                         {"policy", "นโยบายรัฐบาล"},
                         {"ministry", "ยุทธศาสตร์กระทรวง"},
                         {"sdg", "เป้าหมายการพัฒนาที่ยั่งยืน (SDGs)"}})),
        reference("parent", "อยู่ภายใต้", "upper_items", "children"), integer("ordinal", "ลำดับ"),
        text("number", "เลขที่", "as printed: `2`, `05`"), required(text("name", "ชื่อ")), text("short_name", "ชื่อย่อ"),
        reference("area", "พื้นที่", "areas", {}, "the region a direction belongs to"), date("valid_from", "มีผลตั้งแต่"),
        date("valid_to", "มีผลถึง")}});
}

base::Table agencies() {
  return with_provenance(
      {"agencies",
       "หน่วยงาน",
       "Agencies that own, run or report something",
       {"code"},
       {required(code("code", "รหัสหน่วยงาน")), required(text("name", "ชื่อหน่วยงาน")), text("short_name", "ชื่อย่อ"),
        choice("kind", "ประเภท",
               {{"central", "ราชการส่วนกลาง"},
                {"provincial", "ราชการส่วนภูมิภาค"},
                {"local", "องค์กรปกครองส่วนท้องถิ่น"},
                {"office", "สำนักงานกลุ่มจังหวัด/จังหวัด"},
                {"independent", "องค์กรอิสระ"},
                {"academic", "สถาบันการศึกษา"},
                {"private", "ภาคเอกชน"},
                {"civil", "ภาคประชาสังคม"}}),
        text("ministry", "สังกัดกระทรวง"), reference("area", "พื้นที่", "areas", "agencies"),
        text("head_position", "ตำแหน่งหัวหน้าหน่วยงาน"), prose("address", "ที่อยู่"), code("phone", "โทรศัพท์"),
        code("email", "อีเมล"), code("website", "เว็บไซต์")}});
}

base::Table persons() {
  return with_provenance({"persons",
                          "บุคคล",
                          "People who sign, supervise, collect or report",
                          {"code"},
                          {required(code("code", "รหัส")), required(text("name", "ชื่อ-สกุล")), text("position", "ตำแหน่ง"),
                           text("acting", "ปฏิบัติราชการแทน"), reference("agency", "หน่วยงาน", "agencies", "persons"),
                           code("phone", "โทรศัพท์"), code("email", "อีเมล")}});
}

base::Table abbreviations() {
  return with_provenance({"abbreviations",
                          "คำย่อ",
                          "Abbreviations a document expands at first use",
                          {"short_name"},
                          {required(text("short_name", "คำย่อ")), required(text("name", "คำเต็ม"))}});
}

}  // namespace

std::vector<base::Table> reference_tables() {
  return {sources(),     committees(),  cycles(),   cycle_forms(), areas(),
          memberships(), upper_items(), agencies(), persons(),     abbreviations()};
}

}  // namespace phaen::plan
