// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "template/joining.h"

namespace phaen::templates {

/// How a stretch of inlines is shown.
struct InlineStyle {
  doc::Emphasis emphasis;
  std::string link;
  std::uint32_t footnote = 0;  ///< what the text is the mark of
};

/// The figure a cell shows, for its worksheet twin.
struct Figure {
  doc::CellValue value;
  std::string_view format;
  base::OriginId origin = base::kNoOrigin;
};

/// Collects the inlines of one or more paragraphs, folding blanks where the pieces meet.
class InlineBuilder {
 public:
  /// With `paragraphs`, a line end inside a value begins a new paragraph; without, it joins as in the template.
  explicit InlineBuilder(bool paragraphs) : paragraphs_allowed_(paragraphs) {}

  void literal(std::string_view text, const Literal& gaps, const InlineStyle& style, base::OriginId origin);
  void value(std::string text, const InlineStyle& style, base::OriginId origin);
  void mark(std::string_view text, const InlineStyle& style, base::OriginId origin);  ///< follows without a blank
  void piece(doc::Inline piece);  ///< a page reference or a line break

  /// The figure, when the text is that one value and nothing else.
  void figure(Figure figure);
  bool is_one_figure() const { return figures_ == 1 && !has_words_; }
  const Figure& one_figure() const { return figure_; }

  bool empty() const { return done_.empty() && current_.empty(); }
  std::vector<doc::Inlines> take();
  /// All of it as one line.
  doc::Inlines take_line();

 private:
  void gap_before(std::string_view text);
  void value_line(std::string text, const InlineStyle& style, base::OriginId origin);
  void close();

  bool paragraphs_allowed_;
  std::vector<doc::Inlines> done_;
  doc::Inlines current_;
  Gap gap_ = Gap::None;
  char32_t last_ = 0;  ///< last character of the current paragraph; 0: none yet
  bool last_is_literal_ = false;
  std::size_t figures_ = 0;
  bool has_words_ = false;
  Figure figure_;
};

}  // namespace phaen::templates
