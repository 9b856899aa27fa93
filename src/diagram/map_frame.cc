// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/map_frame.h"

#include "base/format.h"

namespace phaen::diagram {
namespace {

using base::Length;

constexpr Length kSide = Length::mm(12), kTop = Length::mm(14), kBottom = Length::mm(10);
constexpr Length kFolioTop = Length::mm(6), kGap = Length::pt(6);

const TextStyle kTitle{Length::pt(18), true, {}, line::Align::Centre};
const TextStyle kSubtitle{Length::pt(14), false, {}, line::Align::Centre};
const TextStyle kUnit{Length::pt(12), false, {}, line::Align::Right};
const TextStyle kNote{Length::pt(12), false, kGrey, line::Align::Left};
const TextStyle kFolio{Length::pt(16), false, {}, line::Align::Right};

/// All that stands around the body, set.
struct Around {
  TextBlock title, subtitle, unit;
  std::vector<TextBlock> notes;
  Length top;
  base::Rect body;
};

base::Size page_size(const FrameSetting& setting) {
  return setting.inside.value_or(paper_size(setting.paper, setting.orientation));
}

Around set_around(const FrameText& text, const FrameSetting& setting, bool continued) {
  const bool inside = setting.inside.has_value();
  const base::Size paper = page_size(setting);
  const Length side = inside ? Length() : kSide;
  const Length width = paper.width - side * 2;
  const auto set = [&](const std::string& words, const TextStyle& style) {
    return set_text(words, width, style, setting.typeface, setting.setter);
  };
  Around around;
  if (!inside) {
    around.title = set(continued ? text.title + " (ต่อ)" : text.title, kTitle);
    around.subtitle = set(text.subtitle, kSubtitle);
  }
  around.unit = set(text.unit_line, kUnit);
  Length foot;
  for (const std::string& note : text.notes) {
    around.notes.push_back(set(note, kNote));
    foot += around.notes.back().height();
  }
  around.top = inside ? Length() : kTop;
  Length top = around.top + around.title.height() + around.subtitle.height() + around.unit.height();
  if (top > Length()) top += kGap;
  if (foot > Length()) foot += kGap;
  around.body = {side, top, width, paper.height - (inside ? Length() : kBottom) - foot - top};
  return around;
}

}  // namespace

FramedPage begin_page(Drawing& drawing, const FrameText& text, const FrameSetting& setting, bool continued) {
  const Around around = set_around(text, setting, continued);
  page::Page& page = drawing.pages.emplace_back();
  page.size = page_size(setting);
  page.folio = base::format("{}", drawing.pages.size());
  Canvas canvas(page);
  if (!setting.inside)
    canvas.text(set_text(page.folio, around.body.width, kFolio, setting.typeface, setting.setter), {kSide, kFolioTop});
  const std::string label = base::format("page-{}", drawing.pages.size());
  canvas.anchor(label, {Length(), Length()});
  if (!continued) drawing.outline.push_back({1, text.title, label});
  Length y = around.top;
  const auto add = [&](const TextBlock& block, page::Role role) {
    if (block.lines.empty()) return;
    canvas.text(block, {around.body.x, y}, drawing.add_tag(role));
    y += block.height();
  };
  add(around.title, continued ? page::Role::P : page::Role::H1);
  add(around.subtitle, page::Role::P);
  add(around.unit, page::Role::P);
  y = around.body.bottom() + kGap;
  for (const TextBlock& note : around.notes) add(note, page::Role::P);
  FramedPage framed;
  framed.page = drawing.pages.size() - 1;
  framed.body = around.body;
  framed.figure = drawing.add_tag(page::Role::Figure, page::kRoot, text.alternative);
  return framed;
}

}  // namespace phaen::diagram
