// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/furniture.h"

#include <algorithm>

#include "base/format.h"
#include "thai/digits.h"
#include "thai/letters.h"

namespace phaen::layout {
namespace {

using base::Length;

/// A single line centred in height on `middle`.
void add_margin_line(const doc::Inlines& text, const doc::ParagraphStyle& style, ParagraphBox box, Length middle,
                     Environment& environment, page::Page& page) {
  box.leading = leading(style);
  const SetLines lines = set_lines(styled_text(text, style, environment), box, environment);
  if (lines.empty()) return;
  PageWriter(page).add(lines.front(), {Length(), middle - box.leading / 2}, true);
}

doc::Inlines plain(std::string text) { return {doc::TextSpan{std::move(text), {}, base::kNoOrigin, {}}}; }

Length width_of(const doc::Inlines& text, const doc::ParagraphStyle& style, Environment& environment) {
  return line::measure(styled_text(text, style, environment), environment.setter).natural;
}

/// The head on one line beside the folio, which takes `taken` of it: a longer one is cut between words.
void add_head(const doc::Inlines& head, line::Align side, Length taken, Length middle, ParagraphBox box,
              Environment& environment, page::Page& page) {
  const doc::ParagraphStyle style = named_style(environment.info.styles, "running-head");
  const Length gap = taken > Length() ? em(style, environment) : Length();
  const Length room = std::max(box.width - taken - gap, em(style, environment));
  doc::Inlines shown = head;
  if (width_of(head, style, environment) > room) {
    const Length dots = width_of(plain("…"), style, environment);
    ParagraphBox narrow = box;
    narrow.width = std::max(room - dots, em(style, environment));
    const MarkedText text = styled_text(head, style, environment);
    const SetLines lines = set_lines(text, narrow, environment);
    if (lines.empty()) return;
    shown = plain(text.text.substr(0, lines.front().line.end) + "…");
  }
  if (side == line::Align::Right) box.left += box.width - room;
  box.width = room;
  box.align = side;
  add_margin_line(shown, style, box, middle, environment, page);
}

/// The mark stands above the line of the folio, in grey that no copier takes for text and every reader sees.
doc::ParagraphStyle mark_style(const doc::StyleSheet& styles) {
  doc::ParagraphStyle style = named_style(styles, "folio");
  style.size = Length::pt(28);
  style.leading = {};
  style.bold = true;
  style.colour = base::Colour{0xb0, 0xb0, 0xb0};
  return style;
}

struct Sides {
  line::Align folio = line::Align::Right, head = line::Align::Left;
};

Sides sides_of(doc::FolioPlace place, int number) {
  switch (place) {
    case doc::FolioPlace::TopRight: return {line::Align::Right, line::Align::Left};
    case doc::FolioPlace::TopOuter:
      // Odd pages lie right: their outer corner is the right one.
      if (number % 2 != 0) return {line::Align::Right, line::Align::Left};
      return {line::Align::Left, line::Align::Right};
    case doc::FolioPlace::BottomCentre: return {line::Align::Centre, line::Align::Left};
  }
  return {};
}

}  // namespace

Furniture furniture_of(const doc::Section& section) {
  return {section.geometry,         section.folio,      section.folio_place,  section.folio_on_first_page,
          section.restart_folio_at, section.folio_form, section.running_head, section.running_heading};
}

std::string folio_text(int number, doc::Folio folio, doc::Digits digits) {
  switch (folio) {
    case doc::Folio::None: return {};
    case doc::Folio::Decimal: {
      const std::string text = base::format("{}", number);
      return digits == doc::Digits::Thai ? thai::to_thai_digits(text) : text;
    }
    case doc::Folio::ThaiLetters: return thai::list_letter(number).value_or(base::format("{}", number));
  }
  return {};
}

void add_furniture(const Furniture& furniture, const PageMatter& matter, Environment& environment, page::Page& page) {
  const doc::PageGeometry& geometry = furniture.geometry;
  const Length head_middle = geometry.top * 6 / 10;
  const Sides sides = sides_of(furniture.place, matter.number);
  ParagraphBox box;
  box.left = geometry.left;
  box.width = measure_width(geometry);
  const bool folio = !page.folio.empty() && !(matter.first_page && !furniture.folio_on_first_page);
  const bool bottom = furniture.place == doc::FolioPlace::BottomCentre;
  const std::string folio_line =
      furniture.form == doc::FolioForm::Number ? page.folio : "หน้า " + page.folio + " จาก " + matter.last;
  const doc::ParagraphStyle folio_style = named_style(environment.info.styles, "folio");
  if (!matter.head.empty()) {
    const Length taken = folio && !bottom ? width_of(plain(folio_line), folio_style, environment) : Length();
    add_head(matter.head, sides.head, taken, head_middle, box, environment, page);
  }
  if (!environment.info.mark.empty()) {
    box.align = line::Align::Centre;
    add_margin_line(plain(environment.info.mark), mark_style(environment.info.styles), box, geometry.top * 3 / 10,
                    environment, page);
  }
  if (!folio) return;
  box.align = sides.folio;
  const Length middle = bottom ? geometry.paper.height - geometry.bottom * 4 / 10 : head_middle;
  add_margin_line(plain(folio_line), folio_style, box, middle, environment, page);
}

}  // namespace phaen::layout
