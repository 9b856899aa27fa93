// SPDX-License-Identifier: GPL-3.0-or-later
// docs/thai-cases.md and the tests name the same cases.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;

std::set<std::string> cases_in(const fs::path& path, const char* pattern) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  const std::string content = text.str();
  const std::regex number(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator match(content.begin(), content.end(), number), end; match != end; ++match)
    found.insert((*match)[1].str());
  return found;
}

}  // namespace

TEST_CASE("every hard case of Thai text that is documented is named by a test, and the other way round") {
  const fs::path root = PHAEN_SOURCE_DIR;
  const std::set<std::string> documented = cases_in(root / "docs/thai-cases.md", R"(\n\| (TH\d\d) \|)");
  std::set<std::string> tested = cases_in(root / "tests/support/thai_cases.h", R"((TH\d\d))");
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests"))
    if (entry.path().extension() == ".cc") tested.merge(cases_in(entry.path(), R"((TH\d\d))"));
  CHECK(documented.size() == 37);
  for (const std::string& number : documented) {
    CAPTURE(number);
    CHECK(tested.contains(number));
  }
  for (const std::string& number : tested) {
    CAPTURE(number);
    CHECK(documented.contains(number));
  }
}
