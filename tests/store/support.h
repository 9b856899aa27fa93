// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the module share: a folder that goes away, messages as text, tables to test on.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/record.h"

namespace phaen::test {

/// A new folder under the temporary folder, removed with everything in it at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "phaen-store.XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string path(const std::string& name) const { return (std::filesystem::path(path_) / name).string(); }
  const std::string& path() const { return path_; }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

 private:
  std::string path_;
};

inline std::string read(const std::string& path) { return base::read_file(path).value(); }

inline std::vector<std::string> codes(const base::Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const auto& diagnostic : diagnostics.all()) found.push_back(diagnostic.code);
  return found;
}

/// `line:column code english message`, one a line: what a test of messages compares.
inline std::string messages(const base::Diagnostics& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics.all())
    text += std::to_string(diagnostic.where.line) + ":" + std::to_string(diagnostic.where.column) + " " +
            diagnostic.code + " " + diagnostic.message.en + "\n";
  return text;
}

/// One table with a field of every type, and one that it refers to by two fields.
inline std::shared_ptr<const base::Schema> small_schema() {
  using base::Field;
  using base::FieldType;
  const auto field = [](const char* name, FieldType type, bool required = false) {
    Field made;
    made.name = name;
    made.type = type;
    made.label = name;
    made.required = required;
    return made;
  };
  auto schema = std::make_shared<base::Schema>();
  base::Table results{"results", "ผล", "Results", {"code", "year"}, {}};
  results.fields = {field("code", FieldType::Code, true), field("year", FieldType::Year, true)};
  base::Table items{"items", "รายการ", "Items", {"code"}, {}};
  items.fields = {field("code", FieldType::Code, true),  field("name", FieldType::Text, true),
                  field("story", FieldType::Text),       field("count", FieldType::Integer),
                  field("share", FieldType::Decimal),    field("amount", FieldType::Money),
                  field("day", FieldType::Date),         field("year", FieldType::Year),
                  field("done", FieldType::Boolean),     field("rank", FieldType::Choice),
                  field("parent", FieldType::Reference), field("result", FieldType::Reference),
                  field("value", FieldType::Quantity)};
  items.fields[2].multiline = true;
  items.fields[9].choices = {{"primary", "หลัก"}, {"secondary", "รอง"}};
  items.fields[10].target = "items";
  items.fields[11].target = "results";
  schema->tables = {results, items};
  return schema;
}

}  // namespace phaen::test
