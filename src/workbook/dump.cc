// SPDX-License-Identifier: GPL-3.0-or-later
// The `workbook` dump, one fact a line:
//   workbook "title" font="…" created=2022-09-30
//   style 1 size=14 bold fill=F0F0F0 …
//   sheet "name" columns=3 rows=12 frozen=B4 …
//     column A 70px 9.28
//     row 4 28px outline=1
//       A4 s1 text "…"            B4 s2 number 1234.50 origin=7            C4 s2 =SUM(B1:B3) -> number 12.00
//     merge A1:C1 s1 / link A5 … / note A5 … / picture A9 …
#include "base/format.h"
#include "workbook/names.h"
#include "workbook/workbook.h"

namespace phaen::workbook {
namespace {

using base::format;

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n')
      result += "\\n";
    else if (c == '"' || c == '\\')
      result += std::string("\\") + c;
    else
      result += c;
  }
  return result + "\"";
}

std::string hex(base::Colour colour) { return format("{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue); }

/// A length in points with at most two decimals, exactly: lengths of styles are whole 1/100 pt.
std::string points(base::Length length) {
  const std::int64_t hundredths = (length.units() * 100 + 512) / 1024;
  return base::Decimal(hundredths, 2).to_string();
}

const char* name_of(doc::Align align) {
  switch (align) {
    case doc::Align::Left: return "left";
    case doc::Align::Centre: return "centre";
    case doc::Align::Right: return "right";
    case doc::Align::Distributed: return "distributed";
    case doc::Align::Justified: return "justified";
    case doc::Align::Mixed: return "mixed";
  }
  return "";
}

const char* name_of(doc::VerticalAlign align) {
  switch (align) {
    case doc::VerticalAlign::Top: return "top";
    case doc::VerticalAlign::Middle: return "middle";
    case doc::VerticalAlign::Bottom: return "bottom";
  }
  return "";
}

std::string dump_style(const Workbook& workbook, const Style& style) {
  std::string line = format("size={} {} {}", points(style.size), name_of(style.align), name_of(style.vertical));
  if (style.bold) line += " bold";
  if (style.italic) line += " italic";
  if (style.underline) line += " underline";
  if (style.rules == doc::Rules::Grid) line += " grid";
  if (style.rules == doc::Rules::Horizontal) line += " horizontal";
  if (style.wrap) line += " wrap";
  if (style.indent > 0) line += format(" indent={}", style.indent);
  if (style.colour != base::Colour{}) line += " colour=" + hex(style.colour);
  if (style.fill) line += " fill=" + hex(*style.fill);
  if (style.number_format > 0) line += " format=" + quoted(workbook.number_formats.at(style.number_format));
  return line;
}

std::string dump_value(const Workbook& workbook, const Value& value) {
  struct Visitor {
    const Workbook& workbook;
    std::string operator()(std::monostate) const { return "blank"; }
    std::string operator()(TextRef ref) const {
      const Text& text = workbook.texts.at(ref.id);
      return format("{} {}", text.runs.empty() ? "text" : "rich", quoted(text.text));
    }
    std::string operator()(const base::Decimal& number) const { return "number " + number.to_string(); }
    std::string operator()(const base::Date& date) const { return "date " + date.to_iso(); }
  };
  return std::visit(Visitor{workbook}, value);
}

std::string dump_rows(const Workbook& workbook, const Sheet& sheet) {
  std::string out;
  for (std::uint32_t r = 0; r < sheet.rows.size(); ++r) {
    const Row& row = sheet.rows[r];
    out += format("  row {} {}px", r + 1, row.height);
    if (row.outline > 0) out += format(" outline={}", row.outline);
    out += "\n";
    for (const Cell& cell : row.cells) {
      out += format("    {} s{} ", cell_name(r, cell.column), cell.style);
      if (cell.formula > 0) out += format("={} -> ", workbook.formulas.at(cell.formula - 1));
      out += dump_value(workbook, cell.value);
      if (cell.origin != base::kNoOrigin) out += format(" origin={}", cell.origin);
      out += "\n";
    }
  }
  return out;
}

std::string dump_print(const PrintSettings& print) {
  std::string line = format("  print {} {} margins={},{},{},{}", print.paper == Paper::A4 ? "A4" : "A3",
                            print.landscape ? "landscape" : "portrait", points(print.left), points(print.right),
                            points(print.top), points(print.bottom));
  if (!print.header.empty()) line += " header=" + quoted(print.header);
  if (!print.footer.empty()) line += " footer=" + quoted(print.footer);
  if (print.title_rows) line += format(" title-rows={}:{}", print.title_rows->first + 1, print.title_rows->second + 1);
  if (print.title_columns) {
    line += format(" title-columns={}:{}", column_name(print.title_columns->first),
                   column_name(print.title_columns->second));
  }
  for (const std::uint32_t row : print.page_breaks) line += format(" break-before={}", row + 1);
  return line + "\n";
}

std::string_view name_of(ChartType type) {
  switch (type) {
    case ChartType::Column: return "column";
    case ChartType::StackedColumn: return "stacked-column";
    case ChartType::Bar: return "bar";
    case ChartType::StackedBar: return "stacked-bar";
    case ChartType::Line: return "line";
    case ChartType::Radar: return "radar";
  }
  return "";
}

std::string dump_chart(const Workbook& workbook, const Chart& chart) {
  std::string out =
      format("  chart {} {} {}x{}px {} categories={}", cell_name(chart.row, chart.column), name_of(chart.type),
             chart.width, chart.height, quoted(chart.title), range_name(chart.categories));
  if (!chart.value_title.empty()) out += " values=" + quoted(chart.value_title);
  if (!chart.categories_title.empty()) out += " names=" + quoted(chart.categories_title);
  if (chart.number_format > 0) out += " format=" + quoted(workbook.number_formats.at(chart.number_format));
  if (chart.days) out += format(" days={}..{}", chart.days->first.to_iso(), chart.days->second.to_iso());
  out += chart.labels ? " labels\n" : "\n";
  for (const ChartSeries& series : chart.series) {
    const char* role = series.hidden                            ? " hidden"
                       : series.role == doc::SeriesRole::Target ? " target"
                       : series.role == doc::SeriesRole::Band   ? " band"
                                                                : "";
    out += format("    series {} {} look={}{}\n", cell_name(series.name_row, series.name_column),
                  range_name(series.values), series.look, role);
  }
  return out;
}

std::string dump_sheet(const Workbook& workbook, const Sheet& sheet) {
  std::string out = format("sheet {} title={}", quoted(sheet.name), quoted(sheet.title));
  if (sheet.frozen_rows + sheet.frozen_columns > 0) {
    out += " frozen=" + cell_name(sheet.frozen_rows, sheet.frozen_columns);
  }
  if (sheet.filter) out += " filter=" + range_name(*sheet.filter);
  if (sheet.hidden) out += " hidden";
  out += "\n" + dump_print(sheet.print);
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const base::Decimal characters(width_in_characters_hundredths(sheet.columns[c]), 2);
    out += format("  column {} {}px {}\n", column_name(static_cast<std::uint16_t>(c)), sheet.columns[c],
                  characters.to_string());
  }
  out += dump_rows(workbook, sheet);
  for (const Merge& merge : sheet.merges) out += format("  merge {} s{}\n", range_name(merge.range), merge.style);
  for (const Link& link : sheet.links) {
    out += format("  link {} {}\n", cell_name(link.row, link.column), quoted(link.target));
  }
  for (const Note& note : sheet.notes) {
    out += format("  note {} {}\n", cell_name(note.row, note.column), quoted(note.text));
  }
  for (const Choice& choice : sheet.choices) {
    out += format("  choice {} {}\n", range_name(choice.cells), choice.source);
  }
  for (const Picture& picture : sheet.pictures) {
    out += format("  picture {} {}x{}px {}\n", cell_name(picture.row, picture.column), picture.width, picture.height,
                  quoted(picture.alternative));
  }
  for (const Chart& chart : sheet.charts) out += dump_chart(workbook, chart);
  return out;
}

}  // namespace

int width_in_characters_hundredths(int pixels) {
  // Below one character Excel counts the padding as part of it.
  if (pixels <= 12) return pixels * 100 / 12;
  return (pixels - 5) * 100 / 7;
}

std::string dump(const Workbook& workbook) {
  std::string out = format("workbook {} font={} created={}\n", quoted(workbook.title), quoted(workbook.font.name),
                           workbook.created.to_iso());
  for (const auto& [name, value] : workbook.properties) out += format("property {}={}\n", name, quoted(value));
  for (std::size_t s = 0; s < workbook.styles.size(); ++s) {
    out += format("style {} {}\n", s, dump_style(workbook, workbook.styles[s]));
  }
  for (const Sheet& sheet : workbook.sheets) out += dump_sheet(workbook, sheet);
  return out;
}

}  // namespace phaen::workbook
