// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace phaen::thai {

enum class AbbreviationKind : std::uint8_t {
  Body,   ///< committees, ministries, offices
  Law,    ///< kinds of law
  Place,  ///< จ. อ. ต. กทม.
  Title,  ///< offices and degrees before a name
  Date,   ///< eras, months, hours
  Unit,   ///< units of measure and of money
  Term,   ///< terms of planning
};

/// One short form and what it stands for. A short form with two meanings has two rows (กม.: กิโลเมตร, คณะกรรมการหมู่บ้าน).
struct Abbreviation {
  std::string_view shortened;
  std::string_view full;
  AbbreviationKind kind;
};

/// All rows, in the order of the table: related forms together.
std::span<const Abbreviation> abbreviations();
/// The rows of a short form exactly as written; none when it is unknown.
std::vector<Abbreviation> find_abbreviations(std::string_view shortened);
/// The full name when the short form has exactly one meaning.
std::optional<std::string_view> full_name(std::string_view shortened);
/// The length in bytes of the longest short form that begins at `offset` and is no tail of a longer word: no line may
/// end inside it. Any chain of one to three letters each followed by a full stop (ก.บ.ก.) counts, known or not. 0 when
/// there is none. REQUIRES: offset at a character boundary.
std::size_t abbreviation_length(std::string_view text, std::size_t offset);

}  // namespace phaen::thai
