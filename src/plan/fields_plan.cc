// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table plans() {
  return with_provenance(
      {"plans",
       "แผน",
       "The plan itself: one record in a plan database",
       {"code"},
       {required(code("code", "รหัสแผน", "`N-U2-2566`")),
        required(text("title", "ชื่อแผน")),
        text("short_title", "ชื่อย่อ", "for running heads"),
        required(reference("cycle", "รอบแผน", "cycles", "plans")),
        required(reference("area", "พื้นที่", "areas", "plans")),
        required(choice("kind", "ประเภทแผน", {{"cluster", "แผนพัฒนากลุ่มจังหวัด"}, {"province", "แผนพัฒนาจังหวัด"}})),
        text("edition", "ฉบับ", "`ฉบับทบทวน พ.ศ. 2568`; missing for the first edition"),
        required(year("start_year", "ปีเริ่มต้น")),
        required(year("end_year", "ปีสิ้นสุด")),
        date("issue_date", "วันที่ของเอกสาร", "documents are dated by it unless the job says otherwise"),
        required(choice("status", "สถานะ", {{"draft", "ร่าง"}, {"approved", "ได้รับความเห็นชอบ"}})),
        reference("agency", "หน่วยงานผู้จัดทำ", "agencies", "plans"),
        reference("head", "ผู้ลงนาม", "persons", {}, "governor who heads the cluster or province"),
        text("goal", "เป้าหมายการพัฒนา/วิสัยทัศน์", "one sentence, without quotation marks"),
        text("motto", "คำขวัญ/ชื่อเรียก"),
        year("action_year", "ปีของแผนปฏิบัติราชการ", "the annual action plan printed"),
        year("report_year", "ปีที่รายงาน"),
        choice("report_period", "รอบที่รายงาน", period_choices()),
        date("as_of", "ข้อมูล ณ วันที่"),
        money("ceiling", "กรอบวงเงิน", "budget ceiling of the action year"),
        year("previous_start_year", "ปีเริ่มต้นของแผนรอบก่อน"),
        year("previous_end_year", "ปีสิ้นสุดของแผนรอบก่อน")}});
}

base::Table nodes() {
  return with_provenance(
      {"nodes",
       "โครงสร้างแผน",
       "The plan tree: goal, issues, guidelines, programmes, flagships, projects, activities",
       {"code"},
       {required(code("code", "รหัส", "`G`, `I1`, `I1-P1`, `I1-P1-J01`, `I1-P1-J01-A1`")),
        reference("parent", "อยู่ภายใต้", "nodes", "children"),
        required(choice("level", "ระดับ",
                        {{"goal", "เป้าหมายการพัฒนา"},
                         {"issue", "ประเด็นการพัฒนา"},
                         {"guideline", "แนวทางการพัฒนา"},
                         {"programme", "แผนงาน"},
                         {"flagship", "โครงการสำคัญ"},
                         {"project", "โครงการ"},
                         {"activity", "กิจกรรม"}})),
        required(integer("ordinal", "ลำดับ", "among the children of one parent")), required(text("name", "ชื่อ")),
        text("short_name", "ชื่อย่อ", "for diagrams and narrow columns"), prose("description", "คำอธิบาย"),
        reference("twenty_year_goal", "เป้าหมายการพัฒนาจังหวัด 20 ปี", "upper_items", {},
                  "main plan or sub-plan a programme comes from (provinces)")}});
}

base::Table value_chains() {
  return with_provenance({"value_chains",
                          "ห่วงโซ่คุณค่า",
                          "Area value chains: one for a product or a service",
                          {"code"},
                          {required(code("code", "รหัส")), required(text("name", "ชื่อ")),
                           reference("issue", "ประเด็นการพัฒนา", "nodes", "value_chains"), integer("ordinal", "ลำดับ")}});
}

base::Table value_chain_stages() {
  return with_provenance(
      {"value_chain_stages",
       "ขั้นของห่วงโซ่คุณค่า",
       "Upstream, midstream, downstream",
       {"code"},
       {required(code("code", "รหัส")), required(reference("chain", "ห่วงโซ่คุณค่า", "value_chains", "stages")),
        required(integer("ordinal", "ลำดับ")),
        required(choice("phase", "ช่วง", {{"upstream", "ต้นทาง"}, {"midstream", "กลางทาง"}, {"downstream", "ปลายทาง"}})),
        required(text("name", "ชื่อขั้น")), prose("description", "คำอธิบาย")}});
}

base::Table factors() {
  return with_provenance({"factors",
                          "องค์ประกอบและปัจจัย (FVCT)",
                          "Final Value Chain Thailand: under each Y1 its components, under each component its factors",
                          {"code"},
                          {required(code("code", "รหัส", "`050101V01`, `050101F0101`")),
                           required(choice("kind", "ประเภท", {{"component", "องค์ประกอบ"}, {"factor", "ปัจจัย"}})),
                           reference("parent", "องค์ประกอบ", "factors", "factors"),
                           reference("item", "เป้าหมายแผนแม่บทย่อย (Y1)", "upper_items", "factors"),
                           integer("ordinal", "ลำดับ"), required(text("name", "ชื่อ"))}});
}

base::Table projects() {
  return with_provenance(
      {"projects",
       "รายละเอียดโครงการ",
       "What the project brief says about a node of level flagship or project",
       {"node"},
       {required(reference("node", "โครงการ", "nodes", "brief")),
        choice("kind", "ประเภทโครงการ", {{"new", "ใหม่"}, {"continuing", "ต่อเนื่อง"}, {"existing", "เดิม"}}),
        integer("priority", "ลำดับความสำคัญ", "unique in the plan: cuts are taken from the bottom"),
        choice("frame", "กรอบวงเงิน", {{"within", "ในกรอบ"}, {"over", "เกินกรอบ"}}),
        prose("rationale", "หลักการและเหตุผล", "cites evidence: statistics, research"),
        prose("target_group", "กลุ่มเป้าหมาย"),
        measured(integer("beneficiaries", "จำนวนผู้ได้รับประโยชน์"), "คน"),
        text("place", "พื้นที่เป้าหมาย", "as printed: จังหวัด อำเภอ ตำบล"),
        prose("scope", "ขอบเขตกิจกรรมหลักโดยสังเขป"),
        year("start_year", "ปีงบประมาณเริ่มต้น"),
        year("end_year", "ปีงบประมาณสิ้นสุด"),
        date("start_date", "วันเริ่มโครงการ"),
        date("end_date", "วันสิ้นสุดโครงการ"),
        reference("lead_agency", "หน่วยดำเนินการ", "agencies", "led_projects"),
        reference("contact", "ผู้ประสานงาน", "persons"),
        reference("stage", "ขั้นของห่วงโซ่คุณค่า", "value_chain_stages", "projects"),
        reference("factor", "ปัจจัยหลัก", "factors", "projects", "exactly one main factor of one Y1"),
        prose("output", "ผลผลิต (Output)"),
        prose("outcome", "ผลลัพธ์ (Outcome)", "should hold a number"),
        prose("impact", "ผลกระทบ"),
        prose("inputs", "ปัจจัยนำเข้า", "for the logic model of the audit annex"),
        prose("readiness", "ความพร้อมของโครงการ"),
        boolean("land_ready", "ความพร้อมของพื้นที่"),
        boolean("design_ready", "แบบรูปรายการพร้อม"),
        boolean("permit_ready", "ได้รับอนุญาตแล้ว"),
        prose("cross_province", "ประโยชน์ข้ามจังหวัด", "why a project in one province belongs to the cluster plan"),
        prose("risk", "ความเสี่ยง"),
        text("method", "วิธีดำเนินการ"),
        code("system_code", "รหัสโครงการในระบบ eMENSCR"),
        choice("status", "สถานะ",
               {{"proposed", "เสนอ"},
                {"approved", "อนุมัติ"},
                {"running", "อยู่ระหว่างดำเนินการ"},
                {"finished", "แล้วเสร็จ"},
                {"cancelled", "ยกเลิก"}}),
        prose("remarks", "หมายเหตุ")}});
}

base::Table activities() {
  return with_provenance({"activities",
                          "รายละเอียดกิจกรรม",
                          "What is to be done in a node of level activity",
                          {"node"},
                          {required(reference("node", "กิจกรรม", "nodes", "work")),
                           choice("kind", "ประเภท", {{"main", "กิจกรรมหลัก"}, {"sub", "กิจกรรมย่อย"}}),
                           prose("scope", "ขอบเขตงาน"), text("place", "สถานที่ดำเนินการ"),
                           reference("agency", "หน่วยงานผู้รับผิดชอบ", "agencies", "activities"), date("start_date", "เริ่ม"),
                           date("end_date", "สิ้นสุด"), text("output", "ผลผลิต"), decimal("amount", "เป้าหมายปริมาณงาน"),
                           text("unit", "หน่วยนับ"), text("method", "วิธีดำเนินการ"), text("remarks", "หมายเหตุ")}});
}

base::Table objectives() {
  return with_provenance({"objectives",
                          "วัตถุประสงค์",
                          "Numbered objectives of an issue or a project",
                          {"node", "ordinal"},
                          {required(reference("node", "ประเด็น/โครงการ", "nodes", "objectives")),
                           required(integer("ordinal", "ลำดับ")), required(text("text", "วัตถุประสงค์"))}});
}

base::Table node_areas() {
  return with_provenance({"node_areas",
                          "พื้นที่ดำเนินการ",
                          "Areas a project or activity touches: a cluster project needs two provinces",
                          {"node", "area"},
                          {required(reference("node", "โครงการ/กิจกรรม", "nodes", "areas")),
                           required(reference("area", "พื้นที่", "areas", "nodes")), integer("ordinal", "ลำดับ"),
                           text("place", "อำเภอ/ตำบล")}});
}

base::Table node_agencies() {
  return with_provenance(
      {"node_agencies",
       "หน่วยงานที่เกี่ยวข้อง",
       "Agencies beside the one that leads",
       {"node", "agency", "role"},
       {required(reference("node", "โครงการ/กิจกรรม", "nodes", "agencies")),
        required(reference("agency", "หน่วยงาน", "agencies", "nodes")),
        required(choice("role", "บทบาท",
                        {{"lead", "รับผิดชอบหลัก"}, {"joint", "หน่วยงานที่เกี่ยวข้อง"}, {"budget_owner", "เจ้าของงบประมาณ"}}))}});
}

base::Table supporting_factors() {
  return with_provenance(
      {"supporting_factors",
       "ปัจจัยสนับสนุน",
       "Factors a project supports beside its main one",
       {"node", "factor"},
       {required(reference("node", "โครงการ", "nodes", "supporting_factors")),
        required(reference("factor", "ปัจจัย", "factors", "supporters")), text("rationale", "เหตุผล")}});
}

base::Table alignments() {
  return with_provenance(
      {"alignments",
       "ความเชื่อมโยงกับแผนระดับบน",
       "Edges from the plan tree to upper plans: many to many, one of a kind is primary",
       {"node", "item"},
       {required(reference("node", "ประเด็น/โครงการ", "nodes", "alignments")),
        required(reference("item", "แผนระดับบน", "upper_items", "alignments")),
        required(choice("rank", "หลัก/รอง", rank_choices())), prose("rationale", "เหตุผลความเชื่อมโยง")}});
}

}  // namespace

std::vector<base::Table> plan_tables() {
  return {plans(),      nodes(),      value_chains(),  value_chain_stages(), factors(),   projects(), activities(),
          objectives(), node_areas(), node_agencies(), supporting_factors(), alignments()};
}

}  // namespace phaen::plan
