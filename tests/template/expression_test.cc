// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/expression.h"

#include <doctest/doctest.h>

#include "template/joining.h"
#include "template/xml.h"

using namespace phaen::templates;

TEST_CASE("a path is names with dots, some with a star") {
  const auto path = parse_path(" issue.children*.name ");
  REQUIRE(path);
  REQUIRE(path->steps.size() == 3);
  CHECK(path->steps[1].name == "children");
  CHECK(path->steps[1].deep);
  CHECK(path->steps[2].offset == 17);
  for (const char* bad : {"", ".", "a.", "a..b", "1a", "a b", "ก", "a.*"}) CHECK_FALSE(parse_path(bad));
}

TEST_CASE("a condition keeps its operands as written") {
  const auto condition = parse_condition("a.b = 'x and y' and c not in (1.1, I3-K1,ก) and some d");
  REQUIRE(condition);
  REQUIRE(condition->size() == 3);
  CHECK(condition->at(0).operands[0].quoted);
  CHECK(condition->at(0).operands[0].text == "x and y");
  CHECK(condition->at(1).test == Test::NotIn);
  CHECK(condition->at(1).operands.size() == 3);
  CHECK_FALSE(condition->at(1).operands[0].path);
  CHECK(condition->at(2).test == Test::Some);
}

TEST_CASE("an error says what was expected and where") {
  const auto error = parse_condition("a = ").error();
  CHECK(error.offset == 4);
  CHECK(error.expected.en == "a value to compare with");
  CHECK(parse_text("ab{c").error().offset == 2);
  CHECK(parse_collection("1..x").error().found == "1..x");
}

TEST_CASE("text is split at its placeholders") {
  const auto pieces = parse_text("ก{{ {a.b | baht | else ไม่มี}}}");
  REQUIRE(pieces);
  REQUIRE(pieces->size() == 3);
  CHECK(std::get<LiteralText>(pieces->at(0)).text == "ก{ ");
  const auto& placeholder = std::get<PlaceholderText>(pieces->at(1));
  CHECK(placeholder.formats.size() == 1);
  CHECK(placeholder.otherwise == "ไม่มี");
  CHECK(std::get<LiteralText>(pieces->at(2)).text == "}");
}

TEST_CASE("blanks fold; a line end between Thai letters is nothing") {
  const Joined joined = fold_blanks("\n  ก\n ข  ค\nA\n ๑ ");
  CHECK(joined.text == "กข ค A ๑");
  CHECK(joined.before == Gap::Line);
  CHECK(joined.after == Gap::Space);
  CHECK(fold_blanks(" \n ").text.empty());
}

TEST_CASE("every character of XML knows its place") {
  const XmlFile xml = read_xml("<a\n  b='x&amp;y&#3585;z'\r\n c=\"1\">ก&lt;ข\nค</a>", 3);
  REQUIRE(xml.root);
  const Attribute& b = xml.root->attributes.at(0);
  CHECK(b.place == Place{3, 2, 3});
  CHECK(b.value.text == "x&yกz");
  CHECK(b.value.at(0) == Place{3, 2, 6});
  CHECK(b.value.at(2) == Place{3, 2, 12});
  CHECK(b.value.at(6) == Place{3, 2, 20});
  CHECK(xml.root->attributes.at(1).place == Place{3, 3, 2});
  const PlacedText& text = xml.root->children.at(0).text;
  CHECK(text.at(3) == Place{3, 3, 9});
  CHECK(text.at(4) == Place{3, 3, 13});
  CHECK(text.at(8) == Place{3, 4, 1});
}
