// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_diagnostics.h"

#include "base/format.h"

namespace phaen::app::diagnostics {
namespace {

using base::Bilingual;
using base::Diagnostic;
using base::format;

Diagnostic error(const char* code, Bilingual message, Bilingual hint) {
  return {base::Severity::Error, code, {}, std::move(message), std::move(hint)};
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// What was meant, else the first few there are.
Bilingual nearest(const std::string& name, std::vector<std::string> names) {
  const std::string meant = base::did_you_mean(name, names);
  if (!meant.empty()) return {format("หมายถึง “{}” หรือไม่", meant), format("did you mean `{}`", meant)};
  if (names.empty()) return {"แผนยังไม่มีรายการ", "the plan has none"};
  const bool more = names.size() > 12;
  if (more) names.resize(12);
  const std::string list = joined(names) + (more ? " …" : "");
  return {format("ที่มีคือ {}", list), format("there are: {}", list)};
}

}  // namespace

Diagnostic unknown_focus(const std::string& code, const std::vector<std::string>& codes) {
  return error("V001", {format("--focus: แผนไม่มีรหัส “{}”", code), format("--focus: the plan has no code `{}`", code)},
               nearest(code, codes));
}

Diagnostic unknown_issue(const std::string& code, const std::vector<std::string>& issues) {
  return error("V002",
               {format("--issue: ไม่มีประเด็นรหัส “{}”", code), format("--issue: no issue has the code `{}`", code)},
               nearest(code, issues));
}

Diagnostic nothing_to_draw(const std::string& kind, const std::string& lacks) {
  return error("V003",
               {format("แผนไม่มีข้อมูลสำหรับแผนภาพ {}: ไม่มีรายการในตาราง {}", kind, lacks),
                format("the plan holds nothing for a {} map: no records in {}", kind, lacks)},
               {format("กรอกตาราง {} แล้วนำเข้าด้วย phaen import หรือเลือก --kind อื่น", lacks),
                format("fill in {} and import them with `phaen import`, or choose another --kind", lacks)});
}

Diagnostic unknown_ending(const std::string& file) {
  Diagnostic diagnostic =
      error("V004", {"ชื่อแฟ้มต้องลงท้ายด้วย .pdf .svg หรือ .png", "the file's name must end in .pdf, .svg or .png"},
            {"เช่น -o kpi-map.pdf", "for example -o kpi-map.pdf"});
  diagnostic.where.file = file;
  return diagnostic;
}

Diagnostic unknown_level(const std::string& level, const std::vector<std::string>& levels) {
  return error("V005", {format("--levels: ไม่มีระดับ “{}”", level), format("--levels: there is no level `{}`", level)},
               nearest(level, levels));
}

Diagnostic circle_of_nodes(const std::vector<std::string>& codes) {
  std::string chain;
  for (const std::string& code : codes) chain += code + " > ";
  chain += codes.front();
  Diagnostic made =
      error("V006",
            {format("รายการของแผนอยู่ใต้กันเป็นวง จึงไม่มีตำแหน่งในผัง: {}", chain),
             format("nodes of the plan stand under each other in a circle and have no place in a map: {}", chain)},
            {"แก้ช่อง parent ของรายการหนึ่งในตาราง nodes", "mend `parent` of one of them in the table nodes"});
  made.where.record = codes.front();
  return made;
}

}  // namespace phaen::app::diagnostics
