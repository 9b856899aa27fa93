// SPDX-License-Identifier: GPL-3.0-or-later
// Whether each row accounts for every column, as far as the template alone can tell: how many columns a spread makes is
// for the data to say, so a row is wrong when it fits for no number of them.
#include <algorithm>
#include <map>
#include <tuple>

#include "template/attribute_values.h"
#include "template/checker.h"
#include "template/diagnostics.h"

namespace phaen::templates {
namespace {

using Counts = std::map<std::string, std::size_t>;  // rounds of each spread, by what it runs over
struct Width {
  std::size_t covered = 0, columns = 0;
};
using Misfits = std::map<const Element*, Width>;

// A spread is tried with as many rounds as forms have years, quarters, provinces or categories.
constexpr std::size_t kMostRounds = 16;

bool transparent(const Element& element) { return element.name == "include" || element.name == "part"; }
bool conditional(const Element& element) { return element.name == "if" || element.name == "else"; }

std::string source_of(const Element& spread) {
  std::string source;
  for (const char* name : {"in", "where"})
    if (const Attribute* attribute = spread.find(name)) source += attribute->value.text + "\n";
  return source;
}

void collect_sources(const Element& element, Counts& counts) {
  for (const Element& child : element.children) {
    if (child.name == "spread") counts.emplace(source_of(child), 1);
    collect_sources(child, counts);
  }
}

// The table with so many rounds of each spread.
class Trial {
 public:
  Trial(const Element& table, const Counts& counts) : counts_(counts), known_(columns(table)) {
    occupied_.assign(keys_.size(), 0);
    if (known_) rows(table);
  }
  const Misfits& misfits() const { return misfits_; }

 private:
  std::size_t rounds(const Element& spread) const { return counts_.at(source_of(spread)); }

  // False: which columns there are depends on the data in other ways.
  bool columns(const Element& parent) {
    for (const Element& child : parent.children) {
      if (child.name == "column") {
        const Attribute* key = child.find("key");
        keys_.push_back(key == nullptr ? "" : key->value.text);
      } else if (child.name == "spread") {
        for (std::size_t i = 0; i < rounds(child); ++i)
          if (!columns(child)) return false;
      } else if (conditional(child)) {
        if (holds_columns(child)) return false;
      } else if (transparent(child) && !columns(child)) {
        return false;
      }
    }
    return true;
  }
  static bool holds_columns(const Element& element) {
    return std::any_of(element.children.begin(), element.children.end(),
                       [](const Element& child) { return child.name == "column" || holds_columns(child); });
  }

  // A cell that reaches over the end of a loop or a condition meets rows that cannot be known: the trial ends there.
  bool spans_open() const {
    return std::any_of(occupied_.begin(), occupied_.end(), [this](std::size_t end) { return end > row_; });
  }
  void rows(const Element& parent) {
    for (const Element& child : parent.children) {
      if (!known_) return;
      const bool block = child.name == "for" || conditional(child);
      if (block) known_ = !spans_open();
      if (child.name == "row" || child.name == "group" || child.name == "total")
        row(child);
      else if (block || transparent(child) || child.name == "head")
        rows(child);
      if (block) known_ = known_ && !spans_open();
    }
  }

  struct Row {
    std::size_t cursor = 0;
    bool overflow = false, known = true;
    bool lone_group = false;  // a single cell that covers all columns
  };
  void row(const Element& element) {
    Row row;
    row.lone_group = element.name == "group" && element.children.size() == 1;
    cells(element, row);
    skip_occupied(row);
    ++row_;
    if (!row.known) known_ = known_ && !spans_open();
    if (row.known && (row.cursor < keys_.size() || row.overflow))
      misfits_[&element] = {row.cursor + (row.overflow ? 1 : 0), keys_.size()};
  }
  void skip_occupied(Row& row) const {
    while (row.cursor < keys_.size() && occupied_[row.cursor] > row_) ++row.cursor;
  }

  void cells(const Element& parent, Row& row) {
    for (const Element& child : parent.children) {
      if (child.name == "cell")
        cell(child, row);
      else if (child.name == "spread")
        for (std::size_t i = 0; i < rounds(child); ++i) cells(child, row);
      else if (transparent(child))
        cells(child, row);
      else if (conditional(child))
        row.known = false;
    }
  }

  // Column indices of a key, or from the first of one key to the last of the other.
  std::vector<std::size_t> named(const KeyRange& range) const {
    std::size_t first = keys_.size(), last = 0;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i] == range.first) first = std::min(first, i);
      if (keys_[i] == range.last) last = i;
      if (range.first == range.last && keys_[i] == range.first) found.push_back(i);
    }
    if (range.first == range.last) return found;
    for (std::size_t i = first; i <= last && i < keys_.size(); ++i) found.push_back(i);
    return found;
  }
  std::optional<std::vector<std::size_t>> named(const Attribute& attribute) const {
    const auto keys = parse_keys(attribute.value.text);
    if (!keys || keys->size() != 1) return {};
    return named(keys->front());
  }

  void cell(const Element& element, Row& row) {
    skip_occupied(row);
    if (const Attribute* column = element.find("column")) {
      const auto found = named(*column);
      if (!found || found->size() != 1) {
        row.known = false;
        return;
      }
      row.cursor = std::max(row.cursor, found->front());
    }
    if (row.cursor >= keys_.size()) {
      row.overflow = true;
      return;
    }
    const std::optional<std::size_t> wanted = span(element, row);
    if (!wanted) row.known = false;
    const std::size_t rest = keys_.size() - row.cursor, covers = std::min(wanted.value_or(1), rest);
    row.overflow = row.overflow || wanted.value_or(1) > rest;
    const Attribute* down = element.find("rows");
    const int high = down == nullptr ? 1 : parse_integer(down->value.text).value_or(1);
    for (std::size_t i = row.cursor; high > 1 && i < row.cursor + covers; ++i)
      occupied_[i] = row_ + static_cast<std::size_t>(high);
    row.cursor += covers;
  }
  std::optional<std::size_t> span(const Element& element, const Row& row) const {
    const std::size_t rest = keys_.size() - row.cursor;
    const Attribute* span = element.find("span");
    if (span == nullptr) return row.lone_group && row.cursor == 0 ? rest : 1;
    if (span->value.text == "all") return rest;
    if (const auto count = parse_integer(span->value.text)) return static_cast<std::size_t>(std::max(1, *count));
    const auto found = named(*span);
    return found ? std::optional(found->size()) : std::nullopt;
  }

  const Counts& counts_;
  std::vector<std::string> keys_;
  bool known_ = true;
  std::size_t row_ = 0;
  std::vector<std::size_t> occupied_;  // the row from which each column is free again
  Misfits misfits_;
};

// All numbers of rounds to try. Two spreads are tried in all combinations, more are left to the data.
std::vector<Counts> combinations(const Counts& sources) {
  if (sources.size() > 2) return {};
  std::vector<Counts> all{sources};
  for (const auto& [source, one] : sources) {
    std::vector<Counts> next;
    for (const Counts& counts : all)
      for (std::size_t rounds = 0; rounds <= kMostRounds; ++rounds) {
        next.push_back(counts);
        next.back()[source] = rounds;
      }
    all = std::move(next);
  }
  return all;
}

// Rows that fit for none of the numbers tried.
Misfits misfits_of(const Element& table) {
  Counts sources;
  collect_sources(table, sources);
  Misfits always;
  bool first = true;
  for (const Counts& counts : combinations(sources)) {
    const Misfits misfits = Trial(table, counts).misfits();
    if (first) always = misfits;
    std::erase_if(always, [&](const auto& misfit) { return !misfits.contains(misfit.first); });
    first = false;
    if (always.empty()) break;
  }
  return always;
}

}  // namespace

void Checker::check_rows(const Element& table) {
  const Misfits misfits = misfits_of(table);
  std::vector<std::pair<Place, Width>> found;
  for (const auto& [row, width] : misfits) found.emplace_back(row->place, width);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first.file, a.first.line, a.first.column) <
           std::tuple(b.first.file, b.first.line, b.first.column);
  });
  for (const auto& [place, width] : found)
    found_.add(diagnostics::row_width(width.covered, width.columns, parsed_.position(place)));
}

}  // namespace phaen::templates
