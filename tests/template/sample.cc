// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/sample.h"

#include <doctest/doctest.h>

#include "base/origin.h"

namespace phaen::templates::test {
namespace {

using base::Field;
using base::FieldType;
using base::Value;

Field field(std::string name, FieldType type) {
  Field made;
  made.name = std::move(name);
  made.type = type;
  return made;
}
Field multiline(std::string name) {
  Field made = field(std::move(name), FieldType::Text);
  made.multiline = true;
  return made;
}
Field reference(std::string name, std::string target, std::string inverse) {
  Field made = field(std::move(name), FieldType::Reference);
  made.target = std::move(target);
  made.inverse = std::move(inverse);
  return made;
}
Field choice(std::string name, std::vector<base::Choice> choices) {
  Field made = field(std::move(name), FieldType::Choice);
  made.choices = std::move(choices);
  return made;
}

Value value_of(const Field& field, const std::string& text) {
  if (text == "-") return base::Missing{};
  switch (field.type) {
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Choice:
    case FieldType::Reference: return text;
    case FieldType::Integer:
    case FieldType::Year: return static_cast<std::int64_t>(std::stoll(text));
    case FieldType::Decimal: return base::Decimal::parse(text).value();
    case FieldType::Money: return base::Money{base::Decimal::parse(text)->rescaled(2)->units()};
    case FieldType::Date: return base::Date::parse_iso(text).value();
    case FieldType::Boolean: return text == "true";
    case FieldType::Quantity: return base::Quantity::parse(text).value();
  }
  return base::Missing{};
}

base::Schema make_schema() {
  const Field fact = choice("fact", {{"real", "จริง"}, {"synthetic", "สมมติ"}});
  return {{
      {"areas", "พื้นที่", "", {"code"}, {field("code", FieldType::Code), field("name", FieldType::Text)}},
      {"plans",
       "แผน",
       "",
       {"code"},
       {field("code", FieldType::Code), field("title", FieldType::Text), reference("area", "areas", "plans"),
        field("start_year", FieldType::Year), field("end_year", FieldType::Year), field("issue_date", FieldType::Date),
        multiline("goal"), field("approved", FieldType::Boolean)}},
      {"nodes",
       "โครงสร้าง",
       "",
       {"code"},
       {field("code", FieldType::Code), reference("parent", "nodes", "children"),
        choice(
            "level",
            {{"issue", "ประเด็นการพัฒนา"}, {"programme", "แผนงาน"}, {"flagship", "โครงการสำคัญ"}, {"project", "โครงการ"}}),
        field("ordinal", FieldType::Integer), field("name", FieldType::Text)}},
      {"projects",
       "โครงการ",
       "",
       {"node"},
       {reference("node", "nodes", "brief"), multiline("rationale"), field("agency", FieldType::Text),
        field("start_date", FieldType::Date), field("end_date", FieldType::Date)}},
      {"kpis",
       "ตัวชี้วัด",
       "",
       {"code"},
       {field("code", FieldType::Code), reference("node", "nodes", "kpis"), field("ordinal", FieldType::Integer),
        field("name", FieldType::Text), field("base", FieldType::Quantity), field("unit", FieldType::Text),
        choice("kind", {{"strategic", "ยุทธศาสตร์"}, {"proxy", "ทดแทน"}}), fact}},
      {"targets",
       "ค่าเป้าหมาย",
       "",
       {"kpi", "year"},
       {reference("kpi", "kpis", "targets"), field("year", FieldType::Year), field("value", FieldType::Quantity),
        fact}},
      {"budgets",
       "งบประมาณ",
       "",
       {"node", "year", "line"},
       {reference("node", "nodes", "budgets"), field("year", FieldType::Year), field("line", FieldType::Integer),
        choice("category", {{"operation", "งบดำเนินงาน"}, {"investment", "งบลงทุน"}, {"other", "งบรายจ่ายอื่น"}}),
        field("amount", FieldType::Money)}},
  }};
}

void add_tree(base::Dataset& data) {
  add(data, "nodes", {"I1", "-", "issue", "1", "การค้าชายแดน"});
  add(data, "nodes", {"I2", "-", "issue", "2", "เกษตรปลอดภัย"});
  add(data, "nodes", {"I1-P1", "I1", "programme", "1", "โครงสร้างพื้นฐานการค้า"});
  add(data, "nodes", {"I1-P1-F1", "I1-P1", "flagship", "1", "เส้นทางการค้า"});
  add(data, "nodes", {"J1", "I1-P1-F1", "project", "1", "ปรับปรุงทางหลวง 1020"});
  add(data, "nodes", {"J2", "I1-P1-F1", "project", "2", "ด่านชายแดน"});
  add(data, "nodes", {"I2-P1", "I2", "programme", "1", "มาตรฐานสินค้า"});
  add(data, "nodes", {"I2-P1-F1", "I2-P1", "flagship", "1", "เกษตรอินทรีย์"});
  add(data, "nodes", {"J3", "I2-P1-F1", "project", "1", "แปลง GAP"});
  add(data, "projects", {"J1", "ถนนแคบ\nรถติดทุกวัน", "แขวงทางหลวง", "2022-10-01", "2023-09-30"});
  add(data, "projects", {"J2", "-", "จังหวัด", "2023-01-01", "-"});
  add(data, "projects", {"J3", "-", "เกษตรจังหวัด", "2023-10-01", "2023-03-31"});
  add(data, "budgets", {"J1", "2566", "1", "investment", "18000000"});
  add(data, "budgets", {"J1", "2567", "1", "investment", "20000000"});
  add(data, "budgets", {"J1", "2567", "2", "operation", "500000.50"});
  add(data, "budgets", {"J2", "2568", "1", "investment", "45000000"});
  add(data, "budgets", {"J3", "2566", "1", "operation", "7551600"});
}

void add_kpis(base::Dataset& data) {
  add(data, "kpis", {"I1-K1", "I1", "1", "มูลค่าการค้าชายแดน", "9981.97", "ล้านบาท", "strategic", "real"});
  add(data, "kpis", {"I1-K2", "I1", "2", "จำนวนผู้ประกอบการ", "-", "ราย", "proxy", "synthetic"});
  add(data, "kpis", {"I2-K1", "I2", "1", "สัดส่วนแพทย์ต่อประชากร", "1:3366", "-", "strategic", "real"});
  add(data, "targets", {"I1-K1", "2566", "5", "real"});
  add(data, "targets", {"I1-K1", "2567", "5.5", "real"});
  add(data, "targets", {"I1-K1", "2568", "6", "real"});
  add(data, "targets", {"I1-K2", "2566", "1200", "synthetic"});
  add(data, "targets", {"I2-K1", "2567", "1:2500", "real"});
}

}  // namespace

void add(base::Dataset& data, const std::string& table, const std::vector<std::string>& values) {
  const std::size_t index = data.schema->find_table(table).value();
  base::Record record;
  for (std::size_t i = 0; i < values.size(); ++i)
    record.values.push_back(value_of(data.schema->tables[index].fields[i], values[i]));
  data.tables[index].push_back(std::move(record));
}

std::shared_ptr<const base::Schema> small_schema() { return std::make_shared<const base::Schema>(make_schema()); }

base::Dataset small_plan() {
  base::Dataset data(small_schema());
  add(data, "areas", {"N-U2", "กลุ่มจังหวัดภาคเหนือตอนบน 2"});
  add(data, "plans", {"P1", "แผนพัฒนา", "N-U2", "2566", "2568", "2022-09-30", "ประตูการค้า\nเมืองสีเขียว", "true"});
  add_tree(data);
  add_kpis(data);
  return data;
}

Roots small_roots() { return {{"plan", "plans"}}; }

Outcome expand(const Job& job) {
  Outcome outcome;
  base::Diagnostics found;
  const IncludeLoader loader = [&](const std::string& path) -> std::optional<std::string> {
    for (const Source& part : job.parts)
      if (part.path == path) return part.text;
    return {};
  };
  const base::Dataset data = job.data ? *job.data : small_plan();
  const auto finish = [&] {
    for (const base::Diagnostic& diagnostic : found.all())
      outcome.messages += to_text(diagnostic, base::Language::English);
    return outcome;
  };
  const auto parsed = parse_template({"t.xml", job.xml}, loader, found);
  outcome.parsed = parsed.has_value();
  if (!parsed) return finish();
  const auto checked = check(*parsed, data.schema, small_roots(), found);
  outcome.checked = checked.has_value();
  if (!checked) return finish();
  ExpandOptions options;
  options.root_records = {{"plan", 0}};
  options.issue_date = {2022, 9, 30};
  options.digits = job.digits;
  options.load_image = [](const std::string& path) {
    return path == "map.png" ? std::make_shared<const std::string>("PNG!") : nullptr;
  };
  options.load_map = [](const MapRequest& request, base::Diagnostics&) -> std::shared_ptr<const doc::MapContent> {
    if (request.focus == "none") return nullptr;
    doc::GraphMap map;
    map.kind = request.kind;
    map.focus = request.focus + "|" + request.issue + "|" + std::to_string(request.where.line);
    for (const std::string& level : request.levels) map.graph.levels.push_back({level, level});
    return std::make_shared<const doc::MapContent>(doc::MapContent{std::move(map)});
  };
  base::OriginTable origins;
  Expander expander(*checked, data, origins, options, found);
  outcome.info = doc::dump(expander.info());
  while (auto section = expander.next()) {
    outcome.dump += doc::dump(*section);
    outcome.sections.push_back(std::move(*section));
  }
  return finish();
}

std::string in_section(const std::string& blocks) {
  return "<document id=\"t\" title=\"ก\">\n<section>\n" + blocks + "\n</section></document>";
}

Outcome expand_blocks(const std::string& blocks, const std::vector<Source>& parts) {
  Outcome outcome = expand({in_section(blocks), parts});
  const std::size_t line = outcome.dump.find('\n');
  if (line != std::string::npos) outcome.dump.erase(0, line + 1);
  return outcome;
}

std::string check_messages(const std::string& xml, const std::vector<Source>& parts) {
  return expand({xml, parts}).messages;
}

}  // namespace phaen::templates::test
