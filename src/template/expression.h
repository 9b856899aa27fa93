// SPDX-License-Identifier: GPL-3.0-or-later
// The small languages inside attributes and placeholders, as they are written: names are not looked up yet.
//
//   placeholder = path { "|" format } [ "|" "else" any text ]
//   path        = name { "." name }         each name with an optional `*`: with all that is below (a tree's children)
//   collection  = path | "distinct" path | "choices" table "." field | number ".." number
//   condition   = clause { "and" clause }
//   clause      = path ( "=" | "!=" ) operand
//               | path [ "not" ] "in" "(" operand { "," operand } ")"
//               | path ( "exists" | "missing" ) | ( "some" | "none" ) path
//   operand     = word | 'quoted text'
//   sort        = [ "-" ] path { "," [ "-" ] path }
//   keys        = key [ ".." key ] { "," key [ ".." key ] }
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace phaen::templates {

/// What was expected at byte `offset` of the text, and what stood there (empty: the end).
struct SyntaxError {
  std::size_t offset = 0;
  base::Bilingual expected;
  std::string found;
};
template <typename T>
using Parsed = base::Expected<T, SyntaxError>;

struct PathStep {
  std::string name;
  std::size_t offset = 0;  ///< bytes into the text the path stands in
  bool deep = false;       ///< written with `*`
};

struct PathText {
  std::vector<PathStep> steps;
  std::string text;  ///< as written
  std::size_t offset = 0;
};

struct OperandText {
  std::string text;
  bool quoted = false;
  std::size_t offset = 0;
  std::optional<PathText> path;  ///< when the word could be a path
};

enum class Test : std::uint8_t { Equal, NotEqual, In, NotIn, Exists, Missing, Some, None };

struct ClauseText {
  Test test = Test::Exists;
  PathText path;
  std::vector<OperandText> operands;
};
using ConditionText = std::vector<ClauseText>;

struct SortText {
  PathText path;
  bool descending = false;
};

struct CollectionText {
  enum class Kind : std::uint8_t { Path, Distinct, Choices, Range };
  Kind kind = Kind::Path;
  PathText path;
  int first = 0, last = 0;  ///< Range
};

struct KeyRange {
  std::string first, last;  ///< equal for a single key
  std::size_t offset = 0;
};

struct FormatText {
  std::string name;
  std::size_t offset = 0;
};

struct PlaceholderText {
  PathText path;
  std::vector<FormatText> formats;
  std::optional<std::string> otherwise;
};
struct LiteralText {
  std::string text;  ///< `{{` and `}}` already one brace
  std::size_t offset = 0;
};
using PieceText = std::variant<LiteralText, PlaceholderText>;

Parsed<PathText> parse_path(std::string_view text);
Parsed<CollectionText> parse_collection(std::string_view text);
Parsed<ConditionText> parse_condition(std::string_view text);
Parsed<std::vector<SortText>> parse_sort(std::string_view text);
Parsed<std::vector<KeyRange>> parse_keys(std::string_view text);
/// Splits text at its placeholders.
Parsed<std::vector<PieceText>> parse_text(std::string_view text);

/// A name of a variable or of a step: a letter, then letters, digits, `_`.
bool is_identifier(std::string_view text);

}  // namespace phaen::templates
