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

  /// Where words begin inside `letters` (not at 0), in order, into `boundaries`. No boundary parts a cluster or leaves
  /// a consonant alone. REQUIRES: Thai letters only (is_thai_letter).
  void find(std::u32string_view letters, std::vector<std::uint32_t>& boundaries) const;

 private:
  struct Dictionary;
  std::vector<std::uint32_t> ask(const std::string& tis) const;

  std::unique_ptr<Dictionary> dictionary_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::vector<std::uint32_t>> known_;  // by TIS-620
  mutable std::size_t known_letters_ = 0;
};

}  // namespace phaen::text
