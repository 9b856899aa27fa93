// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments.h"

#include <filesystem>
#include <set>

#include "base/file.h"
#include "base/zip.h"
#include "plan/schema.h"
#include "store/csv_folder.h"

namespace phaen::app {
namespace {

namespace fs = std::filesystem;

// Pictures that are not there are left out: a document that prints one says so (T108).
void add_pictures(const base::Dataset& data, const std::string& folder, base::ZipWriter& archive) {
  const base::Table& images = data.schema->tables[data.schema->find_table("images").value()];
  const std::size_t field = images.find_field("file").value();
  std::set<std::string> names;
  for (const base::Record& record : data.records("images")) names.insert(base::canonical_text(record.values.at(field)));
  for (const std::string& name : names) {
    // A name in the archive may not lead out of the folder it is unpacked to.
    const fs::path path = fs::path(name).lexically_normal();
    if (path.empty() || path.is_absolute() || *path.begin() == "..") continue;
    if (const auto bytes = base::read_file((fs::path(folder) / path).string())) archive.add(path.string(), *bytes);
  }
}

}  // namespace

pdf::Attachment plan_data(const base::Dataset& data, const std::string& folder, const base::Date& date) {
  base::ZipWriter archive;
  store::add_csv_tables(*plan::plan_schema(), data, archive);
  add_pictures(data, folder, archive);
  return {.name = "plan-data.zip",
          .mime = "application/zip",
          .description = "ข้อมูลแผนที่ใช้สร้างเอกสารนี้ ตารางละหนึ่งแฟ้ม CSV (UTF-8)",
          .relationship = pdf::Relationship::Source,
          .bytes = std::make_shared<const std::string>(archive.finish()),
          .date = date};
}

pdf::Attachment workbook_attachment(const std::string& name, std::shared_ptr<const std::string> bytes,
                                    const base::Date& date) {
  return {.name = name,
          .mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          .description = "สมุดงานที่มีตารางเดียวกับเอกสารนี้ พร้อมสูตร",
          .relationship = pdf::Relationship::Supplement,
          .bytes = std::move(bytes),
          .date = date};
}

std::vector<readback::ExpectedFile> expected_files(const pdf::Attachments& attachments) {
  std::vector<readback::ExpectedFile> files;
  for (const pdf::Attachment& attachment : attachments) files.push_back({attachment.name, attachment.bytes});
  return files;
}

}  // namespace phaen::app
