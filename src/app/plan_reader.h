// SPDX-License-Identifier: GPL-3.0-or-later
// An assessed plan read by codes, each value printed with its origin: what the maps are filled from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/origin.h"
#include "base/record.h"
#include "doc/map_values.h"

namespace phaen::app {

class PlanReader;

/// Reads one table. Valid while the reader lives.
class Rows {
 public:
  Rows(PlanReader& reader, std::string_view table);
  std::size_t size() const;
  const base::Value& value(std::size_t record, std::string_view field) const;
  /// Text, code, choice or reference; empty when missing.
  const std::string& text(std::size_t record, std::string_view field) const;
  std::optional<std::int64_t> integer(std::size_t record, std::string_view field) const;
  bool is_synthetic(std::size_t record) const;
  /// Text with its origin.
  doc::Printed printed(std::size_t record, std::string_view field) const;
  /// Another printed form of a value with the value's origin.
  doc::Printed printed_as(std::string text, std::size_t record, std::string_view field) const;

 private:
  PlanReader& reader_;
  std::size_t table_;
};

struct PlanNode {
  std::size_t record = 0;
  std::string code, level;
  std::optional<std::size_t> parent;  ///< index of a node
  std::vector<std::size_t> children;  ///< by ordinal
};

/// REQUIRES: an assessed dataset with exactly one plan. Origins are added as values are printed.
class PlanReader {
 public:
  PlanReader(const base::Dataset& data, base::OriginTable& origins);

  const base::Dataset& data() const { return data_; }
  base::OriginTable& origins() { return origins_; }

  const std::vector<PlanNode>& nodes() const { return nodes_; }
  std::optional<std::size_t> find_node(std::string_view code) const;
  std::vector<std::string> node_codes() const;
  std::vector<std::size_t> of_level(std::string_view level) const;  ///< in plan order
  bool is_within(std::size_t node, std::size_t above) const;
  /// The node itself or the nearest above it of this level.
  std::optional<std::size_t> ancestor(std::size_t node, std::string_view level) const;
  /// Projects at or below a node in plan order, flagships without projects too; those whose money lies outside the
  /// plan's years are left out.
  std::vector<std::size_t> projects(std::size_t node) const;
  std::vector<std::size_t> all_projects() const;
  /// Records of `kpis` of one node, by ordinal; cancelled ones left out.
  std::vector<std::size_t> kpis_of(std::size_t node);
  std::optional<std::size_t> find_kpi(std::string_view code) const;

  doc::Printed name(std::size_t node);
  /// `I1` -> 1: the node's place among the nodes of its level.
  std::size_t number(std::size_t node) const;

  /// Name, base and target in one sentence.
  doc::Sentence kpi_sentence(std::size_t kpi);
  /// `I1-K1: 80,000 ล้านบาท → รวมร้อยละ 25`: base and target alone; nothing when neither is known.
  doc::Sentence kpi_value(std::size_t kpi);
  /// Million baht with 4 decimals over the years of the plan, `-` when nil. `off_budget` chooses the money from outside
  /// the budget (off-budget funds and private money), else the rest.
  doc::Printed money(const std::vector<std::size_t>& nodes, bool off_budget);
  /// Both together; no text when there is none.
  doc::Printed all_money(std::size_t node);
  /// Both together over several nodes, `-` when nil.
  doc::Printed total_money(const std::vector<std::size_t>& nodes);
  struct Amount {
    base::Money money;
    base::OriginId origin = base::kNoOrigin;
  };
  /// Both together in baht; nothing when there is none.
  std::optional<Amount> amount(std::size_t node);
  /// The agency that leads a project: its own, else that of the flagship above. A record of `agencies`.
  std::optional<std::size_t> lead_agency(std::size_t node);

  /// From now on names carry links to the sheets of what they name, and maps leave it to their document to say what is
  /// made up.
  void enter_document() { in_document_ = true; }
  bool in_document() const { return in_document_; }
  /// Of a KPI or a node, the labels that may stand for it, nearest first: its own sheet, then the brief of the project
  /// above. `#sheet-I1-P1-F1-J1 #sheet-I1-P1-F1`; empty outside of documents.
  std::string sheet_link(const std::string& code) const;

  /// Whether anything printed since the last call was made up.
  bool take_synthetic();
  void note_synthetic(bool synthetic) { shows_synthetic_ = shows_synthetic_ || synthetic; }

 private:
  std::optional<Amount> sum(const std::vector<std::size_t>& allocations);
  doc::Printed million_baht(const std::vector<std::size_t>& allocations, const char* nil);
  bool in_plan(std::int64_t year) const { return year >= first_year_ && year <= last_year_; }

  const base::Dataset& data_;
  base::OriginTable& origins_;
  std::vector<PlanNode> nodes_;
  std::map<std::string, std::size_t, std::less<>> node_index_, kpi_index_, agency_index_, brief_index_, whole_index_;
  std::map<std::size_t, std::vector<std::size_t>> money_of_;  ///< allocations at or below a node, in plan years
  std::vector<bool> has_other_money_;                         ///< of a node: money outside the years of the plan
  std::int64_t first_year_ = 0, last_year_ = 0;
  bool shows_synthetic_ = false, in_document_ = false;
  std::vector<std::string> kpi_nodes_;  ///< of each record of `kpis`
};

}  // namespace phaen::app
