// SPDX-License-Identifier: GPL-3.0-or-later
// libxlsxwriter in its normal mode: constant_memory takes cells in the order of rows only. Nothing is decided here. The
// library's limits that it does not report itself are checked before it is called.
#include "workbook/write_shell.h"

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/file.h"
#include "base/format.h"
#include "workbook/diagnostics.h"
#include "workbook/excel_date.h"
#include "workbook/names.h"
#include "workbook/sheet_data.h"
#include "workbook/write_chart.h"

namespace phaen::workbook {
namespace {

constexpr double kPointsPerInch = 72;
// Its value holds a sheet's place until the rows are put in.
constexpr const char* kPlaceHolder = "-";

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

class ShellWriter {
 public:
  ShellWriter(const Workbook& book, lxw_workbook* out) : book_(book), out_(out) {}

  void write() {
    set_properties();
    for (const Style& style : book_.styles) add_format(style);
    for (const Sheet& sheet : book_.sheets) write_sheet(sheet);
  }
  /// By style: its index among the cell formats of the file.
  std::vector<std::uint32_t> take_formats() { return std::move(formats_); }
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

  void add_format(const Style& style) {
    // The library gives numbers to formats as cells use them; asked for its number, a format counts as used.
    formats_.push_back(static_cast<std::uint32_t>(lxw_format_get_xf_index(make_format(style))));
  }

  lxw_format* make_format(const Style& style) {
    lxw_format* format = workbook_add_format(out_);
    format_set_font_name(format, book_.font.name.c_str());
    format_set_font_size(format, static_cast<double>(half_points(style.size, book_.font)) / 2);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style.colour != base::Colour{}) format_set_font_color(format, colour(style.colour));
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
    hold_place(sheet);
    set_rows(sheet);
    write_merges(sheet);
    write_pictures(sheet);
    write_chart_cells(sheet);
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

  void write_links(const Sheet& sheet) {
    for (const Link& link : sheet.links) {
      const std::string url = link.target.starts_with('#') ? "internal:" + link.target.substr(1) : link.target;
      check(worksheet_write_url(sheet_, link.row, link.column, url.c_str(), nullptr), sheet, "link");
      // The library writes a cell of its own look for the link, which would bring its style into the file.
      write_place_holder(sheet, link.row, link.column);
    }
  }

  void write_place_holder(const Sheet& sheet, std::uint32_t row, std::uint16_t column) {
    check(worksheet_write_string(sheet_, row, column, kPlaceHolder, nullptr), sheet, cell_name(row, column));
  }

  // The corners, which tell the library the size of the sheet; and that there are texts.
  void hold_place(const Sheet& sheet) {
    if (sheet.rows.empty()) return;
    write_place_holder(sheet, 0, 0);
    write_place_holder(sheet, static_cast<std::uint32_t>(sheet.rows.size()) - 1,
                       static_cast<std::uint16_t>(std::max<std::size_t>(sheet.columns.size(), 1) - 1));
  }

  // Heights place what floats on the sheet; of the outline levels the library notes the deepest.
  void set_rows(const Sheet& sheet) {
    const bool floats = !sheet.pictures.empty() || !sheet.charts.empty() || !sheet.notes.empty();
    std::uint8_t deepest = 0;
    for (std::uint32_t r = 0; r < sheet.rows.size(); ++r) {
      const Row& row = sheet.rows[r];
      if (!floats && row.outline <= deepest) continue;
      deepest = std::max(deepest, row.outline);
      lxw_row_col_options options = {LXW_FALSE, row.outline, LXW_FALSE};
      check(worksheet_set_row_pixels_opt(sheet_, r, static_cast<std::uint32_t>(row.height), nullptr, &options), sheet,
            "row height");
    }
  }

  // What charts show: the library stores it with the chart too. A blank cell stays a gap.
  void write_chart_cells(const Sheet& sheet) {
    for (const Chart& chart : sheet.charts) {
      write_cells(sheet, chart.categories);
      for (const ChartSeries& series : chart.series) {
        write_cells(sheet, series.values);
        write_cells(sheet, {series.name_row, series.name_row, series.name_column, series.name_column});
      }
    }
  }

  void write_cells(const Sheet& sheet, const Range& range) {
    for (std::uint32_t r = range.first_row; r <= range.last_row; ++r) {
      for (std::uint16_t c = range.first_column; c <= range.last_column; ++c) {
        const Cell* cell = cell_at(sheet, r, c);
        if (cell != nullptr) check(write_value(r, *cell), sheet, cell_name(r, c));
      }
    }
  }

  lxw_error write_value(std::uint32_t r, const Cell& cell) {
    const auto number = [&](double value) { return worksheet_write_number(sheet_, r, cell.column, value, nullptr); };
    if (const auto* text = std::get_if<TextRef>(&cell.value))
      return worksheet_write_string(sheet_, r, cell.column, book_.text(*text).c_str(), nullptr);
    if (const auto* figure = std::get_if<base::Decimal>(&cell.value)) return number(figure->to_double());
    if (const auto* date = std::get_if<base::Date>(&cell.value)) return number(static_cast<double>(excel_day(*date)));
    return LXW_NO_ERROR;
  }

  void write_merges(const Sheet& sheet) {
    for (const Merge& merge : sheet.merges) {
      const Range& range = merge.range;
      // Without text and format the library only notes the range.
      check(worksheet_merge_range(sheet_, range.first_row, range.first_column, range.last_row, range.last_column,
                                  nullptr, nullptr),
            sheet, "merge");
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
  std::vector<std::uint32_t> formats_;
  lxw_error error_ = LXW_NO_ERROR;
  std::string step_;
};

}  // namespace

base::Result<Shell> write_shell(const Workbook& book) {
  const TemporaryFile file;
  if (!file.made()) return base::Failure(diagnostics::writing_failed("temporary file", std::strerror(errno)));

  std::string folder = P_tmpdir;
  lxw_workbook_options options = {};
  options.tmpdir = folder.data();
  WorkbookHandle out(workbook_new_opt(file.path().c_str(), &options));
  if (!out) return base::Failure(diagnostics::writing_failed("workbook", "out of memory"));
  ShellWriter writer(book, out.get());
  writer.write();
  if (writer.error() != LXW_NO_ERROR) {
    return base::Failure(diagnostics::writing_failed(writer.failed_step(), lxw_strerror(writer.error())));
  }
  // Closing assembles the file and frees the workbook, whether it fails or not.
  const lxw_error error = workbook_close(out.release());
  if (error != LXW_NO_ERROR) return base::Failure(diagnostics::writing_failed("file", lxw_strerror(error)));
  base::Result<std::string> bytes = base::read_file(file.path());
  if (!bytes) return base::Failure(bytes.error());
  return Shell{std::move(*bytes), writer.take_formats()};
}

}  // namespace phaen::workbook
