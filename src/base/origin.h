// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/record.h"

namespace phaen::base {

/// An index into one OriginTable: where a printed value came from. 0 = none (furniture: rules, dots, page numbers).
using OriginId = std::uint32_t;
inline constexpr OriginId kNoOrigin = 0;

/// One origin. Twelve bytes, because every printed value of a ministry-wide run has one.
struct Origin {
  enum class Kind : std::uint8_t {
    None,
    Field,     ///< a = table, b = record, c = field: indices into the dataset
    Derived,   ///< a = rule (index into names), b = first input, c = number of inputs
    Template,  ///< a = file (index into names), b = line
  };
  Kind kind = Kind::None;
  Fact fact = Fact::Real;
  std::uint16_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

/// The origins of one job. Append only; ids never change. Document, Galley, Pages and Workbook all carry its ids.
class OriginTable {
 public:
  OriginTable();
  OriginId add_field(std::size_t table, std::size_t record, std::size_t field, Fact fact);
  /// A derived value is synthetic when any input is.
  OriginId add_derived(std::string_view rule, const std::vector<OriginId>& inputs);
  OriginId add_template(std::string_view file, int line);

  const Origin& at(OriginId id) const { return origins_.at(id); }
  Fact fact(OriginId id) const { return origins_.at(id).fact; }
  std::size_t size() const { return origins_.size(); }
  std::vector<OriginId> inputs(OriginId id) const;
  const std::string& name(std::uint16_t index) const { return names_.at(index); }
  /// `kpis I3-K1 base`, `sum(budgets …, budgets …)`, `plan.xml:120`. `dataset` names tables, codes and fields.
  std::string describe(OriginId id, const Dataset& dataset) const;

 private:
  std::uint16_t intern(std::string_view name);
  std::vector<Origin> origins_;
  std::vector<OriginId> inputs_;
  std::vector<std::string> names_;
};

}  // namespace phaen::base
