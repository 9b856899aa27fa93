// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/compose.h"

#include <algorithm>

#include "base/format.h"
#include "layout/diagnostics.h"
#include "layout/image_size.h"
#include "layout/section_composer.h"

namespace phaen::layout {

using base::Length;

page::TagId SectionComposer::add_tag(page::Role role, page::TagId parent) {
  page::Tag tag;
  tag.role = role;
  tag.parent = parent;
  galley_.tags.push_back(tag);
  return static_cast<page::TagId>(galley_.tags.size() - 1);
}

/// The LI for a list item; lists of deeper levels stand in the body of the item they belong to, the only place PDF/UA-1
/// (7.2) has for them.
page::TagId SectionComposer::item_tag(int depth) {
  const std::size_t wanted = static_cast<std::size_t>(std::max(0, depth)) + 1;
  if (lists_.size() > wanted) lists_.resize(wanted);
  while (lists_.size() < wanted) {
    OpenList open;
    const page::TagId parent = lists_.empty() ? page::kRoot : lists_.back().body;
    open.list = add_tag(page::Role::L, parent);
    lists_.push_back(open);
    // A list that starts below its first level still needs an item for the deeper list to stand in.
    if (lists_.size() < wanted) lists_.back().body = add_tag(page::Role::LBody, add_tag(page::Role::LI, open.list));
  }
  return add_tag(page::Role::LI, lists_.back().list);
}

/// A footnote's mark belongs to its page, not to contents or running heads that repeat the text.
SectionComposer::Marks SectionComposer::add_mark(Mark mark) {
  std::erase_if(mark.text, [](const doc::Inline& item) {
    const auto* span = std::get_if<doc::TextSpan>(&item);
    return span && span->footnote > 0;
  });
  if (mark.label.empty()) mark.label = base::format("_s{}.{}", index_ + 1, galley_.marks.size() + 1);
  galley_.marks.push_back(std::move(mark));
  return {static_cast<std::uint32_t>(galley_.marks.size() - 1), 1};
}

/// A mark for a paragraph with a label; none for others.
SectionComposer::Marks SectionComposer::add_place(const doc::Paragraph& paragraph) {
  if (paragraph.label.empty()) return {};
  return add_mark({Mark::Kind::Place, 0, false, paragraph.content, paragraph.label});
}

Strip& SectionComposer::add_strip(Strip strip) {
  strip.page_break_before = break_before_next_;
  break_before_next_ = false;
  galley_.strips.push_back(std::move(strip));
  return galley_.strips.back();
}

ParagraphBox SectionComposer::box_of(const doc::ParagraphStyle& style, page::TagId tag) const {
  ParagraphBox box;
  box.left = style.indent;
  box.width = std::max(environment_.measure - style.indent - style.right_indent, Length::pt(1));
  box.first_indent = style.first_indent;
  box.align = to_line_align(style.align);
  box.leading = leading(style);
  box.tag = tag;
  return box;
}

/// One strip a line; no break leaves a single line of a longer paragraph behind or ahead.
void SectionComposer::add_lines(SetLines lines, const doc::ParagraphStyle& style, Marks marks) {
  const std::size_t count = lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    Strip strip;
    strip.height = lines[i].height;
    lines[i].top = {};
    const bool first = i == 0, last = i + 1 == count;
    if (first) {
      strip.space_before = style.space_before;
      strip.first_mark = marks.first;
      strip.mark_count = marks.count;
    }
    if (last) strip.space_after = style.space_after;
    if (!last && style.keep_together) strip.break_after = BreakAfter::Kept;
    if (!last && (first || i + 2 == count)) strip.break_after = BreakAfter::Widow;
    if (last && style.keep_with_next) strip.break_after = BreakAfter::Bound;
    strip.band = std::move(lines[i]);
    add_strip(std::move(strip));
  }
}

namespace {

page::Role heading_role(int level) {
  constexpr page::Role kRoles[] = {page::Role::H1, page::Role::H2, page::Role::H3,
                                   page::Role::H4, page::Role::H5, page::Role::H6};
  return kRoles[std::clamp(level, 1, 6) - 1];
}

}  // namespace

doc::Inlines whole_caption(const doc::Caption& caption) {
  doc::Inlines text = caption.lead;
  if (!caption.lead.empty() && !caption.content.empty()) text.push_back(doc::TextSpan{" ", {}, base::kNoOrigin, {}});
  text.insert(text.end(), caption.content.begin(), caption.content.end());
  return text;
}

void SectionComposer::operator()(const doc::Heading& heading) {
  end_list();
  const doc::ParagraphStyle& style = environment_.info.styles.at(heading.style);
  const page::TagId tag = add_tag(heading_role(heading.level), page::kRoot);
  Marks mark;
  if (heading.in_contents || !heading.label.empty()) {
    mark = add_mark({Mark::Kind::Heading, heading.level, heading.in_contents, heading.content, heading.label});
  }
  SetLines lines = set_lines(styled_text(heading.content, style, environment_), box_of(style, tag), environment_);
  add_footnotes(lines);
  add_lines(std::move(lines), style, mark);
  bind_last();
}

void SectionComposer::operator()(const doc::Paragraph& paragraph) {
  if (paragraph.footnote > 0) return;  // stands at the foot of the page of its mark
  const doc::ParagraphStyle& style = environment_.info.styles.at(paragraph.style);
  const Marks mark = add_place(paragraph);
  ParagraphBox box = box_of(style, page::kRoot);
  const ItemIndent indent = item_indent(paragraph, style, environment_);
  const Length left = box.left;
  box.left += indent.text;
  box.width = std::max(box.width - indent.text, em(style, environment_));
  if (paragraph.marker.empty()) {
    end_list();
    box.tag = add_tag(page::Role::P, page::kRoot);
    SetLines lines = set_lines(styled_text(paragraph.content, style, environment_), box, environment_);
    add_footnotes(lines);
    add_lines(std::move(lines), style, mark);
    return;
  }
  const page::TagId item = item_tag(paragraph.depth);
  ParagraphBox marker = box;
  marker.left = left + indent.marker;
  marker.width = indent.text - indent.marker;
  marker.first_indent = box.first_indent = {};
  marker.align = line::Align::Left;
  marker.tag = add_tag(page::Role::Lbl, item);
  box.tag = add_tag(page::Role::LBody, item);
  lists_.back().body = box.tag;
  SetLines lines = set_lines(styled_text(paragraph.content, style, environment_), box, environment_);
  if (!lines.empty()) lines.front().companion = set_marker(paragraph, style, marker, environment_);
  add_footnotes(lines);
  add_lines(std::move(lines), style, mark);
}

void SectionComposer::operator()(const doc::Space& space) {
  end_list();
  Strip strip;
  strip.height = space.height;
  strip.band = SpaceBand{};
  add_strip(std::move(strip));
}

/// Binds the strips from `first` on, when one page can hold them.
void SectionComposer::keep_together(std::size_t first) {
  Length height;
  for (std::size_t i = first; i < galley_.strips.size(); ++i) {
    const Strip& strip = galley_.strips[i];
    if (i > first) height += std::max(galley_.strips[i - 1].space_after, strip.space_before);
    height += strip.height;
  }
  if (height > environment_.body) return;
  for (std::size_t i = first; i + 1 < galley_.strips.size(); ++i) {
    BreakAfter& quality = galley_.strips[i].break_after;
    quality = std::max(quality, BreakAfter::Kept);
  }
}

void SectionComposer::operator()(const doc::Keep& keep) {
  end_list();
  if (keep.with_previous) bind_to_previous();
  const std::size_t first = galley_.strips.size();
  for (const doc::Block& block : keep.blocks) std::visit(*this, block);
  keep_together(first);
}

/// Blank space before the block binds nothing: what stands above it does.
void SectionComposer::bind_to_previous() {
  if (break_before_next_) return;
  for (std::size_t i = galley_.strips.size(); i-- > 0;) {
    galley_.strips[i].break_after = BreakAfter::Bound;
    if (!std::holds_alternative<SpaceBand>(galley_.strips[i].band)) return;
  }
}

void SectionComposer::add_caption(const doc::Caption& caption, page::TagId tag) {
  const doc::ParagraphStyle style = named_style(environment_.info.styles, "caption");
  const auto kind = caption.kind == doc::CaptionKind::Table ? Mark::Kind::Table : Mark::Kind::Figure;
  const doc::Inlines text = whole_caption(caption);
  const Marks mark = add_mark({kind, 0, true, text, caption.label});
  ParagraphBox box = box_of(style, tag);
  if (kind == Mark::Kind::Figure) box.align = line::Align::Centre;
  add_lines(set_lines(styled_text(text, style, environment_), box, environment_), style, mark);
}

void SectionComposer::operator()(const doc::Image& image) {
  end_list();
  base::Diagnostics& diagnostics = environment_.setter.diagnostics;
  if (image.alternative.empty()) diagnostics.add(diagnostics::image_without_alternative(environment_.section));
  const auto pixels = image.bytes ? image_size(*image.bytes) : std::nullopt;
  if (!pixels) {
    diagnostics.add(diagnostics::image_unreadable(environment_.section, image.alternative));
    return;
  }
  Length width = image.width > Length() ? std::min(image.width, environment_.measure) : environment_.measure;
  Length height = Length::raw(width.units() * pixels->height / pixels->width);
  // A caption of two lines fits under the highest picture.
  const Length caption =
      image.caption ? leading(named_style(environment_.info.styles, "caption")) * 2 + Length::pt(12) : Length();
  const Length highest = std::max(environment_.body - caption, Length::pt(1));
  if (height > highest) {
    diagnostics.add(diagnostics::image_made_smaller(environment_.section, image.alternative));
    width = Length::raw(highest.units() * pixels->width / pixels->height);
    height = highest;
  }
  Strip strip;
  strip.space_before = strip.space_after = Length::pt(6);
  strip.height = height;
  const page::TagId tag = add_tag(page::Role::Figure, page::kRoot);
  galley_.tags[tag].alternative = image.alternative;
  strip.band = FigureBand{(environment_.measure - width) / 2, width, image.bytes, tag};
  add_strip(std::move(strip));
  if (!image.caption) return;
  bind_last();
  add_caption(*image.caption, add_tag(page::Role::Caption, page::kRoot));
  galley_.strips.back().break_after = BreakAfter::Free;
}

// --- tables ---------------------------------------------------------------------------------------------------------

/// Caption lead with `(ต่อ)` and the unit line: artifacts, for the pages the table continues on.
std::vector<Strip> SectionComposer::continued_title(const doc::Table& table) {
  std::vector<Strip> strips;
  const auto add = [&](const doc::Inlines& text, const doc::ParagraphStyle& style) {
    ParagraphBox box = box_of(style, page::kArtifact);
    for (SetLine& line : set_lines(styled_text(text, style, environment_), box, environment_)) {
      Strip strip;
      strip.height = line.height;
      strip.space_after = style.space_after;
      line.top = {};
      strip.band = std::move(line);
      strips.push_back(std::move(strip));
    }
  };
  if (table.caption && table.continuation_label) {
    doc::Inlines text = table.caption->lead.empty() ? table.caption->content : table.caption->lead;
    text.push_back(continuation_label());
    add(text, named_style(environment_.info.styles, "caption"));
  }
  if (!table.unit_line.empty()) add(table.unit_line, named_style(environment_.info.styles, "unit-line"));
  return strips;
}

void SectionComposer::operator()(const doc::Table& table) {
  end_list();
  if (table.columns.empty() || table.rows.empty()) return;
  const doc::ParagraphStyle unit = named_style(environment_.info.styles, "unit-line");
  std::optional<page::TagId> unit_tag;
  if (!table.caption && !table.unit_line.empty()) unit_tag = add_tag(page::Role::P, page::kRoot);
  const page::TagId table_tag = add_tag(page::Role::Table, page::kRoot);
  galley_.tags[table_tag].alternative = table.alternative;
  if (table.caption) {
    const page::TagId caption_tag = add_tag(page::Role::Caption, table_tag);
    add_caption(*table.caption, caption_tag);
    bind_last();
    if (!unit_tag) unit_tag = caption_tag;  // a table has one Caption, and nothing else may stand before its rows
  }
  if (!table.unit_line.empty()) {
    ParagraphBox box = box_of(unit, *unit_tag);
    box.first_indent = {};
    add_lines(set_lines(styled_text(table.unit_line, unit, environment_), box, environment_), unit, {});
    bind_last();
  }
  std::vector<TablePart> parts = compose_table(table, table_tag, galley_.tags, environment_);
  for (std::size_t i = 0; i < parts.size(); ++i) add_part(table, std::move(parts[i]), i == 0);
  galley_.strips.back().break_after = table.notes.empty() ? BreakAfter::Free : BreakAfter::Bound;
  add_notes(table);
}

namespace {

/// Whether the rows that a total row adds stand below it, as with totals that come first.
bool opens(const doc::Table& table, std::size_t row) {
  for (const doc::Cell& cell : table.rows[row].cells) {
    if (!cell.formula) continue;
    for (const doc::CellRange& input : cell.formula->inputs)
      if (input.first_row != row) return input.first_row > row;
  }
  return row == 0 || table.rows[row - 1].kind == doc::RowKind::Header;
}

/// The rows that stay with the next one: labels of groups with what they head, totals with the rows they add.
std::vector<bool> bound_rows(const doc::Table& table) {
  std::vector<bool> bound(table.rows.size(), false);
  for (std::size_t row = 0; row < bound.size(); ++row) {
    const bool total = table.rows[row].kind == doc::RowKind::Total;
    const bool first = total && opens(table, row);
    bound[row] = table.rows[row].keep_with_next || table.rows[row].kind == doc::RowKind::Group || first;
    if (total && !first) bound[row - 1] = true;
  }
  return bound;
}

}  // namespace

/// A later part of a split table starts on a page of its own, under the same title.
void SectionComposer::add_part(const doc::Table& table, TablePart part, bool first) {
  part.set.continuation = continued_title(table);
  if (!first) {
    break_before_next_ = true;
    for (const Strip& title : part.set.continuation) {
      add_strip(title);
      bind_last();
    }
  }
  const doc::Table& shown = part.slice ? *part.slice : table;
  galley_.tables.push_back(std::move(part.set));
  add_rows(shown, part.tags, bound_rows(table));
}

void SectionComposer::add_rows(const doc::Table& table, const CellTags& tags, const std::vector<bool>& bound) {
  const auto index = static_cast<std::uint32_t>(galley_.tables.size() - 1);
  const SetTable& set = galley_.tables[index];
  if (set.header_rows > 0) {
    Strip head;
    head.height = set.header_height;
    head.band = HeadBand{index};
    head.break_after = BreakAfter::Bound;
    add_strip(std::move(head));
  }
  std::size_t tag = 0;
  for (std::uint32_t row = 0; row < set.header_rows; ++row) tag += table.rows[row].cells.size();
  for (std::uint32_t row = set.header_rows; row < set.rows.size(); ++row) {
    Strip strip;
    strip.height = set.rows[row].height;
    strip.band = RowBand{index, row};
    strip.first_mark = static_cast<std::uint32_t>(galley_.marks.size());
    for (const doc::Cell& cell : table.rows[row].cells) {
      if (tags[tag++].cell == page::kArtifact) continue;  // stands in an earlier part of the table
      for (const doc::Paragraph& paragraph : cell.content) strip.mark_count += add_place(paragraph).count;
    }
    if (bound[row]) strip.break_after = BreakAfter::Bound;
    add_strip(std::move(strip));
  }
  Strip& last = galley_.strips.back();
  last.break_after = BreakAfter::Free;
  last.space_after = Length::pt(6);
}

/// Notes stay with the last row and with each other.
void SectionComposer::add_notes(const doc::Table& table) {
  const doc::ParagraphStyle note_style = named_style(environment_.info.styles, "note");
  const std::size_t first = galley_.strips.size();
  for (const doc::Paragraph& note : table.notes) {
    const doc::ParagraphStyle& style = note.style == 0 ? note_style : environment_.info.styles.at(note.style);
    const Marks place = add_place(note);
    if (!note.marker.empty()) {
      add_lines(note_lines(note, style), style, place);
      continue;
    }
    const page::TagId tag = add_tag(page::Role::P, page::kRoot);
    add_lines(set_lines(styled_text(note.content, style, environment_), box_of(style, tag), environment_), style,
              place);
  }
  if (first < galley_.strips.size()) galley_.strips[first].space_before = Length::pt(2);
  if (first > 0 && first < galley_.strips.size()) galley_.strips[first - 1].space_after = {};
  keep_together(first);
}

Galley compose(const doc::Section& section, std::size_t section_index, Environment& environment) {
  return SectionComposer(section_index, environment).compose(section.blocks);
}

}  // namespace phaen::layout
