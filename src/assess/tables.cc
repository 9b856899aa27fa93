// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/tables.h"

#include "plan/choices.h"

namespace phaen::assess {
namespace {

using base::Field;
using base::FieldType;
using base::Table;

Field money(const char* name, const char* label) {
  return {.name = name, .type = FieldType::Money, .label = label, .unit = "บาท"};
}

Field reference(const char* name, const char* label, const char* target, const char* inverse = "") {
  return {.name = name, .type = FieldType::Reference, .label = label, .target = target, .inverse = inverse};
}

Field year() { return {.name = "year", .type = FieldType::Year, .label = "ปีงบประมาณ"}; }

Field fact() {
  return {.name = "fact",
          .type = FieldType::Choice,
          .label = "ข้อมูลจริงหรือสมมุติ",
          .choices = {{"real", "จริง"}, {"synthetic", "สมมุติ"}},
          .note = "synthetic when any value it was computed from is"};
}

std::vector<base::Choice> all_categories() {
  auto choices = plan::category_choices();
  choices.push_back({"unspecified", "ไม่ระบุงบรายจ่าย"});
  return choices;
}

Table allocations() {
  return {"allocations",
          "งบประมาณที่มีผล",
          "Budget lines in force, with the project, programme and issue they are for",
          {"node", "year", "line"},
          {reference("node", "โครงการ/กิจกรรม", "nodes", "allocations"),
           year(),
           {.name = "line", .type = FieldType::Integer, .label = "รายการที่"},
           reference("project", "โครงการ", "nodes", "project_allocations"),
           reference("programme", "แผนงาน", "nodes", "programme_allocations"),
           reference("issue", "ประเด็นการพัฒนา", "nodes", "issue_allocations"),
           {.name = "stage", .type = FieldType::Choice, .label = "ขั้น", .choices = plan::stage_choices()},
           {.name = "fund", .type = FieldType::Choice, .label = "แหล่งงบประมาณ", .choices = plan::fund_choices()},
           {.name = "category", .type = FieldType::Choice, .label = "งบรายจ่าย", .choices = all_categories()},
           reference("agency", "หน่วยดำเนินการ", "agencies", "allocations"),
           reference("area", "พื้นที่", "areas", "allocations"),
           money("amount", "จำนวนเงิน"),
           fact()}};
}

std::vector<Field> amounts() {
  return {money("amount", "รวม"),
          money("operating", "งบดำเนินงาน"),
          money("investment", "งบลงทุน"),
          money("subsidy", "งบเงินอุดหนุน"),
          money("other", "งบรายจ่ายอื่น"),
          money("personnel", "งบบุคลากร"),
          money("unspecified", "ไม่ระบุงบรายจ่าย"),
          fact()};
}

Table node_years() {
  Table table{"node_years",
              "งบประมาณรายปีของโครงสร้างแผน",
              "Money of a node and all nodes below it, by fiscal year",
              {"node", "year"},
              {reference("node", "โครงสร้างแผน", "nodes", "years"),
               year(),
               reference("issue", "ประเด็นการพัฒนา", "nodes", "issue_years"),
               reference("programme", "แผนงาน", "nodes", "programme_years"),
               reference("project", "โครงการ", "nodes", "project_years"),
               {.name = "leaf",
                .type = FieldType::Boolean,
                .label = "เงินของรายการนี้เอง",
                .note = "true when no node below has money of the year"}}};
  for (Field& field : amounts()) table.fields.push_back(std::move(field));
  return table;
}

Table node_totals() {
  Table table{"node_totals",
              "งบประมาณรวมของโครงสร้างแผน",
              "Money of a node and all nodes below it, over the years of the plan",
              {"node"},
              {reference("node", "โครงสร้างแผน", "nodes", "totals")}};
  for (Field& field : amounts()) table.fields.push_back(std::move(field));
  return table;
}

Table year_categories() {
  return {
      "year_categories",
      "งบประมาณรายปีตามงบรายจ่าย",
      "Money in force of a fiscal year by expense category; only categories that have some, in the order of the budget",
      {"year", "category"},
      {year(),
       {.name = "category", .type = FieldType::Choice, .label = "งบรายจ่าย", .choices = all_categories()},
       money("amount", "จำนวนเงิน"),
       fact()}};
}

Table kpi_plans() {
  return {"kpi_plans",
          "ค่าเป้าหมายรวมของตัวชี้วัด",
          "Target of the whole plan: sum, last year, average or a fixed text, as the KPI says",
          {"kpi"},
          {reference("kpi", "ตัวชี้วัด", "kpis", "whole"),
           {.name = "value", .type = FieldType::Quantity, .label = "ค่าเป้าหมายรวม"},
           {.name = "unit", .label = "หน่วยของค่าเป้าหมาย", .note = "the KPI's target unit, else its unit"},
           fact()}};
}

Table linkages() {
  return {
      "linkages",
      "ความเชื่อมโยงกับแผนระดับต่าง ๆ",
      "Upper items of each flagship or project: its own, else those of the nodes above it",
      {"node"},
      {reference("node", "โครงการ", "nodes", "linkage"), reference("issue", "ประเด็นการพัฒนา", "nodes", "issue_linkages"),
       reference("programme", "แผนงาน", "nodes"), reference("strategy", "ยุทธศาสตร์ชาติ", "upper_items"),
       reference("master_issue", "แผนแม่บทฯ", "upper_items"), reference("milestone", "หมุดหมาย", "upper_items"),
       reference("region_direction", "เป้าหมายและแนวทางการพัฒนาภาค", "upper_items"), money("amount", "งบประมาณ"),
       fact()}};
}

}  // namespace

std::vector<Table> derived_tables() {
  return {allocations(), node_years(), node_totals(), year_categories(), kpi_plans(), linkages()};
}

}  // namespace phaen::assess
