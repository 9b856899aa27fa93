// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/make.h"

#include "sample.h"

namespace phaen::workbook {
namespace {

using namespace testing;
using doc::RowKind;

TEST_CASE("a small budget table becomes a sheet with figures, subtotals, merges and a frozen head") {
  doc::Table table = table_of(3);
  table.unit_line = words("หน่วย : บาท");
  table.rows.push_back(head_row({"โครงการ", "คำขอ", "อนุมัติ"}));
  table.rows.push_back(
      row(RowKind::Group, {text_cell(0, "ประเด็นที่ 1", "table-group"),
                           derived_cell(baht_cell(1, 350, "350"), doc::Derivation::Subtotal, {{2, 3, 1, 1}}),
                           derived_cell(baht_cell(2, 300, "300"), doc::Derivation::Subtotal, {{2, 3, 2, 2}})}));
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ก"), baht_cell(1, 100, "100"), baht_cell(2, 100, "100")}, 1));
  table.rows.push_back(row(RowKind::Body, {text_cell(0, "ข"), baht_cell(1, 250, "250"), baht_cell(2, 200, "200")}, 1));
  table.rows.push_back(
      row(RowKind::Total, {text_cell(0, "รวม", "table-total"),
                           derived_cell(baht_cell(1, 350, "350"), doc::Derivation::Subtotal, {{1, 3, 1, 1}}),
                           derived_cell(baht_cell(2, 300, "300"), doc::Derivation::Subtotal, {{1, 3, 2, 2}})}));
  Bench bench;
  const Workbook book = bench.make(document_of({section_of("กจ.2", {paragraph("form-title", "บัญชีโครงการ"), table})}));
  CHECK(bench.codes() == "");
  CHECK(dump(book) == R"(workbook "แผนปฏิบัติราชการ" font="TH SarabunPSK" created=2022-09-30
style 0 size=14.00 centre top bold grid wrap fill=F0F0F0
style 1 size=14.00 left top bold grid wrap fill=F7F7F7
style 2 size=14.00 right top grid fill=F7F7F7 format="#,##0"
style 3 size=14.00 left top grid wrap
style 4 size=14.00 right top grid format="#,##0"
style 5 size=14.00 left top bold grid wrap
style 6 size=14.00 right top bold grid format="#,##0"
style 7 size=18.00 centre top bold wrap
style 8 size=14.00 right top wrap
sheet "กจ.2" title="บัญชีโครงการ" frozen=A4
  print A4 landscape margins=85.04,56.69,70.87,56.69 footer="&C&\"TH SarabunPSK,Regular\"&12 หน้า &P จาก &N" title-rows=3:3
  column A 450px 63.57
  column B 228px 31.85
  column C 255px 35.71
  row 1 36px
    A1 s7 text "บัญชีโครงการ"
  row 2 29px
    A2 s8 text "หน่วย : บาท"
  row 3 29px
    A3 s0 text "โครงการ"
    B3 s0 text "คำขอ"
    C3 s0 text "อนุมัติ"
  row 4 29px
    A4 s1 text "ประเด็นที่ 1"
    B4 s2 =SUBTOTAL(9,B5:B6) -> number 350.00
    C4 s2 =SUBTOTAL(9,C5:C6) -> number 300.00
  row 5 29px outline=1
    A5 s3 text "ก"
    B5 s4 number 100.00
    C5 s4 number 100.00
  row 6 29px outline=1
    A6 s3 text "ข"
    B6 s4 number 250.00
    C6 s4 number 200.00
  row 7 29px
    A7 s5 text "รวม"
    B7 s6 =SUBTOTAL(9,B4:B6) -> number 350.00
    C7 s6 =SUBTOTAL(9,C4:C6) -> number 300.00
  merge A1:C1 s7
  merge A2:C2 s8
)");
}

}  // namespace
}  // namespace phaen::workbook
