// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "layout/section_composer.h"

namespace phaen::layout {

void SectionComposer::collect_footnotes(const std::vector<doc::Block>& blocks) {
  for (const doc::Block& block : blocks) {
    if (const auto* keep = std::get_if<doc::Keep>(&block)) collect_footnotes(keep->blocks);
    const auto* note = std::get_if<doc::Paragraph>(&block);
    if (!note || note->footnote == 0) continue;
    footnotes_.resize(std::max<std::size_t>(footnotes_.size(), note->footnote));
    footnotes_[note->footnote - 1] = note;
    galley_.footnotes.resize(footnotes_.size());
  }
}

/// Sets the notes whose marks stand in the lines: in reading order they follow the paragraph of their marks.
void SectionComposer::add_footnotes(const SetLines& lines) {
  for (const SetLine& line : lines) {
    for (std::uint32_t i = 0; i < line.footnote_count; ++i) {
      const std::size_t index = line.first_footnote - 1 + i;
      if (index < footnotes_.size() && footnotes_[index]) set_footnote(*footnotes_[index]);
    }
  }
}

void SectionComposer::set_footnote(const doc::Paragraph& paragraph) {
  const std::size_t index = paragraph.footnote - 1;
  footnotes_[index] = nullptr;
  galley_.footnotes[index].lines = note_lines(paragraph, environment_.info.styles.at(paragraph.style));
}

/// A note with its mark before it, as one element.
SetLines SectionComposer::note_lines(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style) {
  const page::TagId note = add_tag(page::Role::Note, page::kRoot);
  ParagraphBox box = box_of(style, page::kArtifact);
  const ItemIndent indent = item_indent(paragraph, style, environment_);
  ParagraphBox marker = box;
  marker.width = indent.text - indent.marker;
  marker.first_indent = box.first_indent = {};
  marker.align = line::Align::Left;
  if (!paragraph.marker.empty()) marker.tag = add_tag(page::Role::Lbl, note);
  box.left += indent.text;
  box.width = std::max(box.width - indent.text, em(style, environment_));
  box.tag = add_tag(page::Role::P, note);
  SetLines lines = set_lines(styled_text(paragraph.content, style, environment_), box, environment_);
  if (!lines.empty() && !paragraph.marker.empty()) {
    lines.front().companion = set_marker(paragraph, style, marker, environment_);
  }
  return lines;
}

/// A note whose mark stands in no line of text still is printed, at the end of the section.
void SectionComposer::add_unmarked_footnotes() {
  for (const doc::Paragraph*& note : footnotes_) {
    if (!note) continue;
    doc::Paragraph plain = *note;
    plain.footnote = 0;
    (*this)(plain);
  }
}

}  // namespace phaen::layout
