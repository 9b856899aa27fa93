// SPDX-License-Identifier: GPL-3.0-or-later
// build: every document of a plan, several at once, all files written only when all of them are right.
#include <algorithm>
#include <filesystem>
#include <future>
#include <set>

#include "app/attachments.h"
#include "app/commands.h"
#include "app/diagnostics.h"
#include "app/findings_report.h"
#include "app/pipeline.h"
#include "app/resources.h"
#include "app/version.h"
#include "assess/assess.h"
#include "audit/manifest.h"
#include "base/file.h"
#include "base/format.h"
#include "base/parallel.h"
#include "store/store.h"

namespace phaen::app {
namespace {

namespace fs = std::filesystem;

std::optional<base::Date> issue_date(const BuildJob& job, const base::Dataset& data, base::Diagnostics& diagnostics) {
  if (job.date) return job.date;
  const base::Table& plans = data.schema->tables[data.schema->find_table("plans").value()];
  const base::Value& value = data.records("plans").at(0).values.at(plans.find_field("issue_date").value());
  if (const auto* date = std::get_if<base::Date>(&value)) return *date;
  diagnostics.add(diagnostics::no_date(job.location));
  return {};
}

std::optional<base::Dataset> load_plan(const BuildJob& job, base::Diagnostics& diagnostics) {
  const store::Versions versions = store::plan_versions();
  base::Result<store::Store> opened = store::open(job.location, versions);
  if (!opened) {
    diagnostics.add(opened.error());
    return {};
  }
  base::Dataset data = store::load(*opened, versions.schema, diagnostics, job.workers);
  if (diagnostics.has_errors()) return {};
  return data;
}

std::size_t record_count(const base::Dataset& data) {
  std::size_t records = 0;
  for (const auto& table : data.tables) records += table.size();
  return records;
}

struct Result {
  BuiltDocument built;
  base::Diagnostics diagnostics;
};

// Documents are independent: each has its own fonts, origins and diagnostics. Results keep the templates' order.
std::vector<Result> build_all(const std::vector<LoadedTemplate>& templates, const BuildInputs& inputs, int workers,
                              Console& console) {
  std::vector<Result> results(templates.size());
  const Progress progress = [&console](const std::string& document, const std::string& stage, std::size_t count) {
    console.progress(base::format("{}: {} {}", document, stage, count));
  };
  base::for_each_index(templates.size(), workers, [&](std::size_t i) {
    results[i].built = build_document(templates[i], inputs, progress, results[i].diagnostics);
  });
  return results;
}

void report_same_names(const std::vector<Result>& results, base::Diagnostics& diagnostics) {
  std::set<std::string> names;
  for (const Result& result : results)
    for (const BuiltFile& file : result.built.files)
      if (!names.insert(file.name).second) diagnostics.add(diagnostics::same_output(file.name));
}

std::string summary(const BuiltFile& file, const std::string& path, base::Language language) {
  const bool thai = language == base::Language::Thai;
  const std::string size = file.pages > 0 ? base::format("{} {}", file.pages, thai ? "หน้า" : "pages")
                                          : base::format("{} {}", file.sheets, thai ? "แผ่นงาน" : "sheets");
  return base::format("{}  {}  {} kB\n", path, size, (file.bytes->size() + 999) / 1000);
}

// The content of the plan, not of the file: a database rewritten with the same records gives the same manifest.
audit::ManifestEntry describe_plan(const BuildJob& job, const base::Dataset& plan) {
  return audit::describe(fs::path(store::without_password(job.location)).filename().string(), "plan",
                         [&](const audit::Sink& sink) { base::dump(plan, sink); });
}

audit::Manifest make_manifest(const BuildInputs& inputs, const audit::ManifestEntry& plan,
                              const std::vector<LoadedTemplate>& templates, const std::vector<Result>& results) {
  const base::Table& plans = inputs.data.schema->tables[inputs.data.schema->find_table("plans").value()];
  audit::Manifest manifest{
      kProgram, base::key_text(plans, inputs.data.records("plans").at(0)), inputs.date.to_iso(), {}, {}, {}};
  manifest.inputs.push_back(plan);
  for (const LoadedTemplate& loaded : templates)
    for (const templates::Source& source : loaded.parsed.files)
      manifest.inputs.push_back(audit::describe(fs::path(source.path).filename().string(), "template", source.text));
  for (const text::FontFile& font : inputs.fonts)
    manifest.inputs.push_back(audit::describe(fs::path(font.path).filename().string(), "font", *font.bytes));
  if (inputs.plan_data.valid()) {
    const pdf::Attachment& data = inputs.plan_data.get();
    manifest.attachments.push_back(audit::describe(data.name, "data", *data.bytes));
  }
  for (const Result& result : results)
    for (const BuiltFile& file : result.built.files)
      manifest.outputs.push_back(audit::describe(file.name, file.role, *file.bytes));
  return manifest;
}

// Every file of the job, or none: all are made before the first is written.
void write_files(const BuildJob& job, const std::vector<Result>& results, const std::string& manifest, Console& console,
                 base::Diagnostics& diagnostics) {
  if (const base::Result<void> made = make_folder(job.folder); !made) {
    diagnostics.add(made.error());
    return;
  }
  std::string lines;
  base::StagedFiles files;
  const auto stage = [&](const std::string& name, const std::string& bytes) {
    std::string path = (fs::path(job.folder) / name).string();
    if (const base::Result<void> written = files.add(path, bytes); !written) diagnostics.add(written.error());
    return path;
  };
  for (const Result& result : results)
    for (const BuiltFile& file : result.built.files)
      lines += summary(file, stage(file.name, *file.bytes), console.language());
  stage("manifest.json", manifest);
  if (diagnostics.has_errors()) return;
  if (const base::Result<void> written = files.commit(); !written)
    diagnostics.add(written.error());
  else
    console.print(lines);
}

// A column that is too narrow says so on each of a thousand pages.
constexpr std::size_t kMostOfAKind = 20;

Exit finish(const BuildJob& job, const base::Diagnostics& diagnostics, Console& console) {
  if (job.all_messages)
    console.report(diagnostics);
  else
    console.note(folded_text(diagnostics, kMostOfAKind, console.language()));
  return console.exit_for(diagnostics);
}

}  // namespace

Exit run_build(const BuildJob& job, const Common& common, Console& console) {
  base::Diagnostics diagnostics;
  const base::Result<std::string> share = find_share_folder(common.share);
  if (!share) diagnostics.add(share.error());
  StageTimes times;
  std::optional<base::Dataset> plan = times.measure("load", [&] { return load_plan(job, diagnostics); });
  if (!plan || !share) return finish(job, diagnostics, console);
  if (job.dump == Dump::Plan) {
    console.print(base::dump(*plan));
    return finish(job, diagnostics, console);
  }
  times.count("load", record_count(*plan), "records");
  const base::Dataset data = times.measure("assess", [&] { return assess::assess(std::move(*plan)); });
  if (job.dump == Dump::Assessment) {
    console.print(base::dump(data));
    return finish(job, diagnostics, console);
  }
  BuildInputs inputs{.data = data,
                     .family = job.family,
                     .sheet_font = job.sheet_font,
                     .digits = job.digits,
                     .dump = job.dump,
                     .skip_read_back = job.skip_read_back,
                     .watch_stages = job.show_times};
  inputs.roots = root_records(data, job.location, diagnostics);
  if (diagnostics.has_errors()) return finish(job, diagnostics, console);
  const std::vector<LoadedTemplate> templates = choose_templates(*share, job.templates, data, diagnostics);
  inputs.fonts = load_fonts(*share, job.fonts, diagnostics);
  inputs.plan_folder = store::is_server(job.location) ? "." : folder_of(job.location);
  if (const auto date = issue_date(job, data, diagnostics)) inputs.date = *date;
  if (diagnostics.has_errors()) return finish(job, diagnostics, console);
  // Of a large plan these take as long as a document of it: beside the documents, where a thread is free.
  const auto beside = [&job](auto work) {
    return std::async(job.workers > 1 ? std::launch::async : std::launch::deferred, std::move(work));
  };
  const bool any_pdf =
      std::any_of(templates.begin(), templates.end(), [](const LoadedTemplate& t) { return t.info.to_pdf; });
  if (job.attachments && any_pdf && job.dump == Dump::None) {
    inputs.plan_data = beside([&] { return plan_data(data, inputs.plan_folder, inputs.date); }).share();
    // Alone it comes first: its tables as text and the pages of a document never stand in memory together.
    if (job.workers == 1) times.measure("attachments", [&] { inputs.plan_data.wait(); });
  }

  inputs.threads = std::max(1, job.workers / std::max(1, static_cast<int>(templates.size())));
  std::future<audit::ManifestEntry> plan_entry = beside([&] { return describe_plan(job, data); });
  const std::vector<Result> results = build_all(templates, inputs, job.workers, console);
  for (const Result& result : results) diagnostics.append(result.diagnostics);
  report_same_names(results, diagnostics);
  if (job.dump != Dump::None) {
    for (const Result& result : results) console.print(result.built.dump);
  } else if (!diagnostics.has_errors()) {
    const audit::Manifest manifest =
        times.measure("hash", [&] { return make_manifest(inputs, plan_entry.get(), templates, results); });
    times.measure("write", [&] { write_files(job, results, audit::to_json(manifest), console, diagnostics); });
  }
  if (job.show_times) {
    for (std::size_t i = 0; i < results.size(); ++i)
      console.note(stage_lines(templates[i].info.id, results[i].built.times));
    console.note(stage_lines("job", times));
  }
  return finish(job, diagnostics, console);
}

}  // namespace phaen::app
