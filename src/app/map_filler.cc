// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_filler.h"

#include <algorithm>

#include "app/kpi_graph.h"
#include "app/map_diagnostics.h"
#include "app/map_values.h"

namespace phaen::app {
namespace {

class MapFiller {
 public:
  MapFiller(PlanReader& plan, const templates::MapRequest& request, base::Diagnostics& diagnostics)
      : plan_(plan), request_(request), diagnostics_(diagnostics) {}

  std::shared_ptr<const doc::MapContent> fill() {
    const std::size_t errors = diagnostics_.errors();
    const std::optional<std::size_t> focus = focus_node();
    check_levels();
    if (diagnostics_.errors() > errors) return nullptr;
    std::optional<doc::MapContent> content = fill(focus);
    if (!content) return nullptr;
    return std::make_shared<const doc::MapContent>(std::move(*content));
  }

 private:
  bool layered() const { return request_.kind == doc::MapKind::Cascade || request_.kind == doc::MapKind::Tree; }

  std::vector<std::string> issue_codes() const {
    std::vector<std::string> codes;
    for (const std::size_t issue : plan_.of_level("issue")) codes.push_back(plan_.nodes()[issue].code);
    return codes;
  }

  /// The node that focus or issue names: of an indicator the node it measures.
  std::optional<std::size_t> focus_node() {
    const Rows kpis(plan_, "kpis");
    std::optional<std::size_t> focus;
    if (!request_.issue.empty()) {
      const std::vector<std::string> issues = issue_codes();
      focus = plan_.find_node(request_.issue);
      if (std::find(issues.begin(), issues.end(), request_.issue) == issues.end())
        diagnostics_.add(diagnostics::unknown_issue(request_.issue, issues, request_.where));
    }
    if (request_.focus.empty()) return focus;
    if (const auto node = plan_.find_node(request_.focus)) return node;
    if (const auto kpi = plan_.find_kpi(request_.focus)) return plan_.find_node(kpis.text(*kpi, "node"));
    std::vector<std::string> codes = plan_.node_codes();
    for (std::size_t i = 0; i < kpis.size(); ++i) codes.push_back(kpis.text(i, "code"));
    // Cascades show upper plans too: their graph says whether the code is there.
    const Rows upper(plan_, "upper_items");
    for (std::size_t i = 0; layered() && i < upper.size(); ++i)
      if (upper.text(i, "code") == request_.focus) return {};
    diagnostics_.add(diagnostics::unknown_focus(request_.focus, codes, request_.where));
    return {};
  }

  void check_levels() {
    std::vector<std::string> known;
    for (const doc::GraphLevel& level : kpi_graph_levels()) known.push_back(level.key);
    for (const std::string& level : request_.levels)
      if (std::find(known.begin(), known.end(), level) == known.end())
        diagnostics_.add(diagnostics::unknown_level(level, known));
  }

  doc::GraphMap graph() {
    const Rows plans(plan_, "plans");
    KpiGraphOptions options;
    options.levels = request_.levels;
    options.result_year = plans.integer(0, "report_year");
    doc::GraphMap map;
    map.kind = request_.kind;
    map.focus = request_.focus;
    if (!request_.issue.empty())
      map.issue = static_cast<std::uint16_t>(plan_.number(plan_.find_node(request_.issue).value()) - 1);
    map.graph = make_kpi_graph(plan_.data(), options, &plan_.origins());
    if (plan_.in_document())
      for (doc::GraphNode& node : map.graph.nodes) node.link = plan_.sheet_link(node.code);
    return map;
  }

  std::optional<doc::MapContent> unless_empty(bool empty, std::string_view tables, doc::MapContent content) {
    if (!empty) return content;
    diagnostics_.add(diagnostics::nothing_to_draw(doc::name(request_.kind), tables, request_.where));
    return {};
  }

  std::optional<doc::MapContent> fill(std::optional<std::size_t> focus) {
    switch (request_.kind) {
      case doc::MapKind::Cascade:
      case doc::MapKind::Tree: return doc::MapContent{graph()};
      case doc::MapKind::Linkage: {
        doc::LinkageMaps maps = linkage_maps(plan_, focus);
        const bool empty = maps.empty();
        return unless_empty(empty, "nodes", {std::move(maps)});
      }
      case doc::MapKind::Matrix: {
        doc::Matrix matrix = project_matrix(plan_, focus);
        const bool empty = matrix.columns.empty() || matrix.rows.empty();
        return unless_empty(empty, "kpis, nodes", {std::move(matrix)});
      }
      case doc::MapKind::Xyz: {
        doc::CausalMap map = causal_map(plan_, focus);
        const bool empty = map.chains.empty();
        return unless_empty(empty, "nodes, alignments", {std::move(map)});
      }
      case doc::MapKind::ValueChain: {
        doc::ValueChains map = value_chains(plan_, focus);
        const bool empty = map.chains.empty();
        return unless_empty(empty, "value_chains, value_chain_stages", {std::move(map)});
      }
      case doc::MapKind::Dimensions: {
        doc::DimensionFrame map = dimension_frame(plan_, focus);
        const bool empty = map.groups.empty();
        return unless_empty(empty, "kpis", {std::move(map)});
      }
    }
    return {};
  }

  PlanReader& plan_;
  const templates::MapRequest& request_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

std::shared_ptr<const doc::MapContent> fill_map(PlanReader& plan, const templates::MapRequest& request,
                                                base::Diagnostics& diagnostics) {
  return MapFiller(plan, request, diagnostics).fill();
}

}  // namespace phaen::app
