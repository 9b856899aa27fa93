// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/csv.h"

#include <doctest/doctest.h>

#include <random>

#include "support.h"

using phaen::base::Diagnostics;
using phaen::store::append_csv_row;
using phaen::store::CsvRow;
using phaen::store::LineIndex;
using phaen::store::parse_csv;
using phaen::test::messages;

namespace {

// `[text@line:column]` for each cell, rows on lines.
std::string show(const std::vector<CsvRow>& rows) {
  std::string text;
  for (const CsvRow& row : rows) {
    for (const auto& cell : row.cells)
      text += "[" + cell.text + "@" + std::to_string(cell.line) + ":" + std::to_string(cell.column) + "]";
    text += "\n";
  }
  return text;
}

std::string parsed(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto rows = parse_csv(bytes, "a.csv", diagnostics);
  CHECK(messages(diagnostics).empty());
  return show(rows);
}

}  // namespace

TEST_CASE("cells know the line and the character they start at") {
  CHECK(parsed("a,b\nที่,น้ำ,x\n") == "[a@1:1][b@1:3]\n[ที่@2:1][น้ำ@2:5][x@2:9]\n");
}

TEST_CASE("LF, CRLF and CR end a row, with or without one at the end of the file") {
  for (const char* bytes : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d"})
    CHECK(parsed(bytes) == "[a@1:1][b@1:3]\n[c@2:1][d@2:3]\n");
}

TEST_CASE("a byte order mark takes no place") {
  CHECK(parsed("\xEF\xBB\xBF"
               "a,b\n") == "[a@1:1][b@1:3]\n");
}

TEST_CASE("empty lines are no rows, lines of commas are") {
  CHECK(parsed("a,b\n\n,\n\n\n") == "[a@1:1][b@1:3]\n[@3:1][@3:2]\n");
}

TEST_CASE("a quoted cell holds commas, quotation marks and line breaks, and the next cell is placed after it") {
  CHECK(parsed("\"a,\"\"b\"\"\",c\n\"x\r\ny\",\"\"\n") == "[a,\"b\"@1:1][c@1:11]\n[x\ny@2:1][@3:4]\n");
}

TEST_CASE("a quotation mark that is not closed is reported where it opens") {
  Diagnostics diagnostics;
  const auto rows = parse_csv("a,b\nc,\"d\ne\n", "a.csv", diagnostics);
  CHECK(messages(diagnostics) == "2:3 S005 a quotation mark opens here and is not closed before the end of the file\n");
  CHECK(diagnostics.all().front().where.source_line == "c,\"d");
  CHECK(show(rows) == "[a@1:1][b@1:3]\n[c@2:1][d\ne\n@2:3]\n");
}

TEST_CASE("a quotation mark inside a plain cell, or text after a closed one, is reported once a cell") {
  Diagnostics diagnostics;
  parse_csv("a\"b\"c,\"d\"e,f\n", "a.csv", diagnostics);
  CHECK(messages(diagnostics) ==
        "1:2 S006 a quotation mark may stand only at the start and the end of a cell\n"
        "1:10 S006 a quotation mark may stand only at the start and the end of a cell\n");
}

TEST_CASE("text that is not UTF-8 is refused whole, and Thai of old programs is recognised") {
  Diagnostics diagnostics;
  CHECK(parse_csv("a\nก,\xA1\xD2\xC3\n", "a.csv", diagnostics).empty());
  CHECK(messages(diagnostics) == "2:3 S004 not UTF-8 text\n");
  CHECK(diagnostics.all().front().hint.en.find("TIS-620") != std::string::npos);
  Diagnostics other;
  parse_csv(
      "\xFF\xFE"
      "a",
      "a.csv", other);
  CHECK(other.all().front().hint.en.find("TIS-620") == std::string::npos);
}

TEST_CASE("what was written reads back, whatever the cells hold") {
  std::mt19937 random(7);
  const std::string letters[] = {"a", ",", "\"", "\n", "ก", "น้ำ", " ", "=1+1", "-5%", "'", ";", "\t"};
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> cells;
    std::string bytes;
    for (std::size_t i = 0, count = 2 + random() % 4; i < count; ++i) {
      std::string cell;
      for (std::size_t j = 0, length = random() % 6; j < length; ++j) cell += letters[random() % std::size(letters)];
      cells.push_back(cell);
    }
    append_csv_row(bytes, cells);
    Diagnostics diagnostics;
    const auto rows = parse_csv(bytes, "a.csv", diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(rows.size() == 1);
    REQUIRE(rows.front().cells.size() == cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) CHECK(rows.front().cells[i].text == cells[i]);
  }
}

TEST_CASE("cells are quoted only when they must be") {
  std::string bytes;
  append_csv_row(bytes, {"=SUM(A1)", "-5%", "a b", "'x'", "a,b", "a\"b", "a\nb", ""});
  CHECK(bytes == "=SUM(A1),-5%,a b,'x',\"a,b\",\"a\"\"b\",\"a\nb\",\n");
}

TEST_CASE("the line index finds lines of every kind of line end") {
  const std::string bytes = "ab\r\nกข\rx\n\nlast";
  const LineIndex lines(bytes);
  CHECK(lines.line(1) == "ab");
  CHECK(lines.line(2) == "กข");
  CHECK(lines.line(3) == "x");
  CHECK(lines.line(4).empty());
  CHECK(lines.line(5) == "last");
  CHECK(lines.line(6).empty());
  CHECK(lines.line(0).empty());
  CHECK(lines.position(7).line == 2);
  CHECK(lines.position(7).column == 2);
}
