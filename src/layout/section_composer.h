// SPDX-License-Identifier: GPL-3.0-or-later
// The composer at work: one section. Private to compose*.cc.
#pragma once

#include <vector>

#include "diagram/drawing.h"
#include "layout/compose.h"
#include "layout/table_compose.h"

namespace phaen::layout {

/// `ตารางที่ 3 …`: lead and content.
doc::Inlines whole_caption(const doc::Caption& caption);

class SectionComposer {
 public:
  SectionComposer(std::size_t section_index, Environment& environment)
      : index_(section_index), environment_(environment) {
    galley_.tags.push_back({page::Role::Document, page::kRoot, 1, 1, true, {}});
  }

  Galley compose(const std::vector<doc::Block>& blocks) {
    collect_footnotes(blocks);
    for (const doc::Block& block : blocks) std::visit(*this, block);
    add_unmarked_footnotes();
    if (!galley_.strips.empty()) galley_.strips.back().break_after = BreakAfter::Free;
    return std::move(galley_);
  }

  void operator()(const doc::Heading& heading);
  void operator()(const doc::Paragraph& paragraph);
  void operator()(const doc::Table& table);
  void operator()(const doc::Image& image);
  void operator()(const doc::ChartBlock& block);
  void operator()(const doc::MapFigure& figure);
  void operator()(const doc::Contents& contents);
  void operator()(const doc::PageBreak&) {
    break_before_next_ = true;
    end_list();
  }
  void operator()(const doc::Space& space);
  void operator()(const doc::Keep& keep);

 private:
  /// A stretch of Galley::marks.
  struct Marks {
    std::uint32_t first = 0, count = 0;
  };
  struct OpenList {
    page::TagId list = page::kRoot;
    page::TagId body = page::kRoot;  ///< of the last item: where a deeper list stands
  };

  page::TagId add_tag(page::Role role, page::TagId parent);
  page::TagId item_tag(int depth);
  void end_list() { lists_.clear(); }
  Marks add_mark(Mark mark);
  Marks add_place(const doc::Paragraph& paragraph);
  Strip& add_strip(Strip strip);
  void add_lines(SetLines lines, const doc::ParagraphStyle& style, Marks marks);
  void bind_last() {
    if (!galley_.strips.empty()) galley_.strips.back().break_after = BreakAfter::Bound;
  }
  ParagraphBox box_of(const doc::ParagraphStyle& style, page::TagId tag) const;
  void add_caption(const doc::Caption& caption, page::TagId tag);
  void add_continued_caption(const doc::Caption& caption);
  base::Length height_above(base::Length space_before) const;
  SetLines caption_lines(const doc::Inlines& text, page::TagId tag);
  /// How a map stands on the pages of its section.
  struct MapPlace {
    std::string start;  ///< label of its MapStart
    bool new_page = true;
    SetLines caption, continued;  ///< below its first page and below the others
  };
  void place_map(diagram::Drawing drawing, const doc::MapFigure& figure, const MapPlace& place);
  Marks add_map_marks(const doc::MapFigure& figure, const std::string& start);
  void add_map_tags(diagram::Drawing& drawing, const std::string& alternative);
  void add_caption_strips(const SetLines& lines, page::TagId tag);
  std::vector<Strip> continued_title(const doc::Table& table);
  void add_part(const doc::Table& table, TablePart part, bool first);
  void add_rows(const doc::Table& table, const CellTags& tags, const std::vector<bool>& bound);
  void collect_footnotes(const std::vector<doc::Block>& blocks);
  void add_footnotes(const SetLines& lines);
  void set_footnote(const doc::Paragraph& paragraph);
  SetLines note_lines(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style);
  void add_unmarked_footnotes();
  void bind_to_previous();
  void add_notes(const doc::Table& table);
  void add_entry(const Listed& entry, const doc::ParagraphStyle& style, page::TagId toc, base::Length reserve);
  base::Length folio_width(const std::vector<const Listed*>& entries);
  void keep_together(std::size_t first);

  std::size_t index_;
  Environment& environment_;
  Galley galley_;
  std::vector<OpenList> lists_;
  bool break_before_next_ = false;
  std::size_t maps_ = 0;
  std::vector<const doc::Paragraph*> footnotes_;  ///< by number - 1; null: set already, or no such number
};

}  // namespace phaen::layout
