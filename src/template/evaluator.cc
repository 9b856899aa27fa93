// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/evaluator.h"

#include <algorithm>
#include <numeric>

namespace phaen::templates {
namespace {

using base::Value;

// A year field holds 2400 to 2700; data that was not checked must not make a loop of millions of years.
constexpr std::int64_t kMostYears = 300;

}  // namespace

Evaluator::Evaluator(const Program& program, const base::Dataset& data, base::OriginTable& origins)
    : program_(program),
      data_(data),
      origins_(origins),
      frame_(program.slots),
      links_(program.links.size()),
      keys_(data.schema->tables.size()) {
  for (const base::Table& table : data.schema->tables) fact_fields_.push_back(table.find_field("fact"));
}

std::uint32_t Evaluator::KeyIndex::find(std::string_view key) const {
  const auto at = record_of.find(key);
  return at == record_of.end() ? kNoRecord : at->second;
}

const Evaluator::KeyIndex& Evaluator::keys(std::uint16_t table) {
  std::optional<KeyIndex>& index = keys_[table];
  if (!index) {
    index.emplace();
    const auto& records = data_.tables[table];
    const base::KeyFields fields(data_.schema->tables[table]);
    index->record_of.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto key = fields.one_text(records[i]);
      index->record_of.emplace(key ? *key : index->joined.emplace_back(fields.text(records[i])),
                               static_cast<std::uint32_t>(i));
    }
  }
  return *index;
}

const Evaluator::LinkIndex& Evaluator::index(std::uint16_t number) {
  LinkIndex& index = links_[number];
  if (index.built) return index;
  index.built = true;
  const Link& link = program_.links[number];
  const auto& records = data_.tables[link.table];
  const KeyIndex& targets = keys(link.target);
  index.forward.assign(records.size(), kNoRecord);
  index.begin.assign(data_.tables[link.target].size() + 1, 0);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto* key = std::get_if<std::string>(&records[i].values[link.field]);
    const std::uint32_t target = key == nullptr ? kNoRecord : targets.find(*key);
    if (target == kNoRecord) continue;
    index.forward[i] = target;
    ++index.begin[target + 1];
  }
  std::partial_sum(index.begin.begin(), index.begin.end(), index.begin.begin());
  index.back.resize(index.begin.back());
  std::vector<std::uint32_t> next(index.begin.begin(), index.begin.end() - 1);
  for (std::size_t i = 0; i < records.size(); ++i)
    if (index.forward[i] != kNoRecord) index.back[next[index.forward[i]]++] = static_cast<std::uint32_t>(i);
  return index;
}

std::uint32_t Evaluator::step_one(const Step& step, std::uint32_t record) {
  if (record == kNoRecord) return kNoRecord;
  const LinkIndex& links = index(step.link);
  if (step.kind == Step::Kind::Reference) return links.forward[record];
  return links.begin[record] < links.begin[record + 1] ? links.back[links.begin[record]] : kNoRecord;
}

void Evaluator::step_many(const Step& step, const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) {
  const LinkIndex& links = index(step.link);
  for (const std::uint32_t record : from) {
    if (record == kNoRecord) continue;
    switch (step.kind) {
      case Step::Kind::Reference:
      case Step::Kind::Extension: to.push_back(step_one(step, record)); break;
      case Step::Kind::Inverse:
        to.insert(to.end(), links.back.begin() + links.begin[record], links.back.begin() + links.begin[record + 1]);
        break;
      case Step::Kind::Descend: descend(links, record, to); break;
    }
  }
}

// Parents before children, children in the order of the data. Data may hold a cycle: a record is visited once.
void Evaluator::descend(const LinkIndex& links, std::uint32_t record, std::vector<std::uint32_t>& to) {
  std::vector<std::uint32_t> open{record};
  std::unordered_map<std::uint32_t, bool> seen{{record, true}};
  while (!open.empty()) {
    const std::uint32_t parent = open.back();
    open.pop_back();
    if (parent != record) to.push_back(parent);
    for (std::uint32_t i = links.begin[parent + 1]; i > links.begin[parent]; --i)
      if (seen.emplace(links.back[i - 1], true).second) open.push_back(links.back[i - 1]);
  }
}

std::uint32_t Evaluator::walk(const Path& path) {
  std::uint32_t record = frame_[path.slot].record;
  for (const Step& step : path.steps) record = step_one(step, record);
  return record;
}

std::vector<std::uint32_t> Evaluator::records(const Path& path) {
  std::vector<std::uint32_t> found;
  if (path.from_table) {
    found.resize(data_.tables[path.start_table].size());
    std::iota(found.begin(), found.end(), 0U);
  } else if (frame_[path.slot].record != kNoRecord) {
    found.push_back(frame_[path.slot].record);
  }
  for (const Step& step : path.steps) {
    std::vector<std::uint32_t> next;
    step_many(step, found, next);
    found = std::move(next);
  }
  std::erase(found, kNoRecord);
  rounds_ += found.size();
  return found;
}

FoundValue Evaluator::value(const Path& path) {
  if (path.end == Path::End::Value) {
    const SlotContent& slot = frame_[path.slot];
    return {&slot.value, 0, 0, kNoRecord, slot.origin};
  }
  return field_value(path, path.field);
}

FoundValue Evaluator::field_value(const Path& path, std::uint16_t field) {
  const std::uint32_t record = walk(path);
  if (record == kNoRecord) return {};
  return {&data_.tables[path.table][record].values[field], path.table, field, record, base::kNoOrigin};
}

std::uint32_t Evaluator::record(const Path& path) { return walk(path); }

base::Fact Evaluator::fact(std::uint16_t table, std::uint32_t record) const {
  const auto& field = fact_fields_[table];
  if (!field) return base::Fact::Real;
  const auto* text = std::get_if<std::string>(&data_.tables[table][record].values[*field]);
  return text != nullptr && *text == "synthetic" ? base::Fact::Synthetic : base::Fact::Real;
}

base::OriginId Evaluator::origin(const FoundValue& found) {
  if (found.value == nullptr) return base::kNoOrigin;
  if (found.record == kNoRecord) return found.origin;
  return origins_.add_field(found.table, found.record, found.field, fact(found.table, found.record));
}

// --- conditions ------------------------------------------------------------------------------------------------------

bool Evaluator::holds(const Condition& condition) {
  return std::all_of(condition.begin(), condition.end(), [this](const Clause& clause) { return clause_holds(clause); });
}

bool Evaluator::clause_holds(const Clause& clause) {
  const auto matches = [&](const Operand& operand) {
    return clause.path.end == Path::End::Record ? record_equals(clause.path, operand) : equals(clause.path, operand);
  };
  const auto any = [&] { return std::any_of(clause.operands.begin(), clause.operands.end(), matches); };
  const auto exists = [&] {
    return clause.path.end == Path::End::Record ? walk(clause.path) != kNoRecord : !value(clause.path).missing();
  };
  const auto some = [&] {
    Selection all;
    all.path = clause.path;
    return clause.path.end == Path::End::Years ? !years(all).empty() : !records(clause.path).empty();
  };
  switch (clause.test) {
    case Test::Equal:
    case Test::In: return any();
    case Test::NotEqual:
    case Test::NotIn: return !any();
    case Test::Exists: return exists();
    case Test::Missing: return !exists();
    case Test::Some: return some();
    case Test::None: return !some();
  }
  return false;
}

bool Evaluator::equals(const Path& left, const Operand& right) {
  const FoundValue mine = value(left);
  if (mine.missing()) return false;
  if (const auto* literal = std::get_if<Value>(&right)) return compare_values(*mine.value, *literal, nullptr) == 0;
  const Path& path = std::get<Path>(right);
  if (path.end == Path::End::Record) {
    const std::uint32_t record = walk(path);
    const auto* text = std::get_if<std::string>(mine.value);
    return record != kNoRecord && text != nullptr &&
           base::key_text(data_.schema->tables[path.table], data_.tables[path.table][record]) == *text;
  }
  const FoundValue theirs = value(path);
  return !theirs.missing() && compare_values(*mine.value, *theirs.value, nullptr) == 0;
}

// The record an operand names: of a path, or by its key.
std::uint32_t Evaluator::named(std::uint16_t table, const Operand& operand) {
  if (const auto* path = std::get_if<Path>(&operand); path != nullptr && path->end == Path::End::Record)
    return walk(*path);
  const Value* value_found = std::get_if<Value>(&operand);
  if (value_found == nullptr) value_found = value(std::get<Path>(operand)).value;
  const auto* key = value_found == nullptr ? nullptr : std::get_if<std::string>(value_found);
  if (key == nullptr) return kNoRecord;
  return keys(table).find(*key);
}

bool Evaluator::record_equals(const Path& left, const Operand& right) {
  const std::uint32_t mine = walk(left);
  return mine != kNoRecord && named(left.table, right) == mine;
}

// --- lookups ---------------------------------------------------------------------------------------------------------

// The records of a loop over a whole table that one equality of its `where` leaves: the fewest that any of them leaves.
Evaluator::Bucket Evaluator::looked_up(const Selection& selection) {
  Bucket fewest;
  if (!selection.path.from_table || !selection.path.steps.empty()) return fewest;
  for (const Clause& clause : selection.where) {
    const Bucket found = looked_up(selection, clause);
    if (found && (!fewest || found->size() < fewest->size())) fewest = found;
  }
  return fewest;
}

// Only for `field = …` and `reference = …` of the record itself, when the right side does not change from round to
// round.
Evaluator::Bucket Evaluator::looked_up(const Selection& selection, const Clause& clause) {
  const Path& left = clause.path;
  if (clause.test != Test::Equal || left.from_table || left.slot != selection.slot) return {};
  const Operand& right = clause.operands.front();
  const auto* path = std::get_if<Path>(&right);
  if (path != nullptr && path->slot == selection.slot) return {};
  if (left.end == Path::End::Record) {
    if (left.steps.size() != 1 || left.steps[0].kind != Step::Kind::Reference) return {};
    const LinkIndex& links = index(left.steps[0].link);
    const std::uint32_t target = named(left.table, right);
    if (target == kNoRecord) return std::span<const std::uint32_t>{};
    return std::span(links.back).subspan(links.begin[target], links.begin[target + 1] - links.begin[target]);
  }
  if (left.end != Path::End::Field || !left.steps.empty()) return {};
  const auto at = fields_.try_emplace({left.table, left.field}, data_.tables[left.table], left.field).first;
  if (path == nullptr) return at->second.find(std::get<Value>(right));
  if (path->end == Path::End::Record) return {};
  const FoundValue theirs = value(*path);
  return at->second.find(theirs.missing() ? Value(base::Missing{}) : *theirs.value);
}

// --- loops -----------------------------------------------------------------------------------------------------------

std::vector<SlotContent> Evaluator::select(const Selection& selection) {
  std::vector<SlotContent> rounds = candidates(selection);
  if (!selection.where.empty()) {
    SlotContent& slot = frame_[selection.slot];
    std::erase_if(rounds, [&](const SlotContent& round) {
      slot = round;
      return !holds(selection.where);
    });
  }
  if (!selection.sort.empty()) sort(rounds, selection);
  if (selection.limit && rounds.size() > static_cast<std::size_t>(*selection.limit))
    rounds.resize(static_cast<std::size_t>(*selection.limit));
  return rounds;
}

std::vector<SlotContent> Evaluator::candidates(const Selection& selection) {
  std::vector<SlotContent> rounds;
  if (exhausted()) return rounds;
  const auto add_value = [&](Value value) {
    rounds.push_back({kNoRecord, std::move(value),
                      origins_.add_template(program_.source.files[selection.place.file].path,
                                            static_cast<int>(selection.place.line))});
  };
  switch (selection.source) {
    case Selection::Source::Records:
      if (const Bucket found = looked_up(selection)) {
        rounds.reserve(found->size());
        for (const std::uint32_t record : *found) rounds.push_back({record, {}, base::kNoOrigin});
      } else {
        const std::vector<std::uint32_t> all = records(selection.path);
        rounds.reserve(all.size());
        for (const std::uint32_t record : all) rounds.push_back({record, {}, base::kNoOrigin});
      }
      break;
    case Selection::Source::Years: rounds = years(selection); break;
    case Selection::Source::Distinct: rounds = distinct(selection); break;
    case Selection::Source::Range:
      for (int i = selection.first; i <= selection.last; ++i) add_value(static_cast<std::int64_t>(i));
      break;
    case Selection::Source::Choices:
      for (const base::Choice& choice : selection.field->choices) add_value(choice.value);
      break;
  }
  rounds_ += rounds.size();
  return rounds;
}

std::vector<SlotContent> Evaluator::years(const Selection& selection) {
  const Path& path = selection.path;
  const FoundValue from = field_value(path, path.field), to = field_value(path, path.until);
  std::vector<SlotContent> rounds;
  if (from.missing() || to.missing()) return rounds;
  const auto* begin = std::get_if<std::int64_t>(from.value);
  const auto* end = std::get_if<std::int64_t>(to.value);
  if (begin == nullptr || end == nullptr) return rounds;
  base::OriginId& made = year_origins_[{path.table, from.field, to.field, from.record}];
  if (made == base::kNoOrigin) made = origins_.add_derived("years", {origin(from), origin(to)});
  rounds.reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(*end - *begin + 1, 0, kMostYears)));
  for (std::int64_t year = *begin; year <= *end && year - *begin < kMostYears; ++year)
    rounds.push_back({kNoRecord, year, made});
  return rounds;
}

std::vector<SlotContent> Evaluator::distinct(const Selection& selection) {
  if (!selection.path.from_table) return values_of(selection);
  const auto [known, is_new] = distinct_.try_emplace(&selection);
  if (is_new) known->second = values_of(selection);
  return known->second;
}

// Choices come in the order of their field, numbers and dates rising, texts as they first occur.
std::vector<SlotContent> Evaluator::values_of(const Selection& selection) {
  std::vector<SlotContent> rounds;
  std::unordered_map<std::string, bool> seen;
  for (const std::uint32_t record : records(selection.path)) {
    frame_[selection.tail.slot].record = record;
    const FoundValue found = value(selection.tail);
    if (found.missing() || !seen.emplace(base::canonical_text(*found.value), true).second) continue;
    rounds.push_back({kNoRecord, *found.value, origin(found)});
  }
  const ValueType& type = selection.tail.type;
  const auto rank = [&](const SlotContent& round) {
    const auto& choices = type.field->choices;
    const auto* text = std::get_if<std::string>(&round.value);
    return std::find_if(choices.begin(), choices.end(),
                        [&](const base::Choice& choice) { return text != nullptr && choice.value == *text; }) -
           choices.begin();
  };
  if (type.type == base::FieldType::Choice)
    std::stable_sort(rounds.begin(), rounds.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  else if (type.type != base::FieldType::Text && type.type != base::FieldType::Code)
    std::stable_sort(rounds.begin(), rounds.end(),
                     [](const auto& a, const auto& b) { return compare_values(a.value, b.value, nullptr) < 0; });
  return rounds;
}

void Evaluator::sort(std::vector<SlotContent>& rounds, const Selection& selection) {
  if (rounds.size() < 2) return;
  const std::size_t width = selection.sort.size();
  std::vector<Value> keys;  // of all rounds, one after the other
  keys.reserve(rounds.size() * width);
  for (const SlotContent& round : rounds) {
    frame_[selection.slot] = round;
    for (const SortKey& key : selection.sort) {
      const FoundValue found = value(key.path);
      keys.push_back(found.missing() ? Value(base::Missing{}) : *found.value);
    }
  }
  std::vector<std::size_t> places(rounds.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  const thai::Collator* order = collator();
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    for (std::size_t k = 0; k < width; ++k) {
      const Value &left = keys[a * width + k], &right = keys[b * width + k];
      const int order_of_two = compare_values(left, right, order);
      if (order_of_two == 0) continue;
      // Missing stays last in both directions.
      const bool turned = selection.sort[k].descending && !base::is_missing(left) && !base::is_missing(right);
      return turned ? order_of_two > 0 : order_of_two < 0;
    }
    return false;
  });
  std::vector<SlotContent> sorted;
  sorted.reserve(rounds.size());
  for (const std::size_t place : places) sorted.push_back(std::move(rounds[place]));
  rounds = std::move(sorted);
}

const thai::Collator* Evaluator::collator() {
  if (!collator_tried_) {
    collator_tried_ = true;
    if (auto made = thai::Collator::create()) collator_.emplace(std::move(*made));
  }
  return collator_ ? &*collator_ : nullptr;
}

// --- comparing -------------------------------------------------------------------------------------------------------

namespace {

int sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

struct Compare {
  const thai::Collator* collator;

  int operator()(const std::string& a, const std::string& b) const {
    return sign(collator == nullptr ? a <=> b : collator->compare(a, b));
  }
  int operator()(std::int64_t a, std::int64_t b) const { return sign(a <=> b); }
  int operator()(std::int64_t a, const base::Decimal& b) const { return sign(base::Decimal::integer(a) <=> b); }
  int operator()(const base::Decimal& a, std::int64_t b) const { return sign(a <=> base::Decimal::integer(b)); }
  int operator()(const base::Decimal& a, const base::Decimal& b) const { return sign(a <=> b); }
  int operator()(const base::Money& a, const base::Money& b) const { return sign(a <=> b); }
  int operator()(const base::Date& a, const base::Date& b) const { return sign(a <=> b); }
  int operator()(bool a, bool b) const { return a == b ? 0 : a ? 1 : -1; }
  int operator()(const base::Quantity& a, const base::Quantity& b) const {
    if (a.kind() != b.kind()) return a.kind() < b.kind() ? -1 : 1;
    if (const int first = sign(a.first() <=> b.first())) return first;
    if (const int second = sign(a.second() <=> b.second())) return second;
    return sign(a.text() <=> b.text());
  }
  // Values of one field are of one type; what is left are missing ones and checks that never let others meet.
  template <typename A, typename B>
  int operator()(const A&, const B&) const {
    if constexpr (std::is_same_v<A, base::Missing>) return std::is_same_v<B, base::Missing> ? 0 : 1;
    return -1;
  }
};

}  // namespace

int compare_values(const Value& a, const Value& b, const thai::Collator* collator) {
  return std::visit(Compare{collator}, a, b);
}

}  // namespace phaen::templates
