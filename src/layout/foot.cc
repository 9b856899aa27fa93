// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/foot.h"

#include "layout/table_parts.h"

namespace phaen::layout {

using base::Length;

std::vector<NotePart> notes_of(const Galley& galley, const Strip& strip) {
  std::vector<NotePart> notes;
  const auto* line = std::get_if<SetLine>(&strip.band);
  if (!line || line->footnote_count == 0) return notes;
  for (std::uint32_t i = 0; i < line->footnote_count; ++i) {
    const std::uint32_t note = line->first_footnote - 1 + i;
    if (note >= galley.footnotes.size()) continue;
    const auto count = static_cast<std::uint32_t>(galley.footnotes[note].lines.size());
    if (count > 0) notes.push_back({note, {0, count}});
  }
  return notes;
}

Length foot_height(const Galley& galley, const std::vector<NotePart>& notes) {
  if (notes.empty()) return {};
  Length height = kFootGap;
  for (const NotePart& part : notes) height += extent(galley.footnotes[part.note].lines, part.lines);
  return height;
}

void move_fitting(const Galley& galley, Length room, std::uint32_t least, std::vector<NotePart>& waiting,
                  std::vector<NotePart>& placed) {
  std::size_t done = 0;
  for (NotePart& part : waiting) {
    const std::uint32_t first = part.lines.first;
    placed.push_back({part.note, {first, first}});
    while (part.lines.first < part.lines.last) {
      ++placed.back().lines.last;
      if (foot_height(galley, placed) > room && least == 0) {
        --placed.back().lines.last;
        break;
      }
      if (least > 0) --least;
      ++part.lines.first;
    }
    if (placed.back().lines.last == first) placed.pop_back();
    if (part.lines.first < part.lines.last) break;
    ++done;
  }
  waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(done));
}

}  // namespace phaen::layout
