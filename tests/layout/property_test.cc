// SPDX-License-Identifier: GPL-3.0-or-later
// Documents made at random, by a generator of its own so that they are the same everywhere: whatever the blocks and the
// paper, every text stands once, in its place, inside the margins.
#include <doctest/doctest.h>

#include <algorithm>

#include "layout/setting.h"

namespace phaen::layout {
namespace {

using base::Length;

/// Lehmer's generator.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  /// 0 to sides - 1.
  std::uint32_t roll(std::uint32_t sides) {
    state_ = state_ * 48271 % 2147483647;
    return static_cast<std::uint32_t>(state_ % sides);
  }

 private:
  std::uint64_t state_;
};

std::string phrase(Dice& dice, std::uint32_t longest) {
  static constexpr const char* kWords[] = {"น้ำ", "แผน", "พัฒนา", "โครงการ", "จังหวัด", "เป้าหมาย", "2571", "I3-K1"};
  std::string text = kWords[dice.roll(8)];
  for (std::uint32_t i = dice.roll(longest); i > 0; --i) text += std::string(" ") + kWords[dice.roll(8)];
  return text;
}

doc::Table random_table(Dice& dice) {
  doc::Table table = toy_table(1 + dice.roll(3));
  const auto columns = static_cast<std::uint16_t>(table.columns.size());
  table.split_rows = dice.roll(2) == 0;
  table.carry = dice.roll(2) == 0;
  table.split_columns = dice.roll(3) == 0;
  if (table.split_columns) {
    // At most the first column and one more fit beside each other on 200 pt.
    for (doc::Column& column : table.columns) column.width = {doc::ColumnWidth::Kind::Fixed, Length::pt(90), 1};
  }
  table.rules = dice.roll(3) == 0 ? doc::Rules::Horizontal : doc::Rules::Grid;
  if (dice.roll(2) == 0) table.unit_line = words("หน่วย : บาท");
  if (dice.roll(2) == 0) {
    table.caption = doc::Caption{doc::CaptionKind::Table, "1", words("ตารางที่ 1"), words(phrase(dice, 3)), {}};
  }
  const auto texts = [&](std::uint32_t longest) {
    std::vector<std::string> all;
    for (std::uint16_t i = 0; i < columns; ++i) all.push_back(phrase(dice, longest));
    return all;
  };
  if (dice.roll(3) > 0) table.rows.push_back(row(doc::RowKind::Header, 0, texts(1)));
  std::uint32_t covered = 0;
  const std::uint32_t count = 1 + dice.roll(20);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (covered == 0 && dice.roll(5) == 0 && i + 1 < count) table.rows.push_back(row(doc::RowKind::Group, 0, texts(2)));
    doc::Row next = row(doc::RowKind::Body, 1, texts(dice.roll(6) == 0 ? 40 : 3));
    if (columns > 1 && dice.roll(4) > 0) {
      next.cells.back().value = base::Money{dice.roll(1000) * 100};
      next.cells.back().format = "baht2";
    }
    if (covered > 0) {
      --covered;
      next.cells.erase(next.cells.begin());
    } else if (columns > 1 && dice.roll(4) == 0) {
      next.cells[0].row_span = std::min(1 + dice.roll(6), count - i);
      covered = next.cells[0].row_span - 1;
      // A group row does not cut through the span.
    }
    table.rows.push_back(next);
  }
  if (dice.roll(2) == 0) table.rows.push_back(row(doc::RowKind::Total, 0, texts(1)));
  if (dice.roll(2) == 0) table.notes.push_back(paragraph(phrase(dice, 4)));
  return table;
}

void add_words(doc::Paragraph& block, const std::string& text) { block.content.push_back(words(text).front()); }

doc::Section random_section(Dice& dice) {
  doc::Section section = toy_section("random", static_cast<int>(8 + dice.roll(12)));
  section.folio = doc::Folio::None;
  std::vector<doc::Block> notes;
  const auto noted = [&](doc::Paragraph block) {
    if (dice.roll(3) > 0) return block;
    const auto number = static_cast<std::uint32_t>(notes.size() + 1);
    doc::Paragraph note = paragraph(phrase(dice, dice.roll(8) == 0 ? 150 : 12));
    note.marker = "[" + std::to_string(number) + "]";
    note.footnote = number;
    block.content.push_back(doc::TextSpan{note.marker, {}, base::kNoOrigin, {}, number});
    if (dice.roll(2) == 0) add_words(block, phrase(dice, 20));
    notes.emplace_back(note);
    return block;
  };
  for (std::uint32_t i = 1 + dice.roll(6); i > 0; --i) {
    switch (dice.roll(4)) {
      case 0: section.blocks.push_back(heading(phrase(dice, 3))); break;
      case 1: section.blocks.push_back(random_table(dice)); break;
      case 2: {
        doc::Paragraph item = paragraph(phrase(dice, 20));
        item.marker = "–";
        item.depth = static_cast<int>(dice.roll(2));
        section.blocks.push_back(noted(item));
        break;
      }
      default: section.blocks.push_back(noted(paragraph(phrase(dice, 60))));
    }
  }
  for (doc::Block& note : notes) section.blocks.push_back(note);
  return section;
}

void add_text(const doc::Inlines& inlines, std::string& text) { text += doc::plain_text(inlines); }

/// The note whose mark the paragraph has.
void add_note(const doc::Section& section, const doc::Paragraph& paragraph, std::string& text) {
  for (const doc::Inline& item : paragraph.content) {
    const auto* mark = std::get_if<doc::TextSpan>(&item);
    for (const doc::Block& block : section.blocks) {
      const auto* note = std::get_if<doc::Paragraph>(&block);
      if (!mark || mark->footnote == 0 || !note || note->footnote != mark->footnote) continue;
      text += note->marker + doc::plain_text(note->content);
    }
  }
}

/// The text of a section in reading order: a note follows the paragraph of its mark.
std::string expected_text(const doc::Section& section) {
  std::string text;
  for (const doc::Block& block : section.blocks) {
    if (const auto* title = std::get_if<doc::Heading>(&block)) add_text(title->content, text);
    const auto* prose = std::get_if<doc::Paragraph>(&block);
    if (prose && prose->footnote == 0) {
      text += prose->marker;
      add_text(prose->content, text);
      add_note(section, *prose, text);
    }
    const auto* table = std::get_if<doc::Table>(&block);
    if (!table) continue;
    if (table->caption) {
      add_text(table->caption->lead, text);
      add_text(table->caption->content, text);
    }
    add_text(table->unit_line, text);
    for (const doc::Row& next : table->rows) {
      for (const doc::Cell& cell : next.cells) {
        for (const doc::Paragraph& content : cell.content) add_text(content.content, text);
      }
    }
    for (const doc::Paragraph& note : table->notes) add_text(note.content, text);
  }
  std::erase(text, ' ');
  return text;
}

bool inside(Length value, Length low, Length high) { return low <= value && value <= high; }

TEST_CASE("in documents made at random every text stands once, in order, inside the margins") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const doc::Section section = random_section(dice);
    Press press;
    const page::Pages pages = press.set({section});
    for (const base::Diagnostic& diagnostic : press.diagnostics.all()) {
      CAPTURE(diagnostic.message.en);
      REQUIRE(diagnostic.severity != base::Severity::Error);
    }
    REQUIRE(tagged_text(pages, press.fonts) == expected_text(section));
    const doc::PageGeometry& geometry = section.geometry;
    for (const page::Page& page : pages.pages) {
      REQUIRE(!page.lines.empty());
      for (const page::TextLine& line : page.lines) {
        REQUIRE(inside(line.baseline, geometry.top, geometry.paper.height - geometry.bottom));
        const page::TextRun& first = page.runs.at(line.first_run);
        const page::TextRun& last = page.runs.at(line.first_run + line.run_count - 1);
        REQUIRE(first.x >= geometry.left);
        REQUIRE(last.x + last.width <= geometry.paper.width - geometry.right + Length::pt(1));
      }
      for (const page::Rule& rule : page.rules) {
        REQUIRE(inside(rule.from.y, geometry.top, geometry.paper.height - geometry.bottom));
        REQUIRE(inside(rule.to.y, geometry.top, geometry.paper.height - geometry.bottom));
      }
    }
    for (std::size_t i = 1; i < pages.tags.size(); ++i) REQUIRE(pages.tags[i].parent < i);
  }
}

}  // namespace
}  // namespace phaen::layout
