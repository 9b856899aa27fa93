// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/vocabulary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

#include "base/file.h"
#include "support/golden.h"
#include "template/sample.h"
#include "template/xml.h"

using namespace phaen;
using namespace phaen::templates;
using namespace phaen::templates::test;

TEST_CASE("every element of the vocabulary stands in a test") {
  std::string tests;
  for (const char* folder : {"tests/template", "tests/template/examples"})
    for (const auto& file : std::filesystem::directory_iterator(folder))
      if (file.is_regular_file()) tests += base::read_file(file.path().string()).value();
  for (const ElementRow& row : vocabulary())
    CHECK_MESSAGE((tests.find("<" + std::string(row.name) + " ") != std::string::npos ||
                   tests.find("<" + std::string(row.name) + ">") != std::string::npos ||
                   tests.find("<" + std::string(row.name) + "/>") != std::string::npos),
                  row.name);
}

TEST_CASE("the vocabulary names each element and each attribute of it once") {
  std::set<std::string_view> names;
  for (const ElementRow& row : vocabulary()) {
    CHECK_MESSAGE(names.insert(row.name).second, row.name);
    std::set<std::string_view> attributes;
    for (const AttributeRow& attribute : row.attributes) {
      CHECK_MESSAGE(attributes.insert(attribute.name).second, row.name << " " << attribute.name);
      if (attribute.kind != ValueKind::Names)
        CHECK((attribute.kind == ValueKind::Choice) == !attribute.choices.empty());
    }
    CHECK_MESSAGE(!row.note.empty(), row.name);
  }
}

TEST_CASE("the grammar for editors and the reference are those of the vocabulary table") {
  const std::string grammar = relax_ng();
  CHECK(read_xml(grammar, 0).root.has_value());
  for (const ElementRow& row : vocabulary())
    CHECK((grammar.find("<element name=\"" + std::string(row.name) + "\"") != std::string::npos));
  phaen::support::check_golden("docs/template.rng", grammar);
  phaen::support::check_golden("docs/template-vocabulary.md", vocabulary_reference());
}

TEST_CASE("the field list names fields, references and ways back") {
  const std::string list = field_list(*small_schema(), small_roots());
  CHECK(list.find("`plan` (one record of `plans`)") != std::string::npos);
  CHECK(list.find("| `node` | → `nodes` |") != std::string::npos);
  CHECK(list.find("| `children`, `children*` | many of `nodes` |") != std::string::npos);
  CHECK(list.find("| `brief` | one of `projects` |") != std::string::npos);
  CHECK(list.find("| `years` |") != std::string::npos);
}

TEST_CASE("template information comes from the document's attributes") {
  base::Diagnostics found;
  const auto parsed = parse_template({"t.xml",
                                      "<document id=\"a\" title=\"{plan.title}\" name=\"ก\" outputs=\"xlsx\" "
                                      "cycles=\"2566-2570 2571-2575\" needs=\"kpis\"/>"},
                                     {}, found);
  REQUIRE(parsed);
  const TemplateInfo info = template_info(*parsed);
  CHECK(info.id == "a");
  CHECK(info.name == base::Bilingual{"ก", "a"});
  CHECK(info.cycles == std::vector<std::string>{"2566-2570", "2571-2575"});
  CHECK(info.needs == std::vector<std::string>{"kpis"});
  CHECK_FALSE(info.to_pdf);
  CHECK(info.to_workbook);
}

namespace {

// A well-formed element of the vocabulary with random content: attributes from a small stock that mostly checks.
class Grower {
 public:
  explicit Grower(unsigned seed) : random_(seed) {}

  std::string content(Content here, int depth) {
    std::string text;
    for (int i = pick(depth > 5 ? 1 : 4); i > 0; --i)
      text += takes_text(here) && pick(2) == 0 ? word() : element(here, depth);
    return text;
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  std::string word() {
    const char* const words[] = {"ก ", "{plan.title}", "{{", "{plan.start_year | era}", "\n", "{nodes}", "x"};
    return words[pick(7)];
  }
  std::string element(Content here, int depth) {
    if (depth > 7) return {};
    std::vector<const ElementRow*> rows;
    for (const ElementRow& row : vocabulary())
      if (includes(row.stands_in, here) && row.name != "include") rows.push_back(&row);
    if (rows.empty()) return {};
    const ElementRow& row = *rows[static_cast<std::size_t>(pick(static_cast<int>(rows.size())))];
    std::string text = "<" + std::string(row.name);
    for (const AttributeRow& attribute : row.attributes)
      if (attribute.required || pick(6) == 0)
        text += " " + std::string(attribute.name) + "=\"" + value(attribute) + "\"";
    return text + ">" + content(content_inside(row, here), depth + 1) + "</" + std::string(row.name) + ">";
  }
  std::string value(const AttributeRow& row) {
    switch (row.kind) {
      case ValueKind::Integer: return std::to_string(1 + pick(3));
      case ValueKind::Boolean: return "yes";
      case ValueKind::Choice:
        return std::string(row.choices[static_cast<std::size_t>(pick(static_cast<int>(row.choices.size())))]);
      case ValueKind::Length: return "2cm";
      case ValueKind::Width: return "auto";
      case ValueKind::Colour: return "#000000";
      case ValueKind::Style: return "body";
      case ValueKind::Format: return "baht";
      case ValueKind::Variable: return "v" + std::to_string(names_++);
      case ValueKind::Path: return pick(2) == 0 ? "budgets.amount" : "plan.title";
      case ValueKind::Collection: return pick(2) == 0 ? "kpis" : "plan.years";
      case ValueKind::Condition: return pick(2) == 0 ? "plan.title exists" : "none kpis";
      case ValueKind::Sort: return "plan.title";
      case ValueKind::Derivation: return "subtotal";
      case ValueKind::Name: return "k" + std::to_string(names_++);
      case ValueKind::Span: return "all";
      case ValueKind::Names: return row.choices.empty() ? "plan" : std::string(row.choices.front());
      case ValueKind::Text:
      case ValueKind::Literal:
      case ValueKind::Keys: return "plan";
    }
    return {};
  }
  std::mt19937 random_;
  int names_ = 0;
};

}  // namespace

TEST_CASE("random templates are checked and expanded to an end") {
  std::size_t checked = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    Grower grower(seed);
    const Outcome outcome = expand(
        {"<document id=\"r\" title=\"ก\"><section>" + grower.content(Content::Blocks, 0) + "</section></document>"});
    if (outcome.checked) ++checked;
    CHECK((outcome.checked || !outcome.messages.empty()));
  }
  CHECK(checked > 20);
}
