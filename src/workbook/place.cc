// SPDX-License-Identifier: GPL-3.0-or-later
// Second pass over a table: where its cells stand, what they merge, what they compute and how high their rows are.
#include <algorithm>
#include <numeric>

#include "workbook/diagnostics.h"
#include "workbook/names.h"
#include "workbook/sheet_maker.h"

namespace phaen::workbook {
namespace {

class Placer {
 public:
  Placer(BookState& state, Sheet& sheet, TableDraft& draft, const TablePlace& place)
      : state_(state), sheet_(sheet), draft_(draft), table_(*draft.table), place_(place) {
    busy_until_.assign(place.edges.back(), 0);
    filler_.resize(4);
  }

  void place() {
    set_outline();
    for (std::uint32_t r = 0; r < draft_.rows.size(); ++r) place_row(r);
    state_.count_lines();
    fit_rows();
    fit_row_spans();
    add_labels();
    for (const auto& link : draft_.links) {
      Place from{state_.book.sheets.size(), place_.first_row + link.row, place_.edges.at(link.column)};
      if (link.target.starts_with('#')) {
        state_.pending_links.push_back({from, link.target.substr(1)});
      } else {
        sheet_.links.push_back({from.row, from.column, link.target});
      }
    }
    std::move(draft_.rows.begin(), draft_.rows.end(), std::back_inserter(sheet_.rows));
  }

 private:
  // What links to a cell's paragraph leads to the cell.
  void add_labels() {
    for (std::uint32_t r = 0; r < table_.rows.size(); ++r)
      for (const doc::Cell& cell : table_.rows[r].cells)
        for (const doc::Paragraph& paragraph : cell.content)
          if (!paragraph.label.empty())
            state_.labels.emplace(paragraph.label,
                                  Place{state_.book.sheets.size(), place_.first_row + r, place_.edges.at(cell.column)});
  }

  // A row is as deep as there are groups open around it.
  void set_outline() {
    std::vector<int> open;
    int deepest = 0;
    for (std::size_t r = 0; r < draft_.rows.size(); ++r) {
      const doc::Row& row = table_.rows[r];
      if (row.kind == doc::RowKind::Header) continue;
      while (!open.empty() && row.level <= open.back()) open.pop_back();
      const int depth = static_cast<int>(open.size());
      deepest = std::max(deepest, depth);
      draft_.rows[r].outline = static_cast<std::uint8_t>(std::min(depth, kMaxOutlineLevel));
      if (row.kind == doc::RowKind::Group) open.push_back(row.level);
    }
    if (deepest > kMaxOutlineLevel) state_.tools.diagnostics.add(diagnostics::outline_too_deep(sheet_.name, deepest));
  }

  void place_row(std::uint32_t r) {
    Row& row = draft_.rows[r];
    std::vector<Cell> placed;
    placed.reserve(busy_until_.size());
    std::uint16_t column = 0;
    row.height = state_.ruler.row_height(1, row_size(r));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Cell& cell = row.cells[i];
      const doc::Cell& source = table_.rows[r].cells[i];
      const Range range = range_of(r, source);
      if (range.first_column < column || is_busy(r, range)) {
        state_.tools.diagnostics.add(diagnostics::merges_overlap(sheet_.name, "?", range_name(range)));
        continue;
      }
      fill_blanks(r, column, range.first_column, placed);
      column = static_cast<std::uint16_t>(range.last_column + 1);
      occupy(range);
      set_formula(r, source, cell);
      check_value(range, cell);
      note_height(r, range, cell);
      cell.column = range.first_column;
      placed.push_back(cell);
    }
    fill_blanks(r, column, static_cast<std::uint16_t>(busy_until_.size()), placed);
    row.cells = std::move(placed);
  }

  base::Length row_size(std::uint32_t r) const {
    const bool head = table_.rows[r].kind == doc::RowKind::Header;
    return state_.info.styles.at(head ? table_.head_style : table_.cell_style).size;
  }

  Range range_of(std::uint32_t r, const doc::Cell& cell) const {
    const std::size_t columns = place_.edges.size() - 1;
    const std::size_t first = std::min<std::size_t>(cell.column, columns - 1);
    const std::size_t end = std::min<std::size_t>(first + std::max<std::uint16_t>(cell.column_span, 1), columns);
    const auto rows = static_cast<std::uint32_t>(draft_.rows.size());
    const std::uint32_t last = std::min(r + std::max(cell.row_span, 1U), rows) - 1;
    return {place_.first_row + r, place_.first_row + last, place_.edges[first],
            static_cast<std::uint16_t>(place_.edges[end] - 1)};
  }

  bool is_busy(std::uint32_t r, const Range& range) const {
    for (std::uint16_t c = range.first_column; c <= range.last_column; ++c) {
      if (busy_until_[c] > r) return true;
    }
    return false;
  }

  void occupy(const Range& range) {
    for (std::uint16_t c = range.first_column; c <= range.last_column; ++c) {
      busy_until_[c] = range.last_row - place_.first_row + 1;
    }
  }

  // Columns without a cell still show the rules of the table.
  void fill_blanks(std::uint32_t r, std::uint16_t from, std::uint16_t to, std::vector<Cell>& placed) {
    if (table_.rules == doc::Rules::None) return;
    for (std::uint16_t c = from; c < to; ++c) {
      if (busy_until_[c] > r) continue;
      auto& style = filler_[static_cast<std::size_t>(table_.rows[r].kind)];
      if (!style) {
        Style blank;
        blank.size = row_size(r);
        blank.rules = table_.rules;
        style = state_.styles.intern(blank);
      }
      Cell cell;
      cell.column = c;
      cell.style = *style;
      placed.push_back(cell);
    }
  }

  void set_formula(std::uint32_t r, const doc::Cell& source, Cell& cell) {
    if (!source.formula || source.formula->inputs.empty() || std::holds_alternative<TextRef>(cell.value)) return;
    const auto text = formula_of(source, std::holds_alternative<std::monostate>(cell.value));
    auto& diagnostics = state_.tools.diagnostics;
    if (!text || text->size() > kMaxFormula) {
      const std::string name = cell_name(place_.first_row + r, place_.edges.at(source.column));
      diagnostics.add(text ? diagnostics::formula_too_long(sheet_.name, name, text->size())
                           : diagnostics::formula_left_out(sheet_.name, name));
      return;
    }
    state_.book.formulas.push_back(*text);
    cell.formula = static_cast<FormulaId>(state_.book.formulas.size());
  }

  std::optional<std::string> formula_of(const doc::Cell& source, bool is_nil) const {
    FormulaContext context;
    context.is_nil = is_nil;
    context.target = state_.figures.scale_of(source.format);
    for (const doc::CellRange& input : source.formula->inputs) {
      const auto scale = scale_of(input);
      if (!scale) return std::nullopt;
      context.inputs.push_back(*scale);
    }
    return formula_text(*source.formula, place_, context);
  }

  // The unit all figures of the range share; nothing when they differ or when one stands there as text.
  std::optional<Scale> scale_of(const doc::CellRange& range) const {
    bool one = false, million = false;
    if (range.last_column >= draft_.figures.size() || range.last_row >= draft_.rows.size()) return std::nullopt;
    for (std::uint16_t c = range.first_column; c <= range.last_column; ++c) {
      const auto& column = draft_.figures[c];
      if (column.text) return std::nullopt;
      one = one || column.one;
      million = million || column.million;
    }
    if (one && million) return exact_scale_of(range);
    return million ? Scale::Million : Scale::One;
  }

  std::optional<Scale> exact_scale_of(const doc::CellRange& range) const {
    std::optional<Scale> scale;
    for (std::uint32_t r = range.first_row; r <= range.last_row; ++r) {
      for (const doc::Cell& cell : table_.rows[r].cells) {
        if (cell.column < range.first_column || cell.column > range.last_column) continue;
        if (std::holds_alternative<std::monostate>(cell.value)) continue;
        const Scale own = state_.figures.scale_of(cell.format);
        if (scale && *scale != own) return std::nullopt;
        scale = own;
      }
    }
    return scale.value_or(Scale::One);
  }

  void check_value(const Range& range, Cell& cell) {
    if (const auto* number = std::get_if<base::Decimal>(&cell.value)) {
      constexpr std::int64_t kFifteenDigits = 1'000'000'000'000'000;
      std::int64_t units = number->units();
      while (units != 0 && units % 10 == 0) units /= 10;
      if (units < kFifteenDigits && units > -kFifteenDigits) return;
      state_.tools.diagnostics.add(diagnostics::figure_too_precise(
          sheet_.name, cell_name(range.first_row, range.first_column), number->to_string()));
    }
  }

  int width_of(const Range& range) const {
    const auto first = sheet_.columns.begin() + range.first_column,
               end = sheet_.columns.begin() + range.last_column + 1;
    return std::accumulate(first, end, 0);
  }

  // Of a text of the rows first to last.
  struct Wrapped {
    std::uint32_t first = 0, last = 0;
    std::uint32_t lines = 0;  // of LineCounts
    std::uint16_t column = 0;
    StyleId style = 0;
  };

  // What the cell asks of the height of its rows: a line, or the lines of its text once they are counted.
  void note_height(std::uint32_t r, const Range& range, const Cell& cell) {
    const bool one_cell = range.first_row == range.last_row && range.first_column == range.last_column;
    if (!one_cell) sheet_.merges.push_back({range, cell.style});
    const Style& style = state_.book.styles[cell.style];
    const auto* ref = std::get_if<TextRef>(&cell.value);
    if (ref == nullptr) {
      int& height = draft_.rows[r].height;
      if (range.first_row == range.last_row) height = std::max(height, state_.ruler.row_height(1, style.size));
      return;
    }
    const int width = width_of(range) - kCellPadding - style.indent * kIndentStep;
    (range.first_row == range.last_row ? wrapped_ : tall_)
        .push_back({r, range.last_row - place_.first_row, state_.line_counts.want(ref->id, type_of(style), width),
                    range.first_column, cell.style});
  }

  int height_needed(const Wrapped& text) const {
    return state_.ruler.row_height(state_.line_counts.lines(text.lines), state_.book.styles[text.style].size);
  }

  void report_height(const Wrapped& text, int height) {
    const std::string name = cell_name(place_.first_row + text.first, text.column);
    state_.tools.diagnostics.add(diagnostics::row_too_high(sheet_.name, name, height));
  }

  void fit_rows() {
    for (const Wrapped& text : wrapped_) {
      int& row = draft_.rows[text.first].height;
      const int height = height_needed(text);
      if (height > kMaxRowHeight && row < kMaxRowHeight) report_height(text, height);
      row = std::clamp(height, row, kMaxRowHeight);
    }
  }

  // What a tall cell needs beyond its rows goes to the last of them.
  void fit_row_spans() {
    for (const Wrapped& text : tall_) {
      int height = 0;
      for (std::uint32_t r = text.first; r <= text.last; ++r) height += draft_.rows[r].height;
      const int missing = height_needed(text) - height;
      if (missing <= 0) continue;
      int& lowest = draft_.rows[text.last].height;
      if (lowest + missing > kMaxRowHeight) report_height(text, lowest + missing);
      lowest = std::min(lowest + missing, kMaxRowHeight);
    }
  }

  BookState& state_;
  Sheet& sheet_;
  TableDraft& draft_;
  const doc::Table& table_;
  const TablePlace& place_;
  std::vector<std::uint32_t> busy_until_;  ///< by sheet column: first table row that is free again
  std::vector<std::optional<StyleId>> filler_;
  std::vector<Wrapped> wrapped_;  ///< texts of one row
  std::vector<Wrapped> tall_;     ///< texts of several
};

}  // namespace

void place_table(BookState& state, Sheet& sheet, TableDraft& draft, const TablePlace& place) {
  Placer(state, sheet, draft, place).place();
}

}  // namespace phaen::workbook
