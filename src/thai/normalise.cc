// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/normalise.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "thai/diagnostics.h"
#include "thai/thai_character.h"

namespace phaen::thai {
namespace {

constexpr char32_t kReplacement = U'\uFFFD';

constexpr SpellingRuleText kRules[] = {
    {SpellingRule::InvisibleCharacter, "ตัดอักขระที่มองไม่เห็น", "invisible character taken out"},
    {SpellingRule::PrivateUse, "อักขระของแบบอักษรไทยรุ่นเก่า", "private-use character of an old Thai font"},
    {SpellingRule::DoubledSaraE, "สระเอสองตัวแทนสระแอ", "two SARA E for SARA AE"},
    {SpellingRule::MarkOrder, "ลำดับสระและวรรณยุกต์", "order of vowel and tone"},
    {SpellingRule::DoubledMark, "เครื่องหมายซ้ำ", "doubled mark"},
    {SpellingRule::DecomposedSaraAm, "นิคหิตกับสระอาแทนสระอำ", "NIKHAHIT and SARA AA for SARA AM"},
    {SpellingRule::RepeatedMark, "เครื่องหมายซ้ำหลายครั้ง", "mark repeated many times"},
    {SpellingRule::ReplacementCharacter, "อักขระที่อ่านไม่ได้", "unreadable character"},
};

constexpr char32_t kFirstPrivate = U'\uF700';
constexpr char32_t kPrivateUse[] = {
    U'\u0E10',                                              // F700 ฐ without its foot
    U'\u0E34', U'\u0E35', U'\u0E36', U'\u0E37',             // F701 vowels shifted left
    U'\u0E48', U'\u0E49', U'\u0E4A', U'\u0E4B', U'\u0E4C',  // F705 marks low and left
    U'\u0E48', U'\u0E49', U'\u0E4A', U'\u0E4B', U'\u0E4C',  // F70A marks low
    U'\u0E0D',                                              // F70F ญ without its foot
    U'\u0E31', U'\u0E4D', U'\u0E47',                        // F710 shifted left
    U'\u0E48', U'\u0E49', U'\u0E4A', U'\u0E4B', U'\u0E4C',  // F713 marks left
    U'\u0E38', U'\u0E39', U'\u0E3A',                        // F718 lowered
};

struct Item {
  char32_t character = 0;
  std::size_t offset = 0;  // where it began in the text that was given
  bool operator==(const Item&) const = default;
};
using Items = std::vector<Item>;

std::string text_of(const Items& items, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) base::utf8::append(text, items[i].character);
  return text;
}

char32_t character_at(const Items& items, std::size_t i) { return i < items.size() ? items[i].character : U'\0'; }

// What the passes share: the text so far and what was reported.
struct Work {
  Items items;
  std::vector<SpellingChange> changes;
};

// One pass over the text: takes items from the front, keeping or replacing them, and puts the result back at its end.
class Pass {
 public:
  explicit Pass(Work& work) : work_(work), in_(std::move(work.items)) { out_.reserve(in_.size()); }
  ~Pass() { work_.items = std::move(out_); }
  Pass(const Pass&) = delete;
  Pass& operator=(const Pass&) = delete;

  bool at_end() const { return next_ >= in_.size(); }
  /// The n-th character from here; U+0000 past the end.
  char32_t ahead(std::size_t n) const { return character_at(in_, next_ + n); }
  const Item& item(std::size_t n) const { return in_[next_ + n]; }
  Items items(std::size_t first, std::size_t last) const {
    return {in_.begin() + static_cast<std::ptrdiff_t>(next_ + first),
            in_.begin() + static_cast<std::ptrdiff_t>(next_ + last)};
  }
  /// How many times the next character stands in a row.
  std::size_t run_length() const {
    std::size_t n = 1;
    while (next_ + n < in_.size() && ahead(n) == ahead(0)) ++n;
    return n;
  }
  void keep(std::size_t count) {
    for (; count > 0; --count) out_.push_back(in_[next_++]);
  }
  void replace(std::size_t count, const Items& written, SpellingRule rule) {
    work_.changes.push_back(
        {in_[next_].offset, text_of(in_, next_, next_ + count), text_of(written, 0, written.size()), rule});
    out_.insert(out_.end(), written.begin(), written.end());
    next_ += count;
  }

 private:
  Work& work_;
  Items in_, out_;
  std::size_t next_ = 0;
};

bool is_invisible(char32_t c) {
  if (c == U'\t' || c == U'\n' || c == U'\r') return false;
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == U'\uFEFF' || (c >= 0xFDD0 && c <= 0xFDEF) ||
         (c & 0xFFFE) == 0xFFFE;
}

bool is_private_use(char32_t c) { return c >= kFirstPrivate && c < kFirstPrivate + std::size(kPrivateUse); }
bool is_vowel_mark(char32_t c) { return is_above_vowel(c) || is_below_vowel(c); }
bool is_tone_or_thanthakhat(char32_t c) { return is_tone(c) || c == kThanthakhat; }

// Characters that are wrong wherever they stand, mended while the text is read.
Work read(std::string_view text) {
  Work work;
  work.items.reserve(text.size() / 3 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const auto [character, length] = base::utf8::decode(text, at);
    std::string found(text.substr(at, length));
    if (is_invisible(character)) {
      work.changes.push_back({at, std::move(found), "", SpellingRule::InvisibleCharacter});
    } else if (is_private_use(character)) {
      const char32_t real = kPrivateUse[character - kFirstPrivate];
      work.items.push_back({real, at});
      work.changes.push_back({at, std::move(found), base::utf8::encode(real), SpellingRule::PrivateUse});
    } else {
      work.items.push_back({character, at});
      if (character == kReplacement)
        work.changes.push_back(
            {at, std::move(found), base::utf8::encode(kReplacement), SpellingRule::ReplacementCharacter});
    }
    at += length;
  }
  return work;
}

void join_sara_e(Work& work) {
  for (Pass pass(work); !pass.at_end();) {
    if (pass.ahead(0) == kSaraE && pass.ahead(1) == kSaraE)
      pass.replace(2, {{kSaraAe, pass.item(0).offset}}, SpellingRule::DoubledSaraE);
    else
      pass.keep(1);
  }
}

// Vowels before tones in each stretch of the two; tones after ำ go before it.
void order_marks(Work& work) {
  const auto is_vowel = [](const Item& item) { return is_vowel_mark(item.character); };
  for (Pass pass(work); !pass.at_end();) {
    std::size_t count = pass.ahead(0) == kSaraAm ? 1 : 0;
    Items ordered;
    if (count == 1) {
      while (is_tone(pass.ahead(count))) ++count;
      ordered = pass.items(1, count);
      ordered.push_back(pass.item(0));
    } else {
      while (is_vowel_mark(pass.ahead(count)) || is_tone_or_thanthakhat(pass.ahead(count))) ++count;
      ordered = pass.items(0, count);
      std::stable_partition(ordered.begin(), ordered.end(), is_vowel);
    }
    if (ordered == pass.items(0, count))
      pass.keep(std::max<std::size_t>(count, 1));
    else
      pass.replace(count, ordered, SpellingRule::MarkOrder);
  }
}

void drop_doubled_marks(Work& work) {
  bool on_consonant = false;
  for (Pass pass(work); !pass.at_end();) {
    const char32_t character = pass.ahead(0);
    const bool mark = is_mark(character);
    if (!mark && character != kSaraAm) on_consonant = is_consonant(character);
    const std::size_t run = mark ? pass.run_length() : 1;
    const bool am_then_aa = character == kSaraAm && pass.ahead(1) == kSaraAa;
    if (on_consonant && (am_then_aa || run == 2))
      pass.replace(2, pass.items(0, 1), SpellingRule::DoubledMark);
    else
      pass.keep(run);
  }
}

// ํ + tone + า, ํ + า: the ring and the vowel become ำ, a tone goes before it.
void compose_sara_am(Work& work) {
  for (Pass pass(work); !pass.at_end();) {
    const std::size_t tone = is_tone(pass.ahead(1)) ? 1 : 0;
    if (pass.ahead(0) != kNikhahit || pass.ahead(1 + tone) != kSaraAa) {
      pass.keep(1);
      continue;
    }
    Items written = pass.items(1, 1 + tone);
    written.push_back({kSaraAm, pass.item(1 + tone).offset});
    pass.replace(2 + tone, written, SpellingRule::DecomposedSaraAm);
  }
}

void report_repeated_marks(Work& work) {
  for (Pass pass(work); !pass.at_end();) {
    const std::size_t run = pass.run_length();
    if (is_mark(pass.ahead(0)) && run >= 3)
      pass.replace(run, pass.items(0, run), SpellingRule::RepeatedMark);
    else
      pass.keep(run);
  }
}

// Text without any of these has nothing to mend.
bool can_slip(char32_t c) { return is_mark(c) || c == kSaraE || c == kSaraAm; }

}  // namespace

std::span<const SpellingRuleText> spelling_rules() { return kRules; }

Normalised normalise(std::string_view text) {
  Work work = read(text);
  if (work.changes.empty() &&
      std::none_of(work.items.begin(), work.items.end(), [](const Item& item) { return can_slip(item.character); }))
    return {std::string(text), {}};
  // One rule can make work for another (a tone moved before ำ may meet its double). Each change shortens the text or
  // puts a pair in order, so this ends.
  std::size_t before = 0;
  do {
    before = work.changes.size();
    join_sara_e(work);
    order_marks(work);
    drop_doubled_marks(work);
    compose_sara_am(work);
  } while (work.changes.size() != before);
  report_repeated_marks(work);
  std::stable_sort(work.changes.begin(), work.changes.end(),
                   [](const SpellingChange& a, const SpellingChange& b) { return a.offset < b.offset; });
  return {text_of(work.items, 0, work.items.size()), std::move(work.changes)};
}

base::Diagnostic to_diagnostic(const SpellingChange& change, base::Position where) {
  const SpellingRuleText& row = kRules[static_cast<std::size_t>(change.rule)];
  const base::Bilingual rule{std::string(row.th), std::string(row.en)};
  if (change.is_kept()) return diagnostics::spelling_doubtful(change.found, rule, std::move(where));
  return diagnostics::spelling_changed(change.found, change.written, rule, std::move(where));
}

}  // namespace phaen::thai
