// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references.h"

#include "base/format.h"

namespace phaen::layout {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

struct Found {
  std::vector<std::string> labels;
  bool contents = false, maps = false;
};

void find(const doc::Inlines& inlines, Found& found) {
  for (const doc::Inline& item : inlines) {
    if (const auto* reference = std::get_if<doc::PageRef>(&item)) found.labels.push_back(reference->label);
  }
}

void find(const std::optional<doc::Caption>& caption, Found& found) {
  if (!caption) return;
  find(caption->lead, found);
  find(caption->content, found);
}

void find(const std::vector<doc::Paragraph>& paragraphs, Found& found) {
  for (const doc::Paragraph& paragraph : paragraphs) find(paragraph.content, found);
}

void find(const doc::Table& table, Found& found) {
  find(table.caption, found);
  find(table.unit_line, found);
  for (const doc::Row& row : table.rows) {
    for (const doc::Cell& cell : row.cells) find(cell.content, found);
  }
  find(table.notes, found);
}

void find(const std::vector<doc::Block>& blocks, Found& found) {
  const auto visitor = Overloaded{
      [&](const doc::Heading& heading) { find(heading.content, found); },
      [&](const doc::Paragraph& paragraph) { find(paragraph.content, found); },
      [&](const doc::Table& table) { find(table, found); },
      [&](const doc::Image& image) { find(image.caption, found); },
      [&](const doc::ChartBlock& chart) { find(chart.caption, found); },
      [&](const doc::MapFigure& map) {
        find(map.caption, found);
        found.maps = true;
      },
      [&](const doc::Contents&) { found.contents = true; },
      [](const doc::PageBreak&) {},
      [](const doc::Space&) {},
      [&](const doc::Keep& keep) { find(keep.blocks, found); },
  };
  for (const doc::Block& block : blocks) std::visit(visitor, block);
}

}  // namespace

bool needs_references(const doc::Section& section) {
  Found found;
  find(section.blocks, found);
  return found.contents || found.maps || !found.labels.empty();
}

std::vector<std::string> referred_labels(const doc::Section& section) {
  Found found;
  find(section.blocks, found);
  return found.labels;
}

std::string used_references(const doc::Section& section, const References& references) {
  Found found;
  find(section.blocks, found);
  std::string used;
  for (const std::string& label : found.labels) {
    const auto folio = references.folios.find(label);
    used += label + '\t' + (folio == references.folios.end() ? std::string() : folio->second) + '\n';
  }
  if (found.maps) {
    // Boxes link to whatever is there; connectors count on from the map's first page.
    for (const auto& [label, page] : references.map_pages) used += base::format("{}\t{}\n", label, page);
    for (const auto& [label, folio] : references.folios) used += label + '\n';
  }
  if (!found.contents) return used;
  for (const Listed& entry : references.listed) {
    used += entry.text + '\t' + entry.label + '\t' + entry.folio + '\n';
  }
  return used;
}

}  // namespace phaen::layout
