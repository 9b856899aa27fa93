// SPDX-License-Identifier: GPL-3.0-or-later
// layout: sections of the document tree in, finished pages out.
//
//   Section → compose → Galley → cut → PageCuts → make_up → SectionPages → (all sections) resolve → Pages
//
// Widths first, heights second: compose sees only the measure, cut only heights.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "base/stage_watch.h"
#include "doc/document.h"
#include "page/page.h"
#include "text/breaks.h"
#include "text/fonts.h"

namespace phaen::layout {

/// Where an origin's value stands: a record of a table or a line of a template, for messages.
using Locator = std::function<base::Position(base::OriginId)>;

/// What all sections are set with. References outlive the typesetter.
struct Context {
  text::FontBook& fonts;
  const text::Breaker& breaker;
  const base::OriginTable& origins;
  base::Diagnostics& diagnostics;
  std::string* galley_dump = nullptr;  ///< the dump of every galley is appended, when given
  base::StageWatch* watch = nullptr;   ///< hears of `break`, `shape` and `paginate`; the rest of add() is composing
  Locator locate = {};                 ///< may be empty
};

/// Sets a document section by section. Only pages stay in memory, and the sections that print page numbers of others
/// (contents, `ดูหน้า n`), which are set in finish().
class Typesetter {
 public:
  Typesetter(doc::DocumentInfo info, Context context);
  ~Typesetter();
  Typesetter(Typesetter&&) noexcept;

  /// Sections in the order of their pages.
  void add(doc::Section section);
  /// Fills in contents, references and folios, in at most 3 rounds. Call once. Diagnostics: Y006, Y007, Y010.
  page::Pages finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace phaen::layout
