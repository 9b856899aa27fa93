// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "support/golden.h"
#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates::test;

namespace {

const doc::Table& only_table(const Outcome& outcome) {
  REQUIRE_MESSAGE(outcome.messages == "", outcome.messages);
  return std::get<doc::Table>(outcome.sections.at(0).blocks.at(0));
}

std::string text_of(const doc::Table& table, std::size_t row, std::size_t cell) {
  const doc::Cell& found = table.rows.at(row).cells.at(cell);
  return found.content.empty() ? "" : doc::plain_text(found.content[0].content);
}

}  // namespace

TEST_CASE("a table with everything") {
  const Outcome outcome = expand_blocks(
      R"(<table rules="horizontal" split-rows="no" continuation="no" alternative="สรุป {plan.title}">
<caption label="t-{plan.code}">งบประมาณ{plan.area.name}</caption><unit>หน่วย : ล้านบาท</unit>
<column key="name" width="4cm"/>
<if test="plan.approved = true"><column key="code"/></if>
<spread each="c" in="choices budgets.category"><column key="money" format="million-baht" align="right"/></spread>
<include src="head.xml"/>
<for each="j" in="nodes" where="j.level = project" sort="-j.name"><row keep="yes">
  <cell style="note" valign="middle">{j.name}<footnote>ดู {j.code}</footnote></cell><if test="plan.approved = true"><cell>{j.code}</cell></if>
  <spread each="c" in="choices budgets.category"><cell sum="j.budgets.amount" as="b" where="b.category = c" nil="—"/></spread>
</row></for>
<total><cell span="all">รวม <value count="nodes" as="n" where="n.level = project"/> โครงการ</cell></total><note>ที่มา: สำนักงบประมาณ</note></table>)",
      {{"head.xml",
        "<part><head><row><cell span=\"name..code\">โครงการ</cell>"
        "<spread each=\"c\" in=\"choices budgets.category\"><cell>{c}</cell></spread></row></head></part>"}});
  CHECK(outcome.messages == "");
  phaen::support::check_golden("tests/golden/template/table.txt", outcome.dump);
}

TEST_CASE("row-wise derivations are exact and nil where there is nothing to compute") {
  const Outcome outcome = expand_blocks(R"(<table nil="-">
<column key="a"/><column key="b"/><column key="d"/><column key="r"/><column key="p"/><column key="c"/><column key="w"/>
<for each="k" in="kpis" sort="k.code"><row><cell from="k.targets" as="t" where="t.year = 2566">{t.value}</cell><cell>{k.ordinal}</cell>
<cell derive="difference" of="a, b"/><cell derive="ratio" of="a, b"/><cell derive="percent" of="a, b"/><cell derive="change" of="a, b"/>
<cell derive="weighted" of="a, b, b" format="decimal4"/></row></for>
<total><cell derive="subtotal"/><cell derive="count"/><cell span="5"/></total></table>)");
  const doc::Table& table = only_table(outcome);
  CHECK(text_of(table, 0, 2) == "4");
  CHECK(text_of(table, 0, 3) == "5.00");
  CHECK(text_of(table, 0, 4) == "500.00");
  CHECK(text_of(table, 0, 5) == "400.00");
  CHECK(text_of(table, 0, 6) == "5.0000");
  CHECK(text_of(table, 1, 3) == "600.00");
  for (std::size_t cell = 2; cell < 7; ++cell) CHECK(text_of(table, 2, cell) == "-");
  CHECK(text_of(table, 3, 0) == "1,205");
  CHECK(text_of(table, 3, 1) == "3");
  CHECK(table.rows[3].cells[0].formula->derivation == doc::Derivation::Subtotal);
}

TEST_CASE("a total before its rows and a total after them agree, and neither counts the other") {
  const Outcome outcome = expand_blocks(R"(<table><column key="n"/><column key="m" format="baht2"/>
<total><cell>บน</cell><cell derive="subtotal"/></total>
<for each="j" in="nodes" where="j.level = project"><row><cell>{j.code}</cell><cell sum="j.budgets.amount"/></row></for>
<total><cell>ล่าง</cell><cell derive="subtotal"/></total></table>)");
  const doc::Table& table = only_table(outcome);
  CHECK(text_of(table, 0, 1) == "91,051,600.50");
  CHECK(text_of(table, 4, 1) == "91,051,600.50");
}

TEST_CASE("a total with a control equals what the plan adds up to, or the document stops and says by how much") {
  const auto table = [](const std::string& where, const std::string& control) {
    return R"(<table><column key="n"/><column key="m" format="baht2"/>
<for each="j" in="nodes" where="j.level = project)" +
           where + R"("><row><cell>{j.code}</cell><cell sum="j.budgets.amount"/></row></for>
<total><cell/><cell derive="subtotal" control="budgets.amount")" +
           control + "/></total></table>";
  };
  CHECK(text_of(only_table(expand_blocks(table("", ""))), 3, 1) == "91,051,600.50");
  const std::string left_out = expand_blocks(table(" and j.code != J1", "")).messages;
  CHECK(left_out.find("error T117") != std::string::npos);
  CHECK(left_out.find("to 91051600.50") != std::string::npos);
  // Nothing printed and nothing there are the same; money asked of other records is not.
  CHECK(expand_blocks(table(" and j.code = none", " as=\"b\" where=\"b.year = 1999\"")).messages.empty());
  CHECK(expand_blocks(table(" and j.code = none", "")).messages.find("adds up to 0,") != std::string::npos);
  CHECK(expand_blocks(table("", " as=\"b\" where=\"b.year = 1999\"")).messages.find("the plan to 0:") !=
        std::string::npos);
}

TEST_CASE("a total of row sums leaves other totals' row sums out") {
  const Outcome outcome =
      expand_blocks(R"(<table><spread each="y" in="plan.years"><column key="m"/></spread><column key="s"/>
<for each="j" in="nodes" where="j.level = project"><row>
<spread each="y" in="plan.years"><cell sum="j.budgets.amount" as="b" where="b.year = y"/></spread><cell derive="sum" of="m"/></row></for>
<total><spread each="y" in="plan.years"><cell derive="subtotal"/></spread><cell derive="sum" of="m"/></total>
<total><spread each="y" in="plan.years"><cell derive="subtotal"/></spread><cell derive="subtotal"/></total></table>)");
  const doc::Table& table = only_table(outcome);
  CHECK(text_of(table, 3, 3) == text_of(table, 4, 3));
  CHECK(table.rows[4].cells[3].formula->inputs.size() == 1);
  CHECK(table.rows[4].cells[3].formula->inputs[0].last_row == 2);
}

TEST_CASE("merged cells break with the column to their left") {
  const Outcome outcome = expand_blocks(R"(<table><column key="a"/><column key="b"/><column key="c"/>
<for each="k" in="kpis"><row><cell merge="k.node">{k.node.name}</cell><cell merge="k.fact">{k.fact}</cell><cell>{k.code}</cell></row></for>
<group level="1"><cell>ก</cell></group></table>)");
  const doc::Table& table = only_table(outcome);
  CHECK(table.rows[0].cells[0].row_span == 2);
  CHECK(table.rows[1].cells.size() == 2);
  CHECK(table.rows[2].cells.size() == 3);
  CHECK(table.rows[3].cells[0].column_span == 3);
}

TEST_CASE("a figure with a footnote stays a figure, one with words becomes text") {
  const Outcome outcome = expand_blocks(R"(<table><column key="a"/><column key="b"/><column key="c"/>
<row><cell>{plan.start_year}<footnote>ก</footnote></cell><cell>ปี {plan.start_year}</cell><cell>{plan.issue_date | date-short}</cell></row></table>)");
  const doc::Table& table = only_table(outcome);
  CHECK(std::holds_alternative<base::Decimal>(table.rows[0].cells[0].value));
  CHECK(std::holds_alternative<std::monostate>(table.rows[0].cells[1].value));
  CHECK(std::get<base::Date>(table.rows[0].cells[2].value) == base::Date{2022, 9, 30});
  CHECK(table.notes.size() == 1);
}

TEST_CASE("named columns leave the cells before them empty") {
  const Outcome outcome = expand_blocks(
      "<table><column key=\"a\"/><column key=\"b\"/><column key=\"c\"/><row><cell "
      "column=\"c\">ท้าย</cell></row></table>");
  const doc::Table& table = only_table(outcome);
  CHECK(table.rows[0].cells.size() == 3);
  CHECK(text_of(table, 0, 2) == "ท้าย");
}
