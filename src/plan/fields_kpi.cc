// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table kpi_bank() {
  return with_provenance(
      {"kpi_bank",
       "คลังตัวชี้วัด (KPI Bank)",
       "KPIs ready for reuse, each tied to an upper plan",
       {"code"},
       {required(code("code", "รหัส")), required(text("name", "ชื่อตัวชี้วัด")), text("unit", "หน่วยวัด"),
        choice("direction", "ทิศทาง", direction_choices()), choice("topic", "ด้าน", topic_choices()),
        choice("level", "ระดับ",
               {{"national", "ประเทศ"},
                {"region", "ภาค"},
                {"cluster", "กลุ่มจังหวัด"},
                {"province", "จังหวัด"},
                {"project", "โครงการ"}}),
        reference("item", "แผนระดับบน", "upper_items", "bank_kpis"), prose("definition", "คำจำกัดความ"),
        text("formula", "สูตรคำนวณ"), text("data_source", "แหล่งข้อมูล"), choice("frequency", "ความถี่", frequency_choices()),
        measured(integer("publication_lag", "ความล่าช้าของข้อมูล"), "เดือน"),
        reference("owner", "หน่วยงานเจ้าของข้อมูล", "agencies")}});
}

// The KPI Template (รายละเอียดตัวชี้วัด) in the order officers fill it in: what, from where to where, how scored, by whom.
std::vector<base::Field> kpi_identity() {
  return {required(code("code", "รหัสตัวชี้วัด", "`G-K1`, `I3-K1`, `I3-P1-J01-K1`")),
          required(reference("node", "ประเด็น/โครงการ", "nodes", "kpis", "the node whose success it measures")),
          required(integer("ordinal", "ลำดับ")),
          required(text("name", "ชื่อตัวชี้วัด")),
          text("short_name", "ชื่อย่อ", "for diagrams and narrow columns"),
          text("unit", "หน่วยวัด", "missing is a finding, not an error"),
          text("target_unit", "หน่วยของค่าเป้าหมาย", "when targets are in another unit than actual values: ร้อยละ"),
          choice("kind", "ประเภทตัวชี้วัด",
                 {{"strategic", "ตัวชี้วัดยุทธศาสตร์"},
                  {"proxy", "ตัวชี้วัดทดแทน"},
                  {"outcome", "ผลลัพธ์"},
                  {"output", "ผลผลิต"},
                  {"quantity", "เชิงปริมาณ"},
                  {"quality", "เชิงคุณภาพ"}}),
          choice("dimension", "มิติ",
                 {{"effectiveness", "มิติประสิทธิผล"},
                  {"quality", "มิติคุณภาพ"},
                  {"efficiency", "มิติประสิทธิภาพ"},
                  {"development", "มิติการพัฒนาองค์กร"}}),
          choice("topic", "ด้าน", topic_choices()),
          choice("direction", "ทิศทาง", direction_choices()),
          boolean("shared", "ตัวชี้วัดร่วม", "joint KPI of ministry and area"),
          reference("proxy_for", "ใช้แทนตัวชี้วัด", "kpis", "proxies"),
          reference("bank", "รหัสในคลังตัวชี้วัด", "kpi_bank", "kpis"),
          prose("selection_reason", "เหตุผลที่เลือกใช้")};
}

std::vector<base::Field> kpi_values() {
  return {quantity("base", "ค่าฐาน"),
          text("base_unit", "หน่วยของค่าฐาน"),
          year("base_year", "ปีฐาน"),
          choice("aggregate", "วิธีรวมค่าเป้าหมาย",
                 {{"sum", "ผลรวม"}, {"last", "ค่าปีสุดท้าย"}, {"average", "ค่าเฉลี่ย"}, {"fixed", "ข้อความที่กำหนด"}},
                 "how the yearly targets combine into the target of the whole plan"),
          text("aggregate_text", "ค่าเป้าหมายรวมที่กำหนด", "for `fixed`: `10 (เป้าหมายรวม)`"),
          choice("growth_base", "ฐานของการเติบโต",
                 {{"none", "ไม่ใช่การเติบโต"}, {"previous_year", "ปีก่อนหน้า"}, {"base_year", "ปีฐานของแผน"}},
                 "what a per cent change is measured against; `none` when values are levels"),
          choice("achievement", "วิธีคิดร้อยละความสำเร็จ", {{"ratio", "ผลต่อเป้าหมาย"}, {"distance", "ระยะจากค่าฐาน"}},
                 "`ratio`: result/target (up) or target/result (down); `distance`: (base-result)/(base-target)"),
          measured(decimal("achievement_cap", "เพดานร้อยละความสำเร็จ"), "ร้อยละ"),
          measured(decimal("weight", "น้ำหนัก"), "ร้อยละ")};
}

std::vector<base::Field> kpi_scoring() {
  return {choice("scoring", "รูปแบบการให้คะแนน",
                 {{"milestones", "รูปแบบที่ 1 ขั้นความสำเร็จ"},
                  {"thresholds", "รูปแบบที่ 2 ช่วงค่า"},
                  {"three_targets", "ค่าเป้าหมายขั้นต้น/มาตรฐาน/ขั้นสูง"}}),
          decimal("threshold_1", "เกณฑ์ 1 คะแนน"),
          decimal("threshold_2", "เกณฑ์ 2 คะแนน"),
          decimal("threshold_3", "เกณฑ์ 3 คะแนน"),
          decimal("threshold_4", "เกณฑ์ 4 คะแนน"),
          decimal("threshold_5", "เกณฑ์ 5 คะแนน"),
          text("milestone_1", "ขั้นความสำเร็จระดับ 1"),
          text("milestone_2", "ขั้นความสำเร็จระดับ 2"),
          text("milestone_3", "ขั้นความสำเร็จระดับ 3"),
          text("milestone_4", "ขั้นความสำเร็จระดับ 4"),
          text("milestone_5", "ขั้นความสำเร็จระดับ 5"),
          decimal("target_low", "เป้าหมายขั้นต้น (50)"),
          decimal("target_standard", "เป้าหมายมาตรฐาน (75)"),
          decimal("target_high", "เป้าหมายขั้นสูง (100)"),
          decimal("adjustment", "ช่วงปรับเกณฑ์ต่อ 1 คะแนน")};
}

std::vector<base::Field> kpi_definition() {
  return {prose("definition", "คำจำกัดความ"),
          text("population", "ประชากรกลุ่มเป้าหมาย"),
          prose("formula", "สูตรคำนวณ"),
          prose("assessment_scope", "ขอบเขตการประเมิน"),
          prose("assessment_method", "วิธีการประเมินผล"),
          text("data_source", "แหล่งข้อมูล"),
          prose("collection_method", "วิธีจัดเก็บข้อมูล"),
          choice("frequency", "ความถี่ในการจัดเก็บ", frequency_choices()),
          measured(integer("publication_lag", "ความล่าช้าของข้อมูล", "months from the end of the period to publication"),
                   "เดือน"),
          integer("due_month", "เดือนที่มีข้อมูล", "calendar month 1-12 in which the yearly value is known"),
          reference("owner", "หน่วยงานรับผิดชอบ", "agencies", "kpis"),
          reference("supervisor", "ผู้กำกับดูแลตัวชี้วัด", "persons", "supervised_kpis"),
          reference("collector", "ผู้จัดเก็บข้อมูล", "persons", "collected_kpis"),
          prose("smart_specific", "SMART: เฉพาะเจาะจง"),
          prose("smart_measurable", "SMART: วัดได้"),
          prose("smart_achievable", "SMART: บรรลุได้"),
          prose("smart_relevant", "SMART: สอดคล้อง"),
          prose("smart_timely", "SMART: มีกรอบเวลา"),
          choice("status", "สถานะ", {{"active", "ใช้งาน"}, {"cancelled", "ยกเลิก"}}),
          year("cancelled_year", "ปีที่ยกเลิก"),
          prose("remarks", "หมายเหตุ")};
}

base::Table kpis() {
  base::Table table{"kpis", "ตัวชี้วัด", "KPIs of the goal, issues, projects and activities", {"code"}, {}};
  for (const auto& part : {kpi_identity(), kpi_values(), kpi_scoring(), kpi_definition()})
    table.fields.insert(table.fields.end(), part.begin(), part.end());
  return with_provenance(std::move(table));
}

base::Table targets() {
  return with_provenance(
      {"targets",
       "ค่าเป้าหมาย",
       "Yearly targets with their history: the highest revision is in force",
       {"kpi", "year", "version", "revision"},
       {required(reference("kpi", "ตัวชี้วัด", "kpis", "targets")), required(year("year", "ปีงบประมาณ")),
        required(choice("version", "สถานะค่าเป้าหมาย",
                        {{"requested", "เสนอ"}, {"approved", "เห็นชอบ"}, {"revised", "ปรับปรุง"}})),
        required(integer("revision", "ครั้งที่ปรับ", "0 for requested and approved; 1, 2 ... for each revision")),
        required(quantity("value", "ค่าเป้าหมาย")),
        text("unit", "หน่วย", "only when it differs from the KPI's target unit"),
        reference("decision", "มติที่ให้เปลี่ยน", "decisions", "targets"), prose("reason", "เหตุผล")}});
}

base::Table actuals() {
  return with_provenance(
      {"actuals",
       "ผลการดำเนินงานของตัวชี้วัด",
       "Measured values, counted from the start of the fiscal year; `year` is the final value",
       {"kpi", "year", "period"},
       {required(reference("kpi", "ตัวชี้วัด", "kpis", "actuals")), required(year("year", "ปีงบประมาณ")),
        required(choice("period", "รอบ", period_choices())),
        quantity("value", "ผลการดำเนินงาน", "missing: not yet known"),
        text("unit", "หน่วย", "only when it differs from the KPI's unit"),
        choice("status", "สถานะข้อมูล",
               {{"final", "ข้อมูลสุดท้าย"}, {"preliminary", "ข้อมูลเบื้องต้น"}, {"unavailable", "ยังไม่มีข้อมูล"}}),
        reference("reporter", "ผู้รายงาน", "persons", "reports"), date("date", "วันที่รายงาน"), prose("cause", "สาเหตุ"),
        prose("problem", "ปัญหาอุปสรรค"), prose("solution", "แนวทางแก้ไข"),
        choice("certified", "ผลการรับรอง", {{"approved", "อนุมัติ"}, {"rejected", "ไม่อนุมัติ"}}),
        reference("certifier", "ผู้รับรอง", "persons", "certified_reports")}});
}

base::Table kpi_history() {
  return with_provenance({"kpi_history",
                          "ข้อมูลพื้นฐานย้อนหลัง",
                          "Values of the years before the plan (three at least): why a target can be forecast",
                          {"kpi", "year"},
                          {required(reference("kpi", "ตัวชี้วัด", "kpis", "history")), required(year("year", "ปี")),
                           required(quantity("value", "ค่า")), text("unit", "หน่วย")}});
}

base::Table kpi_links() {
  return with_provenance({"kpi_links",
                          "ความเชื่อมโยงตัวชี้วัด",
                          "Edges of the KPI map: the child drives the parent",
                          {"child", "parent"},
                          {required(reference("child", "ตัวชี้วัดระดับล่าง", "kpis", "parent_links")),
                           required(reference("parent", "ตัวชี้วัดระดับบน", "kpis", "child_links")),
                           required(choice("rank", "หลัก/รอง", rank_choices())), prose("rationale", "เหตุผล")}});
}

base::Table node_kpis() {
  return with_provenance({"node_kpis",
                          "ตัวชี้วัดที่โครงการตอบสนอง",
                          "Which KPI of an issue a project serves",
                          {"node", "kpi"},
                          {required(reference("node", "โครงการ", "nodes", "served_kpis")),
                           required(reference("kpi", "ตัวชี้วัด", "kpis", "serving_nodes")),
                           required(choice("rank", "หลัก/รอง", rank_choices())), prose("rationale", "เหตุผล")}});
}

base::Table kpi_alignments() {
  return with_provenance({"kpi_alignments",
                          "ความเชื่อมโยงตัวชี้วัดกับแผนระดับบน",
                          "Edges from a KPI to the upper plans",
                          {"kpi", "item"},
                          {required(reference("kpi", "ตัวชี้วัด", "kpis", "alignments")),
                           required(reference("item", "แผนระดับบน", "upper_items", "kpi_alignments")),
                           required(choice("rank", "หลัก/รอง", rank_choices())), prose("rationale", "เหตุผล")}});
}

base::Table kpi_candidates() {
  return with_provenance({"kpi_candidates",
                          "ตัวชี้วัดที่พิจารณา",
                          "Selection log: KPIs considered, taken or rejected, and why",
                          {"code"},
                          {required(code("code", "รหัส")), required(text("name", "ชื่อตัวชี้วัด")),
                           reference("node", "ประเด็นการพัฒนา", "nodes", "kpi_candidates"),
                           reference("bank", "รหัสในคลังตัวชี้วัด", "kpi_bank", "candidates"),
                           reference("kpi", "ตัวชี้วัดที่ใช้จริง", "kpis", "candidates"),
                           required(boolean("accepted", "เลือกใช้")), prose("reason", "เหตุผล")}});
}

base::Table actual_evidence() {
  return with_provenance(
      {"actual_evidence",
       "หลักฐานของผลการดำเนินงาน",
       "Evidence of a measured value",
       {"actual", "evidence"},
       {required(reference("actual", "ผลการดำเนินงาน", "actuals", "evidence", "`I3-K1/2566/q4`")),
        required(reference("evidence", "หลักฐาน", "evidence", "actuals")), text("pages", "หน้าที่อ้างถึง"),
        quantity("stated", "ค่าตามหลักฐาน", "the figure the document states"), text("remarks", "หมายเหตุ")}});
}

base::Table kpi_evidence() {
  return with_provenance({"kpi_evidence",
                          "หลักฐานของค่าฐานและเป้าหมาย",
                          "Evidence for the definition, base value or targets of a KPI",
                          {"kpi", "evidence"},
                          {required(reference("kpi", "ตัวชี้วัด", "kpis", "evidence")),
                           required(reference("evidence", "หลักฐาน", "evidence", "kpis")), text("pages", "หน้าที่อ้างถึง"),
                           quantity("stated", "ค่าตามหลักฐาน"), text("remarks", "หมายเหตุ")}});
}

}  // namespace

std::vector<base::Table> kpi_tables() {
  return {kpi_bank(),  kpis(),           targets(),        actuals(),         kpi_history(), kpi_links(),
          node_kpis(), kpi_alignments(), kpi_candidates(), actual_evidence(), kpi_evidence()};
}

}  // namespace phaen::plan
