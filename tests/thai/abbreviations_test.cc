// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/abbreviations.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>

#include "thai/calendar.h"

using namespace phaen;

namespace {

std::string at(std::string_view text, std::string_view from) {
  const auto offset = text.find(from);
  return std::string(text.substr(offset, thai::abbreviation_length(text, offset)));
}

}  // namespace

TEST_CASE("no row of the table stands twice, and each has its full name") {
  std::set<std::pair<std::string_view, std::string_view>> rows;
  for (const auto& row : thai::abbreviations()) {
    CHECK(rows.insert({row.shortened, row.full}).second);
    CHECK(row.full.size() > row.shortened.size() / 2);
    CHECK(row.full != row.shortened);
  }
}

TEST_CASE("the bodies of a cluster plan have their full names") {
  CHECK(thai::full_name("ก.บ.ก.") == "คณะกรรมการบริหารงานกลุ่มจังหวัดแบบบูรณาการ");
  CHECK(thai::full_name("ก.น.บ.") == "คณะกรรมการนโยบายการบริหารงานเชิงพื้นที่แบบบูรณาการ");
  CHECK(thai::full_name("สศช.") == "สำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ");
  CHECK_FALSE(thai::full_name("ฮ.ฮ.ฮ."));
}

TEST_CASE("a short form with several meanings has no single full name") {
  CHECK(thai::find_abbreviations("กม.").size() == 2);
  CHECK_FALSE(thai::full_name("กม."));
  CHECK_FALSE(thai::full_name("ก.พ."));
}

TEST_CASE("the months of the calendar and of this table agree") {
  for (int month = 1; month <= 12; ++month) {
    bool found = false;
    for (const auto& row : thai::find_abbreviations(thai::month_abbreviation(month)))
      found |= row.full == thai::month_name(month);
    CHECK_MESSAGE(found, month);
  }
}

TEST_CASE("every short form is found whole where it stands in a line") {
  for (const auto& row : thai::abbreviations()) {
    const std::string text = "ตาม " + std::string(row.shortened) + " 2566";
    CHECK(at(text, row.shortened).size() >= row.shortened.size());
  }
}

TEST_CASE("the longest short form wins, and unknown chains count too") {
  CHECK(at("รอง ผวจ.น่าน", "รอง") == "รอง ผวจ.");
  CHECK(at("สป.มท. แจ้ง", "สป") == "สป.มท.");
  CHECK(at("มติก.บ.ก.เห็นชอบ", "ก.บ.ก.") == "ก.บ.ก.");
  CHECK(at("ก.ร.ม.ฮ. เห็นชอบ", "ก") == "ก.ร.ม.ฮ.");
  CHECK(at("ฯลฯ", "ฯ") == "ฯลฯ");
}

TEST_CASE("the end of a sentence or a part of a word is no short form") {
  CHECK(at("บ้านน.", "น.").empty());
  CHECK(at("ดำเนินการ. แล้ว", "การ").empty());
  CHECK(at("GPPs", "GPP").empty());
  CHECK(at("xGPP", "GPP").empty());
  CHECK(at("แผนพัฒนา", "แผน").empty());
  CHECK(thai::abbreviation_length("", 0) == 0);
}
