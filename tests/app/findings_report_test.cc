// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findings_report.h"

#include <doctest/doctest.h>

using namespace phaen;
using app::CheckFormat;

namespace {

base::Diagnostics one_finding() {
  base::Diagnostics diagnostics;
  base::Diagnostic d{base::Severity::Warning, "S012", {}, {"ค่า “x”", "value \"x\""}, {"แก้", "mend it"}};
  d.where = {.file = "plan.db", .table = "kpis", .record = "I1-K1", .field = "weight"};
  diagnostics.add(d);
  return diagnostics;
}

}  // namespace

TEST_CASE("findings as text end with their number") {
  CHECK(app::findings_report(one_finding(), CheckFormat::Text, base::Language::English) ==
        "plan.db, table kpis, record I1-K1, field weight: warning S012: value \"x\"\n    hint: mend it\n"
        "0 errors, 1 warnings\n");
  CHECK(app::findings_report({}, CheckFormat::Text, base::Language::Thai) == "พบข้อผิดพลาด 0 รายการ คำเตือน 0 รายการ\n");
}

TEST_CASE("of many warnings of one kind the first are printed and the rest counted, of errors none are left out") {
  base::Diagnostics diagnostics;
  for (int i = 0; i < 5; ++i) {
    diagnostics.add({base::Severity::Warning, "Y002", {}, {"แคบ", "narrow"}, {}});
    diagnostics.add({base::Severity::Error, "T001", {}, {"ผิด", "wrong"}, {}});
  }
  diagnostics.add({base::Severity::Note, "G006", {}, {"ย่อ", "short"}, {}});
  const std::string one = "warning Y002: narrow\n", error = "error T001: wrong\n", note = "note G006: short\n";
  CHECK(app::folded_text(diagnostics, 2, base::Language::English) ==
        one + error + one + error + error + error + error + note +
            "Y002: 3 more messages of this kind (--all-messages prints them)\n");
  CHECK(app::folded_text(diagnostics, 5, base::Language::English).find("more") == std::string::npos);
}

TEST_CASE("findings as JSON are one array") {
  CHECK(app::findings_report({}, CheckFormat::Json, base::Language::English) == "[]\n");
  CHECK(app::findings_report(one_finding(), CheckFormat::Json, base::Language::English) ==
        "[\n  {\"severity\": \"warning\", \"code\": \"S012\", \"file\": \"plan.db\", \"line\": 0, \"column\": 0, "
        "\"table\": \"kpis\", \"record\": \"I1-K1\", \"name\": \"\", \"field\": \"weight\", \"message\": "
        "\"value \\\"x\\\"\", \"hint\": \"mend it\"}\n]\n");
}

TEST_CASE("findings as SARIF name rule, level and record") {
  const std::string text = app::findings_report(one_finding(), CheckFormat::Sarif, base::Language::English);
  for (const char* part : {"\"version\": \"2.1.0\"", "\"ruleId\": \"S012\"", "\"level\": \"warning\"",
                           "\"fullyQualifiedName\": \"kpis/I1-K1/weight\"", "\"uri\": \"plan.db\""})
    CHECK(text.find(part) != std::string::npos);
}
