// SPDX-License-Identifier: GPL-3.0-or-later
// check, template list|check|fields|dictionary|vocabulary|schema: what is wrong, and what can be printed.
#include "app/commands.h"
#include "app/findings_report.h"
#include "app/inputs.h"
#include "app/resources.h"
#include "assess/assess.h"
#include "base/format.h"
#include "plan/schema.h"
#include "store/check.h"
#include "store/store.h"

namespace phaen::app {
namespace {

// Expands a template without setting it: finds what only data can show.
void expand_only(const LoadedTemplate& loaded, const base::Dataset& data,
                 const std::map<std::string, std::size_t>& roots, const std::string& folder,
                 base::Diagnostics& diagnostics) {
  const auto checked = templates::check(loaded.parsed, data.schema, template_roots(), diagnostics);
  if (!checked) return;
  base::OriginTable origins;
  ImageFolder images(folder);
  templates::ExpandOptions options;
  options.root_records = roots;
  options.load_image = [&images](const std::string& path) { return images.load(path); };
  templates::Expander expander(*checked, data, origins, options, diagnostics);
  expander.info();
  while (expander.next()) {
  }
}

void check_plan(const CheckJob& job, const std::string& share, base::Diagnostics& diagnostics) {
  const store::Versions versions = store::plan_versions();
  base::Result<store::Store> opened = store::open(job.location, versions);
  if (!opened) {
    diagnostics.add(opened.error());
    return;
  }
  base::Dataset plan = store::load(*opened, versions.schema, diagnostics);
  if (diagnostics.has_errors()) return;
  const base::Dataset data = assess::assess(std::move(plan));
  const auto roots = root_records(data, job.location, diagnostics);
  if (diagnostics.has_errors()) return;
  const std::string folder = store::is_server(job.location) ? "." : folder_of(job.location);
  for (const LoadedTemplate& loaded : choose_templates(share, {}, data, diagnostics))
    expand_only(loaded, data, roots, folder, diagnostics);
}

std::string joined(const std::vector<std::string>& words, const std::string& otherwise) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text.empty() ? otherwise : text;
}

std::string listed(const std::vector<LoadedTemplate>& templates, base::Language language) {
  std::string text;
  for (const LoadedTemplate& loaded : templates) {
    const templates::TemplateInfo& info = loaded.info;
    const std::string outputs = std::string(info.to_pdf ? "pdf " : "") + (info.to_workbook ? "xlsx" : "");
    text += base::format("{:<18} {:<10} {:<20} {:<9} {}\n", info.id, joined(info.cycles, "*"), joined(info.kinds, "*"),
                         outputs, info.name.in(language));
  }
  return text;
}

}  // namespace

Exit run_check(const CheckJob& job, const Common& common, Console& console) {
  base::Diagnostics diagnostics;
  const base::Result<std::string> share = find_share_folder(common.share);
  if (share)
    check_plan(job, *share, diagnostics);
  else
    diagnostics.add(share.error());
  console.print(findings_report(diagnostics, job.format, console.language()));
  return console.exit_for(diagnostics);
}

Exit run_template(const TemplateJob& job, const Common& common, Console& console) {
  base::Diagnostics diagnostics;
  const base::Result<std::string> share = find_share_folder(common.share);
  if (!share) diagnostics.add(share.error());
  const auto schema = assess::assessed_schema();
  const bool thai = console.language() == base::Language::Thai;
  switch (job.action) {
    case TemplateAction::List:
      if (share) console.print(listed(load_standard_templates(*share, diagnostics), console.language()));
      break;
    case TemplateAction::Check: {
      std::vector<LoadedTemplate> loaded;
      if (job.files.empty() && share) loaded = load_standard_templates(*share, diagnostics);
      for (const std::string& file : job.files)
        if (auto one = load_template("", file, diagnostics)) loaded.push_back(std::move(*one));
      for (const LoadedTemplate& one : loaded)
        if (templates::check(one.parsed, schema, template_roots(), diagnostics))
          console.print(base::format("{} {}\n", one.path, thai ? "ถูกต้อง" : "is correct"));
      break;
    }
    case TemplateAction::Fields: console.print(templates::field_list(*schema, template_roots())); break;
    case TemplateAction::Dictionary: console.print(plan::data_dictionary(*plan::plan_schema())); break;
    case TemplateAction::Vocabulary: console.print(templates::vocabulary_reference()); break;
    case TemplateAction::Schema: console.print(templates::relax_ng()); break;
  }
  console.report(diagnostics);
  return console.exit_for(diagnostics);
}

}  // namespace phaen::app
