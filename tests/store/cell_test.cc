// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cell.h"

#include <doctest/doctest.h>

#include "plan/schema.h"
#include "support.h"

using phaen::base::canonical_text;
using phaen::base::Diagnostics;
using phaen::base::Field;
using phaen::base::FieldType;
using phaen::base::is_missing;
using phaen::test::codes;

namespace {

const Field& field(const char* name) {
  static const auto schema = phaen::test::small_schema();
  const auto& table = schema->tables[1];
  return table.fields[table.find_field(name).value()];
}

// The canonical text of what a cell means; REFUSED when it is no value. No message is expected beside.
std::string read(const char* name, const std::string& text) {
  Diagnostics diagnostics;
  const auto value = phaen::store::read_cell(field(name), text, {}, diagnostics);
  CHECK(diagnostics.warnings() == 0);
  CHECK(diagnostics.has_errors() == !value.has_value());
  if (!value) return "REFUSED";
  return is_missing(*value) ? "MISSING" : canonical_text(*value);
}

std::vector<std::string> codes_of(const char* name, const std::string& text) {
  Diagnostics diagnostics;
  phaen::store::read_cell(field(name), text, {}, diagnostics);
  return codes(diagnostics);
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty cell is missing in every type, and so is one of spaces") {
  const auto schema = phaen::test::small_schema();
  for (const auto& f : schema->tables[1].fields)
    for (const char* text : {"", " ", "\t", "\xC2\xA0", " \n "}) CHECK(read(f.name.c_str(), text) == "MISSING");
}

TEST_CASE("whole numbers: commas and Thai digits are read, other things refused") {
  CHECK(read("count", "1250") == "1250");
  CHECK(read("count", "1,250") == "1250");
  CHECK(read("count", "๑๒๕๐") == "1250");
  CHECK(read("count", "-3") == "-3");
  CHECK(read("count", "9223372036854775807") == "9223372036854775807");
  for (const char* text : {"1.5", "12,50", "1e3", "abc", "1 250", "9223372036854775808", "+1", "1,2.0"})
    CHECK(read("count", text) == "REFUSED");
}

TEST_CASE("decimals keep the places that were written") {
  CHECK(read("share", "5.00") == "5.00");
  CHECK(read("share", "9,981.97") == "9981.97");
  CHECK(read("share", "๑๙.๕๓") == "19.53");
  for (const char* text : {"5 ล้านบาท", "19.", "1:2", "5%"}) CHECK(read("share", text) == "REFUSED");
}

TEST_CASE("money is baht with at most two decimals and no bound of 32 bits") {
  CHECK(read("amount", "17,576,740,000") == "17576740000");
  CHECK(read("amount", "10.25") == "10.25");
  CHECK(read("amount", "10.50") == "10.50");
  CHECK(read("amount", "๑๒๓,๐๐๐,๐๐๐") == "123000000");
  CHECK(read("amount", "0") == "0");
  for (const char* text : {"10.255", "5 บาท", "-", "฿5"}) CHECK(read("amount", text) == "REFUSED");
}

TEST_CASE("dates of both eras and in Thai words are one date") {
  for (const char* text :
       {"2022-09-30", "2565-09-30", "30 ก.ย. 2565", "30 กันยายน พ.ศ. 2565", "30/9/2565", "๓๐ กันยายน ๒๕๖๕"})
    CHECK(read("day", text) == "2022-09-30");
  CHECK(read("day", "29 ก.พ. 2567") == "2024-02-29");
  for (const char* text : {"29 ก.พ. 2566", "2022-13-01", "กันยายน 2565", "เมื่อวาน"})
    CHECK(read("day", text) == "REFUSED");
}

TEST_CASE("years are of the Buddhist era; a common-era year is read and said to be one") {
  CHECK(read("year", "2566") == "2566");
  CHECK(read("year", "๒๕๖๖") == "2566");
  CHECK(read("year", "พ.ศ. 2566") == "2566");
  CHECK(codes_of("year", "2566") == Codes{});
  CHECK(read("year", "2023") == "2566");
  CHECK(codes_of("year", "2023") == Codes{"S019"});
  for (const char* text : {"1500", "2300", "3000", "ปีหน้า"}) CHECK(read("year", text) == "REFUSED");
}

TEST_CASE("yes and no are read in Thai and as digits") {
  for (const char* text : {"true", "ใช่", "1"}) CHECK(read("done", text) == "true");
  for (const char* text : {"false", "ไม่ใช่", "0"}) CHECK(read("done", text) == "false");
  for (const char* text : {"yes", "TRUE", "2", "จริง"}) CHECK(read("done", text) == "REFUSED");
}

TEST_CASE("a choice is its value or its Thai label, and a slip is recognised") {
  CHECK(read("rank", "primary") == "primary");
  CHECK(read("rank", "รอง") == "secondary");
  Diagnostics diagnostics;
  phaen::store::read_cell(field("rank"), "primry", {}, diagnostics);
  REQUIRE(codes(diagnostics) == Codes{"S014"});
  CHECK(diagnostics.all().front().message.en == "`rank` must be one of primary (หลัก), secondary (รอง); found `primry`");
  CHECK(diagnostics.all().front().hint.en == "did you mean `primary`?");
}

TEST_CASE("KPI values keep their kind") {
  CHECK(read("value", "9,981.97") == "9981.97");
  CHECK(read("value", "1:3,366") == "1:3366");
  CHECK(read("value", "๑:๓,๓๖๖") == "1:3366");
  CHECK(read("value", "5..7") == "5..7");
  CHECK(read("value", "10 (เป้าหมายรวม)") == "10 (เป้าหมายรวม)");
  CHECK(read("value", "ขั้นที่ ๓") == "ขั้นที่ ๓");
  CHECK(read("value", "0") == "0");
}

TEST_CASE("text a spreadsheet would take for a formula stays text") {
  for (const char* text : {"=SUM(A1)", "-5%", "+เพิ่ม", "@หน่วยงาน", "=รวม"}) CHECK(read("name", text) == text);
}

TEST_CASE("spelling slips of Thai are mended in text and codes, each change a note") {
  CHECK(read("name", "\u0E19\u0E4D\u0E32") == "\u0E19\u0E33");  // น ํ า: นำ
  CHECK(codes_of("name", "\u0E19\u0E4D\u0E32") == Codes{"H006"});
  CHECK(read("name", "\u0E40\u0E40\u0E1E\u0E23\u0E48") == "\u0E41\u0E1E\u0E23\u0E48");  // เ เ: แพร่
  CHECK(codes_of("story", "\u0E40\u0E40\u0E1E\u0E23\u0E48\n\u0E19\u0E4D\u0E32") == Codes{"H006", "H006"});
  CHECK(codes_of("name", "แผนพัฒนา") == Codes{});
}

TEST_CASE("one number in two kinds of digits is a warning that names it") {
  Diagnostics diagnostics;
  const auto value = phaen::store::read_cell(field("name"), "แผน พ.ศ.๒๕๖๑-๒๕๖5", {}, diagnostics);
  CHECK(codes(diagnostics) == Codes{"H005"});
  CHECK(canonical_text(value.value()) == "แผน พ.ศ.๒๕๖๑-๒๕๖5");
  CHECK(diagnostics.all().front().message.en.find("๒๕๖๑-๒๕๖5") != std::string::npos);
}

TEST_CASE("only a field of many lines takes a line break") {
  CHECK(read("story", "หนึ่ง\nสอง") == "หนึ่ง\nสอง");
  CHECK(codes_of("name", "หนึ่ง\nสอง") == Codes{"S017"});
  CHECK(codes_of("parent", "A\nB") == Codes{"S017"});
}

TEST_CASE("spaces round a code are removed and mentioned; numbers do not mind them") {
  CHECK(read("code", " I3-K1 ") == "I3-K1");
  CHECK(codes_of("code", " I3-K1 ") == Codes{"S020"});
  CHECK(codes_of("count", " 5 ") == Codes{});
}

TEST_CASE("the canonical text of every choice of the plan reads back, and so does its label") {
  const auto schema = phaen::plan::plan_schema();
  for (const auto& table : schema->tables)
    for (const Field& f : table.fields)
      for (const auto& choice : f.choices)
        for (const std::string& text : {choice.value, choice.label}) {
          Diagnostics diagnostics;
          const auto value = phaen::store::read_cell(f, text, {}, diagnostics);
          CHECK(diagnostics.empty());
          CHECK(canonical_text(value.value()) == choice.value);
        }
}
