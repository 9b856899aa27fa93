// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/break_rules.h"

#include <algorithm>

#include "text/clusters.h"
#include "thai/thai_character.h"

namespace phaen::text {
namespace {

constexpr std::u32string_view kClosing = U"”’)]}»%‰ฯๆ,;:!?…";
constexpr std::u32string_view kOpening = U"“‘([{«฿";
constexpr std::u32string_view kDashes = U"-–—~";
constexpr std::u32string_view kSigns = U"±+-−≥≤><=≈฿$€~";
constexpr std::u32string_view kBullets = U"-–—•●○■□▪◦☐☑✓✔*";
constexpr std::u32string_view kNoBreak = U"\u00A0\u2060\u202F\uFEFF";
constexpr char32_t kZeroWidthSpace = U'\u200B';

bool is_latin_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// The table as the rules read and change it.
class Text {
 public:
  explicit Text(BreakTable& table) : before_(table.before), c_(table.characters) {}

  std::size_t size() const { return c_.size(); }
  std::u32string_view view() const { return c_; }
  char32_t at(std::size_t i) const { return i < c_.size() ? c_[i] : 0; }
  char32_t back(std::size_t i) const { return i > 0 ? c_[i - 1] : 0; }
  bool is_break(std::size_t i) const { return before_[i] >= Break::Poor; }
  Break& before(std::size_t i) { return before_[i]; }

  // Forbids the places first..last, both included; forced line ends stay.
  void keep(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last && i < c_.size(); ++i)
      if (before_[i] != Break::Mandatory) before_[i] = Break::Forbidden;
  }
  std::size_t skip_spaces(std::size_t i) const {
    while (at(i) == U' ') ++i;
    return i;
  }
  std::size_t skip_spaces_back(std::size_t i) const {
    while (back(i) == U' ') --i;
    return i;
  }
  bool is_cluster_start(std::size_t i) const {
    return !extends_cluster(at(i)) && !thai::is_following_vowel(at(i)) && !thai::is_leading_vowel(back(i));
  }
  // Whether a word ends before `i`, and not in the middle of a longer one.
  bool is_word_end(std::size_t i) const {
    if (i >= c_.size()) return true;
    if (is_latin_letter(back(i))) return !is_latin_letter(at(i));
    return !is_thai_letter(back(i)) || !is_thai_letter(at(i)) || is_break(i);
  }
  bool is_word_start(std::size_t i) const {
    return i == 0 || is_break(i) || !is_thai_letter(back(i)) || !is_thai_letter(at(i));
  }

 private:
  std::vector<Break>& before_;
  const std::u32string& c_;
};

// --- names ---------------------------------------------------------------------------------------------------------

// The end of the name that begins at `at` and does not end inside a cluster; 0 = none.
std::size_t name_end(const Text& text, const WordTrie& names, std::size_t at) {
  const std::size_t length = names.longest(text.view(), at);
  if (length == 0) return 0;
  const std::size_t end = at + length;
  return end < text.size() && !text.is_cluster_start(end) ? 0 : end;
}

void open_between_letters(Text& text, std::size_t i) {
  if (is_thai_letter(text.back(i)) && is_thai_letter(text.at(i)) && text.before(i) == Break::Forbidden)
    text.before(i) = Break::Allowed;
}

}  // namespace

void keep_names(BreakTable& table, const Names& names, const GlueWords& words) {
  // A break at the edges of a name this long is certain; a shorter one may be a part of another word.
  constexpr std::size_t kCertain = 6;
  struct Place {
    std::size_t begin, end;
  };
  Text text(table);
  std::vector<Place> places;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.is_cluster_start(i)) continue;
    const std::size_t long_end = name_end(text, names.long_names, i);
    for (std::size_t j = i + 1; j < long_end; ++j)
      if (text.before(j) == Break::Allowed) text.before(j) = Break::Poor;
    if (const std::size_t end = name_end(text, names.short_names, i); end != 0) places.push_back({i, end});
  }
  for (const Place& name : places) {
    if (text.before(name.begin) == Break::Allowed && words.place_words.longest(text.view(), name.begin) > 0)
      text.before(name.begin) = Break::Poor;
    if (name.end - name.begin < kCertain) continue;
    open_between_letters(text, name.begin);
    open_between_letters(text, name.end);
  }
  // Only now, because a name may stand inside another.
  for (const Place& name : places) text.keep(name.begin + 1, name.end - 1);
}

// --- numbers -------------------------------------------------------------------------------------------------------

namespace {

// The end of the number that begins at `begin`: digits, with the points, commas and strokes between them.
std::size_t number_end(const Text& text, std::size_t begin) {
  std::size_t end = begin;
  while (is_digit(text.at(end)) || (is_one_of(text.at(end), U".,:/") && is_digit(text.at(end + 1)))) ++end;
  return end;
}

// `ร้อยละ 5`, `พ.ศ. 2569`, `≥ 80`; and, poorly parted, `ประมาณ 80`.
void keep_with_word_before(Text& text, const GlueWords& words, std::size_t number) {
  std::size_t start = text.skip_spaces_back(number);
  if (start > 0 && is_one_of(text.back(start), kSigns)) {
    text.keep(start, number);
    number = start - 1;
    start = text.skip_spaces_back(number);
  }
  if (start == 0) return;
  const std::size_t length = words.before_number.longest(text.view(), start);
  if (length > 0 && text.is_word_start(start - length)) return text.keep(start - length + 1, number);
  const std::size_t leaning = words.leans_on_number.longest(text.view(), start);
  if (leaning > 0 && text.is_word_start(start - leaning) && text.before(number) == Break::Allowed)
    text.before(number) = Break::Poor;
}

// Whether the word before `end` belongs to a number of its own: `มาตรา 5`, `ครั้งที่ 2`.
bool counts_next_number(const Text& text, const WordTrie& before_number, std::size_t end) {
  constexpr std::u32string_view kOrdinal = U"ที่";
  if (text.view().substr(end, kOrdinal.size()) == kOrdinal) return true;
  if (!is_digit(text.at(text.skip_spaces(end)))) return false;
  const std::size_t length = before_number.longest(text.view(), end);
  return length > 0 && text.is_word_start(end - length);
}

// `1,234.50 ล้านบาท`, `5 %`, `3 แสนคน`, `1 ตุลาคม`.
void keep_with_unit(Text& text, const GlueWords& words, std::size_t end) {
  const std::size_t unit = text.skip_spaces(end);
  std::size_t length = words.months.longest(text.view(), unit);
  if (length == 0) {
    length = words.units.longest(text.view(), unit);
    if (length > 0) length += words.units.longest(text.view(), unit + length);
    if (length > 0 && !text.is_word_end(unit + length)) length = words.units.longest(text.view(), unit);
    if (counts_next_number(text, words.before_number, unit + length)) return;
  }
  if (length > 0 && text.is_word_end(unit + length)) text.keep(end, unit + length - 1);
}

// `2566–2570`, `10 - 20`.
void keep_range(Text& text, std::size_t end) {
  const std::size_t dash = text.skip_spaces(end);
  if (dash >= text.size() || !is_one_of(text.at(dash), kDashes)) return;
  const std::size_t next = text.skip_spaces(dash + 1);
  if (is_digit(text.at(next))) text.keep(end, next);
}

}  // namespace

void keep_numbers(BreakTable& table, const GlueWords& words) {
  Text text(table);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text.at(i))) continue;
    const std::size_t end = number_end(text, i);
    keep_with_word_before(text, words, i);
    text.keep(i + 1, end - 1);
    keep_with_unit(text, words, end);
    keep_range(text, end);
    i = end - 1;
  }
}

// --- titles and labels ---------------------------------------------------------------------------------------------

namespace {

// A bullet, `1.`, `(2)`, `1.2.3`, `ก)` at the start of a line stays with its item.
void keep_label(Text& text, std::size_t begin) {
  constexpr std::size_t kLongestLabel = 8;
  std::size_t end = begin;
  if (is_one_of(text.at(begin), kBullets)) {
    ++end;
  } else {
    const bool letter = thai::is_consonant(text.at(begin)) && is_one_of(text.at(begin + 1), U".)");
    if (letter) ++end;
    while (is_digit(text.at(end)) || is_one_of(text.at(end), U".()")) {
      if (++end - begin > kLongestLabel) return;
      if (end >= text.size()) return;
    }
  }
  const std::size_t item = text.skip_spaces(end);
  if (end > begin && item > end) text.keep(begin + 1, item);
}

void keep_title(Text& text, const WordTrie& titles, std::size_t begin) {
  const std::size_t length = titles.longest(text.view(), begin);
  if (length == 0 || !text.is_word_end(begin + length)) return;
  const std::size_t end = begin + length, name = text.skip_spaces(end);
  // Titles of one abbreviated letter are letters of longer abbreviations, too: `ก.ต.`.
  if (text.back(begin) == U'.' && text.back(end) == U'.') return;
  if (name - end <= 1 && (is_thai_letter(text.at(name)) || is_latin_letter(text.at(name)))) text.keep(begin + 1, name);
}

}  // namespace

void keep_titles(BreakTable& table, const GlueWords& words) {
  Text text(table);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0 || text.back(i) == U'\n') keep_label(text, i);
    if (text.is_word_start(i) && (is_thai_letter(text.at(i)) || text.at(i) == thai::kPaiyannoi))
      keep_title(text, words.titles, i);
  }
}

// --- between scripts -----------------------------------------------------------------------------------------------

namespace {

// What UAX 14, which takes Thai for letters that keep together, does not offer between `before` and `after`.
Break edge(char32_t before, char32_t after) {
  const bool thai_before = is_thai_letter(before) || before == thai::kMaiYamok || before == thai::kPaiyannoi;
  const bool thai_after = is_thai_letter(after);
  if (thai_after && (before == thai::kMaiYamok || before == thai::kPaiyannoi)) return Break::Allowed;
  if (thai_after && is_one_of(before, U"”’)]")) return Break::Allowed;
  if (thai_before && is_one_of(after, U"“‘([")) return Break::Poor;
  if (thai_after && (is_latin_letter(before) || is_digit(before))) return Break::Poor;
  if (thai_before && is_latin_letter(after)) return Break::Poor;
  return Break::Forbidden;
}

// A hyphen at the end of a line is taken for hyphenation by readers, which drop it.
void keep_hyphen(Text& text, std::size_t i) {
  if (text.at(i) != U'-') return;
  text.keep(i + 1, i + 1);
  text.keep(text.skip_spaces(i + 1), text.skip_spaces(i + 1));
}

}  // namespace

void open_thai_edges(BreakTable& table) {
  Text text(table);
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (is_thai_letter(text.at(i - 1)) && is_thai_letter(text.at(i))) continue;
    Break& place = text.before(i);
    if (place == Break::Forbidden) place = edge(text.at(i - 1), text.at(i));
    // A stroke between Thai words joins alternatives; in an address it is where to break.
    const bool strokes_thai = text.at(i - 1) == U'/' && i > 1 && is_thai_letter(text.at(i - 2));
    if (strokes_thai && place == Break::Allowed) place = Break::Poor;
    const bool begins_path = text.at(i - 1) == U'/' && (i == 1 || text.at(i - 2) == U' ');
    if (begins_path && place == Break::Allowed) place = Break::Forbidden;
  }
  for (std::size_t i = 0; i < text.size(); ++i) keep_hyphen(text, i);
}

// --- connectives ---------------------------------------------------------------------------------------------------

void avoid_connectives(BreakTable& table, const WordTrie& connectives) {
  Text text(table);
  std::size_t word = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text.before(i) == Break::Allowed || text.before(i) == Break::Poor) {
      const std::size_t end = text.skip_spaces_back(i);
      if (word < end && connectives.contains(text.view(), word, end)) text.before(i) = Break::AfterConnective;
    }
    if (text.is_break(i) || (is_thai_letter(text.at(i)) && !is_thai_letter(text.at(i - 1)))) word = i;
  }
}

// --- what is never a break -----------------------------------------------------------------------------------------

namespace {

bool is_paiyan_yai(const Text& text, std::size_t i) {
  return text.view().substr(i, 3) == U"ฯลฯ" || text.view().substr(i, 4) == U"ฯพณฯ";
}

// Inside ฯลฯ and ฯพณฯ.
bool is_inside_abbreviation(const Text& text, std::size_t i) {
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    if (text.at(i - back) != thai::kPaiyannoi || !is_paiyan_yai(text, i - back)) continue;
    if (back < (text.at(i - back + 1) == U'ล' ? 3U : 4U)) return true;
  }
  return false;
}

bool is_never_a_break(const Text& text, std::size_t i) {
  const char32_t before = text.at(i - 1), after = text.at(i);
  if (before == kZeroWidthSpace) return extends_cluster(after);
  if (extends_cluster(after) || thai::is_following_vowel(after) || thai::is_leading_vowel(before)) return true;
  if (is_one_of(before, kNoBreak) || is_one_of(after, kNoBreak)) return true;
  if (after == U' ' || is_one_of(before, kOpening)) return true;
  const bool begins_title = text.view().substr(i, 4) == U"ฯพณฯ";
  if (is_one_of(after, kClosing) && !begins_title) return true;
  if (before == U' ') {
    const std::size_t word = text.skip_spaces_back(i);
    if (word > 0 && is_one_of(text.at(word - 1), U"“‘(฿")) return true;
  }
  if (is_digit(after) && (is_digit(before) || is_one_of(before, U".,"))) return true;
  if (is_digit(before) && is_one_of(after, U".,")) return true;
  return is_inside_abbreviation(text, i);
}

}  // namespace

void close_table(BreakTable& table) {
  Text text(table);
  for (std::size_t i = 1; i < text.size(); ++i) {
    Break& place = text.before(i);
    if (place == Break::Mandatory) continue;
    const bool in_word = is_thai_letter(text.at(i - 1)) && is_thai_letter(text.at(i));  // most places: a short way
    if (in_word ? !text.is_cluster_start(i) || (text.back(i - 1) == thai::kPaiyannoi && is_inside_abbreviation(text, i))
                : is_never_a_break(text, i))
      place = Break::Forbidden;
    else if (place == Break::Forbidden)
      place = Break::Emergency;
  }
}

}  // namespace phaen::text
