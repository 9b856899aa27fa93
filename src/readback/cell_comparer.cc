// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/cell_comparer.h"

#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "workbook/excel_date.h"
#include "workbook/names.h"

namespace phaen::readback {
namespace {

using base::Bilingual;

constexpr int kDefaultRowHeight = 20;  // pixels: 15 pt, of a row that states none

// Digit by digit: 68.09999999999999 is not 68.1.
bool is_same_number(base::Decimal expected, std::string_view found) {
  const auto number = base::Decimal::parse(found);
  return number && *number == expected;
}

std::string pixels(int value) { return base::format("{} px", value); }

Bilingual quoted(std::string_view text) {
  return {base::format("ข้อความ \"{}\"", text), base::format("the text `{}`", text)};
}

const Bilingual kBlank = {"เซลล์ว่าง", "a blank cell"};

}  // namespace

CellComparer::CellComparer(const CellContext& context, const workbook::Sheet& sheet)
    : context_(context), sheet_(sheet) {
  for (const workbook::Merge& merge : sheet.merges) merges_.push_back(&merge);
  std::stable_sort(merges_.begin(), merges_.end(), [](const workbook::Merge* a, const workbook::Merge* b) {
    return a->range.first_row < b->range.first_row;
  });
}

void CellComparer::start(std::string_view element, const Attributes& attributes) {
  if (element == "c") {
    begin_cell(attributes);
  } else if (element == "row") {
    begin_row(attributes);
  } else if (!in_cell_) {
    return;
  } else if (element == "v") {
    found_.has_value = true;
    collector_.begin();
  } else if (element == "f") {
    found_.has_formula = true;
    collector_.begin();
  } else if (element == "is") {
    in_inline_text_ = true;
    inline_text_.begin();
  } else if (in_inline_text_) {
    inline_text_.start(element, attributes);
  }
}

void CellComparer::end(std::string_view element) {
  if (element == "c") {
    end_cell();
  } else if (element == "row") {
    end_row();
  } else if (!in_cell_) {
    return;
  } else if (element == "v") {
    found_.value = collector_.end();
    if (found_.type == "str") resolve_escapes(found_.value);
  } else if (element == "f") {
    found_.formula = collector_.end();
  } else if (element == "is") {
    in_inline_text_ = false;
  } else if (in_inline_text_) {
    inline_text_.end(element);
  }
}

void CellComparer::characters(std::string_view text) {
  if (!in_cell_) return;
  if (in_inline_text_) return inline_text_.characters(text);
  collector_.add(text);
}

void CellComparer::finish() { lose_rows_before(static_cast<std::uint32_t>(sheet_.rows.size())); }

void CellComparer::begin_row(const Attributes& attributes) {
  const auto number = parse_count(attributes.find("r").value_or(""));
  row_ = number && *number > 0 ? *number - 1 : next_row_;
  // A row that comes again has nothing more to expect: its cells are reported as such.
  const bool comes_again = row_ < next_row_;
  lose_rows_before(row_);
  next_row_ = std::max(next_row_, row_ + 1);
  next_cell_ = comes_again && row_ < sheet_.rows.size() ? sheet_.rows[row_].cells.size() : 0;
  next_column_ = 0;
  for (; next_merge_ < merges_.size() && merges_[next_merge_]->range.first_row <= row_; ++next_merge_) {
    const workbook::Range& range = merges_[next_merge_]->range;
    if (by_column_.size() <= range.last_column) by_column_.resize(range.last_column + std::size_t{1}, nullptr);
    for (std::size_t c = range.first_column; c <= range.last_column; ++c) by_column_[c] = merges_[next_merge_];
  }
  const auto points = parse_number(attributes.find("ht").value_or(""));
  int height =
      points && *points >= 0 && *points < 1000 ? static_cast<int>(std::lround(*points * 4 / 3)) : kDefaultRowHeight;
  if (attributes.find("hidden") == "1") height = 0;
  compare_row(row_, height, parse_count(attributes.find("outlineLevel").value_or("0")).value_or(0));
}

void CellComparer::compare_row(std::uint32_t row, int height, std::uint32_t outline) {
  if (row >= sheet_.rows.size()) return;
  const workbook::Row& expected = sheet_.rows[row];
  if (expected.height != height) {
    context_.differences.add([&] {
      return diagnostics::setting_differs(
          context_.differences.file(), sheet_.name,
          {base::format("ความสูงของแถว {}", row + 1), base::format("height of row {}", row + 1)},
          pixels(expected.height), pixels(height));
    });
  }
  if (expected.outline != outline) {
    context_.differences.add([&] {
      return diagnostics::setting_differs(
          context_.differences.file(), sheet_.name,
          {base::format("ระดับกลุ่มของแถว {}", row + 1), base::format("outline level of row {}", row + 1)},
          base::format("{}", expected.outline), base::format("{}", outline));
    });
  }
}

void CellComparer::lose_rows_before(std::uint32_t row) {
  const auto end = std::min(row, static_cast<std::uint32_t>(sheet_.rows.size()));
  for (; next_row_ < end; ++next_row_) {
    row_ = next_row_;
    next_cell_ = 0;
    compare_row(row_, kDefaultRowHeight, 0);
    lose_cells_before(workbook::kMaxColumns);
  }
  row_ = row;
}

void CellComparer::lose_cells_before(std::uint16_t column) {
  if (row_ >= sheet_.rows.size()) return;
  const auto& cells = sheet_.rows[row_].cells;
  for (; next_cell_ < cells.size() && cells[next_cell_].column < column; ++next_cell_) {
    const workbook::Cell& cell = cells[next_cell_];
    context_.differences.add([&] { return diagnostics::cell_missing(place(cell.column), described(cell)); });
  }
}

void CellComparer::begin_cell(const Attributes& attributes) {
  in_cell_ = true;
  found_.has_value = found_.has_formula = false;
  found_.value.clear();
  found_.formula.clear();
  inline_text_.begin();
  found_.type = attributes.find("t").value_or("n");
  found_.style = parse_count(attributes.find("s").value_or("0")).value_or(0);
  const auto reference = parse_cell_reference(attributes.find("r").value_or(""));
  found_.column = reference ? reference->column : next_column_;
  next_column_ = static_cast<std::uint16_t>(found_.column + 1);
}

void CellComparer::end_cell() {
  in_cell_ = false;
  lose_cells_before(found_.column);
  const bool is_expected = row_ < sheet_.rows.size() && next_cell_ < sheet_.rows[row_].cells.size() &&
                           sheet_.rows[row_].cells[next_cell_].column == found_.column;
  if (is_expected) return compare_cell(sheet_.rows[row_].cells[next_cell_++]);
  if (is_merged_blank()) return;
  context_.differences.add([&] { return diagnostics::unexpected_cell(place(found_.column), described(content())); });
}

void CellComparer::end_row() { lose_cells_before(workbook::kMaxColumns); }

// The cells under a merge are written blank, for their borders.
bool CellComparer::is_merged_blank() const {
  if (found_.has_value || found_.has_formula || !inline_text_.text().empty()) return false;
  const workbook::Merge* merge = found_.column < by_column_.size() ? by_column_[found_.column] : nullptr;
  return merge != nullptr && merge->range.first_row <= row_ && row_ <= merge->range.last_row;
}

void CellComparer::compare_cell(const workbook::Cell& cell) {
  ++cells_;
  const std::string_view formula =
      cell.formula > 0 ? std::string_view(context_.book.formulas.at(cell.formula - 1)) : std::string_view{};
  if (cell.formula > 0) ++formulas_;
  if (formula != found_.formula || (cell.formula > 0) != found_.has_formula) {
    const Excerpts texts = excerpts(formula, found_.formula);
    context_.differences.add(
        [&] { return diagnostics::formula_differs(place(cell.column), texts.expected, texts.found); });
  }
  const Content found = content();
  if (!is_equal(cell, found)) {
    context_.differences.add([&] {
      const auto* ref = std::get_if<workbook::TextRef>(&cell.value);
      if (ref == nullptr || found.type != Type::Text) {
        return diagnostics::value_differs(place(cell.column), described(cell), described(found));
      }
      const Excerpts texts = excerpts(context_.book.text(*ref), found.text);
      return diagnostics::value_differs(place(cell.column), quoted(texts.expected), quoted(texts.found));
    });
  }
  const std::string& code = context_.book.number_formats.at(context_.book.styles.at(cell.style).number_format);
  const auto& codes = context_.styles.number_formats;
  const std::string_view found_code = found_.style < codes.size() ? std::string_view(codes[found_.style]) : "?";
  if (code != found_code) {
    context_.differences.add([&] { return diagnostics::number_format_differs(place(cell.column), code, found_code); });
  }
}

CellComparer::Content CellComparer::content() const {
  if (found_.type == "s") {
    const auto index = parse_count(found_.value);
    const auto text = index ? context_.texts.at(*index) : std::nullopt;
    return text ? Content{Type::Text, *text} : Content{Type::Other, found_.value};
  }
  if (found_.type == "inlineStr") return {Type::Text, inline_text_.text()};
  if (found_.type == "str") return {Type::Text, found_.value};
  if (!found_.has_value) return {};
  const bool is_number = found_.type == "n" && parse_number(found_.value);
  return {is_number ? Type::Number : Type::Other, found_.value};
}

bool CellComparer::is_equal(const workbook::Cell& cell, const Content& found) const {
  struct Visitor {
    const workbook::Workbook& book;
    bool has_formula;
    const Content& found;
    bool operator()(std::monostate) const {
      return has_formula ? found.type == Type::Text && found.text.empty() : found.type == Type::Blank;
    }
    bool operator()(workbook::TextRef ref) const { return found.type == Type::Text && found.text == book.text(ref); }
    bool operator()(const base::Decimal& number) const {
      return found.type == Type::Number && is_same_number(number, found.text);
    }
    bool operator()(const base::Date& date) const {
      return found.type == Type::Number &&
             is_same_number(base::Decimal::integer(workbook::excel_day(date)), found.text);
    }
  };
  return std::visit(Visitor{context_.book, cell.formula > 0, found}, cell.value);
}

Bilingual CellComparer::described(const workbook::Cell& cell) const {
  struct Visitor {
    const workbook::Workbook& book;
    Bilingual operator()(std::monostate) const { return kBlank; }
    Bilingual operator()(workbook::TextRef ref) const { return quoted(excerpts(book.text(ref), {}).expected); }
    Bilingual operator()(const base::Decimal& number) const { return {number.to_string(), number.to_string()}; }
    Bilingual operator()(const base::Date& date) const {
      const std::string text = base::format("{} ({})", workbook::excel_day(date), date.to_iso());
      return {text, text};
    }
  };
  if (cell.formula > 0 && std::holds_alternative<std::monostate>(cell.value)) return quoted("");
  return std::visit(Visitor{context_.book}, cell.value);
}

Bilingual CellComparer::described(const Content& found) const {
  const std::string text = excerpts(found.text, {}).expected;
  switch (found.type) {
    case Type::Blank: return kBlank;
    case Type::Text: return quoted(text);
    case Type::Number: return {text, text};
    case Type::Other: break;
  }
  return {base::format("ค่าชนิด {} ที่เขียนว่า \"{}\"", found_.type, text),
          base::format("a value of type {} spelt `{}`", found_.type, text)};
}

diagnostics::CellPlace CellComparer::place(std::uint16_t column) const {
  return {context_.differences.file(), sheet_.name, workbook::cell_name(row_, column)};
}

}  // namespace phaen::readback
