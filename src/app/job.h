// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "doc/document.h"
#include "doc/map_values.h"

namespace phaen::app {

/// Exit codes.
enum class Exit { Done = 0, Errors = 1, Usage = 2, Warnings = 3, Internal = 70 };

/// What every command takes.
struct Common {
  base::Language language = base::Language::Thai;
  std::string share;    ///< folder that holds templates/, fonts/ and samples/; empty: found beside the program
  bool strict = false;  ///< warnings end in exit code 3
};

enum class Dump { None, Plan, Assessment, Document, Galley, Pages, Workbook };

/// `phaen new`
struct NewJob {
  std::string location;
  std::string sample;  ///< empty: a plan with the reference tables only
};
/// `phaen import`
struct ImportJob {
  std::string source, location;
};
/// `phaen export`
struct ExportJob {
  std::string location, target;
};
/// `phaen check`
enum class CheckFormat { Text, Json, Sarif };
struct CheckJob {
  std::string location;
  CheckFormat format = CheckFormat::Text;
};
/// `phaen build`: everything a build depends on beside the files it names.
struct BuildJob {
  std::string location;
  std::vector<std::string> templates;  ///< ids or files; empty: every standard template that fits the plan
  std::string folder = ".";
  int workers = 1;                           ///< threads; the command line gives as many as the machine has cores
  std::optional<base::Date> date;            ///< else the plan's issue date
  std::string fonts;                         ///< a further folder of fonts; its first Thai family replaces Sarabun
  std::string family;                        ///< font family to set in; empty: the style sheet's
  std::string sheet_font = "TH SarabunPSK";  ///< font the worksheets name
  std::optional<doc::Digits> digits;         ///< else as each template says
  Dump dump = Dump::None;
  bool attachments = true;      ///< carry the plan's data and the workbook inside each PDF
  bool show_times = false;      ///< seconds, counts and memory of each stage on standard error
  bool all_messages = false;    ///< else of warnings of one kind the first twenty and a count
  bool skip_read_back = false;  ///< for benchmarks: files that were not read back are not to be handed in
};
/// `phaen map`: one KPI Map.
using doc::MapKind;
enum class MapPaper { A4, A3 };
enum class MapOrientation { Landscape, Portrait };
struct MapJob {
  std::string location;
  MapKind kind = MapKind::Cascade;
  std::string output;                         ///< ends in .pdf, .svg, .png or .xlsx; empty: KIND.pdf
  std::string focus;                          ///< code of a node or indicator; empty: the whole plan
  std::string issue;                          ///< code of an issue; empty: all
  std::vector<std::string> levels;            ///< of cascade and tree; empty: the usual ones
  std::optional<MapPaper> paper;              ///< missing: A3 for the cascade, else A4
  std::optional<MapOrientation> orientation;  ///< missing: portrait for the tree, else landscape
  bool free_order = false;                    ///< of the cascade: boxes may leave plan order for fewer crossings
  int dots_per_inch = 150;                    ///< of PNG
  std::optional<base::Date> date;             ///< else the plan's issue date
  bool attachments = true;                    ///< carry the plan's data inside a PDF
  bool show_times = false;                    ///< as of BuildJob
  bool skip_read_back = false;                ///< as of BuildJob
};
/// `phaen template list|check|fields|dictionary|vocabulary|schema`
enum class TemplateAction { List, Check, Fields, Dictionary, Vocabulary, Schema };
struct TemplateJob {
  TemplateAction action = TemplateAction::List;
  std::vector<std::string> files;
};

}  // namespace phaen::app
