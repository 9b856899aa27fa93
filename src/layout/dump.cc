// SPDX-License-Identifier: GPL-3.0-or-later
// The dumps of galley and cuts. Heights in points with up to two decimals:
//
//   galley
//     strip 0 height 21.3 [before B] [after A] [kept|widow|bound] [page break] [mark LABEL] line x X "TEXT"
//     strip 1 … row 0.3 body                      table 0, row 3
//       cell 2 [span 1x2] "LINE" / "LINE"
//   cuts
//     page 1
//       0+21.3 strip 0
//       21.3+14 strip 7 lines 0-2 0-1             a row that is cut
//       span 0.4 21.3+60 lines 0-3 [again]
//       note 0 lines 0-2                          a footnote
#include "base/format.h"
#include "base/utf8.h"
#include "layout/cuts.h"
#include "layout/galley.h"

namespace phaen::layout {
namespace {

using base::format;
using base::Length;

std::string points(Length length) {
  const std::int64_t units = length.units();
  const std::int64_t hundredths = ((units < 0 ? -units : units) * 100 + 512) / 1024;
  std::string text = format("{}{}", units < 0 && hundredths != 0 ? "-" : "", hundredths / 100);
  const std::int64_t rest = hundredths % 100;
  if (rest != 0) text += rest % 10 == 0 ? format(".{}", rest / 10) : format(".{:02}", rest);
  return text;
}

std::string text_of(const line::Line& line, const text::FontBook& fonts) {
  std::string text;
  for (const line::Run& run : line.runs) {
    for (const text::GlyphRef glyph : run.glyphs) base::utf8::append(text, fonts.character(run.face, glyph));
  }
  return text;
}

std::string_view name(BreakAfter quality) {
  switch (quality) {
    case BreakAfter::Free: return "";
    case BreakAfter::Kept: return " kept";
    case BreakAfter::Widow: return " widow";
    case BreakAfter::Bound: return " bound";
  }
  return "";
}

std::string_view name(doc::RowKind kind) {
  switch (kind) {
    case doc::RowKind::Header: return "header";
    case doc::RowKind::Group: return "group";
    case doc::RowKind::Body: return "body";
    case doc::RowKind::Total: return "total";
  }
  return "";
}

std::string dump_line(const SetLine& line, const text::FontBook& fonts) {
  std::string out = format(" line x {}", points(line.x + line.line.x));
  if (line.companion && line.companion->x < line.x) out += format(" \"{}\"", text_of(line.companion->line, fonts));
  out += format(" \"{}\"", text_of(line.line, fonts));
  if (line.leader) out += " ...";
  if (line.companion && line.companion->x >= line.x) out += format(" \"{}\"", text_of(line.companion->line, fonts));
  for (std::uint32_t i = 0; i < line.footnote_count; ++i) out += format(" note {}", line.first_footnote - 1 + i);
  return out + "\n";
}

std::string dump_row(const SetTable& table, std::uint32_t row, const text::FontBook& fonts) {
  std::string out = format(" {}", name(table.rows[row].kind));
  if (table.rows[row].group) out += format(" in group {}", *table.rows[row].group);
  out += "\n";
  for (std::uint32_t i = table.rows[row].first_cell; i < table.rows[row].first_cell + table.rows[row].cell_count; ++i) {
    const SetCell& cell = table.cells[i];
    out += format("    cell {}", cell.column);
    if (cell.row_span > 1 || cell.column_span > 1) out += format(" span {}x{}", cell.column_span, cell.row_span);
    for (std::size_t line = 0; line < cell.lines.size(); ++line) {
      out += format("{} \"{}\"", line > 0 ? " /" : "", text_of(cell.lines[line].line, fonts));
    }
    out += "\n";
  }
  return out;
}

std::string dump_band(const Galley& galley, const Strip& strip, const text::FontBook& fonts) {
  if (const auto* line = std::get_if<SetLine>(&strip.band)) return dump_line(*line, fonts);
  if (const auto* figure = std::get_if<FigureBand>(&strip.band)) {
    return format(" figure x {} width {}\n", points(figure->x), points(figure->width));
  }
  if (const auto* chart = std::get_if<ChartBand>(&strip.band)) {
    return format(" chart x {} width {} paths {} lines {}\n", points(chart->x), points(chart->drawn->size.width),
                  chart->drawn->paths.size(), chart->drawn->lines.size());
  }
  if (const auto* map = std::get_if<MapBand>(&strip.band)) {
    return format(" map paths {} lines {}\n", map->drawn->paths.size(), map->drawn->lines.size());
  }
  if (const auto* head = std::get_if<HeadBand>(&strip.band)) {
    const SetTable& table = galley.tables[head->table];
    std::string out = format(" head {} columns", head->table);
    for (const Length edge : table.edges) out += " " + points(edge);
    out += "\n";
    for (std::uint32_t row = 0; row < table.header_rows; ++row) {
      out += format("   row {} height {}", row, points(table.rows[row].height)) + dump_row(table, row, fonts);
    }
    return out;
  }
  if (const auto* row = std::get_if<RowBand>(&strip.band)) {
    return format(" row {}.{}", row->table, row->row) + dump_row(galley.tables[row->table], row->row, fonts);
  }
  return " space\n";
}

std::string dump_lines(LineRange lines) { return format("{}-{}", lines.first, lines.last); }

std::string dump_placement(const Placement& placement) {
  std::string out = format("  {}+{} ", points(placement.y), points(placement.height));
  switch (placement.kind) {
    case Placement::Kind::Strip: out += format("strip {}", placement.index); break;
    case Placement::Kind::ContinuedTitle: out += format("title {}.{} again", placement.table, placement.index); break;
    case Placement::Kind::RepeatedHead: out += format("head {} again", placement.table); break;
    case Placement::Kind::CarriedForward: out += format("sums {}.{} forward", placement.table, placement.index); break;
    case Placement::Kind::BroughtForward: out += format("sums {}.{} brought", placement.table, placement.index); break;
    case Placement::Kind::ContinuedGroup: out += format("group {}.{} again", placement.table, placement.index); break;
  }
  if (!placement.parts.empty()) out += " lines";
  for (const LineRange& part : placement.parts) out += " " + dump_lines(part);
  return out + "\n";
}

}  // namespace

std::string dump(const Galley& galley, const text::FontBook& fonts) {
  std::string out = "galley\n";
  for (std::size_t i = 0; i < galley.strips.size(); ++i) {
    const Strip& strip = galley.strips[i];
    out += format("  strip {} height {}", i, points(strip.height));
    if (strip.space_before != Length()) out += format(" before {}", points(strip.space_before));
    if (strip.space_after != Length()) out += format(" after {}", points(strip.space_after));
    out += name(strip.break_after);
    if (strip.page_break_before) out += " page break";
    for (std::uint32_t mark = 0; mark < strip.mark_count; ++mark) {
      out += " mark " + galley.marks[strip.first_mark + mark].label;
    }
    out += dump_band(galley, strip, fonts);
  }
  for (std::size_t i = 0; i < galley.footnotes.size(); ++i) {
    for (const SetLine& line : galley.footnotes[i].lines) out += format("  note {}", i) + dump_line(line, fonts);
  }
  return out;
}

std::string dump(const std::vector<PageCut>& cuts) {
  std::string out = "cuts\n";
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    out += format(" page {}\n", i + 1);
    for (const Placement& placement : cuts[i].placements) out += dump_placement(placement);
    for (const SpanPart& part : cuts[i].spans) {
      out += format("  span {}.{} {}+{} lines {}{}\n", part.table, part.cell, points(part.y), points(part.height),
                    dump_lines(part.lines), part.repeated ? " again" : "");
    }
    for (const NotePart& part : cuts[i].notes) out += format("  note {} lines {}\n", part.note, dump_lines(part.lines));
  }
  return out;
}

}  // namespace phaen::layout
