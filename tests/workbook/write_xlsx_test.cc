// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <sstream>

#include "sample.h"
#include "workbook/names.h"

// libxlsxwriter 1.1.4 loses its copy of the source of each drop-down; nothing its caller can free.
extern "C" const char* __lsan_default_suppressions() { return "leak:lxw_strdup"; }

namespace phaen::workbook {
namespace {

using namespace testing;
using doc::RowKind;

// A sheet of one row of texts.
Workbook book_of(const std::vector<std::string>& texts, const std::string& sheet_name = "แผ่น") {
  Workbook book;
  book.title = "ทดสอบ";
  book.created = {2022, 9, 30};
  book.styles.emplace_back();
  book.sheets.emplace_back();
  Sheet& sheet = book.sheets.back();
  sheet.name = sheet_name;
  sheet.rows.emplace_back();
  sheet.rows.back().height = 29;
  for (const std::string& text : texts) {
    Cell cell;
    cell.column = static_cast<std::uint16_t>(sheet.columns.size());
    cell.value = TextRef{static_cast<TextId>(book.texts.size())};
    book.texts.push_back({text, {}});
    sheet.columns.push_back(100);
    sheet.rows.back().cells.push_back(cell);
  }
  return book;
}

Cell number_cell(std::uint16_t column, base::Decimal number) {
  Cell cell;
  cell.column = column;
  cell.value = number;
  return cell;
}

doc::Document budget() {
  doc::Table table = table_of(4);
  table.rows.push_back(head_row({"โครงการ", "แผน", "ผล", "ร้อยละ"}));
  const auto percent = [](std::uint32_t r, base::Decimal value, std::string printed) {
    return derived_cell(figure_cell(3, value, "decimal2", std::move(printed)), doc::Derivation::Percent,
                        {{r, r, 2, 2}, {r, r, 1, 1}});
  };
  const auto subtotal = [](std::uint16_t column, std::int64_t baht, doc::CellRange range) {
    return derived_cell(baht_cell(column, baht, "1"), doc::Derivation::Subtotal, {range});
  };
  table.rows.push_back(row(RowKind::Group, {text_cell(0, "รวมทั้งสิ้น"), subtotal(1, 600, {2, 6, 1, 1}),
                                            subtotal(2, 300, {2, 6, 2, 2}), percent(1, {5000000000, 8}, "50.00")}));
  table.rows.push_back(row(RowKind::Group,
                           {text_cell(0, "แผนงาน ก"), subtotal(1, 300, {3, 4, 1, 1}), subtotal(2, 100, {3, 4, 2, 2}),
                            percent(2, {333333333333, 10}, "33.33")},
                           1));
  table.rows.push_back(row(RowKind::Body,
                           {text_cell(0, "1"), baht_cell(1, 100, "100"), baht_cell(2, 100, "100"),
                            percent(3, base::Decimal::integer(100), "100.00")},
                           2));
  table.rows.push_back(
      row(RowKind::Body,
          {text_cell(0, "2"), baht_cell(1, 200, "200"), figure_cell(2, {}, "baht", "-"),
           derived_cell(figure_cell(3, {}, "decimal2", "-"), doc::Derivation::Percent, {{4, 4, 2, 2}, {4, 4, 1, 1}})},
          2));
  table.rows.push_back(row(RowKind::Group,
                           {text_cell(0, "แผนงาน ข"), subtotal(1, 300, {6, 6, 1, 1}), subtotal(2, 200, {6, 6, 2, 2}),
                            percent(5, {666666666667, 10}, "66.67")},
                           1));
  table.rows.push_back(row(
      RowKind::Body,
      {text_cell(0, "3"), baht_cell(1, 300, "300"), baht_cell(2, 200, "200"), percent(6, {666666666667, 10}, "66.67")},
      2));
  return document_of({section_of("งบ", {table})});
}

TEST_CASE("figures, formulas and their computed values stand in the file") {
  Bench bench;
  const Package file(bench.make(budget()));
  const std::string sheet = file.sheet(1);
  CHECK(Package::cell(sheet, "B2").find("<f>SUBTOTAL(9,B3:B7)</f><v>600</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "B3").find("<f>SUBTOTAL(9,B4:B5)</f><v>300</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "D3").find("C3/B3*100)</f><v>33.3333333333</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "B4").find("<v>100</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "C5").find("<v>") == std::string::npos);  // missing is blank
  CHECK(Package::cell(sheet, "D5").find("t=\"str\"><f>IF(OR(COUNT(C5,B5)&lt;2,N(B5)=0),\"\",C5/B5*100)</f><v></v>") !=
        std::string::npos);
  CHECK(sheet.find("outlineLevelRow=\"2\"") != std::string::npos);
  CHECK(sheet.find("<outlinePr summaryBelow=\"0\"/>") != std::string::npos);
  CHECK(file.xml_errors() == "");
}

TEST_CASE("every formula has its computed value beside it, so no reader shows a zero") {
  Bench bench;
  const std::string sheet = Package(bench.make(budget())).sheet(1);
  std::size_t formulas = 0;
  for (auto at = sheet.find("<f>"); at != std::string::npos; at = sheet.find("<f>", at + 1)) {
    ++formulas;
    const auto end = sheet.find("</f>", at);
    CHECK(sheet.substr(end + 4, 3) == "<v>");
    CHECK(sheet.substr(end + 4, 8) != "<v>0</v>");
  }
  CHECK(formulas == 12);
}

TEST_CASE("LibreOffice recomputes every formula to the value the document computed") {
  if (Package::run("command -v soffice").empty()) {
    MESSAGE("soffice is not installed: formulas were not recomputed");
    return;
  }
  Bench bench;
  Workbook book = bench.make(budget());
  // Without the values the program computed, what the CSV shows is LibreOffice's own.
  for (Row& each : book.sheets[0].rows) {
    for (Cell& cell : each.cells) {
      if (cell.formula > 0) cell.value = base::Decimal::integer(-77);
    }
  }
  const Package file(book);
  const std::string folder = "/tmp/phaen-test-soffice-" + std::to_string(getpid());
  // Its profile is told to recompute files of any program when loading them.
  Package::run("mkdir -p " + folder + "/profile/user && cat > " + folder +
               R"(/profile/user/registrymodifications.xcu <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
X)");
  Package::run("soffice -env:UserInstallation=file://" + folder + "/profile --headless --convert-to " +
               "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false' --outdir " + folder + " " + file.path() +
               " >/dev/null 2>&1");
  const std::string csv = Package::run("cat " + folder + "/*.csv");
  Package::run("rm -r " + folder);
  std::istringstream lines(csv);
  std::vector<std::string> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(line);
  REQUIRE(rows.size() == 7);
  CHECK(rows[1] == "รวมทั้งสิ้น,600,300,50.00");
  CHECK(rows[2] == "แผนงาน ก,300,100,33.33");
  CHECK(rows[3] == "1,100,100,100.00");
  CHECK(rows[4] == "2,200,,");
  CHECK(rows[5] == "แผนงาน ข,300,200,66.67");
}

TEST_CASE("TH37: text that begins like a formula stays text") {
  const std::vector<std::string> texts{"=รวม", "+เพิ่ม", "-5%", "@หน่วยงาน", "=1+1", "=HYPERLINK(\"http://x\")"};
  const Package file(book_of(texts));
  const std::string sheet = file.sheet(1), strings = file.part("xl/sharedStrings.xml");
  CHECK(sheet.find("<f>") == std::string::npos);
  CHECK(Package::cell(sheet, "A1").find("t=\"s\"") != std::string::npos);
  CHECK(Package::cell(sheet, "C1").find("t=\"s\"") != std::string::npos);
  CHECK(strings.find("<t>-5%</t>") != std::string::npos);
  CHECK(strings.find("<t>=รวม</t>") != std::string::npos);
}

TEST_CASE("a text that spells an escape of Excel is shown as it is spelled") {
  const Package file(book_of({"_x0041_", "a_x00e9_b_x000D_", "_x004_", "_xyz"}));
  const std::string strings = file.part("xl/sharedStrings.xml");
  CHECK(strings.find("<t>_x005F_x0041_</t>") != std::string::npos);
  CHECK(strings.find("<t>a_x005F_x00e9_b_x005F_x000D_</t>") != std::string::npos);
  CHECK(strings.find("<t>_x004_</t>") != std::string::npos);
  CHECK(strings.find("<t>_xyz</t>") != std::string::npos);
}

TEST_CASE("markup in texts and names is only text") {
  const Package file(book_of({"</t>{plan.name}<b>&", "\"'"}, "ก & <ข>"));
  CHECK(file.xml_errors() == "");
  CHECK(file.part("xl/sharedStrings.xml").find("&lt;/t&gt;{plan.name}&lt;b&gt;&amp;") != std::string::npos);
}

TEST_CASE("TH35: a long Thai sheet name repeats its header rows and never half a name") {
  doc::Table table = table_of(8);
  for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, base::Length::cm(3), 1};
  table.rows.push_back(head_row({"ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ"}));
  for (int i = 0; i < 3; ++i) {
    table.rows.push_back(row(RowKind::Body, {text_cell(0, "โครงการ"), baht_cell(1, 1, "1")}));
  }
  const std::string name = "แผนปฏิบัติราชการประจำปีกลุ่มจัง";
  Bench bench;
  const Package file(bench.make(document_of({section_of(name, {table}), section_of("สั้น", {table})})));
  CHECK(bench.codes() == "");
  const std::string workbook = file.part("xl/workbook.xml");
  CHECK(workbook.find(">'" + name + "'!$1:$1</definedName>") != std::string::npos);
  CHECK(workbook.find(">'สั้น'!$A:$A,'สั้น'!$1:$1</definedName>") != std::string::npos);
  CHECK(file.xml_errors() == "");
}

TEST_CASE("TH36: defined names are in ASCII and no longer than the library keeps") {
  doc::Table table = table_of(2);
  table.rows.push_back(head_row({"ก", "ข"}));
  for (int i = 0; i < 3; ++i) {
    table.rows.push_back(row(RowKind::Body, {text_cell(0, "โครงการ"), baht_cell(1, 1, "1")}));
  }
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("แผนปฏิบัติราชการประจำปีกลุ่มจัง", {table})}));
  REQUIRE(book.sheets[0].filter.has_value());
  const Package file(book);
  const std::string workbook = file.part("xl/workbook.xml");
  std::size_t names = 0;
  for (auto at = workbook.find("<definedName "); at != std::string::npos; at = workbook.find("<definedName ", at + 1)) {
    ++names;
    const auto value = workbook.find('>', at) + 1;
    const std::string attributes = workbook.substr(at, value - at);
    CHECK(
        std::all_of(attributes.begin(), attributes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    const std::string formula = workbook.substr(value, workbook.find('<', value) - value);
    CHECK(formula.size() < 128);
    CHECK(std::isdigit(static_cast<unsigned char>(formula.back())));
  }
  CHECK(names == 2);
  CHECK(file.xml_errors() == "");
}

TEST_CASE("TH34: choices come from a range of a hidden sheet, however long their texts are") {
  Workbook book = book_of({"แผนงานหลัก"}, "ข้อมูล");
  Sheet lists;
  lists.name = "รายการ";
  lists.hidden = true;
  lists.columns = {200};
  for (int i = 0; i < 300; ++i) {
    lists.rows.emplace_back();
    lists.rows.back().height = 29;
    Cell cell;
    cell.value = TextRef{static_cast<TextId>(book.texts.size())};
    book.texts.push_back({"ตัวเลือกภาษาไทยความยาวยี่สิบห้า " + std::to_string(i), {}});
    lists.rows.back().cells.push_back(cell);
  }
  book.sheets[0].choices = {{{0, 99, 0, 0}, quoted_sheet(lists.name) + "!$A$1:$A$300"}};
  book.sheets.push_back(lists);
  const Package file(book);
  CHECK(
      file.sheet(1).find("<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
                         "sqref=\"A1:A100\"><formula1>'รายการ'!$A$1:$A$300</formula1>") != std::string::npos);
  CHECK(file.part("xl/workbook.xml").find("state=\"hidden\"") != std::string::npos);
  CHECK(file.xml_errors() == "");
}

TEST_CASE("a header of 255 Thai characters is written whole") {
  Workbook book = book_of({"ก"});
  std::string header = "&L";
  for (int i = 0; i < 253; ++i) header += "ก";
  book.sheets[0].print.header = header;
  book.sheets[0].print.footer = "&C&\"TH SarabunPSK,Regular\"&12 หน้า &P จาก &N";
  const Package file(book);
  CHECK(file.sheet(1).find("<oddHeader>&amp;L" + header.substr(2) + "</oddHeader>") != std::string::npos);
  CHECK(file.sheet(1).find("หน้า &amp;P จาก &amp;N</oddFooter>") != std::string::npos);
}

TEST_CASE("the same workbook gives the same bytes, on any number of threads") {
  Bench first, second;
  const auto a = write_xlsx(first.make(budget())), b = write_xlsx(second.make(budget()));
  REQUIRE(a.has_value());
  REQUIRE(b.has_value());
  CHECK(*a == *b);
  const Workbook book = first.make(budget());
  CHECK(*write_xlsx(book, 3) == *write_xlsx(book));
}

TEST_CASE("the only date in the file is the day of issue") {
  const Package file(book_of({"ก"}));
  const std::string core = file.part("docProps/core.xml");
  CHECK(core.find("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2022-09-30T00:00:00Z") != std::string::npos);
  CHECK(core.find("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2022-09-30T00:00:00Z") != std::string::npos);
}

TEST_CASE("overlapping merges are refused, by rows and by columns") {
  Workbook book = book_of({"ก", "ข", "ค"});
  for (int i = 0; i < 3; ++i) book.sheets[0].rows.push_back(book.sheets[0].rows[0]);
  book.sheets[0].merges = {{{0, 1, 0, 1}, 0}, {{1, 2, 1, 2}, 0}};
  const auto refused = write_xlsx(book);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == "W006");
  CHECK(refused.error().message.en == "expected merged cells that do not overlap, found B2:C3 over A1:B2");
  book.sheets[0].merges = {{{0, 1, 0, 1}, 0}, {{2, 3, 0, 2}, 0}, {{0, 1, 2, 2}, 0}};
  CHECK(write_xlsx(book).has_value());
}

TEST_CASE("what Excel's limits forbid is refused before the library is called") {
  CHECK(write_xlsx(Workbook{}).error().code == "W020");
  CHECK(write_xlsx(book_of({"ก"}, "ก[ข]")).error().code == "W002");
  Workbook twice = book_of({"ก"}, "KPI");
  twice.sheets.push_back(twice.sheets[0]);
  twice.sheets[1].name = "kpi";
  CHECK(write_xlsx(twice).error().code == "W003");
  Workbook wide = book_of({"ก"});
  wide.sheets[0].columns.assign(kMaxColumns + 1, 20);
  CHECK(write_xlsx(wide).error().code == "W007");
  Workbook high = book_of({"ก"});
  high.sheets[0].rows.resize(kMaxRows + 1);
  CHECK(write_xlsx(high).error().code == "W007");
}

TEST_CASE("numbers are written to the last of their fifteen digits") {
  Workbook book = book_of({});
  book.sheets[0].columns = {100, 100, 100, 100};
  book.sheets[0].rows[0].cells = {number_cell(0, {2371660000, 8}), number_cell(1, {123456789012345, 2}),
                                  number_cell(2, {1, 1}), number_cell(3, {-53880000000000, 8})};
  const std::string sheet = Package(book).sheet(1);
  CHECK(Package::cell(sheet, "A1").find("<v>23.7166</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "B1").find("<v>1234567890123.45</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "C1").find("<v>0.1</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "D1").find("<v>-538800</v>") != std::string::npos);
}

TEST_CASE("dates are serial numbers of Excel's calendar, also before 1970 and on leap days") {
  Workbook book = book_of({});
  book.sheets[0].columns = {100, 100, 100};
  std::uint16_t column = 0;
  for (const base::Date date : {base::Date{2026, 10, 1}, base::Date{1900, 3, 1}, base::Date{2024, 2, 29}}) {
    Cell cell;
    cell.column = column++;
    cell.value = date;
    book.sheets[0].rows[0].cells.push_back(cell);
  }
  const std::string sheet = Package(book).sheet(1);
  CHECK(Package::cell(sheet, "A1").find("<v>46296</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "B1").find("<v>61</v>") != std::string::npos);
  CHECK(Package::cell(sheet, "C1").find("<v>45351</v>") != std::string::npos);
}

TEST_CASE("links lead to places in the workbook and to the web, and leave the cell's own value") {
  Workbook book = book_of({"ดูแผ่น", "เว็บ", "ก"}, "ก'ข");
  book.sheets[0].links = {{0, 0, "#" + quoted_sheet("ก'ข") + "!C1"}, {0, 1, "https://www.nesdc.go.th/?a=1&b=ก"}};
  const Package file(book);
  const std::string sheet = file.sheet(1);
  CHECK(sheet.find("<hyperlink ref=\"A1\" location=\"'ก''ข'!C1\"") != std::string::npos);
  CHECK(sheet.find("<hyperlink ref=\"B1\" r:id=\"rId1\"") != std::string::npos);
  CHECK(file.part("xl/worksheets/_rels/sheet1.xml.rels").find("nesdc.go.th") != std::string::npos);
  CHECK(Package::cell(sheet, "A1").find("t=\"s\"") != std::string::npos);
  CHECK(file.part("xl/sharedStrings.xml").find("<t>ดูแผ่น</t>") != std::string::npos);
  CHECK(file.xml_errors() == "");
}

TEST_CASE("parts of a text that look different are runs of one rich text") {
  Workbook book = book_of({"ตร.กม.2 รวม"});
  doc::Emphasis high, bold;
  high.superscript = true;
  bold.bold = true;
  book.texts[0].runs = {
      {book.texts[0].text.find('2'), {}}, {book.texts[0].text.find('2') + 1, high}, {book.texts[0].text.size(), bold}};
  const Package file(book);
  const std::string strings = file.part("xl/sharedStrings.xml");
  CHECK(strings.find("<vertAlign val=\"superscript\"/>") != std::string::npos);
  CHECK(strings.find("<t>2</t>") != std::string::npos);
  CHECK(strings.find("<t xml:space=\"preserve\"> รวม</t>") != std::string::npos);
  CHECK(file.xml_errors() == "");
}

TEST_CASE("comments and custom properties are written") {
  Workbook book = book_of({"ก"});
  book.sheets[0].notes = {{0, 0, "budgets P1 approved"}};
  book.properties = {{"seal", "0123abcd"}};
  const Package file(book);
  CHECK(file.part("xl/comments1.xml").find("budgets P1 approved") != std::string::npos);
  CHECK(file.part("docProps/custom.xml").find("0123abcd") != std::string::npos);
  CHECK(file.xml_errors() == "");
}

}  // namespace
}  // namespace phaen::workbook
