// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a table by the value of one stored field, for `where field = value` over whole tables.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/record.h"

namespace phaen::templates {

class FieldIndex {
 public:
  FieldIndex(const std::vector<base::Record>& records, std::uint16_t field);

  /// The records whose field equals the value, in the order of the table. Nothing when only comparing them one by one
  /// can tell: numbers are equal in several forms (5 and 5.0), which have no one key.
  std::optional<std::span<const std::uint32_t>> find(const base::Value& value) const;

 private:
  bool complete_ = true;  ///< every value has a key
  std::unordered_map<std::string, std::vector<std::uint32_t>> records_;
};

}  // namespace phaen::templates
