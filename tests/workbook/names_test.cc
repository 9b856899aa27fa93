// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/names.h"

#include "sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;

constexpr const char* kThirtyOne = "แผนปฏิบัติราชการประจำปีกลุ่มจัง";  // TH35: 31 characters, 93 bytes

std::string named(const std::string& wanted, const std::vector<std::string>& earlier, std::string& code) {
  std::vector<Sheet> sheets;
  for (const std::string& name : earlier) {
    sheets.emplace_back();
    sheets.back().name = name;
  }
  base::Diagnostics diagnostics;
  const std::string name = sheet_name(wanted, sheets, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) code += diagnostic.code;
  return name;
}

TEST_CASE("columns and cells are named as Excel names them") {
  CHECK(column_name(0) == "A");
  CHECK(column_name(25) == "Z");
  CHECK(column_name(26) == "AA");
  CHECK(column_name(701) == "ZZ");
  CHECK(column_name(702) == "AAA");
  CHECK(column_name(16383) == "XFD");
  CHECK(cell_name(11, 1) == "B12");
  CHECK(cell_name(11, 1, Absolute::Yes) == "$B$12");
  CHECK(range_name({2, 2, 7, 10}) == "H3:K3");
  CHECK(range_name({2, 2, 7, 7}) == "H3");
  CHECK(quoted_sheet("ก'ข") == "'ก''ข'");
}

TEST_CASE("names are counted in UTF-16 units and cut between clusters") {
  CHECK(utf16_length(kThirtyOne) == 31);
  CHECK(utf16_length("😀") == 2);
  CHECK(cut_to_utf16("กำน้ำ", 3) == "กำ");  // น้ำ is one cluster of three
  CHECK(cut_to_utf16("กำน้ำ", 5) == "กำน้ำ");
  CHECK(cut_to_utf16("a😀", 2) == "a");
}

TEST_CASE("a sheet name of 31 characters is taken as it is") {
  std::string code;
  CHECK(named(kThirtyOne, {}, code) == kThirtyOne);
  CHECK(code.empty());
}

TEST_CASE("a sheet name of 32 characters is an error that shows a fitting one") {
  base::Diagnostics diagnostics;
  const std::string name = sheet_name(std::string(kThirtyOne) + "ห", {}, diagnostics);
  CHECK(name == kThirtyOne);
  REQUIRE(diagnostics.all().size() == 1);
  const auto& found = diagnostics.all().front();
  CHECK(found.code == "W001");
  CHECK(found.severity == base::Severity::Error);
  CHECK(found.message.en == "expected a sheet name of at most 31 characters, found 32 in `แผนปฏิบัติราชการประจำปีกลุ่มจังห`");
  CHECK(found.hint.en == "give the section's `sheet` a shorter name, such as `แผนปฏิบัติราชการประจำปีกลุ่มจัง`");
}

TEST_CASE("a sheet name that Excel forbids is an error and is mended") {
  for (const char* bad : {"ก[1]", "ก]", "ก:ข", "ก*", "ก?", "ก/ข", "ก\\ข", "'ก", "ก'", "", "History", "a\tb"}) {
    CAPTURE(bad);
    std::string code, again;
    const std::string name = named(bad, {}, code);
    CHECK(code == "W002");
    CHECK(named(name, {}, again) == name);
    CHECK(again.empty());
  }
}

TEST_CASE("two sheets of one name are told apart, upper and lower case being the same") {
  std::string code;
  CHECK(named("KPI", {"kpi"}, code) == "KPI (2)");
  CHECK(code == "W003");
  code.clear();
  const std::string cut = named(kThirtyOne, {kThirtyOne}, code);
  CHECK(code == "W003");
  CHECK(utf16_length(cut) <= kMaxSheetName);
  CHECK(cut.ends_with(" (2)"));
}

TEST_CASE("print titles of rows and columns fit names of up to some 18 Thai characters") {
  std::string eighteen;
  for (int i = 0; i < 18; ++i) eighteen += "ก";
  CHECK(print_titles_fit(eighteen, {0, 1}, {0, 1}));
  CHECK_FALSE(print_titles_fit(eighteen + "ก", {0, 1}, {0, 1}));
  CHECK_FALSE(print_titles_fit(kThirtyOne, {0, 1}, {0, 1}));
  CHECK_FALSE(print_titles_fit(std::string(28, 'x') + "'''" + eighteen, {0, 1}, {0, 1}));
}

}  // namespace
}  // namespace phaen::workbook
