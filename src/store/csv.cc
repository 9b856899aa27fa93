// SPDX-License-Identifier: GPL-3.0-or-later
// file    = [BOM] { row end } ;  row = cell { "," cell } ;  end = LF | CR LF | CR | end of file
// cell    = quoted | plain ;     plain = { any but , " LF CR }
// quoted  = '"' { any but '"' | '""' } '"'
#include "store/csv.h"

#include <algorithm>

#include "base/utf8.h"
#include "store/diagnostics.h"

namespace phaen::store {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class CsvReader {
 public:
  CsvReader(std::string_view bytes, const std::string& file, base::Diagnostics& diagnostics)
      : bytes_(bytes), lines_(bytes), file_(file), diagnostics_(diagnostics) {}

  std::vector<CsvRow> read() {
    std::vector<CsvRow> rows;
    while (!at_end()) {
      CsvRow row = read_row();
      const bool blank = row.cells.size() == 1 && row.cells.front().text.empty();
      if (!blank) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool at_end() const { return at_ >= bytes_.size(); }
  char here() const { return bytes_[at_]; }
  bool at_line_end() const { return here() == '\n' || here() == '\r'; }

  // Past one byte that is not part of a line end. A character counts when its first byte is passed.
  void step() {
    if ((static_cast<unsigned char>(here()) & 0xC0) != 0x80) ++column_;
    ++at_;
  }

  void step_line_end() {
    at_ += here() == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n' ? 2 : 1;
    ++line_;
    column_ = 1;
  }

  base::Position position(int line, int column) const {
    base::Position where;
    where.file = file_;
    where.line = line;
    where.column = column;
    where.source_line = lines_.line(line);
    return where;
  }

  CsvRow read_row() {
    CsvRow row;
    for (;;) {
      row.cells.push_back(read_cell());
      if (at_end()) return row;
      if (at_line_end()) {
        step_line_end();
        return row;
      }
      step();  // the comma
    }
  }

  CsvCell read_cell() {
    CsvCell cell;
    cell.line = line_;
    cell.column = column_;
    if (!at_end() && here() == '"') read_quoted(cell);
    bool reported = false;
    while (!at_end() && here() != ',' && !at_line_end()) {
      const bool after_quoted = bytes_[at_] == '"' || quoted_;
      if (after_quoted && !reported) {
        diagnostics_.add(diagnostics::stray_quote(position(line_, column_)));
        reported = true;
      }
      cell.text += here();
      step();
    }
    quoted_ = false;
    return cell;
  }

  void read_quoted(CsvCell& cell) {
    step();
    while (!at_end()) {
      if (at_line_end()) {
        cell.text += '\n';
        step_line_end();
        continue;
      }
      if (here() == '"') {
        step();
        quoted_ = true;
        if (at_end() || here() != '"') return;
        quoted_ = false;
      }
      cell.text += here();
      step();
    }
    diagnostics_.add(diagnostics::unclosed_quote(position(cell.line, cell.column)));
  }

  std::string_view bytes_;
  LineIndex lines_;
  const std::string& file_;
  base::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
  bool quoted_ = false;  // the cell's closing quotation mark has just been passed
};

bool must_quote(const std::string& cell) { return cell.find_first_of(",\"\n\r") != std::string::npos; }

}  // namespace

std::string_view skip_byte_order_mark(std::string_view bytes) {
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) bytes.remove_prefix(kByteOrderMark.size());
  return bytes;
}

std::vector<CsvRow> parse_csv(std::string_view bytes, const std::string& file, base::Diagnostics& diagnostics) {
  if (const auto invalid = base::utf8::find_invalid(bytes)) {
    // Thai letters of TIS-620 are single bytes A1-FB.
    const auto byte = static_cast<unsigned char>(bytes[*invalid]);
    base::Position where = LineIndex(bytes).position(*invalid);
    where.file = file;
    diagnostics.add(diagnostics::bad_utf8(std::move(where), byte >= 0xA1 && byte <= 0xFB));
    return {};
  }
  return CsvReader(skip_byte_order_mark(bytes), file, diagnostics).read();
}

void append_csv_row(std::string& bytes, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) bytes += ',';
    if (!must_quote(cells[i])) {
      bytes += cells[i];
      continue;
    }
    bytes += '"';
    for (char c : cells[i]) {
      if (c == '"') bytes += '"';
      bytes += c;
    }
    bytes += '"';
  }
  bytes += '\n';
}

LineIndex::LineIndex(std::string_view bytes) : bytes_(bytes), starts_{0} {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool crlf = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (bytes[i] == '\n' || (bytes[i] == '\r' && !crlf)) starts_.push_back(i + 1);
  }
}

std::string LineIndex::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return {};
  const std::size_t start = starts_[static_cast<std::size_t>(number) - 1];
  const std::string_view rest = bytes_.substr(start);
  return std::string(rest.substr(0, rest.find_first_of("\r\n")));
}

base::Position LineIndex::position(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *(next - 1);
  base::Position where;
  where.line = static_cast<int>(next - starts_.begin());
  where.column = static_cast<int>(1 + base::utf8::count(bytes_.substr(start, offset - start)));
  return where;
}

}  // namespace phaen::store
