// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/file.h"
#include "support/golden.h"
#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates::test;

namespace {

Outcome run(const std::string& name) {
  return expand({base::read_file("tests/template/examples/" + name + ".xml").value()});
}

}  // namespace

TEST_CASE("form 1, goals and KPIs: years spread, issues merged, Thai digits") {
  const Outcome outcome = run("block_a");
  CHECK(outcome.messages == "");
  phaen::support::check_golden("tests/golden/template/block_a.txt", outcome.info + outcome.dump);
}

TEST_CASE("form 1, projects: groups, flagships with subtotals, totals") {
  const Outcome outcome = run("block_b");
  CHECK(outcome.messages == "");
  phaen::support::check_golden("tests/golden/template/block_b.txt", outcome.info + outcome.dump);
}

TEST_CASE("every total of form 1 is the exact sum of its rows") {
  const Outcome outcome = run("block_b");
  REQUIRE(outcome.sections.size() == 1);
  const auto& table = std::get<doc::Table>(outcome.sections[0].blocks.at(0));
  const doc::Cell& grand = table.rows.back().cells.back();
  CHECK(std::get<base::Money>(grand.value) == base::Money{9105160050});
  const doc::Cell& of_2567 = table.rows.back().cells.at(2);
  CHECK(std::get<base::Money>(of_2567.value) == base::Money{2050000050});
  CHECK(doc::plain_text(of_2567.content.at(0).content) == "20,500,001");
}

TEST_CASE("the language guide shows the examples as they run") {
  const std::string guide = base::read_file("docs/template-language.md").value();
  for (const char* line : {"<cell from=\"kpi.targets\" as=\"t\" where=\"t.year = y\">{t.value}</cell>",
                           "<cell sum=\"project.budgets.amount\" as=\"b\" where=\"b.year = y\"/>"})
    CHECK(guide.find(line) != std::string::npos);
}
