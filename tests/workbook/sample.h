// SPDX-License-Identifier: GPL-3.0-or-later
// Small documents built by hand, the tools to make workbooks of them, and a reader of the parts of the written file.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

#include "base/file.h"
#include "workbook/make.h"
#include "workbook/workbook.h"

namespace phaen::workbook::testing {

/// The fonts of the repository and no names.
struct Bench {
  text::FontBook fonts;
  text::Breaker breaker{{}};
  base::OriginTable origins;
  base::Diagnostics diagnostics;

  Bench() {
    std::vector<text::FontFile> files;
    for (const char* name : {"Regular", "Bold", "Italic", "BoldItalic"}) {
      const std::string path = std::string("fonts/sarabun/Sarabun-") + name + ".ttf";
      auto bytes = base::read_file(path);
      REQUIRE(bytes.has_value());
      files.push_back({path, std::make_shared<const std::string>(std::move(*bytes))});
    }
    fonts.add(files, diagnostics);
    REQUIRE(diagnostics.empty());
  }
  Tools tools() { return {fonts, breaker, origins, diagnostics}; }
  /// The codes of all diagnostics, joined by spaces.
  std::string codes() const {
    std::string joined;
    for (const auto& diagnostic : diagnostics.all()) joined += (joined.empty() ? "" : " ") + diagnostic.code;
    return joined;
  }
  Workbook make(const doc::Document& document, const Options& options = {}) {
    return make_workbook(document, options, tools());
  }
};

inline doc::DocumentInfo sample_info() {
  doc::DocumentInfo info;
  info.title = "แผนปฏิบัติราชการ";
  info.subject = "แบบ กจ.2";
  info.author = "กลุ่มจังหวัดภาคเหนือตอนบน 2";
  info.issue_date = {2022, 9, 30};
  info.file_name = "sample";
  info.styles = doc::standard_styles();
  info.synthetic_note = "ตัวเลขตัวเอน: ข้อมูลสมมติ";
  return info;
}

inline doc::Inlines words(std::string text, doc::Emphasis emphasis = {}, std::string link = {}) {
  return {doc::TextSpan{std::move(text), emphasis, base::kNoOrigin, std::move(link)}};
}
inline doc::Paragraph paragraph(const char* style, std::string text) {
  static const doc::StyleSheet styles = doc::standard_styles();
  return {*styles.find(style), words(std::move(text)), {}, 0, {}};
}
inline doc::Cell text_cell(std::uint16_t column, std::string text, const char* style = "table-cell") {
  doc::Cell cell;
  cell.column = column;
  cell.content.push_back(paragraph(style, std::move(text)));
  return cell;
}
inline doc::Cell figure_cell(std::uint16_t column, doc::CellValue value, std::string_view format, std::string printed) {
  doc::Cell cell = text_cell(column, std::move(printed));
  cell.value = value;
  cell.format = format;
  return cell;
}
inline doc::Cell baht_cell(std::uint16_t column, std::int64_t baht, std::string printed) {
  return figure_cell(column, base::Money::baht(baht), "baht", std::move(printed));
}
inline doc::Cell derived_cell(doc::Cell cell, doc::Derivation derivation, std::vector<doc::CellRange> inputs) {
  cell.formula = std::make_shared<doc::Formula>(doc::Formula{derivation, std::move(inputs)});
  return cell;
}
inline doc::Row row(doc::RowKind kind, std::vector<doc::Cell> cells, std::uint8_t level = 0) {
  doc::Row made;
  made.kind = kind;
  made.level = level;
  made.cells = std::move(cells);
  return made;
}
inline doc::Row head_row(const std::vector<std::string>& labels) {
  std::vector<doc::Cell> cells;
  for (const std::string& label : labels) {
    cells.push_back(text_cell(static_cast<std::uint16_t>(cells.size()), label, "table-head"));
  }
  return row(doc::RowKind::Header, std::move(cells));
}
inline doc::Table table_of(std::size_t columns) {
  static const doc::StyleSheet styles = doc::standard_styles();
  doc::Table table;
  table.head_style = *styles.find("table-head");
  table.cell_style = *styles.find("table-cell");
  for (std::size_t c = 0; c < columns; ++c) {
    doc::Column column;
    column.key = "c" + std::to_string(c);
    column.align = c == 0 ? doc::Align::Left : doc::Align::Right;
    table.columns.push_back(column);
  }
  return table;
}
inline doc::Section section_of(std::string sheet, std::vector<doc::Block> blocks) {
  doc::Section section;
  section.name = sheet;
  section.sheet = std::move(sheet);
  section.geometry.paper = {base::Length::mm(297), base::Length::mm(210)};
  section.blocks = std::move(blocks);
  return section;
}
inline doc::Document document_of(std::vector<doc::Section> sections) { return {sample_info(), std::move(sections)}; }

/// A written file whose parts can be looked into.
class Package {
 public:
  explicit Package(const Workbook& book) {
    auto written = write_xlsx(book);
    if (!written) FAIL(written.error().message.en);
    bytes = std::move(*written);
    const int descriptor = mkstemps(path_.data(), 5);
    REQUIRE(descriptor >= 0);
    close(descriptor);
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~Package() { unlink(path_.c_str()); }
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  const std::string& path() const { return path_; }
  /// Standard output of a command.
  static std::string run(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string out;
    std::array<char, 65536> buffer{};
    for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) out.append(buffer.data(), n);
    return out;
  }
  std::string part(const std::string& name) const { return run("unzip -p " + path_ + " '" + name + "'"); }
  std::string sheet(int number) const { return part("xl/worksheets/sheet" + std::to_string(number) + ".xml"); }
  /// The whole `<c …>…</c>` of a cell; empty when it is not there.
  static std::string cell(const std::string& sheet_xml, const std::string& name) {
    const auto begin = sheet_xml.find("<c r=\"" + name + "\"");
    if (begin == std::string::npos) return {};
    const auto tag_end = sheet_xml.find('>', begin);
    if (sheet_xml[tag_end - 1] == '/') return sheet_xml.substr(begin, tag_end + 1 - begin);
    return sheet_xml.substr(begin, sheet_xml.find("</c>", begin) + 4 - begin);
  }
  /// Each XML part through xmllint; the messages of all.
  std::string xml_errors() const {
    std::string messages;
    for (const char* pattern : {"*.xml", "*.rels"}) {
      messages += run("for part in $(unzip -Z1 " + path_ + " '" + pattern + "'); do unzip -p " + path_ +
                      " \"$(echo \"$part\" | sed 's/[[]/\\\\[/')\" | xmllint --noout - 2>&1; done");
    }
    return messages;
  }

  std::string bytes;

 private:
  std::string path_ = "/tmp/phaen-test-XXXXXX.xlsx";
};

}  // namespace phaen::workbook::testing
