// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/workbook_readback.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>

#include "readback/package.h"

namespace phaen::readback {
namespace {

using base::Decimal;
using workbook::Workbook;

workbook::Cell cell(std::uint16_t column, workbook::Value value, workbook::FormulaId formula = 0,
                    workbook::StyleId style = 0) {
  return {column, style, base::kNoOrigin, formula, value};
}

workbook::Value text(Workbook& book, std::string value) {
  book.texts.push_back({std::move(value), {}});
  return workbook::TextRef{static_cast<workbook::TextId>(book.texts.size() - 1)};
}

workbook::Row row(std::vector<workbook::Cell> cells) {
  workbook::Row made;
  made.height = 29;
  made.cells = std::move(cells);
  return made;
}

std::string long_text() {
  std::string result;
  for (int i = 0; i < 400; ++i) result += "โครงการพัฒนาแหล่งน้ำ ";
  return result + "จบ";
}

// Three sheets with Thai and rich text, figures, dates, formulas, a merge, links, a comment, a drop-down and print
// settings.
Workbook sample() {
  Workbook book;
  book.title = "แผนปฏิบัติราชการ";
  book.subject = "แบบ กจ.2";
  book.author = "กลุ่มจังหวัดภาคเหนือตอนบน 2";
  book.created = {2022, 9, 30};
  book.properties = {{"seal", "ก&ข"}};
  book.number_formats = {"", "#,##0.00", "[$-41E]d mmm yyyy"};
  book.styles.resize(3);
  book.styles[1].number_format = 1;
  book.styles[1].fill = base::Colour{240, 240, 240};
  book.styles[2].number_format = 2;
  book.formulas = {"SUM(B2:B3)", "IF(B2=\"\",\"\",B2&\"<>\")", "IF(B9=\"\",\"\",B9)"};

  workbook::Sheet sheet;
  sheet.name = "กจ.2 งบประมาณ";
  sheet.columns = {450, 128, 64};
  sheet.rows.push_back(row({cell(0, text(book, "บัญชีโครงการ <ปี 2566> & \"อื่น ๆ\""), 0, 1)}));
  sheet.rows.push_back(row({cell(0, text(book, " น้ำ_x0041_ท่วม\nบรรทัดสอง")), cell(1, Decimal(-123'456, 2), 0, 1),
                            cell(2, base::Date{2022, 9, 30}, 0, 2)}));
  sheet.rows.push_back(
      row({cell(0, text(book, long_text())), cell(1, Decimal(1'757'674'000'055, 2), 0, 1), cell(2, std::monostate{})}));
  sheet.rows.push_back(
      row({cell(0, text(book, "รวม")), cell(1, Decimal(1'757'673'876'599, 2), 1, 1), cell(2, text(book, "ผล<>"), 2)}));
  sheet.rows.push_back(row({cell(0, text(book, "001")), cell(1, std::monostate{}, 3)}));
  sheet.rows[4].outline = 1;
  book.texts.push_back({"มติที่ประชุม1)", {{36, {}}, {38, {}}}});
  book.texts.back().runs[1].emphasis.superscript = true;
  sheet.rows[4].cells.push_back(cell(2, workbook::TextRef{static_cast<workbook::TextId>(book.texts.size() - 1)}));
  sheet.merges = {{{0, 0, 0, 2}, 1}};
  sheet.links = {{3, 0, "#'กขค'!A1"}, {4, 0, "https://www.oic.go.th/แผน งาน?x=1#ส่วน"}};
  sheet.notes = {{1, 1, "ที่มา: budgets ก-1\nrequested"}};
  sheet.frozen_rows = 1;
  sheet.frozen_columns = 1;
  sheet.filter = workbook::Range{1, 4, 0, 2};
  sheet.print.landscape = true;
  sheet.print.left = base::Length::mm(30);
  sheet.print.header = "&Cหัว && ท้าย";
  sheet.print.footer = "หน้า &P จาก &N";
  sheet.print.title_rows = {0, 0};
  sheet.print.title_columns = {0, 1};
  sheet.print.page_breaks = {2, 4};
  book.sheets.push_back(std::move(sheet));

  workbook::Sheet second;
  second.name = "กขค";
  second.columns = {100};
  second.rows = {row({cell(0, text(book, "แผ่นสอง"))})};
  second.print.paper = workbook::Paper::A3;
  second.print.title_rows = {0, 0};
  book.sheets.push_back(std::move(second));

  workbook::Sheet lists;
  lists.name = "lists";
  lists.hidden = true;
  lists.columns = {64};
  lists.rows = {row({cell(0, text(book, "ใช่"))}), row({cell(0, text(book, "ไม่ใช่"))})};
  book.sheets.push_back(std::move(lists));
  return book;
}

std::string written(const Workbook& book) {
  auto bytes = workbook::write_xlsx(book);
  if (!bytes) FAIL(bytes.error().message.en);
  return std::move(*bytes);
}

struct Read {
  ComparedWorkbook compared;
  base::Diagnostics diagnostics;
  /// `R025 message`, a line each.
  std::string lines() const {
    std::string all;
    for (const auto& diagnostic : diagnostics.all()) all += diagnostic.code + " " + diagnostic.message.en + "\n";
    return all;
  }
};

Read read_back(const std::string& bytes, const Workbook& expected) {
  Read read;
  read.compared = compare_workbook(bytes, expected, "out.xlsx", read.diagnostics);
  return read;
}

/// The messages when the written sample is compared with a sample that `change` has changed.
template <typename Change>
std::string after(Change change) {
  Workbook expected = sample();
  change(expected, expected.sheets[0]);
  return read_back(written(sample()), expected).lines();
}

// --- ZIP archives without compression, to put changed parts into a file

std::uint32_t crc(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~sum;
}

std::string number(std::uint64_t value, int bytes) {
  std::string little;
  for (int i = 0; i < bytes; ++i) little += static_cast<char>(value >> (8 * i) & 0xFF);
  return little;
}

std::string archive(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string file, directory;
  for (const auto& [name, bytes] : parts) {
    // Version, flags, method, time, date, checksum, both sizes, length of name and extra field.
    const std::string common = number(20, 2) + number(0, 8) + number(crc(bytes), 4) + number(bytes.size(), 4) +
                               number(bytes.size(), 4) + number(name.size(), 2) + number(0, 2);
    directory += "PK\1\2" + number(20, 2) + common + number(0, 8) + number(0, 2) + number(file.size(), 4) + name;
    file += "PK\3\4" + common + name + bytes;
  }
  return file + directory + "PK\5\6" + number(0, 4) + number(parts.size(), 2) + number(parts.size(), 2) +
         number(directory.size(), 4) + number(file.size(), 4) + number(0, 2);
}

/// The sample's file with `from` replaced by `to` in one part.
std::string with_part_changed(const std::string& part, const std::string& from, const std::string& to) {
  const std::string bytes = written(sample());
  auto package = Package::open(bytes);
  REQUIRE(package);
  std::vector<std::pair<std::string, std::string>> parts;
  for (const std::string& name : package->names()) {
    std::string content(*package->read(name));
    if (name == part) {
      const auto at = content.find(from);
      REQUIRE(at != std::string::npos);
      content.replace(at, from.size(), to);
    }
    parts.emplace_back(name, std::move(content));
  }
  return archive(parts);
}

std::string with_sheet_changed(const std::string& from, const std::string& to) {
  return read_back(with_part_changed("xl/worksheets/sheet1.xml", from, to), sample()).lines();
}

TEST_CASE("a workbook reads back equal, cell by cell") {
  const Read read = read_back(written(sample()), sample());
  CHECK(read.lines() == "");
  CHECK(read.compared.parts == 16);
  CHECK(read.compared.sheets == 3);
  CHECK(read.compared.cells == 16);
  CHECK(read.compared.formulas == 3);
  CHECK(read.compared.merges == 1);
  CHECK(read.compared.links == 2);
  CHECK(read.compared.notes == 1);
  CHECK(read.compared.differences == 0);
}

TEST_CASE("the same parts in an archive without compression read back equal too") {
  CHECK(read_back(with_part_changed("xl/workbook.xml", "", ""), sample()).lines() == "");
}

TEST_CASE("a changed text is reported with sheet, cell, expected and found text") {
  CHECK(after([](Workbook& book, workbook::Sheet&) { book.texts[3].text = "รวมทั้งสิ้น"; }) ==
        "R025 sheet `กจ.2 งบประมาณ`, cell A4: expected the text `รวมทั้งสิ้น`, read back the text `รวม`\n");
}

TEST_CASE("of a long text only the surroundings of the difference are printed") {
  const std::string lines = after([](Workbook& book, workbook::Sheet&) { book.texts[2].text += "แล้ว"; });
  CHECK(lines.find("cell A3: expected the text `…") != std::string::npos);
  CHECK(lines.find("จบแล้ว`, read back the text `…") != std::string::npos);
  CHECK(lines.size() < 500);
}

TEST_CASE("a space at the end of a text, which nobody sees, is a difference") {
  CHECK(after([](Workbook& book, workbook::Sheet&) { book.texts[3].text += " "; }) ==
        "R025 sheet `กจ.2 งบประมาณ`, cell A4: expected the text `รวม `, read back the text `รวม`\n");
}

TEST_CASE("one satang of difference in a figure of ten thousand million is reported") {
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[2].cells[1].value = Decimal(1'757'674'000'056, 2); }) ==
        "R025 sheet `กจ.2 งบประมาณ`, cell B3: expected 17576740000.56, read back 17576740000.55\n");
}

TEST_CASE("a figure is equal to itself at another scale, and a negative one differs from its positive") {
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[1].cells[1].value = Decimal(-1'234'560, 3); }) == "");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[1].cells[1].value = Decimal(123'456, 2); }) ==
        "R025 sheet `กจ.2 งบประมาณ`, cell B2: expected 1234.56, read back -1234.56\n");
}

TEST_CASE("figures are compared digit by digit, however many there are") {
  Workbook book = sample();
  book.sheets[0].rows[1].cells[1].value = Decimal(123'456'789'012'345'678, 6);
  CHECK(read_back(written(book), book).lines() == "");
  Workbook other = book;
  other.sheets[0].rows[1].cells[1].value = Decimal(123'456'789'012'345'679, 6);
  CHECK(read_back(written(book), other).compared.differences == 1);
  CHECK(with_sheet_changed("<v>-1234.56</v>", "<v>-1234.5599999999999</v>").find("R025") != std::string::npos);
}

TEST_CASE("another date, a date read as text and a lost blank are reported") {
  CHECK(after([](Workbook&, workbook::Sheet& s) {
          s.rows[1].cells[2].value = base::Date{2022, 10, 1};
        }) == "R025 sheet `กจ.2 งบประมาณ`, cell C2: expected 44835 (2022-10-01), read back 44834\n");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[4].cells[0].value = Decimal(1, 0); }) ==
        "R025 sheet `กจ.2 งบประมาณ`, cell A5: expected 1, read back the text `001`\n");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[1].cells[1].value = std::monostate{}; }) ==
        "R025 sheet `กจ.2 งบประมาณ`, cell B2: expected a blank cell, read back -1234.56\n");
}

TEST_CASE("a changed formula and a changed cached result are reported apart") {
  CHECK(after([](Workbook& book, workbook::Sheet&) { book.formulas[0] = "SUM(B2:B4)"; }) ==
        "R026 sheet `กจ.2 งบประมาณ`, cell B4: formula: expected `SUM(B2:B4)`, read back `SUM(B2:B3)`\n");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[3].cells[1].value = Decimal(0, 0); }) ==
        "R025 sheet `กจ.2 งบประมาณ`, cell B4: expected 0, read back 17576738765.99\n");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[3].cells[1].formula = 0; }) ==
        "R026 sheet `กจ.2 งบประมาณ`, cell B4: formula: expected none, read back `SUM(B2:B3)`\n");
}

TEST_CASE("a lost cell, a lost row and a cell too many are reported") {
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[2].cells.erase(s.rows[2].cells.begin() + 1); }) ==
        "R028 sheet `กจ.2 งบประมาณ`, cell B3: a cell where none was written, read back 17576740000.55\n");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows[0].cells.push_back(cell(7, Decimal(5, 0))); }) ==
        "R027 sheet `กจ.2 งบประมาณ`, cell H1: the cell is lost, expected 5\n");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.rows.push_back(row({cell(1, Decimal(5, 0))})); }) ==
        "R032 sheet `กจ.2 งบประมาณ`, height of row 6: expected `29 px`, read back `20 px`\n"
        "R027 sheet `กจ.2 งบประมาณ`, cell B6: the cell is lost, expected 5\n");
}

TEST_CASE("a cell or a row that comes twice in the file is reported") {
  CHECK(with_sheet_changed("<c r=\"C3\" s=\"1\"/>", "<c r=\"C3\" s=\"1\"/><c r=\"C3\"><v>7</v></c>") ==
        "R028 sheet `กจ.2 งบประมาณ`, cell C3: a cell where none was written, read back 7\n");
  CHECK(with_sheet_changed("</sheetData>", "<row r=\"1\" ht=\"21.75\"><c r=\"A1\"><v>7</v></c></row></sheetData>") ==
        "R028 sheet `กจ.2 งบประมาณ`, cell A1: a cell where none was written, read back 7\n");
}

TEST_CASE("a renamed sheet and a lost sheet are reported, and the others still compared") {
  CHECK(after([](Workbook& book, workbook::Sheet&) { book.sheets[1].name = "กขฃ"; }) ==
        "R024 name of sheet 2: expected `กขฃ`, read back `กขค`\n");
  CHECK(after([](Workbook& book, workbook::Sheet&) { book.sheets.erase(book.sheets.begin()); }) ==
        "R023 expected 2 sheets, the file has 3\n"
        "R024 name of sheet 1: expected `กขค`, read back `กจ.2 งบประมาณ`\n"
        "R024 name of sheet 2: expected `lists`, read back `กขค`\n"
        "R024 name of sheet 3: expected none, read back `lists`\n"
        "R035 defined name _xlnm.Print_Titles: expected none, read back "
        "`'กจ.2 งบประมาณ'!$A:$B,'กจ.2 งบประมาณ'!$1:$1`\n"
        "R035 defined name _xlnm._FilterDatabase: expected none, read back `'กจ.2 งบประมาณ'!$A$2:$C$5`\n");
}

TEST_CASE("another number format is reported") {
  CHECK(after([](Workbook& book, workbook::Sheet&) { book.number_formats[2] = "d mmm yyyy"; }) ==
        "R029 sheet `กจ.2 งบประมาณ`, cell C2: number format: expected `d mmm yyyy`, read back `[$-41E]d mmm yyyy`\n");
}

TEST_CASE("merges lost and added are reported") {
  CHECK(after([](Workbook&, workbook::Sheet& s) {
          s.merges.push_back({{2, 3, 2, 2}, 0});
        }) == "R030 sheet `กจ.2 งบประมาณ`, cell C3:C4: should be merged and is not\n");
  CHECK(after([](Workbook&, workbook::Sheet& s) { s.merges[0].range.last_column = 1; }) ==
        "R028 sheet `กจ.2 งบประมาณ`, cell C1: a cell where none was written, read back a blank cell\n"
        "R030 sheet `กจ.2 งบประมาณ`, cell A1:B1: should be merged and is not\n"
        "R031 sheet `กจ.2 งบประมาณ`, cell A1:C1: is merged and should not be\n");
}

TEST_CASE("widths, heights, frozen panes and print settings are compared") {
  CHECK(after([](Workbook&, workbook::Sheet& s) {
          s.columns[1] = 129;
          s.rows[1].height = 30;
          s.rows[4].outline = 2;
          s.frozen_rows = 2;
          s.filter->last_row = 3;
          s.print.paper = workbook::Paper::A3;
          s.print.landscape = false;
          s.print.left = base::Length::mm(25);
          s.print.footer = "หน้า &P";
          s.print.page_breaks = {4};
          s.print.title_rows = {0, 1};
        }) ==
        "R032 sheet `กจ.2 งบประมาณ`, height of row 2: expected `30 px`, read back `29 px`\n"
        "R032 sheet `กจ.2 งบประมาณ`, outline level of row 5: expected `2`, read back `1`\n"
        "R032 sheet `กจ.2 งบประมาณ`, frozen panes at cell: expected `B3`, read back `B2`\n"
        "R032 sheet `กจ.2 งบประมาณ`, filter: expected `A2:C4`, read back `A2:C5`\n"
        "R032 sheet `กจ.2 งบประมาณ`, width of column B: expected `129 px`, read back `128 px`\n"
        "R032 sheet `กจ.2 งบประมาณ`, paper size: expected `8`, read back `9`\n"
        "R032 sheet `กจ.2 งบประมาณ`, orientation: expected `portrait`, read back `landscape`\n"
        "R032 sheet `กจ.2 งบประมาณ`, left margin (inches): expected `0.9843`, read back `1.1811`\n"
        "R032 sheet `กจ.2 งบประมาณ`, footer: expected `หน้า &P`, read back `หน้า &P จาก &N`\n"
        "R032 sheet `กจ.2 งบประมาณ`, page breaks at rows: expected `4`, read back `2 4`\n"
        "R035 defined name _xlnm.Print_Titles: expected `'กจ.2 งบประมาณ'!$A:$B,'กจ.2 งบประมาณ'!$1:$2`, read back "
        "`'กจ.2 งบประมาณ'!$A:$B,'กจ.2 งบประมาณ'!$1:$1`\n"
        "R035 defined name _xlnm._FilterDatabase: expected `'กจ.2 งบประมาณ'!$A$2:$C$4`, read back "
        "`'กจ.2 งบประมาณ'!$A$2:$C$5`\n");
}

TEST_CASE("a drop-down is compared with the range it lists") {
  Workbook expected = sample();
  expected.sheets[0].choices = {{{1, 4, 2, 2}, "'lists'!$A$1:$A$2"}};
  const std::string file = with_part_changed("xl/worksheets/sheet1.xml", "<hyperlinks>",
                                             "<dataValidations count=\"1\"><dataValidation type=\"list\" "
                                             "sqref=\"C2:C5\"><formula1>'lists'!$A$1:$A$2</formula1>"
                                             "</dataValidation></dataValidations><hyperlinks>");
  CHECK(read_back(file, expected).lines() == "");
  CHECK(read_back(file, sample()).lines() ==
        "R032 sheet `กจ.2 งบประมาณ`, drop-down: expected none, read back `C2:C5 'lists'!$A$1:$A$2`\n");
  CHECK(read_back(written(sample()), expected).lines() ==
        "R032 sheet `กจ.2 งบประมาณ`, drop-down: expected `C2:C5 'lists'!$A$1:$A$2`, read back none\n");
}

TEST_CASE("a sheet hidden or shown against expectation is reported") {
  CHECK(after([](Workbook& book, workbook::Sheet&) { book.sheets[2].hidden = false; }) ==
        "R032 sheet `lists`, visibility: expected `visible`, read back `hidden`\n");
}

TEST_CASE("links, comments and document properties are compared") {
  CHECK(after([](Workbook& book, workbook::Sheet& s) {
          s.links[0].target = "#'กขค'!A2";
          s.links.erase(s.links.begin() + 1);
          s.notes[0].text = "ที่มา: ไม่ทราบ";
          book.title = "แผนอื่น";
          book.properties[0].second = "ค";
        }) ==
        "R033 sheet `กจ.2 งบประมาณ`, cell A4: link: expected `#'กขค'!A2`, read back `#'กขค'!A1`\n"
        "R033 sheet `กจ.2 งบประมาณ`, cell A5: link: expected none, read back "
        "`https://www.oic.go.th/แผน งาน?x=1#ส่วน`\n"
        "R034 sheet `กจ.2 งบประมาณ`, cell B2: comment: expected `ที่มา: ไม่ทราบ`, read back "
        "`ที่มา: budgets ก-1\nrequested`\n"
        "R036 document property title: expected `แผนอื่น`, read back `แผนปฏิบัติราชการ`\n"
        "R036 document property seal: expected `ค`, read back `ก&ข`\n");
}

TEST_CASE("at most 50 differences are printed, then the number of the others") {
  Workbook book = sample(), expected = sample();
  for (int r = 0; r < 200; ++r) {
    book.sheets[1].rows.push_back(row({cell(0, Decimal(r, 0))}));
    expected.sheets[1].rows.push_back(row({cell(0, Decimal(r + 1, 0))}));
  }
  const Read read = read_back(written(book), expected);
  CHECK(read.compared.differences == 200);
  CHECK(read.diagnostics.errors() == 51);
  CHECK(read.diagnostics.all().back().code == "R037");
  CHECK(read.diagnostics.all().back().message.en == "150 more differences");
  CHECK(read.diagnostics.all().back().where.file == "out.xlsx");
}

TEST_CASE("bytes that are no archive, or the beginning of one, are not a workbook") {
  const std::string whole = written(sample());
  for (const std::string& bytes : {std::string(), std::string("%PDF-1.7\n%%EOF\n"), std::string(100'000, 'x'),
                                   whole.substr(0, whole.size() / 2), whole.substr(0, whole.size() - 1)}) {
    const Read read = read_back(bytes, sample());
    CAPTURE(bytes.size());
    REQUIRE(read.diagnostics.errors() == 1);
    CHECK(read.diagnostics.all()[0].code == "R020");
    CHECK(read.compared.cells == 0);
  }
}

TEST_CASE("an archive cut at any place is reported, never read past its end") {
  const std::string whole = written(sample());
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    CAPTURE(size);
    CHECK(read_back(whole.substr(0, size), sample()).diagnostics.has_errors());
  }
}

TEST_CASE("a part that is no well-formed XML is reported wherever it stands") {
  // Also a part nobody compares: Excel refuses the whole file for it.
  CHECK(read_back(with_part_changed("xl/theme/theme1.xml", "</a:clrScheme>", "</a:clrScheem>"), sample())
            .lines()
            .starts_with("R021 the part xl/theme/theme1.xml of the workbook is damaged at byte "));
  CHECK(with_sheet_changed("</worksheet>", "").ends_with("(an element is not closed)\n"));
  CHECK(with_sheet_changed("</worksheet>", "</worksheet><worksheet/>").ends_with("(more after the root element)\n"));
  const std::string comment = "xl/comments1.xml";
  CHECK(read_back(with_part_changed(comment, "budgets", "\x01"), sample()).lines().find("R021 the part " + comment) !=
        std::string::npos);
  CHECK(read_back(with_part_changed(comment, "budgets", "\xEF\xBF\xBF"), sample()).lines().find("XML forbids") !=
        std::string::npos);
  CHECK(read_back(with_part_changed(comment, "budgets", "\xE0\xB8"), sample()).lines().find("not UTF-8") !=
        std::string::npos);
  CHECK(read_back(with_part_changed(comment, "budgets", "&hide;"), sample()).lines().find("unknown entity") !=
        std::string::npos);
}

TEST_CASE("a defined name cut in the middle is reported") {
  CHECK(read_back(with_part_changed("xl/workbook.xml", "งบประมาณ'!$1:$1", ""), sample()).lines() ==
        "R035 defined name _xlnm.Print_Titles: expected `'กจ.2 งบประมาณ'!$A:$B,'กจ.2 งบประมาณ'!$1:$1`, read back "
        "`'กจ.2 งบประมาณ'!$A:$B,'กจ.2 `\n");
}

TEST_CASE("a part that is missing is reported by its name") {
  CHECK(read_back(with_part_changed("xl/_rels/workbook.xml.rels", "worksheets/sheet2.xml", "worksheets/sheet9.xml"),
                  sample())
            .lines()
            .starts_with("R022 the workbook lacks its part xl/worksheets/sheet9.xml\n"));
}

TEST_CASE("values of a kind that is never written are reported as what they are") {
  CHECK(with_sheet_changed("<v>-1234.56</v>", "<v>many</v>") ==
        "R025 sheet `กจ.2 งบประมาณ`, cell B2: expected -1234.56, read back a value of type n spelt `many`\n");
  CHECK(with_sheet_changed("<c r=\"A4\" s=\"1\" t=\"s\"><v>3</v></c>", "<c r=\"A4\" s=\"1\" t=\"s\"><v>99</v></c>") ==
        "R025 sheet `กจ.2 งบประมาณ`, cell A4: expected the text `รวม`, read back a value of type s spelt `99`\n");
}

TEST_CASE("texts written within their cells are read as well") {
  CHECK(with_sheet_changed("<c r=\"A4\" s=\"1\" t=\"s\"><v>3</v></c>",
                           "<c r=\"A4\" s=\"1\" t=\"inlineStr\"><is><t>รวม</t></is></c>") == "");
}

}  // namespace
}  // namespace phaen::readback
