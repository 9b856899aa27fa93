// SPDX-License-Identifier: GPL-3.0-or-later
// What the maps beside the cascade show, as printed text with its origin: linkage diagram, matrix, causal bands, value
// chains, frame of dimensions. They know no plan; whoever makes them has added, rounded and worded everything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/origin.h"
#include "doc/graph.h"

namespace phaen::doc {

/// One printed value. `link` is `#label` or a URI; empty: none.
struct Printed {
  std::string text;
  base::OriginId origin = base::kNoOrigin;
  std::string link;
};
/// Stretches of one sentence.
using Sentence = std::vector<Printed>;

struct MapWords {
  std::string title, subtitle, unit_line;
  std::vector<std::string> notes;  ///< at the foot of each page
};

/// `ตัวชี้วัดที่ 3 : ` and a sentence that holds base and target.
struct MapIndicator {
  std::string code, label;
  Sentence sentence;
};

// --- linkage diagram ------------------------------------------------------------------------------------------------

struct LinkageAgency {
  Printed name;
  std::vector<Printed> projects;
};
struct LinkageMinistry {
  Printed name;  ///< no text: agencies without a ministry
  std::vector<LinkageAgency> agencies;
};
/// Who does what, ending in two sums.
struct LinkageWork {
  Printed heading;  ///< of supporting missions: the issue they belong to; no text: none
  std::vector<LinkageMinistry> ministries;
  Printed budget, off_budget;  ///< ล้านบาท, 4 decimals, `-` when nil
};
/// One box of indicators with its box of work.
struct LinkageColumn {
  std::vector<MapIndicator> indicators;  ///< empty: a gap, said so in the box
  LinkageWork work;
};
struct LinkageGuideline {
  std::string label;  ///< `แนวทางที่ 1.1`
  Printed name;
  std::vector<LinkageColumn> columns;
};
struct LinkageMap {
  MapWords words;
  std::string goal_row, guideline_row;  ///< labels at the left: `เป้าหมายของแผน/ตัวชี้วัด`, `แนวทาง`
  std::string goal_label;  ///< `เป้าหมาย`
  Printed goal;
  std::vector<MapIndicator> goal_indicators;
  std::vector<LinkageGuideline> guidelines;  ///< empty: nothing hangs below the goal
  std::vector<LinkageWork> supporting;       ///< their own sums are not printed
  LinkageWork supporting_sums;               ///< its two sums alone: those of all supporting missions
  Printed host;                              ///< under `หน่วยงานเจ้าภาพ`; no text: none
};

// --- matrix ---------------------------------------------------------------------------------------------------------

enum class Mark : std::uint8_t { None, Primary, Secondary };

struct MatrixColumn {
  std::string code;
  Printed name;
  std::optional<std::uint16_t> group;  ///< the issue whose colour it has
};
struct MatrixRow {
  std::string code;
  Printed name;
  std::optional<std::uint16_t> group;
  std::vector<Mark> marks;  ///< as many as there are columns
};
struct Matrix {
  MapWords words;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixRow> rows;  ///< rows of one group stand together
  std::vector<Printed> groups;  ///< names of the issues
};

// --- causal bands ---------------------------------------------------------------------------------------------------

struct BandItem {
  std::string code;
  Printed name;
  std::vector<Sentence> values;  ///< the indicators of the band
};
/// What causes what: X -> Y1 -> Y2 -> Z. An empty band is a gap.
struct CausalChain {
  std::vector<BandItem> z, y2, y1;
  BandItem x;
  std::vector<Printed> projects;  ///< of X
};
struct CausalMap {
  MapWords words;
  std::vector<CausalChain> chains;
};

// --- value chains ---------------------------------------------------------------------------------------------------

enum class Phase : std::uint8_t { Upstream, Midstream, Downstream };

struct ChainProject {
  Printed name, agency, amount;  ///< no agency, no amount: none known
};
struct ChainStage {
  Phase phase = Phase::Upstream;
  Printed name, description;
  std::vector<ChainProject> projects;
  Printed total;  ///< ล้านบาท
};
struct ValueChain {
  Printed name;
  std::string label;  ///< of its row: `ประเด็นที่ 1`
  std::vector<ChainStage> stages;
};
struct ValueChains {
  MapWords words;
  std::vector<ValueChain> chains;
};

// --- frame of dimensions --------------------------------------------------------------------------------------------

struct DimensionTopic {
  std::string label;  ///< `1.1 ตัวชี้วัดยุทธศาสตร์ของกลุ่มจังหวัด`
  std::vector<MapIndicator> indicators;
};
struct Dimension {
  std::string name;  ///< `มิติที่ 1 มิติประสิทธิผล`
  Printed weight;    ///< `น้ำหนักรวมร้อยละ 60`; no text: none known
  std::vector<DimensionTopic> topics;
};
struct DimensionGroup {
  std::string name;  ///< `มิติภายนอก`
  std::vector<Dimension> dimensions;
};
struct DimensionFrame {
  MapWords words;
  std::vector<DimensionGroup> groups;
};

// --- any map --------------------------------------------------------------------------------------------------------

enum class MapKind : std::uint8_t { Cascade, Tree, Linkage, Matrix, Xyz, ValueChain, Dimensions };
/// As templates and the command line write it: `value-chain`.
std::string_view name(MapKind kind);
std::optional<MapKind> find_map_kind(std::string_view name);
const std::vector<MapKind>& map_kinds();

/// A cascade or a tree.
struct GraphMap {
  MapKind kind = MapKind::Cascade;
  Graph graph;
  std::string focus;                   ///< code: only the chains through this box; empty: everything
  std::optional<std::uint16_t> issue;  ///< index of a group: only its boxes and what they hang on
};
/// Drawn one after the other, each from a new page on.
using LinkageMaps = std::vector<LinkageMap>;

/// What one map shows.
struct MapContent {
  std::variant<GraphMap, LinkageMaps, Matrix, CausalMap, ValueChains, DimensionFrame> value;
};
MapKind kind_of(const MapContent& content);

}  // namespace phaen::doc
