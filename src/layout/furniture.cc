// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/furniture.h"

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
  return {section.geometry,         section.folio,       section.folio_place, section.folio_on_first_page,
          section.restart_folio_at, section.running_head};
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

void add_furniture(const Furniture& furniture, int number, bool first_page, Environment& environment,
                   page::Page& page) {
  const doc::PageGeometry& geometry = furniture.geometry;
  const Length head_middle = geometry.top * 6 / 10;
  const Sides sides = sides_of(furniture.place, number);
  ParagraphBox box;
  box.left = geometry.left;
  box.width = measure_width(geometry);
  if (!furniture.running_head.empty()) {
    box.align = sides.head;
    add_margin_line(furniture.running_head, named_style(environment.info.styles, "running-head"), box, head_middle,
                    environment, page);
  }
  if (page.folio.empty() || (first_page && !furniture.folio_on_first_page)) return;
  box.align = sides.folio;
  const bool bottom = furniture.place == doc::FolioPlace::BottomCentre;
  const Length middle = bottom ? geometry.paper.height - geometry.bottom * 4 / 10 : head_middle;
  const doc::Inlines text{doc::TextSpan{page.folio, {}, base::kNoOrigin, {}}};
  add_margin_line(text, named_style(environment.info.styles, "folio"), box, middle, environment, page);
}

}  // namespace phaen::layout
