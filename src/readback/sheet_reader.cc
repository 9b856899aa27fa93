// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/sheet_reader.h"

#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "workbook/names.h"

namespace phaen::readback {
namespace {

using base::Bilingual;

constexpr int kDefaultColumnWidth = 64;  // pixels, of a column that states none
constexpr std::string_view kPaperA4 = "9", kPaperA3 = "8";

std::string value_of(const Attributes& attributes, std::string_view name, std::string_view otherwise = "") {
  return std::string(attributes.find(name).value_or(otherwise));
}

// Excel's own rounding from characters of its standard font, 7 pixels wide, to pixels (ECMA-376 part 1, 18.3.1.13).
int width_in_pixels(double characters) { return static_cast<int>(std::trunc((256 * characters + 18) / 256 * 7)); }

// Margins are compared to a ten-thousandth of an inch.
std::string inches(base::Length length) { return base::format("{:.4f}", length.to_pt() / 72); }

// A margin as the file spells it.
std::string rounded_inches(const std::string& text) {
  const auto number = parse_number(text);
  return number ? base::format("{:.4f}", *number) : text;
}

// What stands in one list only.
struct Unmatched {
  std::vector<std::string> lost, extra;
};

Unmatched unmatched(std::vector<std::string> expected, std::vector<std::string> found) {
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  Unmatched result;
  std::set_difference(expected.begin(), expected.end(), found.begin(), found.end(), std::back_inserter(result.lost));
  std::set_difference(found.begin(), found.end(), expected.begin(), expected.end(), std::back_inserter(result.extra));
  return result;
}

void compare_merges(const workbook::Sheet& sheet, const SheetSettings& found, Differences& differences) {
  std::vector<std::string> expected;
  for (const workbook::Merge& merge : sheet.merges) expected.push_back(workbook::range_name(merge.range));
  const Unmatched merges = unmatched(std::move(expected), found.merges);
  for (const std::string& range : merges.lost) {
    differences.add([&] { return diagnostics::merge_missing({differences.file(), sheet.name, range}); });
  }
  for (const std::string& range : merges.extra) {
    differences.add([&] { return diagnostics::unexpected_merge({differences.file(), sheet.name, range}); });
  }
}

class SettingComparer {
 public:
  SettingComparer(const workbook::Sheet& sheet, Differences& differences) : sheet_(sheet), differences_(differences) {}
  void compare(const Bilingual& setting, std::string_view expected, std::string_view found) {
    if (expected == found) return;
    differences_.add(
        [&] { return diagnostics::setting_differs(differences_.file(), sheet_.name, setting, expected, found); });
  }

 private:
  const workbook::Sheet& sheet_;
  Differences& differences_;
};

std::string pane_name(std::uint32_t rows, std::uint32_t columns) {
  if (rows == 0 && columns == 0) return "";
  return workbook::cell_name(rows, static_cast<std::uint16_t>(columns));
}

std::string joined(const std::vector<std::uint32_t>& numbers) {
  std::string result;
  for (const std::uint32_t number : numbers) result += base::format("{}{}", result.empty() ? "" : " ", number);
  return result;
}

void compare_columns(const workbook::Sheet& sheet, const SheetSettings& found, SettingComparer& settings) {
  for (std::size_t c = 0; c < std::max(sheet.columns.size(), found.columns.size()); ++c) {
    const int expected = c < sheet.columns.size() ? sheet.columns[c] : kDefaultColumnWidth;
    const int width = c < found.columns.size() ? found.columns[c] : kDefaultColumnWidth;
    if (expected == width) continue;
    const std::string name = workbook::column_name(static_cast<std::uint16_t>(c));
    settings.compare({"ความกว้างของคอลัมน์ " + name, "width of column " + name}, base::format("{} px", expected),
                     base::format("{} px", width));
  }
}

// Drop-downs, as `B2:B9 'lists'!$A$1:$A$7`.
void compare_choices(const workbook::Sheet& sheet, const SheetSettings& found, SettingComparer& settings) {
  std::vector<std::string> expected, read;
  for (const workbook::Choice& choice : sheet.choices) {
    expected.push_back(workbook::range_name(choice.cells) + " " + choice.source);
  }
  for (const SheetSettings::Choice& choice : found.choices) read.push_back(choice.cells + " " + choice.source);
  const Unmatched choices = unmatched(std::move(expected), std::move(read));
  for (const std::string& choice : choices.lost) settings.compare({"รายการเลือก", "drop-down"}, choice, "");
  for (const std::string& choice : choices.extra) settings.compare({"รายการเลือก", "drop-down"}, "", choice);
}

void compare_print(const workbook::PrintSettings& print, const SheetSettings& found, SettingComparer& settings) {
  settings.compare({"ขนาดกระดาษ", "paper size"}, print.paper == workbook::Paper::A3 ? kPaperA3 : kPaperA4, found.paper);
  settings.compare({"แนวกระดาษ", "orientation"}, print.landscape ? "landscape" : "portrait", found.orientation);
  settings.compare({"ขอบซ้าย (นิ้ว)", "left margin (inches)"}, inches(print.left), rounded_inches(found.left));
  settings.compare({"ขอบขวา (นิ้ว)", "right margin (inches)"}, inches(print.right), rounded_inches(found.right));
  settings.compare({"ขอบบน (นิ้ว)", "top margin (inches)"}, inches(print.top), rounded_inches(found.top));
  settings.compare({"ขอบล่าง (นิ้ว)", "bottom margin (inches)"}, inches(print.bottom), rounded_inches(found.bottom));
  settings.compare({"หัวกระดาษ", "header"}, print.header, found.header);
  settings.compare({"ท้ายกระดาษ", "footer"}, print.footer, found.footer);
  settings.compare({"ตัวแบ่งหน้าเหนือแถว", "page breaks at rows"}, joined(print.page_breaks), joined(found.page_breaks));
}

}  // namespace

void SheetReader::start(std::string_view element, const Attributes& attributes) {
  if (element == "sheetData") in_rows_ = true;
  if (in_rows_) return cells_.start(element, attributes);
  read_setting(element, attributes);
}

void SheetReader::end(std::string_view element) {
  if (element == "sheetData") in_rows_ = false;
  if (in_rows_) return cells_.end(element);
  if (element == "rowBreaks") in_row_breaks_ = false;
  if (element == "oddHeader") settings_.header = collector_.end();
  if (element == "oddFooter") settings_.footer = collector_.end();
  if (element == "formula1" && !settings_.choices.empty()) settings_.choices.back().source = collector_.end();
}

void SheetReader::characters(std::string_view text) {
  if (in_rows_) return cells_.characters(text);
  collector_.add(text);
}

void SheetReader::read_columns(const Attributes& attributes) {
  const auto first = parse_count(value_of(attributes, "min")), last = parse_count(value_of(attributes, "max"));
  const auto width = parse_number(value_of(attributes, "width"));
  if (!first || !last || !width || *first == 0 || *last > workbook::kMaxColumns || *last < *first) return;
  if (settings_.columns.size() < *last) settings_.columns.resize(*last, kDefaultColumnWidth);
  std::fill(settings_.columns.begin() + (*first - 1), settings_.columns.begin() + *last,
            std::abs(*width) < 256 ? width_in_pixels(*width) : 0);
}

void SheetReader::read_setting(std::string_view element, const Attributes& attributes) {
  if (element == "col") {
    read_columns(attributes);
  } else if (element == "pane") {
    settings_.frozen_rows = parse_count(value_of(attributes, "ySplit")).value_or(0);
    settings_.frozen_columns = parse_count(value_of(attributes, "xSplit")).value_or(0);
  } else if (element == "mergeCell") {
    settings_.merges.push_back(value_of(attributes, "ref"));
  } else if (element == "autoFilter") {
    settings_.filter = value_of(attributes, "ref");
  } else if (element == "hyperlink") {
    settings_.links.push_back(
        {value_of(attributes, "ref"), value_of(attributes, "r:id"), value_of(attributes, "location")});
  } else if (element == "pageSetup") {
    settings_.paper = value_of(attributes, "paperSize", "1");
    settings_.orientation = value_of(attributes, "orientation", "portrait");
  } else if (element == "pageMargins") {
    settings_.left = value_of(attributes, "left");
    settings_.right = value_of(attributes, "right");
    settings_.top = value_of(attributes, "top");
    settings_.bottom = value_of(attributes, "bottom");
  } else if (element == "oddHeader" || element == "oddFooter" || element == "formula1") {
    collector_.begin();
  } else if (element == "dataValidation") {
    settings_.choices.push_back({value_of(attributes, "sqref"), ""});
  } else if (element == "rowBreaks") {
    in_row_breaks_ = true;
  } else if (element == "brk" && in_row_breaks_) {
    settings_.page_breaks.push_back(parse_count(value_of(attributes, "id")).value_or(0));
  }
}

void compare_settings(const workbook::Sheet& sheet, const SheetSettings& found, Differences& differences) {
  compare_merges(sheet, found, differences);
  SettingComparer settings(sheet, differences);
  settings.compare({"ตรึงแนวที่เซลล์", "frozen panes at cell"}, pane_name(sheet.frozen_rows, sheet.frozen_columns),
                   pane_name(found.frozen_rows, found.frozen_columns));
  settings.compare({"ตัวกรอง", "filter"}, sheet.filter ? workbook::range_name(*sheet.filter) : "", found.filter);
  compare_choices(sheet, found, settings);
  compare_columns(sheet, found, settings);
  compare_print(sheet.print, found, settings);
}

}  // namespace phaen::readback
