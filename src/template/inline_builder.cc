// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/inline_builder.h"

#include <utility>

namespace phaen::templates {

void InlineBuilder::literal(std::string_view text, const Literal& gaps, const InlineStyle& style,
                            base::OriginId origin) {
  gap_ = wider(gap_, gaps.before);
  if (text.empty()) return;
  std::string whole(last_ == 0 ? std::string_view{} : gap_text(gap_, last_, first_character(text)));
  whole += text;
  gap_ = gaps.after;
  last_ = last_character(text);
  last_is_literal_ = true;
  has_words_ = true;
  current_.emplace_back(doc::TextSpan{std::move(whole), style.emphasis, origin, style.link});
}

void InlineBuilder::value(std::string text, const InlineStyle& style, base::OriginId origin) {
  if (text.find('\n') == std::string::npos && text.find('\r') == std::string::npos)
    return value_line(std::move(text), style, origin);
  for (std::string_view rest = text;;) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    value_line(std::string(line), style, origin);
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
    if (paragraphs_allowed_ && last_ != 0)
      close();
    else
      gap_ = wider(gap_, Gap::Line);
  }
}

void InlineBuilder::value_line(std::string text, const InlineStyle& style, base::OriginId origin) {
  if (text.empty()) return;
  gap_before(text);
  last_ = last_character(text);
  last_is_literal_ = false;
  current_.emplace_back(doc::TextSpan{std::move(text), style.emphasis, origin, style.link});
}

// A footnote's mark: it neither takes the blank before it nor makes a cell's figure a text.
void InlineBuilder::mark(std::string_view text, const InlineStyle& style, base::OriginId origin) {
  current_.emplace_back(doc::TextSpan{std::string(text), style.emphasis, origin, style.link, style.footnote});
  last_ = last_character(text);
  last_is_literal_ = false;
}

// The space before a value belongs to the text of the template, never to the value.
void InlineBuilder::gap_before(std::string_view text) {
  const std::string_view space = last_ == 0 ? std::string_view{} : gap_text(gap_, last_, first_character(text));
  gap_ = Gap::None;
  if (space.empty()) return;
  if (last_is_literal_)
    std::get<doc::TextSpan>(current_.back()).text += space;
  else
    current_.emplace_back(doc::TextSpan{std::string(space), {}, base::kNoOrigin, {}});
}

void InlineBuilder::piece(doc::Inline piece) {
  const bool line_break = std::holds_alternative<doc::LineBreak>(piece);
  if (!line_break) gap_before("0");  // a page number is a figure: it joins as one
  gap_ = Gap::None;
  has_words_ = true;
  last_ = line_break ? 0 : U'0';
  last_is_literal_ = false;
  current_.push_back(std::move(piece));
}

void InlineBuilder::figure(Figure figure) {
  ++figures_;
  figure_ = figure;
}

void InlineBuilder::close() {
  if (!current_.empty()) done_.push_back(std::move(current_));
  current_.clear();
  gap_ = Gap::None;
  last_ = 0;
  last_is_literal_ = false;
}

std::vector<doc::Inlines> InlineBuilder::take() {
  close();
  return std::exchange(done_, {});
}

doc::Inlines InlineBuilder::take_line() {
  doc::Inlines line;
  for (doc::Inlines& paragraph : take()) line.insert(line.end(), paragraph.begin(), paragraph.end());
  return line;
}

}  // namespace phaen::templates
