// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/csv_folder.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.h"
#include "store/cell.h"
#include "store/check.h"
#include "store/csv.h"
#include "store/diagnostics.h"

namespace phaen::store {
namespace {

namespace fs = std::filesystem;

struct Place {
  int line = 0, column = 0;
  bool bad = false;  ///< an error was reported for the cell
};

// One table as read: its records, and where each value stood.
struct TableReading {
  std::string file;
  std::string bytes;
  std::vector<base::Record> records;
  std::vector<std::vector<Place>> places;  ///< by record and field; a column left out has the place of the row
};

class TableReader {
 public:
  TableReader(const base::Table& table, TableReading& reading, base::Diagnostics& diagnostics)
      : table_(table), reading_(reading), lines_(reading.bytes), diagnostics_(diagnostics) {}

  void read() {
    const std::vector<CsvRow> rows = parse_csv(reading_.bytes, reading_.file, diagnostics_);
    if (rows.empty()) {
      // Text that is not UTF-8 gives no rows either, and has been reported.
      if (!diagnostics_.has_errors()) diagnostics_.add(diagnostics::no_header(at({"", 1, 1})));
      return;
    }
    read_header(rows.front());
    for (std::size_t i = 1; i < rows.size(); ++i) read_row(rows[i]);
  }

 private:
  base::Position at(const CsvCell& cell) const {
    base::Position where;
    where.file = reading_.file;
    where.line = cell.line;
    where.column = cell.column;
    where.table = table_.name;
    where.source_line = lines_.line(cell.line);
    return where;
  }

  void read_header(const CsvRow& header) {
    columns_ = header.cells.size();
    field_of_column_.resize(columns_);
    std::vector<std::string> names;
    for (const base::Field& field : table_.fields) names.push_back(field.name);
    std::set<std::string> seen;
    for (std::size_t c = 0; c < columns_; ++c) {
      const CsvCell& cell = header.cells[c];
      const auto field = table_.find_field(cell.text);
      if (!field)
        diagnostics_.add(diagnostics::unknown_column(cell.text, base::did_you_mean(cell.text, names), at(cell)));
      else if (!seen.insert(cell.text).second)
        diagnostics_.add(diagnostics::duplicate_column(cell.text, at(cell)));
      else
        field_of_column_[c] = field;
    }
    for (std::size_t f = 0; f < table_.fields.size(); ++f) {
      const bool there = seen.count(table_.fields[f].name) > 0;
      left_out_.push_back(!there);
      if (!there && table_.fields[f].required)
        diagnostics_.add(diagnostics::missing_column(table_.fields[f], at(header.cells.front())));
    }
  }

  void read_row(const CsvRow& row) {
    const CsvCell& first = row.cells.front();
    if (row.cells.size() != columns_) diagnostics_.add(diagnostics::ragged_row(columns_, row.cells.size(), at(first)));
    base::Record record;
    record.values.resize(table_.fields.size());
    // A required column that is left out has been reported once, for the header.
    std::vector<Place> places(table_.fields.size(), {first.line, first.column, false});
    for (std::size_t f = 0; f < places.size(); ++f) places[f].bad = left_out_[f] || row.cells.size() != columns_;
    for (std::size_t c = 0; c < std::min(columns_, row.cells.size()); ++c) {
      if (!field_of_column_[c]) continue;
      const std::size_t f = *field_of_column_[c];
      const CsvCell& cell = row.cells[c];
      places[f] = {cell.line, cell.column, row.cells.size() != columns_};
      if (cell.text.empty()) continue;
      base::Diagnostics found;
      const auto value = read_cell(table_.fields[f], cell.text, {}, found);
      for (base::Diagnostic diagnostic : found.all()) {
        diagnostic.where = at(cell);
        diagnostic.where.field = table_.fields[f].name;
        diagnostics_.add(std::move(diagnostic));
      }
      places[f].bad = places[f].bad || !value;
      if (value) record.values[f] = *value;
    }
    reading_.records.push_back(std::move(record));
    reading_.places.push_back(std::move(places));
  }

  const base::Table& table_;
  TableReading& reading_;
  LineIndex lines_;
  base::Diagnostics& diagnostics_;
  std::size_t columns_ = 0;
  std::vector<std::optional<std::size_t>> field_of_column_;
  std::vector<bool> left_out_;  ///< by field: no column of its name
};

// The CSV files of a folder by table name, those of no table reported.
std::set<std::string> list_tables(const std::string& folder, const base::Schema& schema,
                                  base::Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const base::Table& table : schema.tables) names.push_back(table.name);
  std::set<std::string> found, unknown;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() != ".csv") continue;
    const std::string name = entry->path().stem().string();
    (schema.find_table(name) ? found : unknown).insert(name);
  }
  if (error) {
    diagnostics.add(diagnostics::no_folder(folder));
    return {};
  }
  for (const std::string& name : unknown)
    diagnostics.add(
        diagnostics::unknown_file((fs::path(folder) / (name + ".csv")).string(), base::did_you_mean(name, names)));
  if (found.empty()) diagnostics.add(diagnostics::no_tables(folder));
  return found;
}

Locate locate_in(const base::Dataset& dataset, const std::vector<TableReading>& readings,
                 const std::vector<LineIndex>& lines) {
  return [&](std::size_t t, std::size_t r, std::size_t f) -> std::optional<base::Position> {
    const Place& place = readings[t].places.at(r).at(f);
    if (place.bad) return {};
    const base::Table& table = dataset.schema->tables[t];
    base::Position where;
    where.file = readings[t].file;
    where.line = place.line;
    where.column = place.column;
    where.table = table.name;
    where.record = base::key_text(table, dataset.tables[t][r]);
    where.name = base::display_name(table, dataset.tables[t][r]);
    where.field = table.fields[f].name;
    where.source_line = lines[t].line(place.line);
    return where;
  };
}

}  // namespace

base::Dataset read_csv_folder(const std::string& folder, const std::shared_ptr<const base::Schema>& schema,
                              base::Diagnostics& diagnostics) {
  base::Dataset dataset(schema);
  const std::set<std::string> tables = list_tables(folder, *schema, diagnostics);
  std::vector<TableReading> readings(schema->tables.size());
  for (std::size_t t = 0; t < schema->tables.size(); ++t) {
    const base::Table& table = schema->tables[t];
    if (tables.count(table.name) == 0) continue;
    readings[t].file = (fs::path(folder) / (table.name + ".csv")).string();
    auto bytes = base::read_file(readings[t].file);
    if (!bytes) {
      diagnostics.add(bytes.error());
      continue;
    }
    readings[t].bytes = skip_byte_order_mark(*bytes);
    base::Diagnostics found;
    TableReader(table, readings[t], found).read();
    diagnostics.append(found);
    dataset.tables[t] = std::move(readings[t].records);
  }
  std::vector<LineIndex> lines;
  lines.reserve(readings.size());
  for (const TableReading& reading : readings) lines.emplace_back(reading.bytes);
  check_dataset(dataset, locate_in(dataset, readings, lines), diagnostics);
  return dataset;
}

std::string write_csv(const base::Table& table, const std::vector<base::Record>& records) {
  std::string bytes;
  std::vector<std::string> cells;
  for (const base::Field& field : table.fields) cells.push_back(field.name);
  append_csv_row(bytes, cells);
  for (const base::Record& record : records) {
    for (std::size_t f = 0; f < cells.size(); ++f) cells[f] = base::canonical_text(record.values.at(f));
    append_csv_row(bytes, cells);
  }
  return bytes;
}

void add_csv_tables(const base::Schema& schema, const base::Dataset& dataset, base::ZipWriter& archive) {
  for (const base::Table& table : schema.tables)
    archive.add(table.name + ".csv", write_csv(table, dataset.records(table.name)));
}

base::Result<void> write_csv_folder(const std::string& folder, const base::Dataset& dataset) {
  std::error_code error;
  if (!fs::is_directory(folder, error) && !fs::create_directory(folder, error))
    return base::Failure(diagnostics::no_folder(folder));
  for (std::size_t t = 0; t < dataset.tables.size(); ++t) {
    const base::Table& table = dataset.schema->tables[t];
    auto written = base::write_file_atomically((fs::path(folder) / (table.name + ".csv")).string(),
                                               write_csv(table, dataset.tables[t]));
    if (!written) return written;
  }
  return {};
}

}  // namespace phaen::store
