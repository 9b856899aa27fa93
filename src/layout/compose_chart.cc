// SPDX-License-Identifier: GPL-3.0-or-later
// A chart inside a document: diagram draws it for the measure; it stands whole on a page, in several parts only when
// its rows are more than a page holds.
#include <algorithm>

#include "diagram/chart.h"
#include "layout/section_composer.h"

namespace phaen::layout {

using base::Length;

namespace {

constexpr Length kAround = Length::pt(8), kUsualHeight = Length::mm(62);

}  // namespace

/// `ภาพที่ 3 (ต่อ)`: an artifact below the later parts of a figure.
void SectionComposer::add_continued_caption(const doc::Caption& caption) {
  const doc::ParagraphStyle style = named_style(environment_.info.styles, "caption");
  doc::Inlines text = caption.lead.empty() ? caption.content : caption.lead;
  text.push_back(continuation_label());
  ParagraphBox box = box_of(style, page::kArtifact);
  box.align = line::Align::Centre;
  add_lines(set_lines(styled_text(text, style, environment_), box, environment_), style, {});
}

void SectionComposer::operator()(const doc::ChartBlock& block) {
  end_list();
  base::Diagnostics& diagnostics = environment_.setter.diagnostics;
  const Length measure = environment_.measure;
  // A caption of two lines fits under the highest chart.
  const Length caption =
      block.caption ? leading(named_style(environment_.info.styles, "caption")) * 2 + Length::pt(12) : Length();
  diagram::ChartRoom room;
  room.width = block.width > Length() ? std::min(block.width, measure) : measure;
  room.most = environment_.body - caption - kAround * 2;
  room.height = std::min(block.height > Length() ? block.height : kUsualHeight, room.most);
  diagram::ChartSetting setting{
      {environment_.faces.face(false, false, diagnostics), environment_.faces.face(true, false, diagnostics)},
      environment_.setter,
      environment_.info.digits == doc::Digits::Thai,
      page::kArtifact};
  const std::string alternative = block.alternative.empty() ? doc::describe(block.chart) : block.alternative;
  std::size_t next = 0;
  do {
    setting.tag = add_tag(page::Role::Figure, page::kRoot);
    galley_.tags[setting.tag].alternative = alternative;
    diagram::SetChart set = diagram::set_chart(block.chart, room, setting, next);
    Strip strip;
    strip.space_before = strip.space_after = kAround;
    strip.height = set.size.height;
    strip.band = ChartBand{std::max((measure - set.size.width) / 2, Length()),
                           std::make_shared<const page::Page>(std::move(set.items))};
    add_strip(std::move(strip));
    if (block.caption) {
      bind_last();
      if (next == 0)
        add_caption(*block.caption, add_tag(page::Role::Caption, page::kRoot));
      else
        add_continued_caption(*block.caption);
      galley_.strips.back().break_after = BreakAfter::Free;
    }
    if (set.next <= next) break;
    next = set.next;
  } while (next < block.chart.categories.size());
}

}  // namespace phaen::layout
