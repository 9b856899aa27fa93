// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/diagnostic.h"

#include <doctest/doctest.h>

#include <cstdio>

#include "base/file.h"

using namespace phaen::base;

TEST_CASE("a diagnostic of a template points with a caret under the character") {
  Diagnostic diagnostic{Severity::Error, "T001", {}, {"ไม่รู้จัก", "no field `taget`"}, {"", "did you mean `target`"}};
  diagnostic.where = {.file = "kpi.xml", .line = 3, .column = 8, .source_line = "<p>ที่ {kpi.taget}</p>"};
  CHECK(to_text(diagnostic, Language::English) ==
        "kpi.xml:3:8: error T001: no field `taget`\n"
        "    <p>ที่ {kpi.taget}</p>\n"
        "         ^\n"
        "    hint: did you mean `target`\n");
}

TEST_CASE("a diagnostic of a record names table, code, name and field") {
  Diagnostic diagnostic{Severity::Warning, "S004", {}, {"ค่าว่าง", "empty"}, {}};
  diagnostic.where = {.file = "plan.db", .table = "nodes", .record = "I1", .name = "การค้า", .field = "name"};
  CHECK(to_text(diagnostic, Language::Thai) ==
        "plan.db, ตาราง nodes, รายการ I1 (การค้า), ช่อง name: คำเตือน S004: ค่าว่าง\n");
}

TEST_CASE("did you mean finds slips and keeps quiet about strangers") {
  const std::vector<std::string> names = {"target", "targets", "base", "unit"};
  CHECK(did_you_mean("taget", names) == "target");
  CHECK(did_you_mean("bsae", names) == "base");
  CHECK(did_you_mean("province", names).empty());
}

TEST_CASE("several files appear together or not at all") {
  const std::string first = "/tmp/phaen-staged-1.txt", second = "/tmp/phaen-staged-2.txt";
  std::remove(first.c_str());
  {
    StagedFiles files;
    REQUIRE(files.add(first, "หนึ่ง"));
    CHECK_FALSE(files.add("/nonexistent-folder/2.txt", "สอง"));
  }
  CHECK_FALSE(read_file(first));
  CHECK_FALSE(read_file(first + ".partial"));
  StagedFiles files;
  REQUIRE(files.add(first, "หนึ่ง"));
  REQUIRE(files.add(second, "สอง"));
  CHECK_FALSE(read_file(first));
  REQUIRE(files.commit());
  CHECK(read_file(first).value() == "หนึ่ง");
  CHECK(read_file(second).value() == "สอง");
}

TEST_CASE("a file appears whole or not at all") {
  const std::string path = "/tmp/phaen-file-test.txt";
  REQUIRE(write_file_atomically(path, "หนึ่ง"));
  CHECK(read_file(path).value() == "หนึ่ง");
  const auto failed = write_file_atomically("/nonexistent-folder/x.txt", "x");
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == "B002");
  const auto full = write_file_atomically("/dev/full/x", "x");
  CHECK_FALSE(full);
  const auto missing = read_file("/nonexistent-folder/x.txt");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == "B001");
  CHECK(missing.error().hint.en == "check the name and the folder of the file");
}
