// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/diagnostics.h"

#include "base/format.h"

namespace phaen::templates::diagnostics {
namespace {

using base::format;

Diagnostic error(const char* code, Position where, Bilingual message, Bilingual hint = {}) {
  return {base::Severity::Error, code, std::move(where), std::move(message), std::move(hint)};
}

std::string list(const std::vector<std::string>& words, std::string_view before = "`", std::string_view after = "`") {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : ", ") + std::string(before) + word + std::string(after);
  return text;
}

Bilingual meant(std::string_view word, const std::vector<std::string>& known) {
  const std::string near = base::did_you_mean(word, known);
  if (!near.empty()) return {format("หมายถึง \"{}\" หรือไม่", near), format("did you mean `{}`?", near)};
  constexpr std::size_t kListed = 24;  // longer lists are looked up in the field list
  if (known.empty() || known.size() > kListed) return {};
  return {format("มีให้ใช้: {}", list(known, "", "")), format("known here: {}", list(known))};
}

}  // namespace

Diagnostic malformed(std::string_view reason, Position where) {
  return error(
      "T001", std::move(where),
      {format("แฟ้มไม่ใช่ XML ที่ถูกต้อง ({})", reason), format("the file is not well-formed XML: {}", reason)},
      {"ตรวจเครื่องหมาย < > & และแท็กปิดก่อนถึงตำแหน่งนี้", "check `<`, `>`, `&` and the closing tags before this place"});
}

Diagnostic doctype(Position where) {
  return error("T002", std::move(where), {"แม่แบบใช้ DOCTYPE ไม่ได้", "a template has no document type declaration"},
               {"ลบบรรทัด <!DOCTYPE …> ออก", "remove the <!DOCTYPE …> line"});
}

Diagnostic unknown_element(std::string_view name, std::string_view near, Position where) {
  Bilingual hint;
  if (!near.empty()) hint = {format("หมายถึง <{}> หรือไม่", near), format("did you mean <{}>?", near)};
  return error("T003", std::move(where), {format("ไม่รู้จักแท็ก <{}>", name), format("unknown element <{}>", name)}, hint);
}

Diagnostic misplaced_element(std::string_view name, std::string_view parent, const std::vector<std::string>& allowed,
                             Position where) {
  Bilingual hint{"ที่นี่ไม่มีแท็กอยู่ข้างในได้", "nothing stands in it"};
  if (!allowed.empty())
    hint = {format("ที่นี่ใช้ได้: {}", list(allowed, "<", ">")), format("it takes {}", list(allowed, "<", ">"))};
  return error("T004", std::move(where),
               {format("<{}> อยู่ใน <{}> ไม่ได้", name, parent), format("<{}> does not stand in <{}>", name, parent)},
               hint);
}

Diagnostic unknown_attribute(std::string_view name, std::string_view element, const std::vector<std::string>& known,
                             Position where) {
  return error("T005", std::move(where),
               {format("<{}> ไม่มีคุณลักษณะ \"{}\"", element, name), format("<{}> has no attribute `{}`", element, name)},
               meant(name, known));
}

Diagnostic missing_attribute(std::string_view name, std::string_view element, Position where) {
  return error(
      "T006", std::move(where),
      {format("<{}> ขาดคุณลักษณะ \"{}\"", element, name), format("<{}> needs the attribute `{}`", element, name)});
}

Diagnostic bad_value(std::string_view attribute, std::string_view found, const Bilingual& expected, Position where,
                     std::string_view meant) {
  Bilingual hint;
  if (!meant.empty()) hint = {format("หมายถึง \"{}\" หรือไม่", meant), format("did you mean `{}`?", meant)};
  return error("T007", std::move(where),
               {format("\"{}\" ต้องเป็น{} แต่พบ \"{}\"", attribute, expected.th, found),
                format("expected {} in `{}`, found `{}`", expected.en, attribute, found)},
               std::move(hint));
}

Diagnostic misplaced_text(std::string_view parent, Position where) {
  return error("T008", std::move(where),
               {format("ข้อความอยู่ใน <{}> โดยตรงไม่ได้", parent), format("text does not stand in <{}>", parent)},
               {"ใส่ข้อความไว้ใน <p> หรือ <cell>", "put it into a <p> or a <cell>"});
}

Diagnostic include_not_found(std::string_view path, Position where) {
  return error("T010", std::move(where),
               {format("ไม่พบแฟ้มที่นำเข้า \"{}\"", path), format("the included file `{}` is not found", path)},
               {"ตรวจชื่อและโฟลเดอร์ เทียบจากโฟลเดอร์ของแฟ้มนี้", "check its name; paths are from the folder of this file"});
}

Diagnostic include_cycle(const std::vector<std::string>& files, Position where) {
  std::string chain;
  for (const std::string& file : files) chain += (chain.empty() ? "" : " → ") + file;
  return error("T011", std::move(where),
               {format("แฟ้มนำเข้าวนกลับมาที่เดิม: {}", chain), format("the file includes itself: {}", chain)});
}

Diagnostic too_large(const Bilingual& limit, Position where) {
  return error("T012", std::move(where),
               {format("แม่แบบใหญ่เกินขีดจำกัด: {}", limit.th), format("the template is over a limit: {}", limit.en)});
}

Diagnostic lonely_else(Position where) {
  return error("T013", std::move(where), {"<else> ไม่มี <if> อยู่ก่อนหน้า", "<else> does not follow an <if>"},
               {"วาง <else> ต่อจาก </if> ทันที", "put <else> right after </if>"});
}

Diagnostic wrong_root(std::string_view found, std::string_view expected, Position where) {
  return error("T014", std::move(where),
               {format("แท็กนอกสุดต้องเป็น <{}> แต่พบ <{}>", expected, found),
                format("expected <{}> as the outermost element, found <{}>", expected, found)});
}

Diagnostic not_utf8(Position where) {
  return error("T015", std::move(where), {"แฟ้มไม่ใช่ UTF-8 ที่ถูกต้อง", "the file is not UTF-8"},
               {"บันทึกแฟ้มใหม่เป็น UTF-8", "save the file as UTF-8"});
}

Diagnostic syntax(const Bilingual& expected, std::string_view found, Position where) {
  const std::string found_th = found.empty() ? "จุดสิ้นสุด" : format("\"{}\"", found);
  const std::string found_en = found.empty() ? "the end" : format("`{}`", found);
  return error(
      "T020", std::move(where),
      {format("ต้องมี{} แต่พบ{}", expected.th, found_th), format("expected {}, found {}", expected.en, found_en)});
}

Diagnostic unknown_name(std::string_view name, const std::vector<std::string>& known, Position where) {
  return error("T021", std::move(where), {format("ไม่รู้จักชื่อ \"{}\"", name), format("unknown name `{}`", name)},
               meant(name, known));
}

Diagnostic unknown_step(std::string_view step, std::string_view table, const std::vector<std::string>& known,
                        Position where) {
  return error("T022", std::move(where),
               {format("ตาราง {} ไม่มีช่อง \"{}\"", table, step), format("`{}` has no field `{}`", table, step)},
               meant(step, known));
}

Diagnostic not_a_value(std::string_view path, std::string_view example, Position where) {
  return error("T023", std::move(where),
               {format("\"{}\" เป็นรายการ ไม่ใช่ค่า", path), format("`{}` is a record, not a value", path)},
               {format("ระบุช่อง เช่น \"{}\"", example), format("name a field: `{}`", example)});
}

Diagnostic not_a_collection(std::string_view path, const std::vector<std::string>& collections, Position where) {
  Bilingual hint;
  if (!collections.empty())
    hint = {format("ใช้ได้: {}", list(collections, "", "")), format("collections here: {}", list(collections))};
  return error("T024", std::move(where),
               {format("\"{}\" ไม่ใช่ชุดรายการ", path), format("`{}` is not a collection", path)}, hint);
}

Diagnostic collection_as_value(std::string_view path, Position where) {
  return error(
      "T025", std::move(where),
      {format("\"{}\" มีหลายรายการ ใช้เป็นค่าเดียวไม่ได้", path), format("`{}` holds several records, not one value", path)},
      {"วนด้วย <for>, เลือกด้วย from/where, หรือรวมด้วย sum",
       "loop with <for>, choose one with from and where, or add up with sum"});
}

Diagnostic unknown_format(std::string_view name, const std::vector<std::string>& known, Position where) {
  return error("T026", std::move(where), {format("ไม่รู้จักรูปแบบ \"{}\"", name), format("unknown format `{}`", name)},
               meant(name, known));
}

Diagnostic format_mismatch(std::string_view name, std::string_view path, std::string_view type, std::string_view takes,
                           Position where) {
  return error("T027", std::move(where),
               {format("รูปแบบ \"{}\" ใช้กับ \"{}\" ชนิด {} ไม่ได้", name, path, type),
                format("the format `{}` does not print `{}` of type {}", name, path, type)},
               {format("รูปแบบนี้ใช้กับ {}", takes), format("it takes {}", takes)});
}

Diagnostic literal_mismatch(std::string_view literal, std::string_view field, const Bilingual& expected,
                            Position where) {
  return error("T028", std::move(where),
               {format("\"{}\" ต้องเทียบกับ{} แต่พบ \"{}\"", field, expected.th, literal),
                format("`{}` compares with {}, found `{}`", field, expected.en, literal)});
}

Diagnostic not_comparable(std::string_view left, std::string_view right, Position where) {
  return error("T029", std::move(where),
               {format("เทียบ \"{}\" กับ \"{}\" ไม่ได้ เพราะเป็นคนละชนิด", left, right),
                format("`{}` and `{}` are of different types", left, right)});
}

Diagnostic unknown_style(std::string_view name, const std::vector<std::string>& known, Position where) {
  return error("T040", std::move(where), {format("ไม่รู้จักลักษณะย่อหน้า \"{}\"", name), format("unknown style `{}`", name)},
               meant(name, known));
}

Diagnostic unknown_derivation(std::string_view name, const std::vector<std::string>& known, Position where) {
  return error("T041", std::move(where), {format("ไม่รู้จักวิธีคำนวณ \"{}\"", name), format("unknown derivation `{}`", name)},
               meant(name, known));
}

Diagnostic derivation_inputs(std::string_view name, int expected, std::size_t found, Position where) {
  const std::string th = expected == 0 ? "อย่างน้อย 1" : format("{}", expected);
  const std::string en = expected == 0 ? "at least 1" : format("{}", expected);
  return error("T042", std::move(where),
               {format("\"{}\" ใช้ {} คอลัมน์ แต่ระบุ {}", name, th, found),
                format("`{}` takes {} columns, found {}", name, en, found)});
}

Diagnostic unknown_column(std::string_view key, const std::vector<std::string>& known, Position where) {
  return error("T043", std::move(where),
               {format("ตารางนี้ไม่มีคอลัมน์ \"{}\"", key), format("the table has no column `{}`", key)}, meant(key, known));
}

Diagnostic name_taken(std::string_view name, Position where) {
  return error("T044", std::move(where),
               {format("ชื่อ \"{}\" มีผู้ใช้แล้วในที่นี้", name), format("the name `{}` is taken here", name)},
               {"ตั้งชื่ออื่น", "choose another name"});
}

Diagnostic attributes_conflict(const std::vector<std::string>& attributes, Position where) {
  return error("T045", std::move(where),
               {format("ใช้พร้อมกันไม่ได้: {}", list(attributes, "", "")),
                format("these attributes exclude each other: {}", list(attributes))});
}

Diagnostic attribute_needs(std::string_view attribute, std::string_view other, Position where) {
  return error("T046", std::move(where),
               {format("\"{}\" ต้องใช้คู่กับ {}", attribute, other), format("`{}` needs {}", attribute, other)});
}

Diagnostic unknown_table(std::string_view name, const std::vector<std::string>& known, Position where) {
  return error("T047", std::move(where), {format("ไม่มีตาราง \"{}\"", name), format("there is no table `{}`", name)},
               meant(name, known));
}

Diagnostic text_beside_blocks(std::string_view parent, Position where) {
  return error("T048", std::move(where),
               {format("<{}> มีทั้งข้อความโดยตรงและ <p>", parent), format("<{}> holds both bare text and <p>", parent)},
               {"ใส่ข้อความไว้ใน <p>", "put the text into a <p> too"});
}

Diagnostic row_width(std::size_t covered, std::size_t columns, Position where) {
  return error("T101", std::move(where),
               {format("แถวนี้กินที่ {} คอลัมน์ แต่ตารางมี {} คอลัมน์", covered, columns),
                format("the row covers {} of {} columns", covered, columns)},
               {"ตรวจ span และ spread ของแถวให้ตรงกับคอลัมน์", "check `span` and `spread` of the row against the columns"});
}

Diagnostic several_matches(std::string_view path, std::string_view first, std::string_view second, Position where) {
  return error("T102", std::move(where),
               {format("\"{}\" พบมากกว่าหนึ่งรายการ: {} และ {}", path, first, second),
                format("`{}` matches more than one record: {} and {}", path, first, second)},
               {"เพิ่มเงื่อนไขใน where, ใช้ sort เพื่อเลือกตัวแรก หรือรวมด้วย sum",
                "narrow `where`, take the first with `sort`, or add up with `sum`"});
}

Diagnostic mixed_kinds(std::string_view derivation, Position where) {
  return error("T103", std::move(where),
               {format("\"{}\" คำนวณจำนวนเงินรวมกับตัวเลขธรรมดาไม่ได้", derivation),
                format("`{}` cannot take money and plain numbers together", derivation)});
}

Diagnostic not_a_number(std::string_view derivation, Position where) {
  return error("T104", std::move(where),
               {format("\"{}\" พบค่าที่ไม่ใช่ตัวเลข", derivation), format("`{}` met a value that is no number", derivation)},
               {"อัตราส่วน ช่วง และข้อความนำมาคำนวณไม่ได้", "ratios, ranges and texts cannot be computed with"});
}

Diagnostic overflow(std::string_view derivation, Position where) {
  return error(
      "T105", std::move(where),
      {format("ผลของ \"{}\" เกิน 64 บิต", derivation), format("the result of `{}` is over 64 bits", derivation)});
}

Diagnostic label_twice(std::string_view label, Position where) {
  return error(
      "T106", std::move(where), {format("ป้าย \"{}\" ซ้ำ", label), format("the label `{}` is set twice", label)},
      {"เติมรหัสของรายการในป้าย เช่น label=\"kpi-{k.code}\"", "make it unique with a code: label=\"kpi-{k.code}\""});
}

Diagnostic unknown_label(std::string_view label, const std::vector<std::string>& known, Position where) {
  return error("T107", std::move(where),
               {format("ไม่มีป้าย \"{}\" ในเอกสาร", label), format("no block of the document has the label `{}`", label)},
               meant(label, known));
}

Diagnostic image_not_found(std::string_view path, Position where) {
  return error("T108", std::move(where), {format("ไม่พบภาพ \"{}\"", path), format("the image `{}` is not found", path)},
               {"วางแฟ้มภาพไว้ข้างฐานข้อมูลแผน หรือแก้ชื่อแฟ้ม", "put the file beside the plan, or mend its name"});
}

Diagnostic too_much_output(Position where) {
  return error("T109", std::move(where),
               {"การวนซ้ำเกินขีดจำกัด 20 ล้านรอบ", "loops ran over the limit of 20 million rounds"},
               {"ใช้ความสัมพันธ์ของตาราง เช่น issue.kpis แทนการวนทั้งตาราง",
                "loop over a relation such as `issue.kpis` instead of a whole table"});
}

Diagnostic no_root_record(std::string_view root, std::string_view table) {
  Position where;
  where.table = table;
  return error("T110", std::move(where),
               {format("ไม่มีรายการสำหรับ \"{}\"", root), format("there is no record for `{}`", root)});
}

Diagnostic bad_expanded_value(std::string_view attribute, std::string_view found, const Bilingual& expected,
                              Position where) {
  Diagnostic diagnostic = bad_value(attribute, found, expected, std::move(where));
  diagnostic.code = "T111";
  return diagnostic;
}

Diagnostic several_columns(std::string_view key, std::size_t columns, Position where) {
  return error("T112", std::move(where),
               {format("\"{}\" มี {} คอลัมน์ ต้องเป็นคอลัมน์เดียว", key, columns),
                format("`{}` names {} columns where one is needed", key, columns)});
}

Diagnostic derived_from_itself(std::string_view derivation, Position where) {
  return error("T113", std::move(where),
               {format("\"{}\" คำนวณจากช่องของตัวเอง", derivation), format("`{}` is computed from itself", derivation)},
               {"ตรวจ of ของช่องในแถวเดียวกัน", "check `of` of the cells in this row"});
}

Diagnostic one_category(std::size_t found, Position where) {
  return error("T049", std::move(where),
               {format("<chart> ต้องมี <category> หนึ่งรายการ พบ {}", found),
                format("a <chart> takes exactly one <category>, found {}", found)},
               {"ใส่ <category each=\"y\" in=\"plan.years\" label=\"{y | year}\"/> ไว้ใน <chart> โดยตรง",
                "put <category each=\"y\" in=\"plan.years\" label=\"{y | year}\"/> right into the <chart>"});
}

Diagnostic not_of_this_kind(const std::vector<std::string>& attributes, std::string_view kind, Position where) {
  std::string names;
  for (const std::string& name : attributes) names += (names.empty() ? "" : ", ") + name;
  const bool periods = kind == "gantt" || attributes.front() == "start" || attributes.front() == "end";
  return error(
      "T050", std::move(where),
      {format("{} ใช้ในแผนภูมิชนิด {} ไม่ได้", names, kind), format("{} does not go with a {} chart", names, kind)},
      periods
          ? Bilingual{"ชุดข้อมูลของ kind=\"gantt\" มี start และ end ที่เป็นวันที่ ชนิดอื่นมีตัวเลข",
                      "series of kind=\"gantt\" have `start` and `end`, both dates; others have figures"}
          : Bilingual{
                "stacked และ direction ใช้กับ bars, scale ใช้กับ bullet, role=\"band\" ใช้กับ bullet และ gauge",
                "`stacked` and `direction` go with bars, `scale` with bullet, role=\"band\" with bullet and gauge"});
}

namespace {

Diagnostic warning(Diagnostic diagnostic) {
  diagnostic.severity = base::Severity::Warning;
  return diagnostic;
}

}  // namespace

Diagnostic no_number_to_draw(std::string_view text, Position where) {
  return warning(error(
      "T114", std::move(where),
      {format("\"{}\" ไม่ใช่ตัวเลข จึงเว้นว่างในแผนภูมิ", text), format("`{}` is no number: the chart has a gap there", text)},
      {"อัตราส่วน ช่วง และข้อความวาดเป็นแผนภูมิไม่ได้ ใช้ where เลือกเฉพาะที่เป็นตัวเลข",
       "ratios, ranges and texts cannot be drawn; choose numbers with `where`"}));
}

Diagnostic empty_chart(Position where) {
  return warning(error("T115", std::move(where),
                       {"แผนภูมิไม่มีตัวเลขให้วาด จึงไม่พิมพ์", "the chart has no figure to draw and is left out"},
                       {"ครอบด้วย <if test=\"some …\"> เมื่อบางแผนไม่มีข้อมูลนี้",
                        "put it into <if test=\"some …\"> when some plans have no such data"}));
}

Diagnostic sum_differs(std::string_view sum, std::string_view control, Position where) {
  return error(
      "T117", std::move(where),
      {format("ตารางรวมได้ {} แต่ข้อมูลแผนรวมได้ {}: มีรายการที่ตารางไม่ได้พิมพ์ หรือพิมพ์ซ้ำ", sum, control),
       format("the table adds up to {}, the plan to {}: the table leaves records out or prints some twice", sum,
              control)},
      {"ตรวจว่ารายการอยู่ใต้ระดับที่ตารางพิมพ์ (ประเด็น แผนงาน โครงการ กิจกรรม) หรือแก้เงื่อนไข control ของช่อง",
       "see that the records stand below what the table prints (issue, programme, project, activity), or mend the "
       "cell's `control`"});
}

Diagnostic period_reversed(std::string_view first, std::string_view last, Position where) {
  return warning(error("T116", std::move(where),
                       {format("ช่วงเวลาเริ่ม {} หลังวันสิ้นสุด {}", first, last),
                        format("a period begins on {}, after its end on {}", first, last)},
                       {"แก้วันที่ในแผน", "mend the dates in the plan"}));
}

}  // namespace phaen::templates::diagnostics
