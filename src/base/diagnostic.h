// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phaen::base {

enum class Severity { Note, Warning, Error };
enum class Language { Thai, English };

/// The same sentence in both languages of the messages.
struct Bilingual {
  std::string th, en;
  const std::string& in(Language language) const { return language == Language::Thai ? th : en; }
  bool operator==(const Bilingual&) const = default;
};

/// Where a diagnostic points: a file with line and column (both from 1, columns count characters), or a record of a
/// plan table. Unknown parts stay 0 or empty.
struct Position {
  std::string file;  ///< as the user named it: a template, a CSV file, a plan database, an output
  int line = 0, column = 0;
  std::string table;   ///< plan table
  std::string record;  ///< code of the record
  std::string name;    ///< its human name
  std::string field;
  std::string source_line;  ///< the offending line, printed with a caret under `column` when given
  bool operator==(const Position&) const = default;
};

/// A message about running the tool or about its input, as data. Made only by the named constructors of each module's
/// diagnostics.h, which own the wording. It says what was expected, what was found, and how to mend it (the hint).
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string code;  ///< stable: a letter for the module and three digits, `T012`
  Position where;
  Bilingual message;
  Bilingual hint;  ///< may be empty
  bool operator==(const Diagnostic&) const = default;
};

/// `file:line:col: error T012: message`, the source line with a caret, then `hint: …`. Ends with a newline.
std::string to_text(const Diagnostic& diagnostic, Language language);

/// Everything a stage found. Stages report all they can and return a value; the spine stops between stages.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void append(const Diagnostics& other);
  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  bool empty() const { return all_.empty(); }
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0, warnings_ = 0;
};

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be meant.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace phaen::base
