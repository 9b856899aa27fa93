// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phaen::thai {

/// The letter of the n-th item of a lettered list, without its full stop: ก ข ค ง จ ฉ ... ฮ. ฃ ฅ (obsolete) and ฆ are
/// skipped. After the 41st letter the list goes on with two letters, as worksheet columns do: กก กข ... Nothing when
/// n < 1.
std::optional<std::string> list_letter(std::int64_t n);
/// The number of a list letter; nothing for text that list_letter never makes.
std::optional<std::int64_t> list_number(std::string_view letters);

}  // namespace phaen::thai
