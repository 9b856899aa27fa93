// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/breaks.h"

#include <linebreak.h>

#include "base/utf8.h"
#include "text/break_rules.h"
#include "text/clusters.h"
#include "text/glue_words.h"
#include "text/own_words.h"
#include "text/thai_words.h"

namespace phaen::text {
namespace {

// A name of more characters than this may end a line between its words: the longest province has 15.
constexpr std::size_t kLongestShortName = 16;

struct NameLists {
  std::vector<std::u32string> short_names = own_words(), long_names;
};

NameLists sort_names(const std::vector<std::string>& names) {
  NameLists lists;
  for (const std::string& name : names) {
    std::u32string characters = base::utf8::to_utf32(name);
    if (characters.size() < 2) continue;
    (characters.size() <= kLongestShortName ? lists.short_names : lists.long_names).push_back(std::move(characters));
  }
  return lists;
}

// libunibreak builds an index of its own tables, once a process.
void prepare_unibreak() { [[maybe_unused]] static const bool ready = (init_linebreak(), true); }

// UAX 14, which gives no place between Thai letters.
void break_by_unicode(BreakTable& table) {
  const std::u32string& c = table.characters;
  std::string after(c.size(), static_cast<char>(LINEBREAK_NOBREAK));
  set_linebreaks_utf32(reinterpret_cast<const utf32_t*>(c.data()), c.size(), "", after.data());
  for (std::size_t i = 1; i < c.size(); ++i) {
    if (after[i - 1] == LINEBREAK_MUSTBREAK) table.before[i] = Break::Mandatory;
    if (after[i - 1] == LINEBREAK_ALLOWBREAK) table.before[i] = Break::Allowed;
  }
}

void break_thai(BreakTable& table, const ThaiWords& words) {
  const std::u32string_view c = table.characters;
  std::vector<std::uint32_t> boundaries;
  for (std::size_t begin = 0; begin < c.size(); ++begin) {
    std::size_t end = begin;
    while (end < c.size() && is_thai_letter(c[end])) ++end;
    if (end == begin) continue;
    words.find(c.substr(begin, end - begin), boundaries);
    for (const std::uint32_t at : boundaries) table.before[begin + at] = Break::Allowed;
    begin = end;
  }
}

// Character places to byte offsets.
std::vector<Break> by_bytes(const BreakTable& table, std::string_view text) {
  std::vector<Break> breaks(text.size() + 1, Break::Forbidden);
  std::size_t offset = 0;
  for (std::size_t i = 0; i < table.characters.size(); ++i) {
    breaks[offset] = table.before[i];
    offset += base::utf8::decode(text, offset).length;
  }
  breaks.front() = Break::Forbidden;
  breaks.back() = Break::Mandatory;
  return breaks;
}

}  // namespace

struct Breaker::State {
  explicit State(const NameLists& lists)
      : names{{lists.short_names, WordTrie::Direction::Forward}, {lists.long_names, WordTrie::Direction::Forward}},
        glue(glue_words()) {}
  ThaiWords words;
  Names names;
  GlueWords glue;
};

Breaker::Breaker(std::vector<std::string> names)  // NOLINT(performance-unnecessary-value-param): names are handed over
    : state_(std::make_unique<State>(sort_names(names))) {
  prepare_unibreak();
}
Breaker::~Breaker() = default;
Breaker::Breaker(Breaker&&) noexcept = default;
Breaker& Breaker::operator=(Breaker&&) noexcept = default;

std::vector<Break> Breaker::find(std::string_view text) const {
  BreakTable table;
  table.characters = base::utf8::to_utf32(text);
  table.before.assign(table.characters.size() + 1, Break::Forbidden);
  break_by_unicode(table);
  break_thai(table, state_->words);
  open_thai_edges(table);
  keep_names(table, state_->names, state_->glue);
  keep_titles(table, state_->glue);
  keep_numbers(table, state_->glue);
  avoid_connectives(table, state_->glue.connectives);
  close_table(table);
  return by_bytes(table, text);
}

}  // namespace phaen::text
