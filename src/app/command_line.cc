// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <thread>

#include "app/diagnostics.h"
#include "app/usage.h"
#include "app/version.h"

namespace phaen::app {
namespace {

// Every command's arguments, filled by CLI11; one of them becomes the Command.
struct Arguments {
  Common common;
  NewJob create;
  ImportJob import_job;
  ExportJob export_job;
  CheckJob check;
  BuildJob build;
  MapJob map;
  TemplateJob templates;
  std::string date, map_date;
  std::string skipped;
  bool bare = false, bare_map = false;
};

const std::map<std::string, base::Language> kLanguages{{"th", base::Language::Thai}, {"en", base::Language::English}};
const std::map<std::string, doc::Digits> kDigits{{"thai", doc::Digits::Thai}, {"arabic", doc::Digits::Arabic}};
const std::map<std::string, CheckFormat> kFormats{
    {"text", CheckFormat::Text}, {"json", CheckFormat::Json}, {"sarif", CheckFormat::Sarif}};
const std::map<std::string, Dump> kDumps{{"plan", Dump::Plan},         {"assessment", Dump::Assessment},
                                         {"document", Dump::Document}, {"galley", Dump::Galley},
                                         {"pages", Dump::Pages},       {"workbook", Dump::Workbook}};

const std::map<std::string, MapKind> kMapKinds{
    {"cascade", MapKind::Cascade},      {"tree", MapKind::Tree}, {"linkage", MapKind::Linkage},
    {"matrix", MapKind::Matrix},        {"xyz", MapKind::Xyz},   {"value-chain", MapKind::ValueChain},
    {"dimensions", MapKind::Dimensions}};
const std::map<std::string, MapPaper> kPapers{
    {"A4", MapPaper::A4}, {"A3", MapPaper::A3}, {"a4", MapPaper::A4}, {"a3", MapPaper::A3}};
const std::map<std::string, MapOrientation> kOrientations{{"landscape", MapOrientation::Landscape},
                                                          {"portrait", MapOrientation::Portrait}};

/// An option that takes one of a few words; `Value` may be optional.
template <typename Value, typename Choice>
CLI::Option* add_choice(CLI::App& command, const std::string& name, Value& value,
                        const std::map<std::string, Choice>& choices, const char* help) {
  std::string type;
  std::vector<std::string> words;
  words.reserve(choices.size());
  for (const auto& [word, choice] : choices) words.push_back(word);
  for (const std::string& word : words) type += (type.empty() ? "" : "|") + word;
  const auto take = [&value, &choices, name, words, type](const std::string& given) {
    const auto found = choices.find(given);
    if (found == choices.end()) {
      const std::string meant = base::did_you_mean(given, words);
      throw CLI::ValidationError(name, "there is no `" + given + "`; " +
                                           (meant.empty() ? "choose one of " + type : "did you mean `" + meant + "`?"));
    }
    value = found->second;
  };
  return command.add_option_function<std::string>(name, take, help)->type_name(type);
}

void add_common(CLI::App& command, Common& common) {
  command.add_option("--lang", common.language, "language of messages: th or en")
      ->transform(CLI::CheckedTransformer(kLanguages, CLI::ignore_case).description(""))
      ->type_name("th|en");
  command.add_option("--share", common.share, "folder with templates/, fonts/ and samples/")->type_name("DIR");
  command.add_flag("--strict", common.strict, "exit with 3 when there were warnings");
}

void add_measuring(CLI::App& command, bool& show_times, std::string& skipped) {
  command.add_flag("--time", show_times, "print seconds, counts and memory of each stage");
  command.add_option("--skip", skipped, "leave a stage out, to measure the others; such files are not checked")
      ->check(CLI::IsMember({"readback"}).description(""))
      ->type_name("readback");
}

void add_plan_commands(CLI::App& app, Arguments& a) {
  CLI::App* create = app.add_subcommand("new", "make an empty plan database, or one from a sample");
  create->add_option("PLAN", a.create.location, "plan.db or postgresql://…")->required();
  create->add_option("--sample", a.create.sample, "name of a sample, as in samples/")->type_name("NAME");
  CLI::App* import_command =
      app.add_subcommand("import", "CSV folder to database: all or nothing, every bad cell named");
  import_command->add_option("SOURCE", a.import_job.source, "folder of CSV files")->required();
  import_command->add_option("PLAN", a.import_job.location, "plan.db or postgresql://…")->required();
  CLI::App* export_command = app.add_subcommand("export", "database to CSV folder");
  export_command->add_option("PLAN", a.export_job.location, "plan.db or postgresql://…")->required();
  export_command->add_option("--to", a.export_job.target, "folder to write")->required()->type_name("DIR");
  CLI::App* check = app.add_subcommand("check", "check the plan against the schema and the templates that fit it");
  check->add_option("PLAN", a.check.location, "plan.db or postgresql://…")->required();
  check->add_option("--format", a.check.format, "text, json or sarif")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("text|json|sarif");
  for (CLI::App* command : {create, import_command, export_command, check}) add_common(*command, a.common);
}

void add_build(CLI::App& app, Arguments& a) {
  CLI::App* build = app.add_subcommand("build", "make documents: PDF and workbooks");
  build->add_option("PLAN", a.build.location, "plan.db or postgresql://…")->required();
  build->add_option("-t,--template", a.build.templates, "template id or file; default: every one that fits the plan")
      ->type_name("TEMPLATE");
  build->add_option("-o,--output", a.build.folder, "folder to write to")->type_name("DIR");
  a.build.workers = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 64U));
  build->add_option("-j,--jobs", a.build.workers, "threads, documents made at once (default: one a core)")
      ->type_name("1-64")
      ->check(CLI::Range(1, 64).description(""));
  build->add_option("--date", a.date, "date the documents bear (default: the plan's issue date)")
      ->type_name("YYYY-MM-DD");
  build->add_option("--fonts", a.build.fonts, "further folder of TrueType fonts")->type_name("DIR");
  build->add_option("--family", a.build.family, "font family to set in, of --fonts or shipped")->type_name("NAME");
  build->add_option("--sheet-font", a.build.sheet_font, "font the worksheets name")->type_name("NAME");
  build
      ->add_option("--digits", a.build.digits,
                   "digits of all documents: thai or arabic (default: as each template says)")
      ->transform(CLI::CheckedTransformer(kDigits).description(""))
      ->type_name("thai|arabic");
  build->add_option("--dump", a.build.dump, "print a stage's value instead of writing files")
      ->transform(CLI::CheckedTransformer(kDumps).description(""))
      ->type_name("plan|assessment|document|galley|pages|workbook");
  build->add_flag("--no-attachments", a.bare, "do not carry the plan's data and the workbook inside each PDF");
  build->add_flag("--all-messages", a.build.all_messages, "print every warning, also the many of one kind");
  add_measuring(*build, a.build.show_times, a.skipped);
  add_common(*build, a.common);
}

void add_map(CLI::App& app, Arguments& a) {
  CLI::App* map = app.add_subcommand("map", "draw one KPI Map of the plan");
  map->add_option("PLAN", a.map.location, "plan.db or postgresql://…")->required();
  add_choice(*map, "--kind", a.map.kind, kMapKinds, "which map")
      ->type_name("cascade|tree|linkage|matrix|xyz|value-chain|dimensions");
  map->add_option("-o,--output", a.map.output, "file to write (default: KIND.pdf); further pages are FILE-2.svg …")
      ->type_name("FILE.pdf|svg|png|xlsx");
  map->add_option("--focus", a.map.focus, "only what belongs to this code")->type_name("CODE");
  map->add_option("--issue", a.map.issue, "only this issue")->type_name("CODE");
  map->add_option("--levels", a.map.levels, "levels of cascade and tree: goal,issue,project …")
      ->delimiter(',')
      ->type_name("LEVEL,…");
  add_choice(*map, "--paper", a.map.paper, kPapers, "A4 or A3")->type_name("A4|A3");
  add_choice(*map, "--orientation", a.map.orientation, kOrientations, "landscape or portrait");
  map->add_flag("--free-order", a.map.free_order,
                "cascade: boxes may leave plan order where that saves a fifth of the crossings");
  map->add_option("--dpi", a.map.dots_per_inch, "dots per inch of PNG")
      ->type_name("36-1200")
      ->check(CLI::Range(36, 1200).description(""));
  map->add_option("--date", a.map_date, "date the file bears (default: the plan's issue date)")
      ->type_name("YYYY-MM-DD");
  map->add_flag("--no-attachments", a.bare_map, "do not carry the plan's data inside a PDF");
  add_measuring(*map, a.map.show_times, a.skipped);
  add_common(*map, a.common);
}

void add_templates(CLI::App& app, Arguments& a) {
  CLI::App* group = app.add_subcommand("template", "what can be printed, and with what");
  group->require_subcommand(1);
  const auto add = [&](const char* name, const char* help, TemplateAction action) {
    CLI::App* command = group->add_subcommand(name, help);
    command->callback([&a, action] { a.templates.action = action; });
    add_common(*command, a.common);
    return command;
  };
  add("list", "the standard templates", TemplateAction::List);
  add("check", "check templates against the fields; needs no database", TemplateAction::Check)
      ->add_option("FILE", a.templates.files, "template files; default: all standard ones");
  add("fields", "every table and field a template can print", TemplateAction::Fields);
  add("dictionary", "every table and field of a plan database", TemplateAction::Dictionary);
  add("vocabulary", "every element and attribute of a template", TemplateAction::Vocabulary);
  add("schema", "RELAX NG schema of the template language, for editors", TemplateAction::Schema);
}

Command chosen(const CLI::App& app, Arguments& a) {
  if (app.got_subcommand("new")) return a.create;
  if (app.got_subcommand("import")) return a.import_job;
  if (app.got_subcommand("export")) return a.export_job;
  if (app.got_subcommand("check")) return a.check;
  if (app.got_subcommand("build")) return a.build;
  if (app.got_subcommand("map")) return a.map;
  return a.templates;
}

void add_all(CLI::App& app, Arguments& a) {
  app.description("phaen (แผน): one plan database, every document, the same figure everywhere");
  app.name("phaen");
  app.require_subcommand(1);
  app.set_version_flag("--version", kProgram);
  app.add_option("--lang", a.common.language, "language of messages: th or en")
      ->transform(CLI::CheckedTransformer(kLanguages, CLI::ignore_case).description(""))
      ->type_name("th|en");
  add_plan_commands(app, a);
  add_build(app, a);
  add_map(app, a);
  add_templates(app, a);
}

}  // namespace

std::vector<std::string> untranslated_help() {
  Arguments a;
  CLI::App app;
  add_all(app, a);
  return untranslated(app);
}

Invocation parse_command_line(int argc, const char* const* argv) {
  Arguments a;
  a.common.language = asked_language(argc, argv);
  const base::Language language = a.common.language;
  CLI::App app;
  add_all(app, a);
  set_help_language(app, language);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    if (app.exit(error, out, out) == 0) return {a.common, Usage{out.str(), Exit::Done}};
    return {a.common, Usage{base::to_text(usage_mistake(app, error), language), Exit::Usage}};
  }
  for (const auto& [text, date] : {std::pair{&a.date, &a.build.date}, std::pair{&a.map_date, &a.map.date}}) {
    if (text->empty()) continue;
    *date = base::Date::parse_iso(*text);
    if (!*date) {
      const base::Diagnostic wrong = diagnostics::bad_option_value("--date", *text, {"YYYY-MM-DD"});
      return {a.common, Usage{base::to_text(wrong, language), Exit::Usage}};
    }
  }
  a.build.skip_read_back = a.map.skip_read_back = !a.skipped.empty();
  a.build.attachments = !a.bare;
  a.map.attachments = !a.bare_map;
  return {a.common, chosen(app, a)};
}

}  // namespace phaen::app
