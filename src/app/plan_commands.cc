// SPDX-License-Identifier: GPL-3.0-or-later
// new, import, export: between plan databases and CSV folders.
#include <algorithm>
#include <filesystem>

#include "app/commands.h"
#include "app/diagnostics.h"
#include "app/resources.h"
#include "base/format.h"
#include "plan/schema.h"
#include "store/csv_folder.h"
#include "store/store.h"

namespace phaen::app {
namespace {

namespace fs = std::filesystem;

std::size_t record_count(const base::Dataset& dataset) {
  std::size_t count = 0;
  for (const auto& records : dataset.tables) count += records.size();
  return count;
}

Exit fail(const base::Diagnostic& diagnostic, Console& console) {
  base::Diagnostics diagnostics;
  diagnostics.add(diagnostic);
  console.report(diagnostics);
  return Exit::Errors;
}

// Opens the database, or makes it when there is none.
base::Result<store::Store> open_or_create(const std::string& location, bool& created) {
  const store::Versions versions = store::plan_versions();
  std::error_code ignored;
  created = !store::is_server(location) && !fs::exists(location, ignored);
  if (created) return store::create(location, versions);
  base::Result<store::Store> opened = store::open(location, versions);
  if (opened || !store::is_server(location)) return opened;
  base::Result<store::Store> made = store::create(location, versions);
  return made ? std::move(made) : std::move(opened);
}

void remove_file(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path + suffix, ignored);
}

// The files a plan names stand beside it: pictures, evidence, annexes. Those that are there go along.
void copy_named_files(const base::Dataset& dataset, const fs::path& from, const fs::path& to) {
  std::error_code ignored;
  if (fs::equivalent(from, to, ignored)) return;
  for (const char* table : {"images", "evidence", "attachments", "sources"}) {
    const std::size_t field = dataset.schema->tables[*dataset.schema->find_table(table)].find_field("file").value();
    for (const base::Record& record : dataset.records(table)) {
      const fs::path file = base::canonical_text(record.values[field]);
      if (file.empty() || file.is_absolute() || !fs::is_regular_file(from / file, ignored)) continue;
      fs::create_directories((to / file).parent_path(), ignored);
      fs::copy_file(from / file, to / file, fs::copy_options::overwrite_existing, ignored);
    }
  }
}

// All or nothing: reads, checks, stores; a database made for it is removed when anything is wrong.
Exit import_folder(const std::string& folder, const std::string& location, Console& console) {
  base::Diagnostics diagnostics;
  const base::Dataset dataset = store::read_csv_folder(folder, store::plan_versions().schema, diagnostics);
  if (diagnostics.has_errors()) {
    console.report(diagnostics);
    return Exit::Errors;
  }
  bool created = false;
  base::Result<store::Store> opened = open_or_create(location, created);
  if (!opened)
    diagnostics.add(opened.error());
  else
    store::save(*opened, dataset, diagnostics);
  console.report(diagnostics);
  if (diagnostics.has_errors() && created && opened) {
    opened = base::Failure(diagnostics.all().back());  // closes the database first
    remove_file(location);
  }
  if (diagnostics.has_errors()) return Exit::Errors;
  if (!store::is_server(location)) copy_named_files(dataset, folder, folder_of(location));
  console.print(base::format("{}: {} {}\n", store::without_password(location), record_count(dataset),
                             console.language() == base::Language::Thai ? "รายการ" : "records"));
  return console.exit_for(diagnostics);
}

}  // namespace

Exit run_new(const NewJob& job, const Common& common, Console& console) {
  const base::Result<std::string> share = find_share_folder(common.share);
  if (!share) return fail(share.error(), console);
  std::error_code ignored;
  if (!store::is_server(job.location) && fs::exists(job.location, ignored))
    return fail(diagnostics::already_exists(job.location), console);
  const fs::path samples = fs::path(*share) / "samples";
  if (job.sample.empty()) return import_folder((samples / "reference").string(), job.location, console);
  const std::vector<std::string> names = sample_names(*share);
  if (std::find(names.begin(), names.end(), job.sample) == names.end())
    return fail(diagnostics::unknown_sample(job.sample, names), console);
  return import_folder((samples / job.sample).string(), job.location, console);
}

Exit run_import(const ImportJob& job, const Common&, Console& console) {
  return import_folder(job.source, job.location, console);
}

Exit run_export(const ExportJob& job, const Common&, Console& console) {
  const store::Versions versions = store::plan_versions();
  base::Result<store::Store> opened = store::open(job.location, versions);
  if (!opened) return fail(opened.error(), console);
  base::Diagnostics diagnostics;
  const base::Dataset dataset = store::load(*opened, versions.schema, diagnostics);
  if (!diagnostics.has_errors()) {
    const base::Result<void> written = store::write_csv_folder(job.target, dataset);
    if (!written) diagnostics.add(written.error());
    if (written && !store::is_server(job.location)) copy_named_files(dataset, folder_of(job.location), job.target);
  }
  console.report(diagnostics);
  if (!diagnostics.has_errors())
    console.print(base::format("{}: {} {}\n", job.target, record_count(dataset),
                               console.language() == base::Language::Thai ? "รายการ" : "records"));
  return console.exit_for(diagnostics);
}

}  // namespace phaen::app
