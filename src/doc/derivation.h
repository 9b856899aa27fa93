// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of derived figures. A template names a row, the expander computes it once and exactly, the workbook
// repeats it as a formula beside the computed value.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/record.h"
#include "doc/document.h"

namespace phaen::doc {

enum class DerivationProblem : std::uint8_t {
  None,
  MixedKinds,  ///< money with a plain number where both must be of one kind
  NotANumber,  ///< a date or a yes/no
  Overflow,    ///< more than 64 bits of satang or of decimal units
};

/// The value of a cell as the formats of thai/formats.h take it.
base::Value plain_value(const CellValue& value);

/// A computed figure. `value` is monostate when there is nothing to compute from: no input has a value, one of two is
/// missing, a denominator is zero. That is no problem: the cell is nil.
struct Derived {
  CellValue value;
  DerivationProblem problem = DerivationProblem::None;
};

/// `figures` may hold monostate for cells without a figure.
using DerivationFunction = Derived (*)(const std::vector<CellValue>& figures);

struct DerivationRow {
  Derivation derivation = Derivation::Sum;
  std::string_view name;  ///< as templates write it
  base::Bilingual label;
  int inputs = 0;     ///< figures it takes; 0: any number
  bool down = false;  ///< over the rows of its group rather than over cells of its own row
  DerivationFunction compute = nullptr;
};

/// Every row, in the order of the enum.
const std::vector<DerivationRow>& derivations();
const DerivationRow* find_derivation(std::string_view name);
const DerivationRow& row_of(Derivation derivation);

/// Computes one derived figure. REQUIRES: figures.size() == row.inputs unless that is 0.
/// Sums and differences are exact and keep the kind of their inputs (money stays money). Ratio, per cent, change and
/// weighted are decimals rounded once, half away from zero, to as many as 10 decimals (fewer when 64 bits cannot hold
/// them).
Derived derive(Derivation derivation, const std::vector<CellValue>& figures);

}  // namespace phaen::doc
