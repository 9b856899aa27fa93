// SPDX-License-Identifier: GPL-3.0-or-later
// Builds one table: columns, rows, cells; merges downward; derived figures, computed once when all rows are known.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "template/expansion.h"

namespace phaen::templates {

class TableBuilder {
 public:
  TableBuilder(Expansion& expansion, const TableNode& node, const Place& place)
      : expansion_(expansion), node_(node), place_(place) {}
  doc::Table build();

 private:
  struct ColumnInfo {
    std::string key;
    const thai::Format* format = nullptr;
    ValueStyle style;
  };
  // A derived cell waiting for its rows. `first` to `end` are the rows of the loop round it.
  struct Pending {
    std::size_t row = 0, cell = 0;
    const CellNode* node = nullptr;
    Place place;
    std::size_t first = 0, end = 0;
    std::optional<doc::CellValue> control = {};  ///< what its sum must be
    enum class State : std::uint8_t { Waiting, Computing, Done } state = State::Waiting;
  };
  struct MergeColumn {
    std::string key;  ///< empty: nothing to merge with
    std::size_t row = 0, cell = 0;
  };
  struct RowState {
    const RowNode* node = nullptr;
    Place place;
    std::size_t cursor = 0;
    bool merging = true;  ///< until a cell with another value: what stands right of it starts anew too
    bool overflow = false;
    doc::StyleId style = 0;
  };

  // --- table_builder.cc
  void columns(const Nodes& nodes);
  void column(const ColumnNode& node, const Place& place);
  void heads(const Nodes& nodes);
  void body(const Nodes& nodes);
  void scoped(const Nodes& nodes);
  void parts(const Nodes& nodes);
  void row(const RowNode& node, const Place& place, bool head);
  void cells(const Nodes& nodes, RowState& state);
  void cell(const CellNode& node, const Place& place, RowState& state);
  std::size_t place_cell(const CellNode& node, const Place& place, RowState& state);
  std::size_t span_of(const CellNode& node, const Place& place, const RowState& state, std::size_t column);
  void skip_occupied(RowState& state) const;
  void finish_row(RowState& state);
  void fill(const CellNode& node, const Place& place, const ColumnInfo& info, RowState& state, doc::Cell& made);
  void fill_from(const CellNode& node, const Place& place, Expansion::Flow& flow);
  bool merge(const CellNode& node, std::size_t column, RowState& state);
  std::string merge_key(const Path& path);
  std::vector<std::size_t> key_columns(const KeyRange& range) const;

  // --- derived_cells.cc
  void compute_all();
  void compute(Pending& pending);
  std::vector<doc::CellRange> ranges_down(const Pending& pending);
  std::vector<doc::CellRange> ranges_across(const Pending& pending);
  bool counts_in(const doc::Row& row, const doc::Cell& cell, doc::Derivation derivation) const;
  void gather(const Pending& pending, const std::vector<doc::CellRange>& ranges, std::vector<doc::CellValue>& figures,
              std::vector<base::OriginId>& inputs);
  void compute_first(std::size_t row, const doc::Cell& cell);
  void check_control(const Pending& pending, const doc::CellValue& sum);
  doc::Cell* find_cell(std::size_t row, std::size_t column);
  bool is_subtotal(const doc::Cell& cell) const;

  Expansion& expansion_;
  const TableNode& node_;
  Place place_;
  doc::Table table_;
  std::vector<ColumnInfo> columns_;
  std::vector<std::size_t> occupied_;  ///< for each column the first row that is free below spanning cells
  std::vector<MergeColumn> merges_;
  std::size_t scope_first_ = 0;    ///< first row of the innermost loop
  std::vector<std::size_t> open_;  ///< pending cells whose loop has not ended
  std::vector<Pending> pending_;
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> pending_at_;  ///< by row: cell index, pending index
};

}  // namespace phaen::templates
