// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readback/cell_comparer.h"
#include "readback/package.h"

namespace phaen::readback {

/// What a worksheet part says besides its cells.
struct SheetSettings {
  struct Link {
    std::string cell, relationship, location;
  };
  std::vector<std::string> merges;  ///< `A1:C1`
  struct Choice {
    std::string cells, source;
  };
  std::vector<Link> links;
  std::vector<Choice> choices;  ///< drop-downs
  std::vector<int> columns;     ///< widths in pixels of 1/96 inch
  std::uint32_t frozen_rows = 0, frozen_columns = 0;
  std::string filter;  ///< `A1:C6`
  std::string paper = "1", orientation = "portrait";
  std::string left, right, top, bottom;  ///< margins in inches
  std::string header, footer;
  std::vector<std::uint32_t> page_breaks;  ///< rows that start a page
};

/// Reads a worksheet part: compares its cells on the way, keeps the rest.
class SheetReader : public XmlHandler {
 public:
  SheetReader(const CellContext& context, const workbook::Sheet& sheet) : cells_(context, sheet) {}
  void start(std::string_view element, const Attributes& attributes) override;
  void end(std::string_view element) override;
  void characters(std::string_view text) override;

  CellComparer& cells() { return cells_; }
  const SheetSettings& settings() const { return settings_; }

 private:
  void read_columns(const Attributes& attributes);
  void read_setting(std::string_view element, const Attributes& attributes);

  CellComparer cells_;
  SheetSettings settings_;
  TextCollector collector_;
  bool in_rows_ = false, in_row_breaks_ = false;
};

/// Merged ranges, drop-downs, column widths, frozen panes, filter and print settings.
void compare_settings(const workbook::Sheet& sheet, const SheetSettings& found, Differences& differences);

}  // namespace phaen::readback
