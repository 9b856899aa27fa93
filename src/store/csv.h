// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as RFC 4180 has it, with the position of every cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace phaen::store {

struct CsvCell {
  std::string text;  ///< unquoted; line breaks are LF
  int line = 0;      ///< of its first character, from 1
  int column = 0;    ///< of its first character, in characters, from 1
};

struct CsvRow {
  std::vector<CsvCell> cells;  ///< at least one
};

/// The text behind a byte order mark, if there is one.
std::string_view skip_byte_order_mark(std::string_view bytes);

/// The rows of a CSV file, header first. Empty lines are skipped; a byte order mark is skipped; LF, CRLF and CR end a
/// line. Adds S004 (and returns no rows), S005, S006; what can be read is returned.
std::vector<CsvRow> parse_csv(std::string_view bytes, const std::string& file, base::Diagnostics& diagnostics);

/// Adds one row, ended by LF. Cells are quoted only when they must be.
void append_csv_row(std::string& bytes, const std::vector<std::string>& cells);

/// Where the lines of a file begin, so that a message can show its line.
class LineIndex {
 public:
  /// `bytes` must outlive the index. LF, CRLF and CR end a line.
  explicit LineIndex(std::string_view bytes);
  /// Line `number` (from 1) without its end; empty when there is none.
  std::string line(int number) const;
  /// Line and column (in characters) of a byte, both from 1.
  base::Position position(std::size_t offset) const;

 private:
  std::string_view bytes_;
  std::vector<std::size_t> starts_;
};

}  // namespace phaen::store
