// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/thai_words.h"

#include <thai/thbrk.h>

#include <algorithm>
#include <stdexcept>

#include "text/clusters.h"
#include "thai/thai_character.h"

namespace phaen::text {

struct ThaiWords::Dictionary {
  ThBrk* handle;
};

namespace {

// Named, so that the environment (LIBTHAI_DICTDIR) does not choose it; the built-in search comes second.
constexpr const char* kDictionary = "/usr/share/libthai/thbrk.tri";

// libthai's time grows faster than its input; words do not come near this length.
constexpr std::size_t kLongestPiece = 4000;

bool is_cut_allowed(std::u32string_view letters, std::size_t at) {
  return !extends_cluster(letters[at]) && !thai::is_following_vowel(letters[at]) &&
         !thai::is_leading_vowel(letters[at - 1]);
}

// A piece of one consonant, with a tone or a killer at most. ณ and ธ are words.
bool is_lone_consonant(std::u32string_view letters, std::size_t begin, std::size_t end) {
  if (!thai::is_consonant(letters[begin])) return false;
  if (end - begin == 1) return letters[begin] != U'ณ' && letters[begin] != U'ธ';
  return end - begin == 2 && (thai::is_tone(letters[begin + 1]) || letters[begin + 1] == thai::kThanthakhat);
}

// A lone consonant is part of a word the dictionary does not know: neither side of it is a boundary.
void drop_lone_consonants(std::u32string_view letters, std::vector<std::uint32_t>& boundaries) {
  std::vector<std::uint32_t> kept;
  const auto begin_of = [&](std::size_t i) { return i == 0 ? 0 : boundaries[i - 1]; };
  const auto is_lone = [&](std::size_t i) {
    const std::size_t end = i < boundaries.size() ? boundaries[i] : letters.size();
    return is_lone_consonant(letters, begin_of(i), end);
  };
  for (std::size_t i = 0; i < boundaries.size(); ++i)
    if (!is_lone(i) && !is_lone(i + 1)) kept.push_back(boundaries[i]);
  boundaries = std::move(kept);
}

}  // namespace

ThaiWords::ThaiWords() : dictionary_(std::make_unique<Dictionary>()) {
  dictionary_->handle = th_brk_new(kDictionary);
  if (dictionary_->handle == nullptr) dictionary_->handle = th_brk_new(nullptr);
  if (dictionary_->handle == nullptr) throw std::runtime_error("libthai's dictionary cannot be opened");
}

ThaiWords::~ThaiWords() { th_brk_delete(dictionary_->handle); }

const std::vector<std::uint32_t>& ThaiWords::boundaries(std::u32string_view letters) const {
  const std::lock_guard lock(mutex_);
  const auto known = known_.find(letters);
  if (known != known_.end()) return known->second;
  return known_.emplace(std::u32string(letters), find(letters)).first->second;
}

std::vector<std::uint32_t> ThaiWords::find(std::u32string_view letters) const {
  std::vector<std::uint32_t> boundaries;
  std::basic_string<thchar_t> piece;
  std::vector<int> positions;
  for (std::size_t begin = 0; begin < letters.size();) {
    std::size_t end = std::min(letters.size(), begin + kLongestPiece);
    while (end < letters.size() && end > begin + 1 && !is_cut_allowed(letters, end)) --end;
    piece.clear();
    for (std::size_t i = begin; i < end; ++i)  // TIS-620
      piece += static_cast<thchar_t>(letters[i] - 0x0E00 + 0xA0);
    positions.resize(piece.size() + 1);
    const int count = th_brk_find_breaks(dictionary_->handle, piece.c_str(), positions.data(), positions.size());
    if (begin > 0) boundaries.push_back(static_cast<std::uint32_t>(begin));
    for (int i = 0; i < count; ++i) {
      const auto at = begin + static_cast<std::size_t>(positions[static_cast<std::size_t>(i)]);
      if (at > begin && at < end && is_cut_allowed(letters, at)) boundaries.push_back(static_cast<std::uint32_t>(at));
    }
    begin = end;
  }
  drop_lone_consonants(letters, boundaries);
  return boundaries;
}

}  // namespace phaen::text
