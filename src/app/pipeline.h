// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/inputs.h"
#include "app/job.h"
#include "app/stage_times.h"
#include "base/record.h"
#include "pdf/pdf.h"
#include "text/fonts.h"

namespace phaen::app {

/// A finished file, not yet written.
struct BuiltFile {
  std::string name;  ///< `cluster-plan.pdf`
  std::string role;  ///< `document` or `workbook`
  std::shared_ptr<const std::string> bytes;
  std::size_t pages = 0, sheets = 0;
};

/// What every document of a job is made from.
struct BuildInputs {
  const base::Dataset& data;  ///< assessed
  std::map<std::string, std::size_t> roots;
  std::vector<text::FontFile> fonts;
  std::string family;  ///< empty: the style sheet's
  std::string sheet_font;
  std::string plan_folder;
  base::Date date;
  std::optional<doc::Digits> digits;  ///< else as the template says
  Dump dump = Dump::None;
  bool skip_read_back = false;
  int threads = 1;  ///< of one document: the job's workers that have no document of their own
  bool watch_stages = false;  ///< times `break`, `shape`, `paginate` and `finish` apart from what they are part of
  /// Carried by each PDF; with it goes the workbook of the same template. Without it a PDF carries nothing.
  std::shared_future<pdf::Attachment> plan_data;
};

/// Reports a stage by its name; called from the thread that builds.
using Progress = std::function<void(const std::string& document, const std::string& stage, std::size_t count)>;

struct BuiltDocument {
  std::vector<BuiltFile> files;
  std::string dump;  ///< when a dump was asked for: no files then
  StageTimes times;
};

/// The spine: template x data -> files, every stage in order, each file read back and compared. Stops at the end of a
/// stage that found errors, having collected all of them.
BuiltDocument build_document(const LoadedTemplate& loaded, const BuildInputs& inputs, const Progress& progress,
                             base::Diagnostics& diagnostics);

}  // namespace phaen::app
