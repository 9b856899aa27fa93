// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/diagnostics.h"

#include <utility>

#include "base/format.h"

namespace phaen::diagram::diagnostics {
namespace {

using base::format;
using base::Severity;

base::Diagnostic make(Severity severity, const char* code, std::string_view record, base::Bilingual message,
                      base::Bilingual hint) {
  base::Position where;
  where.record = record;
  return {severity, code, where, std::move(message), std::move(hint)};
}

}  // namespace

base::Diagnostic code_twice(std::string_view code, std::string_view first_level, std::string_view second_level) {
  return make(Severity::Warning, "G001", code,
              {format("รหัส “{}” อยู่ในผังสองแห่ง คือระดับ “{}” และ “{}” จึงวาดเฉพาะแห่งแรก", code, first_level, second_level),
               format("`{}` stands in the map twice, on `{}` and on `{}`; only the first is drawn", code, first_level,
                      second_level)},
              {"ตั้งรหัสให้ไม่ซ้ำกันและอยู่ระดับเดียว", "give each box a code of its own, on one level"});
}

base::Diagnostic unknown_end(std::string_view from, std::string_view to, bool from_missing) {
  const std::string_view missing = from_missing ? from : to;
  return make(Severity::Warning, "G002", missing,
              {format("เส้นเชื่อม {} → {} อ้างถึง “{}” ซึ่งไม่มีในผัง จึงไม่วาด", from, to, missing),
               format("the link {} -> {} names `{}`, which is not in the map; it is left out", from, to, missing)},
              {"ตรวจรหัสของเส้นเชื่อม หรือเพิ่มรายการที่ขาด", "mend the code of the link, or add what it names"});
}

base::Diagnostic not_downwards(std::string_view from, std::string_view from_level, std::string_view to,
                               std::string_view to_level) {
  return make(Severity::Warning, "G003", from,
              {format("เส้นเชื่อม {} ({}) → {} ({}) ไม่ได้ลงจากระดับบนสู่ระดับล่าง จึงไม่วาด", from, from_level, to, to_level),
               format("the link {} ({}) -> {} ({}) does not lead from an upper level to a lower one; it is left out",
                      from, from_level, to, to_level)},
              {"สลับปลายของเส้นเชื่อม หรือตัดเส้นที่วนกลับ", "turn the link round, or remove the one that closes a circle"});
}

base::Diagnostic empty_map(std::string_view title) {
  return make(Severity::Error, "G004", {},
              {format("ผัง “{}” ไม่มีรายการให้วาด", title), format("the map `{}` has nothing to draw", title)},
              {"ตรวจระดับ ประเด็น หรือรหัสที่เลือก และข้อมูลในแผน", "check the levels, issue or code asked for, and the plan"});
}

base::Diagnostic unknown_level(std::string_view code, std::size_t level) {
  return make(Severity::Warning, "G005", code,
              {format("“{}” อยู่ระดับที่ {} ซึ่งผังนี้ไม่มี จึงไม่วาด", code, level + 1),
               format("`{}` stands on level {}, which the map does not have; it is left out", code, level + 1)},
              {"กำหนดระดับของรายการให้ถูกต้อง", "give it a level of the map"});
}

base::Diagnostic name_cut(std::string_view code) {
  return make(
      Severity::Note, "G006", code,
      {format("ชื่อของ “{}” ยาวเกินสี่บรรทัด จึงตัดในกล่อง ชื่อเต็มอยู่ในคำบรรยายแทนภาพ", code),
       format("the name of `{}` takes more than four lines and is cut; the alternative text has it in full", code)},
      {"ใส่ชื่อย่อสำหรับแผนผัง", "give it a short name for diagrams"});
}

base::Diagnostic unknown_focus(std::string_view code, std::string_view meant) {
  return make(Severity::Error, "G007", code,
              {format("ไม่พบรหัส “{}” ในผัง", code), format("no box of the map has the code `{}`", code)},
              meant.empty() ? base::Bilingual{"ตรวจรหัสกับแผน", "check the code against the plan"}
                            : base::Bilingual{format("หมายถึง “{}” หรือไม่", meant), format("did you mean `{}`?", meant)});
}

base::Diagnostic no_face(std::string_view family) {
  return make(Severity::Error, "G008", {},
              {format("ไม่มีแบบอักษร “{}” ในงานนี้", family), format("the job has no font `{}`", family)},
              {"เพิ่มแฟ้มแบบอักษรนี้ หรือเลือกตระกูลอื่น", "add its font file, or name another family"});
}

base::Diagnostic too_many_levels(std::size_t levels, std::size_t most) {
  return make(Severity::Error, "G009", {},
              {format("ผังมี {} ระดับ แต่กระดาษกว้างพอสำหรับ {} ระดับ", levels, most),
               format("the map has {} levels, the paper is wide enough for {}", levels, most)},
              {"เลือกระดับให้น้อยลง หรือใช้กระดาษ A3 แนวนอน", "choose fewer levels, or A3 landscape"});
}

base::Diagnostic unknown_issue(std::size_t issue, std::size_t issues) {
  return make(Severity::Error, "G010", {},
              {format("ไม่มีประเด็นที่ {} (แผนมี {} ประเด็น)", issue + 1, issues),
               format("there is no issue {} (the plan has {})", issue + 1, issues)},
              {"เลือกประเด็นที่มีในแผน", "name an issue of the plan"});
}

base::Diagnostic unknown_level_key(std::string_view key, std::string_view meant) {
  return make(Severity::Error, "G011", {}, {format("ไม่มีระดับ “{}” ในผัง", key), format("the map has no level `{}`", key)},
              meant.empty() ? base::Bilingual{"ตรวจชื่อระดับ", "check the names of the levels"}
                            : base::Bilingual{format("หมายถึง “{}” หรือไม่", meant), format("did you mean `{}`?", meant)});
}

base::Diagnostic many_series(std::size_t series, std::size_t looks) {
  return make(Severity::Warning, "G030", {},
              {format("แผนภูมิมี {} ชุดข้อมูล เกิน {} ชุดที่แยกออกจากกันได้ด้วยลวดลาย", series, looks),
               format("the chart has {} series, more than the {} that patterns tell apart", series, looks)},
              {"แบ่งเป็นหลายแผนภูมิ หรือพิมพ์เป็นตาราง", "make several charts of it, or print a table"});
}

base::Diagnostic chart_name_cut(std::string_view name) {
  return make(
      Severity::Note, "G031", {},
      {format("ชื่อ “{}” ยาวเกินที่ว่างในแผนภูมิ จึงย่อ ชื่อเต็มอยู่ในคำบรรยายแทนภาพ", name),
       format("the name `{}` is longer than its place in the chart and is cut; the alternative text has it in full",
              name)},
      {"ใช้ชื่อย่อในแผนภูมิ", "use a short name in the chart"});
}

}  // namespace phaen::diagram::diagnostics
