// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics.h"

#include "base/format.h"

namespace phaen::app::diagnostics {
namespace {

using base::Bilingual;
using base::Diagnostic;
using base::format;
using base::Severity;

Diagnostic error(const char* code, const std::string& file, Bilingual message, Bilingual hint) {
  Diagnostic diagnostic{Severity::Error, code, {}, std::move(message), std::move(hint)};
  diagnostic.where.file = file;
  return diagnostic;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// What was meant, or else everything there is.
Bilingual nearest(const std::string& name, const std::vector<std::string>& names) {
  const std::string meant = base::did_you_mean(name, names);
  if (!meant.empty()) return {format("หมายถึง “{}” หรือไม่", meant), format("did you mean `{}`", meant)};
  return {format("ที่มีคือ {}", joined(names)), format("there are: {}", joined(names))};
}

}  // namespace

Diagnostic no_share_folder(const std::string& tried) {
  return error("A001", tried,
               {"ไม่พบโฟลเดอร์ที่มี templates/ fonts/ และ samples/", "no folder with templates/, fonts/ and samples/ here"},
               {"ระบุด้วย --share DIR", "name it with --share DIR"});
}

Diagnostic unknown_sample(const std::string& name, const std::vector<std::string>& samples) {
  return error("A002", {}, {format("ไม่มีตัวอย่างชื่อ “{}”", name), format("no sample named `{}`", name)},
               nearest(name, samples));
}

Diagnostic unknown_template(const std::string& name, const std::vector<std::string>& ids) {
  return error("A003", {}, {format("ไม่มีแม่แบบชื่อ “{}”", name), format("no template `{}`", name)}, nearest(name, ids));
}

Diagnostic no_template_fits(const std::string& cycle) {
  return error(
      "A004", {},
      {format("ไม่มีแม่แบบมาตรฐานสำหรับแผนรอบ {}", cycle), format("no standard template fits a plan of cycle {}", cycle)},
      {"ดูรายการด้วย phaen template list หรือระบุแม่แบบด้วย -t", "see `phaen template list`, or name a template with -t"});
}

Diagnostic not_one_plan(const std::string& location, std::size_t found) {
  return error("A005", location,
               {format("ต้องมีแผน 1 รายการในตาราง plans แต่พบ {}", found),
                format("expected one record in table plans, found {}", found)},
               {"นำเข้าข้อมูลแผนด้วย phaen import หรือเริ่มจาก phaen new --sample",
                "import a plan with `phaen import`, or start from `phaen new --sample`"});
}

Diagnostic bad_folder(const std::string& folder, const std::string& reason) {
  return error("A006", folder, {format("ใช้โฟลเดอร์นี้ไม่ได้: {}", reason), format("cannot use this folder: {}", reason)},
               {"ตรวจชื่อโฟลเดอร์และสิทธิ์การใช้งาน", "check its name and permissions"});
}

Diagnostic unknown_family(const std::string& family, const std::vector<std::string>& families) {
  return error("A007", {}, {format("ไม่มีแบบอักษรตระกูล “{}”", family), format("no font family `{}`", family)},
               nearest(family, families));
}

Diagnostic already_exists(const std::string& location) {
  return error("A008", location, {"มีแฟ้มนี้อยู่แล้ว", "this file exists already"},
               {"ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมก่อน", "use another name, or move the old file away first"});
}

Diagnostic no_date(const std::string& location) {
  return error("A009", location,
               {"แผนไม่มีวันที่ของเอกสาร (plans.issue_date)", "the plan has no issue date (plans.issue_date)"},
               {"กรอก issue_date ในตาราง plans หรือระบุ --date", "fill in issue_date in table plans, or give --date"});
}

Diagnostic same_output(const std::string& file) {
  return error(
      "A011", file, {"แม่แบบสองชุดเขียนแฟ้มชื่อเดียวกัน", "two templates would write this same file"},
      {"เปลี่ยน file ของแม่แบบชุดหนึ่ง หรือสร้างทีละชุดด้วย -t", "change `file` in one of them, or build one at a time with -t"});
}

Diagnostic nothing_to_print(const std::string& id) {
  Diagnostic diagnostic = error(
      "A012", {},
      {format("แม่แบบ {} ไม่มีเนื้อหาสำหรับแผนนี้ จึงไม่สร้างแฟ้ม", id),
       format("template {} prints nothing for this plan: no file is made", id)},
      {"กรอกข้อมูลที่แม่แบบพิมพ์ หรือระบุแม่แบบที่ต้องการด้วย -t", "fill in what it prints, or name the templates you want with -t"});
  diagnostic.severity = Severity::Warning;
  return diagnostic;
}

// --- the command line

Diagnostic unknown_command(const std::string& name, const std::vector<std::string>& commands) {
  return error("A020", {}, {format("ไม่มีคำสั่ง “{}”", name), format("no command `{}`", name)}, nearest(name, commands));
}

Diagnostic unknown_option(const std::string& name, const std::vector<std::string>& options, const std::string& help) {
  const std::string meant = base::did_you_mean(name, options);
  const Bilingual see{format("ดูตัวเลือกทั้งหมดด้วย {}", help), format("see all options with `{}`", help)};
  return error("A021", {}, {format("ไม่มีตัวเลือก “{}”", name), format("no option `{}`", name)},
               meant.empty() ? see : nearest(name, options));
}

Diagnostic missing_argument(const std::string& name, const std::string& meaning, const std::string& help) {
  return error("A022", {}, {format("ต้องระบุ {} ({})", name, meaning), format("{} is missing ({})", name, meaning)},
               {format("ดูวิธีใช้ด้วย {}", help), format("see `{}`", help)});
}

Diagnostic bad_option_value(const std::string& option, const std::string& value,
                            const std::vector<std::string>& expected) {
  return error("A023", {},
               {format("{} รับค่า “{}” ไม่ได้", option, value), format("{} does not take the value `{}`", option, value)},
               nearest(value, expected));
}

Diagnostic option_without_value(const std::string& option, const std::string& form) {
  return error("A024", {}, {format("{} ไม่มีค่าตามหลัง", option), format("{} stands without its value", option)},
               {format("เขียนเป็น {} {}", option, form), format("write {} {}", option, form)});
}

Diagnostic too_many_arguments(const std::string& first, const std::string& help) {
  return error("A025", {}, {format("“{}” เกินมา", first), format("`{}` is one argument too many", first)},
               {format("ใส่ชื่อที่มีช่องว่างในเครื่องหมายคำพูด ดูวิธีใช้ด้วย {}", help),
                format("put a name with spaces in quotes; see `{}`", help)});
}

Diagnostic no_command(const std::vector<std::string>& commands) {
  return error("A026", {}, {"ต้องระบุคำสั่ง", "a command is missing"}, nearest("", commands));
}

Diagnostic wrong_usage(const std::string& reason, const std::string& help) {
  return error("A027", {}, {format("ใช้คำสั่งไม่ถูกต้อง: {}", reason), format("wrong usage: {}", reason)},
               {format("ดูวิธีใช้ด้วย {}", help), format("see `{}`", help)});
}

}  // namespace phaen::app::diagnostics
