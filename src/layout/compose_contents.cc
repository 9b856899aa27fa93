// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "layout/diagnostics.h"
#include "layout/section_composer.h"

namespace phaen::layout {

using base::Length;

Length SectionComposer::folio_width(const std::vector<const Listed*>& entries) {
  const doc::ParagraphStyle style = named_style(environment_.info.styles, "contents1");
  Length width;
  std::size_t longest = 0;
  for (const Listed* entry : entries) {
    // Numbers of as many digits are about as wide; only longer ones are measured.
    if (entry->folio.size() <= longest) continue;
    longest = entry->folio.size();
    const doc::Inlines text{doc::TextSpan{entry->folio, {}, base::kNoOrigin, {}}};
    width = std::max(width, line::measure(styled_text(text, style, environment_), environment_.setter).natural);
  }
  return width + em(style, environment_) * 2;
}

/// `title ........ folio`: the number on the baseline of the title's last line, at the right edge.
void SectionComposer::add_entry(const Listed& entry, const doc::ParagraphStyle& style, page::TagId toc,
                                Length reserve) {
  const line::LinkId link = environment_.links.id("#" + entry.label);
  const page::TagId tag = add_tag(page::Role::TOCI, toc);
  const auto text = [&](const std::string& value) {
    return styled_text({doc::TextSpan{value, {}, base::kNoOrigin, {}}}, style, environment_, link);
  };
  ParagraphBox box = box_of(style, tag);
  box.align = line::Align::Left;
  box.width = std::max(box.width - reserve, em(style, environment_));
  SetLines lines = set_lines(text(entry.text), box, environment_);
  ParagraphBox number = box;
  number.left = box.left + box.width;
  number.width = reserve;
  number.first_indent = {};
  number.align = line::Align::Right;
  SetLines folio = set_lines(text(entry.folio.empty() ? "0" : entry.folio), number, environment_);
  if (lines.empty() || folio.empty()) return;
  lines.back().leader = true;
  lines.back().companion = std::make_shared<const SetLine>(std::move(folio.front()));
  add_lines(std::move(lines), style, {});
}

namespace {

Mark::Kind listed_kind(doc::ContentsKind kind) {
  switch (kind) {
    case doc::ContentsKind::Headings: return Mark::Kind::Heading;
    case doc::ContentsKind::Tables: return Mark::Kind::Table;
    case doc::ContentsKind::Figures: return Mark::Kind::Figure;
  }
  return Mark::Kind::Heading;
}

}  // namespace

void SectionComposer::operator()(const doc::Contents& contents) {
  end_list();
  std::vector<const Listed*> entries;
  for (const Listed& entry : environment_.references.listed) {
    if (entry.kind != listed_kind(contents.kind)) continue;
    if (entry.kind == Mark::Kind::Heading && entry.level > contents.depth) continue;
    entries.push_back(&entry);
  }
  if (entries.empty()) {
    environment_.setter.diagnostics.add(diagnostics::empty_contents(environment_.section));
    return;
  }
  const Length reserve = folio_width(entries);
  const page::TagId toc = add_tag(page::Role::TOC, page::kRoot);
  // Captions are set as the second level: light type, as headings below chapters are.
  const doc::ParagraphStyle styles[] = {named_style(environment_.info.styles, "contents1"),
                                        named_style(environment_.info.styles, "contents2"),
                                        named_style(environment_.info.styles, "contents3")};
  doc::ParagraphStyle captions = styles[1];
  captions.indent = styles[0].indent;
  for (const Listed* entry : entries) {
    const bool heading = entry->kind == Mark::Kind::Heading;
    add_entry(*entry, heading ? styles[std::clamp(entry->level, 1, 3) - 1] : captions, toc, reserve);
  }
}

}  // namespace phaen::layout
