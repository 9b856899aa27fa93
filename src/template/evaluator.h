// SPDX-License-Identifier: GPL-3.0-or-later
// Walks checked paths over a dataset: values, records, conditions, loops. References are indexed once, on first use.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/origin.h"
#include "base/record.h"
#include "template/field_index.h"
#include "template/program.h"
#include "thai/collation.h"

namespace phaen::templates {

inline constexpr std::uint32_t kNoRecord = std::numeric_limits<std::uint32_t>::max();

/// What a slot holds: a record (its table is known to the paths) or a value with its origin.
struct SlotContent {
  std::uint32_t record = kNoRecord;
  base::Value value;
  base::OriginId origin = base::kNoOrigin;
};

/// A value found at the end of a path. `value` points into the dataset or into a slot; null: missing because a record
/// on the way is.
struct FoundValue {
  const base::Value* value = nullptr;
  std::uint16_t table = 0, field = 0;
  std::uint32_t record = kNoRecord;         ///< of the field; kNoRecord: the value of a slot
  base::OriginId origin = base::kNoOrigin;  ///< of a slot's value
  bool missing() const { return value == nullptr || base::is_missing(*value); }
};

class Evaluator {
 public:
  Evaluator(const Program& program, const base::Dataset& data, base::OriginTable& origins);

  std::vector<SlotContent>& frame() { return frame_; }
  FoundValue value(const Path& path);
  std::uint32_t record(const Path& path);  ///< kNoRecord: missing
  bool holds(const Condition& condition);
  /// The contents of the selection's slot, round by round. Leaves the slot itself changed.
  std::vector<SlotContent> select(const Selection& selection);

  base::OriginId origin(const FoundValue& found);
  const base::Dataset& data() const { return data_; }
  base::OriginTable& origins() { return origins_; }

  /// Records looked at so far. A loop over a whole table looks only at those that an equality of its `where` leaves.
  std::uint64_t visited() const { return rounds_; }
  /// Loops over whole tables inside loops over whole tables are stopped at kMaxRounds.
  bool exhausted() const { return rounds_ > kMaxRounds; }
  static constexpr std::uint64_t kMaxRounds = 20'000'000;

 private:
  // Both directions of one link: to the record a reference names, and from it to those that name it (compressed rows).
  struct LinkIndex {
    bool built = false;
    std::vector<std::uint32_t> forward;
    std::vector<std::uint32_t> begin, back;
  };
  // Record by key. Keys point into the dataset, those of several fields into `joined`.
  struct KeyIndex {
    std::unordered_map<std::string_view, std::uint32_t> record_of;
    std::deque<std::string> joined;
    std::uint32_t find(std::string_view key) const;  // kNoRecord: none
  };

  const LinkIndex& index(std::uint16_t link);
  const KeyIndex& keys(std::uint16_t table);
  std::uint32_t step_one(const Step& step, std::uint32_t record);
  void step_many(const Step& step, const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to);
  void descend(const LinkIndex& links, std::uint32_t record, std::vector<std::uint32_t>& to);
  std::uint32_t walk(const Path& path);
  FoundValue field_value(const Path& path, std::uint16_t field);
  std::vector<std::uint32_t> records(const Path& path);
  bool clause_holds(const Clause& clause);
  bool equals(const Path& left, const Operand& right);
  bool record_equals(const Path& left, const Operand& right);
  using Bucket = std::optional<std::span<const std::uint32_t>>;
  Bucket looked_up(const Selection& selection);
  Bucket looked_up(const Selection& selection, const Clause& clause);
  std::uint32_t named(std::uint16_t table, const Operand& operand);
  std::vector<SlotContent> candidates(const Selection& selection);
  std::vector<SlotContent> years(const Selection& selection);
  std::vector<SlotContent> distinct(const Selection& selection);
  std::vector<SlotContent> values_of(const Selection& selection);
  void sort(std::vector<SlotContent>& rounds, const Selection& selection);
  const thai::Collator* collator();
  base::Fact fact(std::uint16_t table, std::uint32_t record) const;

  const Program& program_;
  const base::Dataset& data_;
  base::OriginTable& origins_;
  std::vector<SlotContent> frame_;
  std::vector<LinkIndex> links_;
  std::vector<std::optional<KeyIndex>> keys_;
  std::map<std::pair<std::uint16_t, std::uint16_t>, FieldIndex> fields_;  ///< by table and field
  std::vector<std::optional<std::size_t>> fact_fields_;
  std::optional<thai::Collator> collator_;
  bool collator_tried_ = false;
  std::uint64_t rounds_ = 0;
  /// Values that occur in a whole table, which every row of another may ask for: by the selection of the program.
  std::unordered_map<const Selection*, std::vector<SlotContent>> distinct_;
  /// Origins of the years of a record: by table, first and last field, record.
  std::map<std::tuple<std::uint16_t, std::uint16_t, std::uint16_t, std::uint32_t>, base::OriginId> year_origins_;
};

/// Less, equal or greater between two values of one field; missing comes last. Texts in Thai dictionary order when
/// there is a collator.
int compare_values(const base::Value& a, const base::Value& b, const thai::Collator* collator);

}  // namespace phaen::templates
