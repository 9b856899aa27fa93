// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace phaen::text {

/// What may happen before a byte offset of a text.
enum class Break : std::uint8_t {
  Forbidden,
  Emergency,        ///< a cluster boundary, only when nothing else fits the measure
  Poor,             ///< allowed but avoided: inside a long name between its words, between Thai and Latin
  AfterConnective,  ///< after `และ`, `ที่`, `ของ`: a paragraph decides what it thinks of these
  Allowed,
  Mandatory,
};

/// Finds break opportunities: libthai inside runs of Thai letters, UAX 14 elsewhere, the rules of
/// docs/thai-cases.md TH13-TH25, and names that are never split. Immutable after construction; may be shared by
/// threads.
class Breaker {
 public:
  /// `names`: provinces, districts, abbreviations, short agency names of the plan database, never split; and longer
  /// names (over 16 characters: projects, ministries) that break, poorly, only between their words. The 77 provinces
  /// and the common terms of planning are known without being named.
  explicit Breaker(std::vector<std::string> names);
  ~Breaker();
  Breaker(Breaker&&) noexcept;
  Breaker& operator=(Breaker&&) noexcept;

  /// REQUIRES: valid UTF-8. One entry for each byte offset 0..text.size(): Forbidden inside characters, Mandatory after
  /// `\n` and at the end.
  std::vector<Break> find(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace phaen::text
