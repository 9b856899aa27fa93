// SPDX-License-Identifier: GPL-3.0-or-later
// The words whose place in a line is a rule, as tables.
#pragma once

#include "text/word_trie.h"

namespace phaen::text {

struct GlueWords {
  WordTrie before_number;    ///< backward: `ร้อยละ`, `พ.ศ.`, months: stay with the number after them
  WordTrie leans_on_number;  ///< backward: `ประมาณ`: poor to part from the number after them
  WordTrie units;            ///< forward: `ล้านบาท`, `ราย`: stay with the number before them
  WordTrie months;           ///< forward: stay with the day before them
  WordTrie titles;           ///< forward: `นาย`, `จ.`: stay with the name after them
  WordTrie place_words;      ///< backward: `จังหวัด`: poor to part from the name of a place after them
  WordTrie connectives;      ///< forward: `ที่`, `และ`: poor at the end of a line
};

GlueWords glue_words();

}  // namespace phaen::text
