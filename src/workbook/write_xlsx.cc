// SPDX-License-Identifier: GPL-3.0-or-later
// Workbook -> .xlsx: the shell that the library writes, with the cells and texts put in.
#include <algorithm>
#include <map>

#include "base/format.h"
#include "base/zip.h"
#include "workbook/diagnostics.h"
#include "workbook/names.h"
#include "workbook/sheet_data.h"
#include "workbook/workbook.h"
#include "workbook/write_shell.h"

namespace phaen::workbook {
namespace {

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

constexpr std::string_view kTextsPart = "xl/sharedStrings.xml";

std::string sheet_part(std::size_t index) { return base::format("xl/worksheets/sheet{}.xml", index + 1); }

// A worksheet part with other cells. The element stands once, and no text of the part can spell it.
std::string with_cells(std::string_view part, std::string_view cells) {
  constexpr std::string_view kOpen = "<sheetData", kClose = "</sheetData>";
  const std::size_t begin = part.find(kOpen);
  const std::size_t close = part.find(kClose, begin);
  const std::size_t end = close != std::string_view::npos ? close + kClose.size() : part.find("/>", begin) + 2;
  std::string made;
  made.reserve(part.size() + cells.size());
  made.append(part.substr(0, begin)).append(cells).append(part.substr(end));
  return made;
}

}  // namespace

base::Result<std::string> write_xlsx(const Workbook& book) {
  if (auto fault = fault_of(book)) return base::Failure(std::move(*fault));
  const base::Result<Shell> shell = write_shell(book);
  if (!shell) return base::Failure(shell.error());
  auto parts = base::ZipReader::open(shell->bytes);
  if (!parts) return base::Failure(diagnostics::writing_failed("file", parts.error()));

  std::map<std::string, std::size_t> sheets;
  for (std::size_t i = 0; i < book.sheets.size(); ++i) sheets.emplace(sheet_part(i), i);
  base::ZipWriter out;
  for (const std::string& name : parts->names()) {
    auto part = parts->read(name);
    if (!part) return base::Failure(diagnostics::writing_failed(name, part.error()));
    std::string made;
    if (name == kTextsPart) made = shared_strings(book);
    if (const auto sheet = sheets.find(name); sheet != sheets.end())
      made = with_cells(*part, sheet_data(book, book.sheets[sheet->second], shell->formats));
    out.add(name, made.empty() ? *part : std::string_view(made));
  }
  return out.finish();
}

}  // namespace phaen::workbook
