// SPDX-License-Identifier: GPL-3.0-or-later
// Workbook -> .xlsx through libxlsxwriter, in its normal mode: constant_memory cannot merge over several rows. Nothing
// is decided here. The library's limits that it does not report itself (excel.md 4.2) are checked before it is called.
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>

#include "base/file.h"
#include "base/format.h"
#include "workbook/diagnostics.h"
#include "workbook/names.h"
#include "workbook/workbook.h"
#include "workbook/write_chart.h"

namespace phaen::workbook {
namespace {

// Days from Excel's day 0 (1899-12-30, as its calendar counts from March 1900 on) to 1970-01-01.
constexpr long kExcelEpoch = 25'569;
constexpr double kPointsPerInch = 72;
// Above this many cells the parts may pass 4 GiB, which needs ZIP64.
constexpr std::size_t kCellsForZip64 = 20'000'000;

struct WorkbookFree {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, WorkbookFree>;

// A file of its own for the library, which writes only to a path; removed when it goes out of scope.
class TemporaryFile {
 public:
  TemporaryFile() {
    const int descriptor = mkstemp(path_.data());
    if (descriptor >= 0) close(descriptor);
    made_ = descriptor >= 0;
  }
  ~TemporaryFile() {
    if (made_) unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  bool made() const { return made_; }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = P_tmpdir "/phaen-XXXXXX";
  bool made_ = false;
};

// A text that spells one of Excel's escapes (`_x0041_`) would be read as the character it names.
std::string escaped(const std::string& text) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at) {
    if (at + 6 >= text.size() || text[at + 6] != '_') continue;
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex)) {
      continue;
    }
    result.append(text, copied, at - copied);
    result += "_x005F";
    copied = at;
  }
  return copied == 0 && result.empty() ? text : result + text.substr(copied);
}

lxw_color_t colour(base::Colour c) { return static_cast<lxw_color_t>((c.red << 16) | (c.green << 8) | c.blue); }

void set_alignment(lxw_format* format, const Style& style) {
  switch (style.align) {
    case doc::Align::Left:
    case doc::Align::Distributed:
    case doc::Align::Justified:
    case doc::Align::Mixed: format_set_align(format, LXW_ALIGN_LEFT); break;
    case doc::Align::Centre: format_set_align(format, LXW_ALIGN_CENTER); break;
    case doc::Align::Right: format_set_align(format, LXW_ALIGN_RIGHT); break;
  }
  switch (style.vertical) {
    case doc::VerticalAlign::Top: format_set_align(format, LXW_ALIGN_VERTICAL_TOP); break;
    case doc::VerticalAlign::Middle: format_set_align(format, LXW_ALIGN_VERTICAL_CENTER); break;
    case doc::VerticalAlign::Bottom: format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM); break;
  }
  if (style.wrap) format_set_text_wrap(format);
  if (style.indent > 0) format_set_indent(format, style.indent);
}

class Writer {
 public:
  Writer(const Workbook& book, lxw_workbook* out) : book_(book), out_(out) {}

  void write() {
    set_properties();
    for (const Style& style : book_.styles) formats_.push_back(make_format(style, {}));
    texts_.reserve(book_.texts.size());
    for (const Text& text : book_.texts) texts_.push_back(text.text.find("_x") == std::string::npos);
    for (const Sheet& sheet : book_.sheets) write_sheet(sheet);
  }
  /// The first refusal, and where.
  lxw_error error() const { return error_; }
  const std::string& failed_step() const { return step_; }

 private:
  void check(lxw_error error, const Sheet& sheet, std::string_view what) {
    if (error == LXW_NO_ERROR || error_ != LXW_NO_ERROR) return;
    error_ = error;
    step_ = base::format("{}: {}", sheet.name, what);
  }

  void set_properties() {
    // The library copies what it is given; its struct only lacks the const.
    const auto text = [](const std::string& value) { return const_cast<char*>(value.c_str()); };
    lxw_doc_properties properties = {};
    properties.title = text(book_.title);
    properties.subject = text(book_.subject);
    properties.author = text(book_.author);
    properties.created = static_cast<time_t>(book_.created.days()) * 86'400;
    // 0 means "now" to the library: the one day that cannot be said is a second later.
    if (properties.created == 0) properties.created = 1;
    workbook_set_properties(out_, &properties);
    for (const auto& [name, value] : book_.properties) {
      const std::string cut(cut_to_utf16(value, kMaxPropertyText));
      workbook_set_custom_property_string(out_, name.c_str(), cut.c_str());
    }
  }

  lxw_format* make_format(const Style& style, const doc::Emphasis& emphasis) {
    lxw_format* format = workbook_add_format(out_);
    format_set_font_name(format, book_.font.name.c_str());
    // Excel steps font sizes by half points.
    const std::int64_t half_points = (style.size.units() * 2 * book_.font.scale_permille / 1000 + 512) / 1024;
    format_set_font_size(format, static_cast<double>(half_points) / 2);
    if (style.bold || emphasis.bold) format_set_bold(format);
    if (style.italic || emphasis.italic) format_set_italic(format);
    if (style.underline || emphasis.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (emphasis.superscript) format_set_font_script(format, LXW_FONT_SUPERSCRIPT);
    const base::Colour ink = emphasis.colour.value_or(style.colour);
    if (ink != base::Colour{}) format_set_font_color(format, colour(ink));
    if (style.fill) {
      format_set_pattern(format, LXW_PATTERN_SOLID);
      format_set_fg_color(format, colour(*style.fill));
    }
    if (style.rules == doc::Rules::Grid) format_set_border(format, LXW_BORDER_THIN);
    if (style.rules == doc::Rules::Horizontal) {
      format_set_top(format, LXW_BORDER_THIN);
      format_set_bottom(format, LXW_BORDER_THIN);
    }
    const std::string& code = book_.number_formats.at(style.number_format);
    if (!code.empty()) format_set_num_format(format, code.c_str());
    set_alignment(format, style);
    return format;
  }

  lxw_format* run_format(StyleId style, const doc::Emphasis& emphasis) {
    const std::uint32_t ink = emphasis.colour ? colour(*emphasis.colour) : 0xFFFFFFFF;
    const unsigned flags = (emphasis.bold ? 1U : 0U) | (emphasis.italic ? 2U : 0U) | (emphasis.underline ? 4U : 0U) |
                           (emphasis.superscript ? 8U : 0U);
    const auto key = std::make_pair(std::uint64_t{style} << 8 | flags, ink);
    const auto [at, is_new] = run_formats_.try_emplace(key, nullptr);
    if (is_new) at->second = make_format(book_.styles.at(style), emphasis);
    return at->second;
  }

  void write_sheet(const Sheet& sheet) {
    sheet_ = workbook_add_worksheet(out_, sheet.name.c_str());
    if (sheet_ == nullptr) return check(LXW_ERROR_PARAMETER_VALIDATION, sheet, "sheet name");
    set_page(sheet);
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      check(worksheet_set_column_pixels(sheet_, column, column, static_cast<std::uint32_t>(sheet.columns[c]), nullptr),
            sheet, "column width");
    }
    write_links(sheet);
    for (std::uint32_t r = 0; r < sheet.rows.size(); ++r) write_row(sheet, r);
    write_merges(sheet);
    write_pictures(sheet);
    for (const Chart& chart : sheet.charts) check(write_chart({out_, sheet_, book_, sheet}, chart), sheet, "chart");
    write_choices(sheet);
    if (sheet.hidden) worksheet_hide(sheet_);
    for (const Note& note : sheet.notes) {
      check(worksheet_write_comment(sheet_, note.row, note.column, note.text.c_str()), sheet, "comment");
    }
    if (sheet.rows.empty() || sheet.columns.empty()) return;
    // Codes such as `01` are texts on purpose, and subtotals leave rows out on purpose: no green corners.
    const std::string all = range_name({0, static_cast<std::uint32_t>(sheet.rows.size()) - 1, 0,
                                        static_cast<std::uint16_t>(sheet.columns.size() - 1)});
    check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()), sheet, "ignored errors");
    check(worksheet_ignore_errors(sheet_, LXW_IGNORE_FORMULA_RANGE, all.c_str()), sheet, "ignored errors");
    check(worksheet_ignore_errors(sheet_, LXW_IGNORE_FORMULA_DIFFERS, all.c_str()), sheet, "ignored errors");
  }

  void set_page(const Sheet& sheet) {
    const PrintSettings& print = sheet.print;
    worksheet_set_paper(sheet_, print.paper == Paper::A3 ? 8 : 9);
    if (print.landscape) worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    const auto inches = [](base::Length length) { return length.to_pt() / kPointsPerInch; };
    worksheet_set_margins(sheet_, inches(print.left), inches(print.right), inches(print.top), inches(print.bottom));
    if (!print.header.empty()) check(worksheet_set_header(sheet_, print.header.c_str()), sheet, "header");
    if (!print.footer.empty()) check(worksheet_set_footer(sheet_, print.footer.c_str()), sheet, "footer");
    if (print.title_rows) {
      check(worksheet_repeat_rows(sheet_, print.title_rows->first, print.title_rows->second), sheet, "print titles");
    }
    if (print.title_columns) {
      check(worksheet_repeat_columns(sheet_, print.title_columns->first, print.title_columns->second), sheet,
            "print titles");
    }
    if (!print.page_breaks.empty()) {
      std::vector<lxw_row_t> breaks(print.page_breaks.begin(), print.page_breaks.end());
      breaks.push_back(0);  // ends the list
      check(worksheet_set_h_pagebreaks(sheet_, breaks.data()), sheet, "page breaks");
    }
    if (sheet.frozen_rows + sheet.frozen_columns > 0) {
      worksheet_freeze_panes(sheet_, sheet.frozen_rows, sheet.frozen_columns);
    }
    // Group rows stand above the rows they hold.
    worksheet_outline_settings(sheet_, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
    if (sheet.filter) {
      check(worksheet_autofilter(sheet_, sheet.filter->first_row, sheet.filter->first_column, sheet.filter->last_row,
                                 sheet.filter->last_column),
            sheet, "filter");
    }
  }

  // Before the cells: the library writes the link's text into the cell, which the cell's own value then replaces.
  void write_links(const Sheet& sheet) {
    for (const Link& link : sheet.links) {
      const std::string url = link.target.starts_with('#') ? "internal:" + link.target.substr(1) : link.target;
      check(worksheet_write_url(sheet_, link.row, link.column, url.c_str(), nullptr), sheet, "link");
    }
  }

  void write_row(const Sheet& sheet, std::uint32_t r) {
    const Row& row = sheet.rows[r];
    lxw_row_col_options options = {LXW_FALSE, row.outline, LXW_FALSE};
    check(worksheet_set_row_pixels_opt(sheet_, r, static_cast<std::uint32_t>(row.height), nullptr, &options), sheet,
          "row height");
    for (const Cell& cell : row.cells) {
      const lxw_error error = cell.formula > 0 ? write_formula(r, cell) : write_value(r, cell);
      if (error != LXW_NO_ERROR) check(error, sheet, cell_name(r, cell.column));
    }
  }

  static double number_of(const Value& value) {
    if (const auto* number = std::get_if<base::Decimal>(&value)) return number->to_double();
    if (const auto* date = std::get_if<base::Date>(&value)) return static_cast<double>(date->days() + kExcelEpoch);
    return 0;
  }

  lxw_error write_formula(std::uint32_t r, const Cell& cell) {
    const std::string formula = "=" + book_.formulas.at(cell.formula - 1);
    lxw_format* format = formats_[cell.style];
    if (const auto* ref = std::get_if<TextRef>(&cell.value)) {
      return worksheet_write_formula_str(sheet_, r, cell.column, formula.c_str(), format, book_.text(*ref).c_str());
    }
    if (std::holds_alternative<std::monostate>(cell.value)) {
      return worksheet_write_formula_str(sheet_, r, cell.column, formula.c_str(), format, "");
    }
    return worksheet_write_formula_num(sheet_, r, cell.column, formula.c_str(), format, number_of(cell.value));
  }

  lxw_error write_value(std::uint32_t r, const Cell& cell) {
    lxw_format* format = formats_[cell.style];
    if (const auto* ref = std::get_if<TextRef>(&cell.value)) return write_text(r, cell, *ref);
    if (std::holds_alternative<std::monostate>(cell.value)) {
      return worksheet_write_blank(sheet_, r, cell.column, format);
    }
    return worksheet_write_number(sheet_, r, cell.column, number_of(cell.value), format);
  }

  // Always as a string, never as a formula, whatever its first character (TH37).
  lxw_error write_text(std::uint32_t r, const Cell& cell, TextRef ref) {
    const Text& text = book_.texts[ref.id];
    if (text.runs.size() > 1) return write_rich_text(r, cell, text);
    lxw_format* format = formats_[cell.style];
    if (texts_[ref.id]) return worksheet_write_string(sheet_, r, cell.column, text.text.c_str(), format);
    return worksheet_write_string(sheet_, r, cell.column, escaped(text.text).c_str(), format);
  }

  lxw_error write_rich_text(std::uint32_t r, const Cell& cell, const Text& text) {
    std::vector<std::string> pieces;
    std::vector<lxw_rich_string_tuple> tuples;
    std::vector<lxw_rich_string_tuple*> pointers;
    pieces.reserve(text.runs.size());
    tuples.reserve(text.runs.size());
    std::size_t begin = 0;
    for (const TextRun& run : text.runs) {
      pieces.push_back(escaped(text.text.substr(begin, run.end - begin)));
      tuples.push_back({run_format(cell.style, run.emphasis), pieces.back().data()});
      pointers.push_back(&tuples.back());
      begin = run.end;
    }
    pointers.push_back(nullptr);
    return worksheet_write_rich_string(sheet_, r, cell.column, pointers.data(), formats_[cell.style]);
  }

  void write_merges(const Sheet& sheet) {
    for (const Merge& merge : sheet.merges) {
      const Range& range = merge.range;
      // Without text and format the library only notes the range: the cells are written already.
      check(worksheet_merge_range(sheet_, range.first_row, range.first_column, range.last_row, range.last_column,
                                  nullptr, nullptr),
            sheet, "merge");
      const Style& style = book_.styles.at(merge.style);
      if (style.rules == doc::Rules::None && !style.fill) continue;
      for (std::uint32_t r = range.first_row; r <= range.last_row; ++r) {
        for (std::uint16_t c = range.first_column; c <= range.last_column; ++c) {
          if (r == range.first_row && c == range.first_column) continue;
          worksheet_write_blank(sheet_, r, c, formats_[merge.style]);
        }
      }
    }
  }

  void write_pictures(const Sheet& sheet) {
    for (const Picture& picture : sheet.pictures) {
      lxw_image_options options = {};
      options.x_scale = static_cast<double>(picture.width) / picture.native_width;
      options.y_scale = static_cast<double>(picture.height) / picture.native_height;
      options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
      std::string description(cut_to_bytes(picture.alternative, kMaxDescription));
      options.description = description.data();
      const auto* bytes = reinterpret_cast<const unsigned char*>(picture.bytes->data());
      check(worksheet_insert_image_buffer_opt(sheet_, picture.row, picture.column, bytes, picture.bytes->size(),
                                              &options),
            sheet, "picture");
    }
  }

  void write_choices(const Sheet& sheet) {
    for (const Choice& choice : sheet.choices) {
      std::string formula = "=" + choice.source;
      lxw_data_validation validation = {};
      validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      validation.value_formula = formula.data();
      const Range& cells = choice.cells;
      check(worksheet_data_validation_range(sheet_, cells.first_row, cells.first_column, cells.last_row,
                                            cells.last_column, &validation),
            sheet, "choices");
    }
  }

  const Workbook& book_;
  lxw_workbook* out_;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<lxw_format*> formats_;
  std::vector<bool> texts_;  ///< by text: whether it can go out as it is
  std::map<std::pair<std::uint64_t, std::uint32_t>, lxw_format*> run_formats_;
  lxw_error error_ = LXW_NO_ERROR;
  std::string step_;
};

// Two merges that share a cell make a file Excel calls damaged; the library does not look.
std::optional<base::Diagnostic> overlap_in(const Sheet& sheet) {
  std::vector<const Merge*> merges;
  for (const Merge& merge : sheet.merges) merges.push_back(&merge);
  std::sort(merges.begin(), merges.end(), [](const Merge* a, const Merge* b) {
    return std::pair(a->range.first_row, a->range.first_column) < std::pair(b->range.first_row, b->range.first_column);
  });
  std::vector<const Merge*> last;  // by column: the merge that reaches furthest down
  for (const Merge* merge : merges) {
    const Range& range = merge->range;
    if (last.size() <= range.last_column) last.resize(range.last_column + 1U, nullptr);
    for (std::uint16_t c = range.first_column; c <= range.last_column; ++c) {
      if (last[c] != nullptr && last[c]->range.last_row >= range.first_row) {
        return diagnostics::merges_overlap(sheet.name, range_name(last[c]->range), range_name(range));
      }
      last[c] = merge;
    }
  }
  return std::nullopt;
}

std::optional<base::Diagnostic> fault_of(const Workbook& book) {
  std::vector<Sheet> earlier;
  for (const Sheet& sheet : book.sheets) {
    base::Diagnostics found;
    sheet_name(sheet.name, earlier, found);
    if (!found.empty()) return found.all().front();
    earlier.emplace_back();
    earlier.back().name = sheet.name;
    if (sheet.rows.size() > kMaxRows) return diagnostics::too_many_rows(sheet.name, sheet.rows.size());
    if (sheet.columns.size() > kMaxColumns) return diagnostics::too_many_columns(sheet.name, sheet.columns.size());
    if (auto overlap = overlap_in(sheet)) return overlap;
  }
  if (book.sheets.empty()) return diagnostics::writing_failed("sheets", "the workbook has no sheet");
  return std::nullopt;
}

std::size_t count_cells(const Workbook& book) {
  std::size_t count = 0;
  for (const Sheet& sheet : book.sheets) count += sheet.rows.size() * sheet.columns.size();
  return count;
}

}  // namespace

base::Result<std::string> write_xlsx(const Workbook& book) {
  if (auto fault = fault_of(book)) return base::Failure(std::move(*fault));
  const TemporaryFile file;
  if (!file.made()) return base::Failure(diagnostics::writing_failed("temporary file", std::strerror(errno)));

  std::string folder = P_tmpdir;
  lxw_workbook_options options = {};
  options.tmpdir = folder.data();
  options.use_zip64 = count_cells(book) > kCellsForZip64 ? LXW_TRUE : LXW_FALSE;
  WorkbookHandle out(workbook_new_opt(file.path().c_str(), &options));
  if (!out) return base::Failure(diagnostics::writing_failed("workbook", "out of memory"));
  Writer writer(book, out.get());
  writer.write();
  if (writer.error() != LXW_NO_ERROR) {
    return base::Failure(diagnostics::writing_failed(writer.failed_step(), lxw_strerror(writer.error())));
  }
  // Closing assembles the file and frees the workbook, whether it fails or not.
  const lxw_error error = workbook_close(out.release());
  if (error != LXW_NO_ERROR) return base::Failure(diagnostics::writing_failed("file", lxw_strerror(error)));
  return base::read_file(file.path());
}

}  // namespace phaen::workbook
