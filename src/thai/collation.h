// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace phaen::thai {

/// Thai dictionary order (Royal Institute): a leading vowel counts after the consonant that follows, tones and ็ ์ only
/// decide between words otherwise equal. Numbers inside text sort by value (`ข้อ 2` before `ข้อ 10`), in Thai or Arabic
/// digits. Texts that the order calls equal are ordered by code point, so the order is total and a sort has one result.
/// The locale is always Thai, whatever the machine's.
class Collator {
 public:
  /// Errors: H008 when the ICU library has no Thai data.
  static base::Result<Collator> create();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  ~Collator();

  /// UTF-8 text. Safe to call from several threads at once.
  std::strong_ordering compare(std::string_view a, std::string_view b) const;
  bool less(std::string_view a, std::string_view b) const { return std::is_lt(compare(a, b)); }
  /// Bytes whose plain order is compare()'s. For lists sorted by one key many times.
  std::string sort_key(std::string_view text) const;

 private:
  struct Handle;
  explicit Collator(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace phaen::thai
