// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findings_report.h"

#include <map>
#include <string_view>

#include "app/version.h"
#include "base/format.h"
#include "base/json.h"

namespace phaen::app {
namespace {

using base::format;
using base::json_quoted;

std::string_view level(base::Severity severity) {
  switch (severity) {
    case base::Severity::Note: return "note";
    case base::Severity::Warning: return "warning";
    case base::Severity::Error: return "error";
  }
  return {};
}

std::string as_text(const base::Diagnostics& diagnostics, base::Language language) {
  std::string text;
  for (const base::Diagnostic& diagnostic : diagnostics.all()) text += base::to_text(diagnostic, language);
  const bool thai = language == base::Language::Thai;
  return text + (thai ? format("พบข้อผิดพลาด {} รายการ คำเตือน {} รายการ\n", diagnostics.errors(), diagnostics.warnings())
                      : format("{} errors, {} warnings\n", diagnostics.errors(), diagnostics.warnings()));
}

std::string as_json(const base::Diagnostics& diagnostics, base::Language language) {
  std::string text = "[";
  for (const base::Diagnostic& d : diagnostics.all()) {
    text += text.size() == 1 ? "\n" : ",\n";
    text += format(
        "  {{\"severity\": {}, \"code\": {}, \"file\": {}, \"line\": {}, \"column\": {}, \"table\": {}, \"record\": "
        "{}, "
        "\"name\": {}, \"field\": {}, \"message\": {}, \"hint\": {}}}",
        json_quoted(level(d.severity)), json_quoted(d.code), json_quoted(d.where.file), d.where.line, d.where.column,
        json_quoted(d.where.table), json_quoted(d.where.record), json_quoted(d.where.name), json_quoted(d.where.field),
        json_quoted(d.message.in(language)), json_quoted(d.hint.in(language)));
  }
  return text + (diagnostics.empty() ? "]\n" : "\n]\n");
}

std::string sarif_location(const base::Position& where) {
  std::string physical =
      format("\"physicalLocation\": {{\"artifactLocation\": {{\"uri\": {}}}", json_quoted(where.file));
  if (where.line > 0)
    physical += format(", \"region\": {{\"startLine\": {}, \"startColumn\": {}}}", where.line,
                       where.column > 0 ? where.column : 1);
  physical += "}";
  if (where.table.empty()) return physical;
  const std::string name = where.table + "/" + where.record + (where.field.empty() ? "" : "/" + where.field);
  return physical + format(", \"logicalLocations\": [{{\"fullyQualifiedName\": {}}}]", json_quoted(name));
}

std::string as_sarif(const base::Diagnostics& diagnostics, base::Language language) {
  std::string results;
  for (const base::Diagnostic& d : diagnostics.all()) {
    std::string message = d.message.in(language);
    if (!d.hint.in(language).empty()) message += " (" + d.hint.in(language) + ")";
    results += results.empty() ? "\n" : ",\n";
    results +=
        format("      {{\"ruleId\": {}, \"level\": {}, \"message\": {{\"text\": {}}}, \"locations\": [{{{}}}]}}",
               json_quoted(d.code), json_quoted(level(d.severity)), json_quoted(message), sarif_location(d.where));
  }
  return format(
      "{{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n  \"runs\": "
      "[{{\n"
      "    \"tool\": {{\"driver\": {{\"name\": \"phaen\", \"semanticVersion\": {}}}}},\n    \"results\": [{}]\n  "
      "}}]\n}}\n",
      json_quoted(std::string_view(kProgram).substr(6)), results);
}

}  // namespace

std::string findings_report(const base::Diagnostics& diagnostics, CheckFormat format, base::Language language) {
  switch (format) {
    case CheckFormat::Text: return as_text(diagnostics, language);
    case CheckFormat::Json: return as_json(diagnostics, language);
    case CheckFormat::Sarif: return as_sarif(diagnostics, language);
  }
  return {};
}

std::string folded_text(const base::Diagnostics& diagnostics, std::size_t most_of_a_kind, base::Language language) {
  std::map<std::string_view, std::size_t> seen;
  std::string text;
  for (const base::Diagnostic& diagnostic : diagnostics.all())
    if (++seen[diagnostic.code] <= most_of_a_kind || diagnostic.severity == base::Severity::Error)
      text += base::to_text(diagnostic, language);
  for (const base::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity == base::Severity::Error) continue;
    const auto counted = seen.find(diagnostic.code);
    if (counted == seen.end()) continue;
    if (counted->second > most_of_a_kind) {
      const std::size_t more = counted->second - most_of_a_kind;
      text +=
          language == base::Language::Thai
              ? base::format("{}: มีข้อความแบบเดียวกันอีก {} ข้อ (--all-messages แสดงทุกข้อ)\n", counted->first, more)
              : base::format("{}: {} more messages of this kind (--all-messages prints them)\n", counted->first, more);
    }
    seen.erase(counted);
  }
  return text;
}

}  // namespace phaen::app
