// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/sheet_data.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "workbook/excel_date.h"
#include "workbook/names.h"

namespace phaen::workbook {
namespace {

template <typename Integer>
void append_integer(std::string& out, Integer value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

// `-1234.5`: exact; zeros at the end of the decimals say nothing to a reader of numbers.
void append_decimal(std::string& out, base::Decimal number) {
  std::int64_t units = number.units();
  int scale = number.scale();
  for (; scale > 0 && units % 10 == 0; --scale) units /= 10;
  if (scale == 0) return append_integer(out, units);
  std::array<char, 24> digits;
  const std::uint64_t magnitude =
      units < 0 ? ~static_cast<std::uint64_t>(units) + 1 : static_cast<std::uint64_t>(units);
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), magnitude).ptr;
  const auto count = static_cast<std::size_t>(end - digits.data());
  const auto decimals = static_cast<std::size_t>(scale);
  if (units < 0) out += '-';
  if (count > decimals) {
    out.append(digits.data(), count - decimals);
  } else {
    out += '0';
  }
  out += '.';
  if (decimals > count) out.append(decimals - count, '0');
  const std::size_t shown = std::min(count, decimals);
  out.append(end - shown, shown);
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

// Whether `_x0041_` or its like stands at `at`: a reader would take it for the character it names (18.4.12
// with 22.9.2.19).
bool spells_escape(std::string_view text, std::size_t at) {
  return text.size() - at >= 7 && text[at + 1] == 'x' && text[at + 6] == '_' &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
}

void append_control(std::string& out, unsigned char byte) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += "_x00";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
  out += '_';
}

// Character data. Control characters, which XML forbids, stand as escapes of the format.
void append_text(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // Thai and digits, nearly everything, pass by this one test.
    if (byte > '_' || (byte > '>' && byte < '_')) continue;
    const bool control = byte < 0x20 && byte != '\t' && byte != '\n';
    if (!control && byte != '&' && byte != '<' && byte != '>' && (byte != '_' || !spells_escape(text, at))) continue;
    out.append(text, copied, at - copied);
    copied = at + 1;
    switch (byte) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '_': out += "_x005F_"; break;
      default: append_control(out, byte);
    }
  }
  out.append(text, copied, text.size() - copied);
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// `<t>`: blanks at the ends of a text are of the text.
void append_text_element(std::string& out, std::string_view text) {
  const bool keeps_blanks = !text.empty() && (is_blank(text.front()) || is_blank(text.back()));
  out += keeps_blanks ? "<t xml:space=\"preserve\">" : "<t>";
  append_text(out, text);
  out += "</t>";
}

// Cells of one row that a merge covers.
struct Covered {
  std::uint32_t row = 0;
  std::uint16_t first_column = 0, last_column = 0;
  StyleId style = 0;
};

// In the order of rows and columns.
std::vector<Covered> covered_cells(const Workbook& book, const Sheet& sheet) {
  std::vector<Covered> covered;
  for (const Merge& merge : sheet.merges) {
    const Style& style = book.styles.at(merge.style);
    if (style.rules == doc::Rules::None && !style.fill) continue;
    const Range& range = merge.range;
    for (std::uint32_t row = range.first_row; row <= range.last_row; ++row) {
      const int first = range.first_column + (row == range.first_row ? 1 : 0);
      if (first > range.last_column) continue;
      covered.push_back({row, static_cast<std::uint16_t>(first), range.last_column, merge.style});
    }
  }
  std::sort(covered.begin(), covered.end(), [](const Covered& a, const Covered& b) {
    return a.row != b.row ? a.row < b.row : a.first_column < b.first_column;
  });
  return covered;
}

class SheetDataWriter {
 public:
  SheetDataWriter(std::string& out, const Workbook& book, const Sheet& sheet, const std::vector<std::uint32_t>& formats)
      : out_(out), book_(book), sheet_(sheet), formats_(formats), covered_(covered_cells(book, sheet)) {}

  void write() {
    constexpr std::size_t kUsualCell = 44, kUsualRow = 64;  // bytes
    std::size_t cells = covered_.size();
    for (const Row& row : sheet_.rows) cells += row.cells.size();
    out_.reserve(out_.size() + kUsualCell * cells + kUsualRow * sheet_.rows.size());
    out_ += "<sheetData>";
    for (row_ = 0; row_ < sheet_.rows.size(); ++row_) write_row(sheet_.rows[row_]);
    out_ += "</sheetData>";
  }

 private:
  void write_row(const Row& row) {
    row_name_.clear();
    append_integer(row_name_, row_ + 1);
    out_ += "<row r=\"";
    out_ += row_name_;
    out_ += "\" ht=\"";
    append_decimal(out_, {std::int64_t{row.height} * 75, 2});  // points; a pixel is three quarters of one
    out_ += "\" customHeight=\"1\"";
    if (row.outline > 0) {
      out_ += " outlineLevel=\"";
      append_integer(out_, row.outline);
      out_ += '"';
    }
    const std::size_t before = out_.size();
    out_ += '>';
    for (const Cell& cell : row.cells) {
      write_covered(cell.column);
      write_cell(cell);
    }
    write_covered(kMaxColumns);
    if (out_.size() > before + 1) {
      out_ += "</row>";
    } else {
      out_.resize(before);
      out_ += "/>";
    }
  }

  // The covered cells of this row that stand left of a column.
  void write_covered(std::size_t column) {
    for (; next_ < covered_.size(); ++next_) {
      const Covered& blank = covered_[next_];
      if (blank.row != row_ || blank.first_column >= column) return;
      for (std::uint32_t c = blank.first_column; c <= blank.last_column; ++c) {
        open_cell(static_cast<std::uint16_t>(c), blank.style);
        out_ += "/>";
      }
    }
  }

  void open_cell(std::uint16_t column, StyleId style) {
    while (column_names_.size() <= column)
      column_names_.push_back(column_name(static_cast<std::uint16_t>(column_names_.size())));
    out_ += "<c r=\"";
    out_ += column_names_[column];
    out_ += row_name_;
    out_ += '"';
    if (formats_[style] == 0) return;
    out_ += " s=\"";
    append_integer(out_, formats_[style]);
    out_ += '"';
  }

  void write_cell(const Cell& cell) {
    // A blank without a look is nothing at all.
    const bool blank = std::holds_alternative<std::monostate>(cell.value) && cell.formula == 0;
    if (blank && formats_[cell.style] == 0) return;
    open_cell(cell.column, cell.style);
    if (blank) {
      out_ += "/>";
      return;
    }
    const auto* text = std::get_if<TextRef>(&cell.value);
    if (cell.formula > 0) {
      const bool is_text = text != nullptr || std::holds_alternative<std::monostate>(cell.value);
      out_ += is_text ? " t=\"str\"><f>" : "><f>";
      append_text(out_, book_.formulas.at(cell.formula - 1));
      out_ += "</f><v>";
      if (text != nullptr) append_text(out_, book_.text(*text));
    } else if (text != nullptr) {
      out_ += " t=\"s\"><v>";
      append_integer(out_, text->id);
    } else {
      out_ += "><v>";
    }
    if (const auto* number = std::get_if<base::Decimal>(&cell.value)) append_decimal(out_, *number);
    if (const auto* date = std::get_if<base::Date>(&cell.value)) append_integer(out_, excel_day(*date));
    out_ += "</v></c>";
  }

  std::string& out_;
  const Workbook& book_;
  const Sheet& sheet_;
  const std::vector<std::uint32_t>& formats_;
  std::vector<Covered> covered_;
  std::size_t next_ = 0;  // of the covered cells
  std::uint32_t row_ = 0;
  std::string row_name_;
  std::vector<std::string> column_names_;
};

void append_colour(std::string& out, base::Colour colour) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += "<color rgb=\"FF";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
    out += kHex[part >> 4];
    out += kHex[part & 15];
  }
  out += "\"/>";
}

// `<rPr>`: the type of one run (18.4.7).
void append_run_type(std::string& out, const Style& style, const doc::Emphasis& emphasis, const SheetFont& font) {
  out += "<rPr>";
  if (style.bold || emphasis.bold) out += "<b/>";
  if (style.italic || emphasis.italic) out += "<i/>";
  if (style.underline || emphasis.underline) out += "<u/>";
  if (emphasis.superscript) out += "<vertAlign val=\"superscript\"/>";
  out += "<sz val=\"";
  append_decimal(out, {half_points(style.size, font) * 5, 1});
  out += "\"/>";
  append_colour(out, emphasis.colour.value_or(style.colour));
  out += "<rFont val=\"";
  append_text(out, font.name);
  out += "\"/><family val=\"2\"/></rPr>";
}

void append_runs(std::string& out, const Text& text, const Style& style, const SheetFont& font) {
  std::size_t begin = 0;
  for (const TextRun& run : text.runs) {
    out += "<r>";
    append_run_type(out, style, run.emphasis, font);
    append_text_element(out, std::string_view(text.text).substr(begin, run.end - begin));
    out += "</r>";
    begin = run.end;
  }
}

// How often texts stand in cells, and the style of the cell each text stands in.
struct TextUses {
  std::size_t count = 0;
  std::vector<StyleId> styles;
};

TextUses uses_of_texts(const Workbook& book) {
  TextUses uses;
  uses.styles.resize(book.texts.size());
  for (const Sheet& sheet : book.sheets) {
    for (const Row& row : sheet.rows) {
      for (const Cell& cell : row.cells) {
        const auto* text = std::get_if<TextRef>(&cell.value);
        if (text == nullptr || cell.formula > 0) continue;
        ++uses.count;
        uses.styles.at(text->id) = cell.style;
      }
    }
  }
  return uses;
}

}  // namespace

std::int64_t half_points(base::Length size, const SheetFont& font) {
  return (size.units() * 2 * font.scale_permille / 1000 + 512) / 1024;
}

void append_sheet_data(std::string& out, const Workbook& book, const Sheet& sheet,
                       const std::vector<std::uint32_t>& formats) {
  SheetDataWriter(out, book, sheet, formats).write();
}

std::string shared_strings(const Workbook& book) {
  const TextUses uses = uses_of_texts(book);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"";
  append_integer(out, uses.count);
  out += "\" uniqueCount=\"";
  append_integer(out, book.texts.size());
  out += "\">";
  for (std::size_t id = 0; id < book.texts.size(); ++id) {
    const Text& text = book.texts[id];
    out += "<si>";
    if (!text.runs.empty()) {
      append_runs(out, text, book.styles.at(uses.styles[id]), book.font);
    } else {
      append_text_element(out, text.text);
    }
    out += "</si>";
  }
  out += "</sst>";
  return out;
}

}  // namespace phaen::workbook
