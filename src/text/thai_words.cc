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

// Answers kept, counted in letters: about a thousand pages of text that does not repeat.
constexpr std::size_t kMostKnown = 1'000'000;

constexpr char32_t from_tis(char letter) { return static_cast<unsigned char>(letter) - 0xA0U + 0x0E00U; }
constexpr char to_tis(char32_t letter) { return static_cast<char>(letter - 0x0E00U + 0xA0U); }

bool is_cut_allowed(const std::string& tis, std::size_t at) {
  const char32_t before = from_tis(tis[at - 1]), after = from_tis(tis[at]);
  return !extends_cluster(after) && !thai::is_following_vowel(after) && !thai::is_leading_vowel(before);
}

// A piece of one consonant, with a tone or a killer at most. ณ and ธ are words.
bool is_lone_consonant(const std::string& tis, std::size_t begin, std::size_t end) {
  const char32_t first = from_tis(tis[begin]);
  if (!thai::is_consonant(first)) return false;
  if (end - begin == 1) return first != U'ณ' && first != U'ธ';
  const char32_t second = from_tis(tis[begin + 1]);
  return end - begin == 2 && (thai::is_tone(second) || second == thai::kThanthakhat);
}

// A lone consonant is part of a word the dictionary does not know: neither side of it is a boundary.
void drop_lone_consonants(const std::string& tis, std::vector<std::uint32_t>& boundaries) {
  std::vector<std::uint32_t> kept;
  const auto begin_of = [&](std::size_t i) { return i == 0 ? 0 : boundaries[i - 1]; };
  const auto is_lone = [&](std::size_t i) {
    const std::size_t end = i < boundaries.size() ? boundaries[i] : tis.size();
    return is_lone_consonant(tis, begin_of(i), end);
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

void ThaiWords::find(std::u32string_view letters, std::vector<std::uint32_t>& boundaries) const {
  std::string tis(letters.size(), '\0');
  std::transform(letters.begin(), letters.end(), tis.begin(), to_tis);
  const std::lock_guard lock(mutex_);
  auto known = known_.find(tis);
  if (known == known_.end()) {
    if (known_letters_ > kMostKnown) {
      known_.clear();
      known_letters_ = 0;
    }
    known_letters_ += tis.size();
    known = known_.emplace(tis, ask(tis)).first;
  }
  boundaries.assign(known->second.begin(), known->second.end());
}

std::vector<std::uint32_t> ThaiWords::ask(const std::string& tis) const {
  std::vector<std::uint32_t> boundaries;
  std::vector<int> positions;
  for (std::size_t begin = 0; begin < tis.size();) {
    std::size_t end = std::min(tis.size(), begin + kLongestPiece);
    while (end < tis.size() && end > begin + 1 && !is_cut_allowed(tis, end)) --end;
    const std::string piece = tis.substr(begin, end - begin);
    positions.resize(piece.size() + 1);
    const int count = th_brk_find_breaks(dictionary_->handle, reinterpret_cast<const thchar_t*>(piece.c_str()),
                                         positions.data(), positions.size());
    if (begin > 0) boundaries.push_back(static_cast<std::uint32_t>(begin));
    for (int i = 0; i < count; ++i) {
      const auto at = begin + static_cast<std::size_t>(positions[static_cast<std::size_t>(i)]);
      if (at > begin && at < end && is_cut_allowed(tis, at)) boundaries.push_back(static_cast<std::uint32_t>(at));
    }
    begin = end;
  }
  drop_lone_consonants(tis, boundaries);
  return boundaries;
}

}  // namespace phaen::text
