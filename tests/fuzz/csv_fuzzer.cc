// SPDX-License-Identifier: GPL-3.0-or-later
// Contract: whatever the bytes, parsing ends without a crash; text that parsed without a message is written so that it
// reads back to the same cells; a cell read for a field of any type gives a value or an error, never both, never none.
#include <cstdint>
#include <cstdlib>

#include "plan/schema.h"
#include "store/cell.h"
#include "store/csv.h"

namespace {

using phaen::base::Diagnostics;
using phaen::store::CsvRow;

void demand(bool holds) {
  if (!holds) std::abort();
}

void check_round_trip(const std::vector<CsvRow>& rows) {
  std::string bytes;
  for (const CsvRow& row : rows) {
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) cells.push_back(cell.text);
    phaen::store::append_csv_row(bytes, cells);
  }
  Diagnostics diagnostics;
  const auto again = phaen::store::parse_csv(bytes, "again.csv", diagnostics);
  demand(diagnostics.empty() && again.size() == rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    demand(again[r].cells.size() == rows[r].cells.size());
    for (std::size_t c = 0; c < rows[r].cells.size(); ++c) demand(again[r].cells[c].text == rows[r].cells[c].text);
  }
}

void check_cells(const CsvRow& row, const phaen::base::Table& table) {
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    Diagnostics diagnostics;
    const auto value =
        phaen::store::read_cell(table.fields[c % table.fields.size()], row.cells[c].text, {}, diagnostics);
    demand(value.has_value() != diagnostics.has_errors());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto schema = phaen::plan::plan_schema();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const auto rows = phaen::store::parse_csv(bytes, "fuzz.csv", diagnostics);
  if (diagnostics.empty()) check_round_trip(rows);
  const auto& table = schema->tables[schema->find_table("kpis").value()];
  for (const CsvRow& row : rows) check_cells(row, table);
  return 0;
}
