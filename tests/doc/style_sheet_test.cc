// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/style_sheet.h"

#include <doctest/doctest.h>

#include <set>

using namespace phaen;
using base::Length;

TEST_CASE("the standard styles have the sizes of the rules") {
  const doc::StyleSheet sheet = doc::standard_styles();
  const auto style = [&](const char* name) { return sheet.at(sheet.find(name).value()); };
  CHECK(style("body").size == Length::pt(16));
  CHECK(style("body").first_indent == Length::cm(2.5));
  CHECK(style("body").align == doc::TextAlign::Distributed);
  CHECK(style("table-cell").size == Length::pt(14));
  CHECK(style("table-head").bold);
  CHECK(style("heading1").size == Length::pt(20));
  CHECK(style("heading4").keep_with_next);
  CHECK(style("cover-title").size == Length::pt(36));
}

TEST_CASE("every promised style is there, once") {
  const doc::StyleSheet sheet = doc::standard_styles();
  for (const char* name :
       {"body",         "heading1",   "heading2",  "heading3",   "heading4",   "cover-title", "cover-text",
        "form-number",  "form-title", "form-line", "table-head", "table-cell", "table-group", "table-total",
        "caption",      "unit-line",  "note",      "contents1",  "contents2",  "contents3",   "contents-title",
        "running-head", "folio",      "signature", "quote",      "list"})
    CHECK_MESSAGE(sheet.find(name).has_value(), name);
  std::set<std::string> names;
  for (const doc::ParagraphStyle& style : sheet.styles) CHECK(names.insert(style.name).second);
  CHECK_FALSE(sheet.find("bodi"));
}
