// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"
#include "readback/readback.h"

namespace phaen::readback {
namespace {

std::int32_t units(base::Length length) { return static_cast<std::int32_t>(length.units()); }

// The runs from `first` on that stand on one baseline; the index after them.
std::uint32_t add_part(const page::Page& page, const page::TextLine& line, std::uint32_t first,
                       const text::FontBook& fonts, ExpectedPage& target) {
  const page::TextRun& leader = page.runs.at(first);
  const std::uint32_t end = line.first_run + line.run_count;
  ExpectedText part{units(leader.x), units(line.baseline - leader.rise), 0, 0, 0};
  part.begin = static_cast<std::uint32_t>(target.text.size());
  std::uint32_t next = first;
  for (; next < end && page.runs.at(next).rise == leader.rise; ++next) {
    const page::TextRun& run = page.runs[next];
    for (std::size_t i = 0; i < run.glyph_count; ++i)
      base::utf8::append(target.text, fonts.character(run.face, page.glyphs.at(run.first_glyph + i)));
    part.width = units(run.x + run.width - leader.x);
  }
  part.end = static_cast<std::uint32_t>(target.text.size());
  if (part.begin != part.end) target.lines.push_back(part);
  return next;
}

ExpectedPage expect_page(const page::Page& page, const text::FontBook& fonts) {
  ExpectedPage expected;
  expected.folio = page.folio;
  for (const page::TextLine& line : page.lines)
    for (std::uint32_t first = line.first_run; first < line.first_run + line.run_count;)
      first = add_part(page, line, first, fonts, expected);
  expected.text.shrink_to_fit();
  expected.lines.shrink_to_fit();
  return expected;
}

}  // namespace

Expectation expect(const page::Pages& pages, const text::FontBook& fonts) {
  Expectation expectation;
  expectation.title = pages.info.title;
  expectation.author = pages.info.author;
  for (const page::OutlineEntry& entry : pages.outline) expectation.outline.push_back(entry.title);
  expectation.pages.reserve(pages.pages.size());
  for (const page::Page& page : pages.pages) expectation.pages.push_back(expect_page(page, fonts));
  return expectation;
}

}  // namespace phaen::readback
