// SPDX-License-Identifier: GPL-3.0-or-later
// What templates say of pages: marks, folios, running heads, footnotes, tables over several pages.
#include <doctest/doctest.h>

#include "template/sample.h"

using namespace phaen;
using namespace phaen::templates::test;

namespace {

std::string document(const std::string& attributes, const std::string& section = "") {
  return "<document id=\"a\" title=\"ก\" " + attributes + "><section " + section + "><p>ก</p></section></document>";
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a document is marked always, or when its condition holds") {
  CHECK(has(expand({document("mark=\"ร่าง {plan.code}\"")}).info, "mark \"ร่าง "));
  CHECK(has(expand({document("mark=\"ร่าง\" mark-when=\"plan.approved = true\"")}).info, "mark") !=
        has(expand({document("mark=\"ร่าง\" mark-when=\"plan.approved != true\"")}).info, "mark"));
  CHECK_FALSE(has(expand({document("")}).info, "mark"));
  CHECK(has(check_messages(document("mark-when=\"plan.approved = true\"")), "mark-when"));
  CHECK(has(check_messages(document("mark=\"ร่าง\" mark-when=\"plan.aproved = true\"")), "approved"));
}

TEST_CASE("a section chooses the form of its page numbers and the heading in its running head") {
  const Outcome outcome = expand({document("", "folio-form=\"of-all\" running-heading=\"heading2\"")});
  CHECK(outcome.messages == "");
  CHECK(outcome.sections.at(0).folio_form == doc::FolioForm::OfAll);
  CHECK(outcome.sections.at(0).running_heading == 2);
  const Outcome plain = expand({document("")});
  CHECK(plain.sections.at(0).folio_form == doc::FolioForm::Number);
  CHECK(plain.sections.at(0).running_heading == 0);
}

TEST_CASE("footnotes are numbered through the section, those of a table in the table; signatures hold on") {
  const Outcome outcome =
      expand({"<document id=\"a\" title=\"ก\" digits=\"thai\"><section><p>ก<footnote>หนึ่ง</footnote></p>"
              "<table><column key=\"a\"/><row><cell>ข<footnote>ในตาราง</footnote></cell></row></table>"
              "<p>ค<footnote>สอง</footnote></p><signature><signer role=\"ผู้จัดทำ\"/></signature></section>"
              "<section><p>ง<footnote>ใหม่</footnote></p></section></document>"});
  CHECK(outcome.messages == "");
  const std::vector<doc::Block>& blocks = outcome.sections.at(0).blocks;
  REQUIRE(blocks.size() == 6);
  const auto mark = [](const doc::Block& block) {
    return std::get<doc::TextSpan>(std::get<doc::Paragraph>(block).content.at(1));
  };
  CHECK(mark(blocks[0]).text == "๑)");
  CHECK(mark(blocks[0]).footnote == 1);
  CHECK(mark(blocks[0]).emphasis.superscript);
  CHECK(mark(blocks[2]).footnote == 2);
  const auto& table = std::get<doc::Table>(blocks[1]);
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].footnote == 0);
  CHECK(std::get<doc::TextSpan>(table.rows[0].cells[0].content[0].content[1]).footnote == 0);
  CHECK(std::get<doc::Keep>(blocks[3]).with_previous);
  CHECK(std::get<doc::Paragraph>(blocks[4]).footnote == 1);
  CHECK(std::get<doc::Paragraph>(blocks[5]).footnote == 2);
  CHECK(std::get<doc::Paragraph>(blocks[5]).marker == "๒)");
  CHECK(mark(outcome.sections.at(1).blocks[0]).footnote == 1);
}

TEST_CASE("a table carries sums, is split by columns and has header columns when the template says so") {
  const Outcome outcome = expand_blocks(
      "<table carry=\"yes\" split-columns=\"yes\" keys=\"2\" negative=\"brackets\"><column key=\"a\" header=\"yes\"/>"
      "<column key=\"b\" zero=\"nil\"/><row><cell>ก</cell><cell>1</cell></row></table>");
  CHECK(outcome.messages == "");
  const auto& table = std::get<doc::Table>(outcome.sections.at(0).blocks.at(0));
  CHECK(table.carry);
  CHECK(table.split_columns);
  CHECK(table.key_columns == 2);
  CHECK(table.columns[0].header);
  CHECK_FALSE(table.columns[1].header);
  CHECK(table.columns[1].figures.negative == thai::NegativeStyle::Brackets);
  CHECK(table.columns[1].figures.zero == thai::ZeroStyle::Nil);
  CHECK(table.columns[0].figures.zero == thai::ZeroStyle::Figure);
  CHECK(has(check_messages(in_section("<table keys=\"2\"><column key=\"a\"/></table>")), "split-columns"));
}
