// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/diagnostic.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"

namespace phaen::base {
namespace {

constexpr std::size_t kLongestSourceLine = 160;  // characters; a longer line is cut round its caret

std::string position_text(const Position& where, Language language) {
  const bool thai = language == Language::Thai;
  std::string text = where.file;
  if (where.line > 0) text += format(":{}", where.line);
  if (where.line > 0 && where.column > 0) text += format(":{}", where.column);
  const auto part = [&text](const std::string& value) {
    if (!text.empty()) text += ", ";
    text += value;
  };
  if (!where.table.empty()) part(format("{} {}", thai ? "ตาราง" : "table", where.table));
  if (!where.record.empty()) part(format("{} {}", thai ? "รายการ" : "record", where.record));
  if (!where.name.empty()) text += format(" ({})", where.name);
  if (!where.field.empty()) part(format("{} {}", thai ? "ช่อง" : "field", where.field));
  return text;
}

std::string severity_text(Severity severity, Language language) {
  const bool thai = language == Language::Thai;
  switch (severity) {
    case Severity::Note: return thai ? "หมายเหตุ" : "note";
    case Severity::Warning: return thai ? "คำเตือน" : "warning";
    case Severity::Error: return thai ? "ข้อผิดพลาด" : "error";
  }
  return {};
}

bool takes_no_width(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E) || c == 0x200B;
}

std::string caret_lines(const Position& where) {
  if (where.source_line.empty() || where.column <= 0) return {};
  std::u32string line = utf8::to_utf32(where.source_line);
  auto column = static_cast<std::size_t>(where.column - 1);
  if (line.size() > kLongestSourceLine) {
    const std::size_t start = column > kLongestSourceLine / 2 ? column - kLongestSourceLine / 2 : 0;
    line = line.substr(start, kLongestSourceLine);
    column -= start;
  }
  // Marks over and under a letter take no column of the terminal.
  const auto end = line.begin() + static_cast<std::ptrdiff_t>(std::min(column, line.size()));
  const auto width = static_cast<std::size_t>(end - line.begin() - std::count_if(line.begin(), end, takes_no_width));
  return format("    {}\n    {}^\n", utf8::from_utf32(line), std::string(width, ' '));
}

// Edit distance with transposition of neighbours, over code points.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before, previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before = previous;
    previous = current;
  }
  return previous[b.size()];
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic, Language language) {
  std::string text = position_text(diagnostic.where, language);
  if (!text.empty()) text += ": ";
  text += format("{} {}: {}\n", severity_text(diagnostic.severity, language), diagnostic.code,
                 diagnostic.message.in(language));
  text += caret_lines(diagnostic.where);
  if (!diagnostic.hint.in(language).empty())
    text += format("    {}: {}\n", language == Language::Thai ? "แนะนำ" : "hint", diagnostic.hint.in(language));
  return text;
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::Error) ++errors_;
  if (diagnostic.severity == Severity::Warning) ++warnings_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::append(const Diagnostics& other) {
  for (const Diagnostic& diagnostic : other.all_) add(diagnostic);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::u32string wanted = utf8::to_utf32(word);
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::string best;
  std::size_t best_distance = limit + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(wanted, utf8::to_utf32(candidate));
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace phaen::base
