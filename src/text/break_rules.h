// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of Thai text over what the dictionary and UAX 14 say (docs/thai-cases.md). Private to this
// module.
#pragma once

#include <string>
#include <vector>

#include "text/breaks.h"
#include "text/glue_words.h"
#include "text/word_trie.h"

namespace phaen::text {

/// A text by characters; before[i] is what may happen before characters[i], with one entry more for the end.
struct BreakTable {
  std::u32string characters;
  std::vector<Break> before;
};

struct Names {
  WordTrie short_names, long_names;
};
/// Names that are matched whole: short ones are never split and poorly parted from a word such as `จังหวัด` before
/// them, long ones poorly split between their words.
void keep_names(BreakTable& table, const Names& names, const GlueWords& words);
/// Numbers with their units, what counts them, signs and ranges.
void keep_numbers(BreakTable& table, const GlueWords& words);
/// Titles and abbreviations with the name after them; list labels with their item.
void keep_titles(BreakTable& table, const GlueWords& words);
/// Places between Thai and other letters, brackets, strokes and signs, where UAX 14 does not know Thai.
void open_thai_edges(BreakTable& table);
/// Breaks after a connective become AfterConnective.
void avoid_connectives(BreakTable& table, const WordTrie& connectives);
/// Last: forbids what is never a break (inside clusters, before closing and after opening signs, at ๆ and ฯ), and makes
/// an Emergency of every other place.
void close_table(BreakTable& table);

}  // namespace phaen::text
