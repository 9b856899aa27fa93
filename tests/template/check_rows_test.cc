// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that do not account for their columns: said by the template alone where it can tell, by the data else.
#include <doctest/doctest.h>

#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates::test;

namespace {

const char* const kTwo = "<column key=\"a\"/><column key=\"b\"/>";
const char* const kYears = "<column key=\"a\"/><spread each=\"y\" in=\"plan.years\"><column key=\"y\"/></spread>";

Outcome table(const std::string& columns, const std::string& rows, const std::string& part = "") {
  return expand({in_section("<table>" + columns + "\n" + rows + "</table>"), {{"p.xml", "<part>" + part + "</part>"}}});
}

bool wrong(const Outcome& outcome) { return outcome.messages.find("error T101") != std::string::npos; }
bool before_data(const Outcome& outcome) { return wrong(outcome) && !outcome.checked; }

}  // namespace

TEST_CASE("a row of too few or too many cells is found without data") {
  CHECK(before_data(table(kTwo, "<row><cell/></row>")));
  CHECK(before_data(table(kTwo, "<row><cell/><cell/><cell/></row>")));
  CHECK(before_data(table(kTwo, "<row><cell span=\"3\"/></row>")));
  CHECK(
      before_data(table(kTwo, "<for each=\"k\" in=\"kpis\"><if test=\"k.base exists\"><row><cell/></row></if></for>")));
  CHECK(before_data(table(kTwo, "<include src=\"p.xml\"/>", "<total><cell/></total>")));
  CHECK(before_data(table(kTwo, "<head><row><cell rows=\"2\"/><cell/></row><row><cell/><cell/></row></head>")));
  CHECK(table(kTwo, "<row><cell/></row>").messages.find("t.xml:4:1: error T101: the row covers 1 of 2 columns") == 0);
}

TEST_CASE("rows that fit are let through") {
  for (const char* rows :
       {"<row><cell/><cell/></row>", "<row><cell span=\"all\"/></row>", "<row><cell span=\"a..b\"/></row>",
        "<row><cell column=\"b\"/></row>", "<group level=\"1\"><cell>ก</cell></group>",
        "<head><row><cell rows=\"2\"/><cell/></row><row><cell/></row></head>",
        "<row><if test=\"plan.goal exists\"><cell/></if><else><cell/></else><cell/></row>"}) {
    CAPTURE(rows);
    CHECK(table(kTwo, rows).messages == "");
  }
}

TEST_CASE("a spread has as many cells as its columns, however many the data makes") {
  const std::string cells = "<spread each=\"y\" in=\"plan.years\"><cell/></spread>";
  CHECK(table(kYears, "<row><cell/>" + cells + "</row>").messages == "");
  CHECK(table(kYears, "<row><cell/><cell span=\"y\"/></row>").messages == "");
  CHECK(before_data(table(kYears, "<row>" + cells + "</row>")));
  CHECK(before_data(table(kYears, "<row><cell/><cell/>" + cells + "</row>")));
}

TEST_CASE("a row that fits for some data is left to the data") {
  CHECK(table(kYears, "<row><cell/><cell/><cell/><cell/></row>").messages == "");  // the plan has three years
  const Outcome outcome = table(kYears, "<row><cell/><cell/></row>");
  CHECK(outcome.checked);
  CHECK(wrong(outcome));
}
