// SPDX-License-Identifier: GPL-3.0-or-later
// Loops over whole tables: the records that an equality names are looked up, not searched for.
#include "template/evaluator.h"

#include <doctest/doctest.h>

#include "template/field_index.h"
#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates;
using namespace phaen::templates::test;

namespace {

/// The kpis' codes the loop brings, and the records it looked at.
struct Looked {
  std::string codes;
  std::uint64_t visited = 0;
};

Looked look(const std::string& in, const std::string& where, const base::Dataset& data) {
  base::Diagnostics found;
  const std::string xml = in_section("<for each=\"k\" in=\"" + in + "\" where=\"" + where + "\"><p>{k.code}</p></for>");
  const auto parsed = parse_template({"t.xml", xml}, {}, found);
  REQUIRE(parsed);
  const auto checked = check(*parsed, data.schema, small_roots(), found);
  REQUIRE(checked);
  const Program& program = checked->program();
  base::OriginTable origins;
  Evaluator evaluator(program, data, origins);
  evaluator.frame()[0].record = 0;
  const auto& section = std::get<SectionNode>(program.body.at(0).is);
  const Node* loop = nullptr;
  for (const Node& node : section.body)
    if (std::holds_alternative<ForNode>(node.is)) loop = &node;
  REQUIRE(loop != nullptr);
  const Selection& selection = std::get<ForNode>(loop->is).selection;
  const std::size_t table = data.schema->find_table(in).value();
  Looked looked;
  for (const SlotContent& round : evaluator.select(selection))
    looked.codes +=
        (looked.codes.empty() ? "" : " ") + std::get<std::string>(data.tables[table][round.record].values[0]);
  looked.visited = evaluator.visited();
  return looked;
}

base::Dataset many_nodes() {
  base::Dataset data = small_plan();
  for (int i = 0; i < 500; ++i) {
    const std::string code = "A" + std::to_string(i), ordinal = std::to_string(i % 50);
    add(data, "nodes", {code, "I1", i % 100 == 7 ? "flagship" : "project", ordinal, "ชื่อ"});
    add(data, "projects", {code, "-", i % 250 == 3 ? "จังหวัด" : "กรม"});
  }
  return data;
}

}  // namespace

TEST_CASE("an equality of a field looks only at the records that have the value") {
  const base::Dataset data = many_nodes();
  const Looked looked = look("nodes", "k.level = flagship", data);
  CHECK(looked.codes == "I1-P1-F1 I2-P1-F1 A7 A107 A207 A307 A407");
  CHECK(looked.visited == 7);
}

TEST_CASE("of several equalities the one that leaves the fewest is looked up") {
  const base::Dataset data = many_nodes();
  const Looked looked = look("nodes", "k.level = flagship and k.code = 'A207' and k.ordinal = 7", data);
  CHECK(looked.codes == "A207");
  CHECK(looked.visited == 1);
}

TEST_CASE("an equality of a reference looks only at the records that name the other") {
  const base::Dataset data = many_nodes();
  CHECK(look("nodes", "k.parent = I1-P1-F1", data).visited == 2);
  CHECK(look("nodes", "k.parent = I1-P1-F1", data).codes == "J1 J2");
  CHECK(look("nodes", "k.parent = I9", data).codes == "");
}

TEST_CASE("what is looked up is what a search finds, in its order") {
  const base::Dataset data = many_nodes();
  for (const char* what : {"k.level", "k.ordinal", "k.code", "k.parent", "k.name"}) {
    for (const char* value : {"'project'", "7", "'I1'", "'ชื่อ'", "'J2'", "plan.code"}) {
      const std::string where = std::string(what) + " = " + value, search = std::string(what) + " in (" + value + ")";
      base::Diagnostics found;
      const std::string xml = in_section("<for each=\"k\" in=\"nodes\" where=\"" + where + "\"><p>{k.code}</p></for>");
      if (expand({xml, {}, data}).messages != "") continue;  // a number is not compared with a text
      CAPTURE(where);
      const std::string searched =
          in_section("<for each=\"k\" in=\"nodes\" where=\"" + search + "\"><p>{k.code}</p></for>");
      const Outcome slow = expand({searched, {}, data});
      if (slow.messages == "") CHECK(expand({xml, {}, data}).dump == slow.dump);
    }
  }
}

TEST_CASE("a value that changes with the round is not looked up") {
  const base::Dataset data = many_nodes();
  CHECK(look("nodes", "k.code = k.name", data).visited >= data.tables[data.schema->find_table("nodes").value()].size());
}

TEST_CASE("numbers that are equal in several forms are not looked up") {
  std::vector<base::Record> records(3);
  records[0].values.push_back(std::int64_t{5});
  records[1].values.push_back(base::Missing{});
  records[2].values.push_back(std::int64_t{5});
  const FieldIndex whole(records, 0);
  REQUIRE(whole.find(std::int64_t{5}));
  CHECK(std::vector<std::uint32_t>(whole.find(std::int64_t{5})->begin(), whole.find(std::int64_t{5})->end()) ==
        std::vector<std::uint32_t>{0, 2});
  CHECK(whole.find(std::int64_t{6})->empty());
  CHECK(whole.find(base::Missing{})->empty());
  CHECK_FALSE(whole.find(base::Decimal::parse("5.0").value()));
  std::vector<base::Record> decimals(1);
  decimals[0].values.push_back(base::Decimal::integer(5));
  CHECK_FALSE(FieldIndex(decimals, 0).find(std::int64_t{5}));
}
