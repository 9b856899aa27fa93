// SPDX-License-Identifier: GPL-3.0-or-later
// The `document` dump. One line a block, cell or span, two blanks of indent a level:
//
//   section summary 841.9x595.3 margins 85.0 56.7 70.9 56.7 folio decimal top-right sheet "กจ.1"
//     heading 2 heading2 label "kpis"
//       "2.1 ตัวชี้วัด" @3
//     table grid head table-head cell table-cell
//       column name auto left
//       row body 0
//         cell 1 right decimal 9981.97 format number @12
//           paragraph table-cell
//             "9,981.97" @12
//
// Only what differs from the plain case is printed, so a reader's eye falls on it.
#include "base/format.h"
#include "doc/derivation.h"
#include "doc/document.h"
#include "doc/map_values.h"

namespace phaen::doc {
namespace {

using base::format;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

// Tenths of a point, rounded half away from zero.
std::string points(base::Length length) {
  const std::int64_t units = length.units();
  const std::int64_t tenths = ((units < 0 ? -units : units) * 10 + 512) / 1024;
  return format("{}{}.{}", units < 0 && tenths > 0 ? "-" : "", tenths / 10, tenths % 10);
}

std::string_view name_of(TextAlign align) {
  switch (align) {
    case TextAlign::Left: return "left";
    case TextAlign::Centre: return "centre";
    case TextAlign::Right: return "right";
    case TextAlign::Distributed: return "distributed";
    case TextAlign::Justified: return "justified";
    case TextAlign::Mixed: return "mixed";
  }
  return {};
}

std::string_view name_of(Align align) {
  switch (align) {
    case Align::Left: return "left";
    case Align::Centre: return "centre";
    case Align::Right: return "right";
    case Align::Distributed: return "distributed";
    case Align::Justified: return "justified";
    case Align::Mixed: return "mixed";
  }
  return {};
}

std::string_view name_of(RowKind kind) {
  switch (kind) {
    case RowKind::Header: return "header";
    case RowKind::Group: return "group";
    case RowKind::Body: return "body";
    case RowKind::Total: return "total";
  }
  return {};
}

std::string_view name_of(Rules rules) {
  switch (rules) {
    case Rules::Grid: return "grid";
    case Rules::Horizontal: return "horizontal";
    case Rules::None: return "none";
  }
  return {};
}

std::string_view name_of(ContentsKind kind) {
  switch (kind) {
    case ContentsKind::Headings: return "headings";
    case ContentsKind::Tables: return "tables";
    case ContentsKind::Figures: return "figures";
  }
  return {};
}

std::string_view name_of(SeriesRole role) {
  switch (role) {
    case SeriesRole::Actual: return "actual";
    case SeriesRole::Target: return "target";
    case SeriesRole::Band: return "band";
  }
  return {};
}

std::string_view name_of(ChartDirection direction) {
  switch (direction) {
    case ChartDirection::Auto: return "";
    case ChartDirection::Vertical: return " vertical";
    case ChartDirection::Horizontal: return " horizontal";
  }
  return {};
}

std::string_view name_of(CaptionKind kind) {
  switch (kind) {
    case CaptionKind::Table: return "table";
    case CaptionKind::Figure: return "figure";
  }
  return {};
}

std::string_view name_of(VerticalAlign align) {
  switch (align) {
    case VerticalAlign::Top: return "";
    case VerticalAlign::Middle: return " middle";
    case VerticalAlign::Bottom: return " bottom";
  }
  return {};
}

std::string_view name_of(Folio folio) {
  switch (folio) {
    case Folio::None: return "none";
    case Folio::Decimal: return "decimal";
    case Folio::ThaiLetters: return "thai-letters";
  }
  return {};
}

std::string_view name_of(FolioPlace place) {
  switch (place) {
    case FolioPlace::TopRight: return "top-right";
    case FolioPlace::TopOuter: return "top-outer";
    case FolioPlace::BottomCentre: return "bottom-centre";
  }
  return {};
}

struct ValueText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const base::Decimal& value) const { return format(" decimal {}", value.to_string()); }
  std::string operator()(const base::Money& value) const { return format(" money {}", value.to_baht().to_string()); }
  std::string operator()(const base::Date& value) const { return format(" date {}", value.to_iso()); }
  std::string operator()(bool value) const { return value ? " bool true" : " bool false"; }
};

std::string colour_text(const std::optional<base::Colour>& colour) {
  return colour ? format(" #{:02x}{:02x}{:02x}", colour->red, colour->green, colour->blue) : std::string();
}

std::string emphasis_text(const Emphasis& emphasis) {
  std::string text;
  if (emphasis.bold) text += " bold";
  if (emphasis.italic) text += " italic";
  if (emphasis.underline) text += " underline";
  if (emphasis.superscript) text += " superscript";
  return text + colour_text(emphasis.colour);
}

std::string origin_text(base::OriginId origin) { return origin == base::kNoOrigin ? "" : format(" @{}", origin); }
std::string label_text(const std::string& label) { return label.empty() ? "" : format(" label {}", quoted(label)); }

// Writes one line after another at the current depth.
class Writer {
 public:
  void line(const std::string& text) { out_ += std::string(depth_ * 2, ' ') + text + "\n"; }
  void deeper() { ++depth_; }
  void back() { --depth_; }
  std::string take() { return std::move(out_); }

  void inlines(const Inlines& content) {
    deeper();
    for (const Inline& piece : content) std::visit([this](const auto& p) { write(p); }, piece);
    back();
  }
  void named(std::string_view name, const Inlines& content) {
    if (content.empty()) return;
    line(std::string(name));
    inlines(content);
  }
  void blocks(const std::vector<Block>& all) {
    deeper();
    for (const Block& block : all) std::visit([this](const auto& b) { write(b); }, block);
    back();
  }

 private:
  void write(const TextSpan& span) {
    line(quoted(span.text) + emphasis_text(span.emphasis) + (span.link.empty() ? "" : " link " + quoted(span.link)) +
         (span.footnote > 0 ? format(" footnote {}", span.footnote) : "") + origin_text(span.origin));
  }
  void write(const PageRef& ref) { line(format("page-of {}{}", quoted(ref.label), emphasis_text(ref.emphasis))); }
  void write(const LineBreak&) { line("line-break"); }

  void write(const Heading& heading) {
    line(format("heading {} style {}{}{}", heading.level, heading.style, label_text(heading.label),
                heading.in_contents ? "" : " unlisted"));
    inlines(heading.content);
  }
  void write(const Paragraph& paragraph) {
    std::string text = format("paragraph style {}", paragraph.style);
    if (!paragraph.marker.empty()) text += " marker " + quoted(paragraph.marker);
    if (paragraph.depth > 0) text += format(" depth {}", paragraph.depth);
    if (paragraph.footnote > 0) text += format(" footnote {}", paragraph.footnote);
    line(text + label_text(paragraph.label));
    inlines(paragraph.content);
  }
  void write(const Caption& caption) {
    line(format("caption {} {}{}", name_of(caption.kind), quoted(caption.number), label_text(caption.label)));
    inlines(caption.lead);
    inlines(caption.content);
  }
  void write(const Column& column) {
    std::string width;
    switch (column.width.kind) {
      case ColumnWidth::Kind::Auto: width = "auto"; break;
      case ColumnWidth::Kind::Fixed: width = points(column.width.length); break;
      case ColumnWidth::Kind::Fraction: width = format("{}fr", column.width.fraction); break;
    }
    line(format("column {} {} {}", quoted(column.key), width, name_of(column.align)) +
         (column.header ? " header" : ""));
  }
  void write(const Cell& cell) {
    std::string text = format("cell {}", cell.column);
    if (cell.column_span > 1) text += format(" span {}", cell.column_span);
    if (cell.row_span > 1) text += format(" rows {}", cell.row_span);
    if (cell.align) text += format(" {}", name_of(*cell.align));
    text += name_of(cell.vertical);
    text += std::visit(ValueText{}, cell.value);
    if (!cell.format.empty()) text.append(" format ").append(cell.format);
    if (cell.formula) text += " = " + formula_text(*cell.formula);
    line(text + origin_text(cell.origin));
    deeper();
    for (const Paragraph& paragraph : cell.content) write(paragraph);
    back();
  }
  static std::string formula_text(const Formula& formula) {
    std::string text(row_of(formula.derivation).name);
    text += '(';
    for (std::size_t i = 0; i < formula.inputs.size(); ++i) {
      const CellRange& range = formula.inputs[i];
      text += format("{}r{}c{}", i == 0 ? "" : ", ", range.first_row, range.first_column);
      if (range.last_row != range.first_row || range.last_column != range.first_column)
        text += format(":r{}c{}", range.last_row, range.last_column);
    }
    return text + ")";
  }
  void write(const Row& row) {
    line(format("row {} {}{}", name_of(row.kind), row.level, row.keep_with_next ? " keep" : ""));
    deeper();
    for (const Cell& cell : row.cells) write(cell);
    back();
  }
  void write(const Table& table) {
    const std::string split = table.split_columns ? format(" split-columns {}", table.key_columns) : "";
    line(format("table {} head {} cell {}{}{}{}{}{}{}", name_of(table.rules), table.head_style, table.cell_style,
                table.split_rows ? "" : " whole-rows", table.repeat_header ? "" : " header-once",
                table.continuation_label ? "" : " no-continuation", table.carry ? " carry" : "", split,
                table.alternative.empty() ? "" : " alternative " + quoted(table.alternative)));
    deeper();
    if (table.caption) write(*table.caption);
    named("unit-line", table.unit_line);
    for (const Column& column : table.columns) write(column);
    for (const Row& row : table.rows) write(row);
    for (const Paragraph& note : table.notes) {
      line("note");
      deeper();
      write(note);
      back();
    }
    back();
  }
  void write(const Image& image) {
    line(format("image {} bytes width {} alternative {}", image.bytes ? image.bytes->size() : 0, points(image.width),
                quoted(image.alternative)));
    deeper();
    if (image.caption) write(*image.caption);
    back();
  }
  void write(const ChartText& piece) { line(quoted(piece.text) + origin_text(piece.origin)); }
  void write(const ChartFigure& figure) {
    std::string text = figure.number ? figure.number->to_string() : "missing";
    text += " " + quoted(figure.text) + std::visit(ValueText{}, figure.value);
    if (!figure.format.empty()) text.append(" format ").append(figure.format);
    line(text + origin_text(figure.origin));
  }
  void write(const ChartPeriod& period) {
    const auto day = [](const std::optional<base::Date>& date) { return date ? date->to_iso() : "missing"; };
    line(format("{} to {} {}", day(period.first), day(period.last), quoted(period.text)) + origin_text(period.origin));
  }
  void write(const ChartSeries& series) {
    line(format("series {} {}", name_of(series.role), quoted(series.name.text)) + origin_text(series.name.origin));
    deeper();
    for (const ChartFigure& figure : series.figures) write(figure);
    for (const ChartPeriod& period : series.periods) write(period);
    back();
  }
  void write_titles(const Chart& chart) {
    if (!chart.value_title.empty()) {
      line("value-title");
      deeper();
      for (const ChartText& piece : chart.value_title) write(piece);
      back();
    }
    line("categories" + (chart.categories_title
                             ? " " + quoted(chart.categories_title->text) + origin_text(chart.categories_title->origin)
                             : std::string()));
  }
  void write(const ChartBlock& block) {
    const Chart& chart = block.chart;
    line(format("chart {}{}{}{}{} width {} height {}{}", name_of(chart.kind), chart.stacked ? " stacked" : "",
                name_of(chart.direction), chart.own_scales ? " own-scales" : "", chart.labels ? "" : " bare",
                points(block.width), points(block.height),
                block.alternative.empty() ? "" : " alternative " + quoted(block.alternative)));
    deeper();
    if (block.caption) write(*block.caption);
    write_titles(chart);
    deeper();
    for (const ChartText& category : chart.categories) write(category);
    back();
    for (const ChartSeries& series : chart.series) write(series);
    if (!chart.totals.empty()) {
      line("totals");
      deeper();
      for (const ChartFigure& total : chart.totals) write(total);
      back();
    }
    back();
  }
  void write(const MapFigure& map) {
    line(format("map {}{}", name(kind_of(*map.content)),
                map.alternative.empty() ? "" : " alternative " + quoted(map.alternative)));
    deeper();
    if (map.caption) write(*map.caption);
    back();
  }
  void write(const Contents& contents) { line(format("contents {} {}", name_of(contents.kind), contents.depth)); }
  void write(const PageBreak&) { line("page-break"); }
  void write(const Space& space) { line(format("space {}", points(space.height))); }
  void write(const Keep& keep) {
    line(keep.with_previous ? "keep with-previous" : "keep");
    blocks(keep.blocks);
  }

  std::string out_;
  std::size_t depth_ = 0;
};

std::string style_text(std::size_t id, const ParagraphStyle& style) {
  std::string text = format("style {} {} {} leading {}", id, style.name, points(style.size), points(style.leading));
  if (style.bold) text += " bold";
  if (style.italic) text += " italic";
  text +=
      format(" {} indent {} {} {} space {} {}", name_of(style.align), points(style.indent), points(style.first_indent),
             points(style.right_indent), points(style.space_before), points(style.space_after));
  if (style.connectives != Connectives::Avoid)
    text += style.connectives == Connectives::Free ? " connectives free" : " connectives never";
  if (style.keep_with_next) text += " keep-with-next";
  if (style.keep_together) text += " keep-together";
  return text + colour_text(style.colour);
}

}  // namespace

std::string dump(const DocumentInfo& info) {
  Writer out;
  out.line("document " + quoted(info.title));
  out.deeper();
  if (!info.subject.empty()) out.line("subject " + quoted(info.subject));
  if (!info.author.empty()) out.line("author " + quoted(info.author));
  out.line("issue-date " + info.issue_date.to_iso());
  out.line(info.digits == Digits::Thai ? "digits thai" : "digits arabic");
  out.line(format("file {}{}{}", quoted(info.file_name), info.to_pdf ? " pdf" : "", info.to_workbook ? " xlsx" : ""));
  if (!info.mark.empty()) out.line("mark " + quoted(info.mark));
  if (!info.synthetic_note.empty()) out.line("synthetic-note " + quoted(info.synthetic_note));
  out.line("family " + quoted(info.styles.family));
  for (std::size_t i = 0; i < info.styles.styles.size(); ++i) out.line(style_text(i, info.styles.styles[i]));
  return out.take();
}

std::string dump(const Section& section) {
  Writer out;
  const PageGeometry& page = section.geometry;
  std::string text =
      format("section {} paper {}x{} margins {} {} {} {}", quoted(section.name), points(page.paper.width),
             points(page.paper.height), points(page.left), points(page.right), points(page.top), points(page.bottom));
  text += format(" folio {} {}", name_of(section.folio), name_of(section.folio_place));
  if (section.folio_form == FolioForm::OfAll) text += " of-all";
  if (section.running_heading > 0) text += format(" running-heading {}", section.running_heading);
  if (!section.folio_on_first_page) text += " not-on-first";
  if (section.restart_folio_at) text += format(" restart {}", *section.restart_folio_at);
  if (!section.sheet.empty()) text += " sheet " + quoted(section.sheet);
  out.line(text);
  out.deeper();
  out.named("running-head", section.running_head);
  out.back();
  out.blocks(section.blocks);
  return out.take();
}

}  // namespace phaen::doc
