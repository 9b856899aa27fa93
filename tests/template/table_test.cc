// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "template/sample.h"

using namespace phaen::templates::test;

TEST_CASE("a paragraph prints values with their origin") {
  const Outcome outcome = expand_blocks("<p>แผน {plan.title} ของ{plan.area.name}\nพ.ศ. {plan.start_year}</p>");
  MESSAGE(outcome.messages);
  MESSAGE(outcome.dump);
}
TEST_CASE("block A") {
  const Outcome outcome = expand_blocks(R"(<table nil="-">
<column key="issue" width="4cm"/><column key="kpi" width="2*"/><column key="base" align="right"/>
<spread each="y" in="plan.years"><column key="target" align="right"/></spread>
<head><row><cell rows="2">ประเด็นการพัฒนา</cell><cell rows="2">ตัวชี้วัด</cell><cell rows="2">ค่าฐาน</cell><cell span="target">ค่าเป้าหมาย</cell></row>
<row><spread each="y" in="plan.years"><cell>{y | era}</cell></spread></row></head>
<for each="issue" in="nodes" where="issue.level = issue" sort="issue.ordinal">
<for each="k" in="issue.kpis" sort="k.ordinal"><row>
<cell merge="issue">{issue.name}</cell><cell>{k.name}</cell><cell>{k.base | quantity}</cell>
<spread each="y" in="plan.years"><cell from="k.targets" as="t" where="t.year = y">{t.value | quantity}</cell></spread>
</row></for></for>
</table>)");
  MESSAGE(outcome.messages);
  MESSAGE(outcome.dump);
}
