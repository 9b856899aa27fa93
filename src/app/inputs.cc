// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inputs.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/diagnostics.h"
#include "app/resources.h"
#include "base/file.h"

namespace phaen::app {
namespace {

namespace fs = std::filesystem;

std::string field_text(const base::Dataset& data, const std::string& table, std::size_t record, const char* field) {
  const base::Table& description = data.schema->tables[data.schema->find_table(table).value()];
  return base::canonical_text(data.records(table).at(record).values.at(description.find_field(field).value()));
}

bool lists(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

// Each a table with records, or a field with a value in some record.
bool has_all(const base::Dataset& data, const std::vector<std::string>& needs) {
  return std::all_of(needs.begin(), needs.end(), [&](const std::string& need) {
    const std::size_t dot = need.find('.');
    const auto table = data.schema->find_table(need.substr(0, dot));
    if (!table) return false;
    if (dot == std::string::npos) return !data.tables[*table].empty();
    const auto field = data.schema->tables[*table].find_field(need.substr(dot + 1));
    return field &&
           std::any_of(data.tables[*table].begin(), data.tables[*table].end(),
                       [&](const base::Record& record) { return !base::is_missing(record.values.at(*field)); });
  });
}

bool fits(const templates::TemplateInfo& info, const base::Dataset& data) {
  return lists(info.cycles, field_text(data, "plans", 0, "cycle")) &&
         lists(info.kinds, field_text(data, "plans", 0, "kind")) && has_all(data, info.needs);
}

}  // namespace

templates::Roots template_roots() { return {{"plan", "plans"}, {"cycle", "cycles"}}; }

std::map<std::string, std::size_t> root_records(const base::Dataset& data, const std::string& location,
                                                base::Diagnostics& diagnostics) {
  const std::size_t plans = data.records("plans").size();
  if (plans != 1) {
    diagnostics.add(diagnostics::not_one_plan(location, plans));
    return {};
  }
  std::map<std::string, std::size_t> roots{{"plan", 0}};
  if (const auto cycle = templates::find_record(data, "cycles", field_text(data, "plans", 0, "cycle")))
    roots["cycle"] = *cycle;
  return roots;
}

std::optional<LoadedTemplate> load_template(const std::string& root, const std::string& path,
                                            base::Diagnostics& diagnostics) {
  base::Result<std::string> text = base::read_file((fs::path(root) / path).string());
  if (!text) {
    diagnostics.add(text.error());
    return {};
  }
  const templates::IncludeLoader loader = [&root](const std::string& part) -> std::optional<std::string> {
    base::Result<std::string> content = base::read_file((fs::path(root) / part).string());
    return content ? std::optional(std::move(*content)) : std::nullopt;
  };
  std::optional<templates::Template> parsed = templates::parse_template({path, std::move(*text)}, loader, diagnostics);
  if (!parsed) return {};
  templates::TemplateInfo info = templates::template_info(*parsed);
  return LoadedTemplate{path, std::move(*parsed), std::move(info)};
}

std::vector<LoadedTemplate> load_standard_templates(const std::string& share, base::Diagnostics& diagnostics) {
  std::vector<LoadedTemplate> loaded;
  for (const std::string& path : files_below((fs::path(share) / "templates").string(), ".xml")) {
    if (fs::path(path).parent_path().filename() == "parts") continue;
    const std::string from_share = fs::path(path).lexically_relative(share).string();
    if (auto one = load_template(share, from_share, diagnostics)) loaded.push_back(std::move(*one));
  }
  return loaded;
}

std::vector<LoadedTemplate> choose_templates(const std::string& share, const std::vector<std::string>& names,
                                             const base::Dataset& data, base::Diagnostics& diagnostics) {
  std::vector<LoadedTemplate> chosen;
  std::vector<std::string> wanted;
  for (const std::string& name : names) {
    if (!name.ends_with(".xml")) {
      wanted.push_back(name);
    } else if (auto one = load_template("", name, diagnostics)) {
      chosen.push_back(std::move(*one));
    }
  }
  if (wanted.empty() && !names.empty()) return chosen;
  std::vector<std::string> ids;
  for (LoadedTemplate& one : load_standard_templates(share, diagnostics)) {
    ids.push_back(one.info.id);
    const bool named = std::find(wanted.begin(), wanted.end(), one.info.id) != wanted.end();
    if (names.empty() ? fits(one.info, data) : named) chosen.push_back(std::move(one));
  }
  for (const std::string& name : wanted)
    if (std::find(ids.begin(), ids.end(), name) == ids.end()) diagnostics.add(diagnostics::unknown_template(name, ids));
  if (chosen.empty() && names.empty() && !diagnostics.has_errors())
    diagnostics.add(diagnostics::no_template_fits(field_text(data, "plans", 0, "cycle")));
  return chosen;
}

std::shared_ptr<const std::string> ImageFolder::load(const std::string& path) {
  const auto known = loaded_.find(path);
  if (known != loaded_.end()) return known->second;
  std::shared_ptr<const std::string> bytes;
  base::Result<std::string> content = base::read_file((fs::path(folder_) / path).string());
  if (content) bytes = std::make_shared<const std::string>(std::move(*content));
  return loaded_[path] = bytes;
}

std::vector<std::string> unbroken_names(const base::Dataset& data) {
  const std::vector<std::pair<const char*, const char*>> fields = {
      {"areas", "name"},          {"areas", "short_name"},      {"agencies", "name"},
      {"agencies", "short_name"}, {"committees", "short_name"}, {"abbreviations", "short_name"},
      {"nodes", "short_name"},    {"plans", "short_title"}};
  std::set<std::string> names;
  for (const auto& [table, field] : fields)
    for (std::size_t i = 0; i < data.records(table).size(); ++i) names.insert(field_text(data, table, i, field));
  names.erase("");
  return {names.begin(), names.end()};
}

}  // namespace phaen::app
