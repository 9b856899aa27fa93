// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/sheet_maker.h"

#include <algorithm>
#include <numeric>

#include "base/format.h"
#include "workbook/chart.h"
#include "workbook/diagnostics.h"
#include "workbook/names.h"
#include "workbook/picture.h"

namespace phaen::workbook {
namespace {

// A frozen head higher than this leaves no room to scroll on an office screen of 768 pixels.
constexpr int kMaxFrozenHeight = 420;
// Tables with fewer columns fit the screen and need no frozen ones.
constexpr std::size_t kFreezeColumnsFrom = 7;
constexpr int kTableGap = 8;

bool near(base::Length a, base::Length b) {
  const base::Length tolerance = base::Length::mm(2);
  return a - b < tolerance && b - a < tolerance;
}

std::size_t header_rows(const doc::Table& table) {
  const auto end = std::find_if(table.rows.begin(), table.rows.end(),
                                [](const doc::Row& row) { return row.kind != doc::RowKind::Header; });
  return static_cast<std::size_t>(end - table.rows.begin());
}

// Key columns: up to the first one that holds texts, which names its rows. At most three.
std::uint16_t key_columns(const TableDraft& draft) {
  const std::size_t head = header_rows(*draft.table);
  for (std::uint16_t column = 0; column < 3 && column < draft.needs.size(); ++column) {
    std::size_t texts = 0, figures = 0;
    for (std::size_t r = head; r < draft.rows.size(); ++r) {
      for (const Cell& cell : draft.rows[r].cells) {
        if (cell.column != column) continue;
        texts += std::holds_alternative<TextRef>(cell.value) ? 1 : 0;
        figures += std::holds_alternative<base::Decimal>(cell.value) ? 1 : 0;
      }
    }
    const bool narrow = draft.widths[column] < 80;  // codes and running numbers; the name stands beside them
    if (texts > figures && !narrow) return static_cast<std::uint16_t>(column + 1);
  }
  return 0;
}

// Rows that can be filtered: plain body rows below one another, with nothing merged over several of them.
std::optional<Range> filter_range(const TableDraft& draft, const TablePlace& place) {
  const auto& rows = draft.table->rows;
  const std::size_t head = header_rows(*draft.table);
  std::size_t end = head;
  while (end < rows.size() && rows[end].kind == doc::RowKind::Body) ++end;
  const bool only_totals_follow = std::all_of(rows.begin() + static_cast<std::ptrdiff_t>(end), rows.end(),
                                              [](const doc::Row& row) { return row.kind == doc::RowKind::Total; });
  if (head == 0 || end - head < 2 || !only_totals_follow || place.edges.size() != place.edges.back() + 1U) return {};
  for (std::size_t r = head; r < end; ++r) {
    for (const doc::Cell& cell : rows[r].cells) {
      if (cell.row_span > 1 || cell.column_span > 1) return {};
    }
  }
  return Range{place.first_row + static_cast<std::uint32_t>(head) - 1,
               place.first_row + static_cast<std::uint32_t>(end) - 1, 0,
               static_cast<std::uint16_t>(place.edges.back() - 1)};
}

}  // namespace

BookState::BookState(const doc::DocumentInfo& info_, Options options_, Tools tools_)
    : info(info_),
      options(std::move(options_)),
      tools(tools_),
      styles(book.styles),
      texts(book.texts),
      figures(book.number_formats, info.digits),
      ruler(tools.fonts, tools.breaker, info.styles.family, options.font) {
  book.title = info.title;
  book.subject = info.subject;
  book.author = info.author;
  book.created = info.issue_date;
  book.font = options.font;
  book.properties = options.properties;
}

BookState::OtherRuler::OtherRuler(const BookState& state)
    : fonts(state.options.make_fonts()),
      ruler(fonts, state.tools.breaker, state.info.styles.family, state.options.font) {}

void BookState::count_lines() {
  const auto other = [this](std::size_t index) -> Ruler& {
    while (other_rulers_.size() <= index) other_rulers_.emplace_back(*this);
    return other_rulers_[index].ruler;
  };
  line_counts.count(book.texts, ruler, other, options.threads);
}

SheetMaker::SheetMaker(BookState& state, const doc::Section& section)
    : state_(state), section_(section), index_(state.book.sheets.size()) {
  sheet_.name = sheet_name(section.sheet, state.book.sheets, state.tools.diagnostics);
}

Sheet SheetMaker::make() {
  set_page();
  find_tables(section_.blocks);
  make_grid();
  add_blocks(section_.blocks);
  if (synthetic_ && !state_.info.synthetic_note.empty()) {
    CellText note;
    note.text = state_.info.synthetic_note;
    const auto style = state_.info.styles.find("note");
    doc::ParagraphStyle look = style ? state_.info.styles.at(*style) : doc::ParagraphStyle{};
    look.italic = true;
    add_text_row(note, look, 0);
  }
  if (sheet_.title.empty()) sheet_.title = sheet_.name;
  set_header_footer();
  auto& diagnostics = state_.tools.diagnostics;
  if (sheet_.rows.size() > kMaxRows) diagnostics.add(diagnostics::too_many_rows(sheet_.name, sheet_.rows.size()));
  auto& breaks = sheet_.print.page_breaks;
  breaks = page_breaks(sheet_, area_, std::move(together_));
  if (breaks.size() > kMaxPageBreaks) {
    diagnostics.add(diagnostics::too_many_page_breaks(sheet_.name, breaks.size()));
    breaks.resize(kMaxPageBreaks);
  }
  if (sheet_.columns.size() > kMaxColumns) {
    diagnostics.add(diagnostics::too_many_columns(sheet_.name, sheet_.columns.size()));
  }
  return std::move(sheet_);
}

void SheetMaker::set_page() {
  const doc::PageGeometry& page = section_.geometry;
  PrintSettings& print = sheet_.print;
  print.left = page.left;
  print.right = page.right;
  print.top = page.top;
  print.bottom = page.bottom;
  area_ = {to_pixels(page.paper.width - page.left - page.right), to_pixels(page.paper.height - page.top - page.bottom)};
  const base::Length shorter = std::min(page.paper.width, page.paper.height);
  const base::Length longer = std::max(page.paper.width, page.paper.height);
  print.landscape = page.paper.width > page.paper.height;
  if (near(shorter, base::Length::mm(297)) && near(longer, base::Length::mm(420))) {
    print.paper = Paper::A3;
  } else if (!near(shorter, base::Length::mm(210)) || !near(longer, base::Length::mm(297))) {
    const auto millimetres = [](base::Length length) { return (length.units() * 254 + 368'640) / 737'280; };
    const std::string size = base::format("{} x {} mm", millimetres(shorter), millimetres(longer));
    state_.tools.diagnostics.add(diagnostics::unknown_paper(sheet_.name, size));
  }
}

void SheetMaker::find_tables(const std::vector<doc::Block>& blocks) {
  for (const doc::Block& block : blocks) {
    if (const auto* keep = std::get_if<doc::Keep>(&block)) find_tables(keep->blocks);
    const auto* table = std::get_if<doc::Table>(&block);
    if (const auto* chart = std::get_if<doc::ChartBlock>(&block)) {
      chart_tables_.push_back(chart_table(*chart, state_.info));
      table = &chart_tables_.back();
    }
    if (table == nullptr || table->columns.empty()) continue;
    drafts_.push_back(draft_table(state_, index_, *table, synthetic_));
    drafts_.back().widths = column_widths(table->columns, drafts_.back().needs, area_.width);
  }
}

void SheetMaker::make_grid() {
  auto& grid = sheet_.columns;
  for (const TableDraft& draft : drafts_) {
    if (draft.widths.size() > grid.size()) grid = draft.widths;
  }
  if (grid.empty()) grid.push_back(std::clamp(area_.width, 64, kMaxColumnWidth));
  for (const TableDraft& draft : drafts_) {
    if (draft.widths.size() != grid.size()) continue;
    for (std::size_t c = 0; c < grid.size(); ++c) grid[c] = std::max(grid[c], draft.widths[c]);
  }
  for (const TableDraft& draft : drafts_) {
    const auto edges = edges_on_grid(draft.widths, grid);
    for (std::size_t c = 0; c < draft.needs.size(); ++c) {
      const int missing =
          draft.needs[c].least + kCellPadding - width_of(edges[c], static_cast<std::uint16_t>(edges[c + 1] - 1));
      int& last = grid[edges[c + 1] - 1U];
      if (missing > 0) last = std::min(last + missing, kMaxColumnWidth);
    }
  }
}

int SheetMaker::width_of(std::uint16_t first, std::uint16_t last) const {
  return std::accumulate(sheet_.columns.begin() + first, sheet_.columns.begin() + last + 1, 0);
}

void SheetMaker::add_blocks(const std::vector<doc::Block>& blocks) {
  for (const doc::Block& block : blocks) add_block(block);
}

void SheetMaker::add_block(const doc::Block& block) {
  struct Visitor {
    SheetMaker& maker;
    const doc::StyleSheet& styles;
    const base::OriginTable& origins;

    void operator()(const doc::Heading& heading) const {
      maker.add_label(heading.label);
      CellText text;
      append(text, heading.content, origins);
      if (maker.sheet_.title.empty()) maker.sheet_.title = text.text;
      maker.add_text_row(text, styles.at(heading.style), 0);
    }
    void operator()(const doc::Paragraph& paragraph) const {
      maker.add_label(paragraph.label);
      CellText text;
      append(text, paragraph, origins);
      const doc::ParagraphStyle& style = styles.at(paragraph.style);
      if (maker.sheet_.title.empty() && style.name == "form-title") maker.sheet_.title = text.text;
      maker.add_text_row(text, style, paragraph.depth);
    }
    void operator()(const doc::Table& table) const {
      if (table.columns.empty()) return;
      maker.add_table(maker.drafts_.at(maker.next_draft_++));
    }
    void operator()(const doc::Image& image) const { maker.add_image(image); }
    void operator()(const doc::ChartBlock& chart) const { maker.add_chart(chart); }
    void operator()(const doc::MapFigure& map) const { maker.add_map(map); }
    // Sheets are listed on the index sheet.
    void operator()(const doc::Contents&) const {}
    void operator()(const doc::PageBreak&) const {
      if (maker.next_row() > 0) maker.sheet_.print.page_breaks.push_back(maker.next_row());
    }
    void operator()(const doc::Space& space) const {
      Row row;
      row.height = std::clamp(to_pixels(space.height), 1, kMaxRowHeight);
      maker.sheet_.rows.push_back(row);
    }
    void operator()(const doc::Keep& keep) const {
      const std::uint32_t begin = maker.next_row();
      maker.add_blocks(keep.blocks);
      const std::uint32_t previous = keep.with_previous && begin > 0 ? 1 : 0;
      if (maker.next_row() > begin) maker.together_.push_back({begin - previous, maker.next_row() - 1});
    }
  };
  const bool is_table = std::holds_alternative<doc::Table>(block) || std::holds_alternative<doc::ChartBlock>(block);
  if (is_table && after_table_) {
    Row gap;
    gap.height = kTableGap;
    sheet_.rows.push_back(gap);
  }
  std::visit(Visitor{*this, state_.info.styles, state_.tools.origins}, block);
  if (!std::holds_alternative<doc::Keep>(block)) after_table_ = is_table;
}

void SheetMaker::add_label(const std::string& label) {
  if (!label.empty()) state_.labels.emplace(label, Place{index_, next_row(), 0});
}

void SheetMaker::add_link(std::uint32_t row, std::uint16_t column, const std::string& target) {
  if (target.starts_with('#')) {
    state_.pending_links.push_back({{index_, row, column}, target.substr(1)});
  } else {
    sheet_.links.push_back({row, column, target});
  }
}

void SheetMaker::add_text_row(const CellText& text, const doc::ParagraphStyle& paragraph, int depth) {
  Style style;
  style.size = paragraph.size;
  style.bold = paragraph.bold;
  style.italic = paragraph.italic;
  style.align = cell_align(paragraph.align);
  if (paragraph.colour) style.colour = *paragraph.colour;
  const int indent = to_pixels(paragraph.indent) / kIndentStep + 2 * depth;
  if (style.align == doc::Align::Left) style.indent = static_cast<std::uint8_t>(std::clamp(indent, 0, 15));
  if (text.synthetic) synthetic_ = true;

  const auto last = static_cast<std::uint16_t>(sheet_.columns.size() - 1);
  const int spacing = to_pixels(paragraph.space_before + paragraph.space_after);
  Row row;
  int height = state_.ruler.row_height(1, style.size) + spacing;
  if (!text.text.empty() || !text.page_references.empty()) {
    Cell cell;
    cell.origin = text.origin;
    const TextRef ref = store_text(state_, index_, text, style);
    cell.value = ref;
    if (spacing > 0) style.vertical = doc::VerticalAlign::Middle;
    cell.style = state_.styles.intern(style);
    const int width = width_of(0, last) - kCellPadding - style.indent * kIndentStep;
    const int lines = state_.ruler.lines(state_.book.text(ref), type_of(style), width);
    height = state_.ruler.row_height(lines, style.size) + spacing;
    if (text.link != nullptr) add_link(next_row(), 0, *text.link);
    row.cells.push_back(cell);
  }
  // A paragraph higher than Excel lets a row be stands on several merged rows.
  const int rows = (height + kMaxRowHeight - 1) / kMaxRowHeight;
  const std::uint32_t first = next_row();
  row.height = (height + rows - 1) / rows;
  const StyleId style_id = row.cells.empty() ? StyleId{0} : row.cells.front().style;
  if ((last > 0 || rows > 1) && !row.cells.empty()) {
    sheet_.merges.push_back({{first, first + static_cast<std::uint32_t>(rows) - 1, 0, last}, style_id});
  }
  sheet_.rows.push_back(std::move(row));
  for (int i = 1; i < rows; ++i) {
    sheet_.rows.push_back({});
    sheet_.rows.back().height = sheet_.rows[first].height;
  }
}

void SheetMaker::add_caption(const doc::Caption& caption) {
  add_label(caption.label);
  CellText text;
  append(text, caption.lead, state_.tools.origins);
  if (!caption.lead.empty() && !caption.content.empty())
    append(text, doc::Inlines{doc::TextSpan{" ", {}, 0, {}}}, state_.tools.origins);
  append(text, caption.content, state_.tools.origins);
  const auto style = state_.info.styles.find("caption");
  if (sheet_.title.empty()) sheet_.title = text.text;
  add_text_row(text, style ? state_.info.styles.at(*style) : doc::ParagraphStyle{}, 0);
}

TablePlace SheetMaker::add_table(TableDraft& draft) {
  const doc::Table& table = *draft.table;
  const std::uint32_t top = next_row();
  if (table.caption) add_caption(*table.caption);
  if (!table.unit_line.empty()) {
    CellText text;
    append(text, table.unit_line, state_.tools.origins);
    const auto id = state_.info.styles.find("unit-line");
    doc::ParagraphStyle style = id ? state_.info.styles.at(*id) : doc::ParagraphStyle{};
    style.align = doc::TextAlign::Right;
    add_text_row(text, style, 0);
  }
  TablePlace place{next_row(), edges_on_grid(draft.widths, sheet_.columns)};
  // A table without header rows beside it, such as a block of signatures, takes nothing from the table of the sheet.
  const auto headed =
      std::count_if(drafts_.begin(), drafts_.end(), [](const TableDraft& d) { return header_rows(*d.table) > 0; });
  const bool only_table = header_rows(table) > 0 ? headed == 1 : drafts_.size() == 1;
  if (only_table && header_rows(table) > 0) set_titles(draft, place);
  if (only_table) sheet_.filter = filter_range(draft, place);
  if (!draft.rows.empty()) place_table(state_, sheet_, draft, place);
  together_.push_back({top, place.first_row + static_cast<std::uint32_t>(header_rows(table))});
  if (only_table && header_rows(table) > 0) {
    int height = 0;
    const auto frozen = place.first_row + header_rows(table);
    for (std::size_t r = 0; r < frozen; ++r) height += sheet_.rows[r].height;
    if (height <= kMaxFrozenHeight) sheet_.frozen_rows = static_cast<std::uint32_t>(frozen);
  }
  for (const doc::Paragraph& note : table.notes) {
    CellText text;
    append(text, note, state_.tools.origins);
    add_text_row(text, state_.info.styles.at(note.style), note.depth);
  }
  return place;
}

/// The chart above the table it draws.
void SheetMaker::add_chart(const doc::ChartBlock& block) {
  TableDraft& draft = drafts_.at(next_draft_++);
  const std::uint32_t top = next_row();
  if (block.caption) add_caption(*block.caption);
  auto chart = native_chart(block, state_.info.digits);
  const std::uint32_t first = next_row();
  if (chart) {
    const int measure = std::min(area_.width, width_of(0, static_cast<std::uint16_t>(sheet_.columns.size() - 1)));
    chart->row = first;
    chart->width = block.width > base::Length() ? std::min(to_pixels(block.width), measure) : measure;
    add_room(chart->height);
    together_.push_back({top, next_row() - 1});
  }
  TablePlace place = add_table(draft);
  if (!chart) return;
  place_references(*chart, block.chart, place);
  if (block.caption) {
    CellText title;  // without its number: the row above has it
    append(title, block.caption->content, state_.tools.origins);
    chart->title = title.text;
  }
  const doc::ChartFigure* figure = first_figure(block.chart);
  const auto cell = figure != nullptr ? state_.figures.figure_of(figure->value, figure->format, figure->text)
                    : chart->days     ? state_.figures.figure_of(chart->days->first, "date-short", {})
                                      : std::nullopt;
  if (cell) chart->number_format = cell->number_format;
  sheet_.charts.push_back(std::move(*chart));
}

/// Empty rows as high as what stands on them.
void SheetMaker::add_room(int height) {
  const int rows = (height + kMaxRowHeight - 1) / kMaxRowHeight;
  for (int i = 0; i < rows; ++i) {
    sheet_.rows.push_back({});
    sheet_.rows.back().height = (height + rows - 1) / rows;
  }
}

void SheetMaker::set_titles(const TableDraft& draft, const TablePlace& place) {
  const auto last = static_cast<std::uint32_t>(place.first_row + header_rows(*draft.table) - 1);
  if (draft.table->repeat_header) sheet_.print.title_rows = {{place.first_row, last}};
  if (draft.needs.size() < kFreezeColumnsFrom) return;
  const std::uint16_t keys = key_columns(draft);
  if (keys == 0 || width_of(0, static_cast<std::uint16_t>(keys - 1)) > area_.width / 2) return;
  sheet_.frozen_columns = keys;
  const std::pair<std::uint16_t, std::uint16_t> columns{0, static_cast<std::uint16_t>(keys - 1)};
  if (sheet_.print.title_rows && print_titles_fit(sheet_.name, *sheet_.print.title_rows, columns)) {
    sheet_.print.title_columns = columns;
  }
}

namespace {

constexpr std::size_t kMaxMark = 40;

/// Text without control codes, on one line.
std::string header_text(std::string_view written) {
  std::string text;
  for (const char c : written) text += c == '&' ? std::string("&&") : std::string(1, c == '\n' ? ' ' : c);
  return text;
}

}  // namespace

void SheetMaker::set_header_footer() {
  // `&14` takes a digit that follows it for its own: a space keeps them apart; `&&` prints one ampersand.
  const std::string font = base::format("&\"{},Regular\"&", state_.options.font.name);
  const std::string small = font + "12 ";
  // A mark is a word or two; were it longer, it would push the running head out of the header's 255 characters.
  const std::string mark = state_.info.mark.empty()
                               ? std::string()
                               : "&C" + base::format("&\"{},Bold\"&28 &KB0B0B0", state_.options.font.name) +
                                     header_text(std::string(cut_to_utf16(state_.info.mark, kMaxMark)));
  CellText head;
  append(head, section_.running_head, state_.tools.origins);
  if (!head.text.empty()) {
    std::string text = header_text(head.text);
    const std::string opening = "&L" + small;
    const std::size_t room = kMaxHeaderFooter - utf16_length(opening) - utf16_length(mark);
    if (utf16_length(text) > room) {
      state_.tools.diagnostics.add(diagnostics::header_too_long(sheet_.name, utf16_length(opening + text)));
      std::string_view cut = cut_to_utf16(text, room - 1);
      // Half of an `&&` would start a control code.
      const std::size_t ampersands = cut.size() - (cut.find_last_not_of('&') + 1);
      if (ampersands % 2 == 1) cut.remove_suffix(1);
      text = std::string(cut) + "…";
    }
    sheet_.print.header = opening + text;
  }
  sheet_.print.header += mark;
  if (section_.folio != doc::Folio::None) sheet_.print.footer = "&C" + small + "หน้า &P จาก &N";
}

}  // namespace phaen::workbook
