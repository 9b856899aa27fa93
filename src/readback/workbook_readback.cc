// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback/workbook_readback.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/format.h"
#include "readback/differences.h"
#include "readback/package.h"
#include "readback/sheet_reader.h"
#include "readback/workbook_parts.h"
#include "workbook/names.h"

namespace phaen::readback {
namespace {

using diagnostics::CellPlace;

// The parts of one file: each is read once, and at the end all have been.
class Parts {
 public:
  Parts(Package& package, Differences& differences) : package_(package), differences_(differences) {}

  /// Reads a part; a missing or damaged one is a difference.
  void read(const std::string& name, XmlHandler& handler) {
    if (!package_.has(name)) {
      return differences_.add([&] { return diagnostics::part_missing(differences_.file(), name); });
    }
    read_.insert(name);
    const auto part = package_.read(name);
    if (!part) return damaged(name, {0, part.error()});
    if (const auto fault = parse_xml(*part, handler)) damaged(name, *fault);
  }
  /// The same for a part the file may do without.
  void read_if_present(const std::string& name, XmlHandler& handler) {
    if (package_.has(name)) read(name, handler);
  }
  void read_the_others() {
    for (const std::string& name : package_.names()) {
      if (read_.contains(name) || name.ends_with('/')) continue;
      XmlHandler nothing;
      if (is_xml(name)) {
        read(name, nothing);
      } else if (const auto part = package_.read(name); !part) {
        damaged(name, {0, part.error()});
      }
    }
  }

 private:
  static bool is_xml(std::string_view name) {
    return name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml");
  }
  void damaged(const std::string& name, const XmlFault& fault) {
    differences_.add([&] { return diagnostics::part_damaged(differences_.file(), name, fault.offset, fault.reason); });
  }

  Package& package_;
  Differences& differences_;
  std::set<std::string> read_;
};

// `%20` and ` ` are one address: the writing library spells some characters the first way.
std::string without_percent(std::string_view address) {
  std::string plain;
  for (std::size_t at = 0; at < address.size(); ++at) {
    const auto digit = [&](std::size_t i) {
      constexpr std::string_view kUpper = "0123456789ABCDEF", kLower = "0123456789abcdef";
      if (i >= address.size()) return std::string_view::npos;
      return std::min(kUpper.find(address[i]), kLower.find(address[i]));
    };
    const std::size_t high = digit(at + 1), low = digit(at + 2);
    if (address[at] == '%' && high != std::string_view::npos && low != std::string_view::npos) {
      plain += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      plain += address[at];
    }
  }
  return plain;
}

// Texts by cell, as expected and as found: what is not equal is told by `report`.
using ByCell = std::map<std::string, std::string>;
template <typename Report>
void compare_by_cell(const ByCell& expected, const ByCell& found, Report report) {
  for (const auto& [cell, text] : expected) {
    const auto at = found.find(cell);
    const std::string_view other = at == found.end() ? std::string_view{} : std::string_view(at->second);
    if (other != text) report(cell, text, other);
  }
  for (const auto& [cell, text] : found) {
    if (!expected.contains(cell)) report(cell, std::string_view{}, text);
  }
}

class Comparison {
 public:
  Comparison(const workbook::Workbook& book, Parts& parts, Differences& differences)
      : book_(book), parts_(parts), differences_(differences) {}

  ComparedWorkbook run() {
    RelationshipReader package("");
    parts_.read("_rels/.rels", package);
    const Relationship* main = package.find_kind("officeDocument");
    const std::string part = main != nullptr ? main->target : "xl/workbook.xml";
    RelationshipReader of_book(part);
    parts_.read(part, found_);
    parts_.read(relationships_of(part), of_book);
    if (const auto* texts = of_book.find_kind("sharedStrings")) parts_.read(texts->target, texts_);
    if (const auto* styles = of_book.find_kind("styles")) parts_.read(styles->target, styles_);
    compare_sheets(of_book);
    compare_names();
    compare_properties(package);
    return compared_;
  }

 private:
  const std::string& file() const { return differences_.file(); }

  void compare_sheets(const RelationshipReader& of_book) {
    if (book_.sheets.size() != found_.sheets.size()) {
      differences_.add(
          [&] { return diagnostics::sheet_count_differs(file(), book_.sheets.size(), found_.sheets.size()); });
    }
    for (std::size_t i = 0; i < std::max(book_.sheets.size(), found_.sheets.size()); ++i) {
      const std::string_view expected = i < book_.sheets.size() ? std::string_view(book_.sheets[i].name) : "";
      const std::string_view found = i < found_.sheets.size() ? std::string_view(found_.sheets[i].name) : "";
      if (expected != found) {
        differences_.add([&] { return diagnostics::sheet_name_differs(file(), i + 1, expected, found); });
      }
    }
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
      const auto at = counterpart(i);
      if (!at) continue;
      if (book_.sheets[i].hidden != found_.sheets[*at].hidden) report_visibility(book_.sheets[i]);
      const Relationship* relationship = of_book.find_id(found_.sheets[*at].relationship);
      if (relationship == nullptr) {
        differences_.add([&] { return diagnostics::part_missing(file(), found_.sheets[*at].name); });
      } else {
        compare_sheet(book_.sheets[i], relationship->target);
      }
    }
  }

  void report_visibility(const workbook::Sheet& sheet) {
    differences_.add([&] {
      return diagnostics::setting_differs(file(), sheet.name, {"การแสดงแผ่นงาน", "visibility"},
                                          sheet.hidden ? "hidden" : "visible", sheet.hidden ? "visible" : "hidden");
    });
  }

  // The found sheet to compare an expected one with: the one of its place, which may be renamed; when sheets were lost
  // or added, the one of its name.
  std::optional<std::size_t> counterpart(std::size_t expected) const {
    if (book_.sheets.size() == found_.sheets.size()) return expected;
    for (std::size_t i = 0; i < found_.sheets.size(); ++i) {
      if (found_.sheets[i].name == book_.sheets[expected].name) return i;
    }
    return std::nullopt;
  }

  void compare_sheet(const workbook::Sheet& sheet, const std::string& part) {
    RelationshipReader relationships(part);
    parts_.read_if_present(relationships_of(part), relationships);
    SheetReader reader({book_, texts_, styles_, differences_}, sheet);
    parts_.read(part, reader);
    reader.cells().finish();
    compare_settings(sheet, reader.settings(), differences_);
    compare_links(sheet, reader.settings(), relationships);
    compare_notes(sheet, relationships);
    compare_charts(sheet, relationships);
    ++compared_.sheets;
    compared_.cells += reader.cells().cells();
    compared_.formulas += reader.cells().formulas();
    compared_.merges += sheet.merges.size();
  }

  void compare_links(const workbook::Sheet& sheet, const SheetSettings& found,
                     const RelationshipReader& relationships) {
    ByCell expected, read;
    for (const workbook::Link& link : sheet.links) {
      expected[workbook::cell_name(link.row, link.column)] = without_percent(link.target);
    }
    for (const SheetSettings::Link& link : found.links) {
      const Relationship* outside = relationships.find_id(link.relationship);
      std::string target = outside != nullptr ? outside->target : "";
      if (!link.location.empty()) target += "#" + link.location;
      read[link.cell] = without_percent(target);
    }
    compare_by_cell(expected, read, [&](const std::string& cell, std::string_view wanted, std::string_view got) {
      differences_.add([&] { return diagnostics::link_differs(CellPlace{file(), sheet.name, cell}, wanted, got); });
    });
    compared_.links += expected.size();
  }

  void compare_notes(const workbook::Sheet& sheet, const RelationshipReader& relationships) {
    CommentReader reader;
    if (const auto* comments = relationships.find_kind("comments")) parts_.read(comments->target, reader);
    ByCell expected, read;
    for (const workbook::Note& note : sheet.notes) {
      // The writing library does not mark outer spaces to be kept, and nobody sees them.
      expected[workbook::cell_name(note.row, note.column)] = std::string(trimmed(note.text));
    }
    for (const CommentReader::Comment& comment : reader.comments) read[comment.cell] = comment.text;
    compare_by_cell(expected, read, [&](const std::string& cell, std::string_view wanted, std::string_view got) {
      const Excerpts texts = excerpts(wanted, got);
      differences_.add([&] {
        return diagnostics::note_differs(CellPlace{file(), sheet.name, cell}, texts.expected, texts.found);
      });
    });
    compared_.notes += expected.size();
  }

  void compare_charts(const workbook::Sheet& sheet, const RelationshipReader& relationships) {
    std::vector<std::string> parts;
    if (const auto* drawing = relationships.find_kind("drawing")) {
      RelationshipReader of_drawing(drawing->target);
      parts_.read_if_present(relationships_of(drawing->target), of_drawing);
      for (const Relationship* chart : of_drawing.find_all("chart")) parts.push_back(chart->target);
    }
    if (parts.size() != sheet.charts.size()) {
      report_chart(sheet, {"จำนวนแผนภูมิ", "number of charts"}, base::format("{}", sheet.charts.size()),
                   base::format("{}", parts.size()));
    }
    for (std::size_t i = 0; i < std::min(parts.size(), sheet.charts.size()); ++i) {
      ChartReader chart;
      parts_.read(parts[i], chart);
      compare_chart(sheet, i, chart);
    }
    compared_.charts += sheet.charts.size();
  }

  void report_chart(const workbook::Sheet& sheet, const base::Bilingual& what, std::string_view expected,
                    std::string_view found) {
    if (expected == found) return;
    differences_.add([&] { return diagnostics::setting_differs(file(), sheet.name, what, expected, found); });
  }

  void compare_chart(const workbook::Sheet& sheet, std::size_t number, const ChartReader& found) {
    const workbook::Chart& chart = sheet.charts[number];
    const auto named = [&](const char* th, const char* en, std::size_t series) {
      return base::Bilingual{base::format("แผนภูมิที่ {} ชุดที่ {} {}", number + 1, series + 1, th),
                             base::format("chart {}, series {}, {}", number + 1, series + 1, en)};
    };
    report_chart(sheet, {base::format("แผนภูมิที่ {} จำนวนชุด", number + 1), base::format("series of chart {}", number + 1)},
                 base::format("{}", chart.series.size()), base::format("{}", found.series.size()));
    for (std::size_t i = 0; i < std::min(chart.series.size(), found.series.size()); ++i) {
      const workbook::ChartSeries& wanted = chart.series[i];
      const workbook::Range name{wanted.name_row, wanted.name_row, wanted.name_column, wanted.name_column};
      compare_reference(sheet, named("ชื่อ", "name", i), name, found.series[i].name);
      compare_reference(sheet, named("รายการ", "categories", i), chart.categories, found.series[i].categories);
      compare_reference(sheet, named("ค่า", "values", i), wanted.values, found.series[i].values);
    }
  }

  void compare_reference(const workbook::Sheet& sheet, const base::Bilingual& what, const workbook::Range& range,
                         const ChartReader::Reference& found) {
    std::string cells = workbook::quoted_sheet(sheet.name) + "!" +
                        workbook::cell_name(range.first_row, range.first_column, workbook::Absolute::Yes);
    if (range.first_row != range.last_row)
      cells += ":" + workbook::cell_name(range.last_row, range.last_column, workbook::Absolute::Yes);
    report_chart(sheet, what, cells, with_quotes(found.cells, sheet.name));
    for (std::uint32_t row = range.first_row; row <= range.last_row; ++row) {
      const auto value = found.values.find(row - range.first_row);
      const std::string_view kept = value == found.values.end() ? std::string_view{} : std::string_view(value->second);
      compare_kept(sheet, what, workbook::cell_at(sheet, row, range.first_column), kept);
    }
  }

  // What a chart keeps of a cell: its text, or its number as a double.
  void compare_kept(const workbook::Sheet& sheet, const base::Bilingual& what, const workbook::Cell* cell,
                    std::string_view kept) {
    if (cell == nullptr) return report_chart(sheet, what, "", kept);
    if (const auto* text = std::get_if<workbook::TextRef>(&cell->value))
      return report_chart(sheet, what, book_.text(*text), kept);
    if (std::holds_alternative<base::Date>(cell->value)) return;  // a day number, which its cell is checked for
    const auto* number = std::get_if<base::Decimal>(&cell->value);
    if (number == nullptr) return report_chart(sheet, what, "", kept == "0" ? "" : kept);  // the library keeps a zero
    const auto read = parse_number(kept);
    if (!read || *read != number->to_double()) report_chart(sheet, what, number->to_string(), kept);
  }

  // Print titles and filter ranges as defined names; Excel calls a file damaged when one of them does not parse.
  void compare_names() {
    std::map<std::pair<std::size_t, std::string>, std::string> expected, read;
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
      const auto at = counterpart(i);
      if (!at) continue;
      const workbook::Sheet& sheet = book_.sheets[i];
      // A renamed sheet is told already: its names follow it.
      const std::string quoted = workbook::quoted_sheet(found_.sheets[*at].name) + "!";
      if (const std::string titles = title_ranges(sheet.print, quoted); !titles.empty()) {
        expected[{*at, "_xlnm.Print_Titles"}] = titles;
      }
      if (sheet.filter) {
        const workbook::Range& range = *sheet.filter;
        expected[{*at, "_xlnm._FilterDatabase"}] =
            quoted + workbook::cell_name(range.first_row, range.first_column, workbook::Absolute::Yes) + ":" +
            workbook::cell_name(range.last_row, range.last_column, workbook::Absolute::Yes);
      }
    }
    for (const BookReader::DefinedName& name : found_.names) {
      const std::size_t sheet = name.sheet.value_or(static_cast<std::uint32_t>(found_.sheets.size()));
      const std::string plain = sheet < found_.sheets.size() ? found_.sheets[sheet].name : "";
      read[{sheet, name.name}] = with_quotes(name.refers_to, plain);
    }
    const auto report = [&](const std::string& name, std::string_view wanted, std::string_view got) {
      differences_.add([&] { return diagnostics::defined_name_differs(file(), name, wanted, got); });
    };
    for (const auto& [key, range] : expected) {
      const auto at = read.find(key);
      if (at == read.end() || at->second != range) report(key.second, range, at == read.end() ? "" : at->second);
    }
    for (const auto& [key, range] : read) {
      if (!expected.contains(key)) report(key.second, "", range);
    }
  }

  static std::string title_ranges(const workbook::PrintSettings& print, const std::string& sheet) {
    std::string ranges;
    if (const auto& columns = print.title_columns) {
      ranges = base::format("{}${}:${}", sheet, workbook::column_name(columns->first),
                            workbook::column_name(columns->second));
    }
    if (const auto& rows = print.title_rows) {
      ranges += base::format("{}{}${}:${}", ranges.empty() ? "" : ",", sheet, rows->first + 1, rows->second + 1);
    }
    return ranges;
  }

  // Names that need no quotes may come without: `ก!$1:$3` is `'ก'!$1:$3`.
  static std::string with_quotes(const std::string& ranges, const std::string& sheet) {
    const std::string plain = sheet + "!";
    if (sheet.empty() || !ranges.starts_with(plain)) return ranges;
    std::string quoted;
    for (std::size_t at = 0; at < ranges.size();) {
      const auto comma = std::min(ranges.find(',', at), ranges.size());
      const std::string range = ranges.substr(at, comma - at);
      if (at > 0) quoted += ',';
      quoted += range.starts_with(plain) ? workbook::quoted_sheet(sheet) + range.substr(sheet.size()) : range;
      at = comma + 1;
    }
    return quoted;
  }

  void compare_properties(const RelationshipReader& package) {
    PropertyReader core, custom;
    if (const auto* part = package.find_kind("core-properties")) parts_.read(part->target, core);
    if (const auto* part = package.find_kind("custom-properties")) parts_.read(part->target, custom);
    const auto compare = [&](std::string_view name, std::string_view wanted, std::optional<std::string_view> got) {
      if (got.value_or("") == wanted) return;
      differences_.add([&] { return diagnostics::property_differs(file(), name, wanted, got.value_or("")); });
    };
    compare("title", book_.title, core.find("title"));
    compare("subject", book_.subject, core.find("subject"));
    compare("author", book_.author, core.find("creator"));
    for (const auto& [name, value] : book_.properties) {
      compare(name, workbook::cut_to_utf16(value, workbook::kMaxPropertyText), custom.find(name));
    }
  }

  const workbook::Workbook& book_;
  Parts& parts_;
  Differences& differences_;
  BookReader found_;
  SharedStringReader texts_;
  StyleReader styles_;
  ComparedWorkbook compared_;
};

}  // namespace

ComparedWorkbook compare_workbook(const std::string& bytes, const workbook::Workbook& expected, const std::string& path,
                                  base::Diagnostics& diagnostics) {
  Differences differences(path, diagnostics);
  ComparedWorkbook compared;
  auto package = Package::open(bytes);
  if (!package || package->names().empty()) {
    const std::string reason = package ? "the archive is empty" : package.error();
    differences.add([&] { return diagnostics::workbook_unreadable(path, reason); });
  } else {
    Parts parts(*package, differences);
    compared = Comparison(expected, parts, differences).run();
    parts.read_the_others();
    compared.parts = package->names().size();
  }
  compared.differences = differences.count();
  differences.finish();
  return compared;
}

}  // namespace phaen::readback
