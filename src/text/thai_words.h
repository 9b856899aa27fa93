// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace phaen::text {

/// Word boundaries of Thai letters, by libthai's dictionary. Answers are kept, because text repeats. Safe to share
/// between threads.
class ThaiWords {
 public:
  ThaiWords();
  ~ThaiWords();
  ThaiWords(const ThaiWords&) = delete;
  ThaiWords& operator=(const ThaiWords&) = delete;

  /// Where words begin inside `letters` (not at 0), in order. No boundary parts a cluster or leaves a consonant alone.
  /// REQUIRES: Thai letters only (is_thai_letter). The reference stays valid as long as this object.
  const std::vector<std::uint32_t>& boundaries(std::u32string_view letters) const;

 private:
  struct Dictionary;
  std::vector<std::uint32_t> find(std::u32string_view letters) const;

  std::unique_ptr<Dictionary> dictionary_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view text) const { return std::hash<std::u32string_view>{}(text); }
  };
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::u32string, std::vector<std::uint32_t>, Hash, std::equal_to<>> known_;
};

}  // namespace phaen::text
