// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/make.h"

#include <algorithm>

#include "base/format.h"
#include "workbook/diagnostics.h"
#include "workbook/names.h"
#include "workbook/sheet_maker.h"

namespace phaen::workbook {
namespace {

// libxlsxwriter's limits on links, which are Excel's.
constexpr std::size_t kMaxLinks = 65'530;
constexpr std::size_t kMaxLinkLength = 2'079;

std::string link_to(const Sheet& sheet, std::uint32_t row, std::uint16_t column) {
  return "#" + quoted_sheet(sheet.name) + "!" + cell_name(row, column);
}

void resolve_links(BookState& state) {
  for (const auto& link : state.pending_links) {
    const auto found = state.labels.find(link.label);
    // What it points at is printed in the PDF only: the text stays without a link.
    if (found == state.labels.end()) continue;
    const Place& to = found->second;
    state.book.sheets.at(link.from.sheet)
        .links.push_back({link.from.row, link.from.column, link_to(state.book.sheets.at(to.sheet), to.row, to.column)});
  }
}

void resolve_references(BookState& state) {
  // From the end, so that offsets before it stay true.
  for (auto at = state.pending_references.rbegin(); at != state.pending_references.rend(); ++at) {
    const auto found = state.labels.find(at->reference.label);
    std::string name = "…";
    if (found != state.labels.end()) {
      name = "'" + state.book.sheets.at(found->second.sheet).name + "'";
    } else {
      state.tools.diagnostics.add(
          diagnostics::page_reference(state.book.sheets.at(at->sheet).name, at->reference.label));
    }
    Text& text = state.book.texts[at->text];
    text.text.insert(at->reference.at, name);
    for (TextRun& run : text.runs) {
      if (run.end >= at->reference.at) run.end += name.size();
    }
  }
}

void check_links(Sheet& sheet, base::Diagnostics& diagnostics) {
  const auto drop = [&](const Link& link, const base::Bilingual& reason) {
    diagnostics.add(diagnostics::link_dropped(sheet.name, cell_name(link.row, link.column), reason));
  };
  std::vector<Link> kept;
  for (Link& link : sheet.links) {
    if (link.target.size() > kMaxLinkLength) {
      drop(link, {base::format("ลิงก์ยาว {} ไบต์ เกิน 2,079", link.target.size()),
                  base::format("it is {} bytes long, more than 2,079", link.target.size())});
    } else if (kept.size() == kMaxLinks) {
      drop(link, {"แผ่นงานมีลิงก์ครบ 65,530 แล้ว", "the sheet has 65,530 links already"});
    } else {
      kept.push_back(std::move(link));
    }
  }
  sheet.links = std::move(kept);
}

enum class TextFault : std::uint8_t { None, TooLong, Unwritable };

TextFault fault_of(const std::string& text) {
  // U+FFFE and U+FFFF, which XML cannot carry.
  if (text.find("\xEF\xBF\xBE") != std::string::npos || text.find("\xEF\xBF\xBF") != std::string::npos) {
    return TextFault::Unwritable;
  }
  return text.size() > kMaxCellText && utf16_length(text) > kMaxCellText ? TextFault::TooLong : TextFault::None;
}

void mend(Text& text, TextFault fault) {
  if (fault == TextFault::TooLong) {
    text.text = std::string(cut_to_utf16(text.text, kMaxCellText));
    text.runs.clear();
    return;
  }
  for (std::size_t at = 0; (at = text.text.find("\xEF\xBF", at)) != std::string::npos; at += 3) {
    const char last = text.text[at + 2];
    if (last == '\xBE' || last == '\xBF') text.text[at + 2] = '\xBD';
  }
}

// Reports each text Excel cannot hold once, at the first cell that shows it, and mends it.
void check_texts(Workbook& book, base::Diagnostics& diagnostics) {
  std::vector<TextFault> faults;
  faults.reserve(book.texts.size());
  for (const Text& text : book.texts) faults.push_back(fault_of(text.text));
  if (std::all_of(faults.begin(), faults.end(), [](TextFault fault) { return fault == TextFault::None; })) return;
  for (const Sheet& sheet : book.sheets) {
    for (std::uint32_t r = 0; r < sheet.rows.size(); ++r) {
      for (const Cell& cell : sheet.rows[r].cells) {
        const auto* ref = std::get_if<TextRef>(&cell.value);
        if (ref == nullptr || faults[ref->id] == TextFault::None) continue;
        const std::string name = cell_name(r, cell.column);
        Text& text = book.texts[ref->id];
        diagnostics.add(faults[ref->id] == TextFault::TooLong
                            ? diagnostics::text_too_long(sheet.name, name, utf16_length(text.text))
                            : diagnostics::unwritable_character(sheet.name, name));
        mend(text, faults[ref->id]);
        faults[ref->id] = TextFault::None;
      }
    }
  }
}

// A comment on each figure that says where it comes from.
void describe_origins(BookState& state) {
  const base::Dataset& dataset = *state.options.describe_origins;
  for (Sheet& sheet : state.book.sheets) {
    for (std::uint32_t r = 0; r < sheet.rows.size(); ++r) {
      for (const Cell& cell : sheet.rows[r].cells) {
        const bool figure = std::holds_alternative<base::Decimal>(cell.value) || cell.formula > 0;
        if (!figure || cell.origin == base::kNoOrigin) continue;
        sheet.notes.push_back({r, cell.column, state.tools.origins.describe(cell.origin, dataset)});
      }
    }
  }
}

doc::Inlines words(std::string text, std::string link = {}) {
  return {doc::TextSpan{std::move(text), {}, base::kNoOrigin, std::move(link)}};
}

doc::Cell index_cell(std::uint16_t column, doc::StyleId style, std::string text, std::string link = {}) {
  doc::Cell cell;
  cell.column = column;
  cell.content.push_back({style, words(std::move(text), std::move(link)), {}, 0, {}});
  return cell;
}

// The index sheet is a section like any other: its table has a row for each sheet.
doc::Section index_section(const BookState& state) {
  const doc::StyleSheet& styles = state.info.styles;
  const auto style = [&](std::string_view name) { return styles.find(name).value_or(doc::StyleId{0}); };
  doc::Table table;
  table.head_style = style("table-head");
  table.cell_style = style("table-cell");
  table.columns = {{"number", {doc::ColumnWidth::Kind::Fixed, base::Length::cm(1.5), 1}, doc::Align::Centre},
                   {"sheet", {doc::ColumnWidth::Kind::Auto, {}, 1}, doc::Align::Left},
                   {"title", {doc::ColumnWidth::Kind::Fraction, {}, 1}, doc::Align::Left}};
  doc::Row head;
  head.kind = doc::RowKind::Header;
  head.cells = {index_cell(0, table.head_style, "ที่"), index_cell(1, table.head_style, "แผ่นงาน"),
                index_cell(2, table.head_style, "เรื่อง")};
  table.rows.push_back(head);
  for (std::size_t i = 0; i < state.book.sheets.size(); ++i) {
    const Sheet& sheet = state.book.sheets[i];
    const std::string number = base::format("{}", i + 1);
    doc::Row row;
    row.cells = {index_cell(0, table.cell_style, number),
                 index_cell(1, table.cell_style, sheet.name, link_to(sheet, 0, 0)),
                 index_cell(2, table.cell_style, sheet.title)};
    row.cells[0].value = base::Decimal::integer(static_cast<std::int64_t>(i) + 1);
    row.cells[0].format = "integer";
    table.rows.push_back(std::move(row));
  }
  doc::Section section;
  section.sheet = "สารบัญ";
  doc::Heading title;
  title.style = style("contents-title");
  title.content = words(state.info.title.empty() ? "สารบัญ" : state.info.title);
  section.blocks = {std::move(title), std::move(table)};
  return section;
}

// Sheets named สารบัญ by the document keep their name; the index takes the next free one without a message.
std::string free_index_name(const std::vector<Sheet>& sheets) {
  base::Diagnostics ignored;
  return sheet_name("สารบัญ", sheets, ignored);
}

void add_index(BookState& state) {
  doc::Section section = index_section(state);
  section.sheet = free_index_name(state.book.sheets);
  // Links of the index are complete already: `#'sheet'!A1` must not be looked up as a label.
  const std::size_t pending = state.pending_links.size();
  Sheet index = SheetMaker(state, section).make();
  for (std::size_t i = pending; i < state.pending_links.size(); ++i) {
    const auto& link = state.pending_links[i];
    index.links.push_back({link.from.row, link.from.column, "#" + link.label});
  }
  state.pending_links.resize(pending);
  index.filter.reset();
  state.book.sheets.insert(state.book.sheets.begin(), std::move(index));
}

}  // namespace

struct WorkbookMaker::State : BookState {
  using BookState::BookState;
};

WorkbookMaker::WorkbookMaker(const doc::DocumentInfo& info, Options options, Tools tools)
    : state_(std::make_unique<State>(info, std::move(options), tools)) {}
WorkbookMaker::~WorkbookMaker() = default;
WorkbookMaker::WorkbookMaker(WorkbookMaker&&) noexcept = default;

void WorkbookMaker::add(const doc::Section& section) {
  if (section.sheet.empty()) return;
  state_->book.sheets.push_back(SheetMaker(*state_, section).make());
}

Workbook WorkbookMaker::finish() {
  resolve_links(*state_);
  resolve_references(*state_);
  if (state_->options.describe_origins != nullptr) describe_origins(*state_);
  if (state_->options.index_sheet && state_->book.sheets.size() > 1) add_index(*state_);
  for (Sheet& sheet : state_->book.sheets) check_links(sheet, state_->tools.diagnostics);
  check_texts(state_->book, state_->tools.diagnostics);
  return std::move(state_->book);
}

Workbook make_workbook(const doc::Document& document, Options options, Tools tools) {
  WorkbookMaker maker(document.info, std::move(options), tools);
  for (const doc::Section& section : document.sections) maker.add(section);
  return maker.finish();
}

}  // namespace phaen::workbook
