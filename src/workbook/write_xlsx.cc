// SPDX-License-Identifier: GPL-3.0-or-later
// Workbook -> .xlsx: the shell that the library writes, with the cells and texts put in.
#include <algorithm>
#include <map>

#include "base/format.h"
#include "base/parallel.h"
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
// Of an archive that every reader opens.
constexpr std::size_t kMaxPart = UINT32_MAX, kMaxArchive = kMaxPart - 0x1000000;

std::string sheet_part(std::size_t index) { return base::format("xl/worksheets/sheet{}.xml", index + 1); }

// A worksheet part with its cells. Their element stands once, and no text of the part can spell it.
std::string with_cells(std::string_view part, const Workbook& book, const Sheet& sheet,
                       const std::vector<std::uint32_t>& formats) {
  constexpr std::string_view kOpen = "<sheetData", kClose = "</sheetData>";
  const std::size_t begin = part.find(kOpen);
  const std::size_t close = part.find(kClose, begin);
  const std::size_t end = close != std::string_view::npos ? close + kClose.size() : part.find("/>", begin) + 2;
  std::string made(part.substr(0, begin));
  append_sheet_data(made, book, sheet, formats);
  made.append(part.substr(end));
  return made;
}

struct Part {
  std::string name, content;
  const Sheet* sheet = nullptr;  ///< whose part it is
};

base::Result<std::vector<Part>> parts_of(const Shell& shell, const Workbook& book) {
  auto package = base::ZipReader::open(shell.bytes);
  if (!package) return base::Failure(diagnostics::writing_failed("file", package.error()));
  std::map<std::string, const Sheet*> sheets;
  for (std::size_t i = 0; i < book.sheets.size(); ++i) sheets.emplace(sheet_part(i), &book.sheets[i]);
  std::vector<Part> parts;
  for (const std::string& name : package->names()) {
    const auto content = package->read(name);
    if (!content) return base::Failure(diagnostics::writing_failed(name, content.error()));
    const auto sheet = sheets.find(name);
    parts.push_back({name, std::string(*content), sheet == sheets.end() ? nullptr : sheet->second});
  }
  return parts;
}

}  // namespace

base::Result<std::string> write_xlsx(const Workbook& book, int threads) {
  if (auto fault = fault_of(book)) return base::Failure(std::move(*fault));
  const base::Result<Shell> shell = write_shell(book);
  if (!shell) return base::Failure(shell.error());
  const base::Result<std::vector<Part>> parts = parts_of(*shell, book);
  if (!parts) return base::Failure(parts.error());

  std::vector<base::ZipWriter::Entry> entries(parts->size());
  base::for_each_index(parts->size(), threads, [&](std::size_t i) {
    const Part& part = (*parts)[i];
    if (part.sheet != nullptr)
      entries[i] = base::ZipWriter::make_entry(with_cells(part.content, book, *part.sheet, shell->formats));
    else
      entries[i] = base::ZipWriter::make_entry(part.name == kTextsPart ? shared_strings(book) : part.content);
  });
  base::ZipWriter out;
  std::size_t packed = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    packed += entries[i].data.size();
    if (entries[i].size > kMaxPart || packed > kMaxArchive)
      return base::Failure(diagnostics::writing_failed((*parts)[i].name, "the file is larger than 4 GiB"));
    out.add((*parts)[i].name, entries[i]);
  }
  return out.finish();
}

}  // namespace phaen::workbook
