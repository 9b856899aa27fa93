// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a build reads, gathered before the first pure function: plan, templates, fonts, images.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/job.h"
#include "base/record.h"
#include "base/result.h"
#include "template/template.h"
#include "text/fonts.h"

namespace phaen::app {

/// A template with its place in templates/.
struct LoadedTemplate {
  std::string path;  ///< as messages and origins print it: of a standard template, from the share folder
  templates::Template parsed;
  templates::TemplateInfo info;
};

/// The roots of every template: `plan` and its `cycle`.
templates::Roots template_roots();
/// Root records of an assessed dataset. Adds A005 unless it holds exactly one plan.
std::map<std::string, std::size_t> root_records(const base::Dataset& data, const std::string& location,
                                                base::Diagnostics& diagnostics);

/// Reads and parses one template file with its parts. `path` and those of its parts are from `root`; an empty root is
/// the current folder.
std::optional<LoadedTemplate> load_template(const std::string& root, const std::string& path,
                                            base::Diagnostics& diagnostics);
/// All standard templates, sorted by path. Files of parts/ are no templates.
std::vector<LoadedTemplate> load_standard_templates(const std::string& share, base::Diagnostics& diagnostics);
/// The ones named by id or file, else every standard one that fits the plan. Adds A003, A004.
std::vector<LoadedTemplate> choose_templates(const std::string& share, const std::vector<std::string>& names,
                                             const base::Dataset& data, base::Diagnostics& diagnostics);

/// Reads images beside the plan; each once. Null for those that are not there.
class ImageFolder {
 public:
  explicit ImageFolder(std::string folder) : folder_(std::move(folder)) {}
  std::shared_ptr<const std::string> load(const std::string& path);

 private:
  std::string folder_;
  std::map<std::string, std::shared_ptr<const std::string>> loaded_;
};

/// Names of the plan that lines are not broken in: areas, agencies, abbreviations, plan nodes.
std::vector<std::string> unbroken_names(const base::Dataset& data);

}  // namespace phaen::app
