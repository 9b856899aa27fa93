// SPDX-License-Identifier: GPL-3.0-or-later
// One chart from its node: categories round by round, series by series. Private to expand_*.cc.
#pragma once

#include <optional>
#include <vector>

#include "template/expansion.h"

namespace phaen::templates {

class ChartBuilder {
 public:
  ChartBuilder(Expansion& expansion, const ChartNode& node, const Place& place)
      : expansion_(expansion), node_(node), place_(place) {}

  /// Nothing when there is no figure to draw; that is said.
  std::optional<doc::ChartBlock> build();

 private:
  void enter(std::size_t category);
  void categories();
  void parts(const Nodes& nodes);
  void series(const SeriesNode& node, const Place& place);
  doc::ChartFigure figure(const SeriesNode& node, const Place& place);
  doc::ChartFigure found_figure(const SeriesNode& node, const Place& place);
  doc::ChartPeriod period(const SeriesNode& node, const Place& place);
  void totals();
  doc::ChartText words(const Text& text);
  std::vector<doc::ChartText> pieces(const Nodes& nodes);
  const thai::Format* format_of(const SeriesNode& node) const {
    return node.format != nullptr ? node.format : node_.format;
  }

  Expansion& expansion_;
  const ChartNode& node_;
  Place place_;
  std::vector<SlotContent> rounds_;
  doc::Chart chart_;
  std::vector<base::OriginId> origins_;         ///< of all figures and periods
  const thai::Format* total_format_ = nullptr;  ///< of the first figure: what sums of stacks are printed in
};

}  // namespace phaen::templates
