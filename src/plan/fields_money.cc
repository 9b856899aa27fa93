// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"
#include "plan/fields.h"
#include "plan/rows.h"

namespace phaen::plan {
namespace {

base::Table budgets() {
  return with_provenance(
      {"budgets",
       "งบประมาณ",
       "Amounts of a project or activity by year and stage; lines split them by money, category, agency, province",
       {"node", "year", "stage", "line"},
       {required(reference("node", "โครงการ/กิจกรรม", "nodes", "budgets")), required(year("year", "ปีงบประมาณ")),
        required(choice("stage", "ขั้น", stage_choices(), "`planned` is the amount of the five-year plan")),
        required(integer("line", "รายการที่", "1, 2 ... within one project, year and stage")),
        choice("fund", "แหล่งงบประมาณ", fund_choices()), choice("category", "งบรายจ่าย", category_choices()),
        reference("agency", "หน่วยดำเนินการ", "agencies", "budgets"), reference("area", "พื้นที่", "areas", "budgets"),
        required(money("amount", "จำนวนเงิน")), reference("decision", "มติที่ให้เปลี่ยน", "decisions", "budgets"),
        text("remarks", "หมายเหตุ")}});
}

base::Table budget_items() {
  return with_provenance(
      {"budget_items",
       "รายการค่าใช้จ่าย",
       "Expense lines of a budget request as a tree: category, group, item",
       {"code"},
       {required(code("code", "รหัสรายการ")), required(reference("node", "โครงการ/กิจกรรม", "nodes", "budget_items")),
        required(year("year", "ปีงบประมาณ")), reference("parent", "อยู่ภายใต้", "budget_items", "children"),
        required(integer("ordinal", "ลำดับ")), required(choice("category", "งบรายจ่าย", category_choices())),
        required(text("name", "รายการ")), decimal("quantity", "จำนวน"), text("unit", "หน่วยนับ"),
        money("unit_price", "ราคาต่อหน่วย"),
        money("amount", "จำนวนเงิน", "on the leaves of the tree; the amount of a group is the sum of its children"),
        reference("area", "จังหวัด", "areas", "budget_items"), text("place", "สถานที่"), text("remarks", "หมายเหตุ")}});
}

base::Table disbursements() {
  return with_provenance(
      {"disbursements",
       "ผลการเบิกจ่าย",
       "Money paid, counted from the start of the fiscal year to the end of the period",
       {"node", "year", "period", "line"},
       {required(reference("node", "โครงการ/กิจกรรม", "nodes", "disbursements")), required(year("year", "ปีงบประมาณ")),
        required(choice("period", "รอบ", period_choices())), required(integer("line", "รายการที่")),
        choice("fund", "แหล่งงบประมาณ", fund_choices()), choice("category", "งบรายจ่าย", category_choices()),
        reference("area", "จังหวัด", "areas", "disbursements"), required(money("amount", "เบิกจ่ายสะสม")),
        date("date", "ข้อมูล ณ วันที่"), reference("evidence", "หลักฐาน", "evidence", "disbursements")}});
}

base::Table commitments() {
  return with_provenance(
      {"commitments",
       "การก่อหนี้ผูกพัน",
       "Contracts and orders outstanding at the end of the period, not yet paid",
       {"node", "year", "period", "line"},
       {required(reference("node", "โครงการ/กิจกรรม", "nodes", "commitments")), required(year("year", "ปีงบประมาณ")),
        required(choice("period", "รอบ", period_choices())), required(integer("line", "รายการที่")),
        choice("category", "งบรายจ่าย", category_choices()), reference("area", "จังหวัด", "areas", "commitments"),
        required(money("amount", "ก่อหนี้ผูกพันคงค้าง")), code("contract", "เลขที่สัญญา"), text("contractor", "คู่สัญญา"),
        date("date", "ลงวันที่"), date("due_date", "ครบกำหนด"),
        reference("evidence", "หลักฐาน", "evidence", "commitments")}});
}

base::Table obligations() {
  return with_provenance({"obligations",
                          "ภาระผูกพันข้ามปี",
                          "Amounts later years owe to a project that crosses fiscal years",
                          {"node", "year"},
                          {required(reference("node", "โครงการ", "nodes", "obligations")),
                           required(year("year", "ปีงบประมาณ")), required(money("amount", "จำนวนเงินผูกพัน")),
                           reference("decision", "มติอนุมัติ", "decisions", "obligations"), text("remarks", "หมายเหตุ")}});
}

base::Table spending_plans() {
  return with_provenance(
      {"spending_plans",
       "แผนปฏิบัติงานและแผนการใช้จ่ายเงิน",
       "Planned work and money of each single month (not counted up)",
       {"node", "year", "month"},
       {required(reference("node", "โครงการ/กิจกรรม", "nodes", "spending_plan")), required(year("year", "ปีงบประมาณ")),
        required(integer("month", "เดือนที่", "month of the fiscal year: 1 is October, 12 is September")),
        decimal("amount_of_work", "เป้าหมาย"), text("unit", "หน่วยนับ"), money("amount", "งบประมาณ")}});
}

base::Table progress() {
  return with_provenance(
      {"progress",
       "ความก้าวหน้าของงาน",
       "Physical progress of a project, counted from its start to the end of the period",
       {"node", "year", "period"},
       {required(reference("node", "โครงการ/กิจกรรม", "nodes", "progress")), required(year("year", "ปีงบประมาณ")),
        required(choice("period", "รอบ", period_choices())),
        measured(decimal("planned_percent", "ความก้าวหน้าตามแผน"), "ร้อยละ"),
        measured(decimal("actual_percent", "ความก้าวหน้าจริง"), "ร้อยละ"), decimal("planned_output", "ผลผลิตตามแผน"),
        decimal("actual_output", "ผลผลิตจริง"), text("output_unit", "หน่วยนับ"),
        choice("status", "สถานะ",
               {{"not_started", "ยังไม่เริ่ม"},
                {"ongoing", "อยู่ระหว่างดำเนินการ"},
                {"delayed", "ล่าช้า"},
                {"finished", "แล้วเสร็จ"},
                {"cancelled", "ยกเลิก"}}),
        prose("summary", "ผลการดำเนินงาน"), prose("problem", "ปัญหาอุปสรรค"), prose("solution", "แนวทางแก้ไข"),
        date("date", "ข้อมูล ณ วันที่"), reference("reporter", "ผู้รายงาน", "persons", "progress_reports"),
        reference("evidence", "หลักฐาน", "evidence", "progress")}});
}

base::Table disbursement_targets() {
  return with_provenance(
      {"disbursement_targets",
       "เป้าหมายการเบิกจ่าย",
       "The government's own targets by quarter: they change every year",
       {"year", "period", "kind"},
       {required(year("year", "ปีงบประมาณ")), required(choice("period", "รอบ", period_choices())),
        required(
            choice("kind", "ประเภทงบ", {{"overall", "ภาพรวม"}, {"recurrent", "งบประจำ"}, {"investment", "งบลงทุน"}})),
        measured(decimal("paid_percent", "เป้าหมายการเบิกจ่าย"), "ร้อยละ"),
        measured(decimal("spent_percent", "เป้าหมายการใช้จ่าย", "paid and committed together"), "ร้อยละ")}});
}

}  // namespace

std::vector<base::Table> money_tables() {
  return {budgets(),     budget_items(),   disbursements(), commitments(),
          obligations(), spending_plans(), progress(),      disbursement_targets()};
}

}  // namespace phaen::plan
