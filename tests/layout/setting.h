// SPDX-License-Identifier: GPL-3.0-or-later
// Sections set with the shipped fonts, and what a reader sees on the pages.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "doc/document.h"
#include "layout/layout.h"
#include "text/test_fonts.h"

namespace phaen::layout {

inline doc::Inlines words(std::string text) { return {doc::TextSpan{std::move(text), {}, base::kNoOrigin, {}}}; }

inline doc::Inlines value(std::string text, base::OriginId origin) {
  return {doc::TextSpan{std::move(text), {}, origin, {}}};
}

/// A section of `lines` lines of 20 pt on a measure of 200 pt, with margins of 50 pt.
inline doc::Section toy_section(std::string name, int lines) {
  doc::Section section;
  section.name = std::move(name);
  const base::Length margin = base::Length::pt(50);
  section.geometry = {{base::Length::pt(300), base::Length::pt(100 + 20 * lines)}, margin, margin, margin, margin};
  return section;
}

/// Styles whose every line is 20 pt high: body, heading, caption, unit-line, note, contents1-3, table cells.
inline doc::StyleSheet toy_styles() {
  doc::StyleSheet sheet;
  for (const char* name : {"body", "heading", "caption", "unit-line", "note", "contents1", "contents2", "contents3",
                           "table-head", "table-cell", "table-group", "table-total", "folio", "running-head"}) {
    doc::ParagraphStyle style;
    style.name = name;
    style.size = base::Length::pt(14);
    style.leading = base::Length::pt(20);
    style.align = doc::TextAlign::Left;
    sheet.styles.push_back(style);
  }
  return sheet;
}

inline doc::StyleId style_id(std::string_view name) { return *toy_styles().find(name); }

inline doc::Heading heading(std::string text, std::string label = {}, int level = 1) {
  doc::Heading block;
  block.level = level;
  block.style = style_id("heading");
  block.content = words(std::move(text));
  block.label = std::move(label);
  return block;
}

inline doc::Paragraph paragraph(std::string text) {
  doc::Paragraph block;
  block.content = words(std::move(text));
  return block;
}

/// A row of one-paragraph cells; an empty text is a cell without content.
inline doc::Row row(doc::RowKind kind, std::uint8_t level, const std::vector<std::string>& texts) {
  doc::Row result;
  result.kind = kind;
  result.level = level;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    doc::Cell cell;
    cell.column = static_cast<std::uint16_t>(i);
    if (!texts[i].empty()) cell.content.push_back(paragraph(texts[i]));
    result.cells.push_back(std::move(cell));
  }
  return result;
}

inline doc::Table toy_table(std::size_t columns) {
  doc::Table table;
  table.columns.resize(columns);
  for (std::size_t i = 0; i < columns; ++i) table.columns[i].key = std::string(1, static_cast<char>('a' + i));
  table.head_style = style_id("table-head");
  table.cell_style = style_id("table-cell");
  return table;
}

/// The tagged text, tag by tag: what a screen reader reads.
inline std::string tagged_text(const page::Pages& pages, const text::FontBook& fonts) {
  std::vector<std::string> of_tag(pages.tags.size());
  for (const page::Page& page : pages.pages) {
    for (const page::TextLine& line : page.lines) {
      if (line.tag != page::kArtifact) of_tag.at(line.tag) += page::line_text(page, line, fonts);
    }
  }
  std::string text;
  for (const std::string& part : of_tag) text += part;
  std::erase(text, ' ');
  return text;
}

/// A job with the shipped fonts.
struct Press {
  text::FontBook fonts = shipped_fonts();
  text::Breaker breaker{{}};
  base::OriginTable origins;
  base::Diagnostics diagnostics;
  doc::DocumentInfo info;
  std::string galley;
  Locator locate;

  Press() { info.styles = toy_styles(); }

  page::Pages set(std::vector<doc::Section> sections) {
    Typesetter typesetter(info, {fonts, breaker, origins, diagnostics, &galley, nullptr, locate});
    for (doc::Section& section : sections) typesetter.add(std::move(section));
    return typesetter.finish();
  }
  /// The lines of a page from top to bottom as they were placed, each followed by `/`.
  std::string text(const page::Pages& pages, std::size_t page) const {
    std::string text;
    const page::Page& shown = pages.pages.at(page);
    for (const page::TextLine& line : shown.lines) text += page::line_text(shown, line, fonts) + "/";
    return text;
  }
  std::vector<std::string> texts(const page::Pages& pages) const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) all.push_back(text(pages, i));
    return all;
  }
  std::string codes() const {
    std::string codes;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) codes += diagnostic.code + " ";
    return codes;
  }
};

}  // namespace phaen::layout
