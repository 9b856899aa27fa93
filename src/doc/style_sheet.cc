// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/style_sheet.h"

#include <algorithm>

namespace phaen::doc {
namespace {

using base::Length;

ParagraphStyle text(std::string name, double size, TextAlign align) {
  ParagraphStyle style;
  style.name = std::move(name);
  style.size = Length::pt(size);
  style.align = align;
  return style;
}

ParagraphStyle bold(std::string name, double size, TextAlign align) {
  ParagraphStyle style = text(std::move(name), size, align);
  style.bold = true;
  return style;
}

ParagraphStyle spaced(ParagraphStyle style, double before, double after) {
  style.space_before = Length::pt(before);
  style.space_after = Length::pt(after);
  return style;
}

ParagraphStyle indented(ParagraphStyle style, double left_cm, double first_cm) {
  style.indent = Length::cm(left_cm);
  style.first_indent = Length::cm(first_cm);
  return style;
}

// A line that never stands alone at the foot of a page: what follows it gives it its meaning.
ParagraphStyle leading_line(ParagraphStyle style) {
  style.keep_with_next = true;
  style.keep_together = true;
  return style;
}

// Sizes of Thai offices (docs/sources.md): body 16 pt, bold headings 16-20 pt, tables 14 pt, cover 24-36 pt, first
// line 2.5 cm in.
void add_running_text(std::vector<ParagraphStyle>& styles) {
  styles.push_back(indented(text("body", 16, TextAlign::Distributed), 0, 2.5));
  styles.push_back(leading_line(spaced(bold("heading1", 20, TextAlign::Centre), 0, 12)));
  styles.push_back(leading_line(spaced(bold("heading2", 18, TextAlign::Left), 12, 6)));
  styles.push_back(leading_line(spaced(bold("heading3", 16, TextAlign::Left), 8, 3)));
  styles.push_back(leading_line(spaced(bold("heading4", 16, TextAlign::Left), 6, 2)));
  styles.push_back(indented(text("list", 16, TextAlign::Distributed), 1.25, 0));
  ParagraphStyle quote = spaced(indented(text("quote", 16, TextAlign::Distributed), 2.5, 0), 3, 3);
  quote.right_indent = Length::cm(1.25);
  styles.push_back(quote);
  styles.push_back(text("note", 14, TextAlign::Left));
  styles.back().keep_together = true;
}

void add_cover_and_forms(std::vector<ParagraphStyle>& styles) {
  styles.push_back(spaced(bold("cover-title", 36, TextAlign::Centre), 0, 12));
  styles.push_back(bold("cover-text", 24, TextAlign::Centre));
  styles.push_back(bold("form-number", 16, TextAlign::Right));
  styles.push_back(leading_line(bold("form-title", 18, TextAlign::Centre)));
  styles.push_back(text("form-line", 16, TextAlign::Left));
  styles.push_back(text("signature", 16, TextAlign::Centre));
}

void add_tables(std::vector<ParagraphStyle>& styles) {
  styles.push_back(bold("table-head", 14, TextAlign::Centre));
  styles.push_back(text("table-cell", 14, TextAlign::Left));
  styles.push_back(bold("table-group", 14, TextAlign::Left));
  styles.push_back(bold("table-total", 14, TextAlign::Left));
  styles.push_back(leading_line(spaced(bold("caption", 16, TextAlign::Left), 6, 3)));
  styles.push_back(leading_line(text("unit-line", 14, TextAlign::Right)));
}

void add_furniture(std::vector<ParagraphStyle>& styles) {
  styles.push_back(leading_line(spaced(bold("contents-title", 20, TextAlign::Centre), 0, 12)));
  styles.push_back(bold("contents1", 16, TextAlign::Left));
  styles.push_back(indented(text("contents2", 16, TextAlign::Left), 0.75, 0));
  styles.push_back(indented(text("contents3", 16, TextAlign::Left), 1.5, 0));
  styles.push_back(text("running-head", 12, TextAlign::Left));
  styles.push_back(text("folio", 16, TextAlign::Right));
}

}  // namespace

std::optional<StyleId> StyleSheet::find(std::string_view name) const {
  const auto at = std::find_if(styles.begin(), styles.end(), [&](const ParagraphStyle& s) { return s.name == name; });
  if (at == styles.end()) return {};
  return static_cast<StyleId>(at - styles.begin());
}

StyleSheet standard_styles() {
  StyleSheet sheet;
  add_running_text(sheet.styles);
  add_cover_and_forms(sheet.styles);
  add_tables(sheet.styles);
  add_furniture(sheet.styles);
  return sheet;
}

}  // namespace phaen::doc
